// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "otherthread.h"
#include "streamtexts.h"

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

#include <QDomElement>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <QXmppAuthenticationError.h>
#include <QXmppClient.h>
#include <QXmppError.h>
#include <QXmppIq.h>
#include <QXmppRosterManager.h>
#include <QXmppTask.h>
#include <QXmppUtils.h>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// Somebody's client, with a tracker of what it receives.
class Device
{
public:
    Device(const LoopbackServer &server, const QString &username, const QString &resource)
        : configuration(server.configuration(username, resource))
    {
    }

    void signIn(const QXmppPresence &initial = QXmppPresence()) { client.connectToServer(configuration, initial); }

    void send(QXmppPresence presence, const QString &to)
    {
        presence.setTo(to);
        client.send(std::move(presence));
    }

    void vanish()
    {
        auto *socket = client.findChild<QSslSocket *>();
        QVERIFY(socket);
        socket->abort();
    }

    // Whether all that the server had sent to this client before now has arrived.
    bool settles()
    {
        QXmppIq request;
        request.setTo(configuration.domain());
        const auto answer = client.sendIq(std::move(request));
        return QTest::qWaitFor([&answer] { return answer.isFinished(); });
    }

    QXmppConfiguration configuration;
    QXmppClient client;
    PresenceTracker tracker{&client};
    PresenceRecorder recorder{&tracker};
};

#define COMPARE_NO_SIGNALS(device)                                                                                     \
    do {                                                                                                               \
        QVERIFY((device).settles());                                                                                   \
        COMPARE_SIGNALS((device).recorder);                                                                            \
    } while (false)

static QXmppPresence presence(
    QXmppPresence::AvailableStatusType show, const QString &status = QString(), int priority = 0)
{
    QXmppPresence presence;
    presence.setAvailableStatusType(show);
    presence.setStatusText(status);
    presence.setPriority(priority);
    return presence;
}

static QString name(PresenceState state)
{
    return state.isAvailable() ? QVariant::fromValue(state.show()).toString() : u"unavailable"_s;
}

// All that the queries of the tracker answer, a line for each peer and each resource.
static QStringList known(const PresenceTracker &tracker)
{
    QStringList lines;
    for (const auto &peer : tracker.peers()) {
        const auto best = tracker.mostAvailable(peer);
        lines += u"%1: %2 at %3%4"_s.arg(peer, name(tracker.state(peer)),
            best ? QXmppUtils::jidToResource(best->from()) : u"none"_s, tracker.presence(peer) ? u", error" : u"");
        for (const auto &resource : tracker.resources(peer).keys()) {
            const auto jid = QString(peer + u'/' + resource);
            const auto stanza = tracker.presence(jid).value_or(QXmppPresence(QXmppPresence::Error));
            lines += u"%1 is %2, %3, \"%4\""_s.arg(
                resource, name(tracker.state(jid)), QString::number(stanza.priority()), stanza.statusText());
        }
    }
    return lines;
}

class TestLoopbackServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listens();
    void movesToAnotherThread();
    void listensInItsThreadOnly();
    void refusesWhatNeedsAnAccount();
    void makesContacts();
    void signsIn();
    void refusesWrongCredentials_data();
    void refusesWrongCredentials();
    void sendsTheRoster();
    void contactsComeOnline();
    void changes_data();
    void changes();
    void priorityBreaksTies();
    void strangersSeeNothing();
    void oneWaySubscription();
    void directedToBareJid();
    void directedToFullJid();
    void directedAndTakenBack();
    void directedToSubscriberLeavesOnce();
    void directedWithoutInitialPresence();
    void vanishes();
    void logsOut();
    void unavailableAndBack();
    void replacedByNewConnection();
    void probe();
    void error();
    void unservedDomain_data();
    void unservedDomain();
    void subscriptionStanzasChangeNothing();
    void serverGoesAway();
    void clientsReturn_data();
    void clientsReturn();
    void ownLogOut();

private:
    void signInBoth(Device &juliet, Device &romeo);

    std::unique_ptr<LoopbackServer> m_server;
};

void TestLoopbackServer::init()
{
    m_server = std::make_unique<LoopbackServer>();
    for (const auto &username : {u"juliet"_s, u"romeo"_s, u"tybalt"_s})
        m_server->addAccount(username, u"secret of "_s + username);
    QVERIFY(m_server->makeContacts(u"juliet"_s, u"romeo"_s));
    QVERIFY(m_server->start());
}

void TestLoopbackServer::cleanup()
{
    m_server.reset();
}

// Brings two contacts online, each with one resource, and forgets the signals.
void TestLoopbackServer::signInBoth(Device &juliet, Device &romeo)
{
    juliet.signIn();
    QTRY_COMPARE(juliet.tracker.peers(), QStringList{u"juliet@localhost"_s});
    romeo.signIn();
    const QStringList both{u"juliet@localhost"_s, u"romeo@localhost"_s};
    QTRY_COMPARE(romeo.tracker.peers(), both);
    QTRY_COMPARE(juliet.tracker.peers(), both);
    juliet.recorder.take();
    romeo.recorder.take();
}

void TestLoopbackServer::listens()
{
    QCOMPARE(m_server->domain(), u"localhost"_s);
    const auto port = m_server->port();
    QVERIFY(port != 0);
    QVERIFY(m_server->start());
    QCOMPARE(m_server->port(), port);

    m_server->stop();
    QCOMPARE(m_server->port(), 0);

    QVERIFY(m_server->start(port));
    QCOMPARE(m_server->port(), port);
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    juliet.signIn();
    QTRY_VERIFY(juliet.client.isConnected());

    LoopbackServer other;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Cannot listen .* %1$"_s.arg(port)));
    QVERIFY(!other.start(port));
}

void TestLoopbackServer::movesToAnotherThread()
{
    auto server = std::make_unique<LoopbackServer>();
    server->addAccount(u"juliet"_s, u"wherefore"_s);
    QThread thread;
    QVERIFY(server->moveToThread(&thread));
    thread.start();
    const auto end = qScopeGuard([&] {
        doInThreadOf(server.get(), [&] { server.reset(); });
        thread.quit();
        thread.wait();
    });
    bool isStarted = false;
    QXmppConfiguration account;
    doInThreadOf(server.get(), [&] {
        isStarted = server->start();
        account = server->configuration(u"juliet"_s, u"balcony"_s);
    });
    QVERIFY(isStarted);
    QXmppClient juliet;
    juliet.connectToServer(account);
    QTRY_VERIFY(juliet.isConnected());
}

void TestLoopbackServer::listensInItsThreadOnly()
{
    LoopbackServer server;
    std::atomic<bool> isStarted = true;
    QTest::ignoreMessage(QtWarningMsg, "A server listens in its own thread only");
    const std::unique_ptr<QThread> thread(QThread::create([&] { isStarted = server.start(); }));
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(!isStarted);
    QCOMPARE(server.port(), 0);
}

void TestLoopbackServer::refusesWhatNeedsAnAccount()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^No account \"nobody\""_s));
    QVERIFY(!m_server->setRosterItem(u"nobody"_s, {}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^No account \"nobody\""_s));
    QVERIFY(!m_server->makeContacts(u"juliet"_s, u"nobody"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^No account \"nobody\""_s));
    QVERIFY(!m_server->makeContacts(u"nobody"_s, u"juliet"_s));

    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    const auto *roster = juliet.client.findExtension<QXmppRosterManager>();
    juliet.signIn();
    QTRY_VERIFY(roster->isRosterReceived());
    QCOMPARE(roster->getRosterBareJids(), QStringList{u"romeo@localhost"_s});
}

// The subscription, and nothing else.
void TestLoopbackServer::makesContacts()
{
    auto tybalt = contact(u"tybalt@localhost"_s, u"Prince of Cats"_s, {u"Capulets"_s}, QXmppRosterIq::Item::None);
    tybalt.setSubscriptionStatus(u"subscribe"_s);
    QVERIFY(m_server->setRosterItem(u"juliet"_s, tybalt));
    QVERIFY(m_server->makeContacts(u"juliet"_s, u"tybalt"_s));

    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    const auto *roster = juliet.client.findExtension<QXmppRosterManager>();
    juliet.signIn();
    QTRY_VERIFY(roster->isRosterReceived());
    const auto entry = roster->getRosterEntry(u"tybalt@localhost"_s);
    QCOMPARE(entry.subscriptionType(), QXmppRosterIq::Item::Both);
    QCOMPARE(entry.subscriptionStatus(), QString()); // the request is answered
    QCOMPARE(entry.name(), u"Prince of Cats"_s);
    QCOMPARE(entry.groups(), QSet<QString>{u"Capulets"_s});
}

void TestLoopbackServer::signsIn()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    juliet.signIn(presence(QXmppPresence::Chat, u"hello"_s, 5));

    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    QCOMPARE(juliet.client.configuration().jid(), u"juliet@localhost/balcony"_s);
    QCOMPARE(known(juliet.tracker),
        (QStringList{u"juliet@localhost: Chat at balcony"_s, u"balcony is Chat, 5, \"hello\""_s}));
}

void TestLoopbackServer::refusesWrongCredentials_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("password");

    QTest::newRow("wrong password") << u"juliet"_s << u"secret of romeo"_s;
    QTest::newRow("no such account") << u"nobody"_s << u"secret of nobody"_s;
    QTest::newRow("username in another case") << u"Juliet"_s << u"secret of juliet"_s;
}

void TestLoopbackServer::refusesWrongCredentials()
{
    QFETCH(const QString, username);
    QFETCH(const QString, password);
    Device device(*m_server, username, u"balcony"_s);
    device.configuration.setPassword(password);
    QSignalSpy connected(&device.client, &QXmppClient::connected);
    QSignalSpy disconnected(&device.client, &QXmppClient::disconnected);
    std::optional<QXmpp::AuthenticationError> refusal;
    QObject::connect(&device.client, &QXmppClient::errorOccurred, &device.client,
        [&](const QXmppError &error) { refusal = error.value<QXmpp::AuthenticationError>(); });

    device.signIn();

    QVERIFY(disconnected.wait());
    QVERIFY(refusal);
    QCOMPARE(refusal->type, QXmpp::AuthenticationError::NotAuthorized);
    QCOMPARE(connected.count(), 0);
    COMPARE_SIGNALS(device.recorder);
}

void TestLoopbackServer::sendsTheRoster()
{
    const auto nurse = contact(u"nurse@localhost"_s, u"Angelica"_s, {}, QXmppRosterIq::Item::To);
    QVERIFY(m_server->setRosterItem(u"juliet"_s, nurse));
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    const auto *roster = juliet.client.findExtension<QXmppRosterManager>();
    QSignalSpy received(roster, &QXmppRosterManager::rosterReceived);

    juliet.signIn();

    QVERIFY(received.wait());
    auto contacts = roster->getRosterBareJids();
    contacts.sort();
    QCOMPARE(contacts, (QStringList{u"nurse@localhost"_s, u"romeo@localhost"_s}));
    QCOMPARE(roster->getRosterEntry(u"romeo@localhost"_s).subscriptionType(), QXmppRosterIq::Item::Both);
    QCOMPARE(roster->getRosterEntry(u"nurse@localhost"_s).subscriptionType(), QXmppRosterIq::Item::To);
    QCOMPARE(roster->getRosterEntry(u"nurse@localhost"_s).name(), u"Angelica"_s);
}

void TestLoopbackServer::contactsComeOnline()
{
    Device balcony(*m_server, u"juliet"_s, u"balcony"_s);
    Device chamber(*m_server, u"juliet"_s, u"chamber"_s);
    Device orchard(*m_server, u"romeo"_s, u"orchard"_s);
    Device phone(*m_server, u"romeo"_s, u"phone"_s);

    balcony.signIn(presence(QXmppPresence::Away, u"dreaming"_s));
    TRY_COMPARE_SIGNALS(balcony.recorder, arrival(u"juliet@localhost/balcony"_s));

    orchard.signIn(presence(QXmppPresence::Online, u"climbing"_s, 3));
    TRY_COMPARE_SIGNALS(orchard.recorder, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/orchard"_s, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s);
    TRY_COMPARE_SIGNALS(balcony.recorder, arrival(u"romeo@localhost/orchard"_s));

    phone.signIn(presence(QXmppPresence::DND, u"duelling"_s, -1));
    TRY_COMPARE_SIGNALS(phone.recorder, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/phone"_s, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s, u"resourceAvailable romeo@localhost/orchard"_s);
    TRY_COMPARE_SIGNALS(orchard.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    TRY_COMPARE_SIGNALS(balcony.recorder, u"resourceAvailable romeo@localhost/phone"_s);

    chamber.signIn(presence(QXmppPresence::XA));
    TRY_COMPARE_SIGNALS(chamber.recorder, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/chamber"_s, u"resourceAvailable juliet@localhost/balcony"_s,
        u"peerAvailable romeo@localhost"_s, u"resourceAvailable romeo@localhost/orchard"_s,
        u"resourceAvailable romeo@localhost/phone"_s);

    for (auto *device : {&balcony, &orchard, &phone})
        TRY_COMPARE_SIGNALS(device->recorder, u"resourceAvailable juliet@localhost/chamber"_s);
    for (auto *device : {&balcony, &chamber, &orchard, &phone}) {
        COMPARE_NO_SIGNALS(*device);
        QCOMPARE(known(device->tracker),
            (QStringList{u"juliet@localhost: Away at balcony"_s, u"balcony is Away, 0, \"dreaming\""_s,
                u"chamber is ExtendedAway, 0, \"\""_s, u"romeo@localhost: DoNotDisturb at phone"_s,
                u"orchard is None, 3, \"climbing\""_s, u"phone is DoNotDisturb, -1, \"duelling\""_s}));
    }
}

void TestLoopbackServer::changes_data()
{
    QTest::addColumn<QXmppPresence>("changed");
    QTest::addColumn<QStringList>("seen");

    const auto addRow = [](const char *row, const QXmppPresence &changed, const QString &state,
                            const QString &resource) {
        QTest::newRow(row) << changed
                           << QStringList{u"juliet@localhost: %1 at balcony"_s.arg(state), u"balcony is "_s + resource};
    };
    addRow("away", presence(QXmppPresence::Away), u"Away"_s, u"Away, 0, \"\""_s);
    addRow("extended away", presence(QXmppPresence::XA), u"ExtendedAway"_s, u"ExtendedAway, 0, \"\""_s);
    addRow("free for chat", presence(QXmppPresence::Chat), u"Chat"_s, u"Chat, 0, \"\""_s);
    addRow("do not disturb", presence(QXmppPresence::DND), u"DoNotDisturb"_s, u"DoNotDisturb, 0, \"\""_s);
    addRow("the same again", presence(QXmppPresence::Online), u"None"_s, u"None, 0, \"\""_s);
    addRow("status", presence(QXmppPresence::Online, u"<&> \u00e9"_s), u"None"_s, u"None, 0, \"<&> \u00e9\""_s);
    addRow("priority", presence(QXmppPresence::Online, {}, -128), u"None"_s, u"None, -128, \"\""_s);
}

void TestLoopbackServer::changes()
{
    QFETCH(const QXmppPresence, changed);
    QFETCH(const QStringList, seen);
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    juliet.client.setClientPresence(changed);

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    QCOMPARE(known(juliet.tracker).first(2), seen);
    QCOMPARE(known(romeo.tracker).first(2), seen);
    COMPARE_NO_SIGNALS(romeo);
}

void TestLoopbackServer::priorityBreaksTies()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    Device phone(*m_server, u"romeo"_s, u"phone"_s);
    signInBoth(juliet, romeo);
    phone.signIn(presence(QXmppPresence::Online, {}, 1));
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    QCOMPARE(juliet.tracker.mostAvailable(u"romeo@localhost"_s)->from(), u"romeo@localhost/phone"_s);

    romeo.client.setClientPresence(presence(QXmppPresence::Online, {}, 2));

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged romeo@localhost/orchard"_s);
    QCOMPARE(juliet.tracker.mostAvailable(u"romeo@localhost"_s)->from(), u"romeo@localhost/orchard"_s);
}

void TestLoopbackServer::strangersSeeNothing()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);
    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    tybalt.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, arrival(u"tybalt@localhost/street"_s));

    juliet.client.setClientPresence(presence(QXmppPresence::Away));
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    COMPARE_NO_SIGNALS(tybalt);

    QSignalSpy left(&tybalt.client, &QXmppClient::disconnected);
    tybalt.client.disconnectFromServer();
    QCOMPARE(left.count(), 1);
    COMPARE_NO_SIGNALS(juliet);
    QCOMPARE(juliet.tracker.peers(), QStringList{u"juliet@localhost"_s});
}

void TestLoopbackServer::oneWaySubscription()
{
    const auto fan = contact(u"tybalt@localhost"_s, {}, {}, QXmppRosterIq::Item::From);
    QVERIFY(m_server->setRosterItem(u"juliet"_s, fan));
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);

    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    tybalt.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, u"peerAvailable tybalt@localhost"_s,
        u"resourceAvailable tybalt@localhost/street"_s, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s);
    juliet.client.setClientPresence(presence(QXmppPresence::DND));
    TRY_COMPARE_SIGNALS(tybalt.recorder, u"resourceChanged juliet@localhost/balcony"_s);

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    COMPARE_NO_SIGNALS(juliet);
}

void TestLoopbackServer::directedToBareJid()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);
    Device sword(*m_server, u"tybalt"_s, u"sword"_s);
    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    tybalt.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, arrival(u"tybalt@localhost/street"_s));
    sword.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, u"resourceAvailable tybalt@localhost/sword"_s);
    TRY_COMPARE_SIGNALS(sword.recorder, u"peerAvailable tybalt@localhost"_s,
        u"resourceAvailable tybalt@localhost/sword"_s, u"resourceAvailable tybalt@localhost/street"_s);

    juliet.send(presence(QXmppPresence::DND, u"for you"_s), u"tybalt@localhost"_s);

    for (auto *device : {&tybalt, &sword}) {
        TRY_COMPARE_SIGNALS(
            device->recorder, u"peerAvailable juliet@localhost"_s, u"resourceAvailable juliet@localhost/balcony"_s);
        QCOMPARE(known(device->tracker).first(2),
            (QStringList{
                u"juliet@localhost: DoNotDisturb at balcony"_s, u"balcony is DoNotDisturb, 0, \"for you\""_s}));
    }
    juliet.client.setClientPresence(presence(QXmppPresence::Away));
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    COMPARE_NO_SIGNALS(tybalt);

    juliet.client.disconnectFromServer();

    for (auto *device : {&tybalt, &sword}) {
        TRY_COMPARE_SIGNALS(
            device->recorder, u"resourceUnavailable juliet@localhost/balcony"_s, u"peerUnavailable juliet@localhost"_s);
        QCOMPARE(device->tracker.peers(), QStringList{u"tybalt@localhost"_s});
        COMPARE_NO_SIGNALS(*device);
    }
}

void TestLoopbackServer::directedToFullJid()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);
    Device sword(*m_server, u"tybalt"_s, u"sword"_s);
    for (auto *device : {&juliet, &tybalt, &sword}) {
        device->signIn();
        QVERIFY(QTest::qWaitFor([device] { return device->tracker.peers().size() == 1; }));
    }
    TRY_COMPARE_SIGNALS(tybalt.recorder, u"peerAvailable tybalt@localhost"_s,
        u"resourceAvailable tybalt@localhost/street"_s, u"resourceAvailable tybalt@localhost/sword"_s);
    TRY_COMPARE_SIGNALS(sword.recorder, u"peerAvailable tybalt@localhost"_s,
        u"resourceAvailable tybalt@localhost/sword"_s, u"resourceAvailable tybalt@localhost/street"_s);

    juliet.send(QXmppPresence(), u"tybalt@localhost/street"_s);
    TRY_COMPARE_SIGNALS(tybalt.recorder, arrival(u"juliet@localhost/balcony"_s));
    COMPARE_NO_SIGNALS(sword);

    juliet.vanish();
    TRY_COMPARE_SIGNALS(tybalt.recorder, departure(u"juliet@localhost/balcony"_s));
    COMPARE_NO_SIGNALS(sword);
}

void TestLoopbackServer::directedAndTakenBack()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);
    juliet.signIn();
    tybalt.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, arrival(u"tybalt@localhost/street"_s));
    QSignalSpy received(&tybalt.client, &QXmppClient::presenceReceived);

    juliet.send(QXmppPresence(), u"tybalt@localhost"_s);
    juliet.send(presence(QXmppPresence::Away), u"tybalt@localhost"_s);
    juliet.send(QXmppPresence(QXmppPresence::Unavailable), u"tybalt@localhost"_s);
    TRY_COMPARE_SIGNALS(tybalt.recorder, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s, u"resourceChanged juliet@localhost/balcony"_s,
        u"resourceUnavailable juliet@localhost/balcony"_s, u"peerUnavailable juliet@localhost"_s);

    juliet.client.disconnectFromServer();
    COMPARE_NO_SIGNALS(tybalt);
    QCOMPARE(received.count(), 3);
}

void TestLoopbackServer::directedToSubscriberLeavesOnce()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);
    QSignalSpy received(&romeo.client, &QXmppClient::presenceReceived);

    juliet.send(presence(QXmppPresence::Chat), u"romeo@localhost/orchard"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    juliet.client.disconnectFromServer();
    TRY_COMPARE_SIGNALS(romeo.recorder, departure(u"juliet@localhost/balcony"_s));
    COMPARE_NO_SIGNALS(romeo);
    QCOMPARE(received.count(), 2);
}

void TestLoopbackServer::directedWithoutInitialPresence()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    romeo.signIn();
    TRY_COMPARE_SIGNALS(romeo.recorder, arrival(u"romeo@localhost/orchard"_s));
    juliet.signIn(QXmppPresence(QXmppPresence::Unavailable));
    QTRY_VERIFY(juliet.client.isConnected());
    COMPARE_NO_SIGNALS(juliet);
    COMPARE_NO_SIGNALS(romeo);

    juliet.send(QXmppPresence(), u"romeo@localhost"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, arrival(u"juliet@localhost/balcony"_s));

    juliet.vanish();
    TRY_COMPARE_SIGNALS(romeo.recorder, departure(u"juliet@localhost/balcony"_s));
}

void TestLoopbackServer::vanishes()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    Device phone(*m_server, u"romeo"_s, u"phone"_s);
    signInBoth(juliet, romeo);
    phone.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    phone.recorder.take();

    phone.vanish();
    TRY_COMPARE_SIGNALS(phone.recorder, u"resourceUnavailable juliet@localhost/balcony"_s,
        u"peerUnavailable juliet@localhost"_s, u"resourceUnavailable romeo@localhost/orchard"_s,
        u"resourceUnavailable romeo@localhost/phone"_s, u"peerUnavailable romeo@localhost"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceUnavailable romeo@localhost/phone"_s);
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceUnavailable romeo@localhost/phone"_s);
    QCOMPARE(known(juliet.tracker).mid(2),
        (QStringList{u"romeo@localhost: None at orchard"_s, u"orchard is None, 0, \"\""_s}));

    romeo.vanish();
    TRY_COMPARE_SIGNALS(juliet.recorder, departure(u"romeo@localhost/orchard"_s));
    QCOMPARE(juliet.tracker.state(u"romeo@localhost"_s), PresenceState());
    QCOMPARE(juliet.tracker.peers(), QStringList{u"juliet@localhost"_s});
}

void TestLoopbackServer::logsOut()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    romeo.client.disconnectFromServer();

    TRY_COMPARE_SIGNALS(juliet.recorder, departure(u"romeo@localhost/orchard"_s));
    QVERIFY(!juliet.tracker.presence(u"romeo@localhost/orchard"_s));
    QVERIFY(!juliet.tracker.mostAvailable(u"romeo@localhost"_s));
    QVERIFY(juliet.tracker.resources(u"romeo@localhost"_s).isEmpty());
    COMPARE_NO_SIGNALS(juliet);

    romeo.recorder.take();
    romeo.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"romeo@localhost/orchard"_s));
    TRY_COMPARE_SIGNALS(romeo.recorder, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/orchard"_s, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s);
}

void TestLoopbackServer::unavailableAndBack()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    romeo.client.send(QXmppPresence(QXmppPresence::Unavailable));
    TRY_COMPARE_SIGNALS(juliet.recorder, departure(u"romeo@localhost/orchard"_s));
    TRY_COMPARE_SIGNALS(romeo.recorder, departure(u"romeo@localhost/orchard"_s));

    juliet.client.setClientPresence(presence(QXmppPresence::Away));
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    juliet.send(presence(QXmppPresence::Away), u"romeo@localhost"_s);
    COMPARE_NO_SIGNALS(juliet);
    COMPARE_NO_SIGNALS(romeo); // not available, so not told

    romeo.client.send(QXmppPresence());
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"romeo@localhost/orchard"_s));
    TRY_COMPARE_SIGNALS(romeo.recorder, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/orchard"_s, u"resourceChanged juliet@localhost/balcony"_s);
    QCOMPARE(romeo.tracker.state(u"juliet@localhost"_s), PresenceState(PresenceState::Show::Away));
}

void TestLoopbackServer::replacedByNewConnection()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    Device again(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    again.signIn();

    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceUnavailable juliet@localhost/balcony"_s,
        u"peerUnavailable juliet@localhost"_s, u"resourceUnavailable romeo@localhost/orchard"_s,
        u"peerUnavailable romeo@localhost"_s);
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceUnavailable romeo@localhost/orchard"_s,
        u"peerUnavailable romeo@localhost"_s, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/orchard"_s);
    TRY_COMPARE_SIGNALS(again.recorder, u"peerAvailable romeo@localhost"_s,
        u"resourceAvailable romeo@localhost/orchard"_s, u"peerAvailable juliet@localhost"_s,
        u"resourceAvailable juliet@localhost/balcony"_s);
    COMPARE_NO_SIGNALS(juliet);
    COMPARE_NO_SIGNALS(again);
}

void TestLoopbackServer::probe()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    Device phone(*m_server, u"romeo"_s, u"phone"_s);
    signInBoth(juliet, romeo);
    phone.signIn(presence(QXmppPresence::Away));
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    TRY_COMPARE_SIGNALS(romeo.recorder, u"resourceAvailable romeo@localhost/phone"_s);
    QList<QXmppPresence> answers;
    QObject::connect(&juliet.client, &QXmppClient::presenceReceived, &juliet.client,
        [&answers](const QXmppPresence &answer) { answers.append(answer); });
    const QXmppPresence probe(QXmppPresence::Probe);

    juliet.send(probe, u"romeo@localhost"_s);
    TRY_COMPARE_SIGNALS(
        juliet.recorder, u"resourceChanged romeo@localhost/orchard"_s, u"resourceChanged romeo@localhost/phone"_s);
    juliet.send(probe, u"romeo@localhost/phone"_s);
    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged romeo@localhost/phone"_s);
    QCOMPARE(answers.takeLast().availableStatusType(), QXmppPresence::Away);

    juliet.send(probe, u"romeo@localhost/elsewhere"_s);
    COMPARE_NO_SIGNALS(juliet);
    QCOMPARE(answers.last().from(), u"romeo@localhost/elsewhere"_s);
    QCOMPARE(answers.takeLast().type(), QXmppPresence::Unavailable);

    juliet.send(probe, u"tybalt@localhost"_s);
    COMPARE_NO_SIGNALS(juliet);
    QCOMPARE(answers.last().from(), u"tybalt@localhost"_s);
    QCOMPARE(answers.takeLast().type(), QXmppPresence::Unsubscribed);
    COMPARE_NO_SIGNALS(romeo);
}

void TestLoopbackServer::error()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);
    QXmppPresence error(QXmppPresence::Error);
    error.setError(QXmppStanza::Error(QXmppStanza::Error::Cancel, QXmppStanza::Error::Gone, u"banished"_s));

    romeo.send(error, u"juliet@localhost/balcony"_s);

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceUnavailable romeo@localhost/orchard"_s,
        u"peerUnavailable romeo@localhost"_s, u"peerError romeo@localhost"_s);
    QCOMPARE(known(juliet.tracker).mid(2), QStringList{u"romeo@localhost: unavailable at none, error"_s});
    QCOMPARE(juliet.tracker.presence(u"romeo@localhost"_s)->error().condition(), QXmppStanza::Error::Gone);
    QCOMPARE(juliet.tracker.presence(u"romeo@localhost/orchard"_s)->error().text(), u"banished"_s);
    COMPARE_NO_SIGNALS(romeo);

    romeo.client.setClientPresence(presence(QXmppPresence::Online));
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"romeo@localhost/orchard"_s));
    QCOMPARE(known(juliet.tracker).mid(2),
        (QStringList{u"romeo@localhost: None at orchard"_s, u"orchard is None, 0, \"\""_s}));
}

void TestLoopbackServer::unservedDomain_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QXmppPresence::Type>("type");
    QTest::addColumn<QString>("peer");

    const auto far = u"nurse@verona.example"_s;
    QTest::newRow("bare JID") << far << QXmppPresence::Available << far;
    QTest::newRow("full JID") << u"nurse@verona.example/kitchen"_s << QXmppPresence::Available << far;
    QTest::newRow("subdomain") << u"room@rooms.localhost/nick"_s << QXmppPresence::Available
                               << u"room@rooms.localhost"_s;
    QTest::newRow("probe") << far << QXmppPresence::Probe << far;
    QTest::newRow("subscribe") << far << QXmppPresence::Subscribe << far;
    QTest::newRow("never an error for an error") << far << QXmppPresence::Error << QString();
}

void TestLoopbackServer::unservedDomain()
{
    QFETCH(const QString, to);
    QFETCH(const QXmppPresence::Type, type);
    QFETCH(const QString, peer);
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));

    juliet.send(QXmppPresence(type), to);

    if (peer.isEmpty()) {
        COMPARE_NO_SIGNALS(juliet);
        return;
    }
    TRY_COMPARE_SIGNALS(juliet.recorder, u"peerError "_s + peer);
    const auto error = juliet.tracker.presence(to);
    QVERIFY(error);
    QCOMPARE(error->from(), to);
    QCOMPARE(error->error().condition(), QXmppStanza::Error::RemoteServerNotFound);
    QCOMPARE(error->error().type(), QXmppStanza::Error::Cancel);
}

void TestLoopbackServer::subscriptionStanzasChangeNothing()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device tybalt(*m_server, u"tybalt"_s, u"street"_s);
    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    tybalt.signIn();
    TRY_COMPARE_SIGNALS(tybalt.recorder, arrival(u"tybalt@localhost/street"_s));
    QSignalSpy asked(
        juliet.client.findExtension<QXmppRosterManager>(), &QXmppRosterManager::subscriptionRequestReceived);

    tybalt.send(QXmppPresence(QXmppPresence::Subscribe), u"juliet@localhost"_s);
    QVERIFY(asked.wait());
    juliet.send(QXmppPresence(QXmppPresence::Subscribed), u"tybalt@localhost"_s);
    juliet.client.setClientPresence(presence(QXmppPresence::Away));

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceChanged juliet@localhost/balcony"_s);
    COMPARE_NO_SIGNALS(tybalt);
}

void TestLoopbackServer::serverGoesAway()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    QSignalSpy julietReceived(&juliet.client, &QXmppClient::presenceReceived);
    QSignalSpy romeoReceived(&romeo.client, &QXmppClient::presenceReceived);

    m_server->stop();

    for (auto *device : {&juliet, &romeo}) {
        TRY_COMPARE_SIGNALS(device->recorder, u"resourceUnavailable juliet@localhost/balcony"_s,
            u"peerUnavailable juliet@localhost"_s, u"resourceUnavailable romeo@localhost/orchard"_s,
            u"peerUnavailable romeo@localhost"_s);
        QVERIFY(!device->client.isConnected());
        QCOMPARE(known(device->tracker), QStringList());
    }
    QCOMPARE(julietReceived.count() + romeoReceived.count(), 0);
}

void TestLoopbackServer::clientsReturn_data()
{
    QTest::addColumn<bool>("isDestroyed");
    QTest::newRow("stopped") << false;
    QTest::newRow("destroyed") << true;
}

// The connection is lost, and QXmpp tries again if it may.
void TestLoopbackServer::clientsReturn()
{
    QFETCH(const bool, isDestroyed);
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    juliet.configuration.setAutoReconnectionEnabled(true);
    const auto port = m_server->port();
    juliet.signIn();
    TRY_COMPARE_SIGNALS(juliet.recorder, arrival(u"juliet@localhost/balcony"_s));
    QSignalSpy errors(&juliet.client, &QXmppClient::errorOccurred);

    if (isDestroyed)
        init();
    m_server->stop();

    QTRY_VERIFY(!juliet.client.isConnected());
    QCOMPARE(errors.size(), 1);
    QVERIFY(errors.first().first().value<QXmppError>().holdsType<QAbstractSocket::SocketError>());
    QVERIFY(m_server->start(port));
    for (auto *pause : juliet.client.findChildren<QTimer *>()) {
        if (pause->isActive() && pause->isSingleShot())
            pause->start(0); // instead of ten seconds
    }
    QTRY_VERIFY(juliet.client.isConnected());
}

void TestLoopbackServer::ownLogOut()
{
    Device juliet(*m_server, u"juliet"_s, u"balcony"_s);
    Device romeo(*m_server, u"romeo"_s, u"orchard"_s);
    signInBoth(juliet, romeo);

    juliet.client.disconnectFromServer();

    TRY_COMPARE_SIGNALS(juliet.recorder, u"resourceUnavailable juliet@localhost/balcony"_s,
        u"peerUnavailable juliet@localhost"_s, u"resourceUnavailable romeo@localhost/orchard"_s,
        u"peerUnavailable romeo@localhost"_s);
    QCOMPARE(known(juliet.tracker), QStringList());
}

QTEST_GUILESS_MAIN(TestLoopbackServer)
#include "tst_loopbackserver.moc"
