// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencestore_p.h"
#include "ranking_p.h"
#include "stanza.h"

#include <QRandomGenerator>
#include <QTest>
#include <QXmlStreamWriter>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Ranking = PresenceTracker::Ranking;

// The presence contract, point by point: each row is a sequence of stanzas, with what the last one of them changes and
// what is known after it. The number before the colon is the point.
static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto orchard = u"juliet@example.org/orchard"_s;

class TestPresenceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contract_data();
    void contract();
    void room_data();
    void room();
    void unreachableRoomServiceEvictsAll();
    void missingRecipientIsOneDevice_data();
    void missingRecipientIsOneDevice();
    void renamedOccupantKeepsItsPresence();
    void updateWithoutCapabilitiesKeepsThem();
    void stateBeginsWithItsFirstStanza();
    void sentIsTheTimeOfTheLastStanza();
    void everyStanzaOfAPeerInErrorIsTheError();
    void causeIsTheStanza();
    void clearTellsAllInOrder();
    void clearDomainTellsOfItsPeersAlone();
    void oldestResourcesGo_data();
    void oldestResourcesGo();
    void oneResourceAtATime();
    void manyGoAtATime();
    void whoIsNoRoomSaysNothingAsOne();
    void evictionsAreCounted();
    void peersByAge();
    void mostAvailable_data();
    void mostAvailable();
    void mostAvailableByTheApplication();
    void newRankingRanksAnew();
    void newRankingFindsTheBest();
    void mostAvailableAgreesWithASearch();
    void repeatedTextsAreShared();
    void nothingIsSharedOfWhoHasGone();
    void senderIsSharedIfItIsNormal();
    void contactsKeepAPlace();
    void textsAreJids();
    void roomInTheRosterIsLeft();
};

static Jid jid(const QString &text)
{
    return *Jid::fromString(text);
}

static QStringList lines(const Transitions &transitions)
{
    static constexpr std::array names{"peerAvailable"_L1, "resourceAvailable"_L1, "resourceChanged"_L1,
        "resourceRenamed"_L1, "resourceUnavailable"_L1, "peerUnavailable"_L1, "peerError"_L1};
    QStringList result;
    for (const auto &transition : transitions)
        result.append(
            QStringList{names.at(transition.kind), transition.formerJid, transition.jid}.join(u' ').simplified());
    return result;
}

static Transitions apply(PresenceStore &store, const QXmppPresence &stanza)
{
    return store.apply(stanza, jid(stanza.from()), 0);
}

static Transitions applyAll(PresenceStore &store, const QStringList &stanzas)
{
    Transitions last;
    for (const auto &text : stanzas)
        last = apply(store, stanza(text));
    return last;
}

// "juliet@example.org: balcony orchard" for a peer and its resources, "juliet@example.org!" for one in error.
static QStringList known(const PresenceStore &store)
{
    QStringList result;
    for (const auto &peer : store.peers()) {
        const auto *own = store.presence(jid(peer));
        const bool isError = own && own->stanza.type() == QXmppPresence::Error;
        const auto resources = store.resources(jid(peer)).keys();
        result.append(peer + (isError ? u"!"_s : u":"_s + (resources.isEmpty() ? u""_s : u' ' + resources.join(u' '))));
    }
    return result;
}

void TestPresenceStore::contract_data()
{
    QTest::addColumn<QStringList>("stanzas");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<QStringList>("after");

    const auto row = [](const char *name, const QStringList &stanzas, const QStringList &told,
                         const QStringList &after) { QTest::newRow(name) << stanzas << told << after; };
    const QStringList comes{u"available "_s + balcony};
    const QStringList bothCome{u"available "_s + orchard, u"available "_s + balcony};

    for (const auto type : {"subscribe", "subscribed", "unsubscribe", "unsubscribed", "probe"}) {
        const auto text = QString::fromLatin1(type) + u' ';
        row(qPrintable(u"1: %1 from a stranger changes nothing"_s.arg(text)), {text + juliet}, {}, {});
        row(qPrintable(u"1: %1 from a peer changes nothing"_s.arg(text)), comes + QStringList{text + juliet}, {},
            {juliet + u": balcony"_s});
        row(qPrintable(u"1: %1 does not clear an error"_s.arg(text)), {u"error "_s + juliet, text + juliet}, {},
            {juliet + u"!"_s});
    }
    row("2: case of node and domain is no matter", {u"available "_s + balcony, u"away Juliet@Example.ORG/balcony"_s},
        {u"resourceChanged "_s + balcony}, {juliet + u": balcony"_s});
    row("2: case of the resource is", {u"available "_s + balcony, u"available juliet@example.org/Balcony"_s},
        {u"resourceAvailable juliet@example.org/Balcony"_s}, {juliet + u": Balcony balcony"_s});
    row("2: the first stanza may be the odd one",
        {u"available JULIET@example.org/balcony"_s, u"unavailable "_s + balcony},
        {u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet}, {});
    row("2: slash and at-sign in a resource", {u"available juliet@example.org/a/b@c"_s},
        {u"peerAvailable "_s + juliet, u"resourceAvailable juliet@example.org/a/b@c"_s}, {juliet + u": a/b@c"_s});

    row("4: first resource of a peer", comes, {u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony},
        {juliet + u": balcony"_s});
    row("4: second resource of a peer", bothCome, {u"resourceAvailable "_s + balcony},
        {juliet + u": balcony orchard"_s});
    row("4: known resource", comes + QStringList{u"away "_s + balcony}, {u"resourceChanged "_s + balcony},
        {juliet + u": balcony"_s});
    row("4: clears an error", {u"error "_s + juliet, u"available "_s + balcony},
        {u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony}, {juliet + u": balcony"_s});
    row("4: another peer", comes + QStringList{u"available romeo@example.org/balcony"_s},
        {u"peerAvailable romeo@example.org"_s, u"resourceAvailable romeo@example.org/balcony"_s},
        {juliet + u": balcony"_s, u"romeo@example.org: balcony"_s});

    row("5: last resource of a peer", comes + QStringList{u"unavailable "_s + balcony},
        {u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet}, {});
    row("5: one of two resources", bothCome + QStringList{u"unavailable "_s + balcony},
        {u"resourceUnavailable "_s + balcony}, {juliet + u": orchard"_s});
    row("5: unknown resource", comes + QStringList{u"unavailable "_s + orchard}, {}, {juliet + u": balcony"_s});
    row("5: unknown peer costs nothing", {u"unavailable "_s + balcony}, {}, {});
    row("5: clears an error, silently", {u"error "_s + juliet, u"unavailable "_s + balcony}, {}, {});

    row("6: bare JID means every resource", bothCome + QStringList{u"unavailable "_s + juliet},
        {u"resourceUnavailable "_s + balcony, u"resourceUnavailable "_s + orchard, u"peerUnavailable "_s + juliet}, {});
    row("6: bare JID of an unknown peer", {u"unavailable "_s + juliet}, {}, {});
    row("6: bare JID of a peer in error", {u"error "_s + juliet, u"unavailable "_s + juliet}, {}, {});
    row("6: bare JID of another peer", comes + QStringList{u"unavailable romeo@example.org"_s}, {},
        {juliet + u": balcony"_s});
    row("6: bare JID that is a resource, too",
        {u"available "_s + juliet, u"available "_s + balcony, u"unavailable "_s + juliet},
        {u"resourceUnavailable "_s + juliet, u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet}, {});

    row("7: bare JID is a resource without a name", {u"available gateway.example.org"_s},
        {u"peerAvailable gateway.example.org"_s, u"resourceAvailable gateway.example.org"_s},
        {u"gateway.example.org: "_s});
    row("7: beside the others", comes + QStringList{u"available "_s + juliet}, {u"resourceAvailable "_s + juliet},
        {juliet + u":  balcony"_s});
    row("7: changes", {u"available "_s + juliet, u"dnd "_s + juliet}, {u"resourceChanged "_s + juliet},
        {juliet + u": "_s});
    row("7: the others go without it",
        {u"available "_s + juliet, u"available "_s + balcony, u"unavailable "_s + balcony},
        {u"resourceUnavailable "_s + balcony}, {juliet + u": "_s});

    row("8: from the bare JID, evicts all", bothCome + QStringList{u"error "_s + juliet},
        {u"resourceUnavailable "_s + balcony, u"resourceUnavailable "_s + orchard, u"peerUnavailable "_s + juliet,
            u"peerError "_s + juliet},
        {juliet + u"!"_s});
    row("8: from a full JID, evicts all", bothCome + QStringList{u"error "_s + orchard},
        {u"resourceUnavailable "_s + balcony, u"resourceUnavailable "_s + orchard, u"peerUnavailable "_s + juliet,
            u"peerError "_s + juliet},
        {juliet + u"!"_s});
    row("8: from a resource that is not there", comes + QStringList{u"error "_s + orchard},
        {u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet, u"peerError "_s + juliet},
        {juliet + u"!"_s});
    row("8: from a stranger, alone", {u"error "_s + balcony}, {u"peerError "_s + juliet}, {juliet + u"!"_s});
    row("8: again, alone", {u"error "_s + juliet, u"error "_s + balcony}, {u"peerError "_s + juliet},
        {juliet + u"!"_s});
    row("8: other peers stay", comes + QStringList{u"error romeo@example.org"_s}, {u"peerError romeo@example.org"_s},
        {juliet + u": balcony"_s, u"romeo@example.org!"_s});

    row("9: the same stanza changes what it made available", comes + comes + comes, {u"resourceChanged "_s + balcony},
        {juliet + u": balcony"_s});
    row("9: a resource that comes back is new",
        comes + QStringList{u"unavailable "_s + balcony, u"available "_s + balcony},
        {u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony}, {juliet + u": balcony"_s});
    row("12: an identical stanza is a change", comes + comes, {u"resourceChanged "_s + balcony},
        {juliet + u": balcony"_s});
}

void TestPresenceStore::contract()
{
    QFETCH(QStringList, stanzas);
    QFETCH(QStringList, told);
    QFETCH(QStringList, after);

    PresenceStore store(comparisonFor(Ranking::Availability));
    QCOMPARE(lines(applyAll(store, stanzas)), told);
    QCOMPARE(known(store), after);
}

// "303:new 110 unavailable room@…/nick": status codes (XEP-0045), one maybe with a new nickname, before a stanza.
static QXmppPresence roomStanza(const QString &text)
{
    auto words = text.split(u' ');
    QList<int> codes;
    QXmppMucItem item;
    while (words.first().first(1).toInt() != 0) {
        const auto word = words.takeFirst();
        codes.append(word.section(u':', 0, 0).toInt());
        if (word.contains(u':'))
            item.setNick(word.section(u':', 1));
    }
    auto result = stanza(words.join(u' '));
    result.setMucStatusCodes(codes);
    result.setMucItem(item);
    return result;
}

void TestPresenceStore::room_data()
{
    QTest::addColumn<QStringList>("stanzas");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<QStringList>("after");

    const auto room = u"coven@chat.example.org"_s;
    const QStringList joined{u"available coven@chat.example.org/witch"_s, u"110 available coven@chat.example.org/me"_s};
    const QStringList evicted{u"resourceUnavailable coven@chat.example.org/me"_s,
        u"resourceUnavailable coven@chat.example.org/witch"_s, u"peerUnavailable "_s + room, u"peerError "_s + room};

    QTest::newRow("8: nickname conflict evicts nobody")
        << joined + QStringList{u"error coven@chat.example.org/witch"_s} << QStringList{u"peerError "_s + room}
        << QStringList{room + u": me witch"_s};
    QTest::newRow("8: refused rename evicts nobody")
        << joined + QStringList{u"error coven@chat.example.org/other"_s} << QStringList{u"peerError "_s + room}
        << QStringList{room + u": me witch"_s};
    QTest::newRow("8: after our rename, too")
        << joined
            + QStringList{u"303 110 unavailable coven@chat.example.org/me"_s,
                u"110 available coven@chat.example.org/you"_s, u"error coven@chat.example.org/other"_s}
        << QStringList{u"peerError "_s + room} << QStringList{room + u": witch you"_s};
    QTest::newRow("8: in the middle of our rename, too")
        << joined
            + QStringList{u"303 110 unavailable coven@chat.example.org/me"_s, u"error coven@chat.example.org/other"_s}
        << QStringList{u"peerError "_s + room} << QStringList{room + u": witch"_s};
    QTest::newRow("our rename, with the new name")
        << joined + QStringList{u"303:you 110 unavailable coven@chat.example.org/me"_s}
        << QStringList{u"resourceRenamed coven@chat.example.org/me coven@chat.example.org/you"_s}
        << QStringList{room + u": witch you"_s};
    QTest::newRow("8: after it, too") << joined
            + QStringList{u"303:you 110 unavailable coven@chat.example.org/me"_s,
                u"error coven@chat.example.org/witch"_s}
                                      << QStringList{u"peerError "_s + room} << QStringList{room + u": witch you"_s};
    QTest::newRow("rename of another")
        << joined + QStringList{u"303:hag/\U0001f9d9 unavailable coven@chat.example.org/witch"_s}
        << QStringList{u"resourceRenamed coven@chat.example.org/witch coven@chat.example.org/hag/\U0001f9d9"_s}
        << QStringList{room + u": hag/\U0001f9d9 me"_s};
    QTest::newRow("presence under the new name")
        << joined
            + QStringList{u"303:hag unavailable coven@chat.example.org/witch"_s,
                u"available coven@chat.example.org/hag"_s}
        << QStringList{u"resourceChanged coven@chat.example.org/hag"_s} << QStringList{room + u": hag me"_s};
    QTest::newRow("rename of one that nobody knows")
        << joined + QStringList{u"303:hag unavailable coven@chat.example.org/x"_s} << QStringList()
        << QStringList{room + u": me witch"_s};
    QTest::newRow("rename to one that is there")
        << joined + QStringList{u"303:me unavailable coven@chat.example.org/witch"_s}
        << QStringList{u"resourceUnavailable coven@chat.example.org/witch"_s} << QStringList{room + u": me"_s};
    QTest::newRow("rename to a name that nobody can have")
        << joined + QStringList{u"303:\u0007 unavailable coven@chat.example.org/witch"_s}
        << QStringList{u"resourceUnavailable coven@chat.example.org/witch"_s} << QStringList{room + u": me"_s};
    QTest::newRow("rename in a room that we are not in")
        << QStringList{u"available coven@chat.example.org/witch"_s,
               u"303:hag unavailable coven@chat.example.org/witch"_s}
        << QStringList{u"resourceUnavailable coven@chat.example.org/witch"_s, u"peerUnavailable "_s + room}
        << QStringList();
    const auto left = evicted.first(3);
    QTest::newRow("we leave") << joined + QStringList{u"110 unavailable coven@chat.example.org/me"_s} << left
                              << QStringList();
    QTest::newRow("we leave, without a status code")
        << joined + QStringList{u"unavailable coven@chat.example.org/me"_s} << left << QStringList();
    QTest::newRow("we are kicked") << joined + QStringList{u"110 307 unavailable coven@chat.example.org/me"_s} << left
                                   << QStringList();
    QTest::newRow("we leave after our rename")
        << joined
            + QStringList{u"303:you 110 unavailable coven@chat.example.org/me"_s,
                u"unavailable coven@chat.example.org/you"_s}
        << QStringList{u"resourceUnavailable coven@chat.example.org/witch"_s,
               u"resourceUnavailable coven@chat.example.org/you"_s, u"peerUnavailable "_s + room}
        << QStringList();
    QTest::newRow("the room's avatar goes alone")
        << joined + QStringList{u"available "_s + room, u"unavailable "_s + room}
        << QStringList{u"resourceUnavailable "_s + room} << QStringList{room + u": me witch"_s};
    QTest::newRow("the room's avatar goes with us")
        << joined + QStringList{u"available "_s + room, u"110 unavailable coven@chat.example.org/me"_s}
        << QStringList{u"resourceUnavailable "_s + room} + left << QStringList();
    QTest::newRow("joined anew under another name")
        << joined + QStringList{u"110 available coven@chat.example.org/you"_s}
        << QStringList{u"resourceAvailable coven@chat.example.org/you"_s,
               u"resourceUnavailable coven@chat.example.org/me"_s}
        << QStringList{room + u": witch you"_s};
    QTest::newRow("our rename without the new name")
        << QStringList{u"110 available coven@chat.example.org/me"_s, u"303 110 unavailable coven@chat.example.org/me"_s,
               u"110 available coven@chat.example.org/you"_s, u"error coven@chat.example.org/x"_s}
        << QStringList{u"peerError "_s + room} << QStringList{room + u": you"_s};
    QTest::newRow("8: error of the room itself evicts all")
        << joined + QStringList{u"error "_s + room} << evicted << QStringList{room + u"!"_s};
    QTest::newRow("8: error of a room that we are not in evicts all")
        << QStringList{u"available coven@chat.example.org/witch"_s, u"error coven@chat.example.org/me"_s}
        << QStringList{u"resourceUnavailable coven@chat.example.org/witch"_s, u"peerUnavailable "_s + room,
               u"peerError "_s + room}
        << QStringList{room + u"!"_s};
    QTest::newRow("8: error of a room that we have left evicts all") << joined
            + QStringList{u"110 unavailable coven@chat.example.org/me"_s, u"available coven@chat.example.org/witch"_s,
                u"error coven@chat.example.org/other"_s} << evicted.sliced(1)
                                                                     << QStringList{room + u"!"_s};
    QTest::newRow("8: after an error of the room we are not in it") << joined
            + QStringList{u"error "_s + room, u"available coven@chat.example.org/witch"_s,
                u"error coven@chat.example.org/other"_s} << evicted.sliced(1)
                                                                    << QStringList{room + u"!"_s};
    QTest::newRow("8: refused entry") << QStringList{u"error coven@chat.example.org/me"_s}
                                      << QStringList{u"peerError "_s + room} << QStringList{room + u"!"_s};
}

void TestPresenceStore::room()
{
    QFETCH(QStringList, stanzas);
    QFETCH(QStringList, told);
    QFETCH(QStringList, after);

    PresenceStore store(comparisonFor(Ranking::Availability));
    QStringList last;
    for (const auto &text : stanzas)
        last = lines(apply(store, roomStanza(text)));
    QCOMPARE(last, told);
    QCOMPARE(known(store), after);
}

void TestPresenceStore::unreachableRoomServiceEvictsAll()
{
    using Error = QXmppStanza::Error;
    for (const auto condition : {Error::RemoteServerNotFound, Error::RemoteServerTimeout, Error::Conflict}) {
        PresenceStore store(comparisonFor(Ranking::Availability));
        apply(store, roomStanza(u"110 available coven@chat.example.org/me"_s));
        auto error = stanza(u"error coven@chat.example.org/me"_s);
        error.setError(Error(Error::Cancel, condition));
        apply(store, error);
        QCOMPARE(known(store),
            QStringList{condition == Error::Conflict ? u"coven@chat.example.org: me"_s : u"coven@chat.example.org!"_s});
    }
}

// A server returns what it could not deliver any more (RFC 6120, section 8.3.3.13).
void TestPresenceStore::missingRecipientIsOneDevice_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<QStringList>("after");

    const QStringList one{u"available "_s + balcony};
    const QStringList two{u"available "_s + balcony, u"dnd "_s + orchard};
    const QStringList oneGoes{u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet};
    const auto error = u"peerError "_s + juliet;
    QTest::newRow("8: that device goes, the other stays")
        << two << orchard << QStringList{u"resourceUnavailable "_s + orchard, error}
        << QStringList{juliet + u": balcony"_s};
    QTest::newRow("8: one that is not there")
        << one << orchard << QStringList{error} << QStringList{juliet + u": balcony"_s};
    QTest::newRow("8: the last device") << one << balcony << oneGoes + QStringList{error}
                                        << QStringList{juliet + u"!"_s};
    QTest::newRow("8: the bare JID") << one << juliet << oneGoes + QStringList{error} << QStringList{juliet + u"!"_s};
    QTest::newRow("8: nobody is there") << QStringList() << balcony << QStringList{error}
                                        << QStringList{juliet + u"!"_s};
}

void TestPresenceStore::missingRecipientIsOneDevice()
{
    QFETCH(const QStringList, before);
    QFETCH(const QString, from);
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store, before);
    auto error = stanza(u"error "_s + from);
    error.setError({QXmppStanza::Error::Wait, QXmppStanza::Error::RecipientUnavailable});
    QTEST(lines(apply(store, error)), "told");
    QTEST(known(store), "after");
    if (const auto *best = store.mostAvailable(juliet))
        QCOMPARE(best->stanza.from(), balcony);
}

void TestPresenceStore::renamedOccupantKeepsItsPresence()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store, {u"dnd coven@chat.example.org/witch"_s, u"away coven@chat.example.org/hag"_s});
    apply(store, roomStanza(u"110 away coven@chat.example.org/me"_s));
    const auto unavailable = roomStanza(u"303:crone unavailable coven@chat.example.org/witch"_s);
    const auto told = apply(store, unavailable);
    QCOMPARE(told.first().stanza.type(), QXmppPresence::Unavailable);
    const auto *crone = store.presence(jid(u"coven@chat.example.org/crone"_s));
    QVERIFY(crone);
    QCOMPARE(crone->stanza.from(), u"coven@chat.example.org/crone"_s);
    QCOMPARE(crone->stanza.availableStatusType(), QXmppPresence::DND);
    QCOMPARE(store.mostAvailable(u"coven@chat.example.org"_s), crone);
    QVERIFY(!store.presence(jid(u"coven@chat.example.org/witch"_s)));
    apply(store, stanza(u"unavailable coven@chat.example.org/crone"_s));
    QCOMPARE(known(store), QStringList{u"coven@chat.example.org: hag me"_s});
}

// XEP-0115, section 8.4
void TestPresenceStore::updateWithoutCapabilitiesKeepsThem()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    auto first = stanza(u"available juliet@example.org/balcony"_s);
    first.setCapabilityHash(u"sha-1"_s);
    first.setCapabilityNode(u"https://example.org/client"_s);
    first.setCapabilityVer("version");
    apply(store, first);
    const auto told = apply(store, stanza(u"away juliet@example.org/balcony"_s));
    const auto *now = store.presence(jid(u"juliet@example.org/balcony"_s));
    for (const auto &stanza : {told.first().stanza, now->stanza}) {
        QCOMPARE(stanza.availableStatusType(), QXmppPresence::Away);
        QCOMPARE(stanza.capabilityHash(), first.capabilityHash());
        QCOMPARE(stanza.capabilityNode(), first.capabilityNode());
        QCOMPARE(stanza.capabilityVer(), first.capabilityVer());
    }
    first.setCapabilityVer("another");
    apply(store, first);
    QCOMPARE(now->stanza.capabilityVer(), "another");
    apply(store, stanza(u"available juliet@example.org/orchard"_s));
    QVERIFY(store.presence(jid(u"juliet@example.org/orchard"_s))->stanza.capabilityNode().isEmpty());
    applyAll(store, {u"unavailable juliet@example.org/balcony"_s, u"available juliet@example.org/balcony"_s});
    QVERIFY(store.presence(jid(u"juliet@example.org/balcony"_s))->stanza.capabilityNode().isEmpty());
}

void TestPresenceStore::everyStanzaOfAPeerInErrorIsTheError()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store, {u"available juliet@example.org/balcony"_s, u"error juliet@example.org/orchard"_s});
    for (const auto &text : {u"juliet@example.org"_s, u"juliet@example.org/balcony"_s, u"juliet@example.org/other"_s}) {
        const auto *error = store.presence(jid(text));
        QVERIFY(error);
        QCOMPARE(error->stanza.type(), QXmppPresence::Error);
        QCOMPARE(error->stanza.from(), u"juliet@example.org/orchard"_s);
    }
    QVERIFY(!store.mostAvailable(u"juliet@example.org"_s));
    QVERIFY(!store.presence(jid(u"romeo@example.org"_s)));
}

void TestPresenceStore::causeIsTheStanza()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store, {u"available juliet@example.org/balcony"_s, u"available juliet@example.org/orchard"_s});
    auto goodnight = stanza(u"unavailable juliet@example.org"_s);
    goodnight.setStatusText(u"Good night"_s);
    const auto told = apply(store, goodnight);
    QCOMPARE(told.size(), 3);
    for (const auto &transition : told) {
        QCOMPARE(transition.stanza.from(), u"juliet@example.org"_s);
        QCOMPARE(transition.stanza.statusText(), u"Good night"_s);
    }
}

void TestPresenceStore::clearTellsAllInOrder()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store,
        {u"available romeo@example.org/b"_s, u"available romeo@example.org/a"_s, u"error nurse@example.org"_s,
            u"available juliet@example.org/x"_s, u"available juliet@example.org"_s});
    const auto told = store.clear();
    QCOMPARE(lines(told),
        (QStringList{u"resourceUnavailable juliet@example.org"_s, u"resourceUnavailable juliet@example.org/x"_s,
            u"peerUnavailable juliet@example.org"_s, u"resourceUnavailable romeo@example.org/a"_s,
            u"resourceUnavailable romeo@example.org/b"_s, u"peerUnavailable romeo@example.org"_s}));
    for (const auto &transition : told) {
        QCOMPARE(transition.stanza.type(), QXmppPresence::Unavailable);
        QCOMPARE(transition.stanza.from(), transition.jid);
    }
    QCOMPARE(known(store), QStringList());
    QVERIFY(!store.presence(jid(u"nurse@example.org"_s)));
    QVERIFY(store.clear().isEmpty());
}

static QXmppPresence withPriority(int priority, const QString &text)
{
    auto result = stanza(text);
    result.setPriority(priority);
    return result;
}

void TestPresenceStore::sentIsTheTimeOfTheLastStanza()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    for (const qint64 now : {1000, 1001}) {
        store.apply(stanza(u"away "_s + balcony), jid(balcony), now);
        QCOMPARE(store.presence(jid(balcony))->sent, now);
    }
}

void TestPresenceStore::stateBeginsWithItsFirstStanza()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    qint64 now = 1000;
    const auto since = [&](const QString &show) {
        store.apply(stanza(show + u' ' + balcony), jid(balcony), now++);
        return store.resource(jid(balcony))->heard.since;
    };
    QCOMPARE(since(u"away"_s), 1000);
    QCOMPARE(since(u"away"_s), 1000);
    QCOMPARE(since(u"dnd"_s), 1002);
    QCOMPARE(since(u"dnd"_s), 1002);
    QCOMPARE(since(u"away"_s), 1004);
}

void TestPresenceStore::clearDomainTellsOfItsPeersAlone()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store,
        {u"available b@gateway.example.org/x"_s, u"available a@gateway.example.org"_s, u"error c@gateway.example.org"_s,
            u"available gateway.example.org"_s, u"available other.gateway.example.org"_s, u"available "_s + balcony});
    Transitions told;
    store.clearDomain(u"gateway.example.org", told);
    QCOMPARE(lines(told),
        (QStringList{u"resourceUnavailable a@gateway.example.org"_s, u"peerUnavailable a@gateway.example.org"_s,
            u"resourceUnavailable b@gateway.example.org/x"_s, u"peerUnavailable b@gateway.example.org"_s}));
    QCOMPARE(told[0].stanza.type(), QXmppPresence::Unavailable);
    QCOMPARE(told[0].stanza.from(), u"a@gateway.example.org"_s);
    QCOMPARE(known(store),
        (QStringList{u"gateway.example.org: "_s, juliet + u": balcony"_s, u"other.gateway.example.org: "_s}));
}

void TestPresenceStore::oldestResourcesGo_data()
{
    QTest::addColumn<QStringList>("stanzas");
    QTest::addColumn<QStringList>("told"); // by the last stanza, with room for two
    QTest::addColumn<int>("evicted");

    const QStringList both{u"available coven@chat.example.org/a"_s, u"available coven@chat.example.org/b"_s};
    const auto c = u"available coven@chat.example.org/c"_s;
    const auto told = [](const QString &gone) {
        return QStringList{
            u"resourceAvailable coven@chat.example.org/c"_s, u"resourceUnavailable coven@chat.example.org/"_s + gone};
    };
    QTest::newRow("as many as there may be")
        << both << QStringList{u"resourceAvailable coven@chat.example.org/b"_s} << 0;
    QTest::newRow("one more") << both + QStringList{c} << told(u"a"_s) << 1;
    QTest::newRow("the first was heard again")
        << both + QStringList{u"away coven@chat.example.org/a"_s, c} << told(u"b"_s) << 1;
    QTest::newRow("our own stays") << QStringList{u"110 available coven@chat.example.org/a"_s,
        u"available coven@chat.example.org/b"_s, c}
                                   << told(u"b"_s) << 1;
    QTest::newRow("a change evicts nobody") << both + QStringList{u"away coven@chat.example.org/a"_s}
                                            << QStringList{u"resourceChanged coven@chat.example.org/a"_s} << 0;
}

void TestPresenceStore::oldestResourcesGo()
{
    QFETCH(const QStringList, stanzas);
    QFETCH(const QStringList, told);
    QFETCH(const int, evicted);

    PresenceStore store(comparisonFor(Ranking::Availability));
    Transitions last;
    for (const auto &text : stanzas) {
        const auto received = roomStanza(text);
        last = store.apply(received, jid(received.from()), 0, [] { return Standing{.maxResources = 2}; });
    }
    QCOMPARE(lines(last), told);
    QCOMPARE(store.evicted(), evicted);
    QCOMPARE(last.last().stanza.from(), last.last().jid);
}

void TestPresenceStore::oneResourceAtATime()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    const auto add = [&](const QString &name) {
        const auto received = stanza(u"available juliet@example.org/"_s + name);
        store.apply(received, jid(received.from()), 0, [] { return Standing{.maxResources = 1}; });
        return known(store);
    };
    QCOMPARE(add(u"a"_s), QStringList{u"juliet@example.org: a"_s});
    QCOMPARE(add(u"b"_s), QStringList{u"juliet@example.org: b"_s});
}

// Looking for the oldest of many takes long: then some more go, so that the next are not looked for at once.
void TestPresenceStore::manyGoAtATime()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    const auto add = [&](int number) {
        const auto received = stanza(u"available juliet@example.org/%1"_s.arg(number));
        return lines(store.apply(received, jid(received.from()), 0, [] { return Standing{.maxResources = 128}; }));
    };
    for (int i = 100; i < 228; ++i)
        QVERIFY(!add(i).last().startsWith("resourceUnavailable"_L1));
    QCOMPARE(add(228).sliced(1),
        (QStringList{u"resourceUnavailable juliet@example.org/100"_s, u"resourceUnavailable juliet@example.org/101"_s,
            u"resourceUnavailable juliet@example.org/102"_s}));
    QCOMPARE(add(229).size(), 1);
}

void TestPresenceStore::whoIsNoRoomSaysNothingAsOne()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    const auto receive = [&](const QString &text) {
        const auto received = roomStanza(text);
        return lines(store.apply(received, jid(received.from()), 0, [] { return Standing{.mayBeRoom = false}; }));
    };
    receive(u"110 available mallory@example.net/a"_s);
    receive(u"110 available mallory@example.net/b"_s);
    QCOMPARE(known(store), QStringList{u"mallory@example.net: a b"_s});
    QCOMPARE(receive(u"110 unavailable mallory@example.net/a"_s),
        QStringList{u"resourceUnavailable mallory@example.net/a"_s});
    QCOMPARE(receive(u"error mallory@example.net/x"_s).size(), 3); // as any peer's
}

void TestPresenceStore::evictionsAreCounted()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store, {u"available "_s + balcony, u"available "_s + orchard, u"error romeo@example.org"_s});
    store.evict(jid(u"nobody@example.org"_s));
    QCOMPARE(store.evicted(), 0);
    QCOMPARE(lines(store.evict(jid(juliet))),
        (QStringList{
            u"resourceUnavailable "_s + balcony, u"resourceUnavailable "_s + orchard, u"peerUnavailable "_s + juliet}));
    QCOMPARE(store.evicted(), 2);
    QCOMPARE(lines(store.evict(jid(u"romeo@example.org"_s))), QStringList());
    QCOMPARE(store.evicted(), 3);
    QCOMPARE(known(store), QStringList());
}

void TestPresenceStore::peersByAge()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    applyAll(store,
        {u"available a@example.org/x"_s, u"available c@example.org/x"_s, u"available b@example.org/x"_s,
            u"error d@example.org"_s, u"available c@example.org/y"_s, u"away b@example.org/x"_s});
    QCOMPARE(store.peersByAge(),
        (QStringList{u"d@example.org"_s, u"a@example.org"_s, u"c@example.org"_s, u"b@example.org"_s}));
}

void TestPresenceStore::mostAvailable_data()
{
    QTest::addColumn<Ranking>("ranking");
    QTest::addColumn<QStringList>("ascending"); // "priority show resource"

    QTest::newRow("11: availability") << Ranking::Availability
                                      << QStringList{u"9 xa"_s, u"8 away"_s, u"7 available"_s, u"6 chat"_s, u"5 dnd"_s};
    QTest::newRow("11: availability, ties by priority")
        << Ranking::Availability << QStringList{u"-5 away"_s, u"0 away"_s, u"7 away"_s, u"-9 available"_s};
    QTest::newRow("11: availability, then ties by time")
        << Ranking::Availability << QStringList{u"3 away"_s, u"3 away"_s, u"3 away"_s};
    QTest::newRow("11: priority") << Ranking::Priority
                                  << QStringList{u"-1 dnd"_s, u"0 chat"_s, u"1 available"_s, u"2 xa"_s};
    QTest::newRow("11: priority, then show")
        << Ranking::Priority
        << QStringList{u"1 xa"_s, u"1 away"_s, u"1 available"_s, u"1 chat"_s, u"1 dnd"_s, u"2 xa"_s};
    QTest::newRow("11: priority, then time") << Ranking::Priority << QStringList{u"1 chat"_s, u"1 chat"_s};
    QTest::newRow("11: reachability") << Ranking::Reachability
                                      << QStringList{u"9 xa"_s, u"8 away"_s, u"7 dnd"_s, u"6 available"_s, u"5 chat"_s};
    QTest::newRow("11: reachability, ties by priority")
        << Ranking::Reachability << QStringList{u"1 dnd"_s, u"2 dnd"_s, u"0 chat"_s};
}

void TestPresenceStore::mostAvailable()
{
    QFETCH(Ranking, ranking);
    QFETCH(QStringList, ascending);

    const auto best = [](const PresenceStore &store) {
        return store.mostAvailable(u"juliet@example.org"_s)->stanza.from().section(u'/', 1).toInt();
    };
    // They come from the worst to the best, then leave from the best to the worst.
    PresenceStore store(comparisonFor(ranking));
    for (qsizetype i = 0; i < ascending.size(); ++i) {
        const auto words = ascending[i].split(u' ');
        apply(store, withPriority(words[0].toInt(), words[1] + u" juliet@example.org/%1"_s.arg(i)));
        QCOMPARE(best(store), i);
    }
    for (auto i = ascending.size() - 1; i > 0; --i) {
        QCOMPARE(best(store), i);
        applyAll(store, {u"unavailable juliet@example.org/%1"_s.arg(i)});
    }
    QCOMPARE(best(store), 0);
    applyAll(store, {u"unavailable juliet@example.org/0"_s});
    QVERIFY(!store.mostAvailable(u"juliet@example.org"_s));
}

void TestPresenceStore::mostAvailableByTheApplication()
{
    PresenceStore store(
        [](const QXmppPresence &a, const QXmppPresence &b) { return a.statusText().size() <=> b.statusText().size(); });
    for (const auto &status : {u"long"_s, u"longest"_s, u"short"_s}) {
        auto presence = stanza(u"available juliet@example.org/"_s + status);
        presence.setStatusText(status);
        apply(store, presence);
    }
    QCOMPARE(store.mostAvailable(u"juliet@example.org"_s)->stanza.statusText(), u"longest"_s);
}

void TestPresenceStore::newRankingRanksAnew()
{
    PresenceStore store(comparisonFor(Ranking::Availability));
    apply(store, withPriority(1, u"dnd juliet@example.org/a"_s));
    apply(store, withPriority(2, u"away juliet@example.org/b"_s));
    apply(store, withPriority(0, u"chat juliet@example.org/c"_s));
    const auto best = [&] { return store.mostAvailable(u"juliet@example.org"_s)->stanza.from(); };
    QCOMPARE(best(), u"juliet@example.org/a"_s);
    store.setRanking(comparisonFor(Ranking::Priority));
    QCOMPARE(best(), u"juliet@example.org/b"_s);
    store.setRanking(comparisonFor(Ranking::Reachability));
    QCOMPARE(best(), u"juliet@example.org/c"_s);
}

// The best of the new ranking is found wherever the old one has put it.
void TestPresenceStore::newRankingFindsTheBest()
{
    static constexpr std::array shows{"dnd"_L1, "chat"_L1, "away"_L1, "xa"_L1};
    std::array priorities{1, 2, 3, 4};
    do {
        PresenceStore store(comparisonFor(Ranking::Availability));
        for (size_t i = 0; i < shows.size(); ++i)
            apply(store, withPriority(priorities[i], shows[i] + u" juliet@example.org/%1"_s.arg(i)));
        store.setRanking(comparisonFor(Ranking::Priority));
        QCOMPARE(store.mostAvailable(u"juliet@example.org"_s)->stanza.priority(), 4);
    } while (std::ranges::next_permutation(priorities).found);
}

void TestPresenceStore::mostAvailableAgreesWithASearch()
{
    static constexpr std::array shows{"xa"_L1, "away"_L1, "available"_L1, "chat"_L1, "dnd"_L1, "unavailable"_L1};
    QRandomGenerator random(1);
    auto ranking = Ranking::Availability;
    PresenceStore store(comparisonFor(ranking));
    QMap<QString, QPair<QXmppPresence, int>> naive; // by full JID: last stanza, and its number
    for (int number = 0; number < 5'000; ++number) {
        const auto full = u"coven@chat.example.org/%1"_s.arg(random.bounded(50));
        const auto presence = withPriority(random.bounded(3), shows.at(size_t(random.bounded(6))) + u' ' + full);
        apply(store, presence);
        if (random.bounded(100) == 0)
            store.setRanking(comparisonFor(ranking = random.bounded(2) ? Ranking::Availability : Ranking::Priority));
        if (presence.type() == QXmppPresence::Available)
            naive.insert(full, {presence, number});
        else
            naive.remove(full);

        const auto *best = store.mostAvailable(u"coven@chat.example.org"_s);
        QCOMPARE(best != nullptr, !naive.isEmpty());
        if (!best)
            continue;
        const auto expected = std::ranges::max(naive, {}, [&](const auto &entry) {
            const auto state = PresenceState::fromStanza(entry.first);
            const auto priority = entry.first.priority();
            const bool byPriority = ranking == Ranking::Priority;
            return std::tuple(byPriority ? priority : 0, state, priority, entry.second);
        });
        QCOMPARE(best->stanza.from(), expected.first.from());
        QCOMPARE(store.resources(jid(u"coven@chat.example.org"_s)).size(), naive.size());
    }
}

static QXmppPresence fromClient(const QString &fullJid, const QString &node)
{
    auto presence = stanza(u"away "_s + fullJid);
    presence.setTo(QString(u"me@example.org/"_s + u"desk"));
    presence.setLang(QString(u"e"_s + u'n'));
    presence.setStatusText(u"wooing"_s);
    presence.setCapabilityNode(node);
    presence.setCapabilityHash(QString(u"sha"_s + u"-1"));
    presence.setCapabilityVer(QByteArray("QgayPKawp") + QByteArray("kPSDYmwT"));
    return presence;
}

static QString xmlOf(const QXmppPresence &presence)
{
    QString xml;
    QXmlStreamWriter writer(&xml);
    presence.toXml(&writer);
    return xml;
}

// All but the last one have what they repeat in common, and are what they were. So are those that somebody has kept.
void TestPresenceStore::repeatedTextsAreShared()
{
    PresenceStore store(comparisonFor({}));
    const auto longNode = QString(1000, u'x');
    QList<QXmppPresence> kept;
    QStringList before;
    for (const auto &node : {u"https://a.example"_s, u"https://b.example"_s, longNode, u"https://a.example"_s}) {
        kept.append(fromClient(u"juliet@example.org/%1"_s.arg(kept.size()), QString(node.begin(), node.size())));
        before.append(xmlOf(kept.last()));
        apply(store, kept.last());
    }
    store.share();
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(xmlOf(store.presence(jid(kept.at(i).from()))->stanza), before.at(i));
        QCOMPARE(xmlOf(kept.at(i)), before.at(i));
    }
    const auto stanzaOf = [&](int i) { return store.presence(jid(kept.at(i).from()))->stanza; };
    QCOMPARE(stanzaOf(0).to().constData(), stanzaOf(3).to().constData());
    QCOMPARE(stanzaOf(0).lang().constData(), stanzaOf(3).lang().constData());
    QCOMPARE(stanzaOf(0).capabilityNode().constData(), stanzaOf(3).capabilityNode().constData());
    QCOMPARE(stanzaOf(0).capabilityHash().constData(), stanzaOf(3).capabilityHash().constData());
    QCOMPARE(stanzaOf(0).capabilityVer().constData(), stanzaOf(3).capabilityVer().constData());
    QCOMPARE(stanzaOf(2).capabilityNode().constData(), kept.at(2).capabilityNode().constData()); // it is too long
}

void TestPresenceStore::nothingIsSharedOfWhoHasGone()
{
    const std::vector<std::function<void(PresenceStore &)>> ways{
        [](PresenceStore &store) { store.drop(jid(juliet)); },
        [](PresenceStore &store) { store.evict(jid(juliet)); },
        [](PresenceStore &store) { store.clear(); },
        [](PresenceStore &store) {
            Transitions told;
            store.clearDomain(u"example.org", told);
        },
        [](PresenceStore &store) { apply(store, stanza(u"unavailable "_s + balcony)); },
        [](PresenceStore &store) { apply(store, stanza(u"error "_s + juliet)); },
    };
    for (const auto &goes : ways) {
        PresenceStore store(comparisonFor({}));
        apply(store, fromClient(balcony, u"https://a.example"_s));
        goes(store);
        apply(store, fromClient(orchard, u"https://a.example"_s));
        QCOMPARE(store.resources(jid(juliet)).keys(), QStringList{u"orchard"_s});
    }
}

// Another one stays as it came.
void TestPresenceStore::senderIsSharedIfItIsNormal()
{
    PresenceStore store(comparisonFor({}));
    const auto odd = u"Juliet@Example.ORG/orchard"_s;
    for (const auto &from : {balcony, balcony, odd})
        apply(store, fromClient(QString(from.constData(), from.size()), u"https://a.example"_s));
    store.share();
    QCOMPARE(store.presence(jid(balcony))->stanza.from().constData(), store.resource(jid(balcony))->jid.constData());
    QCOMPARE(store.presence(jid(odd))->stanza.from(), odd);
}

// It is no peer for that: nothing is known of one who has gone, or was never heard.
void TestPresenceStore::contactsKeepAPlace()
{
    const std::vector<std::function<void(PresenceStore &)>> ways{
        [](PresenceStore &store) { apply(store, stanza(u"unavailable "_s + balcony)); },
        [](PresenceStore &store) { applyAll(store, {u"error "_s + juliet, u"unavailable "_s + juliet}); },
        [](PresenceStore &store) { store.drop(jid(juliet)); },
        [](PresenceStore &store) { store.evict(jid(juliet)); },
        [](PresenceStore &store) { store.clear(); },
        [](PresenceStore &store) {
            apply(store, stanza(u"error "_s + juliet));
            store.clear();
        },
        [](PresenceStore &store) {
            Transitions told;
            store.clearDomain(u"example.org", told);
        },
    };
    const auto nurse = u"nurse@example.org"_s;
    PresenceStore store(comparisonFor({}));
    QCOMPARE(store.setRosterState(jid(u"Juliet@example.org"_s), RosterState::Subscribed), RosterState::Absent);
    QCOMPARE(store.setRosterState(jid(nurse), RosterState::Present), RosterState::Absent);
    QCOMPARE(store.rosterState(juliet), RosterState::Subscribed);
    QCOMPARE(known(store), QStringList());
    QVERIFY(!store.peer(juliet));
    applyAll(store, {u"available paris@example.org/x"_s, u"unavailable paris@example.org/x"_s});
    QCOMPARE(store.places(), 2);

    const QStringList comes{u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony};
    for (const auto &goes : ways) {
        QCOMPARE(lines(apply(store, stanza(u"available "_s + balcony))), comes);
        QCOMPARE(known(store), QStringList{juliet + u": balcony"_s});
        goes(store);
        QCOMPARE(known(store), QStringList());
        QVERIFY(!store.peer(juliet));
        QCOMPARE(store.rosterState(juliet), RosterState::Subscribed);
    }

    QCOMPARE(store.setRosterState(jid(nurse), RosterState::Absent), RosterState::Present);
    QCOMPARE(store.rosterState(nurse), RosterState::Absent);
    QCOMPARE(store.places(), 1);
    apply(store, stanza(u"available "_s + balcony));
    store.clearRoster();
    QCOMPARE(store.rosterState(juliet), RosterState::Absent);
    QCOMPARE(known(store), QStringList{juliet + u": balcony"_s});
    store.setRosterState(jid(juliet), RosterState::Present);
    QCOMPARE(store.setRosterState(jid(juliet), RosterState::Absent), RosterState::Present);
    QCOMPARE(known(store), QStringList{juliet + u": balcony"_s});

    store.setRosterState(jid(nurse), RosterState::Subscribed);
    store.reserve(1000);
    QCOMPARE(store.rosterState(nurse), RosterState::Subscribed);
    store.clearRoster();
    QCOMPARE(store.rosterState(nurse), RosterState::Absent);
}

// Whether the peer has no place yet, has one, or had one.
void TestPresenceStore::textsAreJids()
{
    const auto bad = balcony + u'\a';
    const auto isJid = [](const PresenceStore &store, const QString &text, const QString &full) {
        const auto found = store.jid(text);
        return found && found->full() == full && found->bare() == juliet;
    };
    PresenceStore store(comparisonFor({}));
    const auto areTold = [&] {
        return isJid(store, balcony, balcony) && isJid(store, juliet, juliet)
            && isJid(store, u"Juliet@Example.org/balcony"_s, balcony) && !store.jid(bad) && !store.jid(juliet + u'/');
    };
    QVERIFY(areTold());
    apply(store, stanza(u"available "_s + balcony));
    QVERIFY(areTold());
    apply(store, stanza(u"unavailable "_s + balcony));
    QCOMPARE(store.places(), 0);
    QVERIFY(areTold());
    QCOMPARE(store.rosterState(juliet), RosterState::Absent);
}

// After which it is no room that we are in: what it says of itself is what any peer says.
void TestPresenceStore::roomInTheRosterIsLeft()
{
    const auto coven = u"coven@chat.example.org"_s;
    const auto witch = coven + u"/witch"_s;
    const std::vector<std::function<void(PresenceStore &)>> ways{
        [&](PresenceStore &store) { apply(store, roomStanza(u"110 unavailable "_s + coven + u"/me"_s)); },
        [](PresenceStore &store) { store.clear(); },
        [&](PresenceStore &store) { store.drop(jid(coven)); },
        [](PresenceStore &store) {
            Transitions told;
            store.clearDomain(u"chat.example.org", told);
        },
    };
    for (const auto &leave : ways) {
        PresenceStore store(comparisonFor({}));
        store.setRosterState(jid(coven), RosterState::Present);
        apply(store, roomStanza(u"110 available "_s + coven + u"/me"_s));
        leave(store);
        applyAll(store, {u"available "_s + witch, u"unavailable "_s + coven});
        QCOMPARE(known(store), QStringList());
    }
}

QTEST_APPLESS_MAIN(TestPresenceStore)
#include "tst_presencestore.moc"
