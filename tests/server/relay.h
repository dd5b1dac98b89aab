// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QTcpServer>

#include <chrono>

class QTcpSocket;
class TestServer;

// Stands between clients and the server, and does to their connections what bad networks do.
class Relay : public QObject
{
    Q_OBJECT

public:
    explicit Relay(const TestServer &server);

    quint16 port() const { return m_listener.serverPort(); }

    void cut(); // ends all connections, and every new one
    void mend();
    void stall(); // keeps them, and holds back what comes
    void muteClient() { m_isClientMuted = true; } // holds back what comes from clients
    void flow();
    void delay(std::chrono::milliseconds by) { m_delay = by; } // from the next connection on

Q_SIGNALS:
    void flowing();

private:
    void accept();
    void join(QTcpSocket *from, QTcpSocket *to, const bool &isMuted);

    const TestServer &m_server;
    QTcpServer m_listener;
    std::chrono::milliseconds m_delay{0};
    bool m_isCut = false;
    bool m_isClientMuted = false;
    bool m_isServerMuted = false;
};
