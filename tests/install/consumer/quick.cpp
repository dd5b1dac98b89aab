// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTimer>

#include <QXmppPresence.h>

#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;

// Main.qml ends well when it shows Juliet.
int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    XmppPresence::PresenceTracker tracker;
    QXmppPresence presence;
    presence.setFrom(u"juliet@example.org/balcony"_s);
    tracker.handlePresence(presence);
    QQmlApplicationEngine engine;
    QObject::connect(
        &engine, &QQmlApplicationEngine::objectCreationFailed, &app, [] { QCoreApplication::exit(2); },
        Qt::QueuedConnection);
    engine.setInitialProperties({{u"presence"_s, QVariant::fromValue(&tracker)}});
    engine.loadFromModule("Consumer", "Main");
    QTimer::singleShot(30'000, &app, [] { QCoreApplication::exit(1); });
    return app.exec();
}
