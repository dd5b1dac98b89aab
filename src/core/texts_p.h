// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QCoreApplication>

namespace XmppPresence {

// Texts::tr() translates in the one context of this library.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(XmppPresence)
};

} // namespace XmppPresence
