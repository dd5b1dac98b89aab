// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker_p.h"

#include "logging_p.h"
#include "rosterwatch_p.h"

#include <QDateTime>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppUtils.h>

#include <algorithm>
#include <utility>

namespace XmppPresence {

Q_LOGGING_CATEGORY(lcPresence, "xmpppresence")

// A stranger can send any JID: what is said of bad ones in the log is bounded.
static constexpr qsizetype maxWarnings = 100;
static constexpr qsizetype maxWarningLength = 100;

PresenceTrackerPrivate::PresenceTrackerPrivate(PresenceTracker *tracker)
    : q(tracker)
    , waits(std::make_unique<QObject>(tracker))
{
    notifiers.watchedChanged = [this](const QString &jid) { meet(jid); };
    initialSyncTimer.setSingleShot(true);
    initialSyncTimer.setInterval(3000);
    initialSyncTimer.callOnTimeout(q, [this] { endInitialSync(); });
    QObject::connect(&capabilities, &Capabilities::learned, q,
        [this](const QString &fullJid) { Q_EMIT q->featuresChanged(QXmppUtils::jidToBareJid(fullJid)); });
}

void PresenceTrackerPrivate::endInitialSync()
{
    isInitialSync = false;
    Q_EMIT q->initialSyncChanged();
}

// What comes in while an event is being told waits, so that queries in a slot answer from after the whole event, and
// each listener hears the events in one order.
void PresenceTrackerPrivate::handle(const Event &event)
{
    if (isTelling)
        return events.enqueue(event);
    isTelling = true;
    const QPointer guard(q);
    process(event);
    while (guard && !events.isEmpty())
        process(events.dequeue());
    if (guard)
        isTelling = false;
}

void PresenceTrackerPrivate::handleEvents()
{
    if (!isTelling && !events.isEmpty())
        handle(events.dequeue());
}

// Changes everything first, and tells everybody then. A slot may delete the tracker.
void PresenceTrackerPrivate::process(const Event &event)
{
    const auto evictedBefore = store.evicted();
    const bool wasStale = isStale;
    const bool wasInitialSync = isInitialSync;
    const auto transitions = std::visit([this](const auto &what) { return apply(what); }, event);
    forgetStrangers(transitions);
    evictStrangers();
    const QPointer guard(q);
    for (const auto &transition : transitions) {
        tell(transition);
        if (!guard)
            return;
    }
    for (const auto &[kind, jid, stanza, formerJid] : transitions) {
        if (kind == Transition::ResourceUnavailable || kind == Transition::ResourceRenamed)
            capabilities.forget(formerJid.isNull() ? jid : formerJid);
        if (!guard)
            return;
    }
    if (isStale != wasStale)
        Q_EMIT q->staleChanged();
    if (guard && wasStale && !isStale)
        capabilities.resume();
    if (guard && isInitialSync != wasInitialSync)
        Q_EMIT q->initialSyncChanged();
    if (guard) // also when an error was cleared, of which no signal tells
        std::visit([&](const auto &what) { notifyOf(what, transitions); }, event);
    if (guard && store.evicted() != evictedBefore)
        Q_EMIT q->evictedChanged();
}

bool PresenceTrackerPrivate::isOfInterest(const QXmppPresence &stanza, const Jid &from) const
{
    switch (stanza.type()) {
    case QXmppPresence::Available:
    case QXmppPresence::Unavailable:
    case QXmppPresence::Error:
        return true;
    case QXmppPresence::Unsubscribed:
        return roster && store.rosterState(from.bare()) == RosterState::Subscribed;
    default:
        return false;
    }
}

// Two functions do it, as what each of them returns is made in place: to move transitions takes long.
Transitions PresenceTrackerPrivate::apply(const Stanza &event)
{
    return event.stanza.type() == QXmppPresence::Unsubscribed ? applyCancellation(event) : applyPresence(event);
}

Transitions PresenceTrackerPrivate::applyPresence(const Stanza &event)
{
    const auto &[stanza, from] = event;
    auto transitions = store.apply(stanza, from, QDateTime::currentMSecsSinceEpoch(), [&] { return standingOf(from); });
    const bool isUpdate = transitions.size() == 1 && transitions.first().kind == Transition::ResourceChanged;
    // Only a stranger has to be met again with each update, to be the one heard last. To ask the roster who is one
    // takes long, and is spared here: every stranger is in the list, unless an eviction that waits has taken it out.
    const bool isNoStranger = isUpdate && events.isEmpty() && !strangers.contains(from.bare());
    if (!isNoStranger)
        meet(from, isStranger(from));
    cascade(from, transitions);
    return transitions;
}

Transitions PresenceTrackerPrivate::applyCancellation(const Stanza &event)
{
    const auto &[stanza, from] = event;
    if (isJoinedRoom(from))
        return {};
    auto transitions = store.drop(from, &stanza);
    meet(from, isStranger(from));
    cascade(from, transitions);
    return transitions;
}

bool PresenceTrackerPrivate::isCascading(const Jid &from, const Transitions &transitions) const
{
    const auto isGoing = [](const Transition &transition) { return transition.kind == Transition::PeerUnavailable; };
    return gatewayCascade && isGateway(from) && std::ranges::any_of(transitions, isGoing);
}

void PresenceTrackerPrivate::cascade(const Jid &from, Transitions &transitions)
{
    if (isCascading(from, transitions))
        clearDomain(from, transitions);
}

// Not the account's own devices
void PresenceTrackerPrivate::clearDomain(const Jid &domain, Transitions &transitions)
{
    const auto own = ownJid();
    store.clearDomain(domain.bare(), transitions, own ? own->bare() : QStringView());
    strangers.forgetIf([this](const QString &jid) { return !store.peer(jid); }); // of an error no transition tells
}

Transitions PresenceTrackerPrivate::apply(const SessionEnd &event)
{
    isStale = false;
    isInitialSync = event.isBeginning && initialSyncTimer.interval() > 0;
    if (isInitialSync)
        initialSyncTimer.start();
    else
        initialSyncTimer.stop();
    strangers = {};
    return store.clear();
}

// The account's own devices and the occupants of its rooms are told of, whatever the roster says.
Transitions PresenceTrackerPrivate::apply(const Silence &event)
{
    const auto &[jid, isBlocked] = event;
    if (isOwn(jid) || (!isBlocked && isJoinedRoom(jid)))
        return {};
    auto transitions = jid.isBare() ? store.drop(jid) : store.apply(unavailableFrom(jid.full()), jid, 0);
    if (!store.peer(jid.bare())) // nor its error, of which no signal tells
        strangers.forget(jid.bare());
    if (!jid.isBare())
        return transitions;
    if (event.isOfDomain())
        clearDomain(jid, transitions);
    else
        cascade(jid, transitions);
    return transitions;
}

Transitions PresenceTrackerPrivate::apply(const Staleness &event)
{
    isStale = event.isStale;
    if (isInitialSync && isStale)
        initialSyncTimer.stop();
    else if (isInitialSync)
        initialSyncTimer.start(); // the rest comes now
    return {};
}

bool PresenceTrackerPrivate::isJoinedRoom(const Jid &jid) const
{
    const auto *peer = store.peer(jid.bare());
    return peer && peer->isJoinedRoom();
}

// A component of any kind. The server of the account is none.
bool PresenceTrackerPrivate::isGateway(const Jid &jid) const
{
    const auto server = client ? Jid::fromString(client->configuration().domain()) : std::nullopt;
    return !jid.bare().contains(u'@') && !(server && server->bare() == jid.bare());
}

void PresenceTrackerPrivate::rank(Ranking by, Comparison comparison)
{
    ranking = by;
    store.setRanking(std::move(comparison));
    const QPointer guard(q);
    Q_EMIT q->rankingChanged();
    if (guard)
        notifiers.notifyOfAll();
}

std::optional<Jid> PresenceTrackerPrivate::ownJid() const
{
    return client ? Jid::fromString(client->configuration().jidBare()) : std::nullopt;
}

bool PresenceTrackerPrivate::isOwn(const Jid &jid) const
{
    const auto own = ownJid();
    return own && own->bare() == jid.bare();
}

std::optional<Jid> PresenceTrackerPrivate::usable(const QString &text) const
{
    auto jid = store.jid(text);
    if (!jid && refused.size() < maxWarnings && !refused.contains(qHash(text))) {
        refused.insert(qHash(text));
        qCWarning(lcPresence) << "Refused a JID that nobody can have:" << text.left(maxWarningLength);
    }
    return jid;
}

} // namespace XmppPresence
