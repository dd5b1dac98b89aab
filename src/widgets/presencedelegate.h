// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_widgets_export.h"

#include <QStyledItemDelegate>

#include <memory>

namespace XmppPresence {

class PresenceDelegatePrivate;

/*!
    \class XmppPresence::PresenceDelegate
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceDelegate
    \brief The PresenceDelegate class paints a row of any PresenceItemModel in two lines: the name, and the status or
        else the availability in words.

    \snippet models.cpp delegate

    Beside them stands the indicator: the icon that the theme has for PresenceItemModel::IconNameRole, else a drawing of
    its own (see presenceIcon()). At the far end are how long the user has been idle, and the number of devices if there
    are several. Who is offline is dimmed, and so is all that is stale, with its indicator.

    It reads nothing but roles, so it works through any proxy model. Where a proxy has rows of its own, as headings of
    groups, they are painted as QStyledItemDelegate does. It takes style, palette, font, direction, elide
    mode and icon size from the view. Of a style sheet that includes the view's \c color and \c selection-color, and the
    backgrounds of \c ::item, but not the colour and the padding of \c ::item: set the view's instead. All that it
    paints is plain text; a view is not scrolled for the sake of what is longer than twenty characters. The tool tip is
    that of Qt::ToolTipRole, and what a screen reader reads that of Qt::AccessibleTextRole.

    A delegate whose parent is an item view updates it once a minute, as ages grow.
*/
class XMPPPRESENCE_WIDGETS_EXPORT PresenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /*! Constructs a delegate with \a parent, which is to be the view. */
    explicit PresenceDelegate(QObject *parent = nullptr);
    ~PresenceDelegate() override;

    /*! \reimp */
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /*! \reimp */
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const std::unique_ptr<PresenceDelegatePrivate> d;
};

} // namespace XmppPresence
