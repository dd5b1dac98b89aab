// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencedelegate.h"

#include "presenceicon.h"
#include "rowlayout_p.h"
#include "rowpainter_p.h"

#include <XmppPresence/PresenceItemModel>

#include <QAbstractItemView>
#include <QPainter>
#include <QTimer>

#include <chrono>
#include <map>

namespace XmppPresence {

using namespace std::chrono_literals;
using Role = PresenceItemModel::Role;

// Times each other, they still leave a contrast of 4.5 between black and white. On a highlight there is none to spare.
static constexpr qreal dimmed = 0.75;
static constexpr qreal secondary = 0.75;
static constexpr qreal staleIcon = 0.5;

class PresenceDelegatePrivate
{
public:
    QIcon iconOf(const QModelIndex &index);

private:
    std::map<Availability, QIcon> m_drawn;
};

static Availability availabilityOf(const QModelIndex &index)
{
    return index.data(Role::AvailabilityRole).value<Availability>();
}

QIcon PresenceDelegatePrivate::iconOf(const QModelIndex &index)
{
    if (const auto themed = QIcon::fromTheme(index.data(Role::IconNameRole).toString()); !themed.isNull())
        return themed;
    auto &icon = m_drawn[availabilityOf(index)];
    if (icon.isNull())
        icon = presenceIcon(availabilityOf(index));
    return icon;
}

PresenceDelegate::PresenceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , d(std::make_unique<PresenceDelegatePrivate>())
{
    auto *view = qobject_cast<QAbstractItemView *>(parent);
    if (!view)
        return;
    auto *timer = new QTimer(this);
    timer->callOnTimeout(view, [view] { view->viewport()->update(); });
    timer->start(1min);
}

PresenceDelegate::~PresenceDelegate() = default;

// A proxy model may have other rows, too, as headings of groups.
static bool isPresence(const QModelIndex &index)
{
    return index.data(Role::AvailabilityRole).isValid();
}

static bool isDimmed(const QModelIndex &index)
{
    const auto availability = availabilityOf(index);
    return availability == Availability::Unknown || availability == Availability::Offline
        || availability == Availability::Error || index.data(Role::StaleRole).toBool();
}

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!isPresence(index))
        return QStyledItemDelegate::paint(painter, option, index);
    auto row = option;
    initStyleOption(&row, index);
    row.showDecorationSelected = true; // the whole row
    const RowTexts texts(index);
    RowLayout layout(row, texts);
    layout.place(row.rect);

    painter->save();
    RowPainter parts(painter, row);
    const auto opacity = painter->opacity();
    const auto textOpacity = !parts.isSelected() && isDimmed(index) ? opacity * dimmed : opacity;
    parts.paintPanel();
    parts.setOpacity(index.data(Role::StaleRole).toBool() ? opacity * staleIcon : opacity);
    parts.paintIcon(d->iconOf(index), layout.icon);
    parts.setOpacity(textOpacity);
    parts.paintText(texts.name, layout.nameFont, layout.name, Qt::AlignLeading);
    parts.setOpacity(parts.isSelected() ? textOpacity : textOpacity * secondary);
    parts.paintText(texts.status, layout.smallFont, layout.status, Qt::AlignLeading);
    parts.paintText(texts.age, layout.smallFont, layout.age, Qt::AlignTrailing);
    parts.paintCapsule(texts.devices, layout.smallFont, layout.devices);
    parts.setOpacity(opacity);
    parts.paintFocus();
    painter->restore();
}

QSize PresenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(Qt::SizeHintRole).isValid() || !isPresence(index))
        return QStyledItemDelegate::sizeHint(option, index);
    auto row = option;
    initStyleOption(&row, index);
    return RowLayout(row, RowTexts(index)).size();
}

} // namespace XmppPresence
