// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"
#include "prosodyserver.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QSignalSpy>
#include <QTest>

#include <QXmppRosterManager.h>

#include <XmppPresence/ContactListModel>

#include <algorithm>
#include <initializer_list>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using XmppPresence::PresenceState;

// What a tracker tells and knows on a real stream. Each test has a new server with new accounts.
//
// One device acts at a time, and the next one when everybody has heard of it: so all signals have one order.
class TestProsody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void subscription();
    void devicesOfContacts();
    void changes();
    void directedPresence();
    void serverItself();
    void errors();
    void vanishing();
    void ownDevices();
    void serverGone_data();
    void serverGone();
    void resumption();
    void failedResumption();
    void logOutWithStreamManagement();
    void internationalJid();
    void contactList();

private:
    void restartWithStreamManagement();

    std::optional<ProsodyServer> m_server;
};

static QString lines(std::initializer_list<QAnyStringView> texts)
{
    QStringList list;
    for (const auto text : texts)
        list.append(text.toString());
    return list.join(u'\n');
}

// What is told of the first resource of a peer, and of the last one.
static QString arrival(const QString &jid, const QString &presence)
{
    return u"peerAvailable %1 %3\nresourceAvailable %2 %3"_s.arg(jid.section(u'/', 0, 0), jid, presence);
}

static QString departure(const QString &jid, const QString &presence)
{
    return u"resourceUnavailable %2 %3\npeerUnavailable %1 %3"_s.arg(jid.section(u'/', 0, 0), jid, presence);
}

// What she knows of herself.
static const QString herself = u"juliet@localhost: *balcony online 0"_s;

static QXmppPresence available(QXmppPresence::AvailableStatusType show, int priority = 0, const QString &status = {})
{
    QXmppPresence stanza;
    stanza.setAvailableStatusType(show);
    stanza.setPriority(priority);
    stanza.setStatusText(status);
    return stanza;
}

static QXmppPresence directed(QXmppPresence::Type type, const QString &to)
{
    QXmppPresence stanza(type);
    stanza.setTo(to);
    return stanza;
}

void TestProsody::init()
{
    m_server.emplace();
    QVERIFY(m_server->start());
    QVERIFY(m_server->addAccount(u"juliet"_s));
    QVERIFY(m_server->addAccount(u"romeo"_s));
}

void TestProsody::restartWithStreamManagement()
{
    m_server.reset();
    m_server.emplace(300s);
    QVERIFY(m_server->start());
    QVERIFY(m_server->addAccount(u"juliet"_s));
    QVERIFY(m_server->addAccount(u"romeo"_s));
}

void TestProsody::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << "Prosody's log ends with" << m_server->logTail();
    m_server.reset();
}

void TestProsody::subscription()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.told(2), arrival(u"juliet@localhost/balcony"_s, u"online 0"_s));
    QVERIFY(romeo.logIn());
    QCOMPARE(romeo.told(2), arrival(u"romeo@localhost/orchard"_s, u"online 0"_s));

    // She asks. Prosody says in his name that he is unavailable, be he there or not.
    QSignalSpy asked(romeo.roster(), &QXmppRosterManager::subscriptionRequestReceived);
    QVERIFY(juliet.roster()->subscribe(romeo.bareJid()));
    QVERIFY(asked.wait(patience));
    QCOMPARE(juliet.told(0), QString());
    QCOMPARE(romeo.told(0), QString());
    QCOMPARE(juliet.known(), herself);

    // He agrees.
    QVERIFY(romeo.roster()->acceptSubscription(juliet.bareJid()));
    QCOMPARE(juliet.told(2), arrival(u"romeo@localhost/orchard"_s, u"online 0"_s));
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard online 0"}));
    QCOMPARE(romeo.told(0), QString());
    QCOMPARE(romeo.known(), "romeo@localhost: *orchard online 0"_L1);

    // He asks, and she agrees: for Prosody an occasion to tell her of him once more.
    QVERIFY(romeo.subscribeTo(juliet));
    QCOMPARE(romeo.told(2), arrival(u"juliet@localhost/balcony"_s, u"online 0"_s));
    QCOMPARE(juliet.told(1), "resourceChanged romeo@localhost/orchard online 0"_L1);

    // He regrets it.
    QVERIFY(romeo.roster()->refuseSubscription(juliet.bareJid()));
    QCOMPARE(juliet.told(2), departure(u"romeo@localhost/orchard"_s, u"unavailable"_s));
    QCOMPARE(juliet.known(), herself);
    QCOMPARE(romeo.told(0), QString());
    QCOMPARE(romeo.known(), lines({herself, "romeo@localhost: *orchard online 0"}));
}

void TestProsody::devicesOfContacts()
{
    QVERIFY(m_server->addAccount(u"nurse"_s));
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device orchard(*m_server, u"romeo"_s, u"orchard"_s);
    Device garden(*m_server, u"romeo"_s, u"garden"_s);
    Device kitchen(*m_server, u"nurse"_s, u"kitchen"_s);
    Device hall(*m_server, u"nurse"_s, u"hall"_s);
    QVERIFY(juliet.logIn());
    QVERIFY(orchard.logIn() && juliet.subscribeTo(orchard));
    QVERIFY(kitchen.logIn() && juliet.subscribeTo(kitchen));
    juliet.told(6);
    orchard.logOut();
    juliet.told(2);
    kitchen.logOut();
    juliet.told(2);

    QVERIFY(orchard.logIn());
    QCOMPARE(juliet.told(2), arrival(u"romeo@localhost/orchard"_s, u"online 0"_s));
    QVERIFY(kitchen.logIn(available(QXmppPresence::DND, -1, u"Cooking"_s)));
    QCOMPARE(juliet.told(2), arrival(u"nurse@localhost/kitchen"_s, u"dnd -1 Cooking"_s));
    QVERIFY(garden.logIn(available(QXmppPresence::Online, 5)));
    QCOMPARE(juliet.told(1), "resourceAvailable romeo@localhost/garden online 5"_L1);
    QVERIFY(hall.logIn(available(QXmppPresence::Chat)));
    QCOMPARE(juliet.told(1), "resourceAvailable nurse@localhost/hall chat 0"_L1);
    QCOMPARE(juliet.known(),
        lines({herself, "nurse@localhost: hall chat 0, *kitchen dnd -1 Cooking",
            "romeo@localhost: *garden online 5, orchard online 0"}));

    kitchen.logOut();
    QCOMPARE(juliet.told(1), "resourceUnavailable nurse@localhost/kitchen unavailable Logged out"_L1);
    orchard.logOut();
    QCOMPARE(juliet.told(1), "resourceUnavailable romeo@localhost/orchard unavailable Logged out"_L1);
    QCOMPARE(juliet.known(), lines({herself, "nurse@localhost: *hall chat 0", "romeo@localhost: *garden online 5"}));
    garden.logOut();
    QCOMPARE(juliet.told(2), departure(u"romeo@localhost/garden"_s, u"unavailable Logged out"_s));
    hall.logOut();
    QCOMPARE(juliet.told(2), departure(u"nurse@localhost/hall"_s, u"unavailable Logged out"_s));
    QCOMPARE(juliet.known(), herself);

    const auto &tracker = juliet.tracker;
    QVERIFY(!tracker.presence(u"nurse@localhost/hall"_s));
    QVERIFY(!tracker.mostAvailable(u"nurse@localhost"_s));
    QVERIFY(tracker.resources(u"nurse@localhost"_s).isEmpty());
    QCOMPARE(tracker.state(u"nurse@localhost"_s), PresenceState());
}

void TestProsody::changes()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device orchard(*m_server, u"romeo"_s, u"orchard"_s);
    Device garden(*m_server, u"romeo"_s, u"garden"_s);
    QVERIFY(juliet.logIn() && orchard.logIn() && juliet.subscribeTo(orchard) && garden.logIn());
    juliet.told(5);

    struct Step
    {
        Device &device;
        QXmppPresence stanza;
        QString changed;
        QString known;
    };
    using enum QXmppPresence::AvailableStatusType;
    const Step steps[] = {
        {orchard, available(Away, 5, u"At lunch"_s), u"orchard away 5 At lunch"_s,
            u"*garden online 0, orchard away 5 At lunch"_s},
        {orchard, available(Away, 5, u"At lunch"_s), u"orchard away 5 At lunch"_s,
            u"*garden online 0, orchard away 5 At lunch"_s},
        {garden, available(XA), u"garden xa 0"_s, u"garden xa 0, *orchard away 5 At lunch"_s},
        {garden, available(Chat, 1, u"<Come> & talk"_s), u"garden chat 1 <Come> & talk"_s,
            u"*garden chat 1 <Come> & talk, orchard away 5 At lunch"_s},
        {orchard, available(DND, -128), u"orchard dnd -128"_s, u"garden chat 1 <Come> & talk, *orchard dnd -128"_s},
        {garden, available(DND, 127), u"garden dnd 127"_s, u"*garden dnd 127, orchard dnd -128"_s},
        {orchard, available(Online), u"orchard online 0"_s, u"*garden dnd 127, orchard online 0"_s},
        {garden, available(Online), u"garden online 0"_s, u"*garden online 0, orchard online 0"_s},
        {orchard, available(Online), u"orchard online 0"_s, u"garden online 0, *orchard online 0"_s},
    };
    for (const auto &[device, stanza, changed, known] : steps) {
        QVERIFY(device.send(stanza));
        QCOMPARE(juliet.told(1), u"resourceChanged romeo@localhost/" + changed);
        QCOMPARE(juliet.known(), lines({herself, QString(u"romeo@localhost: " + known)}));
    }
}

void TestProsody::directedPresence()
{
    QVERIFY(m_server->addAccount(u"rosaline"_s));
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device stranger(*m_server, u"rosaline"_s, u"cave"_s);
    QVERIFY(juliet.logIn() && stranger.logIn());
    QCOMPARE(juliet.told(2), arrival(u"juliet@localhost/balcony"_s, u"online 0"_s));
    const auto available = directed(QXmppPresence::Available, juliet.bareJid());
    const auto hasCome = arrival(u"rosaline@localhost/cave"_s, u"online 0"_s);

    QVERIFY(stranger.send(available));
    QCOMPARE(juliet.told(2), hasCome);
    QCOMPARE(juliet.known(), lines({herself, "rosaline@localhost: *cave online 0"}));
    QVERIFY(stranger.send(available));
    QCOMPARE(juliet.told(1), "resourceChanged rosaline@localhost/cave online 0"_L1);

    QVERIFY(stranger.send(directed(QXmppPresence::Unavailable, juliet.bareJid())));
    QCOMPARE(juliet.told(2), departure(u"rosaline@localhost/cave"_s, u"unavailable"_s));
    QCOMPARE(juliet.known(), herself);

    QVERIFY(stranger.send(available));
    QCOMPARE(juliet.told(2), hasCome);
    stranger.logOut();
    QCOMPARE(juliet.told(2), departure(u"rosaline@localhost/cave"_s, u"unavailable Logged out"_s));
    QCOMPARE(juliet.known(), herself);

    QVERIFY(stranger.logIn() && stranger.send(available));
    QCOMPARE(juliet.told(2), hasCome);
    QVERIFY(stranger.vanish());
    QCOMPARE(juliet.told(2), departure(u"rosaline@localhost/cave"_s, u"unavailable Disconnected"_s));
    QCOMPARE(juliet.known(), herself);
}

// Its bare JID sends presence.
void TestProsody::serverItself()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    QVERIFY(juliet.logIn());
    juliet.told(2);

    QVERIFY(juliet.roster()->subscribe(u"localhost"_s));
    QCOMPARE(juliet.told(2), lines({"peerAvailable localhost online 0", "resourceAvailable localhost online 0"}));
    QCOMPARE(juliet.known(), lines({herself, "localhost: * online 0"}));
}

void TestProsody::errors()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device orchard(*m_server, u"romeo"_s, u"orchard"_s);
    Device garden(*m_server, u"romeo"_s, u"garden"_s);
    QVERIFY(juliet.logIn() && orchard.logIn() && juliet.subscribeTo(orchard) && garden.logIn());
    juliet.told(5);

    // From Prosody, for a domain that it does not reach
    QVERIFY(juliet.send(directed(QXmppPresence::Available, u"paris@elsewhere.example"_s)));
    QCOMPARE(juliet.told(1), "peerError paris@elsewhere.example error"_L1);
    QCOMPARE(juliet.known(),
        lines({herself, "paris@elsewhere.example: error", "romeo@localhost: *garden online 0, orchard online 0"}));

    // From one device of two
    auto error = directed(QXmppPresence::Error, juliet.bareJid());
    error.setError({QXmppStanza::Error::Cancel, QXmppStanza::Error::ServiceUnavailable});
    QVERIFY(orchard.send(error));
    QCOMPARE(juliet.told(4),
        lines({"resourceUnavailable romeo@localhost/garden error", departure(u"romeo@localhost/orchard"_s, u"error"_s),
            "peerError romeo@localhost error"}));
    QCOMPARE(juliet.known(), lines({herself, "paris@elsewhere.example: error", "romeo@localhost: error"}));

    QVERIFY(garden.send(available(QXmppPresence::Online)));
    QCOMPARE(juliet.told(2), arrival(u"romeo@localhost/garden"_s, u"online 0"_s));
    QCOMPARE(juliet.known(), lines({herself, "paris@elsewhere.example: error", "romeo@localhost: *garden online 0"}));
}

void TestProsody::vanishing()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device orchard(*m_server, u"romeo"_s, u"orchard"_s);
    Device garden(*m_server, u"romeo"_s, u"garden"_s);
    QVERIFY(juliet.logIn() && orchard.logIn() && juliet.subscribeTo(orchard) && garden.logIn());
    juliet.told(5);
    orchard.told(3);

    QVERIFY(garden.vanish());
    QCOMPARE(juliet.told(1), "resourceUnavailable romeo@localhost/garden unavailable Disconnected"_L1);
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard online 0"}));
    QCOMPARE(orchard.told(1), "resourceUnavailable romeo@localhost/garden unavailable Disconnected"_L1);

    QVERIFY(orchard.vanish());
    QCOMPARE(juliet.told(2), departure(u"romeo@localhost/orchard"_s, u"unavailable Disconnected"_s));
    QCOMPARE(juliet.known(), herself);
    // Who has lost the connection is told by nobody.
    QCOMPARE(orchard.told(2), departure(u"romeo@localhost/orchard"_s, u"unavailable"_s));
    QCOMPARE(orchard.known(), QString());
}

void TestProsody::ownDevices()
{
    Device balcony(*m_server, u"juliet"_s, u"balcony"_s);
    Device chamber(*m_server, u"juliet"_s, u"chamber"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(balcony.logIn() && romeo.logIn() && balcony.subscribeTo(romeo));
    balcony.told(4);

    QVERIFY(chamber.logIn(available(QXmppPresence::Away, 1)));
    QCOMPARE(balcony.told(1), "resourceAvailable juliet@localhost/chamber away 1"_L1);
    QVERIFY(chamber.send(available(QXmppPresence::Chat)));
    QCOMPARE(balcony.told(1), "resourceChanged juliet@localhost/chamber chat 0"_L1);
    QVERIFY(balcony.send(available(QXmppPresence::DND)));
    QCOMPARE(balcony.told(1), "resourceChanged juliet@localhost/balcony dnd 0"_L1);
    QCOMPARE(balcony.known(),
        lines({"juliet@localhost: *balcony dnd 0, chamber chat 0", "romeo@localhost: *orchard online 0"}));
    chamber.told(7);
    QCOMPARE(chamber.known(), balcony.known());

    // What a device knows ends with its session.
    const auto end = lines({"resourceUnavailable juliet@localhost/balcony unavailable",
        departure(u"juliet@localhost/chamber"_s, u"unavailable"_s),
        departure(u"romeo@localhost/orchard"_s, u"unavailable"_s)});
    chamber.logOut();
    QCOMPARE(chamber.told(5), end);
    QCOMPARE(chamber.known(), QString());
    QCOMPARE(balcony.told(1), "resourceUnavailable juliet@localhost/chamber unavailable Logged out"_L1);

    QVERIFY(chamber.logIn());
    QCOMPARE(balcony.told(1), "resourceAvailable juliet@localhost/chamber online 0"_L1);
    balcony.logOut();
    QCOMPARE(balcony.told(5), end);
    QCOMPARE(balcony.known(), QString());
}

void TestProsody::serverGone_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("stopped, closes the streams") << true;
    QTest::newRow("killed, without a word") << false;
}

void TestProsody::serverGone()
{
    QFETCH(const bool, isStopped);
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(juliet.logIn() && romeo.logIn() && juliet.subscribeTo(romeo));
    juliet.told(4);

    if (isStopped)
        m_server->stop();
    else
        m_server->kill();
    const auto told = juliet.told(4);
    const auto own = departure(u"juliet@localhost/balcony"_s, u"unavailable"_s);
    const auto end = lines({own, departure(u"romeo@localhost/orchard"_s, u"unavailable"_s)});
    // Prosody closes the streams in any order. If Romeo's is the first, Juliet hears of it.
    const auto romeoFirst = lines({departure(u"romeo@localhost/orchard"_s, u"unavailable Disconnected"_s), own});
    QVERIFY2(told == end || (isStopped && told == romeoFirst), qPrintable(told));
    QCOMPARE(juliet.known(), QString());

    QVERIFY(m_server->start());
    QVERIFY(romeo.logIn(available(QXmppPresence::Away)) && juliet.logIn());
    QCOMPARE(juliet.told(4),
        lines({arrival(u"juliet@localhost/balcony"_s, u"online 0"_s),
            arrival(u"romeo@localhost/orchard"_s, u"away 0"_s)}));
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard away 0"}));
}

void TestProsody::resumption()
{
    restartWithStreamManagement();
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(juliet.logIn() && romeo.logIn() && juliet.subscribeTo(romeo));
    juliet.told(4);
    QSignalSpy staleChanges(&juliet.tracker, &XmppPresence::PresenceTracker::staleChanged);

    QVERIFY(juliet.vanish());
    QVERIFY(juliet.tracker.isStale());
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard online 0"}));

    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.client.streamManagementState(), QXmppClient::ResumedStream);
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(staleChanges.size(), 2);
    QCOMPARE(juliet.told(0), QString());
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard online 0"}));

    QVERIFY(juliet.vanish());
    QVERIFY(romeo.send(available(QXmppPresence::Away)));
    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.client.streamManagementState(), QXmppClient::ResumedStream);
    QCOMPARE(juliet.told(1), "resourceChanged romeo@localhost/orchard away 0"_L1);
}

void TestProsody::failedResumption()
{
    restartWithStreamManagement();
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(juliet.logIn() && romeo.logIn() && juliet.subscribeTo(romeo));
    juliet.told(4);

    m_server->kill(); // and all that it knew of streams
    QTRY_VERIFY(juliet.tracker.isStale());
    QCOMPARE(juliet.known(), lines({herself, "romeo@localhost: *orchard online 0"}));

    QVERIFY(m_server->start());
    QVERIFY(juliet.logIn());
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(juliet.told(6),
        lines({departure(u"juliet@localhost/balcony"_s, u"unavailable"_s),
            departure(u"romeo@localhost/orchard"_s, u"unavailable"_s),
            arrival(u"juliet@localhost/balcony"_s, u"online 0"_s)}));
    QCOMPARE(juliet.known(), herself);
}

void TestProsody::logOutWithStreamManagement()
{
    restartWithStreamManagement();
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    QVERIFY(juliet.logIn());
    juliet.told(2);
    juliet.logOut();
    QTRY_COMPARE(juliet.known(), QString());
    QVERIFY(!juliet.tracker.isStale());
}

void TestProsody::internationalJid()
{
    QVERIFY(m_server->addAccount(u"Jürgen"_s));
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device juergen(*m_server, u"JU\u0308RGEN"_s, u"Küche/2@Haus"_s);
    QVERIFY(juliet.logIn() && juergen.logIn());
    juliet.told(2);
    QVERIFY(juliet.subscribeTo(juergen));
    QCOMPARE(juliet.told(2), arrival(u"jürgen@localhost/Küche/2@Haus"_s, u"online 0"_s));
    QCOMPARE(juliet.known(), lines({herself, "jürgen@localhost: *Küche/2@Haus online 0"}));

    const auto &tracker = juliet.tracker;
    for (const auto &jid : {u"JÜRGEN@LocalHost"_s, u"ju\u0308rgen@localhost"_s}) {
        QVERIFY(tracker.mostAvailable(jid));
        QVERIFY(tracker.state(jid).isAvailable());
        QCOMPARE(tracker.resources(jid).keys(), QStringList{u"Küche/2@Haus"_s});
        QVERIFY(tracker.presence(jid + u"/Küche/2@Haus"));
        QVERIFY(!tracker.presence(jid + u"/küche/2@haus"));
    }

    juergen.logOut();
    QCOMPARE(juliet.told(2), departure(u"jürgen@localhost/Küche/2@Haus"_s, u"unavailable Logged out"_s));
    QCOMPARE(juliet.known(), herself);
}

// 200 contacts in three groups, 60 of them there, some in two groups: as she is told of them, and as she sees them.
void TestProsody::contactList()
{
    using XmppPresence::Availability;
    using XmppPresence::ContactListModel;
    using Role = ContactListModel::Role;
    static constexpr std::array shows{QXmppPresence::Chat, QXmppPresence::Online, QXmppPresence::DND,
        QXmppPresence::Away, QXmppPresence::XA}; // from the top of the list to its bottom
    static const QStringList groups{u"Capulet"_s, u"Montague"_s, u"Verona"_s};
    struct Shown
    {
        int rank;
        QString name;
        QStringList groups;
    };

    QList<Shown> expected;
    QMap<QString, QMap<QString, QString>> accounts;
    for (const auto &group : groups)
        accounts[group].insert(u"juliet"_s, u"Juliet"_s);
    for (int i = 0; i < 200; ++i) {
        const auto name = u"Person %1"_s.arg(i);
        const auto in = i % 10 == 0 ? groups.first(2) : groups.sliced(i % 3, 1);
        for (const auto &group : in)
            accounts[group].insert(u"person%1"_s.arg(i), name);
        expected.append({i < 60 ? i % 5 : 5, name, in});
    }
    std::ranges::stable_sort(expected, {}, &Shown::rank); // and so by name, as 9 is before 10

    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_server.reset();
    m_server.emplace(0s, QStringList{u"groups"_s});
    QVERIFY(m_server->addGroups(accounts));
    QVERIFY(m_server->start());
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    ContactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTracker(&juliet.tracker);
    std::vector<std::unique_ptr<Device>> people;
    for (int i = 0; i < 60; ++i) {
        people.push_back(std::make_unique<Device>(*m_server, u"person%1"_s.arg(i), u"home"_s));
        QVERIFY(people.back()->logIn(available(shows[size_t(i % 5)])));
        if (i == 29)
            QVERIFY(juliet.logIn()); // half of them are there already, the others come
    }
    QTRY_COMPARE_WITH_TIMEOUT(model.availableCount(), 60, patience);
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.groups(), groups);
    for (int row = 0; row < 200; ++row) {
        const auto &[rank, name, in] = expected[row];
        QCOMPARE(model.index(row).data(), name);
        QCOMPARE(model.index(row).data(Role::GroupsRole), in);
        QCOMPARE(model.index(row).data(Role::AvailableRole), rank < 5);
        if (rank == 5)
            QCOMPARE(model.index(row).data(Role::AvailabilityRole).value<Availability>(), Availability::Offline);
    }

    people.clear();
    QTRY_COMPARE_WITH_TIMEOUT(model.availableCount(), 0, patience);
    QCOMPARE(model.rowCount(), 200);
}

QTEST_GUILESS_MAIN(TestProsody)
#include "tst_prosody.moc"
