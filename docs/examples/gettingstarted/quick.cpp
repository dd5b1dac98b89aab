// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [program]
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QXmppClient.h>
#include <XmppPresence/PresenceTracker>

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    QXmppClient client;
    XmppPresence::PresenceTracker tracker(&client);
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("presence"), QVariant::fromValue(&tracker)}});
    engine.loadFromModule("Contacts", "Main");
    QObject::connect(&client, &QXmppClient::errorOccurred, &client,
        [](const QXmppError &error) { qWarning() << error.description; });
    client.connectToServer(app.arguments().value(1), qEnvironmentVariable("XMPP_PASSWORD"));
    return app.exec();
}
//! [program]
