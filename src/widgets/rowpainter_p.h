// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QPainter>
#include <QPalette>
#include <QStyleOptionViewItem>

namespace XmppPresence {

// Paints the parts of one row.
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option);

    void paintPanel();
    void paintIcon(const QIcon &icon, const QRect &rect);
    void paintText(const QString &text, const QFont &font, const QRect &rect, Qt::Alignment alignment);
    void paintCapsule(const QString &text, const QFont &font, const QRect &rect);
    void paintFocus();
    void setOpacity(qreal opacity) { m_painter->setOpacity(opacity); }
    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }

private:
    QRect visual(const QRect &rect) const { return QStyle::visualRect(m_option.direction, m_option.rect, rect); }
    QColor color(QPalette::ColorRole role) const { return m_option.palette.color(m_group, role); }
    QColor textColor() const { return color(isSelected() ? QPalette::HighlightedText : QPalette::Text); }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QPalette::ColorGroup m_group;
};

} // namespace XmppPresence
