// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QCollator>

namespace XmppPresence {

QCollator nameCollator(); // by the rules of the default locale, without regard to case, and numbers by their value
QString folded(QString text); // without case and accents
bool containsFolded(const QString &text, const QString &foldedPart); // whether folded() of it does

} // namespace XmppPresence
