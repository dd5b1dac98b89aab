// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanza.h"
#include "streamtexts.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <QXmppMucManager.h>
#include <QXmppRosterManager.h>

#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>
#include <XmppPresence/TestClient>

#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto room = u"coven@chat.example.org"_s;
static const auto self = u"<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x>"_s;

// What becomes of presence that nobody has asked for.
class TestBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void defaults();
    void limits();
    void refusedLimits();
    void leastRecentlyHeardGoes();
    void whoIsNoStranger_data();
    void whoIsNoStranger();
    void watchedForAWhile_data();
    void watchedForAWhile();
    void watchedTakesNoPlace();
    void watchedInASlot();
    void heardAgainInASlot();
    void gonersTakeNoPlace();
    void removedContactTakesNoPlace();
    void blockedDeviceTakesNoPlace();
    void thoseOfAGatewayTakeNoPlace();
    void enteredRoomTakesNoPlace();
    void watchedNoLongerIsOneMore();
    void clientThatIsGoing();
    void lowerLimitComesFirst();
    void rosterManagerRemoved();
    void becomesAContact();
    void isNoContactAnyMore();
    void beforeTheRoster();
    void nobodyIsKept();
    void strangerThatGoes();
    void errorOfAStranger();
    void resourcesOfAStranger();
    void resourcesOfAContact();
    void occupants();
    void manyAtATime();
    void forgedRoom();
    void forgedDeparture();
    void roomOfAFormerClient();
    void roomEnteredBefore();
    void ofFormerSessions();
    void contactOfAFormerSession();
    void slotMayDeleteTheTracker_data();
    void slotMayDeleteTheTracker();
    void flood();

public Q_SLOTS:
    void deleteTracker() { m_tracker.reset(); }

private:
    bool startAnew(const QList<QXmppRosterIq::Item> &roster);
    bool receive(const QString &xml) { return m_client->receiveXml(xml); }
    bool receiveFrom(const QStringList &jids);
    QStringList take() { return m_recorder->take(); }

    std::unique_ptr<TestClient> m_client;
    std::unique_ptr<PresenceTracker> m_tracker;
    std::unique_ptr<PresenceRecorder> m_recorder;
};

static const auto juliet = contact(u"juliet@example.org"_s);

// "a" is a stranger, of one device.
static QString device(const QString &name)
{
    return name + u"@nowhere.example/x"_s;
}

void TestBounds::init()
{
    m_client = std::make_unique<TestClient>();
    m_tracker = std::make_unique<PresenceTracker>(m_client.get());
    m_tracker->setMaximumStrangers(2);
    m_tracker->setMaximumStrangerResources(3);
    m_recorder = std::make_unique<PresenceRecorder>(m_tracker.get());
    QVERIFY(startAnew({juliet}));
}

void TestBounds::cleanup()
{
    m_recorder.reset();
    m_tracker.reset();
    m_client.reset();
}

bool TestBounds::startAnew(const QList<QXmppRosterIq::Item> &roster)
{
    m_client->logOut();
    m_client->setRoster(roster);
    return m_client->startNewSession();
}

bool TestBounds::receiveFrom(const QStringList &jids)
{
    QString xml;
    for (const auto &jid : jids)
        xml += presenceOf(jid);
    return receive(xml);
}

void TestBounds::defaults()
{
    const PresenceTracker tracker;
    QCOMPARE(tracker.maximumStrangers(), 1024);
    QCOMPARE(tracker.maximumStrangerResources(), 32);
    QCOMPARE(tracker.maximumResources(), 1000);
    QCOMPARE(tracker.maximumOccupants(), 100'000);
    QCOMPARE(tracker.evicted(), 0);
}

void TestBounds::limits()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    QSignalSpy changed(m_tracker.get(), &PresenceTracker::limitsChanged);
    take();
    m_tracker->setMaximumStrangers(1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(take(), departure(device(u"a"_s)));
    m_tracker->setMaximumStrangers(1);
    QCOMPARE(changed.size(), 1);
    for (const auto set : {&PresenceTracker::setMaximumStrangerResources, &PresenceTracker::setMaximumResources,
             &PresenceTracker::setMaximumOccupants})
        (m_tracker.get()->*set)(1);
    m_tracker->setMaximumStrangers(0);
    QCOMPARE(changed.size(), 5);
    QCOMPARE(m_tracker->maximumStrangers(), 0);
    QCOMPARE(m_tracker->maximumStrangerResources(), 1);
    QCOMPARE(m_tracker->maximumResources(), 1);
    QCOMPARE(m_tracker->maximumOccupants(), 1);
}

void TestBounds::refusedLimits()
{
    PresenceTracker tracker;
    QSignalSpy changed(&tracker, &PresenceTracker::limitsChanged);
    const auto refuses = [&tracker](auto set, int value) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Refused.*: %1$"_s.arg(value)));
        (tracker.*set)(value);
    };
    refuses(&PresenceTracker::setMaximumStrangers, -1);
    refuses(&PresenceTracker::setMaximumStrangerResources, 0);
    refuses(&PresenceTracker::setMaximumResources, 0);
    refuses(&PresenceTracker::setMaximumOccupants, 0);
    refuses(&PresenceTracker::setInitialSyncInterval, -1);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(tracker.maximumStrangers(), 1024);
    QCOMPARE(tracker.maximumStrangerResources(), 32);
    QCOMPARE(tracker.maximumResources(), 1000);
    QCOMPARE(tracker.maximumOccupants(), 100'000);
    QCOMPARE(tracker.initialSyncInterval(), 3000);
}

void TestBounds::leastRecentlyHeardGoes()
{
    QSignalSpy evicted(m_tracker.get(), &PresenceTracker::evictedChanged);
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s), device(u"a"_s)}));
    take();
    QCOMPARE(m_tracker->evicted(), 0);
    QVERIFY(receiveFrom({device(u"c"_s)}));
    QCOMPARE(take(), arrival(device(u"c"_s)) + departure(device(u"b"_s)));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@nowhere.example"_s, u"c@nowhere.example"_s}));
    QCOMPARE(m_tracker->evicted(), 1);
    QCOMPARE(evicted.size(), 1);
}

void TestBounds::whoIsNoStranger_data()
{
    QTest::addColumn<QString>("jid");
    QTest::newRow("contact") << u"juliet@example.org/balcony"_s;
    QTest::newRow("own device") << u"me@example.org/phone"_s;
    QTest::newRow("watched") << u"watched@nowhere.example/x"_s;
    QTest::newRow("in a model") << u"made@nowhere.example/x"_s;
    QTest::newRow("shown") << u"shown@nowhere.example/x"_s;
    QTest::newRow("awaited") << u"awaited@nowhere.example/x"_s;
    QTest::newRow("occupant") << room + u"/witch"_s;
}

void TestBounds::whoIsNoStranger()
{
    QFETCH(const QString, jid);
    PresenceWatcher watcher;
    watcher.setTracker(m_tracker.get());
    watcher.setJid(u"watched@nowhere.example"_s);
    const ResourceModel made(m_tracker.get(), u"made@nowhere.example"_s);
    ResourceModel shown;
    shown.setTracker(m_tracker.get());
    shown.setJid(u"shown@nowhere.example"_s);
    const auto wait = m_tracker->watchOnce(u"awaited@nowhere.example"_s, [](PresenceState) { return false; });
    enterRoom(*m_client, room);
    QVERIFY(receiveFrom({device(u"a"_s), jid}));
    QVERIFY(receiveFrom({device(u"b"_s), device(u"c"_s), device(u"d"_s)}));
    QVERIFY(m_tracker->presence(jid));
    QCOMPARE(m_tracker->evicted(), 2); // and it is not counted
}

void TestBounds::watchedForAWhile_data()
{
    QTest::addColumn<bool>("isKnownBefore");
    QTest::newRow("known before") << true;
    QTest::newRow("heard meanwhile") << false;
}

// Whoever was watched is a stranger again, and needs not be heard once more for that.
void TestBounds::watchedForAWhile()
{
    QFETCH(const bool, isKnownBefore);
    QVERIFY(!isKnownBefore || receiveFrom({device(u"a"_s)}));
    auto watcher = std::make_unique<PresenceWatcher>(m_tracker.get(), u"a@nowhere.example"_s);
    QVERIFY(isKnownBefore || receiveFrom({device(u"a"_s)}));
    QVERIFY(receiveFrom({device(u"b"_s), device(u"c"_s), device(u"d"_s)}));
    QVERIFY(m_tracker->presence(device(u"a"_s)));
    watcher.reset();
    QVERIFY(receiveFrom({device(u"e"_s), device(u"f"_s)}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"e@nowhere.example"_s, u"f@nowhere.example"_s}));
}

void TestBounds::watchedTakesNoPlace()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    const PresenceWatcher watcher(m_tracker.get(), u"b@nowhere.example"_s);
    QVERIFY(receiveFrom({device(u"c"_s)}));
    QCOMPARE(m_tracker->peers().size(), 3);
}

void TestBounds::watchedInASlot()
{
    m_tracker->setMaximumStrangers(0);
    PresenceWatcher watcher;
    watcher.setTracker(m_tracker.get());
    connect(m_tracker.get(), &PresenceTracker::peerAvailable, &watcher, &PresenceWatcher::setJid);
    QVERIFY(receiveFrom({device(u"a"_s)}));
    QVERIFY(m_tracker->presence(device(u"a"_s)));
    QCOMPARE(m_tracker->evicted(), 0);
}

void TestBounds::heardAgainInASlot()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    connect(
        m_tracker.get(), &PresenceTracker::resourceChanged, this,
        [this] {
            for (const auto &name : {u"c"_s, u"a"_s})
                m_tracker->handlePresence(stanza(u"away "_s + device(name)));
        },
        Qt::SingleShotConnection);
    QVERIFY(receiveFrom({device(u"b"_s)}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@nowhere.example"_s, u"c@nowhere.example"_s}));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::gonersTakeNoPlace()
{
    QVERIFY(receiveFrom({u"a@elsewhere.example/x"_s, device(u"b"_s)}));
    QVERIFY(receive(u"<iq xmlns='jabber:client' type='set' id='block'><block xmlns='urn:xmpp:blocking'>"
                    "<item jid='nowhere.example'/></block></iq>"_s));
    QVERIFY(receiveFrom({u"c@elsewhere.example/x"_s}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@elsewhere.example"_s, u"c@elsewhere.example"_s}));
}

// Of one in error no signal tells that nothing is known any more.
void TestBounds::removedContactTakesNoPlace()
{
    const auto jid = u"c@nowhere.example"_s;
    QVERIFY(receiveFrom({device(u"a"_s)}));
    m_client->setRoster({juliet, contact(jid)});
    QVERIFY(receive(presenceOf(jid, {}, u"type='error'"_s)));
    m_client->setRoster({juliet});
    QVERIFY(receiveFrom({device(u"b"_s)}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@nowhere.example"_s, u"b@nowhere.example"_s}));
}

void TestBounds::blockedDeviceTakesNoPlace()
{
    QVERIFY(receiveFrom({device(u"a"_s)}));
    QVERIFY(receive(presenceOf(device(u"b"_s), {}, u"type='error'"_s)));
    QVERIFY(receive(u"<iq xmlns='jabber:client' type='set' id='block'><block xmlns='urn:xmpp:blocking'>"
                    "<item jid='%1'/></block></iq>"_s.arg(device(u"b"_s))));
    QVERIFY(receiveFrom({device(u"c"_s)}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@nowhere.example"_s, u"c@nowhere.example"_s}));
}

// They go with the gateway, in the event that would be one too many.
void TestBounds::thoseOfAGatewayTakeNoPlace()
{
    m_tracker->setGatewayCascade(true);
    m_client->setRoster({juliet, contact(u"gateway.example.org"_s)});
    QVERIFY(receive(presenceOf(u"gateway.example.org"_s)));
    QVERIFY(receiveFrom({device(u"a"_s), u"b@gateway.example.org/x"_s}));
    auto watcher = std::make_unique<PresenceWatcher>(m_tracker.get(), u"c@gateway.example.org"_s);
    QVERIFY(receiveFrom({u"c@gateway.example.org/x"_s}));
    watcher.reset();
    m_tracker->handlePresence(stanza(u"unavailable gateway.example.org"_s));
    QCOMPARE(m_tracker->peers(), QStringList{u"a@nowhere.example"_s});
    QCOMPARE(m_tracker->evicted(), 0);
}

void TestBounds::enteredRoomTakesNoPlace()
{
    QVERIFY(receiveFrom({device(u"a"_s), room + u"/x"_s}));
    enterRoom(*m_client, room);
    QVERIFY(receiveFrom({device(u"b"_s)}));
    QCOMPARE(m_tracker->peers().size(), 3);
}

// Nothing else need happen for the oldest to go.
void TestBounds::watchedNoLongerIsOneMore()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    auto watcher = std::make_unique<PresenceWatcher>(m_tracker.get(), u"c@nowhere.example"_s);
    QVERIFY(receiveFrom({device(u"c"_s)}));
    QCOMPARE(m_tracker->peers().size(), 3);
    watcher.reset();
    QTRY_COMPARE(m_tracker->peers(), (QStringList{u"b@nowhere.example"_s, u"c@nowhere.example"_s}));
}

// Its roster manager is there for a little longer than the client itself.
void TestBounds::clientThatIsGoing()
{
    m_recorder.reset();
    m_tracker.reset();
    const auto *client = m_client.get();
    connect(client, &QObject::destroyed, this, [this] {
        const PresenceWatcher watcher(m_tracker.get(), u"a@nowhere.example"_s);
        m_tracker->handlePresence(stanza(u"away "_s + device(u"a"_s)));
        QVERIFY(m_tracker->presence(device(u"a"_s)));
    });
    m_tracker = std::make_unique<PresenceTracker>(m_client.get());
    m_client.reset();
    QVERIFY(m_tracker->peers().isEmpty());
}

// What a slot brings meanwhile comes after all that the limit does.
void TestBounds::lowerLimitComesFirst()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    take();
    connect(
        m_tracker.get(), &PresenceTracker::peerUnavailable, this,
        [this] { m_tracker->handlePresence(stanza(u"available "_s + device(u"c"_s))); }, Qt::SingleShotConnection);
    m_tracker->setMaximumStrangers(0);
    const auto c = device(u"c"_s);
    QCOMPARE(take(), departure(device(u"a"_s)) + departure(device(u"b"_s)) + arrival(c) + departure(c));
}

void TestBounds::rosterManagerRemoved()
{
    const auto balcony = u"juliet@example.org/balcony"_s;
    m_client->removeExtension(m_client->findExtension<QXmppRosterManager>());
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s), balcony}));
    QCOMPARE(m_tracker->peers().size(), 3);
    QVERIFY(receive(u"<presence xmlns='jabber:client' from='juliet@example.org' type='unsubscribed'/>"_s));
    QVERIFY(m_tracker->presence(balcony));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // to what went with the former manager
    auto *roster = m_client->addNewExtension<QXmppRosterManager>(m_client.get());
    QVERIFY(startAnew({}));
    QVERIFY(roster->isRosterReceived());
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s), device(u"c"_s)}));
    QCOMPARE(m_tracker->peers().size(), 2);
}

void TestBounds::becomesAContact()
{
    QVERIFY(receiveFrom({device(u"a"_s)}));
    m_client->setRoster({juliet, contact(u"a@nowhere.example"_s)});
    QVERIFY(receiveFrom({device(u"b"_s), device(u"c"_s), device(u"d"_s)}));
    QVERIFY(m_tracker->presence(device(u"a"_s)));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::isNoContactAnyMore()
{
    m_client->setRoster({juliet, contact(u"a@nowhere.example"_s, {}, {}, QXmppRosterIq::Item::None)});
    QVERIFY(receiveFrom({device(u"a"_s)}));
    m_client->setRoster({juliet});
    QVERIFY(receiveFrom({device(u"b"_s), device(u"c"_s)}));
    QVERIFY(!m_tracker->presence(device(u"a"_s)));
}

// Until it has come nobody can be told from a contact.
void TestBounds::beforeTheRoster()
{
    const auto balcony = u"juliet@example.org/balcony"_s;
    take();
    connect(
        m_client.get(), &QXmppClient::connected, this,
        [&] { receiveFrom({device(u"c"_s), device(u"a"_s), device(u"b"_s), balcony}); }, Qt::SingleShotConnection);
    QVERIFY(startAnew({juliet}));
    QCOMPARE(take(),
        arrival(device(u"c"_s)) + arrival(device(u"a"_s)) + arrival(device(u"b"_s)) + arrival(balcony)
            + departure(device(u"c"_s)));
    QCOMPARE(m_tracker->peers().size(), 3);
    QVERIFY(m_tracker->presence(u"juliet@example.org/balcony"_s));
    QVERIFY(!m_tracker->presence(device(u"c"_s)));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::nobodyIsKept()
{
    m_tracker->setMaximumStrangers(0);
    QVERIFY(receiveFrom({device(u"a"_s)}));
    QCOMPARE(take(), arrival(device(u"a"_s)) + departure(device(u"a"_s)));
}

void TestBounds::strangerThatGoes()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    QVERIFY(receive(presenceOf(device(u"b"_s), {}, u"type='unavailable'"_s)));
    QVERIFY(receiveFrom({device(u"c"_s)}));
    QCOMPARE(m_tracker->peers(), (QStringList{u"a@nowhere.example"_s, u"c@nowhere.example"_s}));
    QCOMPARE(m_tracker->evicted(), 0);
}

void TestBounds::errorOfAStranger()
{
    QVERIFY(receive(presenceOf(device(u"a"_s), {}, u"type='error'"_s)));
    QVERIFY(m_tracker->presence(device(u"a"_s)));
    take();
    QVERIFY(receiveFrom({device(u"b"_s), device(u"c"_s)}));
    QCOMPARE(take(), arrival(device(u"b"_s)) + arrival(device(u"c"_s)));
    QVERIFY(!m_tracker->presence(device(u"a"_s)));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::resourcesOfAStranger()
{
    const auto stranger = u"a@nowhere.example"_s;
    QVERIFY(receiveFrom({stranger + u"/1"_s, stranger + u"/2"_s, stranger + u"/3"_s, stranger + u"/1"_s}));
    take();
    QVERIFY(receiveFrom({stranger + u"/4"_s}));
    QCOMPARE(take(),
        (QStringList{u"resourceAvailable a@nowhere.example/4"_s, u"resourceUnavailable a@nowhere.example/2"_s}));
    QCOMPARE(m_tracker->resources(stranger).keys(), (QStringList{u"1"_s, u"3"_s, u"4"_s}));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::resourcesOfAContact()
{
    const auto bareJid = u"juliet@example.org"_s;
    m_tracker->setMaximumResources(4);
    for (int i = 0; i < 6; ++i)
        QVERIFY(receiveFrom({bareJid + u'/' + QString::number(i)}));
    QCOMPARE(m_tracker->resources(bareJid).keys(), (QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    m_tracker->setMaximumResources(1);
    QVERIFY(receiveFrom({bareJid + u"/2"_s}));
    QCOMPARE(m_tracker->resources(bareJid).keys(), (QStringList{u"2"_s}));
}

// Of our own one a room tells once.
void TestBounds::occupants()
{
    m_tracker->setMaximumOccupants(4);
    enterRoom(*m_client, room);
    QVERIFY(receive(presenceOf(room + u"/me"_s, self)));
    for (int i = 0; i < 6; ++i)
        QVERIFY(receiveFrom({room + u'/' + QString::number(i)}));
    QCOMPARE(m_tracker->resources(room).keys(), (QStringList{u"3"_s, u"4"_s, u"5"_s, u"me"_s}));
    m_tracker->setMaximumOccupants(1);
    QVERIFY(receiveFrom({room + u"/6"_s}));
    QCOMPARE(m_tracker->resources(room).keys(), (QStringList{u"6"_s, u"me"_s}));
    QVERIFY(receive(presenceOf(room + u"/me"_s, self, u"type='unavailable'"_s)));
    QVERIFY(m_tracker->peers().isEmpty());
}

// Where there are many, to look for the one that was heard least recently takes long.
void TestBounds::manyAtATime()
{
    m_tracker->setMaximumResources(128);
    QStringList jids;
    for (int i = 0; i < 129; ++i)
        jids.append(u"juliet@example.org/%1"_s.arg(i));
    QVERIFY(receiveFrom(jids));
    QCOMPARE(m_tracker->evicted(), 3);
    for (const auto *gone : {"0", "1", "2"})
        QVERIFY(!m_tracker->resources(u"juliet@example.org"_s).contains(QLatin1StringView(gone)));
}

void TestBounds::forgedRoom()
{
    QVERIFY(receive(presenceOf(room + u"/me"_s, self)));
    QVERIFY(receiveFrom({room + u"/1"_s, room + u"/2"_s, room + u"/3"_s, room}));
    QCOMPARE(m_tracker->resources(room).keys(), (QStringList{QString(), u"2"_s, u"3"_s}));
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    QVERIFY(!m_tracker->peers().contains(room));
}

// Nor does one device of a contact speak for the others.
void TestBounds::forgedDeparture()
{
    QVERIFY(receiveFrom({u"juliet@example.org/1"_s, u"juliet@example.org/2"_s}));
    QVERIFY(receive(presenceOf(u"juliet@example.org/1"_s, self, u"type='unavailable'"_s)));
    QCOMPARE(m_tracker->resources(u"juliet@example.org"_s).keys(), (QStringList{u"2"_s}));
}

void TestBounds::roomOfAFormerClient()
{
    enterRoom(*m_client, room);
    m_tracker->setClient(nullptr);
    m_tracker->setClient(m_client.get());
    QVERIFY(receive(presenceOf(room + u"/me"_s, self)));
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    QVERIFY(!m_tracker->peers().contains(room));
}

// QXmpp's own manager of rooms knows it.
void TestBounds::roomEnteredBefore()
{
    auto *entered = m_client->addNewExtension<QXmppMucManager>()->addRoom(room);
    entered->setNickName(u"me"_s);
    QVERIFY(entered->join());
    QVERIFY(receive(presenceOf(room + u"/me"_s, self)));
    QVERIFY(entered->isJoined());
    m_tracker->setClient(nullptr);
    m_tracker->setClient(m_client.get());
    QVERIFY(receiveFrom({room + u"/1"_s, room + u"/2"_s, room + u"/3"_s, room + u"/4"_s}));
    QCOMPARE(m_tracker->resources(room).size(), 4);
}

void TestBounds::ofFormerSessions()
{
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    QVERIFY(startAnew({}));
    take();
    QVERIFY(receiveFrom({device(u"c"_s), device(u"d"_s)}));
    QCOMPARE(take(), arrival(device(u"c"_s)) + arrival(device(u"d"_s)));
    QCOMPARE(m_tracker->evicted(), 0);
}

void TestBounds::contactOfAFormerSession()
{
    QVERIFY(startAnew({}));
    const auto balcony = u"juliet@example.org/balcony"_s;
    QVERIFY(receiveFrom({balcony, device(u"a"_s), device(u"b"_s)}));
    QVERIFY(!m_tracker->presence(balcony));
    QCOMPARE(m_tracker->evicted(), 1);
}

void TestBounds::slotMayDeleteTheTracker_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto *name : {"evictedChanged()", "limitsChanged()", "peerUnavailable(QString,QXmppPresence)"})
        QTest::newRow(name) << QByteArray(name);
}

void TestBounds::slotMayDeleteTheTracker()
{
    QFETCH(const QByteArray, name);
    QVERIFY(receiveFrom({device(u"a"_s), device(u"b"_s)}));
    const auto &tracker = PresenceTracker::staticMetaObject;
    connect(m_tracker.get(), tracker.method(tracker.indexOfSignal(name.constData())), this,
        metaObject()->method(metaObject()->indexOfSlot("deleteTracker()")));
    m_tracker->setMaximumStrangers(0);
    QVERIFY(!m_tracker);
}

// In bytes; where no system tells, there is nothing to be seen.
static qint64 residentMemory()
{
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+) kB"_s);
    QFile file(u"/proc/self/status"_s);
    return file.open(QIODevice::ReadOnly)
        ? line.match(QString::fromLatin1(file.readAll())).captured(1).toLongLong() * 1024
        : 0;
}

// XMPPPRESENCE_FLOOD sets how many come.
void TestBounds::flood()
{
    static constexpr int maxGrowth = 64 << 20;
    const int count = qEnvironmentVariable("XMPPPRESENCE_FLOOD", u"200000"_s).toInt();
    m_tracker->setMaximumStrangers(1024);
    QVERIFY(receiveFrom({u"juliet@example.org/balcony"_s}));
    m_recorder.reset();

    const auto before = residentMemory();
    auto stanza = QXmppPresence();
    QRandomGenerator random(1);
    for (int i = 0; i < count; ++i) {
        stanza.setFrom(u"%1@%2.example/%3"_s.arg(random.generate64(), 0, 36).arg(random.bounded(100)).arg(i));
        stanza.setStatusText(QString(i % 200, u'x'));
        m_tracker->handlePresence(stanza);
    }
    const auto growth = residentMemory() - before;
    qInfo() << count << "presences from strangers: memory has grown by" << (growth >> 10) << "KiB";
    QCOMPARE_LT(growth, maxGrowth);
    QCOMPARE(m_tracker->peers().size(), 1025);
    QCOMPARE(m_tracker->evicted(), count - 1024);
    QVERIFY(m_tracker->state(u"juliet@example.org/balcony"_s).isAvailable());
}

QTEST_GUILESS_MAIN(TestBounds)
#include "tst_bounds.moc"
