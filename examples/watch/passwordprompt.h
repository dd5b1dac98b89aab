// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>

#include <optional>

// Asks for a password on the terminal, without showing what is typed. Returns nothing if there is no terminal, or if
// the user gives up.
std::optional<QString> promptForPassword(const QString &prompt);
