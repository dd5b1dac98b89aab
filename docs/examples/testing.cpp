// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "examples.h"

#include <QSignalSpy>
#include <QTest>

#include <QXmppClient.h>
#include <QXmppMucManager.h>
#include <QXmppTask.h>

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceBuilder>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracePlayer>
#include <XmppPresence/PresenceTraceWriter>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

void signIn(LoopbackServer &server, QXmppClient &client)
{
    //! [server]
    server.addAccount(u"juliet"_s, u"secret"_s);
    server.addAccount(u"romeo"_s, u"secret"_s);
    server.makeContacts(u"juliet"_s, u"romeo"_s);
    QVERIFY(server.start());
    client.connectToServer(server.configuration(u"juliet"_s, u"balcony"_s));
    QTRY_VERIFY(client.isConnected());
    //! [server]
}

void recordSignals()
{
    //! [recorder]
    TestClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    const QSignalSpy spy(&recorder, &PresenceRecorder::signalRecorded);
    QVERIFY(client.startNewSession());

    client.receive(presence(u"juliet@example.org/balcony"_s).away());
    QCOMPARE(spy.size(), 2);
    QCOMPARE(recorder.recorded().constLast().stanza, presence(u"juliet@example.org/balcony"_s).away());
    COMPARE_SIGNALS(recorder, u"peerAvailable juliet@example.org"_s, u"resourceAvailable juliet@example.org/balcony"_s);

    client.loseConnection();
    client.startNewSession(); // TRY_COMPARE_SIGNALS waits for what others bring about
    TRY_COMPARE_SIGNALS(
        recorder, u"resourceUnavailable juliet@example.org/balcony"_s, u"peerUnavailable juliet@example.org"_s);
    //! [recorder]
}

void joinRoom()
{
    //! [room]
    TestClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    auto *room = client.addNewExtension<QXmppMucManager>()->addRoom(u"garden@rooms.example.org"_s);
    room->setNickName(u"Me"_s);
    QVERIFY(client.startNewSession());
    QVERIFY(room->join());

    const auto self = presence(u"garden@rooms.example.org/Me"_s).occupant();
    client.receive(self.statusCode(110));
    client.receive(self.renamedTo(u"Myself"_s));
    COMPARE_SIGNALS(recorder, u"peerAvailable garden@rooms.example.org"_s,
        u"resourceAvailable garden@rooms.example.org/Me"_s,
        u"resourceRenamed garden@rooms.example.org/Me garden@rooms.example.org/Myself"_s);
    //! [room]
}

void useClient()
{
    //! [client]
    TestClient client;
    client.setRoster({contact(u"juliet@example.org"_s, u"Juliet"_s)});
    PresenceTracker tracker(&client);
    QVERIFY(client.startNewSession());
    QVERIFY(client.receive(presence(u"juliet@example.org/balcony"_s).away()));
    QVERIFY(tracker.state(u"juliet@example.org"_s).isAvailable());
    client.loseConnection();
    QVERIFY(tracker.isStale());
    QVERIFY(client.resume());
    QVERIFY(!tracker.isStale());
    //! [client]
}

void buildStanzas(TestClient &client, const PresenceTracker &tracker)
{
    //! [builder]
    const PresenceBuilder balcony = presence(u"juliet@example.org/balcony"_s);
    client.receive(balcony.away().status(u"at the window"_s).priority(5));
    QCOMPARE(tracker.mostAvailable(u"juliet@example.org"_s)->priority(), 5);
    client.receive(balcony.unavailable());
    //! [builder]
    client.receive(balcony.away());
    //! [comparison]
    QCOMPARE(tracker.presence(u"juliet@example.org/balcony"_s), balcony.away());
    QCOMPARE(tracker.mostAvailable(u"nurse@example.org"_s), std::nullopt);
    //! [comparison]
}

void recordTrace(TestClient &client, PresenceTracker &tracker, QIODevice &file)
{
    //! [writer]
    const PresenceTraceWriter writer(&tracker, &file, PresenceTraceWriter::Privacy::Anonymous);
    // for as long as it lives: here the client signs in, and its contacts come and go
    //! [writer]
    QVERIFY(client.startNewSession());
    QVERIFY(client.receive(presence(u"juliet@example.org/balcony"_s)));
}

void playTrace(QIODevice &file)
{
    //! [player]
    TestClient client;
    PresenceTracker tracker(&client);
    PresenceTracePlayer player(&client);
    QObject::connect(&player, &PresenceTracePlayer::finished, &tracker, [] { qInfo() << "that was all"; });
    QVERIFY2(player.load(&file), qUtf8Printable(player.errorString()));
    player.playAll();
    QVERIFY(!tracker.peers().isEmpty());
    //! [player]
}

void playRoom(TestClient &client, PresenceTracePlayer &player)
{
    //! [room]
    client.startNewSession();
    auto join = presence().to(u"coven@chat.example.org/hag"_s).stanza();
    join.setMucSupported(true);
    client.send(std::move(join));
    player.playAll();
    //! [room]
}
