// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "streamserver.h"
#include "streamtexts.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <QXmppClient.h>
#include <QXmppRosterManager.h>

#include <XmppPresence/LeaveReason>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Resumption = StreamServer::Resumption;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto room = u"coven@chat.example.org"_s;

// The tracker on a stream whose every byte is the test's: what becomes of sessions, and of stanzas that QXmpp does not
// tell all of.
class TestStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void resumed();
    void resumedAtTheSecondAttempt();
    void removedWhileAway();
    void failedLogInIsNotStale();
    void notResumed();
    void endsAtOnce_data();
    void endsAtOnce();
    void loggedOut();
    void loggedOutWhileStale();
    void stanzaAfterTheEnd_data();
    void stanzaAfterTheEnd();
    void staleAfterSessionsInASlot();
    void silentServer();
    void refusedWhileStale();
    void resumedAfterAStreamError();
    void redirectedToNowhere_data();
    void redirectedToNowhere();
    void lostAsItIsRedirected();
    void closedWithoutError();
    void initialSync();
    void initialSyncGoesOn();
    void sessionBegunInASlot();
    void noInitialSync_data();
    void noInitialSync();
    void unknownTypeIsNoPresence_data();
    void unknownTypeIsNoPresence();
    void statusOfTheLocale_data();
    void statusOfTheLocale();
    void leaveReasons_data();
    void leaveReasons();
    void formerTrackerLeavesNothingBehind();
    void gatewayCascade_data();
    void gatewayCascade();
    void gatewayIsNoContactAnyMore_data();
    void gatewayIsNoContactAnyMore();
    void ownServerIsNoGateway();
    void gatewayThatWasNeverThere();
    void gatewayCascadeInAModel();
    void unsubscribedByAContact();
    void unsubscribedByAStranger();
    void requestIsDenied();
    void unsubscribedInTheRoster_data();
    void unsubscribedInTheRoster();
    void joinedRoomIsNoContact_data();
    void joinedRoomIsNoContact();
    void rosterManagerAddedLater();
    void ownContact();
    void blocked_data();
    void blocked();
    void errorOfABlockedDomain();
    void features();
    void featuresThatDoNotMatch();
    void featuresThatMayBeOthers_data();
    void featuresThatMayBeOthers();
    void featuresOfOneThatAnswersLate();
    void featuresOfOneThatReturns();
    void featuresOfOneThatChanges();
    void featuresOfASilentOne();
    void featuresOfOneThatNeverAnswers();
    void featuresAfterALoss();
    void featuresInThousands();
    void featuresOfOldClients();
    void slotMayDeleteTheTracker_data();
    void slotMayDeleteTheTracker();

public Q_SLOTS:
    void deleteTracker() { m_tracker.reset(); }

private:
    bool logIn();
    bool tryInVain();
    bool settle();
    bool receive(const QString &xml);
    QStringList take() { return m_recorder->take(); }
    QString takeQuestion();
    void answer(const QString &question, const QString &features);

    std::unique_ptr<StreamServer> m_server;
    std::unique_ptr<QXmppClient> m_client;
    std::unique_ptr<PresenceTracker> m_tracker;
    std::unique_ptr<PresenceRecorder> m_recorder;
};

void TestStream::init()
{
    m_server = std::make_unique<StreamServer>();
    m_client = std::make_unique<QXmppClient>();
    m_client->logger()->setLoggingType(QXmppLogger::NoLogging);
    m_tracker = std::make_unique<PresenceTracker>(m_client.get());
    m_recorder = std::make_unique<PresenceRecorder>(m_tracker.get());
    QVERIFY(logIn());
}

void TestStream::cleanup()
{
    m_recorder.reset();
    m_tracker.reset();
    m_client.reset();
    m_server.reset();
}

bool TestStream::logIn()
{
    QSignalSpy connected(m_client.get(), &QXmppClient::connected);
    m_client->connectToServer(m_server->configuration());
    return connected.wait();
}

// The connection is lost, and once more while the stream is being resumed.
bool TestStream::tryInVain()
{
    m_server->loseConnections();
    const bool isStale = QTest::qWaitFor([this] { return m_tracker->isStale(); });
    m_server->resumption = Resumption::Silence;
    m_server->received.clear();
    m_client->connectToServer(m_server->configuration());
    const bool isTrying = QTest::qWaitFor([this] { return m_server->received.contains("<resume "_L1); });
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_server->loseConnections();
    return isStale && isTrying && disconnected.wait();
}

// Streams keep the order.
bool TestStream::settle()
{
    QSignalSpy last(m_client.get(), &QXmppClient::messageReceived);
    m_server->send(u"<message xmlns='jabber:client' from='localhost'><body>done</body></message>"_s);
    return last.wait();
}

bool TestStream::receive(const QString &xml)
{
    m_server->send(xml);
    return settle();
}

void TestStream::resumed()
{
    QVERIFY(receive(presenceOf(balcony)));
    QCOMPARE(take(), arrival(balcony));
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::ResumedStream);
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(staleChanges.size(), 2);
    QCOMPARE(take(), QStringList());
    QCOMPARE(m_tracker->peers(), QStringList{juliet});
}

// While an attempt is under way, QXmpp knows of no stream management.
void TestStream::resumedAtTheSecondAttempt()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QVERIFY(tryInVain());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::NoStreamManagement);
    QVERIFY(m_tracker->isStale());

    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(take(), QStringList());
    QCOMPARE(m_tracker->peers(), QStringList{juliet});
}

// By direct TLS (XEP-0368): until it is encrypted, QXmpp keeps what it knew of the last stream.
void TestStream::failedLogInIsNotStale()
{
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_client->isConnected());
    QTcpServer closing;
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    connect(&closing, &QTcpServer::newConnection, &closing, [&] {
        auto *socket = closing.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::abort);
    });
    auto configuration = m_server->configuration();
    configuration.setStreamSecurityMode(QXmppConfiguration::LegacySSL);
    configuration.setPort(closing.serverPort());
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_client->connectToServer(configuration);
    QVERIFY(disconnected.wait());
    QVERIFY(!m_tracker->isStale());
}

void TestStream::notResumed()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    QVERIFY(logIn());
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(take(), departure(balcony));
}

void TestStream::endsAtOnce_data()
{
    QTest::addColumn<QString>("condition");
    for (const auto *condition : {"conflict", "system-shutdown", "reset", "policy-violation"})
        QTest::newRow(condition) << QString::fromLatin1(condition);
}

// QXmpp does not resume a stream that was closed with an error (RFC 6120, section 4.9.1.1).
void TestStream::endsAtOnce()
{
    QFETCH(const QString, condition);
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_server->send(
        u"<stream:error><%1 xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>"_s.arg(
            condition));
    QVERIFY(disconnected.wait());
    QCOMPARE(take(), departure(balcony));
    QCOMPARE(staleChanges.size(), 0);

    QVERIFY(logIn() && receive(presenceOf(balcony)));
    take();
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale()); // the error is of the past
}

void TestStream::loggedOut()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    m_client->disconnectFromServer();
    QTRY_COMPARE(m_tracker->peers(), QStringList());
    QCOMPARE(take(), departure(balcony));
    QCOMPARE(staleChanges.size(), 0);
}

void TestStream::loggedOutWhileStale()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_tracker->isStale());
    QCOMPARE(take(), departure(balcony));
}

// QXmpp 1.10 goes on with what it has read, QXmpp 1.14 stops.
void TestStream::stanzaAfterTheEnd_data()
{
    QTest::addColumn<bool>("isLogOut");
    QTest::newRow("log-out in a slot") << true;
    QTest::newRow("an element that QXmpp rejects") << false;
}

void TestStream::stanzaAfterTheEnd()
{
    QFETCH(const bool, isLogOut);
    const auto logOut = [this] { m_client->disconnectFromServer(); };
    if (isLogOut)
        connect(m_tracker.get(), &PresenceTracker::resourceAvailable, this, logOut, Qt::SingleShotConnection);
    QSignalSpy received(m_client.get(), &QXmppClient::presenceReceived);
    const auto element = isLogOut ? QString() : u"<foo xmlns='urn:example'/>"_s;
    m_server->send(presenceOf(balcony) + element + presenceOf(u"nurse@example.org/home"_s));
    QTRY_VERIFY(!m_client->isConnected());
    QCOMPARE(received.size(), QXMPP_VERSION < QT_VERSION_CHECK(1, 14, 0) ? 2 : 1);
    QCOMPARE(take(), arrival(balcony) + departure(balcony));
    QVERIFY(logIn());
    QVERIFY(receive(presenceOf(u"nurse@example.org/home"_s)));
    QCOMPARE(take(), arrival(u"nurse@example.org/home"_s));
}

// A whole session begins and is lost while a stanza of the former one is being told.
void TestStream::staleAfterSessionsInASlot()
{
    QVERIFY(receive(presenceOf(balcony)));
    connect(m_tracker.get(), &PresenceTracker::resourceChanged, this, [this] {
        m_client->disconnectFromServer();
        QTRY_VERIFY(!m_client->isConnected());
        QVERIFY(logIn());
        QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
        m_server->loseConnections();
        QVERIFY(disconnected.wait());
    });
    m_tracker->handlePresence(*m_tracker->presence(balcony));
    QVERIFY(m_tracker->isStale());
    QCOMPARE(m_tracker->peers(), QStringList());
}

void TestStream::silentServer()
{
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_client->isConnected());
    auto configuration = m_server->configuration();
    configuration.setKeepAliveInterval(2);
    configuration.setKeepAliveTimeout(1);
    QSignalSpy connected(m_client.get(), &QXmppClient::connected);
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_client->connectToServer(configuration);
    QVERIFY(connected.wait() && receive(presenceOf(balcony)));
    take();
    QVERIFY(disconnected.wait(30'000));
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(take(), departure(balcony));
}

// After that QXmpp does not try to resume.
void TestStream::refusedWhileStale()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_server->isRefusing = true;
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_client->connectToServer(m_server->configuration());
    QVERIFY(disconnected.wait());
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(take(), departure(balcony));
}

// Of which the end of the stream never comes: QXmpp has not closed it, and resumes.
void TestStream::resumedAfterAStreamError()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QSignalSpy error(m_client.get(), &QXmppClient::errorOccurred);
    m_server->send(
        u"<stream:error><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"_s);
    QVERIFY(error.wait());
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::ResumedStream);
    QCOMPARE(take(), QStringList());
}

// RFC 6120, section 4.9.3.19
void TestStream::redirectedToNowhere_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("a tracker that saw the session begin") << false;
    QTest::newRow("a tracker that is new") << true;
}

void TestStream::redirectedToNowhere()
{
    QFETCH(const bool, isNew);
    m_tracker->setClient(isNew ? nullptr : m_client.get());
    m_tracker->setClient(m_client.get());
    QVERIFY(receive(presenceOf(balcony)));
    take();
    m_server->send(u"<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>127.0.0.1:1"
                   "</see-other-host></stream:error></stream:stream>"_s);
    QTRY_COMPARE(m_client->state(), QXmppClient::DisconnectedState);
    QTRY_VERIFY(m_tracker->isStale());
    QVERIFY(logIn());
    QCOMPARE(take(), departure(balcony));
}

// QXmpp closes the stream to go to another host, and resumes it later.
void TestStream::lostAsItIsRedirected()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QTcpServer closing;
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    connect(&closing, &QTcpServer::newConnection, &closing, [&] {
        auto *socket = closing.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::abort);
    });
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_server->send(u"<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>127.0.0.1:%1"
                   "</see-other-host></stream:error>"_s.arg(closing.serverPort()));
    QVERIFY(disconnected.wait());
    QVERIFY(m_tracker->isStale());
    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::ResumedStream);
    QCOMPARE(take(), QStringList());
}

// Then there is nothing to resume.
void TestStream::closedWithoutError()
{
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QSignalSpy disconnected(m_client.get(), &QXmppClient::disconnected);
    m_server->send(u"</stream:stream>"_s);
    QVERIFY(disconnected.wait());
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(take(), departure(balcony));
}

void TestStream::initialSync()
{
    QCOMPARE(m_tracker->initialSyncInterval(), 3000);
    QVERIFY(m_tracker->isInitialSync());
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_client->isConnected());
    QVERIFY(!m_tracker->isInitialSync());

    QSignalSpy changes(m_tracker.get(), &PresenceTracker::initialSyncChanged);
    m_tracker->setInitialSyncInterval(1000);
    QVERIFY(logIn());
    const QDeadlineTimer quiet(2 * m_tracker->initialSyncInterval()); // had it been
    while (!quiet.hasExpired()) {
        QVERIFY(receive(presenceOf(balcony)));
        QVERIFY(m_tracker->isInitialSync());
    }
    QTRY_VERIFY(!m_tracker->isInitialSync());
    QVERIFY(receive(presenceOf(balcony)));
    QVERIFY(!m_tracker->isInitialSync());
    QCOMPARE(changes.size(), 2);
}

// In an event loop of its own: the end of the former one comes first.
// While there is no connection, quiet means nothing.
void TestStream::initialSyncGoesOn()
{
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_client->isConnected());
    m_tracker->setInitialSyncInterval(200);
    QVERIFY(logIn());
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    Q_EMIT m_client->presenceReceived(PresenceBuilder(balcony)); // was read before
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::initialSyncChanged);
    QVERIFY(!changes.wait(600));
    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QVERIFY(m_tracker->isInitialSync());
    QTRY_VERIFY(!m_tracker->isInitialSync());
}

void TestStream::sessionBegunInASlot()
{
    QVERIFY(receive(presenceOf(balcony)));
    connect(m_tracker.get(), &PresenceTracker::resourceUnavailable, this, [this] { QVERIFY(logIn()); });
    m_client->disconnectFromServer();
    QTRY_COMPARE(m_recorder->recorded().size(), 4);
    QCOMPARE(take(), arrival(balcony) + departure(balcony));
    QVERIFY(m_tracker->isInitialSync());
}

void TestStream::noInitialSync_data()
{
    QTest::addColumn<Resumption>("resumption");
    QTest::addColumn<int>("interval");
    QTest::newRow("resumed") << Resumption::Success << 1000;
    QTest::newRow("not wanted") << Resumption::Failure << 0;
}

void TestStream::noInitialSync()
{
    QFETCH(const Resumption, resumption);
    QFETCH(const int, interval);
    m_tracker->setInitialSyncInterval(interval);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tracker->isInitialSync(), 10'000);
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_server->resumption = resumption;
    QVERIFY(logIn());
    QVERIFY(!m_tracker->isInitialSync());
}

void TestStream::unknownTypeIsNoPresence_data()
{
    QTest::addColumn<QString>("attributes");
    QTest::addColumn<bool>("isPresence");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("unknown") << u"type='invisible'"_s << false;
    QTest::newRow("the default of others") << u"type='available'"_s << false;
    QTest::newRow("another case") << u"type='Unavailable'"_s << false;
}

// RFC 6121, section 4.7.1
void TestStream::unknownTypeIsNoPresence()
{
    QFETCH(const QString, attributes);
    QFETCH(const bool, isPresence);
    QVERIFY(receive(presenceOf(balcony, {}, attributes)));
    QCOMPARE(take(), isPresence ? arrival(balcony) : QStringList());
}

void TestStream::statusOfTheLocale_data()
{
    QTest::addColumn<QString>("statuses");
    QTest::addColumn<QString>("text");
    const auto english = u"<status xml:lang='en'>gone</status>"_s;
    const auto german = u"<status xml:lang='de'>weg</status>"_s;
    const auto austrian = u"<status xml:lang='de-AT'>furt</status>"_s;
    const auto none = u"<status>-</status>"_s;
    QTest::newRow("one") << english << u"gone"_s;
    QTest::newRow("the locale's, first") << austrian + english << u"furt"_s;
    QTest::newRow("the locale's, last") << english + none + german + austrian << u"furt"_s;
    QTest::newRow("its language") << english + none + german << u"weg"_s;
    QTest::newRow("of none") << english + none << u"-"_s;
    QTest::newRow("any") << english + u"<status xml:lang='fr'>parti</status>"_s << u"gone"_s;
}

void TestStream::statusOfTheLocale()
{
    QFETCH(const QString, statuses);
    QFETCH(const QString, text);
    QLocale::setDefault(QLocale(u"de_AT"_s));
    QVERIFY(receive(presenceOf(balcony, statuses)));
    QLocale::setDefault(QLocale::c());
    QCOMPARE(m_tracker->presence(balcony).value_or(QXmppPresence()).statusText(), text);
}

void TestStream::leaveReasons_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<LeaveReason>("reason");
    const auto code = [](const QString &codes) {
        QString elements;
        for (const auto &number : codes.split(u' '))
            elements += u"<status code='%1'/>"_s.arg(number);
        return elements;
    };
    QTest::newRow("left") << QString() << LeaveReason::Left;
    QTest::newRow("banned") << code(u"301"_s) << LeaveReason::Banned;
    QTest::newRow("kicked") << code(u"307"_s) << LeaveReason::Kicked;
    QTest::newRow("affiliation") << code(u"321"_s) << LeaveReason::AffiliationChanged;
    QTest::newRow("members only") << code(u"322"_s) << LeaveReason::MembersOnly;
    QTest::newRow("shutdown") << code(u"332"_s) << LeaveReason::Shutdown;
    QTest::newRow("technical problem") << code(u"307 333"_s) << LeaveReason::TechnicalProblem;
    QTest::newRow("destroyed") << u"<destroy jid='hell@chat.example.org'/>"_s << LeaveReason::RoomDestroyed;
}

void TestStream::leaveReasons()
{
    QFETCH(const QString, content);
    QFETCH(const LeaveReason, reason);
    const auto x = u"<x xmlns='http://jabber.org/protocol/muc#user'><item role='none'/>%1</x>"_s;
    QVERIFY(receive(presenceOf(room + u"/witch"_s)));
    QVERIFY(receive(presenceOf(room + u"/witch"_s, x.arg(content), u"type='unavailable'"_s)));
    const auto recorded = m_recorder->recorded();
    QCOMPARE(recorded.size(), 4);
    QCOMPARE(leaveReason(recorded[2].stanza), reason);
    const std::unique_ptr<char[]> name(toString(reason));
    QCOMPARE(QDebug::toString(reason), QString(u"XmppPresence::LeaveReason::"_s + QLatin1StringView(name.get())));
}

void TestStream::formerTrackerLeavesNothingBehind()
{
    const auto extensions = m_client->extensions().size();
    {
        const PresenceTracker other(m_client.get());
        QTRY_COMPARE(m_client->extensions().size(), extensions + 1);
    }
    QTRY_COMPARE(m_client->extensions().size(), extensions);
    m_tracker->setClient(nullptr);
    QTRY_COMPARE(m_client->extensions().size(), extensions - 1);
}

void TestStream::gatewayCascade_data()
{
    QTest::addColumn<bool>("isOn");
    QTest::addColumn<QString>("type");
    QTest::newRow("off") << false << u"unavailable"_s;
    QTest::newRow("unavailable") << true << u"unavailable"_s;
    QTest::newRow("error") << true << u"error"_s;
}

void TestStream::gatewayCascade()
{
    QFETCH(const bool, isOn);
    QFETCH(const QString, type);
    const auto gateway = u"irc.example.org"_s;
    const QStringList all{gateway, u"romeo%freenode@irc.example.org"_s, u"tybalt@irc.example.org/x"_s, balcony,
        u"nurse@sub.irc.example.org/x"_s};
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::gatewayCascadeChanged);
    m_tracker->setGatewayCascade(isOn);
    QCOMPARE(changes.size(), isOn ? 1 : 0);
    for (const auto &jid : all)
        QVERIFY(receive(presenceOf(jid)));
    take();
    QVERIFY(receive(presenceOf(gateway)));
    QCOMPARE(take(), QStringList{u"resourceChanged "_s + gateway});
    QVERIFY(receive(presenceOf(gateway, {}, u"type='%1'"_s.arg(type))));
    auto expected = departure(gateway);
    if (type == "error"_L1)
        expected += u"peerError "_s + gateway;
    if (isOn)
        expected += departure(all[1]) + departure(all[2]);
    const auto recorded = m_recorder->recorded();
    QCOMPARE(take(), expected);
    if (isOn)
        QCOMPARE(recorded.last().stanza.from(), u"tybalt@irc.example.org"_s);
    QVERIFY(m_tracker->mostAvailable(u"nurse@sub.irc.example.org"_s));
    QCOMPARE(m_tracker->presence(gateway).has_value(), type == "error"_L1);
}

// It may be a server like any other.
void TestStream::gatewayThatWasNeverThere()
{
    m_tracker->setGatewayCascade(true);
    QVERIFY(receive(presenceOf(balcony)));
    take();
    QVERIFY(receive(presenceOf(u"example.org"_s, {}, u"type='error'"_s)));
    QCOMPARE(take(), QStringList{u"peerError example.org"_s});
}

void TestStream::gatewayCascadeInAModel()
{
    m_tracker->setGatewayCascade(true);
    const PresenceModel model(m_tracker.get());
    const PresenceWatcher watcher(m_tracker.get(), u"romeo@irc.example.org"_s);
    QVERIFY(receive(presenceOf(u"irc.example.org"_s) + presenceOf(u"romeo@irc.example.org"_s)
        + presenceOf(u"tybalt@irc.example.org"_s, {}, u"type='error'"_s)));
    QTRY_COMPARE(model.rowCount(), 3);
    QVERIFY(watcher.isAvailable());
    QVERIFY(receive(presenceOf(u"irc.example.org"_s, {}, u"type='unavailable'"_s)));
    QVERIFY(!watcher.isAvailable());
    QCOMPARE(m_tracker->peers(), QStringList());
    QTRY_COMPARE(model.rowCount(), 0);

    QVERIFY(receive(presenceOf(u"irc.example.org"_s) + presenceOf(u"tybalt@irc.example.org"_s, {}, u"type='error'"_s)));
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(receive(presenceOf(u"irc.example.org"_s, {}, u"type='unavailable'"_s)));
    QTRY_COMPARE(model.rowCount(), 0); // though nobody else was there
}

void TestStream::ownServerIsNoGateway()
{
    m_tracker->setGatewayCascade(true);
    QVERIFY(receive(presenceOf(u"localhost"_s) + presenceOf(u"mercutio@localhost/x"_s)));
    take();
    QVERIFY(receive(presenceOf(u"localhost"_s, {}, u"type='unavailable'"_s)));
    QCOMPARE(take(), departure(u"localhost"_s));
}

static QString rosterPush(const QString &jid, const QString &subscription)
{
    return u"<iq xmlns='jabber:client' type='set' id='1'><query xmlns='jabber:iq:roster'>"
           "<item jid='%1' subscription='%2'/></query></iq>"_s.arg(jid, subscription);
}

void TestStream::gatewayIsNoContactAnyMore_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("removed") << rosterPush(u"irc.example.org"_s, u"remove"_s);
    QTest::newRow("unsubscribed") << presenceOf(u"irc.example.org"_s, {}, u"type='unsubscribed'"_s);
}

void TestStream::gatewayIsNoContactAnyMore()
{
    QFETCH(const QString, xml);
    m_tracker->setGatewayCascade(true);
    QVERIFY(receive(rosterPush(u"irc.example.org"_s, u"both"_s) + presenceOf(u"irc.example.org"_s)
        + presenceOf(u"tybalt@irc.example.org"_s)));
    const PresenceWatcher watcher(m_tracker.get(), u"tybalt@irc.example.org"_s);
    take();
    QVERIFY(receive(xml));
    QCOMPARE(take(), departure(u"irc.example.org"_s) + departure(u"tybalt@irc.example.org"_s));
    QVERIFY(!watcher.isAvailable());
}

void TestStream::joinedRoomIsNoContact_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("removed") << rosterPush(room, u"remove"_s);
    QTest::newRow("unsubscribed") << presenceOf(room, {}, u"type='unsubscribed'"_s);
}

// Its occupants are told of as long as we are in.
void TestStream::joinedRoomIsNoContact()
{
    QFETCH(const QString, xml);
    const auto self = u"<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x>"_s;
    enterRoom(*m_client, room);
    QVERIFY(receive(rosterPush(room, u"both"_s) + presenceOf(room + u"/witch"_s) + presenceOf(room + u"/me"_s, self)));
    take();
    QVERIFY(receive(xml));
    QCOMPARE(take(), QStringList());
}

void TestStream::rosterManagerAddedLater()
{
    m_recorder.reset();
    m_tracker.reset();
    m_client = std::make_unique<QXmppClient>(QXmppClient::NoExtensions);
    m_client->logger()->setLoggingType(QXmppLogger::NoLogging);
    m_tracker = std::make_unique<PresenceTracker>(m_client.get());
    m_recorder = std::make_unique<PresenceRecorder>(m_tracker.get());
    m_client->addNewExtension<QXmppRosterManager>(m_client.get());
    QVERIFY(logIn());
    QVERIFY(receive(rosterPush(juliet, u"both"_s) + presenceOf(balcony)));
    take();
    QVERIFY(receive(rosterPush(juliet, u"remove"_s)));
    QCOMPARE(take(), departure(balcony));
}

void TestStream::unsubscribedByAContact()
{
    QVERIFY(receive(rosterPush(juliet, u"both"_s) + presenceOf(balcony)));
    take();
    QVERIFY(receive(presenceOf(juliet, {}, u"type='unsubscribe'"_s)));
    QCOMPARE(take(), QStringList());
    QVERIFY(receive(presenceOf(juliet, {}, u"type='unsubscribed'"_s)));
    QCOMPARE(m_recorder->recorded().value(0).stanza.type(), QXmppPresence::Unsubscribed);
    QCOMPARE(take(), departure(balcony));
    QVERIFY(receive(presenceOf(juliet, {}, u"type='unsubscribed'"_s)));
    QCOMPARE(take(), QStringList());
}

void TestStream::unsubscribedByAStranger()
{
    QVERIFY(receive(presenceOf(balcony) + presenceOf(juliet, {}, u"type='unsubscribed'"_s)));
    QCOMPARE(take(), arrival(balcony));
}

// An attempt that fails half-way has QXmpp ask for the roster anew, and tell nobody of who is not in it any more.
void TestStream::removedWhileAway()
{
    QVERIFY(receive(rosterPush(juliet, u"both"_s) + presenceOf(balcony)));
    take();
    QVERIFY(tryInVain());

    m_server->resumption = Resumption::Success;
    m_server->received.clear();
    QVERIFY(logIn());
    static const QRegularExpression question(u"<iq [^>]*id=\"([^\"]+)\"[^>]*><query xmlns=\"jabber:iq:roster\""_s);
    QTRY_VERIFY(m_server->received.contains(question));
    const auto id = question.match(m_server->received).captured(1);
    QVERIFY(
        receive(u"<iq xmlns='jabber:client' type='result' id='%1'><query xmlns='jabber:iq:roster'/></iq>"_s.arg(id)));
    QVERIFY(m_client->findExtension<QXmppRosterManager>()->isRosterReceived());
    QCOMPARE(take(), departure(balcony));
}

// There was no subscription that has ended (RFC 6121, section 3.1.4): she may be there by directed presence.
void TestStream::requestIsDenied()
{
    QVERIFY(receive(rosterPush(juliet, u"none"_s) + presenceOf(balcony)));
    take();
    QVERIFY(receive(presenceOf(juliet, {}, u"type='unsubscribed'"_s)));
    QCOMPARE(take(), QStringList());
}

// Servers do not always say that somebody is gone to whom the account has just unsubscribed.
void TestStream::unsubscribedInTheRoster_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isGone");

    QTest::newRow("removed") << u"both"_s << u"remove"_s << true;
    QTest::newRow("to both, and now from") << u"both"_s << u"from"_s << true;
    QTest::newRow("to, and now none") << u"to"_s << u"none"_s << true;
    QTest::newRow("to both, and now to") << u"both"_s << u"to"_s << false;
    QTest::newRow("directed, and removed") << u"from"_s << u"remove"_s << false;
    QTest::newRow("directed, and now none") << u"from"_s << u"none"_s << false;
}

void TestStream::unsubscribedInTheRoster()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const bool, isGone);
    QVERIFY(receive(rosterPush(u"Juliet@Example.ORG"_s, before) + presenceOf(balcony)));
    take();
    QVERIFY(receive(rosterPush(u"Juliet@Example.ORG"_s, after)));
    if (isGone) {
        QCOMPARE(m_recorder->recorded().value(0).stanza.type(), QXmppPresence::Unavailable);
        QCOMPARE(m_recorder->recorded().value(0).stanza.from(), balcony);
    }
    QCOMPARE(take(), isGone ? departure(balcony) : QStringList());
    QVERIFY(receive(presenceOf(balcony))); // directed
    QCOMPARE(take(), isGone ? arrival(balcony) : QStringList{u"resourceChanged "_s + balcony});
    QVERIFY(receive(rosterPush(u"Juliet@Example.ORG"_s, u"none"_s)));
    QCOMPARE(take(), !isGone && before == "both"_L1 ? departure(balcony) : QStringList());
}

void TestStream::ownContact()
{
    QVERIFY(receive(rosterPush(u"romeo@localhost"_s, u"both"_s) + presenceOf(u"romeo@localhost/phone"_s)));
    take();
    QVERIFY(receive(rosterPush(u"romeo@localhost"_s, u"remove"_s)));
    QCOMPARE(take(), QStringList());
}

// Nothing comes any more from whom the account has blocked (XEP-0191), and of their going nothing is said.
void TestStream::blocked_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("items");
    QTest::addColumn<QStringList>("gone");

    const auto one = u"resourceUnavailable "_s + balcony;
    const QStringList both{one, u"resourceUnavailable juliet@example.org/orchard"_s, u"peerUnavailable "_s + juliet};
    const auto domain = both + departure(u"nurse@example.org/home"_s);
    QTest::newRow("a peer") << u""_s << u"<item jid='Juliet@example.org'/>"_s << both;
    QTest::newRow("as the account itself says")
        << u"romeo@localhost"_s << u"<item jid='juliet@example.org'/>"_s << both;
    QTest::newRow("a device") << u""_s << u"<item jid='juliet@example.org/balcony'/>"_s << QStringList{one};
    QTest::newRow("the own domain") << u""_s << u"<item jid='localhost'/>"_s << QStringList();
    QTest::newRow("a domain") << u""_s << u"<item jid='example.org'/>"_s << domain;
    QTest::newRow("two") << u""_s << u"<item jid='nurse@example.org'/><item jid='juliet@example.org'/>"_s
                         << departure(u"nurse@example.org/home"_s) + both;
    QTest::newRow("a stranger") << u""_s << u"<item jid='tybalt@example.org'/>"_s << QStringList();
    QTest::newRow("the own account") << u""_s << u"<item jid='romeo@localhost'/>"_s << QStringList();
    QTest::newRow("nobody") << u""_s << u"<item/><item jid='@'/>"_s << QStringList();
    QTest::newRow("as somebody else says") << u"nurse@example.org"_s << u"<item jid='example.org'/>"_s << QStringList();
}

void TestStream::blocked()
{
    QFETCH(const QString, from);
    QFETCH(const QString, items);
    QVERIFY(receive(presenceOf(balcony) + presenceOf(u"juliet@example.org/orchard"_s)
        + presenceOf(u"nurse@example.org/home"_s) + presenceOf(u"romeo@localhost/phone"_s)));
    PresenceWatcher watcher(m_tracker.get(), juliet);
    take();
    QVERIFY(receive(
        u"<iq xmlns='jabber:client' type='set' id='1' %1><block xmlns='urn:xmpp:blocking'>%2</block></iq>"_s.arg(
            from.isEmpty() ? QString() : u"from='%1'"_s.arg(from), items)));
    QTEST(take(), "gone");
    QCOMPARE(watcher.isAvailable(), m_tracker->state(juliet).isAvailable());
}

// Of whom nothing is told, as nobody was there.
void TestStream::errorOfABlockedDomain()
{
    const PresenceModel model(m_tracker.get());
    const PresenceWatcher watcher(m_tracker.get(), u"tybalt@evil.example"_s);
    QVERIFY(receive(presenceOf(u"tybalt@evil.example"_s, {}, u"type='error'"_s)));
    QCOMPARE(watcher.availability(), Availability::Error);
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(receive(u"<iq xmlns='jabber:client' type='set' id='1'><block xmlns='urn:xmpp:blocking'>"
                    "<item jid='evil.example'/></block></iq>"_s));
    QCOMPARE(m_tracker->peers(), QStringList());
    QVERIFY(watcher.availability() != Availability::Error);
    QTRY_COMPARE(model.rowCount(), 0);
}

// The one request for features that has come, if it is one.
QString TestStream::takeQuestion()
{
    static const QRegularExpression iq(u"<iq [^>]*>(?=<query xmlns=\"http://jabber.org/protocol/disco#info\")"_s);
    if (!settle() || !QTest::qWaitFor([this] { return iq.match(m_server->received).hasMatch(); }, 500))
        return {};
    const auto received = std::exchange(m_server->received, {});
    return received.count(iq) == 1 ? iq.match(received).captured() : QString();
}

void TestStream::answer(const QString &question, const QString &features)
{
    static const QRegularExpression id(u" id=\"([^\"]*)\""_s);
    static const QRegularExpression to(u" to=\"([^\"]*)\""_s);
    QVERIFY(receive(u"<iq xmlns='jabber:client' type='result' id='%1' from='%2'>"
                    "<query xmlns='http://jabber.org/protocol/disco#info'>"
                    "<identity category='client' type='pc' name='Exodus 0.9.1'/>%3</query></iq>"_s.arg(
                        id.match(question).captured(1), to.match(question).captured(1), features)));
}

static QString presenceWithCapabilities(const QString &from, const QString &version)
{
    return presenceOf(from,
        u"<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://code.google.com/p/exodus' ver='%1'/>"_s
            .arg(version));
}

// XEP-0115, section 5.2 has this example.
static const auto exodus = u"QgayPKawpkPSDYmwT/WM94uAlu0="_s;
static const auto exodusFeatures = u"<feature var='http://jabber.org/protocol/disco#info'/>"
                                   "<feature var='http://jabber.org/protocol/disco#items'/>"
                                   "<feature var='http://jabber.org/protocol/muc'/>"
                                   "<feature var='http://jabber.org/protocol/caps'/>"_s;
static const auto muc = u"http://jabber.org/protocol/muc"_s;

void TestStream::features()
{
    const auto orchard = u"romeo@example.org/orchard"_s;
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::featuresChanged);
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus) + presenceOf(juliet + u"/chamber"_s)
        + presenceWithCapabilities(orchard, exodus)));
    m_server->received.clear();
    QVERIFY(!m_tracker->supports(juliet, muc));
    QVERIFY(!m_tracker->supports(juliet, muc));
    QVERIFY(!m_tracker->supports(orchard, muc));
    const auto question = takeQuestion();
    QVERIFY(question.contains(u"to=\"%1\""_s.arg(balcony)));
    QCOMPARE(takeQuestion(), QString()); // asked once
    answer(question, exodusFeatures);
    QCOMPARE(changes.size(), 2);
    QVERIFY(m_tracker->supports(juliet, muc));
    QVERIFY(m_tracker->supports(balcony, muc));
    QVERIFY(!m_tracker->supports(juliet + u"/chamber"_s, muc));
    QVERIFY(m_tracker->supports(orchard, muc));
    QVERIFY(!m_tracker->supports(juliet, u"urn:example:other"_s));
    QVERIFY(!m_tracker->supports(u"nobody@example.org"_s, muc));
    QCOMPARE(takeQuestion(), QString());
    QVERIFY(receive(presenceOf(balcony, {}, u"type='unavailable'"_s)));
    QVERIFY(!m_tracker->supports(juliet, muc));
}

// XEP-0115, section 5.4
void TestStream::featuresThatDoNotMatch()
{
    const auto orchard = u"romeo@example.org/orchard"_s;
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus) + presenceWithCapabilities(orchard, exodus)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), u"<feature var='%1'/>"_s.arg(muc));
    QVERIFY(m_tracker->supports(juliet, muc)); // of itself it may say what it likes
    QVERIFY(!m_tracker->supports(orchard, muc));
    QVERIFY(takeQuestion().contains(u"to=\"%1\""_s.arg(orchard)));
}

// Of another answer with the same hash one cannot tell (XEP-0115, section 5.1).
void TestStream::featuresThatMayBeOthers_data()
{
    QTest::addColumn<QString>("answered");
    QTest::newRow("in one feature") << u"<feature var='urn:example:a&lt;urn:example:b'/>"_s;
    QTest::newRow("in a form") << u"<feature var='urn:example:a'/><x xmlns='jabber:x:data' type='result'>"
                                  "<field var='FORM_TYPE' type='hidden'><value>urn:example:b</value></field></x>"_s;
}

void TestStream::featuresThatMayBeOthers()
{
    QFETCH(const QString, answered);
    const QByteArray hashed = "client/pc//Exodus 0.9.1<urn:example:a<urn:example:b<";
    const auto version = QString::fromLatin1(QCryptographicHash::hash(hashed, QCryptographicHash::Sha1).toBase64());
    const auto mallory = u"mallory@example.com/x"_s;
    QVERIFY(receive(presenceWithCapabilities(mallory, version) + presenceWithCapabilities(balcony, version)));
    m_server->received.clear();
    m_tracker->supports(mallory, u"urn:example:b"_s);
    answer(takeQuestion(), answered);
    QVERIFY(!m_tracker->supports(juliet, u"urn:example:b"_s));
    answer(takeQuestion(), u"<feature var='urn:example:a'/><feature var='urn:example:b'/>"_s);
    QVERIFY(m_tracker->supports(juliet, u"urn:example:b"_s));
}

// An error is of the device as it was.
void TestStream::featuresOfOneThatReturns()
{
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    static const QRegularExpression id(u" id=\"([^\"]*)\""_s);
    QVERIFY(receive(presenceOf(balcony, {}, u"type='unavailable'"_s)
        + u"<iq xmlns='jabber:client' type='error' id='%1' from='%2'><error type='cancel'>"
          "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"_s.arg(
              id.match(takeQuestion()).captured(1), balcony)));
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus)));
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), exodusFeatures);
    QVERIFY(m_tracker->supports(juliet, muc));
}

// Once it has gone, it keeps nobody waiting.
void TestStream::featuresOfOneThatChanges()
{
    QVERIFY(receive(presenceWithCapabilities(balcony, u"AAAA"_s)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), u"<feature var='urn:example:other'/>"_s); // believed of this device alone
    QVERIFY(!m_tracker->supports(juliet, muc));
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus)));
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), exodusFeatures);
    QVERIFY(m_tracker->supports(juliet, muc));
}

void TestStream::featuresOfOneThatAnswersLate()
{
    QVERIFY(receive(presenceWithCapabilities(balcony, u"AAAA"_s)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    const auto former = takeQuestion();
    QVERIFY(receive(presenceWithCapabilities(balcony, u"BBBB"_s)));
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), u"<feature var='%1'/>"_s.arg(muc));
    QVERIFY(m_tracker->supports(juliet, muc));
    answer(former, u"<feature var='urn:example:other'/>"_s);
    QVERIFY(m_tracker->supports(juliet, muc));
}

void TestStream::featuresOfOneThatNeverAnswers()
{
    const auto mallory = u"mallory@example.com/x"_s;
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::featuresChanged);
    QVERIFY(receive(presenceWithCapabilities(mallory, exodus) + presenceWithCapabilities(balcony, exodus)));
    m_server->received.clear();
    m_tracker->supports(mallory, muc);
    m_tracker->supports(juliet, muc);
    const auto question = takeQuestion();
    QVERIFY(question.contains(mallory));
    QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), 60'000);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first(), juliet);
    m_tracker->supports(mallory, muc);
    m_tracker->supports(juliet, muc);
    QVERIFY(takeQuestion().contains(balcony));
    answer(question, exodusFeatures);
    QVERIFY(m_tracker->supports(mallory, muc));
    QVERIFY(m_tracker->supports(juliet, muc));
}

void TestStream::featuresAfterALoss()
{
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::featuresChanged);
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus)));
    m_server->loseConnections();
    QTRY_VERIFY(m_tracker->isStale());
    m_server->received.clear();
    QVERIFY(!m_tracker->supports(juliet, muc));
    m_server->resumption = Resumption::Success;
    QVERIFY(logIn());
    QTRY_COMPARE(changes.size(), 1);
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), exodusFeatures);
    QVERIFY(m_tracker->supports(juliet, muc));
}

// More than are kept for others
void TestStream::featuresInThousands()
{
    QStringList features;
    for (int i = 0; i < 100'000; ++i)
        features.append(QString::number(i));
    features.sort();
    const auto hashed = u"client/pc//Exodus 0.9.1<"_s + features.join(u'<') + u'<'; // XEP-0115, section 5.1
    const auto hash = QCryptographicHash::hash(hashed.toUtf8(), QCryptographicHash::Sha1);
    const auto string = QString::fromLatin1(hash.toBase64());
    QVERIFY(receive(presenceWithCapabilities(balcony, string)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), u"<feature var='"_s + features.join(u"'/><feature var='"_s) + u"'/>"_s);
    QVERIFY(m_tracker->supports(juliet, u"99999"_s));
    QCOMPARE(takeQuestion(), QString()); // is not asked again
}

void TestStream::featuresOfASilentOne()
{
    const auto mallory = u"mallory@example.com/x"_s;
    QSignalSpy changes(m_tracker.get(), &PresenceTracker::featuresChanged);
    QVERIFY(receive(presenceWithCapabilities(mallory, exodus) + presenceWithCapabilities(balcony, exodus)));
    m_server->received.clear();
    m_tracker->supports(mallory, muc);
    m_tracker->supports(juliet, muc);
    QVERIFY(takeQuestion().contains(mallory));
    QVERIFY(receive(presenceOf(mallory, {}, u"type='unavailable'"_s)));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first(), juliet);
    m_tracker->supports(juliet, muc);
    QVERIFY(takeQuestion().contains(balcony));
}

// Before there were hashes, the version was any text, of which QXmpp keeps nothing.
void TestStream::featuresOfOldClients()
{
    QVERIFY(receive(presenceOf(
        balcony, u"<c xmlns='http://jabber.org/protocol/caps' node='http://exodus.jabberstudio.org/' ver='0.9'/>"_s)));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    QTRY_VERIFY(m_server->received.contains("disco#info"_L1));
    QVERIFY(!m_server->received.contains(" node="_L1));
    answer(takeQuestion(), exodusFeatures);
    QVERIFY(m_tracker->supports(juliet, muc));
}

void TestStream::slotMayDeleteTheTracker_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto *name : {"featuresChanged(QString)", "resourceRenamed(QString,QString,QXmppPresence)",
             "staleChanged()", "initialSyncChanged()"})
        QTest::newRow(name) << QByteArray(name);
}

// One session with all that the signals tell of, and its end.
void TestStream::slotMayDeleteTheTracker()
{
    QFETCH(const QByteArray, name);
    const auto &tracker = PresenceTracker::staticMetaObject;
    connect(m_tracker.get(), tracker.method(tracker.indexOfSignal(name.constData())), this,
        metaObject()->method(metaObject()->indexOfSlot("deleteTracker()")));

    static const auto x = u"<x xmlns='http://jabber.org/protocol/muc#user'>%1</x>"_s;
    m_tracker->setInitialSyncInterval(60'000);
    enterRoom(*m_client, room);
    QVERIFY(receive(presenceWithCapabilities(balcony, exodus) + presenceOf(room + u"/witch"_s)
        + presenceOf(room + u"/me"_s, x.arg(u"<status code='110'/>"_s))));
    m_server->received.clear();
    m_tracker->supports(juliet, muc);
    answer(takeQuestion(), exodusFeatures);
    QVERIFY(receive(
        presenceOf(room + u"/witch"_s, x.arg(u"<item nick='hag'/><status code='303'/>"_s), u"type='unavailable'"_s)));
    m_server->loseConnections();
    QTRY_VERIFY(!m_client->isConnected());
    m_client->disconnectFromServer();
    QTRY_VERIFY(!m_tracker);
}

QTEST_GUILESS_MAIN(TestStream)
#include "tst_stream.moc"
