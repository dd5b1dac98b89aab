// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "allocations.h"

#include <benchmark/benchmark.h>

#include <QList>

#include <chrono>
#include <map>
#include <random>
#include <utility>

// The clock is read once for so many, where what is measured takes hardly longer than that. Stanzas are parsed and
// received one by one, as from a stream: so much is parsed in between that nothing else is in a cache for long.
static constexpr int batchSize = 128;

template <typename Make>
auto batch(Make make)
{
    QList<decltype(make())> made;
    made.reserve(batchSize);
    while (made.size() < batchSize)
        made.append(make());
    return made;
}

// What is made once for each size, by each place that calls: what is measured leaves it as it was.
template <typename Make>
auto &madeOnce(qint64 size, Make make)
{
    static std::map<qint64, decltype(make())> all;
    const auto found = all.find(size);
    return found == all.end() ? all.emplace(size, make()).first->second : found->second;
}

inline qint64 anyBelow(qint64 end)
{
    static std::mt19937_64 generator(1);
    return std::uniform_int_distribution<qint64>(0, end - 1)(generator);
}

// Measures parts of each iteration: what is made before, and what is done afterwards, is left out.
class Stopwatch
{
public:
    explicit Stopwatch(benchmark::State &state)
        : m_state(state)
    {
    }
    Stopwatch(const Stopwatch &) = delete;
    Stopwatch &operator=(const Stopwatch &) = delete;

    ~Stopwatch()
    {
        m_state.SetItemsProcessed(m_items);
        m_state.counters["allocations"] = double(m_allocations) / double(m_items);
    }

    template <typename Work>
    void measure(qint64 items, Work work)
    {
        measurePart(work);
        endIteration(items);
    }

    // For several parts of one iteration.
    template <typename Work>
    void measurePart(Work work)
    {
        const auto allocationsBefore = allocations();
        const auto start = Clock::now();
        work();
        m_time += Clock::now() - start;
        m_allocations += allocations() - allocationsBefore;
    }

    void endIteration(qint64 items)
    {
        m_state.SetIterationTime(std::chrono::duration<double>(std::exchange(m_time, {})).count());
        m_items += items;
    }

private:
    using Clock = std::chrono::steady_clock;

    benchmark::State &m_state;
    Clock::duration m_time{};
    qint64 m_allocations = 0;
    qint64 m_items = 0;
};
