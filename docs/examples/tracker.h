// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QFuture>
#include <QObject>

#include <QXmppPresence.h>

namespace XmppPresence {
class PresenceTracker;
}
class QXmppClient;

// What tracker.cpp has.
void followPeople(QXmppClient &client, const XmppPresence::PresenceTracker *&made);
void printSignals(XmppPresence::PresenceTracker &tracker, QObject *context);
void printWhoIsThere(const XmppPresence::PresenceTracker &tracker);
void rank(XmppPresence::PresenceTracker &tracker);
void setBounds(XmppPresence::PresenceTracker &tracker);
bool offerCall(XmppPresence::PresenceTracker &tracker, QObject *context);
void feed(XmppPresence::PresenceTracker &tracker);

// Tells once that Juliet is there.
class Arrival : public QObject
{
    Q_OBJECT

public:
    explicit Arrival(XmppPresence::PresenceTracker &tracker);
    void forget();

private:
    QFuture<QXmppPresence> m_arrival;
};
