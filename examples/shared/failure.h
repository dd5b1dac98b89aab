// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>

// What --help says of it.
enum class ExitStatus {
    Success = 0,
    OtherFailure = 1,
    WrongUsage = 2,
    MalformedJid = 3,
    WrongPassword = 4,
    UnknownHost = 5,
    ConnectionRefused = 6,
    NoTrustedTls = 7,
    ConnectionLost = 8
};

struct Failure
{
    ExitStatus status;
    QString message;
    bool isFinal = false; // and to try again would be of no use
};

// Prints the message behind the application's name, and returns the status.
int report(const Failure &failure);
