// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "resourcemap_p.h"

#include <QList>

#include <compare>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace XmppPresence {

using Comparison = std::function<std::weak_ordering(const QXmppPresence &, const QXmppPresence &)>;

// How two available stanzas rank: by ranking, then by priority.
std::weak_ordering compareRanks(const QXmppPresence &a, const QXmppPresence &b, const Comparison &ranking);

// The resources of one peer, the most available on top: a binary heap in which each resource knows its place, so that a
// change costs O(log n) in a room of thousands, and not even an allocation for a single device.
class ResourceHeap
{
public:
    bool isEmpty() const { return places().empty(); }
    const Resource *best() const { return places().front(); }
    auto begin() const { return places().begin(); }
    auto end() const { return places().end(); }
    qsizetype size() const { return std::ssize(places()); }

    void insert(Resource *resource, const Comparison &ranking);
    void update(const Resource *resource, const Comparison &ranking);
    void remove(const Resource *resource, const Comparison &ranking);
    void clear();
    void rebuild(const Comparison &ranking);

    // At most so many, the best first. Equal ones stand in the order of their JIDs, whoever was heard last.
    QList<const Resource *> firsts(qsizetype count, const Comparison &ranking) const;

private:
    bool isBetter(qsizetype place, qsizetype other, const Comparison &ranking) const;
    qsizetype bestOfFamily(qsizetype place, const Comparison &ranking) const;
    void swap(qsizetype place, qsizetype other);
    void settle(qsizetype place, const Comparison &ranking);
    void sink(qsizetype place, const Comparison &ranking);

    std::span<Resource *const> places() const
    {
        return m_many ? std::span(*m_many) : std::span(&m_only, m_only ? 1 : 0);
    }
    Resource *&at(qsizetype place) { return m_many ? (*m_many)[size_t(place)] : m_only; }
    const Resource &at(qsizetype place) const { return *places()[size_t(place)]; }

    Resource *m_only = nullptr; // unless there are many
    std::unique_ptr<std::vector<Resource *>> m_many;
};

} // namespace XmppPresence
