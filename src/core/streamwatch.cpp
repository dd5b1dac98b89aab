// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "streamwatch_p.h"

#include <QXmppClient.h>

#include <chrono>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

StreamWatch::StreamWatch(QXmppClient *client)
    : m_client(client)
    , m_isLive(client->isConnected())
    , m_isManaged(client->streamManagementState() != QXmppClient::NoStreamManagement)
{
    connect(client, &QXmppClient::connected, this, &StreamWatch::connected);
    connect(client, &QXmppClient::disconnected, this, &StreamWatch::connectionLost);
    // QXmpp tells nobody that a stream is closed, by itself or by the server, after which it asks for a new session.
    connect(client, &QXmppClient::logMessage, this, [this](QXmppLogger::MessageType type, const QString &text) {
        const bool isOfStream = type == QXmppLogger::SentMessage || type == QXmppLogger::ReceivedMessage;
        if (isOfStream && text.endsWith("</stream:stream>"_L1))
            m_isClosed = true;
    });
    connect(client, &QXmppClient::stateChanged, this, [this](QXmppClient::State state) {
        if (state == QXmppClient::ConnectingState) // also by itself, where it is redirected: that is to be resumed
            m_isClosed = false;
    });
    // QXmpp does not tell that it is disconnected if it was redirected, to a host that it cannot reach.
    connect(client, &QXmppClient::errorOccurred, this, [this] {
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
    m_isManaged = m_client->streamManagementState() != QXmppClient::NoStreamManagement;
    m_isOver = false;
    m_isClosed = false;
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
    return (m_isSuspended || (wasLive && m_isManaged)) && !m_isClosed && !isLoggedOut();
}

} // namespace XmppPresence
