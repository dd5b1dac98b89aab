// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QStringList>

namespace XmppPresence {

// All lines, as a unified diff has them: those in expected alone after "- ", those in actual alone after "+ ", those in
// both after two spaces. Nothing if the lists are the same.
QString lineDifference(const QStringList &expected, const QStringList &actual);

} // namespace XmppPresence
