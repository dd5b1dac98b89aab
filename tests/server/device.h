// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

#include <QXmppClient.h>

class QXmppRosterManager;
class Relay;
class TestServer;

// A device of an account on the server, and what its tracker tells and knows.
class Device
{
public:
    Device(const TestServer &server, const QString &user, const QString &resource, const Relay *relay = nullptr);

    // When one of these returns true, the server has done its part.
    bool logIn(const QXmppPresence &initialPresence = {});
    bool subscribeTo(Device &contact); // which agrees
    bool send(const QXmppPresence &stanza);
    bool enter(const QString &room, const QString &nickname);

    // When these return, the server has yet to notice.
    void logOut();
    bool vanish(); // closes the socket, not the stream

    // The signals since the last call, a line for each: waits for \a count of them, and returns all there are.
    QString told(qsizetype count);
    // A line for each peer: its error, or its resources with a star before the most available one.
    QString known() const;

    // What a new device of the account, which enters the room, knows that this one does not, or the other way round:
    // empty if they agree.
    QString differenceToFresh(const QString &room = {});

    void askOften() { m_asksOften = true; } // if the server is alive, from the next log-in on

    QXmppRosterManager *roster() const;
    QString bareJid();

    QXmppClient client;
    XmppPresence::PresenceTracker tracker{&client};

private:
    bool settle();
    QStringList knownOf(const QString &peer) const;
    QString knownToAll() const;

    const TestServer &m_server;
    const Relay *const m_relay;
    const QString m_user;
    const QString m_resource;
    bool m_asksOften = false;
    XmppPresence::PresenceRecorder m_recorder{&tracker};
};
