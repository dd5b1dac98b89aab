// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../streamserver.h"
#include "session.h"

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceTracker>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace XmppPresence;
using State = Session::State;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsInAndOut();
    void wrongPassword();
    void noPassword();
    void noTls();
    void serverComesLater();
    void pauseGrows();
    void serverGoesAndReturns();
    void retryAtOnce();
    void signOutWhileLost();
    void resumed();
    void ownPresence();
    void ownPresenceFromTheStart();
    void changedWhileLost();
    void refusesWhatIsNoPresence();

private:
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_spy;
    quint16 m_port = 0;
};

void TestSession::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_server->addAccount(u"juliet"_s, u"wherefore"_s);
    m_server->addAccount(u"romeo"_s, u"secret"_s);
    QVERIFY(m_server->makeContacts(u"juliet"_s, u"romeo"_s));
    QVERIFY(m_server->start());
    m_port = m_server->port();
    m_session = std::make_unique<Session>();
    m_session->setShortestPause(20ms);
    m_session->setAccount(m_server->configuration(u"juliet"_s, u"balcony"_s));
    m_spy = std::make_unique<QSignalSpy>(m_session.get(), &Session::stateChanged);
}

void TestSession::cleanup()
{
    m_session.reset();
    m_server.reset();
}

void TestSession::signsInAndOut()
{
    QCOMPARE(m_session->state(), State::SignedOut);
    QCOMPARE(m_session->jid(), u"juliet@localhost"_s);
    m_session->signIn();
    QCOMPARE(m_session->state(), State::Connecting);
    QTRY_COMPARE(m_session->state(), State::Connected);
    QCOMPARE(m_session->stateText(), QString());
    QTRY_VERIFY(m_session->tracker()->peers().contains(u"juliet@localhost"_s));

    m_session->signOut();
    QCOMPARE(m_session->state(), State::SignedOut);
    QCOMPARE(m_session->stateText(), u"Signed out"_s);
    QTRY_COMPARE(m_session->tracker()->peers(), QStringList());
    QCOMPARE(m_session->state(), State::SignedOut);

    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Connected);
}

void TestSession::wrongPassword()
{
    m_session->signIn(u"whyever"_s);
    QTRY_COMPARE(m_session->state(), State::Error);
    QVERIFY(m_session->reason().contains(u"refused the password"));
    QVERIFY(m_session->isPasswordRefused());
    const auto told = m_spy->count();
    QVERIFY(!m_spy->wait(200)); // ten times the pause
    QCOMPARE(m_spy->count(), told);

    m_session->signIn(u"wherefore"_s);
    QVERIFY(!m_session->isPasswordRefused());
    QTRY_COMPARE(m_session->state(), State::Connected);
}

// Whatever the server says to that, another try would not help.
void TestSession::noPassword()
{
    auto account = m_server->configuration(u"juliet"_s, u"balcony"_s);
    account.setPassword({});
    m_session->setAccount(account);
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Error);
    QVERIFY(m_session->isPasswordRefused());
    m_session->signIn(u"wherefore"_s);
    QTRY_COMPARE(m_session->state(), State::Connected);
}

void TestSession::noTls()
{
    auto account = m_session->account();
    account.setStreamSecurityMode(QXmppConfiguration::TLSRequired);
    m_session->setAccount(account);
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Error);
    QVERIFY2(m_session->reason().contains(u"offers no TLS"), qPrintable(m_session->reason()));
    QVERIFY(!m_spy->wait(200));
}

void TestSession::serverComesLater()
{
    m_server->stop();
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Error);
    QVERIFY2(m_session->reason().contains(u"refused the connection"), qPrintable(m_session->reason()));
    QVERIFY(m_server->start(m_port));
    QTRY_COMPARE(m_session->state(), State::Connected);
    QCOMPARE(m_session->reason(), QString());
}

void TestSession::pauseGrows()
{
    m_server->stop();
    QList<qint64> failures;
    QElapsedTimer clock;
    clock.start();
    connect(m_session.get(), &Session::stateChanged, this, [&] {
        if (m_session->state() == State::Error)
            failures.append(clock.elapsed());
    });
    m_session->signIn();
    QTRY_COMPARE_GE(failures.size(), 5);
    for (int i = 1; i < 5; ++i) // a coarse timer may be 5 % early
        QCOMPARE_GE(failures[i] - failures[i - 1], 19 * (1 << (i - 1)) - 1);
}

// Without stream management (XEP-0198) everybody is gone with the connection. The user is to be told nevertheless.
void TestSession::serverGoesAndReturns()
{
    QXmppClient romeo;
    romeo.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s));
    m_session->signIn();
    QTRY_VERIFY(m_session->tracker()->state(u"romeo@localhost"_s).isAvailable());

    m_server->stop();
    QTRY_COMPARE(m_session->state(), State::Stale);
    QCOMPARE(m_session->stateText(), u"Connection lost"_s);
    QVERIFY(!m_session->reason().isEmpty());
    QVERIFY(!m_session->tracker()->isStale());
    QCOMPARE(m_session->tracker()->peers(), QStringList());
    QVERIFY(m_spy->wait()); // another attempt has failed
    QCOMPARE(m_session->state(), State::Stale);

    QVERIFY(m_server->start(m_port));
    romeo.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s));
    QTRY_COMPARE(m_session->state(), State::Connected);
    QCOMPARE(m_session->reason(), QString());
    QTRY_VERIFY(m_session->tracker()->state(u"romeo@localhost"_s).isAvailable());
}

void TestSession::retryAtOnce()
{
    m_session->setShortestPause(1h);
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Connected);
    m_server->stop();
    QTRY_COMPARE(m_session->state(), State::Stale);
    QVERIFY(m_server->start(m_port));
    m_session->retry();
    QTRY_COMPARE(m_session->state(), State::Connected);
    m_session->retry();
    QCOMPARE(m_session->state(), State::Connected);
}

void TestSession::signOutWhileLost()
{
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Connected);
    m_server->stop();
    QTRY_COMPARE(m_session->state(), State::Stale);
    m_session->signOut();
    QCOMPARE(m_session->state(), State::SignedOut);
    QVERIFY(m_server->start(m_port));
    QVERIFY(!m_spy->wait(200));
    QCOMPARE(m_session->state(), State::SignedOut);
}

// With stream management the contacts stay, and the banner says that they may have changed.
void TestSession::resumed()
{
    StreamServer server;
    server.resumption = StreamServer::Resumption::Success;
    m_session->setShortestPause(1h);
    m_session->setAccount(server.configuration());
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Connected);
    server.send(u"<presence from='juliet@localhost/balcony'/>"_s);
    QTRY_VERIFY(m_session->tracker()->state(u"juliet@localhost"_s).isAvailable());

    server.loseConnections();
    QTRY_COMPARE(m_session->state(), State::Stale);
    QVERIFY(m_session->tracker()->isStale());
    QVERIFY(m_session->stateText().contains(u"out of date"));
    QVERIFY(m_session->tracker()->state(u"juliet@localhost"_s).isAvailable());
    m_session->setAvailability(Availability::Away);

    m_session->retry();
    QTRY_COMPARE(m_session->state(), State::Connected);
    QVERIFY(!m_session->tracker()->isStale());
    QVERIFY(m_session->tracker()->state(u"juliet@localhost"_s).isAvailable());
    QTRY_VERIFY(server.received.contains(u"<show>away</show>"));
}

void TestSession::ownPresence()
{
    QXmppClient client;
    const PresenceTracker romeo(&client);
    client.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s));
    m_session->signIn();
    QTRY_VERIFY(romeo.presence(u"juliet@localhost/balcony"_s));
    QCOMPARE(romeo.state(u"juliet@localhost"_s).show(), PresenceState::Show::None);

    QSignalSpy availability(m_session.get(), &Session::availabilityChanged);
    QSignalSpy status(m_session.get(), &Session::statusTextChanged);
    QSignalSpy priority(m_session.get(), &Session::priorityChanged);
    m_session->setAvailability(Availability::DoNotDisturb);
    m_session->setStatusText(u"on the balcony"_s);
    m_session->setPriority(-1);
    const auto seen = [&romeo] { return romeo.presence(u"juliet@localhost/balcony"_s).value_or(QXmppPresence()); };
    QTRY_COMPARE(seen().priority(), -1);
    QCOMPARE(seen().statusText(), u"on the balcony"_s);
    QCOMPARE(seen().availableStatusType(), QXmppPresence::DND);

    m_session->setAvailability(Availability::DoNotDisturb);
    m_session->setStatusText(u"on the balcony"_s);
    m_session->setPriority(-1);
    QCOMPARE(availability.count() + status.count() + priority.count(), 3);
}

void TestSession::ownPresenceFromTheStart()
{
    QXmppClient client;
    const PresenceTracker romeo(&client);
    client.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s));
    m_session->setAvailability(Availability::FreeForChat);
    m_session->signIn();
    QTRY_VERIFY(romeo.presence(u"juliet@localhost/balcony"_s));
    QCOMPARE(romeo.state(u"juliet@localhost"_s).show(), PresenceState::Show::Chat);
}

void TestSession::changedWhileLost()
{
    m_session->signIn();
    QTRY_COMPARE(m_session->state(), State::Connected);
    m_server->stop();
    QTRY_COMPARE(m_session->state(), State::Stale);
    m_session->setAvailability(Availability::ExtendedAway);
    QVERIFY(m_server->start(m_port));
    QTRY_VERIFY(m_session->tracker()->presence(u"juliet@localhost/balcony"_s));
    QCOMPARE(m_session->tracker()->state(u"juliet@localhost"_s).show(), PresenceState::Show::ExtendedAway);
}

void TestSession::refusesWhatIsNoPresence()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Offline"_s));
    m_session->setAvailability(Availability::Offline);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"128"_s));
    m_session->setPriority(128);
    QCOMPARE(m_session->availability(), Availability::Online);
    QCOMPARE(m_session->priority(), 0);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
