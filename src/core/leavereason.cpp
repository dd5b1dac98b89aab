// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "leavereason.h"

#include "presenceextension_p.h"

#include <QDebug>
#include <QXmppPresence.h>

#include <algorithm>
#include <array>
#include <utility>

namespace XmppPresence {

LeaveReason leaveReason(const QXmppPresence &unavailable)
{
    // The first that is there counts: a service may add "kicked" to any other.
    static constexpr std::array reasons{std::pair(301, LeaveReason::Banned),
        std::pair(333, LeaveReason::TechnicalProblem), std::pair(332, LeaveReason::Shutdown),
        std::pair(322, LeaveReason::MembersOnly), std::pair(321, LeaveReason::AffiliationChanged),
        std::pair(307, LeaveReason::Kicked)};
    if (isOfDestroyedRoom(unavailable))
        return LeaveReason::RoomDestroyed;
    const auto codes = unavailable.mucStatusCodes();
    const auto *const reason =
        std::ranges::find_if(reasons, [&](const auto &entry) { return codes.contains(entry.first); });
    return reason == reasons.end() ? LeaveReason::Left : reason->second;
}

static const char *nameOf(LeaveReason reason)
{
    switch (reason) {
    case LeaveReason::Left:
        return "Left";
    case LeaveReason::Banned:
        return "Banned";
    case LeaveReason::Kicked:
        return "Kicked";
    case LeaveReason::AffiliationChanged:
        return "AffiliationChanged";
    case LeaveReason::MembersOnly:
        return "MembersOnly";
    case LeaveReason::Shutdown:
        return "Shutdown";
    case LeaveReason::TechnicalProblem:
        return "TechnicalProblem";
    case LeaveReason::RoomDestroyed:
        return "RoomDestroyed";
    }
    return "unknown";
}

QDebug operator<<(QDebug debug, LeaveReason reason)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "XmppPresence::LeaveReason::" << nameOf(reason);
    return debug;
}

char *toString(LeaveReason reason)
{
    return qstrdup(nameOf(reason));
}

} // namespace XmppPresence
