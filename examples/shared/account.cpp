// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "account.h"

#include <QSslSocket>

#include <QXmppAuthenticationError.h>
#include <QXmppConfiguration.h>
#include <QXmppError.h>
#include <QXmppStreamError.h>

#include <utility>

using namespace Qt::StringLiterals;

Account::Account(QObject *parent)
    : QObject(parent)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this,
        [this] { fail({ExitStatus::ConnectionLost, tr("No answer from %1 in time").arg(server())}); });
    connect(&m_client, &QXmppClient::connected, this, [this] {
        m_timeout.stop();
        m_isSignedIn = true;
        Q_EMIT signedIn();
    });
    connect(&m_client, &QXmppClient::stateChanged, this, [this] {
        const auto *socket = m_client.findChild<QSslSocket *>();
        m_sawTls = m_sawTls || (socket && socket->isEncrypted());
    });
    connect(&m_client, &QXmppClient::errorOccurred, this, &Account::handleError);
    connect(&m_client, &QXmppClient::disconnected, this, &Account::handleDisconnected);
}

void Account::signIn(
    const QXmppConfiguration &configuration, std::chrono::seconds timeout, const QXmppPresence &initialPresence)
{
    abort();
    m_isActive = true;
    m_isSignedIn = false;
    m_sawTls = false;
    m_timeout.start(timeout);
    m_client.connectToServer(configuration, initialPresence);
}

void Account::signOut()
{
    m_isActive = false;
    m_failure.reset();
    m_timeout.stop();
    m_client.disconnectFromServer();
}

// Leaves nothing behind of an attempt that has failed, or has not come to its end.
void Account::abort()
{
    m_isActive = false;
    m_failure.reset();
    if (auto *socket = m_client.findChild<QSslSocket *>()) {
        socket->flush();
        socket->abort();
    }
}

void Account::handleError(const QXmppError &error)
{
    using Refusal = QXmpp::AuthenticationError;
    if (const auto refusal = error.value<Refusal>();
        refusal && (refusal->type <= Refusal::CredentialsExpired || m_client.configuration().password().isEmpty()))
        fail({ExitStatus::WrongPassword, tr("%1 refused the password").arg(server())});
    else if (const auto socketError = error.value<QAbstractSocket::SocketError>())
        fail(connectionFailure(*socketError, error.description));
    else if (error.holdsType<QXmpp::TimeoutError>())
        fail({ExitStatus::ConnectionLost, tr("%1 answers no more").arg(server())});
    else if (error.value<QXmpp::StreamError>() == QXmpp::StreamError::HostUnknown)
        fail({ExitStatus::UnknownHost, error.description});
    else // a second program that signs in as the same resource would be thrown out in turn, and so on
        fail({ExitStatus::OtherFailure, error.description,
            error.value<QXmpp::StreamError>() == QXmpp::StreamError::Conflict});
}

Failure Account::connectionFailure(QAbstractSocket::SocketError error, const QString &description)
{
    if (m_isSignedIn)
        return {ExitStatus::ConnectionLost, tr("Lost the connection to %1: %2").arg(server(), description)};
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {ExitStatus::UnknownHost, tr("Unknown host %1").arg(server())};
    case QAbstractSocket::ConnectionRefusedError:
        return {ExitStatus::ConnectionRefused, tr("%1 refused the connection").arg(server())};
    case QAbstractSocket::SslHandshakeFailedError:
        return {ExitStatus::NoTrustedTls, tr("No trusted connection to %1: %2").arg(server(), description)};
    default:
        return {ExitStatus::ConnectionLost, tr("No connection to %1: %2").arg(server(), description)};
    }
}

// QXmpp gives up without an error if the server lacks the TLS that it must have.
void Account::handleDisconnected()
{
    const auto mode = m_client.configuration().streamSecurityMode();
    if (!m_isSignedIn && !m_sawTls && mode == QXmppConfiguration::TLSRequired)
        fail({ExitStatus::NoTrustedTls, tr("%1 offers no TLS").arg(server())});
    else
        fail({ExitStatus::ConnectionLost, tr("%1 ended the connection").arg(server())});
}

QString Account::server()
{
    const auto &configuration = m_client.configuration();
    return configuration.host().isEmpty() ? configuration.domain()
                                          : u"%1:%2"_s.arg(configuration.host()).arg(configuration.port());
}

// The first failure tells most. It waits for what the client does next: telling the tracker that the session is over.
void Account::fail(const Failure &failure)
{
    if (!std::exchange(m_isActive, false))
        return;
    m_timeout.stop();
    m_failure = failure;
    QMetaObject::invokeMethod(this, &Account::tellFailure, Qt::QueuedConnection);
}

void Account::tellFailure()
{
    if (!m_failure)
        return;
    const auto failure = *m_failure;
    m_failure.reset();
    Q_EMIT failed(failure);
}
