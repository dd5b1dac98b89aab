// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "streamwatch_p.h"

#include <QAbstractSocket>
#include <QXmppClient.h>
#include <QXmppError.h>

#include <chrono>
#include <utility>

namespace XmppPresence {

StreamWatch::StreamWatch(QXmppClient *client)
    : m_client(client)
    , m_isLive(client->isConnected())
{
    connect(client, &QXmppClient::connected, this, &StreamWatch::connected);
    connect(client, &QXmppClient::disconnected, this, &StreamWatch::connectionLost);
    // After any other error than one of the socket, QXmpp asks for a new session (RFC 6120, section 4.9.1.1).
    connect(client, &QXmppClient::errorOccurred, this, [this](const QXmppError &error) {
        m_hasFailed |= !error.holdsType<QAbstractSocket::SocketError>();
        // QXmpp does not tell that it is disconnected if it was redirected, to a host that it cannot reach.
        if (m_isLive && m_client->state() == QXmppClient::DisconnectedState)
            connectionLost();
    });
    // QXmpp tells nobody of a log-out while there is no connection.
    m_logOutTimer.setInterval(std::chrono::seconds(1));
    m_logOutTimer.callOnTimeout(this, [this] {
        if (isLoggedOut())
            end();
    });
}

void StreamWatch::connectionLost()
{
    const bool wasLive = std::exchange(m_isLive, false);
    if (!mayResume(wasLive))
        return end();
    m_logOutTimer.start();
    if (!std::exchange(m_isSuspended, true))
        Q_EMIT suspended();
}

void StreamWatch::connected()
{
    m_isLive = true;
    m_isOver = false;
    m_hasFailed = false;
    m_isSuspended = false;
    m_logOutTimer.stop();
    if (m_client->streamManagementState() == QXmppClient::ResumedStream)
        Q_EMIT resumed();
    else
        Q_EMIT begun();
}

void StreamWatch::end()
{
    m_logOutTimer.stop();
    m_isSuspended = false;
    m_isOver = true;
    Q_EMIT ended();
}

// QXmpp keeps its stream management flag after a log-out, which makes the client's presence unavailable.
bool StreamWatch::isLoggedOut() const
{
    return m_client->clientPresence().type() == QXmppPresence::Unavailable;
}

// The flag is down while a resumption is being tried, and a failed attempt says nothing of the next.
bool StreamWatch::mayResume(bool wasLive) const
{
    const bool isManaged =
        m_isSuspended || (wasLive && m_client->streamManagementState() != QXmppClient::NoStreamManagement);
    return isManaged && !m_hasFailed && !isLoggedOut();
}

} // namespace XmppPresence
