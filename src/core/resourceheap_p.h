// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "resourcemap_p.h"

#include <QList>
#include <QVarLengthArray>

#include <compare>
#include <functional>

namespace XmppPresence {

using Comparison = std::function<std::weak_ordering(const QXmppPresence &, const QXmppPresence &)>;

// How two available stanzas rank: by ranking, then by priority.
std::weak_ordering compareRanks(const QXmppPresence &a, const QXmppPresence &b, const Comparison &ranking);

// The resources of one peer, the most available on top: a binary heap in which each resource knows its place, so that a
// change costs O(log n) in a room of thousands, and not even an allocation for a single device.
class ResourceHeap
{
public:
    bool isEmpty() const { return m_heap.isEmpty(); }
    const Resource *best() const { return m_heap.first(); }
    auto begin() const { return m_heap.begin(); }
    auto end() const { return m_heap.end(); }
    qsizetype size() const { return m_heap.size(); }

    void insert(Resource *resource, const Comparison &ranking);
    void update(const Resource *resource, const Comparison &ranking);
    void remove(const Resource *resource, const Comparison &ranking);
    void clear() { m_heap.clear(); }
    void rebuild(const Comparison &ranking);

    // At most so many, the best first. Equal ones stand in the order of their JIDs, whoever was heard last.
    QList<const Resource *> firsts(qsizetype count, const Comparison &ranking) const;

private:
    bool isBetter(qsizetype place, qsizetype other, const Comparison &ranking) const;
    qsizetype bestOfFamily(qsizetype place, const Comparison &ranking) const;
    void swap(qsizetype place, qsizetype other);
    void settle(qsizetype place, const Comparison &ranking);
    void sink(qsizetype place, const Comparison &ranking);

    QVarLengthArray<Resource *, 1> m_heap;
};

} // namespace XmppPresence
