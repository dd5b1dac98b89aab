// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencetracker.h"

namespace XmppPresence {

// The comparison behind a preset; an empty one for Ranking::Custom.
PresenceTracker::Comparison comparisonFor(PresenceTracker::Ranking ranking);

} // namespace XmppPresence
