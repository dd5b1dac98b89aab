// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What it costs to keep the presence of many, beside those who might do so instead and what no one can be faster than.

#include "../streamtexts.h"
#include "allocations.h"
#include "contenders.h"
#include "stanzas.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QHash>
#include <QQueue>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>
#include <random>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

static constexpr int batchSize = 128;

static qint64 anyBelow(qint64 end)
{
    static std::mt19937_64 generator(1);
    return std::uniform_int_distribution<qint64>(0, end - 1)(generator);
}

// As if it had been parsed just now. What all stanzas have alike is shared here, so this is not for counting bytes.
static QXmppPresence likeParsed(const QString &from)
{
    static const auto original = parsed(xmlOf(u"peer@example.org/desk"_s, 0));
    static qint64 turn = 0;
    auto stanza = original;
    stanza.setFrom(from);
    stanza.setStatusText(u"status %1"_s.arg(++turn));
    stanza.setAvailableStatusType(turn % 2 ? QXmppPresence::Away : QXmppPresence::DND);
    return stanza;
}

static QXmppPresence unavailable(const QString &from)
{
    QXmppPresence stanza(QXmppPresence::Unavailable);
    stanza.setFrom(from);
    return stanza;
}

static QString deskOf(qint64 peer)
{
    return bareJidOf(peer) + u"/desk"_s;
}

static void addContacts(RosterManagerContender & /*contender*/, qint64 /*peers*/) {} // it would not ask

static void addContacts(TrackerContender &contender, qint64 peers)
{
    QString items;
    for (qint64 peer = 0; peer < peers; ++peer) {
        items += u"<item jid='%1' subscription='both'/>"_s.arg(bareJidOf(peer));
        if (peer % 1000 == 999 || peer == peers - 1)
            contender.addContacts(std::exchange(items, {}));
    }
}

// With so many peers that have one resource each. It is made once: what is measured leaves it as it was.
template <typename Contender>
static Contender &withPeers(qint64 peers)
{
    static std::map<qint64, std::unique_ptr<Contender>> all;
    auto &contender = all[peers];
    if (!contender) {
        contender = std::make_unique<Contender>();
        addContacts(*contender, peers);
        for (qint64 peer = 0; peer < peers; ++peer)
            contender->receive(likeParsed(deskOf(peer)));
    }
    return *contender;
}

// With one contact that has so many devices.
template <typename Contender>
static Contender &withDevices(qint64 devices)
{
    static std::map<qint64, std::unique_ptr<Contender>> all;
    auto &contender = all[devices];
    if (!contender) {
        contender = std::make_unique<Contender>();
        if constexpr (std::is_same_v<Contender, TrackerContender>)
            contender->tracker.setMaximumResources(std::numeric_limits<int>::max());
        addContacts(*contender, 1);
        for (qint64 device = 0; device < devices; ++device)
            contender->receive(likeParsed(u"%1/%2"_s.arg(bareJidOf(0)).arg(device)));
    }
    return *contender;
}

static const auto room = u"room@chat.example.org"_s;

static QXmppPresence occupant(qint64 number)
{
    auto stanza = likeParsed(u"%1/occupant %2"_s.arg(room).arg(number));
    QXmppMucItem item;
    item.setAffiliation(QXmppMucItem::MemberAffiliation);
    item.setRole(QXmppMucItem::ParticipantRole);
    stanza.setMucItem(item);
    return stanza;
}

// That has let us in, and so many others before us.
static std::unique_ptr<TrackerContender> inRoom(qint64 occupants)
{
    auto contender = std::make_unique<TrackerContender>();
    addContacts(*contender, 1);
    tellOfJoin(contender->client(), room);
    for (qint64 number = 0; number < occupants; ++number)
        contender->receive(occupant(number));
    auto own = occupant(occupants);
    own.setMucStatusCodes({110});
    contender->receive(own);
    return contender;
}

static TrackerContender &withRoom(qint64 occupants)
{
    static std::map<qint64, std::unique_ptr<TrackerContender>> all;
    auto &contender = all[occupants];
    if (!contender)
        contender = inRoom(occupants);
    return *contender;
}

// What is made before is not measured, nor what is done afterwards.
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
        const auto allocationsBefore = allocations();
        const auto start = Clock::now();
        work();
        m_state.SetIterationTime(std::chrono::duration<double>(Clock::now() - start).count());
        m_allocations += allocations() - allocationsBefore;
        m_items += items;
    }

private:
    benchmark::State &m_state;
    qint64 m_allocations = 0;
    qint64 m_items = 0;
};

template <typename Make>
static auto batch(Make make)
{
    QList<decltype(make())> made;
    made.reserve(batchSize);
    while (made.size() < batchSize)
        made.append(make());
    return made;
}

template <typename Contender>
static void receiveAll(Contender &contender, const QList<QXmppPresence> &stanzas)
{
    for (const auto &stanza : stanzas)
        contender.receive(stanza);
}

template <typename Contender, typename Make>
static void measureUpdates(benchmark::State &state, Contender &contender, Make make)
{
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto stanzas = batch(make);
        const auto toldBefore = contender.told;
        watch.measure(batchSize, [&] { receiveAll(contender, stanzas); });
        if (contender.told != toldBefore + batchSize)
            state.SkipWithError("Not each update was told of");
    }
}

template <typename Contender>
static void update(benchmark::State &state)
{
    const auto peers = state.range(0);
    measureUpdates(state, withPeers<Contender>(peers), [peers] { return likeParsed(deskOf(anyBelow(peers))); });
}

template <typename Contender>
static void updateOfDevice(benchmark::State &state)
{
    const auto devices = state.range(0);
    measureUpdates(state, withDevices<Contender>(devices),
        [devices] { return likeParsed(u"%1/%2"_s.arg(bareJidOf(0)).arg(anyBelow(devices))); });
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
    QQueue<qint64> away; // for so long that no cache remembers those who come back
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
        return likeParsed(deskOf(away.dequeue()));
    };
    const auto awayAtOnce = std::min<qint64>(peers / 2, 64 * batchSize);
    Stopwatch watch(state);
    for (auto _ : state) {
        sendAway(awayAtOnce);
        const auto stanzas = batch(comesBack);
        watch.measure(batchSize, [&] { receiveAll(contender, stanzas); });
    }
    while (!away.isEmpty())
        contender.receive(comesBack());
}

static void joinOfRoom(benchmark::State &state)
{
    const auto occupants = state.range(0);
    Stopwatch watch(state);
    for (auto _ : state) {
        auto contender = inRoom(0);
        QList<QXmppPresence> stanzas;
        for (qint64 number = 1; number <= occupants; ++number)
            stanzas.append(occupant(number));
        watch.measure(occupants, [&] { receiveAll(*contender, stanzas); });
    }
}

template <typename Contender>
static void measureQueries(benchmark::State &state, Contender &contender, qint64 peers)
{
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto jids = batch([peers] { return peers == 0 ? room : bareJidOf(anyBelow(peers)); });
        bool isEachThere = true;
        watch.measure(batchSize, [&] {
            for (const auto &jid : jids)
                isEachThere = contender.mostAvailable(jid).has_value() && isEachThere;
        });
        if (!isEachThere)
            state.SkipWithError("A peer is not there");
    }
}

template <typename Contender>
static void mostAvailable(benchmark::State &state)
{
    measureQueries(state, withPeers<Contender>(state.range(0)), state.range(0));
}

static void mostAvailableOfRoom(benchmark::State &state)
{
    measureQueries(state, withRoom(state.range(0)), 0);
}

// Of all that is known, the stanzas included, as they are parsed.
template <typename Contender>
static void memory(benchmark::State &state)
{
    const auto peers = state.range(0);
    for (auto _ : state) {
        Contender contender;
        const auto before = allocatedBytes();
        for (qint64 peer = 0; peer < peers; ++peer)
            contender.receive(parsed(xmlOf(deskOf(peer), peer)));
        state.SetIterationTime(1); // of no interest
        state.counters["bytes"] = double(allocatedBytes() - before) / double(peers);
    }
}

static void parse(benchmark::State &state)
{
    qint64 peer = 0;
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto texts = batch([&peer] {
            ++peer;
            return xmlOf(deskOf(peer), peer);
        });
        watch.measure(batchSize, [&] {
            for (const auto &text : texts)
                benchmark::DoNotOptimize(parsed(text));
        });
    }
}

static void hashLookUp(benchmark::State &state)
{
    static QHash<QString, qint64> hash;
    const auto peers = state.range(0);
    for (qint64 peer = hash.size(); peer < peers; ++peer)
        hash.insert(deskOf(peer), peer);
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto jids = batch([peers] { return deskOf(anyBelow(peers)); });
        watch.measure(batchSize, [&] {
            for (const auto &jid : jids)
                benchmark::DoNotOptimize(hash.constFind(jid));
        });
    }
}

// What nobody who keeps stanzas can do without: the last one is let go, and its memory freed.
static void replaceStanza(benchmark::State &state)
{
    static std::map<qint64, std::vector<QXmppPresence>> all;
    const auto peers = state.range(0);
    auto &kept = all[peers];
    while (qint64(kept.size()) < peers)
        kept.push_back(likeParsed(deskOf(qint64(kept.size()))));
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto places = batch([peers] { return size_t(anyBelow(peers)); });
        const auto stanzas = batch([peers] { return likeParsed(deskOf(anyBelow(peers))); });
        watch.measure(batchSize, [&] {
            for (int i = 0; i < batchSize; ++i)
                kept[places[i]] = stanzas[i];
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

static constexpr qint64 million = 1'000'000;

BENCHMARK(update<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(update<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(firstPresence<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(firstPresence<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(mostAvailable<RosterManagerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(mostAvailable<TrackerContender>)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(updateOfDevice<RosterManagerContender>)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(updateOfDevice<TrackerContender>)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(updateOfOccupant)->RangeMultiplier(10)->Range(1, 10'000)->UseManualTime();
BENCHMARK(joinOfRoom)->Arg(10'000)->UseManualTime();
BENCHMARK(mostAvailableOfRoom)->Arg(10'000)->UseManualTime();
BENCHMARK(memory<RosterManagerContender>)->Arg(million)->Iterations(1)->Repetitions(1)->UseManualTime();
BENCHMARK(memory<TrackerContender>)->Arg(million)->Iterations(1)->Repetitions(1)->UseManualTime();
BENCHMARK(parse)->UseManualTime();
BENCHMARK(hashLookUp)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(replaceStanza)->RangeMultiplier(10)->Range(1000, million)->UseManualTime();
BENCHMARK(copyBytes)->Arg(1030)->UseManualTime(); // of one stanza

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return EXIT_FAILURE;
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
