// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rowlayout_p.h"

#include <XmppPresence/AgeText>
#include <XmppPresence/PresenceItemModel>

#include <QApplication>
#include <QStyle>
#include <QtMath>

#include <algorithm>

namespace XmppPresence {

using Role = PresenceItemModel::Role;

// A view is not scrolled for the sake of longer texts: they are elided.
static constexpr int maxLength = 20;

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

static QString statusOf(const QModelIndex &index)
{
    for (const auto role : {Role::StatusTextRole, Role::ErrorTextRole, Role::AvailabilityTextRole}) {
        if (const auto text = index.data(role).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

RowTexts::RowTexts(const QModelIndex &index)
    : name(index.data(Role::NameRole).toString())
    , status(statusOf(index))
    , age(ageText(index.data(Role::IdleSinceRole).toDateTime()))
{
    if (const int count = index.data(Role::ResourceCountRole).toInt(); count > 1)
        devices = QLocale().toString(count);
}

static QFont smaller(QFont font)
{
    static constexpr qreal factor = 0.9;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return font;
}

static QSize sizeOf(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {qCeil(metrics.horizontalAdvance(text)), qCeil(metrics.height())};
}

// The number of devices stands in a capsule.
static QSize capsuleFor(const QSize &text)
{
    return text.width() > 0 ? QSize(std::max(text.width() + text.height() / 2, text.height()), text.height()) : text;
}

RowLayout::RowLayout(const QStyleOptionViewItem &option, const RowTexts &texts)
    : nameFont(option.font)
    , smallFont(smaller(option.font))
    , m_hMargin(styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 2)
    , m_vMargin(styleOf(option)->pixelMetric(QStyle::PM_FocusFrameVMargin, &option, option.widget) + 2)
    , m_icon(option.decorationSize)
    , m_name(sizeOf(texts.name, nameFont))
    , m_status(sizeOf(texts.status, smallFont))
    , m_age(sizeOf(texts.age, smallFont))
    , m_devices(capsuleFor(sizeOf(texts.devices, smallFont)))
{
}

static int withGap(int width, int gap)
{
    return width > 0 ? width + gap : 0;
}

QSize RowLayout::size() const
{
    const auto gap = 2 * m_hMargin;
    const auto longest = maxLength * QFontMetrics(nameFont).averageCharWidth();
    const auto first = std::min(m_name.width(), longest) + withGap(m_age.width(), gap);
    const auto second = std::min(m_status.width(), longest) + withGap(m_devices.width(), gap);
    const auto height = std::max(m_name.height() + m_status.height(), m_icon.height());
    return {withGap(m_icon.width(), gap) + std::max(first, second) + 2 * m_hMargin, height + 2 * m_vMargin};
}

// Splits rect at its far end, for what is there if anything is.
static QRect takeEnd(QRect &rect, int width, int gap)
{
    width = std::min(width, rect.width());
    const QRect end(rect.right() + 1 - width, rect.top(), width, rect.height());
    rect.setWidth(std::max(0, rect.width() - withGap(width, gap)));
    return end;
}

void RowLayout::place(const QRect &rect)
{
    const auto gap = 2 * m_hMargin;
    const auto inner = rect.adjusted(m_hMargin, m_vMargin, -m_hMargin, -m_vMargin);
    icon = QRect({inner.left(), inner.top() + (inner.height() - m_icon.height()) / 2}, m_icon);
    const auto left = inner.left() + withGap(m_icon.width(), gap);
    const auto width = std::max(0, inner.right() + 1 - left);
    const auto top = inner.top() + (inner.height() - m_name.height() - m_status.height()) / 2;
    name = QRect(left, top, width, m_name.height());
    status = QRect(left, name.bottom() + 1, width, m_status.height());
    age = takeEnd(name, m_age.width(), gap);
    devices = takeEnd(status, m_devices.width(), gap);
}

} // namespace XmppPresence
