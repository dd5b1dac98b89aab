// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "account.h"

#include <QSslSocket>

#include <QXmppAuthenticationError.h>
#include <QXmppConfiguration.h>
#include <QXmppError.h>
#include <QXmppStreamError.h>

using namespace Qt::StringLiterals;

Account::Account(QObject *parent)
    : QObject(parent)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this,
        [this] { fail({ExitStatus::ConnectionLost, u"No answer from %1 in time"_s.arg(server())}); });
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

void Account::signIn(const QXmppConfiguration &configuration, std::chrono::seconds timeout)
{
    m_timeout.start(timeout);
    m_client.connectToServer(configuration);
}

void Account::signOut()
{
    m_client.disconnect(this);
    m_client.disconnectFromServer();
}

void Account::handleError(const QXmppError &error)
{
    using Refusal = QXmpp::AuthenticationError;
    if (const auto refusal = error.value<Refusal>(); refusal && refusal->type <= Refusal::CredentialsExpired)
        fail({ExitStatus::WrongPassword, u"%1 refused the password"_s.arg(server())});
    else if (const auto socketError = error.value<QAbstractSocket::SocketError>())
        fail(connectionFailure(*socketError, error.description));
    else if (error.holdsType<QXmpp::TimeoutError>())
        fail({ExitStatus::ConnectionLost, u"%1 answers no more"_s.arg(server())});
    else if (error.value<QXmpp::StreamError>() == QXmpp::StreamError::HostUnknown)
        fail({ExitStatus::UnknownHost, error.description});
    else
        fail({ExitStatus::OtherFailure, error.description});
}

Failure Account::connectionFailure(QAbstractSocket::SocketError error, const QString &description)
{
    if (m_isSignedIn)
        return {ExitStatus::ConnectionLost, u"Lost the connection to %1: %2"_s.arg(server(), description)};
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {ExitStatus::UnknownHost, u"Unknown host %1"_s.arg(server())};
    case QAbstractSocket::ConnectionRefusedError:
        return {ExitStatus::ConnectionRefused, u"%1 refused the connection"_s.arg(server())};
    case QAbstractSocket::SslHandshakeFailedError:
        return {ExitStatus::NoTrustedTls, u"No trusted connection to %1: %2"_s.arg(server(), description)};
    default:
        return {ExitStatus::ConnectionLost, u"No connection to %1: %2"_s.arg(server(), description)};
    }
}

// QXmpp gives up without an error if the server lacks the TLS that it must have.
void Account::handleDisconnected()
{
    const auto mode = m_client.configuration().streamSecurityMode();
    if (!m_isSignedIn && !m_sawTls && mode == QXmppConfiguration::TLSRequired)
        fail({ExitStatus::NoTrustedTls, u"%1 offers no TLS"_s.arg(server())});
    else
        fail({ExitStatus::ConnectionLost, u"%1 ended the connection"_s.arg(server())});
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
    if (m_failure)
        return;
    m_failure = failure;
    QMetaObject::invokeMethod(this, [this] { Q_EMIT failed(*m_failure); }, Qt::QueuedConnection);
}
