// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What it costs to keep the presence of many, beside QXmppRosterManager.

#include "../streamtexts.h"
#include "contenders.h"
#include "stopwatch.h"

#include <QQueue>

#include <cstdlib>
#include <limits>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

// With so many peers that have one resource each.
template <typename Contender>
static Contender &withPeers(qint64 peers)
{
    return *madeOnce(peers, [peers] {
        auto contender = std::make_unique<Contender>(peers);
        for (qint64 peer = 0; peer < peers; ++peer)
            contender->receive(available(deskOf(peer)));
        return contender;
    });
}

static QString deviceOf(qint64 number)
{
    return u"%1/%2"_s.arg(bareJidOf(0)).arg(number);
}

// With one contact that has so many devices.
template <typename Contender>
static Contender &withDevices(qint64 devices)
{
    return *madeOnce(devices, [devices] {
        auto contender = std::make_unique<Contender>(1);
        if constexpr (std::is_same_v<Contender, TrackerContender>)
            contender->tracker.setMaximumResources(std::numeric_limits<int>::max());
        for (qint64 device = 0; device < devices; ++device)
            contender->receive(available(deviceOf(device)));
        return contender;
    });
}

// That has let us in, and so many others before us.
static std::unique_ptr<TrackerContender> inRoom(qint64 occupants)
{
    auto contender = std::make_unique<TrackerContender>(1);
    tellOfJoin(contender->client(), room);
    for (qint64 number = 0; number < occupants; ++number)
        contender->receive(occupant(number));
    contender->receive(occupant(occupants, u"<status code='110'/>"_s));
    return contender;
}

static TrackerContender &withRoom(qint64 occupants)
{
    return *madeOnce(occupants, [occupants] { return inRoom(occupants); });
}

template <typename Contender, typename Make>
static void measureUpdates(benchmark::State &state, Contender &contender, Make make)
{
    Stopwatch watch(state);
    for (auto _ : state) {
        const Received received = make();
        const auto toldBefore = contender.told;
        watch.measure(1, [&] { contender.receive(received); });
        if (contender.told != toldBefore + 1) {
            state.SkipWithError("An update was not told of once");
            break;
        }
    }
}

template <typename Contender>
static void update(benchmark::State &state)
{
    const auto peers = state.range(0);
    measureUpdates(state, withPeers<Contender>(peers), [peers] { return available(deskOf(anyBelow(peers))); });
}

template <typename Contender>
static void updateOfDevice(benchmark::State &state)
{
    const auto devices = state.range(0);
    measureUpdates(
        state, withDevices<Contender>(devices), [devices] { return available(deviceOf(anyBelow(devices))); });
}

static void updateOfOccupant(benchmark::State &state)
{
    const auto occupants = state.range(0);
    measureUpdates(state, withRoom(occupants), [occupants] { return occupant(anyBelow(occupants)); });
}

template <typename Contender>
static void firstPresence(benchmark::State &state)
{
    const auto peers = state.range(0);
    auto &contender = withPeers<Contender>(peers);
    QList<bool> isAway(peers);
    QQueue<qint64> away; // for so long that hardly a cache remembers those who come back
    const auto sendAway = [&](qsizetype count) {
        while (away.size() < count) {
            const auto peer = anyBelow(peers);
            if (std::exchange(isAway[peer], true))
                continue;
            contender.receive(unavailable(deskOf(peer)));
            away.enqueue(peer);
        }
    };
    const auto comesBack = [&] {
        isAway[away.first()] = false;
        return available(deskOf(away.dequeue()));
    };
    const auto awayAtOnce = std::min<qint64>(peers / 2, 8192);
    Stopwatch watch(state);
    for (auto _ : state) {
        sendAway(awayAtOnce);
        const auto received = comesBack();
        watch.measure(1, [&] { contender.receive(received); });
    }
    while (!away.isEmpty())
        contender.receive(comesBack());
}

static void joinOfRoom(benchmark::State &state)
{
    const auto occupants = state.range(0);
    Stopwatch watch(state);
    std::unique_ptr<TrackerContender> contender;
    qint64 number = occupants;
    for (auto _ : state) {
        if (number == occupants) {
            contender = inRoom(0);
            number = 0;
        }
        const auto received = occupant(++number);
        watch.measure(1, [&] { contender->receive(received); });
    }
}

template <typename Contender, typename Make>
static void measureQueries(benchmark::State &state, Contender &contender, Make make)
{
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto jids = batch(make);
        bool isEachThere = true;
        watch.measure(batchSize, [&] {
            for (const auto &jid : jids)
                isEachThere = contender.mostAvailable(jid).has_value() && isEachThere;
        });
        if (!isEachThere) {
            state.SkipWithError("A peer is not there");
            break;
        }
    }
}

template <typename Contender>
static void mostAvailable(benchmark::State &state)
{
    const auto peers = state.range(0);
    measureQueries(state, withPeers<Contender>(peers), [peers] { return bareJidOf(anyBelow(peers)); });
}

static void mostAvailableOfRoom(benchmark::State &state)
{
    measureQueries(state, withRoom(state.range(0)), [] { return room; });
}

// Of all that is known of contacts, the stanzas included, beyond what a client with the same contacts takes.
template <typename Contender>
static void memory(benchmark::State &state)
{
    const auto peers = state.range(0);
    const auto beyond = [peers](qint64 before, qint64 others) {
        return double(allocatedBytes() - before - others) / double(peers);
    };
    for (auto _ : state) {
        auto before = allocatedBytes();
        qint64 ofContacts = 0;
        {
            const RosterManagerContender idle(peers);
            ofContacts = allocatedBytes() - before;
        }
        before = allocatedBytes();
        Contender contender(peers);
        for (qint64 peer = 0; peer < peers; ++peer)
            contender.receive(available(deskOf(peer)));
        state.counters["bytes"] = beyond(before, ofContacts);
        state.SetIterationTime(1); // of no interest
    }
}

static constexpr qint64 million = 1'000'000;

BENCHMARK(update<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(update<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(update<PlainContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(firstPresence<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(firstPresence<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(firstPresence<PlainContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(mostAvailable<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(mostAvailable<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(mostAvailable<PlainContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(updateOfDevice<RosterManagerContender>)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(updateOfDevice<TrackerContender>)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(updateOfOccupant)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(joinOfRoom)->Arg(10'000)->UseManualTime();
BENCHMARK(mostAvailableOfRoom)->Arg(10'000)->UseManualTime();
BENCHMARK(memory<RosterManagerContender>)->Arg(million)->Iterations(1)->Repetitions(1)->UseManualTime();
BENCHMARK(memory<TrackerContender>)->Arg(million)->Iterations(1)->Repetitions(1)->UseManualTime();

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return EXIT_FAILURE;
    benchmark::AddCustomContext("Qt", qVersion());
    benchmark::AddCustomContext("QXmpp", QXmppVersion().latin1());
    benchmark::AddCustomContext("compiler", __VERSION__);
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
