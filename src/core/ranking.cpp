// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "ranking_p.h"

namespace XmppPresence {

static std::weak_ordering compareAvailability(const QXmppPresence &a, const QXmppPresence &b)
{
    return PresenceState::fromStanza(a) <=> PresenceState::fromStanza(b);
}

static std::weak_ordering comparePriority(const QXmppPresence &a, const QXmppPresence &b)
{
    const auto order = a.priority() <=> b.priority();
    return std::is_neq(order) ? order : compareAvailability(a, b);
}

static int reachability(const QXmppPresence &stanza)
{
    switch (PresenceState::fromStanza(stanza).show()) {
    case PresenceState::Show::ExtendedAway:
        return 0;
    case PresenceState::Show::Away:
        return 1;
    case PresenceState::Show::DoNotDisturb:
        return 2;
    case PresenceState::Show::None:
        return 3;
    case PresenceState::Show::Chat:
        return 4;
    }
    Q_UNREACHABLE_RETURN(0);
}

static std::weak_ordering compareReachability(const QXmppPresence &a, const QXmppPresence &b)
{
    return reachability(a) <=> reachability(b);
}

PresenceTracker::Comparison comparisonFor(PresenceTracker::Ranking ranking)
{
    switch (ranking) {
    case PresenceTracker::Ranking::Availability:
        return compareAvailability;
    case PresenceTracker::Ranking::Priority:
        return comparePriority;
    case PresenceTracker::Ranking::Reachability:
        return compareReachability;
    case PresenceTracker::Ranking::Custom:
        break;
    }
    return {};
}

} // namespace XmppPresence
