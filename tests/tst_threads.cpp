// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "otherthread.h"
#include "stanza.h"
#include "streamserver.h"
#include "streamtexts.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <QXmppClient.h>

#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

#include <atomic>
#include <memory>
#include <type_traits>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto balcony = u"juliet@example.org/balcony"_s;

// A tracker and its client in a thread of their own.
class TestThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothInAWorker();
    void clientOfAnotherThread();
    void stanzaOfAnotherThread();
};

void TestThreads::bothInAWorker()
{
    StreamServer server;
    QThread worker;
    QXmppClient client;
    client.logger()->setLoggingType(QXmppLogger::NoLogging);
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    tracker.setInitialSyncInterval(1);
    client.moveToThread(&worker);
    tracker.moveToThread(&worker);
    recorder.moveToThread(&worker);
    worker.start();
    const auto doInWorker = [&](const auto &what) { doInThreadOf(&tracker, what); };
    const auto inWorker = [&](const auto &what) {
        std::invoke_result_t<decltype(what)> result;
        doInWorker([&] { result = what(); });
        return result;
    };

    std::atomic<int> syncs = 0; // begun and ended
    std::atomic<bool> isElsewhere = false;
    connect(&tracker, &PresenceTracker::initialSyncChanged, &tracker, [&] {
        ++syncs;
        isElsewhere = isElsewhere || QThread::currentThread() != &worker;
    });
    std::unique_ptr<PresenceModel> model;
    doInWorker([&] { model = std::make_unique<PresenceModel>(&tracker); });
    doInWorker([&] { client.connectToServer(server.configuration()); });
    QTRY_COMPARE(syncs.load(), 2);
    QVERIFY(!isElsewhere);
    server.send(presenceOf(balcony));
    QTRY_COMPARE(inWorker([&] { return tracker.state(balcony).isAvailable(); }), true);
    QCOMPARE(inWorker([&] { return recorder.take(); }), arrival(balcony));
    QTRY_COMPARE(inWorker([&] { return model->rowCount(); }), 1);

    // The log-out is seen by a timer, as QXmpp does not tell of it.
    server.loseConnections();
    QTRY_COMPARE(inWorker([&] { return tracker.isStale(); }), true);
    doInWorker([&] { client.disconnectFromServer(); });
    QTRY_COMPARE(inWorker([&] { return tracker.isStale(); }), false);
    QCOMPARE(inWorker([&] { return recorder.take(); }), departure(balcony));

    auto *const here = QThread::currentThread();
    doInWorker([&] {
        model.reset();
        for (QObject *object : std::initializer_list<QObject *>{&recorder, &tracker, &client})
            object->moveToThread(here);
    });
    worker.quit();
    QVERIFY(worker.wait());
}

void TestThreads::clientOfAnotherThread()
{
    QThread worker;
    QXmppClient client;
    client.logger()->setLoggingType(QXmppLogger::NoLogging);
    client.moveToThread(&worker);
    PresenceTracker tracker;
    QTest::ignoreMessage(QtWarningMsg, "Refused a client in another thread: a tracker lives in that of its client");
    tracker.setClient(&client);
    QVERIFY(!tracker.client());
}

void TestThreads::stanzaOfAnotherThread()
{
    PresenceTracker tracker;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Refused presence in another thread"_s));
    const std::unique_ptr<QThread> worker(
        QThread::create([&] { tracker.handlePresence(stanza(u"away "_s + balcony)); }));
    worker->start();
    QVERIFY(worker->wait());
    QVERIFY(tracker.peers().isEmpty());
    tracker.handlePresence(stanza(u"away "_s + balcony));
    QVERIFY(!tracker.peers().isEmpty());
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
