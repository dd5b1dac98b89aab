// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker.h"

#include "presencestore_p.h"
#include "ranking_p.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QQueue>
#include <QSet>

#include <QXmppClient.h>
#include <QXmppConfiguration.h>

#include <utility>

namespace XmppPresence {

Q_LOGGING_CATEGORY(lcPresence, "xmpppresence")

// A stranger can send any JID: what is said of bad ones in the log is bounded.
static constexpr qsizetype maxWarnings = 100;
static constexpr qsizetype maxWarningLength = 100;

class PresenceTrackerPrivate
{
public:
    struct Stanza
    {
        QXmppPresence stanza;
        Jid from;
    };
    using Ranking = PresenceTracker::Ranking;
    using Comparison = PresenceTracker::Comparison;
    using Event = std::optional<Stanza>; // none: the session is over

    explicit PresenceTrackerPrivate(PresenceTracker *tracker)
        : q(tracker)
    {
    }

    void replaceClient(QXmppClient *newClient);
    std::unique_ptr<QObject> wire();
    void handle(const Event &event);
    void tell(const Transition &transition) const;
    void rank(Ranking by, Comparison comparison);
    QString ownBareJid() const;
    std::optional<Jid> usable(const QString &text) const;

    PresenceTracker *const q;
    QPointer<QXmppClient> client;
    std::unique_ptr<QObject> wiring; // context of all connections to the client
    Ranking ranking = Ranking::Availability;
    PresenceStore store{comparisonFor(ranking)};
    QQueue<Event> events;
    bool isTelling = false;
    mutable QSet<size_t> refused; // hashes of the JIDs that were warned of
};

void PresenceTrackerPrivate::replaceClient(QXmppClient *newClient)
{
    client = newClient;
    wiring = client ? wire() : nullptr;
    const QPointer guard(q);
    handle({});
    if (guard)
        Q_EMIT q->clientChanged();
}

std::unique_ptr<QObject> PresenceTrackerPrivate::wire()
{
    auto context = std::make_unique<QObject>();
    const auto endSession = [this] { handle({}); };
    QObject::connect(client, &QXmppClient::presenceReceived, context.get(),
        [this](const QXmppPresence &stanza) { q->handlePresence(stanza); });
    QObject::connect(client, &QXmppClient::disconnected, context.get(), endSession);
    // A session begins, before its initial presence is sent: whatever is known belongs to another one.
    QObject::connect(client, &QXmppClient::connected, context.get(), endSession);
    QObject::connect(client, &QObject::destroyed, context.get(), [this] { replaceClient(nullptr); });
    return context;
}

// Changes the store first and tells everybody then. What comes in meanwhile waits, so that queries in a slot answer
// from after the whole event, and each listener hears the events in one order.
void PresenceTrackerPrivate::handle(const Event &event)
{
    events.enqueue(event);
    if (isTelling)
        return;
    isTelling = true;
    const QPointer guard(q);
    while (!events.isEmpty()) {
        const auto next = events.dequeue();
        const auto transitions = next ? store.apply(next->stanza, next->from) : store.clear();
        for (const auto &transition : transitions) {
            tell(transition);
            if (!guard)
                return;
        }
    }
    isTelling = false;
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

void PresenceTrackerPrivate::rank(Ranking by, Comparison comparison)
{
    ranking = by;
    store.setRanking(std::move(comparison));
    Q_EMIT q->rankingChanged();
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

static std::optional<QXmppPresence> copyOf(const QXmppPresence *stanza)
{
    return stanza ? std::optional(*stanza) : std::nullopt;
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

PresenceTracker::~PresenceTracker() = default;

QXmppClient *PresenceTracker::client() const
{
    return d->client;
}

void PresenceTracker::setClient(QXmppClient *client)
{
    if (client != d->client)
        d->replaceClient(client);
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
    const auto *stanza = usable->isBare() ? d->store.mostAvailable(*usable) : d->store.presence(*usable);
    return stanza ? PresenceState::fromStanza(*stanza) : PresenceState();
}

QStringList PresenceTracker::peers() const
{
    return d->store.peers();
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
