// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencestate.h"

#include <QDebug>

#include <QXmppPresence.h>

namespace XmppPresence {

static PresenceState::Show showOf(QXmppPresence::AvailableStatusType show)
{
    switch (show) {
    case QXmppPresence::XA:
        return PresenceState::Show::ExtendedAway;
    case QXmppPresence::Away:
        return PresenceState::Show::Away;
    case QXmppPresence::Chat:
        return PresenceState::Show::Chat;
    case QXmppPresence::DND:
        return PresenceState::Show::DoNotDisturb;
    case QXmppPresence::Online:
    case QXmppPresence::Invisible: // never in RFC 6121
        break;
    }
    return PresenceState::Show::None;
}

PresenceState PresenceState::fromStanza(const QXmppPresence &stanza)
{
    if (stanza.type() != QXmppPresence::Available)
        return {};
    return PresenceState(showOf(stanza.availableStatusType()));
}

QDebug operator<<(QDebug debug, PresenceState state)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "PresenceState(";
    if (state.isAvailable())
        debug << state.show();
    else
        debug << "unavailable";
    return debug << ')';
}

} // namespace XmppPresence
