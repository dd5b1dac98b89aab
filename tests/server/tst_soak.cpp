// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"
#include "relay.h"
#include "servers.h"
#include "testserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using XmppPresence::PresenceState;

static const QString room = u"verona@rooms.localhost"_s;
static const QString own = u"Juliet"_s;

struct Person
{
    Person(const TestServer &server, int number)
        : device(server, u"person%1"_s.arg(number), u"home"_s)
        , jid(u"person%1@localhost/home"_s.arg(number))
        , nickname(u"Person %1"_s.arg(number))
    {
    }

    bool come() { return device.logIn(presence) && device.enter(room, nickname); }

    Device device;
    const QString jid;
    QString nickname;
    QXmppPresence presence;
};

// Juliet with her contacts, who are all in a room, and what befalls them. Each returns whether the servers and the
// other clients have done as they should; what her tracker makes of it is for the test to see.
class World
{
public:
    World();

    bool begin();
    bool befall(QRandomGenerator &random);
    bool isTrue(); // what she knows of her contacts and the room

    const QString &last() const { return m_last; }
    QString difference() { return m_juliet.differenceToFresh(room); }
    QString logTail() const { return m_server->logTail(); }

private:
    using Fault = bool (World::*)(QRandomGenerator &);

    bool change(QRandomGenerator &random);
    bool rename(QRandomGenerator &random);
    bool reenter(QRandomGenerator &random);
    bool shortCut(QRandomGenerator &random);
    bool longCut(QRandomGenerator &random);
    bool stall(QRandomGenerator &random);
    bool silence(QRandomGenerator &random);
    bool conflict(QRandomGenerator &random);
    bool kill(QRandomGenerator &random);
    bool shutDown(QRandomGenerator &random);

    QStringList occupants() const;
    bool come();
    bool everybodyComes();
    bool leave();
    bool lose();
    bool isGone(); // for the others

    std::unique_ptr<TestServer> m_server = newServer(2s);
    Relay m_relay{*m_server};
    Device m_juliet{*m_server, u"juliet"_s, u"balcony"_s, &m_relay};
    std::vector<std::unique_ptr<Person>> m_people;
    QString m_last;
};

World::World()
{
    for (int i = 0; i < 4; ++i)
        m_people.push_back(std::make_unique<Person>(*m_server, i));
    m_juliet.askOften();
}

bool World::begin()
{
    if (!m_server->start() || !m_server->addAccount(u"juliet"_s) || !m_juliet.logIn())
        return false;
    for (const auto &person : m_people) {
        const auto user = person->jid.section(u'@', 0, 0);
        if (!m_server->addAccount(user) || !person->device.logIn() || !m_juliet.subscribeTo(person->device)
            || !person->device.subscribeTo(m_juliet))
            return false;
    }
    m_server->stop(); // ejabberd writes on the disk what it has to remember
    return m_server->start() && everybodyComes();
}

bool World::befall(QRandomGenerator &random)
{
    static const std::pair<QString, Fault> faults[] = {{u"change"_s, &World::change}, {u"rename"_s, &World::rename},
        {u"reenter"_s, &World::reenter}, {u"short cut"_s, &World::shortCut}, {u"long cut"_s, &World::longCut},
        {u"stall"_s, &World::stall}, {u"silence"_s, &World::silence}, {u"conflict"_s, &World::conflict},
        {u"kill"_s, &World::kill}, {u"shut down"_s, &World::shutDown}};
    const auto &[name, fault] = faults[random.bounded(int(std::size(faults)))];
    m_last = name;
    return (this->*fault)(random);
}

bool World::isTrue()
{
    const auto &tracker = m_juliet.tracker;
    const auto isKnown = [&](const auto &person) {
        const auto known = tracker.presence(person->jid);
        return known && known->statusText() == person->presence.statusText()
            && tracker.state(person->jid) == PresenceState::fromStanza(person->presence)
            && tracker.resources(room).contains(person->nickname);
    };
    return QTest::qWaitFor(
        [&] {
            return !tracker.isStale() && std::ranges::all_of(m_people, isKnown)
                && size_t(occupants().size()) == m_people.size() + 1
                && size_t(tracker.peers().size()) == m_people.size() + 2;
        },
        patience);
}

QStringList World::occupants() const
{
    auto names = m_juliet.tracker.resources(room).keys();
    names.removeAll(QString()); // ejabberd sends presence of the room itself, too
    return names;
}

bool World::change(QRandomGenerator &random)
{
    for (const auto &person : m_people) {
        if (random.bounded(2))
            continue;
        person->presence.setAvailableStatusType(QXmppPresence::AvailableStatusType(random.bounded(5)));
        person->presence.setStatusText(QString::number(random.generate()));
        if (!person->device.send(person->presence))
            return false;
    }
    return true;
}

bool World::rename(QRandomGenerator &random)
{
    auto &person = *m_people[size_t(random.bounded(int(m_people.size())))];
    person.nickname = u"Some/body %1"_s.arg(random.generate());
    return person.device.enter(room, person.nickname);
}

bool World::reenter(QRandomGenerator &random)
{
    return leave() && change(random) && m_juliet.enter(room, own);
}

bool World::leave()
{
    QXmppPresence stanza(QXmppPresence::Unavailable);
    stanza.setTo(room + u'/' + own);
    return m_juliet.send(stanza) && QTest::qWaitFor([&] { return occupants().isEmpty(); }, patience);
}

// QXmpp (1.10) closes a new stream on which something comes before stream management is enabled. From ejabberd the end
// of the last session comes then, as seen by the room.
bool World::isGone()
{
    const auto &tracker = m_people.front()->device.tracker;
    return QTest::qWaitFor(
        [&] { return !tracker.state(u"juliet@localhost"_s).isAvailable() && !tracker.resources(room).contains(own); },
        patience);
}

bool World::lose()
{
    m_relay.cut();
    return QTest::qWaitFor([&] { return m_juliet.tracker.isStale(); }, patience);
}

bool World::shortCut(QRandomGenerator &random)
{
    m_relay.delay(std::chrono::milliseconds(random.bounded(50)));
    if (!lose() || !change(random) || !rename(random))
        return false;
    m_relay.mend();
    return m_juliet.logIn() && m_juliet.client.streamManagementState() == QXmppClient::ResumedStream;
}

bool World::longCut(QRandomGenerator &random)
{
    if (!lose() || !change(random) || !rename(random) || !isGone())
        return false;
    m_relay.mend();
    return come() && m_juliet.client.streamManagementState() == QXmppClient::NewStream;
}

bool World::stall(QRandomGenerator &random)
{
    m_relay.stall();
    const bool hasChanged = change(random) && rename(random);
    m_relay.flow();
    return hasChanged;
}

bool World::silence(QRandomGenerator &random)
{
    m_relay.stall();
    const bool isNoticed = change(random) && QTest::qWaitFor([&] { return !m_juliet.client.isConnected(); }, patience);
    m_relay.cut();
    m_relay.mend();
    m_relay.flow();
    return isNoticed && isGone() && come();
}

bool World::conflict(QRandomGenerator &random)
{
    Device other(*m_server, u"juliet"_s, u"balcony"_s);
    const bool isIn = other.logIn() || other.logIn(); // see isGone()
    const bool isReplaced = isIn && QTest::qWaitFor([&] { return !m_juliet.client.isConnected(); }, patience);
    return isReplaced && change(random) && come()
        && QTest::qWaitFor([&] { return !other.client.isConnected(); }, patience) && m_juliet.send({});
}

bool World::kill(QRandomGenerator &)
{
    m_server->kill();
    return m_server->start() && everybodyComes();
}

bool World::shutDown(QRandomGenerator &)
{
    m_server->stop();
    return m_server->start() && everybodyComes();
}

// The room must have seen her last session end: in the new one she has the same JID.
bool World::come()
{
    const auto hasLeft = [&] { return !m_people.front()->device.tracker.resources(room).contains(own); };
    return m_juliet.logIn() && QTest::qWaitFor(hasLeft, patience) && m_juliet.enter(room, own);
}

bool World::everybodyComes()
{
    const auto areGone = [&] {
        return !m_juliet.client.isConnected()
            && std::ranges::none_of(m_people, [](const auto &person) { return person->device.client.isConnected(); });
    };
    return QTest::qWaitFor(areGone, patience)
        && std::ranges::all_of(m_people, [](const auto &person) { return person->come(); }) && come();
}

// Random faults, and the truth after each. XMPPPRESENCE_FAULTS is their number on each server, XMPPPRESENCE_SEED begins
// the series: a row of it can be had alone.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void cleanup();

    void faults_data();
    void faults();

private:
    std::unique_ptr<World> m_world;
    bool m_isEjabberd = false;
};

static constexpr int inARow = 25;

static int setting(const char *name, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(name, &isSet);
    return isSet ? value : otherwise;
}

void TestSoak::faults_data()
{
    const int seed = setting("XMPPPRESENCE_SEED", 1);
    const int count = setting("XMPPPRESENCE_FAULTS", 2 * inARow);
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("count");
    for (int first = 0; first < count; first += inARow)
        QTest::addRow("seed %d", seed + first / inARow)
            << quint32(seed + first / inARow) << std::min(inARow, count - first);
}

void TestSoak::faults()
{
    QFETCH(const quint32, seed);
    QFETCH(const int, count);
    QFETCH_GLOBAL(const bool, isEjabberd);
    if (!m_world || isEjabberd != m_isEjabberd) {
        m_isEjabberd = isEjabberd;
        m_world = std::make_unique<World>();
        QVERIFY(m_world->begin());
    }
    QRandomGenerator random(seed);
    for (int i = 0; i < count; ++i) {
        const bool hasWorked = m_world->befall(random);
        const auto what = u"Fault %1, %2: "_s.arg(i).arg(m_world->last());
        QVERIFY2(hasWorked, qPrintable(what + u"did not work"_s));
        QVERIFY2(m_world->isTrue(), qPrintable(what + m_world->difference()));
        const auto difference = m_world->difference();
        QVERIFY2(difference.isEmpty(), qPrintable(what + difference));
    }
}

void TestSoak::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    qInfo().noquote() << "The server's log ends with" << m_world->logTail();
    m_world.reset();
}

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
