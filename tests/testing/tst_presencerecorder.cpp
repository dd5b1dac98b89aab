// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QProcess>
#include <QTest>
#include <QTimer>

#include <XmppPresence/PresenceBuilder>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;

class TestPresenceRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allSignals();
    void forgets();
    void waits();
    void stream();
    void tracker();
    void difference_data();
    void difference();
    void printed_data();
    void printed();
};

void TestPresenceRecorder::allSignals()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    const auto room = u"coven@chat.example.org"_s;
    tracker.handlePresence(presence(balcony).away());
    tracker.handlePresence(presence(balcony).dnd());
    tracker.handlePresence(presence(balcony).error());
    tracker.handlePresence(presence(room + u"/me"_s).occupant().statusCode(110));
    tracker.handlePresence(presence(room + u"/me"_s).renamedTo(u"you"_s).statusCode(110));
    QCOMPARE(recorder.recorded().size(), 9);
    QCOMPARE(recorder.recorded().at(2).stanza, presence(balcony).dnd());
    COMPARE_SIGNALS(recorder, u"peerAvailable juliet@example.org"_s, u"resourceAvailable juliet@example.org/balcony"_s,
        u"resourceChanged juliet@example.org/balcony"_s, u"resourceUnavailable juliet@example.org/balcony"_s,
        u"peerUnavailable juliet@example.org"_s, u"peerError juliet@example.org"_s,
        u"peerAvailable coven@chat.example.org"_s, u"resourceAvailable coven@chat.example.org/me"_s,
        u"resourceRenamed coven@chat.example.org/me coven@chat.example.org/you"_s);
}

void TestPresenceRecorder::forgets()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    COMPARE_SIGNALS(recorder);
    tracker.handlePresence(presence(balcony));
    QCOMPARE(recorder.lines().size(), 2);
    COMPARE_SIGNALS(recorder, u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony);
    COMPARE_SIGNALS(recorder);
    tracker.handlePresence(presence(balcony));
    QCOMPARE(recorder.take(), QStringList{u"resourceChanged "_s + balcony});
    COMPARE_SIGNALS(recorder);
}

void TestPresenceRecorder::waits()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    QTimer::singleShot(0, &tracker, [&] { tracker.handlePresence(presence(balcony)); });
    TRY_COMPARE_SIGNALS(recorder, u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony);
    TRY_COMPARE_SIGNALS(recorder);
}

// In their order beside those about peers.
void TestPresenceRecorder::stream()
{
    TestClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder peers(&tracker);
    PresenceRecorder recorder(&tracker, PresenceRecorder::Scope::PeersAndStream);
    QVERIFY(client.startNewSession());
    QVERIFY(client.receive(presence(balcony)));
    client.loseConnection();
    QVERIFY(client.startNewSession());
    COMPARE_SIGNALS(recorder, u"initialSyncChanged true"_s, u"peerAvailable "_s + juliet,
        u"resourceAvailable "_s + balcony, u"staleChanged true"_s, u"resourceUnavailable "_s + balcony,
        u"peerUnavailable "_s + juliet, u"staleChanged false"_s);
    COMPARE_SIGNALS(peers, u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony,
        u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet);
}

void TestPresenceRecorder::tracker()
{
    auto tracker = std::make_unique<PresenceTracker>();
    PresenceRecorder recorder(tracker.get());
    tracker->handlePresence(presence(balcony));
    tracker.reset();
    QCOMPARE(recorder.recorded().size(), 2);
}

void TestPresenceRecorder::difference_data()
{
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("lines"); // that are printed; what was recorded is peerAvailable, resourceAvailable
    const auto peer = u"peerAvailable "_s + juliet;
    const auto resource = u"resourceAvailable "_s + balcony;
    QTest::newRow("the same") << QStringList{peer, resource} << QStringList{};
    QTest::newRow("none") << QStringList{} << QStringList{u"+ "_s + peer, u"+ "_s + resource};
    QTest::newRow("one is missing at the end")
        << QStringList{peer, resource, u"x"_s} << QStringList{u"  "_s + peer, u"  "_s + resource, u"- x"_s};
    QTest::newRow("one is missing at the beginning")
        << QStringList{u"x"_s, peer, resource} << QStringList{u"- x"_s, u"  "_s + peer, u"  "_s + resource};
    QTest::newRow("one too many") << QStringList{resource} << QStringList{u"+ "_s + peer, u"  "_s + resource};
    QTest::newRow("another one") << QStringList{peer, u"x"_s}
                                 << QStringList{u"  "_s + peer, u"- x"_s, u"+ "_s + resource};
    QTest::newRow("another order") << QStringList{resource, peer}
                                   << QStringList{u"- "_s + resource, u"  "_s + peer, u"+ "_s + resource};
}

void TestPresenceRecorder::difference()
{
    QFETCH(const QStringList, expected);
    QFETCH(const QStringList, lines);
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    tracker.handlePresence(presence(balcony));
    QCOMPARE(recorder.difference(expected).split(u'\n').mid(1), lines);
    QCOMPARE(recorder.difference(expected).isEmpty(), lines.isEmpty());
}

void TestPresenceRecorder::printed_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("compareSignals")
        << uR"(FAIL!  : FailingSuite::compareSignals() Signals are missing (-), or were not expected (+):
  peerAvailable juliet@example.org
- resourceAvailable juliet@example.org/balcony
+ resourceAvailable juliet@example.org/garden
  resourceChanged juliet@example.org/garden
)"_s;
    QTest::newRow("tryCompareSignals")
        << uR"(FAIL!  : FailingSuite::tryCompareSignals() Signals are missing (-), or were not expected (+):
- peerAvailable juliet@example.org
)"_s;
    QTest::newRow("noSignals")
        << uR"(FAIL!  : FailingSuite::noSignals() Signals are missing (-), or were not expected (+):
+ peerAvailable juliet@example.org
+ resourceAvailable juliet@example.org/garden
)"_s;
}

// With the line of the test, which ends there.
void TestPresenceRecorder::printed()
{
    QFETCH(const QString, output);
    QProcess suite;
    suite.start(QStringLiteral(FAILING_SUITE), {QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY(suite.waitForFinished(60'000));
    QCOMPARE(suite.exitCode(), 1);
    const auto printed = QString::fromUtf8(suite.readAllStandardOutput());
    QVERIFY2(printed.contains(output), qUtf8Printable(printed));
    const auto place = printed.mid(printed.indexOf(output) + output.size());
    QVERIFY2(place.contains("failingsuite.cpp"_L1) && !printed.contains("went on"_L1), qUtf8Printable(printed));
}

QTEST_GUILESS_MAIN(TestPresenceRecorder)
#include "tst_presencerecorder.moc"
