// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Who is told of what an event has changed.

#include "presencetracker_p.h"

#include <algorithm>

namespace XmppPresence {

static bool areAllOf(const Transitions &transitions, QStringView bareJid)
{
    return std::ranges::all_of(
        transitions, [bareJid](const Transition &transition) { return bareOf(transition.jid) == bareJid; });
}

void PresenceTrackerPrivate::tell(const Transition &transition) const
{
    const auto &[kind, jid, stanza, formerJid] = transition;
    switch (kind) {
    case Transition::PeerAvailable:
        return Q_EMIT q->peerAvailable(jid, stanza);
    case Transition::ResourceAvailable:
        return Q_EMIT q->resourceAvailable(jid, stanza);
    case Transition::ResourceChanged:
        return Q_EMIT q->resourceChanged(jid, stanza);
    case Transition::ResourceRenamed:
        return Q_EMIT q->resourceRenamed(formerJid, jid, stanza);
    case Transition::ResourceUnavailable:
        return Q_EMIT q->resourceUnavailable(jid, stanza);
    case Transition::PeerUnavailable:
        return Q_EMIT q->peerUnavailable(jid, stanza);
    case Transition::PeerError:
        return Q_EMIT q->peerError(jid, stanza);
    }
}

void PresenceTrackerPrivate::notifyOf(const SessionEnd & /*event*/, const Transitions & /*transitions*/)
{
    notifiers.notifyOfAll();
}

void PresenceTrackerPrivate::notifyOf(const Staleness & /*event*/, const Transitions & /*transitions*/)
{
    notifiers.notifyOfAll();
}

// Of errors that end with a domain no transition tells. The peer is as unknown as one who has cancelled the
// subscription.
void PresenceTrackerPrivate::notifyOf(const Silence &event, const Transitions &transitions)
{
    if (event.isOfDomain() || isCascading(event.jid, transitions) || !areAllOf(transitions, event.jid.bare()))
        return notifiers.notifyOfAll();
    const QXmppPresence unsubscribed(QXmppPresence::Unsubscribed);
    notifiers.notify(event.jid.toBare(), {}, &unsubscribed);
}

void PresenceTrackerPrivate::notifyOf(const Stanza &event, const Transitions &transitions)
{
    const auto &[stanza, from] = event;
    if (isCascading(from, transitions) || !areAllOf(transitions, from.bare()))
        return notifiers.notifyOfAll();
    if (!notifiers.isAnybodyInterested(from.bare()))
        return;
    const auto peer = store.bareJid(from);
    const auto isOfResource = [&](const Transition &transition) {
        const bool isOfPeer =
            transition.kind == Transition::PeerAvailable || transition.kind == Transition::PeerUnavailable;
        return isOfPeer || transition.jid == from.full();
    };
    const bool isRename = !transitions.isEmpty() && transitions.first().kind == Transition::ResourceRenamed;
    if (isRename)
        notifiers.notifyOfRename(peer, from.full(), transitions.first().jid);
    else if (!from.isBare() && stanza.type() != QXmppPresence::Error && std::ranges::all_of(transitions, isOfResource))
        notifiers.notify(peer, from.full(), &stanza);
    else
        notifiers.notify(peer, {}, &stanza);
}

} // namespace XmppPresence
