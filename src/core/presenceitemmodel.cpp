// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceitemmodel.h"

#include "logging_p.h"
#include "presenceitemmodel_p.h"

#include <algorithm>

namespace XmppPresence {

PresenceItemModel::PresenceItemModel(std::unique_ptr<PresenceItemModelPrivate> dd, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::move(dd))
{
    d->q = this;
}

PresenceItemModel::~PresenceItemModel() = default;

PresenceTracker *PresenceItemModel::tracker() const
{
    return d->tracker;
}

void PresenceItemModel::setTracker(PresenceTracker *tracker)
{
    if (tracker != d->tracker)
        d->setTracker(tracker);
}

int PresenceItemModel::count() const
{
    return rowCount();
}

int PresenceItemModel::availableCount() const
{
    return d->m_availableCount;
}

int PresenceItemModel::interval() const
{
    return d->interval;
}

void PresenceItemModel::setInterval(int milliseconds)
{
    if (milliseconds < 0)
        qCWarning(lcPresence) << "Refused an interval that is negative:" << milliseconds;
    if (milliseconds < 0 || milliseconds == interval())
        return;
    d->interval = milliseconds;
    if (d->timer.remainingTime() > milliseconds)
        d->timer.start(milliseconds);
    Q_EMIT intervalChanged();
}

void PresenceItemModel::setDecorator(const Decorator &decorator)
{
    d->decorator = decorator;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {Qt::DecorationRole});
}

void PresenceItemModel::flush()
{
    d->tellNow();
}

int PresenceItemModel::rowOf(const QString &jid) const
{
    const auto parsed = Jid::fromString(jid);
    const auto keys = parsed ? d->toldKeysOf(*parsed) : QStringList();
    qsizetype first = -1;
    for (const auto &key : keys) {
        if (const auto *row = d->told(key); row && row->isShown) {
            const auto index = d->m_list.indexOf(*row);
            first = first < 0 ? index : std::min(first, index);
        }
    }
    return int(first);
}

int PresenceItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->m_list.size());
}

QVariant PresenceItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.model() != this || index.row() >= rowCount())
        return {};
    auto value = d->m_list.at(index.row()).value(role);
    if (role == Qt::DecorationRole)
        value = d->decorator ? d->decorator(value.toString()) : QVariant();
    return value;
}

QHash<int, QByteArray> PresenceItemModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(PresenceRow::roleNames());
    return names;
}

} // namespace XmppPresence
