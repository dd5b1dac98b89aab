// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [program]
#include <QCoreApplication>
#include <QXmppClient.h>
#include <XmppPresence/PresenceTracker>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QXmppClient client;
    XmppPresence::PresenceTracker tracker(&client);
    QObject::connect(&tracker, &XmppPresence::PresenceTracker::resourceAvailable, &tracker,
        [&](const QString &fullJid) { qInfo() << "+" << fullJid << tracker.state(fullJid); });
    QObject::connect(&tracker, &XmppPresence::PresenceTracker::resourceUnavailable, &tracker,
        [](const QString &fullJid) { qInfo() << "-" << fullJid; });
    QObject::connect(&client, &QXmppClient::errorOccurred, &client,
        [](const QXmppError &error) { qWarning() << error.description; });
    client.connectToServer(app.arguments().value(1), qEnvironmentVariable("XMPP_PASSWORD"));
    return app.exec();
}
//! [program]
