// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "sectiondelegate.h"

#include <XmppPresence/DisplayText>
#include <XmppPresence/PresenceItemModel>

#include <QPainter>

static constexpr int margin = 8;

static QString sectionOf(const QModelIndex &index)
{
    return index.data(XmppPresence::PresenceItemModel::SectionRole).toString();
}

static QFont headingFont(const QStyleOptionViewItem &option)
{
    auto font = option.font;
    font.setBold(true);
    return font;
}

int SectionDelegate::headingHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto previous = index.siblingAtRow(index.row() - 1);
    const bool isFirst = previous.isValid() ? sectionOf(previous) != sectionOf(index) : !sectionOf(index).isEmpty();
    return isFirst ? QFontMetrics(headingFont(option)).height() + 2 * margin : 0;
}

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto contact = option;
    if (const auto height = headingHeight(option, index)) {
        contact.rect.setTop(option.rect.top() + height);
        const auto area = option.rect.adjusted(margin, 0, -margin, height - option.rect.height());
        const auto section = sectionOf(index).isEmpty() ? tr("No group") : XmppPresence::displayText(sectionOf(index));
        const auto font = headingFont(option);
        painter->save();
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        const auto alignment = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(area, int(alignment) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(section, Qt::ElideRight, area.width()));
        painter->restore();
    }
    PresenceDelegate::paint(painter, contact, index);
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return PresenceDelegate::sizeHint(option, index) + QSize(0, headingHeight(option, index));
}
