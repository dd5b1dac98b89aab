// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// How a few changes are told, one by one.

#include "presenceitemmodel_p.h"

#include <algorithm>
#include <iterator>

namespace XmppPresence {

void PresenceItemModelPrivate::tellOne(Change &change)
{
    const bool isShown = change.row->isShown;
    if (isShown && change.isToShow())
        update(change);
    else if (isShown)
        remove(change);
    else if (change.isToShow())
        insert(change);
    else if (change.next())
        listHidden(change);
    else
        forget(change.row);
}

void PresenceItemModelPrivate::insert(Change &change)
{
    const auto place = m_list.placeFor(*change.next(), less());
    q->beginInsertRows({}, int(place.index), int(place.index));
    countAvailable(*change.next(), 1);
    list(place, change);
    m_list.show(change.row, true);
    q->endInsertRows();
}

// It may stay, but hidden.
void PresenceItemModelPrivate::remove(Change &change)
{
    auto *row = change.row;
    const auto index = int(m_list.indexOf(*row));
    q->beginRemoveRows({}, index, index);
    countAvailable(row->row, -1);
    m_list.show(row, false);
    if (change.now)
        listHidden(change);
    else
        forget(row);
    q->endRemoveRows();
}

void PresenceItemModelPrivate::listHidden(Change &change)
{
    list(m_list.placeFor(*change.next(), less()), change);
}

void PresenceItemModelPrivate::forget(ListedRow *row)
{
    m_list.take(row);
    m_rows.erase(m_rows.find(row->row.key));
}

// Stays where it is in memory, whatever its key is now.
void PresenceItemModelPrivate::assign(ListedRow *row, PresenceRow &&now)
{
    if (row->row.key != now.key) {
        auto node = m_rows.extract(row->row.key);
        node.key() = now.key;
        m_rows.insert(std::move(node));
    }
    row->row = std::move(now);
}

void PresenceItemModelPrivate::list(const RowList::Place &place, Change &change)
{
    auto &[row, now] = change;
    if (row->isTold()) {
        m_list.move(row, place);
        assign(row, std::move(*now));
    } else {
        m_list.insert(place, row);
    }
}

void PresenceItemModelPrivate::update(Change &change)
{
    auto &[row, now] = change;
    const auto roles = rolesUnlike(row->row, *now);
    const auto from = m_list.indexOf(*row);
    const bool isMoved = isElsewhere(row->row, *now);
    const auto place = isMoved ? m_list.placeFor(*now, less()) : RowList::Place{from, 0, 0};
    const auto to = place.index > from ? place.index - 1 : place.index;
    const auto isAsBefore = sameAsNow();
    countAvailable(row->row, -1);
    countAvailable(*now, 1);
    if (!isMoved) {
        assign(row, std::move(*now));
    } else if (to == from) {
        list(place, change);
    } else {
        q->beginMoveRows({}, int(from), int(from), {}, int(place.index));
        list(place, change);
        q->endMoveRows();
    }
    if (isAsBefore() && !roles.isEmpty())
        Q_EMIT q->dataChanged(q->index(int(to)), q->index(int(to)), roles);
}

// Nothing has changed but what is hidden.
void PresenceItemModelPrivate::tellToggled()
{
    const auto rows = m_list.rows();
    Rows toggled;
    std::ranges::copy_if(
        rows, std::back_inserter(toggled), [this](const ListedRow *row) { return isHidden(row->row) == row->isShown; });
    if (!areMany(std::ssize(toggled))) {
        const auto isAsBefore = sameAsNow();
        for (auto row = toggled.begin(); row != toggled.end() && isAsBefore(); ++row)
            toggle(*row);
        return;
    }
    for (auto *row : toggled)
        row->row.isHidden = row->isShown;
    NewRows none;
    replace(rows, thoseToShow(rows), none);
}

void PresenceItemModelPrivate::toggle(ListedRow *row)
{
    const auto index = int(m_list.indexOf(*row));
    const bool isHidden = row->isShown;
    if (isHidden)
        q->beginRemoveRows({}, index, index);
    else
        q->beginInsertRows({}, index, index);
    row->row.isHidden = isHidden;
    m_list.show(row, !isHidden);
    countAvailable(row->row, isHidden ? -1 : 1);
    if (isHidden)
        q->endRemoveRows();
    else
        q->endInsertRows();
}

} // namespace XmppPresence
