// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"

#include <QString>

#include <optional>

namespace XmppPresence {

struct PresenceRow;

QString inOneLine(const QString &name, Availability availability, const QString &status);

// The tool tip of a row, as rich text.
QString toolTip(const PresenceRow &row);

// What it is made from, beside the row's own name, JID, idle time and devices: a list of devices says all that the peer
// does as a whole.
std::optional<Availability> loneAvailability(const PresenceRow &row);
QString loneStatus(const PresenceRow &row);
qsizetype devicesLeft(const PresenceRow &row);

} // namespace XmppPresence
