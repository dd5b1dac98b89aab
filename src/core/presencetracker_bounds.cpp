// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What a tracker keeps of those whom nobody has asked for.

#include "presencetracker_p.h"

#include "logging_p.h"
#include "rosterwatch_p.h"

#include <QXmppClient.h>

#include <utility>

namespace XmppPresence {

// One that nobody has asked for. As long as there is no roster, that cannot be known; it may outlive the client.
bool PresenceTrackerPrivate::isStranger(const Jid &jid) const
{
    return client && roster && store.rosterState(jid.bare()) == RosterState::Absent && roster->isReceived()
        && !notifiers.isWatched(jid.bare()) && !rooms.contains(jid.bare()) && !isOwn(jid);
}

// Anybody can send what rooms send: where there is a client, a room is one that it has asked to enter.
Standing PresenceTrackerPrivate::standingOf(const Jid &jid) const
{
    if (!client || rooms.contains(jid.bare()))
        return {.maxResources = limits.occupants, .mayBeRoom = true};
    return {.maxResources = isStranger(jid) ? limits.strangerResources : limits.resources, .mayBeRoom = false};
}

// Lists the peer among the strangers if it is one and is kept, as the one heard last; else it is not to be there.
void PresenceTrackerPrivate::meet(const Jid &jid, bool isStranger)
{
    if (isStranger && store.peer(jid.bare()))
        strangers.hear(jid.bare());
    else
        strangers.forget(jid.bare());
}

// Those who came before the roster did.
void PresenceTrackerPrivate::meetAll()
{
    const auto peers = store.peersByAge();
    for (const auto &peer : peers) {
        const auto jid = Jid::asItIs(peer);
        meet(jid, isStranger(jid));
    }
    evictStrangers();
}

// One who has become a stranger, or ceased to be one. Evictions wait for the event loop, as this may be called by the
// destructor of a watcher, in which no signal is to be emitted.
void PresenceTrackerPrivate::meet(const QString &text)
{
    if (const auto jid = Jid::fromString(text))
        meet(*jid, isStranger(*jid));
    if (strangers.size() > limits.strangers)
        QTimer::singleShot(0, q, [this] { evictStrangers(); });
}

void PresenceTrackerPrivate::forgetStrangers(const Transitions &transitions)
{
    for (const auto &transition : transitions) {
        if (transition.kind == Transition::PeerUnavailable && !store.peer(transition.jid))
            strangers.forget(transition.jid);
    }
}

// They go after what is being told, and before what a slot brings then.
void PresenceTrackerPrivate::evictStrangers()
{
    while (strangers.size() > limits.strangers)
        events.enqueue(Eviction{Jid::asItIs(strangers.takeOldest())});
    handleEvents();
}

void PresenceTrackerPrivate::setLimit(int Limits::*limit, int value, int least)
{
    if (value < least)
        qCWarning(lcPresence).nospace() << "Refused a limit below " << least << ": " << value;
    if (value < least || std::exchange(limits.*limit, value) == value)
        return;
    const QPointer guard(q);
    Q_EMIT q->limitsChanged();
    if (guard)
        evictStrangers();
}

// It may have been heard again meanwhile, or be a contact now.
Transitions PresenceTrackerPrivate::apply(const Eviction &event)
{
    const bool isHeardAgain = strangers.contains(event.jid.bare());
    return isHeardAgain || !isStranger(event.jid) ? Transitions() : store.evict(event.jid);
}

void PresenceTrackerPrivate::notifyOf(const Eviction &event, const Transitions & /*transitions*/)
{
    notifiers.notify(event.jid.toBare(), {}, nullptr);
}

} // namespace XmppPresence
