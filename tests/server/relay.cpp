// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "relay.h"

#include "testserver.h"

#include <QTcpSocket>
#include <QTimer>

Relay::Relay(const TestServer &server)
    : m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &Relay::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

void Relay::cut()
{
    m_isCut = true;
    qDeleteAll(m_listener.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly));
}

void Relay::mend()
{
    m_isCut = false;
}

void Relay::stall()
{
    muteClient();
    m_isServerMuted = true;
}

void Relay::flow()
{
    m_isServerMuted = false;
    m_isClientMuted = false;
    Q_EMIT flowing();
}

void Relay::accept()
{
    auto *client = m_listener.nextPendingConnection();
    if (m_isCut) {
        delete client;
        return;
    }
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress::LocalHost, m_server.port());
    join(client, server, m_isClientMuted);
    join(server, client, m_isServerMuted);
}

void Relay::join(QTcpSocket *from, QTcpSocket *to, const bool &isMuted)
{
    const auto pass = [&isMuted, from, to, by = m_delay] {
        if (isMuted)
            return;
        const bool isClosed = from->state() == QTcpSocket::UnconnectedState;
        const auto bytes = from->bytesAvailable() > 0 ? from->readAll() : QByteArray(); // it may be closed already
        QTimer::singleShot(by, Qt::PreciseTimer, to, [bytes, isClosed, to] {
            if (!bytes.isEmpty())
                to->write(bytes);
            if (isClosed)
                to->disconnectFromHost();
        });
    };
    connect(from, &QTcpSocket::readyRead, to, pass);
    connect(from, &QTcpSocket::disconnected, to, pass);
    connect(from, &QTcpSocket::errorOccurred, to, pass);
    connect(this, &Relay::flowing, to, pass);
}
