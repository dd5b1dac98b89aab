// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"
#include "relay.h"
#include "servers.h"
#include "testserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <QXmppRosterManager.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using XmppPresence::PresenceTracker;

// What a tracker tells and knows when its stream breaks, and after it. Juliet and Romeo have each other in their
// rosters, and between her and the server is a relay. It mutes her where a server has last words: to whom something is
// said while they close, servers and TCP may lose them.
class TestStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void cleanup();

    void shortCut_data();
    void shortCut();
    void longCut();
    void serverKilled();
    void serverShutDown();
    void conflict();
    void shortStall();
    void serverSilent();

private:
    void begin(std::chrono::seconds resumption);

    std::unique_ptr<TestServer> m_server;
    std::optional<Relay> m_relay;
    std::optional<Device> m_juliet;
    std::optional<Device> m_romeo;
};

static QXmppPresence away(const QString &status)
{
    QXmppPresence stanza;
    stanza.setAvailableStatusType(QXmppPresence::Away);
    stanza.setStatusText(status);
    return stanza;
}

static const QString bothThere = u"juliet@localhost: *balcony online 0\nromeo@localhost: *orchard online 0"_s;
static const QString ownArrival = u"\npeerAvailable juliet@localhost online 0\n"
                                  "resourceAvailable juliet@localhost/balcony online 0"_s;
static const QString bothGone = u"resourceUnavailable juliet@localhost/balcony unavailable\n"
                                "peerUnavailable juliet@localhost unavailable\n"
                                "resourceUnavailable romeo@localhost/orchard unavailable\n"
                                "peerUnavailable romeo@localhost unavailable"_s;

// The signals in the order of their JIDs, without the servers' own words: two peers come and go in any order.
static QString sorted(const QString &told)
{
    static const QRegularExpression words(u"(?<=unavailable) .*"_s);
    auto lines = told.split(u'\n').replaceInStrings(words, {});
    std::ranges::stable_sort(lines, {}, [](const QString &line) { return line.section(u' ', 1).section(u'@', 0, 0); });
    return lines.join(u'\n');
}

void TestStreams::begin(std::chrono::seconds resumption)
{
    m_server = newServer(resumption);
    QVERIFY(m_server->start());
    QVERIFY(m_server->addAccount(u"juliet"_s) && m_server->addAccount(u"romeo"_s));
    m_relay.emplace(*m_server);
    m_juliet.emplace(*m_server, u"juliet"_s, u"balcony"_s, &*m_relay);
    m_romeo.emplace(*m_server, u"romeo"_s, u"orchard"_s);
    QVERIFY(m_juliet->logIn() && m_romeo->logIn());
    QVERIFY(m_juliet->subscribeTo(*m_romeo) && m_romeo->subscribeTo(*m_juliet));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), bothThere, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), bothThere, patience);
    for (int i = 0; i < 2; ++i) // then she has acknowledged all: see Device::logOut()
        m_juliet->told(0);
    m_romeo->told(0);
}

void TestStreams::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << "The server's log ends with" << m_server->logTail();
    m_juliet.reset();
    m_romeo.reset();
    m_relay.reset();
    m_server.reset();
}

void TestStreams::shortCut_data()
{
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<bool>("changes");
    QTest::newRow("nothing happens meanwhile") << 0ms << false;
    QTest::newRow("presence changes meanwhile") << 0ms << true;
    QTest::newRow("presence changes, on a slow connection") << 200ms << true;
}

void TestStreams::shortCut()
{
    QFETCH(const std::chrono::milliseconds, delay);
    QFETCH(const bool, changes);
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;
    m_relay->delay(delay);
    QSignalSpy staleChanges(&juliet.tracker, &PresenceTracker::staleChanged);

    m_relay->cut();
    QTRY_VERIFY_WITH_TIMEOUT(juliet.tracker.isStale(), patience);
    if (changes)
        QVERIFY(m_romeo->send(away(u"Meanwhile"_s)));
    QTest::qWait(2s);
    QVERIFY(juliet.tracker.isStale());
    QCOMPARE(juliet.known(), bothThere);
    QCOMPARE(staleChanges.size(), 1);

    m_relay->mend();
    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.client.streamManagementState(), QXmppClient::ResumedStream);
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(staleChanges.size(), 2);
    QCOMPARE(juliet.told(changes), changes ? u"resourceChanged romeo@localhost/orchard away 0 Meanwhile"_s : QString());
    QCOMPARE(juliet.differenceToFresh(), QString());
}

void TestStreams::longCut()
{
    begin(2s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;

    m_relay->cut();
    QTRY_VERIFY_WITH_TIMEOUT(juliet.tracker.isStale(), patience);
    QCOMPARE(sorted(m_romeo->told(2)),
        "resourceUnavailable juliet@localhost/balcony unavailable\npeerUnavailable juliet@localhost unavailable"_L1);
    QVERIFY(m_romeo->send(away(u"Meanwhile"_s)));
    QVERIFY(juliet.tracker.isStale());
    QCOMPARE(juliet.told(0), QString());

    m_relay->mend();
    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.client.streamManagementState(), QXmppClient::NewStream);
    QVERIFY(!juliet.tracker.isStale());
    const auto told = juliet.told(8).split(u'\n');
    QCOMPARE(told.first(4).join(u'\n'), bothGone);
    QCOMPARE(sorted(told.sliced(4).join(u'\n')),
        "peerAvailable juliet@localhost online 0\nresourceAvailable juliet@localhost/balcony online 0\n"
        "peerAvailable romeo@localhost away 0 Meanwhile\nresourceAvailable romeo@localhost/orchard away 0 Meanwhile"_L1);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

void TestStreams::serverKilled()
{
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;

    // What ejabberd has learned in the last seconds is not on the disk yet.
    m_server->stop();
    QVERIFY(m_server->start());
    QVERIFY(juliet.logIn() && m_romeo->logIn());
    QTRY_COMPARE_WITH_TIMEOUT(juliet.known(), bothThere, patience);
    juliet.told(0);

    m_server->kill(); // and all that it knew of streams
    QTRY_VERIFY_WITH_TIMEOUT(juliet.tracker.isStale(), patience);
    QCOMPARE(juliet.known(), bothThere);

    QVERIFY(m_server->start());
    QVERIFY(juliet.logIn());
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(juliet.told(6),
        QString(bothGone
            + u"\npeerAvailable juliet@localhost online 0\n"
              "resourceAvailable juliet@localhost/balcony online 0"));
    QVERIFY(m_romeo->logIn());
    QTRY_COMPARE_WITH_TIMEOUT(juliet.known(), bothThere, patience);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

void TestStreams::serverShutDown()
{
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;

    // ejabberd says system-shutdown, if it does not end before that, and mostly does not end the stream. Prosody
    // (mod_smacks) says nothing on a stream that may be resumed.
    bool isClosed = false;
    connect(&juliet.client, &QXmppClient::logMessage, this, [&](QXmppLogger::MessageType type, const QString &text) {
        const bool isOfStream = type == QXmppLogger::SentMessage || type == QXmppLogger::ReceivedMessage;
        isClosed |= isOfStream && text.endsWith("</stream:stream>"_L1);
    });
    m_relay->muteClient();
    m_server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!juliet.client.isConnected(), patience);
    QFETCH_GLOBAL(const bool, isEjabberd);
    QVERIFY(isEjabberd || !isClosed);
    QCOMPARE(juliet.tracker.isStale(), !isClosed);
    QCOMPARE(juliet.known().isEmpty(), isClosed);
    juliet.client.disconnect(this);

    m_relay->flow();
    QVERIFY(m_server->start());
    QVERIFY(juliet.logIn());
    QCOMPARE(sorted(juliet.told(6)), QString(sorted(bothGone + ownArrival)));
    QVERIFY(!juliet.tracker.isStale());
    QVERIFY(m_romeo->logIn());
    QTRY_COMPARE_WITH_TIMEOUT(juliet.known(), bothThere, patience);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

// The same resource signs in elsewhere.
void TestStreams::conflict()
{
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;

    m_relay->muteClient();
    Device other(*m_server, u"juliet"_s, u"balcony"_s);
    QVERIFY(other.logIn());
    QTRY_VERIFY_WITH_TIMEOUT(!juliet.client.isConnected(), patience);
    QCOMPARE(sorted(juliet.told(4)), bothGone);
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(juliet.known(), QString());
    // ejabberd tells of the end of the one session after the beginning of the other, once in a while.
    QVERIFY(other.send({}));
    QTRY_COMPARE_WITH_TIMEOUT(other.known(), bothThere, patience);
    QCOMPARE(other.differenceToFresh(), QString());

    m_relay->flow();
    QVERIFY(juliet.logIn());
    QTRY_COMPARE_WITH_TIMEOUT(other.known(), QString(), patience);
    QVERIFY(juliet.send({}));
    QTRY_COMPARE_WITH_TIMEOUT(juliet.known(), bothThere, patience);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

void TestStreams::shortStall()
{
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;

    m_relay->stall();
    QVERIFY(m_romeo->send(away(u"Meanwhile"_s)));
    QVERIFY(!juliet.tracker.isStale());
    QCOMPARE(juliet.known(), bothThere);

    m_relay->flow();
    QCOMPARE(juliet.told(1), "resourceChanged romeo@localhost/orchard away 0 Meanwhile"_L1);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

// It no longer answers, and the connection stays.
void TestStreams::serverSilent()
{
    begin(60s);
    if (QTest::currentTestFailed())
        return;
    auto &juliet = *m_juliet;
    juliet.askOften();
    m_relay->cut();
    m_relay->mend();
    QTRY_VERIFY_WITH_TIMEOUT(juliet.tracker.isStale(), patience);
    QVERIFY(juliet.logIn());
    QCOMPARE(juliet.told(0), QString());

    m_relay->stall();
    QTRY_VERIFY_WITH_TIMEOUT(!juliet.client.isConnected(), patience);
    QCOMPARE(sorted(juliet.told(4)), bothGone);
    QVERIFY(!juliet.tracker.isStale());

    m_relay->cut();
    m_relay->mend();
    m_relay->flow();
    QVERIFY(juliet.logIn());
    QTRY_COMPARE_WITH_TIMEOUT(juliet.known(), bothThere, patience);
    QCOMPARE(juliet.differenceToFresh(), QString());
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
