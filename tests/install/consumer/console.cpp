// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QCoreApplication>
#include <QTimer>

#include <QXmppClient.h>

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;

// Ends well when Romeo has seen Juliet come.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    XmppPresence::LoopbackServer server;
    for (const auto &name : {u"romeo"_s, u"juliet"_s})
        server.addAccount(name, u"secret"_s);
    server.makeContacts(u"romeo"_s, u"juliet"_s);
    if (!server.start())
        return 2;
    QXmppClient romeo;
    QXmppClient juliet;
    XmppPresence::PresenceTracker tracker(&romeo);
    QObject::connect(&tracker, &XmppPresence::PresenceTracker::peerAvailable, &app, [](const QString &bareJid) {
        if (bareJid == "juliet@localhost"_L1)
            QCoreApplication::quit();
    });
    romeo.connectToServer(server.configuration(u"romeo"_s, u"orchard"_s));
    juliet.connectToServer(server.configuration(u"juliet"_s, u"balcony"_s));
    QTimer::singleShot(30'000, &app, [] { QCoreApplication::exit(1); });
    return app.exec();
}
