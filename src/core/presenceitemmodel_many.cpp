// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// How many changes at once are told.

#include "presenceitemmodel_p.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <span>
#include <unordered_set>

namespace XmppPresence {

// Until a row is told of, it answers as before: so the rows as they will be are only lent to it while the order is
// found.
void PresenceItemModelPrivate::tellMany(Changes &todo)
{
    std::vector<decltype(m_rows)::node_type> gone; // alive until the views have let go of them
    std::unordered_set<const ListedRow *> displaced;
    Rows placed;
    NewRows news;
    for (const auto &change : todo) {
        auto *row = change.row;
        const auto *now = change.next();
        const bool isMoved = !row->isTold() || (now && (m_isReordered || isElsewhere(row->row, *now)));
        if (change.now)
            news.emplace(row, change.now.get());
        if (isMoved)
            placed.push_back(row);
        if (row->isTold() && (isMoved || !now))
            displaced.insert(row);
        if (!now)
            gone.push_back(m_rows.extract(row->row.key));
    }
    m_isReordered = false;
    swapAll(news);
    const auto isBefore = [this](const ListedRow *a, const ListedRow *b) { return isLess(a->row, b->row); };
    sort(placed);
    auto kept = m_list.rows();
    std::erase_if(kept, [&](const ListedRow *row) { return displaced.contains(row); });
    Rows next;
    std::ranges::merge(kept, placed, std::back_inserter(next), isBefore);
    const auto nextShown = thoseToShow(next);
    swapAll(news);
    replace(next, nextShown, news);
}

void PresenceItemModelPrivate::swapAll(const NewRows &news)
{
    for (const auto &[row, now] : news)
        std::swap(row->row, *now);
}

Rows PresenceItemModelPrivate::thoseToShow(Rows rows)
{
    std::erase_if(rows, [](const ListedRow *row) { return row->row.isHidden; });
    return rows;
}

// The span from the first to the last row that is not where it was is removed and inserted as a whole.
void PresenceItemModelPrivate::replace(const Rows &next, const Rows &nextShown, NewRows &news)
{
    const auto rows = m_list.rows();
    auto shown = rows;
    std::erase_if(shown, [](const ListedRow *row) { return !row->isShown; });
    const auto head = std::ranges::mismatch(shown, nextShown).in1 - shown.begin();
    const auto most = std::min(std::ssize(shown), std::ssize(nextShown)) - head;
    const auto tail = std::min<qsizetype>(
        most, std::ranges::mismatch(shown | std::views::reverse, nextShown | std::views::reverse).in1 - shown.rbegin());
    const auto removed = std::ssize(shown) - head - tail;
    const auto inserted = std::ssize(nextShown) - head - tail;
    const auto isAsBefore = sameAsNow();
    if (removed > 0) {
        q->beginRemoveRows({}, int(head), int(head + removed - 1));
        for (auto *row : std::span(shown).subspan(size_t(head), size_t(removed)))
            count(row, false);
        m_list.setRows(rows);
        q->endRemoveRows();
    }
    if (inserted > 0 && isAsBefore()) {
        q->beginInsertRows({}, int(head), int(head + inserted - 1));
        for (auto *row : std::span(nextShown).subspan(size_t(head), size_t(inserted))) {
            renew(row, news);
            count(row, true);
        }
        m_list.setRows(next);
        q->endInsertRows();
    } else if (isAsBefore()) {
        m_list.setRows(next);
    }
    if (isAsBefore())
        tellRoles(nextShown, news);
}

// Gives a row what is new of it, if it has not got it yet.
void PresenceItemModelPrivate::renew(ListedRow *row, NewRows &news)
{
    const auto now = news.find(row);
    if (now == news.end())
        return;
    if (row->isShown)
        countAvailable(row->row, -1);
    assign(row, std::move(*now->second));
    if (row->isShown)
        countAvailable(row->row, 1);
    news.erase(now);
}

void PresenceItemModelPrivate::count(ListedRow *row, bool isShown)
{
    row->isShown = isShown;
    countAvailable(row->row, isShown ? 1 : -1);
}

void PresenceItemModelPrivate::tellRoles(const Rows &rows, NewRows &news)
{
    auto ranges = rangesOf(rows, news);
    if (std::ssize(ranges) > maxSingleChanges)
        ranges = {unionOf(ranges)};
    const auto isAsBefore = sameAsNow();
    for (const auto &[first, last, roles] : ranges) {
        if (!isAsBefore())
            return;
        for (auto index = first; index <= last; ++index)
            renew(rows[size_t(index)], news);
        Q_EMIT q->dataChanged(q->index(int(first)), q->index(int(last)), roles);
    }
    if (isAsBefore())
        swapAll(news); // what is left is of rows of which nothing is to be told
}

std::vector<PresenceItemModelPrivate::RoleRange> PresenceItemModelPrivate::rangesOf(
    const Rows &rows, const NewRows &news) const
{
    std::vector<RoleRange> ranges;
    for (qsizetype i = 0; i < std::ssize(rows); ++i) {
        const auto now = news.find(rows[size_t(i)]);
        const auto roles = now == news.end() ? QList<int>() : rolesUnlike(now->first->row, *now->second);
        if (roles.isEmpty())
            continue;
        if (!ranges.empty() && ranges.back().last == i - 1 && ranges.back().roles == roles)
            ranges.back().last = i;
        else
            ranges.push_back({i, i, roles});
    }
    return ranges;
}

PresenceItemModelPrivate::RoleRange PresenceItemModelPrivate::unionOf(const std::vector<RoleRange> &ranges)
{
    QSet<int> roles;
    for (const auto &range : ranges)
        roles.unite(QSet(range.roles.begin(), range.roles.end()));
    return {ranges.front().first, ranges.back().last, roles.values()};
}

} // namespace XmppPresence
