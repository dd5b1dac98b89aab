// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker_p.h"

#include "logging_p.h"
#include "presencewait_p.h"

#include <QThread>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>

namespace XmppPresence {

static std::optional<QXmppPresence> copyOf(const Heard *heard)
{
    return heard ? std::optional(heard->stanza) : std::nullopt;
}

PresenceTracker::PresenceTracker(QObject *parent)
    : PresenceTracker(nullptr, parent)
{
}

PresenceTracker::PresenceTracker(QXmppClient *client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<PresenceTrackerPrivate>(this))
{
    setClient(client);
}

// Whoever waits is told while the tracker can still be used.
PresenceTracker::~PresenceTracker()
{
    d->waits.reset();
}

QXmppClient *PresenceTracker::client() const
{
    return d->client;
}

void PresenceTracker::setClient(QXmppClient *client)
{
    if (client && client->thread() != thread())
        qCWarning(lcPresence) << "Refused a client in another thread: a tracker lives in that of its client";
    else if (client != d->client)
        d->replaceClient(client);
}

bool PresenceTracker::isStale() const
{
    return d->isStale;
}

bool PresenceTracker::isInitialSync() const
{
    return d->isInitialSync;
}

int PresenceTracker::initialSyncInterval() const
{
    return d->initialSyncTimer.interval();
}

void PresenceTracker::setInitialSyncInterval(int msec)
{
    if (msec < 0)
        qCWarning(lcPresence) << "Refused an initial sync interval that is negative:" << msec;
    if (msec < 0 || msec == initialSyncInterval())
        return;
    d->initialSyncTimer.setInterval(msec);
    Q_EMIT initialSyncIntervalChanged();
}

bool PresenceTracker::gatewayCascade() const
{
    return d->gatewayCascade;
}

void PresenceTracker::setGatewayCascade(bool cascade)
{
    if (std::exchange(d->gatewayCascade, cascade) != cascade)
        Q_EMIT gatewayCascadeChanged();
}

int PresenceTracker::maximumStrangers() const
{
    return d->limits.strangers;
}

void PresenceTracker::setMaximumStrangers(int count)
{
    d->setLimit(&Limits::strangers, count, 0);
}

int PresenceTracker::maximumStrangerResources() const
{
    return d->limits.strangerResources;
}

void PresenceTracker::setMaximumStrangerResources(int count)
{
    d->setLimit(&Limits::strangerResources, count, 1);
}

int PresenceTracker::maximumResources() const
{
    return d->limits.resources;
}

void PresenceTracker::setMaximumResources(int count)
{
    d->setLimit(&Limits::resources, count, 1);
}

int PresenceTracker::maximumOccupants() const
{
    return d->limits.occupants;
}

void PresenceTracker::setMaximumOccupants(int count)
{
    d->setLimit(&Limits::occupants, count, 1);
}

qint64 PresenceTracker::evicted() const
{
    return d->store.evicted();
}

PresenceTracker::Ranking PresenceTracker::ranking() const
{
    return d->ranking;
}

void PresenceTracker::setRanking(Ranking ranking)
{
    if (ranking == d->ranking)
        return;
    if (auto comparison = comparisonFor(ranking))
        d->rank(ranking, std::move(comparison));
    else
        qCWarning(lcPresence) << "No preset for" << ranking << "- use setComparison()";
}

void PresenceTracker::setComparison(Comparison comparison)
{
    if (comparison)
        d->rank(Ranking::Custom, std::move(comparison));
    else
        qCWarning(lcPresence) << "Refused an empty comparison";
}

std::optional<QXmppPresence> PresenceTracker::presence(const QString &jid) const
{
    const auto usable = d->usable(jid);
    return usable ? copyOf(d->store.presence(*usable)) : std::nullopt;
}

std::optional<QXmppPresence> PresenceTracker::mostAvailable(const QString &bareJid) const
{
    // Whoever is there is found by the text as it is: of all queries, a contact list has none more often.
    if (const auto *heard = d->store.mostAvailable(bareJid))
        return heard->stanza;
    const auto usable = d->usable(bareJid);
    return usable ? copyOf(d->store.mostAvailable(usable->bare())) : std::nullopt;
}

QMap<QString, QXmppPresence> PresenceTracker::resources(const QString &bareJid) const
{
    const auto usable = d->usable(bareJid);
    return usable ? d->store.resources(*usable) : QMap<QString, QXmppPresence>();
}

PresenceState PresenceTracker::state(const QString &jid) const
{
    const auto usable = d->usable(jid);
    if (!usable)
        return {};
    const auto *heard = d->store.summary(*usable);
    return heard ? PresenceState::fromStanza(heard->stanza) : PresenceState();
}

QStringList PresenceTracker::peers() const
{
    return d->store.peers();
}

QFuture<QXmppPresence> PresenceTracker::watchOnce(const QString &jid, const Condition &isMet)
{
    if (!isMet)
        qCWarning(lcPresence) << "Refused an empty condition";
    const auto usable = d->usable(jid);
    if (!isMet || !usable || !d->waits)
        return {};
    auto *wait = new PresenceWait(d.get(), *usable, isMet);
    const auto future = wait->future();
    wait->check();
    return future;
}

QFuture<QXmppPresence> PresenceTracker::watchOnce(const QString &jid, PresenceState state)
{
    return watchOnce(jid, [state](PresenceState now) { return now == state; });
}

bool PresenceTracker::supports(const QString &jid, const QString &feature)
{
    const auto usable = d->usable(jid);
    const auto resources = usable ? d->store.resourcesOf(*usable) : QList<const Resource *>();
    bool isSupported = false;
    for (const auto *resource : resources)
        isSupported |= d->capabilities.supports(client(), resource->jid, resource->heard.stanza, feature);
    return isSupported;
}

void PresenceTracker::handlePresence(const QXmppPresence &stanza)
{
    if (!thread()->isCurrentThread()) {
        qCWarning(lcPresence) << "Refused presence in another thread: a tracker is used in its own, that of its client";
        return;
    }
    auto from = stanza.from();
    if (from.isEmpty() && client() && client()->isConnected())
        from = client()->configuration().jidBare();
    if (from.isEmpty()) {
        qCDebug(lcPresence) << "Dropped presence without a sender: there is no connected client it could be from";
        return;
    }
    auto jid = d->usable(from);
    if (jid && d->isOfInterest(stanza, *jid))
        d->handle({PresenceTrackerPrivate::Stanza{stanza, *std::move(jid)}});
}

} // namespace XmppPresence
