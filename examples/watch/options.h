// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QStringList>

#include <chrono>
#include <optional>

class QXmppConfiguration;

// What the command line asks for.
struct Options
{
    // Throws a Failure.
    static Options parse(const QStringList &arguments);

    // All that signing in with the JID needs, but the password.
    QXmppConfiguration account() const;

    bool isHelp = false;
    bool isLoopback = false;
    quint32 seed = 0;
    QString jid;
    QString host;
    int port = 0;
    bool isInsecure = false;
    std::chrono::seconds timeout{30};
    std::optional<std::chrono::seconds> duration;
    bool isJson = false;
};

QString helpText();
