// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker_p.h"

#include "logging_p.h"
#include "presenceextension_p.h"
#include "streamwatch_p.h"

#include <QDateTime>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppRosterManager.h>

#include <algorithm>
#include <utility>

namespace XmppPresence {

Q_LOGGING_CATEGORY(lcPresence, "xmpppresence")

// A stranger can send any JID: what is said of bad ones in the log is bounded.
static constexpr qsizetype maxWarnings = 100;
static constexpr qsizetype maxWarningLength = 100;

static QStringView bareOf(QStringView jid)
{
    const auto slash = jid.indexOf(u'/');
    return slash < 0 ? jid : jid.first(slash);
}

PresenceTrackerPrivate::PresenceTrackerPrivate(PresenceTracker *tracker)
    : q(tracker)
    , waits(std::make_unique<QObject>(tracker))
{
    initialSyncTimer.setSingleShot(true);
    initialSyncTimer.setInterval(3000);
    initialSyncTimer.callOnTimeout(q, [this] { endInitialSync(); });
    QObject::connect(&capabilities, &Capabilities::learned, q,
        [this](const QString &fullJid) { Q_EMIT q->featuresChanged(bareOf(fullJid).toString()); });
}

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
    auto stream = std::make_unique<StreamWatch>(client);
    auto *context = stream.get();
    QObject::connect(context, &StreamWatch::suspended, context, [this] { setStale(true); });
    QObject::connect(context, &StreamWatch::resumed, context, [this] { setStale(false); });
    QObject::connect(context, &StreamWatch::ended, context, [this] { handle({}); });
    QObject::connect(context, &StreamWatch::begun, context, [this] { handle({.stanza = {}, .isBeginning = true}); });
    const auto extension = extend(context);
    QObject::connect(client, &QXmppClient::presenceReceived, context,
        [this, extension](const QXmppPresence &stanza) { receive(stanza, extension); });
    QObject::connect(client, &QObject::destroyed, context, [this] { replaceClient(nullptr); });
    wireRoster(context);
    return stream;
}

// QXmpp may be going through its extensions now: they are changed when it is through.
QPointer<PresenceExtension> PresenceTrackerPrivate::extend(QObject *session) const
{
    auto *extension = new PresenceExtension;
    extension->setParent(client);
    QTimer::singleShot(0, client, [to = client.get(), extension] { to->insertExtension(0, extension); });
    QObject::connect(session, &QObject::destroyed, extension, [from = client, extension] {
        if (from)
            QTimer::singleShot(0, from, [from, extension] { from->removeExtension(extension); });
    });
    return extension;
}

void PresenceTrackerPrivate::receive(const QXmppPresence &stanza, PresenceExtension *elements)
{
    const auto completed = elements ? elements->completed(stanza) : stanza;
    if (!completed)
        return;
    if (isInitialSync)
        initialSyncTimer.start();
    q->handlePresence(*completed);
}

void PresenceTrackerPrivate::endInitialSync()
{
    isInitialSync = false;
    Q_EMIT q->initialSyncChanged();
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
    const auto transitions = event.stanza ? apply(*event.stanza) : store.clear();
    const bool wasStale = isStale;
    const bool wasInitialSync = isInitialSync;
    if (!event.stanza) {
        isStale = false;
        isInitialSync = event.isBeginning && initialSyncTimer.interval() > 0;
        if (isInitialSync)
            initialSyncTimer.start();
        else
            initialSyncTimer.stop();
    }
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
    if (guard && isInitialSync != wasInitialSync)
        Q_EMIT q->initialSyncChanged();
    if (guard) // also when an error was cleared, of which no signal tells
        notifyOf(event, transitions);
}

bool PresenceTrackerPrivate::isOfInterest(const QXmppPresence &stanza, const Jid &from) const
{
    switch (stanza.type()) {
    case QXmppPresence::Available:
    case QXmppPresence::Unavailable:
    case QXmppPresence::Error:
        return true;
    case QXmppPresence::Unsubscribed:
        return isContact(from);
    default:
        return false;
    }
}

Transitions PresenceTrackerPrivate::apply(const Stanza &event)
{
    const auto &[stanza, from] = event;
    if (stanza.type() == QXmppPresence::Unsubscribed)
        return store.drop(from, stanza);
    auto transitions = store.apply(stanza, from, QDateTime::currentMSecsSinceEpoch());
    const auto isGoing = [](const Transition &transition) { return transition.kind == Transition::PeerUnavailable; };
    if (gatewayCascade && isGateway(from) && std::ranges::any_of(transitions, isGoing)) {
        for (auto &transition : store.clearDomain(from.bare()))
            transitions.append(std::move(transition));
    }
    return transitions;
}

bool PresenceTrackerPrivate::isContact(const Jid &jid) const
{
    const auto *roster = client ? client->findExtension<QXmppRosterManager>() : nullptr;
    return roster && roster->getRosterBareJids().contains(jid.bare());
}

// A component of any kind. The server of the account is none.
bool PresenceTrackerPrivate::isGateway(const Jid &jid) const
{
    const auto server = client ? Jid::fromString(client->configuration().domain()) : std::nullopt;
    return !jid.bare().contains(u'@') && !(server && server->bare() == jid.bare());
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

void PresenceTrackerPrivate::notifyOf(const Event &event, const Transitions &transitions)
{
    const auto isOfPeer = [&](const Transition &transition) {
        return bareOf(transition.jid) == event.stanza->from.bare();
    };
    if (!event.stanza || !std::ranges::all_of(transitions, isOfPeer))
        return notifiers.notify({}, {}, nullptr);
    const auto &[stanza, from] = *event.stanza;
    const auto peer = from.bare().toString();
    const auto isOfResource = [&](const Transition &transition) {
        return transition.jid == peer || transition.jid == from.full();
    };
    const bool isRename = !transitions.isEmpty() && transitions.first().kind == Transition::ResourceRenamed;
    if (isRename)
        notifiers.notifyOfRename(peer, from.full(), transitions.first().jid);
    else if (!from.isBare() && stanza.type() != QXmppPresence::Error && std::ranges::all_of(transitions, isOfResource))
        notifiers.notify(peer, from.full(), &stanza);
    else
        notifiers.notify(peer, {}, &stanza);
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

} // namespace XmppPresence
