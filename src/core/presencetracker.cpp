// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker_p.h"

#include "logging_p.h"
#include "presencewait_p.h"

#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppRosterManager.h>

#include <utility>

namespace XmppPresence {

Q_LOGGING_CATEGORY(lcPresence, "xmpppresence")

// A stranger can send any JID: what is said of bad ones in the log is bounded.
static constexpr qsizetype maxWarnings = 100;
static constexpr qsizetype maxWarningLength = 100;

void PresenceTrackerPrivate::replaceClient(QXmppClient *newClient)
{
    client = newClient;
    wiring = client ? wire() : nullptr;
    const QPointer guard(q);
    notifiers.notifyOfContacts();
    if (guard)
        handle({});
    if (guard)
        Q_EMIT q->clientChanged();
}

std::unique_ptr<QObject> PresenceTrackerPrivate::wire()
{
    auto context = std::make_unique<QObject>();
    QObject::connect(client, &QXmppClient::presenceReceived, context.get(),
        [this](const QXmppPresence &stanza) { q->handlePresence(stanza); });
    QObject::connect(client, &QXmppClient::disconnected, context.get(), [this] { sessionLost(); });
    QObject::connect(client, &QXmppClient::connected, context.get(), [this] { sessionBegun(); });
    QObject::connect(client, &QObject::destroyed, context.get(), [this] { replaceClient(nullptr); });
    wireRoster(context.get());
    return context;
}

void PresenceTrackerPrivate::wireRoster(QObject *context)
{
    const auto *roster = client->findExtension<QXmppRosterManager>();
    if (!roster)
        return;
    const auto contactChanged = [this](const QString &jid) { notifiers.notifyOfContact(jid); };
    QObject::connect(roster, &QXmppRosterManager::itemAdded, context, contactChanged);
    QObject::connect(roster, &QXmppRosterManager::itemChanged, context, contactChanged);
    QObject::connect(roster, &QXmppRosterManager::itemRemoved, context, contactChanged);
    QObject::connect(roster, &QXmppRosterManager::rosterReceived, context, [this] { notifiers.notifyOfContacts(); });
}

// QXmpp keeps its stream management flag after a log-out, which says that the client is unavailable.
void PresenceTrackerPrivate::sessionLost()
{
    const bool mayResume = client->streamManagementState() != QXmppClient::NoStreamManagement
        && client->clientPresence().type() != QXmppPresence::Unavailable;
    if (mayResume)
        setStale(true);
    else
        handle({});
}

// The initial presence is not sent yet: unless the stream was resumed, whatever is known belongs to another session.
void PresenceTrackerPrivate::sessionBegun()
{
    if (client->streamManagementState() == QXmppClient::ResumedStream)
        setStale(false);
    else
        handle({});
}

void PresenceTrackerPrivate::setStale(bool stale)
{
    if (stale == isStale)
        return;
    isStale = stale;
    const QPointer guard(q);
    Q_EMIT q->staleChanged();
    if (guard)
        notifiers.notify({}, {}, nullptr);
}

// What comes in while an event is being told waits, so that queries in a slot answer from after the whole event, and
// each listener hears the events in one order.
void PresenceTrackerPrivate::handle(const Event &event)
{
    events.enqueue(event);
    if (isTelling)
        return;
    isTelling = true;
    const QPointer guard(q);
    while (guard && !events.isEmpty())
        process(events.dequeue());
    if (guard)
        isTelling = false;
}

// Changes everything first, and tells everybody then. A slot may delete the tracker.
void PresenceTrackerPrivate::process(const Event &event)
{
    const auto transitions =
        event ? store.apply(event->stanza, event->from, QDateTime::currentMSecsSinceEpoch()) : store.clear();
    const bool isFreshAgain = !event && std::exchange(isStale, false);
    const QPointer guard(q);
    for (const auto &transition : transitions) {
        tell(transition);
        if (!guard)
            return;
    }
    if (isFreshAgain)
        Q_EMIT q->staleChanged();
    if (guard) // also when an error was cleared, of which no signal tells
        notifyOf(event);
}

void PresenceTrackerPrivate::tell(const Transition &transition) const
{
    const auto &[kind, jid, stanza] = transition;
    switch (kind) {
    case Transition::PeerAvailable:
        return Q_EMIT q->peerAvailable(jid, stanza);
    case Transition::ResourceAvailable:
        return Q_EMIT q->resourceAvailable(jid, stanza);
    case Transition::ResourceChanged:
        return Q_EMIT q->resourceChanged(jid, stanza);
    case Transition::ResourceUnavailable:
        return Q_EMIT q->resourceUnavailable(jid, stanza);
    case Transition::PeerUnavailable:
        return Q_EMIT q->peerUnavailable(jid, stanza);
    case Transition::PeerError:
        return Q_EMIT q->peerError(jid, stanza);
    }
}

void PresenceTrackerPrivate::notifyOf(const Event &event)
{
    if (!event)
        return notifiers.notify({}, {}, nullptr);
    const bool isOfOneResource = !event->from.isBare() && event->stanza.type() != QXmppPresence::Error;
    notifiers.notify(event->from.bare().toString(), isOfOneResource ? event->from.full() : QString(), &event->stanza);
}

void PresenceTrackerPrivate::rank(Ranking by, Comparison comparison)
{
    ranking = by;
    store.setRanking(std::move(comparison));
    const QPointer guard(q);
    Q_EMIT q->rankingChanged();
    if (guard)
        notifiers.notify({}, {}, nullptr);
}

QString PresenceTrackerPrivate::ownBareJid() const
{
    return client && client->isConnected() ? client->configuration().jidBare() : QString();
}

std::optional<Jid> PresenceTrackerPrivate::usable(const QString &text) const
{
    auto jid = Jid::fromString(text);
    if (!jid && refused.size() < maxWarnings && !refused.contains(qHash(text))) {
        refused.insert(qHash(text));
        qCWarning(lcPresence) << "Refused a JID that nobody can have:" << text.left(maxWarningLength);
    }
    return jid;
}

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
    if (client != d->client)
        d->replaceClient(client);
}

bool PresenceTracker::isStale() const
{
    return d->isStale;
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
    const auto usable = d->usable(bareJid);
    return usable ? copyOf(d->store.mostAvailable(*usable)) : std::nullopt;
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

void PresenceTracker::handlePresence(const QXmppPresence &stanza)
{
    const auto from = stanza.from().isEmpty() ? d->ownBareJid() : stanza.from();
    if (from.isEmpty()) {
        qCDebug(lcPresence) << "Dropped presence without a sender: there is no connected client it could be from";
        return;
    }
    if (auto jid = d->usable(from))
        d->handle(PresenceTrackerPrivate::Stanza{stanza, *std::move(jid)});
}

} // namespace XmppPresence
