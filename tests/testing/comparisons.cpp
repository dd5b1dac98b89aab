// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "comparisons.h"

#include <XmppPresence/PresenceComparison>

char *printedElsewhere()
{
    return QTest::toString(XmppPresence::presence(QStringLiteral("juliet@example.org")).stanza());
}
