// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What whoever keeps stanzas can hardly do without, and what comes before.

#include "stanzas.h"
#include "stopwatch.h"

#include <QHash>

#include <cstring>
#include <vector>

static void parse(benchmark::State &state)
{
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto texts = batch([] { return xmlOf(deskOf(anyBelow(1'000'000))); });
        watch.measure(batchSize, [&] {
            for (const auto &text : texts)
                benchmark::DoNotOptimize(parsed(text));
        });
    }
}

static const QHash<QString, qint64> &hashOf(qint64 peers)
{
    return madeOnce(peers, [peers] {
        QHash<QString, qint64> hash;
        for (qint64 peer = 0; peer < peers; ++peer)
            hash.insert(deskOf(peer), peer);
        return hash;
    });
}

static void hashLookUp(benchmark::State &state)
{
    const auto peers = state.range(0);
    const auto &hash = hashOf(peers);
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto jids = batch([peers] { return deskOf(anyBelow(peers)); });
        watch.measure(batchSize, [&] {
            for (const auto &jid : jids)
                benchmark::DoNotOptimize(hash.constFind(jid));
        });
    }
}

static void copyBytes(benchmark::State &state)
{
    const std::vector<char> from(size_t(state.range(0)), 'x');
    std::vector<char> to(from.size());
    Stopwatch watch(state);
    for (auto _ : state) {
        watch.measure(batchSize, [&] {
            for (int i = 0; i < batchSize; ++i) {
                std::memcpy(to.data(), from.data(), from.size());
                benchmark::ClobberMemory();
            }
        });
    }
}

BENCHMARK(parse)->UseManualTime();
BENCHMARK(hashLookUp)->RangeMultiplier(10)->Range(1000, 1'000'000)->UseManualTime();
BENCHMARK(copyBytes)->Arg(1030)->UseManualTime(); // what a stanza takes
