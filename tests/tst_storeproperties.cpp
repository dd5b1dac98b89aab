// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencestore_p.h"
#include "ranking_p.h"
#include "stanza.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

using Stanzas = std::vector<QXmppPresence>;

// What holds of the store whatever it is told: RapidCheck makes up the stanzas, and finds the shortest that do not. A
// failure prints what RC_PARAMS must be for the same ones again.
class TestStoreProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peersDoNotMatterToEachOther();
    void signalsTellTheState();
    void toldAgainNothingChanges();
    void oneSignalOfAResource();
    void mostAvailableIsTheMaximum();
};

template <>
struct rc::Arbitrary<QXmppPresence>
{
    static Gen<QXmppPresence> arbitrary()
    {
        const auto from = gen::map(
            gen::tuple(gen::element(u"juliet@example.org"_s, u"coven@chat.example.org"_s, u"gateway.example.org"_s),
                gen::element(u""_s, u"/a"_s, u"/b"_s, u"/c"_s)),
            [](const auto &parts) { return QString(std::get<0>(parts) + std::get<1>(parts)); });
        const auto what = gen::weightedElement<QString>({{5, u"available"_s}, {3, u"away"_s}, {3, u"dnd"_s},
            {3, u"unavailable"_s}, {1, u"error"_s}, {1, u"subscribe"_s}});
        const auto codes = gen::weightedElement<QList<int>>({{6, {}}, {2, {110}}, {1, {303}}, {1, {110, 303}}});
        return gen::map(gen::tuple(what, from, gen::inRange(-1, 2), codes, gen::element(u"a"_s, u"b"_s, u"d"_s),
                            gen::inRange(0, 100)),
            [](const auto &parts) {
                const auto &[type, sender, priority, statusCodes, nickname, text] = parts;
                auto presence = stanza(type + u' ' + sender);
                presence.setPriority(priority);
                presence.setStatusText(QString::number(text));
                presence.setMucStatusCodes(statusCodes);
                QXmppMucItem item;
                item.setNick(nickname);
                if (statusCodes.contains(303))
                    presence.setMucItem(item);
                return presence;
            });
    }
};

static void showValue(const QXmppPresence &stanza, std::ostream &out)
{
    out << stanza.type() << " from " << stanza.from().toStdString() << " show " << stanza.availableStatusType()
        << " priority " << stanza.priority() << " status " << stanza.statusText().toStdString();
    for (const int code : stanza.mucStatusCodes())
        out << " code " << code;
    out << " nickname " << stanza.mucItem().nick().toStdString() << '\n';
}

static PresenceStore emptyStore()
{
    return PresenceStore(comparisonFor(PresenceTracker::Ranking::Availability));
}

static Transitions apply(PresenceStore &store, const QXmppPresence &stanza)
{
    return store.apply(stanza, *Jid::fromString(stanza.from()), 0);
}

static void applyAll(PresenceStore &store, const Stanzas &stanzas)
{
    for (const auto &stanza : stanzas)
        apply(store, stanza);
}

using State = std::map<QString, QString>; // what is said, by JID

static State known(const PresenceStore &store)
{
    State state;
    const auto peers = store.peers();
    for (const auto &jid : peers) {
        const auto *peer = store.peer(jid);
        for (const auto *resource : peer->resources)
            state[resource->jid] = resource->heard.stanza.statusText();
        if (!peer->resources.isEmpty())
            state[jid + u'*'] = peer->resources.best()->jid;
        if (peer->error())
            state[jid + u'!'] = peer->error()->stanza.statusText();
        if (peer->isJoinedRoom())
            state[jid + u'@'] = peer->ownOccupant();
    }
    return state;
}

static State resourcesOf(const PresenceStore &store)
{
    auto state = known(store);
    std::erase_if(state, [](const auto &entry) { return u"*!@"_s.contains(entry.first.back()); });
    return state;
}

static QString bareOf(const QXmppPresence &stanza)
{
    return stanza.from().section(u'/', 0, 0);
}

void TestStoreProperties::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=2000");
}

void TestStoreProperties::peersDoNotMatterToEachOther()
{
    const bool holds = rc::check([](const Stanzas &stanzas) {
        std::map<QString, Stanzas> ofPeers;
        std::multimap<int, QString> turns; // in which peers send what is next of theirs
        const auto places = *rc::gen::container<std::vector<int>>(stanzas.size(), rc::gen::arbitrary<int>());
        for (size_t i = 0; i < stanzas.size(); ++i) {
            ofPeers[bareOf(stanzas[i])].push_back(stanzas[i]);
            turns.emplace(places[i], bareOf(stanzas[i]));
        }
        std::map<QString, size_t> next;
        Stanzas permuted;
        for (const auto &[place, peer] : turns)
            permuted.push_back(ofPeers[peer][next[peer]++]);
        auto store = emptyStore();
        auto permutedStore = emptyStore();
        applyAll(store, stanzas);
        applyAll(permutedStore, permuted);
        RC_ASSERT(known(permutedStore) == known(store));
    });
    QVERIFY(holds);
}

void TestStoreProperties::signalsTellTheState()
{
    const bool holds = rc::check([](const Stanzas &stanzas) {
        auto store = emptyStore();
        State replayed;
        for (const auto &stanza : stanzas) {
            for (const auto &[kind, jid, told, formerJid] : apply(store, stanza)) {
                if (kind == Transition::ResourceAvailable || kind == Transition::ResourceChanged) {
                    replayed[jid] = told.statusText();
                } else if (kind == Transition::ResourceUnavailable) {
                    RC_ASSERT(replayed.erase(jid) == 1U);
                } else if (kind == Transition::ResourceRenamed) {
                    RC_ASSERT(!replayed.contains(jid));
                    replayed[jid] = replayed.extract(formerJid).mapped();
                }
            }
            RC_ASSERT(replayed == resourcesOf(store));
        }
    });
    QVERIFY(holds);
}

// What is there, said once more in the order in which it was said.
void TestStoreProperties::toldAgainNothingChanges()
{
    const bool holds = rc::check([](const Stanzas &stanzas) {
        auto store = emptyStore();
        applyAll(store, stanzas);
        const auto before = known(store);
        std::map<quint64, QXmppPresence> heard;
        Stanzas errors;
        const auto peers = store.peers();
        for (const auto &jid : peers) {
            for (const auto *resource : store.peer(jid)->resources)
                heard[resource->received] = resource->heard.stanza;
            if (const auto *error = store.peer(jid)->error())
                errors.push_back(error->stanza);
        }
        for (const auto &[received, stanza] : heard) {
            const auto told = apply(store, stanza);
            RC_ASSERT(told.size() == 1);
            RC_ASSERT(told.first().kind == Transition::ResourceChanged);
        }
        for (const auto &error : errors) {
            const auto told = apply(store, error);
            RC_ASSERT(told.size() == 1);
            RC_ASSERT(told.first().kind == Transition::PeerError);
        }
        RC_ASSERT(known(store) == before);
    });
    QVERIFY(holds);
}

// Point 9 of the contract.
void TestStoreProperties::oneSignalOfAResource()
{
    const bool holds = rc::check([](const Stanzas &stanzas) {
        auto store = emptyStore();
        for (const auto &stanza : stanzas) {
            std::set<QString> told;
            for (const auto &[kind, jid, cause, formerJid] : apply(store, stanza)) {
                if (kind == Transition::ResourceAvailable || kind == Transition::ResourceChanged
                    || kind == Transition::ResourceUnavailable)
                    RC_ASSERT(told.insert(jid).second);
            }
        }
    });
    QVERIFY(holds);
}

void TestStoreProperties::mostAvailableIsTheMaximum()
{
    const bool holds = rc::check([](const Stanzas &stanzas) {
        auto store = emptyStore();
        applyAll(store, stanzas);
        const auto peers = store.peers();
        for (const auto &jid : peers) {
            const auto &resources = store.peer(jid)->resources;
            const auto isWorse = [&](const Resource *a, const Resource *b) {
                const auto order = compareRanks(a->heard.stanza, b->heard.stanza, comparisonFor({}));
                return std::is_neq(order) ? std::is_lt(order) : a->received < b->received;
            };
            const auto best = std::ranges::max_element(resources, isWorse);
            RC_ASSERT((best == resources.end()) == resources.isEmpty());
            if (best != resources.end())
                RC_ASSERT(*best == resources.best());
        }
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestStoreProperties)
#include "tst_storeproperties.moc"
