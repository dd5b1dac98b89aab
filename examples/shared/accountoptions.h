// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "failure.h"

#include <QCommandLineOption>
#include <QList>

#include <chrono>
#include <optional>

class QCommandLineParser;
class QXmppConfiguration;

// Whose contacts the command line asks for: those of an account, or simulated ones.
struct AccountOptions
{
    // What a parser needs for read().
    static QList<QCommandLineOption> options();

    // Without --jid it is --loopback. Throws a Failure.
    void read(const QCommandLineParser &parser);

    // All that signing in with the JID needs, but the password. It names the program where the JID has no resource.
    QXmppConfiguration account(const QString &program) const;

    bool isLoopback = false;
    quint32 seed = 0;
    QString jid;
    QString host;
    int port = 0;
    bool isInsecure = false;
    std::chrono::seconds timeout{30};
};

// What XMPP_PASSWORD says: the password belongs neither on a command line nor into a file.
std::optional<QString> passwordFromEnvironment();

// What is wrong with jid as that of an account, if anything is.
std::optional<Failure> jidFailure(const QString &jid);

Failure wrongUsage(const QString &message);

// The value of an option that is set or has a default. Throws a Failure.
qint64 number(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most);
std::chrono::seconds seconds(const QCommandLineParser &parser, const QString &option);
