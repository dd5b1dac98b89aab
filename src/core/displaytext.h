// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

#include <QString>

namespace XmppPresence {

/*!
    \relates XmppPresence::PresenceTracker

    Returns \a text, which came from the network, as one line that is safe to show in a label or on a terminal.

    Control characters (C0, DEL and C1, so that no escape sequence is left) and the characters that override or isolate
    the writing direction (U+202A to U+202E, U+2066 to U+2069) are left out. Line breaks and tabs become a space, a run
    of them a single one. What is longer than \a maxLength UTF-16 code units is cut to that length, with an ellipsis as
    the last character; a surrogate pair is never cut in two. Markup is left as it is: show the result as plain text.
    Letters that look like others are left as they are, too (RFC 7622, section 7.3.2).

    \snippet values.cpp display
*/
XMPPPRESENCE_CORE_EXPORT QString displayText(const QString &text, qsizetype maxLength = 1000);

} // namespace XmppPresence
