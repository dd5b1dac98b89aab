// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QXmppPresence.h>

#include <optional>

namespace XmppPresence {

// Times are in milliseconds since 1970, and never in the future of the stanza they are read from.

// When it was sent: as its server says (XEP-0203), else now.
qint64 sentAt(const QXmppPresence &stanza, qint64 now);

// Since when its user has been idle: as the user's client says (XEP-0319, else XEP-0256).
std::optional<qint64> idleSince(const QXmppPresence &stanza, qint64 sent);

} // namespace XmppPresence
