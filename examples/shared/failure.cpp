// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "failure.h"

#include <XmppPresence/DisplayText>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int report(const Failure &failure)
{
    const auto line = QCoreApplication::applicationName() + u": "_s + XmppPresence::displayText(failure.message);
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    return int(failure.status);
}
