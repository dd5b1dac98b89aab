// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/PresenceDelegate>

// A QListView knows no sections: the first row of each is taller, and has the heading above its contact.
class SectionDelegate : public XmppPresence::PresenceDelegate
{
    Q_OBJECT

public:
    using PresenceDelegate::PresenceDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // The height of the heading above index, 0 if there is none.
    static int headingHeight(const QStyleOptionViewItem &option, const QModelIndex &index);
};
