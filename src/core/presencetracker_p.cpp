// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracker_p.h"

#include "logging_p.h"
#include "presenceextension_p.h"
#include "rosterwatch_p.h"
#include "streamwatch_p.h"

#include <QDateTime>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppRosterManager.h>
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

void PresenceTrackerPrivate::replaceClient(QXmppClient *newClient)
{
    client = newClient;
    rooms.clear();
    store.clearRoster();
    wiring = client ? wire() : nullptr;
    const QPointer guard(q);
    notifiers.notifyOfContacts();
    if (guard)
        handle(SessionEnd());
    if (guard)
        Q_EMIT q->clientChanged();
}

std::unique_ptr<QObject> PresenceTrackerPrivate::wire()
{
    auto stream = std::make_unique<StreamWatch>(client);
    stream->setParent(q);
    auto *context = stream.get();
    QObject::connect(context, &StreamWatch::suspended, context, [this] { handle(Staleness{true}); });
    QObject::connect(context, &StreamWatch::resumed, context, [this] { handle(Staleness{false}); });
    QObject::connect(context, &StreamWatch::ended, context, [this] { handle(SessionEnd()); });
    QObject::connect(context, &StreamWatch::begun, context, [this, context] {
        if (!roster) // it was added to the client meanwhile
            wireRoster(context);
        handle(SessionEnd{.isBeginning = true});
    });
    noteRooms();
    const auto extension = extend(context);
    QObject::connect(
        client, &QXmppClient::presenceReceived, context, [this, context, extension](const QXmppPresence &stanza) {
            if (!context->isOver())
                receive(stanza, extension);
        });
    QObject::connect(
        client, &QXmppLoggable::logMessage, context, [this](QXmppLogger::MessageType type, const QString &text) {
            if (type == QXmppLogger::SentMessage)
                noteJoin(text);
        });
    QObject::connect(client, &QObject::destroyed, context, [this] { replaceClient(nullptr); });
    wireRoster(context);
    return stream;
}

// QXmpp may be going through its extensions now: they are changed when it is through.
QPointer<PresenceExtension> PresenceTrackerPrivate::extend(QObject *session)
{
    auto *extension = new PresenceExtension;
    extension->setParent(client);
    QTimer::singleShot(0, client, [to = client.get(), extension] { to->insertExtension(0, extension); });
    QObject::connect(
        extension, &PresenceExtension::blocked, session, [this](const QString &jid) { silence(jid, true); });
    QObject::connect(session, &QObject::destroyed, extension, [from = client, extension] {
        if (from)
            QTimer::singleShot(0, from, [from, extension] { from->removeExtension(extension); });
    });
    return extension;
}

void PresenceTrackerPrivate::receive(const QXmppPresence &stanza, PresenceExtension *elements)
{
    std::optional<QXmppPresence> room;
    const auto *completed = elements ? elements->completed(stanza, room) : &stanza;
    if (!completed)
        return;
    if (isInitialSync && !isStale)
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
    auto *manager = client->findExtension<QXmppRosterManager>();
    if (!manager)
        return;
    roster = new RosterWatch(Roster::of(manager), &store);
    roster->setParent(context);
    QObject::connect(manager, &QObject::destroyed, context, [this] {
        store.clearRoster();
        notifiers.notifyOfContacts();
    });
    QObject::connect(roster, &RosterWatch::contactChanged, context, [this](const QString &jid) {
        meet(jid);
        notifiers.notifyOfContact(jid);
    });
    QObject::connect(roster, &RosterWatch::reset, context, [this, context] {
        const QPointer guard(context);
        meetAll();
        if (guard)
            notifiers.notifyOfContacts();
    });
    QObject::connect(
        roster, &RosterWatch::subscriptionEnded, context, [this](const QString &jid) { silence(jid, false); });
}

void PresenceTrackerPrivate::silence(const QString &jid, bool isBlocked)
{
    if (auto usable = Jid::fromString(jid))
        handle(Silence{*std::move(usable), isBlocked});
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
        return roster && store.rosterState(from.bare()) != RosterState::Absent;
    default:
        return false;
    }
}

// What is applied elsewhere is returned without being moved.
Transitions PresenceTrackerPrivate::apply(const Stanza &event)
{
    return event.stanza.type() == QXmppPresence::Unsubscribed ? applyCancellation(event) : applyPresence(event);
}

Transitions PresenceTrackerPrivate::applyPresence(const Stanza &event)
{
    const auto &[stanza, from] = event;
    auto transitions = store.apply(stanza, from, QDateTime::currentMSecsSinceEpoch(), [&] { return standingOf(from); });
    const bool isUpdate = transitions.size() == 1 && transitions.first().kind == Transition::ResourceChanged;
    // Whoever has become a stranger was met, or is to be evicted by an event that waits: of all others who are known,
    // an update changes nothing, and they need not be looked up in the roster.
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
    const auto own = Jid::fromString(ownBareJid());
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
    const auto own = Jid::fromString(ownBareJid());
    if ((own && own->bare() == jid.bare()) || (!isBlocked && isJoinedRoom(jid)))
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
        notifiers.notify({}, {}, nullptr);
}

QString PresenceTrackerPrivate::ownBareJid() const
{
    return client && client->isConnected() ? client->configuration().jidBare() : QString();
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
