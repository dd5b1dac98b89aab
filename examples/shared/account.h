// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "failure.h"

#include <QObject>
#include <QTimer>

#include <QXmppClient.h>

#include <chrono>
#include <optional>

// The client, and a plain word on why it is not signed in.
class Account : public QObject
{
    Q_OBJECT

public:
    explicit Account(QObject *parent = nullptr);

    QXmppClient *client() { return &m_client; }

    // Again and again, after a failure.
    void signIn(const QXmppConfiguration &configuration, std::chrono::seconds timeout,
        const QXmppPresence &initialPresence = {});

    // No failure is told any more.
    void signOut();

Q_SIGNALS:
    void signedIn();

    // Once for each signIn(), be it before or after signedIn(), when the tracker has been told that the session is
    // over.
    void failed(const Failure &failure);

private:
    void handleError(const QXmppError &error);
    void handleDisconnected();
    Failure connectionFailure(QAbstractSocket::SocketError error, const QString &description);
    QString server();
    void fail(const Failure &failure);
    void tellFailure();
    void abort();

    QXmppClient m_client;
    QTimer m_timeout;
    std::optional<Failure> m_failure; // to be told
    bool m_isActive = false; // from signIn() to the first failure
    bool m_isSignedIn = false;
    bool m_sawTls = false;
};
