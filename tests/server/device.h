// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

#include <QXmppClient.h>

class ProsodyServer;
class QXmppRosterManager;

// A device of an account on the server, and what its tracker tells and knows.
class Device
{
public:
    Device(const ProsodyServer &server, const QString &user, const QString &resource);

    // When one of these returns true, the server has done its part.
    bool logIn(const QXmppPresence &initialPresence = {});
    bool subscribeTo(Device &contact); // which agrees
    bool send(const QXmppPresence &stanza);

    // When these return, the server has yet to notice.
    void logOut();
    bool vanish(); // closes the socket, not the stream

    // The signals since the last call, a line for each: waits for \a count of them, and returns all there are.
    QString told(qsizetype count);
    // A line for each peer: its error, or its resources with a star before the most available one.
    QString known() const;

    QXmppRosterManager *roster() const;
    QString bareJid();

    QXmppClient client;
    XmppPresence::PresenceTracker tracker{&client};

private:
    bool settle();
    QStringList knownOf(const QString &peer) const;

    const ProsodyServer &m_server;
    const QString m_user;
    const QString m_resource;
    XmppPresence::PresenceRecorder m_recorder{&tracker};
};
