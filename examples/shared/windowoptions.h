// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "accountoptions.h"

#include <QStringList>

// What the command line of a program with a window asks for.
struct WindowOptions : AccountOptions
{
    // Throws a Failure.
    static WindowOptions parse(const QStringList &arguments);

    bool isHelp = false;
    QString screenshot; // the file to save it to, if any: the program is to end then
    std::chrono::seconds after{5};
    QString contact; // whose details to show, if anybody's
    std::optional<Qt::ColorScheme> colorScheme;
    QString language;
    bool isRightToLeft = false;
};

QString windowHelpText();

// Runs the program with what its command line asks for, and returns what main() is to return.
int runWindow(int (*run)(const WindowOptions &options));
