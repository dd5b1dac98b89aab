// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "accountoptions.h"

#include <QStringList>

// What the command line asks for.
struct Options : AccountOptions
{
    // Throws a Failure.
    static Options parse(const QStringList &arguments);

    bool isHelp = false;
    std::optional<std::chrono::seconds> duration;
    bool isJson = false;
    QString record; // the file, if any
    bool isAnonymous = false;
};

QString helpText();
