// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rowpainter_p.h"

#include "rowlayout_p.h"

#include <QStyle>

namespace XmppPresence {

static QPalette::ColorGroup colorGroup(QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_group(colorGroup(option.state))
{
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // of a text: markup in it stays in order
    painter->setRenderHint(QPainter::Antialiasing);
}

void RowPainter::paintPanel()
{
    styleOf(m_option)->drawPrimitive(QStyle::PE_PanelItemViewItem, &m_option, m_painter, m_option.widget);
}

// No colour stands out from every highlight colour: on one the icon gets a plate.
void RowPainter::paintIcon(const QIcon &icon, const QRect &rect)
{
    if (rect.isEmpty())
        return;
    const auto place = visual(rect);
    if (isSelected()) {
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(color(QPalette::Base));
        m_painter->drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4, 4);
    }
    icon.paint(m_painter, place, Qt::AlignCenter, m_group == QPalette::Disabled ? QIcon::Disabled : QIcon::Normal);
}

void RowPainter::paintText(const QString &text, const QFont &font, const QRect &rect, Qt::Alignment alignment)
{
    const auto shown = QFontMetrics(font).elidedText(text, m_option.textElideMode, rect.width());
    m_painter->setFont(font);
    m_painter->setPen(textColor());
    const auto visualAlignment = QStyle::visualAlignment(m_option.direction, alignment | Qt::AlignVCenter);
    m_painter->drawText(visual(rect), int(visualAlignment) | Qt::TextSingleLine, shown);
}

void RowPainter::paintCapsule(const QString &text, const QFont &font, const QRect &rect)
{
    if (text.isEmpty())
        return;
    const auto outline = QRectF(visual(rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter->setPen(textColor());
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    paintText(text, font, rect, Qt::AlignHCenter);
}

void RowPainter::paintFocus()
{
    if (!m_option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(m_option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = color(isSelected() ? QPalette::Highlight : QPalette::Window);
    styleOf(m_option)->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, m_painter, m_option.widget);
}

} // namespace XmppPresence
