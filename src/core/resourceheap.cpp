// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "resourceheap_p.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace XmppPresence {

std::weak_ordering compareRanks(const QXmppPresence &a, const QXmppPresence &b, const Comparison &ranking)
{
    const auto order = ranking(a, b);
    return std::is_neq(order) ? order : a.priority() <=> b.priority();
}

void ResourceHeap::insert(Resource *resource, const Comparison &ranking)
{
    resource->place = size();
    if (isEmpty()) {
        m_only = resource;
        return;
    }
    if (!m_many)
        m_many = std::make_unique<std::vector<Resource *>>(1, m_only);
    m_many->push_back(resource);
    settle(resource->place, ranking);
}

void ResourceHeap::update(const Resource *resource, const Comparison &ranking)
{
    settle(resource->place, ranking);
}

void ResourceHeap::remove(const Resource *resource, const Comparison &ranking)
{
    if (size() == 1)
        return clear();
    const auto place = resource->place;
    swap(place, size() - 1);
    m_many->pop_back();
    if (place < size())
        settle(place, ranking);
}

void ResourceHeap::clear()
{
    m_only = nullptr;
    m_many.reset();
}

void ResourceHeap::rebuild(const Comparison &ranking)
{
    for (qsizetype place = size() / 2; place-- > 0;)
        sink(place, ranking);
}

// Nobody can come before the one that is above it in the heap.
QList<const Resource *> ResourceHeap::firsts(qsizetype count, const Comparison &ranking) const
{
    const auto isWorse = [&](qsizetype a, qsizetype b) { return isBetter(b, a, ranking); };
    const auto isBefore = [&](const Resource *a, const Resource *b) {
        const auto order = compareRanks(a->heard.stanza, b->heard.stanza, ranking);
        return std::is_neq(order) ? std::is_gt(order) : a->jid < b->jid;
    };
    QList<const Resource *> found;
    QVarLengthArray<qsizetype, 16> next(isEmpty() ? 0 : 1, 0); // places
    while (!next.isEmpty() && found.size() < count) {
        auto *const best = std::ranges::max_element(next, isWorse);
        const auto place = *best;
        next.erase(best);
        found.insert(std::ranges::upper_bound(found, &at(place), isBefore), &at(place));
        for (auto child = 2 * place + 1; child <= 2 * place + 2 && child < size(); ++child)
            next.append(child);
    }
    return found;
}

bool ResourceHeap::isBetter(qsizetype place, qsizetype other, const Comparison &ranking) const
{
    const Resource &a = at(place);
    const Resource &b = at(other);
    const auto order = compareRanks(a.heard.stanza, b.heard.stanza, ranking);
    return std::is_neq(order) ? std::is_gt(order) : a.received > b.received;
}

// Of a place and the two below it, the one that belongs on top.
qsizetype ResourceHeap::bestOfFamily(qsizetype place, const Comparison &ranking) const
{
    auto best = place;
    for (auto child = 2 * place + 1; child <= 2 * place + 2 && child < size(); ++child) {
        if (isBetter(child, best, ranking))
            best = child;
    }
    return best;
}

void ResourceHeap::swap(qsizetype place, qsizetype other)
{
    std::swap(at(place), at(other));
    at(place)->place = place;
    at(other)->place = other;
}

// Moves the resource at place up or down until nobody below it is better, and nobody above it worse.
void ResourceHeap::settle(qsizetype place, const Comparison &ranking)
{
    while (place > 0 && isBetter(place, (place - 1) / 2, ranking)) {
        swap(place, (place - 1) / 2);
        place = (place - 1) / 2;
    }
    sink(place, ranking);
}

void ResourceHeap::sink(qsizetype place, const Comparison &ranking)
{
    for (auto best = bestOfFamily(place, ranking); best != place; best = bestOfFamily(place, ranking)) {
        swap(place, best);
        place = best;
    }
}

} // namespace XmppPresence
