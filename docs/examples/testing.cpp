// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "examples.h"

#include <QSignalSpy>
#include <QTest>

#include <QXmppClient.h>

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

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
    QXmppClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    const QSignalSpy spy(&recorder, &PresenceRecorder::signalRecorded);

    QXmppPresence stanza;
    stanza.setFrom(u"juliet@example.org/balcony"_s);
    Q_EMIT client.presenceReceived(stanza);

    QCOMPARE(spy.size(), 2);
    QCOMPARE(recorder.recorded().constLast().jid, u"juliet@example.org/balcony"_s);
    QCOMPARE(recorder.take(),
        (QStringList{u"peerAvailable juliet@example.org"_s, u"resourceAvailable juliet@example.org/balcony"_s}));
    //! [recorder]
}
