// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

class QDebug;
class QXmppPresence;

namespace XmppPresence {

/*!
    Why an occupant has left a room (XEP-0045).

    \value Left Of its own accord, or nothing was said.
    \value Banned It was banned (status code 301).
    \value Kicked It was kicked (307).
    \value AffiliationChanged An affiliation was taken from it that the room asks for (321).
    \value MembersOnly The room was made members-only, and it is none (322).
    \value Shutdown The service is being shut down (332).
    \value TechnicalProblem Its connection or its server failed (333), which some services call a kick, too.
    \value RoomDestroyed The room was destroyed (section 10.9).
*/
enum class LeaveReason {
    Left,
    Banned,
    Kicked,
    AffiliationChanged,
    MembersOnly,
    Shutdown,
    TechnicalProblem,
    RoomDestroyed
};

/*!
    Returns why the occupant that PresenceTracker::resourceUnavailable() told of has left, from \a unavailable, the
    stanza in that signal. Who did it, and what they said, is QXmppPresence::mucItem()'s actor and reason. When the
    account leaves, the stanza for every occupant is that of its own one, and so is the reason.

    \snippet values.cpp leavereason
*/
XMPPPRESENCE_CORE_EXPORT LeaveReason leaveReason(const QXmppPresence &unavailable);

/*! Writes the name of \a reason to \a debug. */
XMPPPRESENCE_CORE_EXPORT QDebug operator<<(QDebug debug, LeaveReason reason);

/*! Returns the name of \a reason, for QCOMPARE, which finds it here. The caller is to \c{delete[]} it. */
XMPPPRESENCE_CORE_EXPORT char *toString(LeaveReason reason);

} // namespace XmppPresence
