// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "capabilities_p.h"
#include "presencenotifiers_p.h"
#include "presencestore_p.h"
#include "presencetracker.h"
#include "ranking_p.h"
#include "strangers_p.h"

#include <QPointer>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <set>
#include <variant>

namespace XmppPresence {

class PresenceExtension;
class RosterWatch;

// How much is kept; see PresenceTracker.
struct Limits
{
    int strangers = 1024;
    int strangerResources = 32;
    int resources = 1000;
    int occupants = 100'000;
};

class PresenceTrackerPrivate
{
public:
    struct Stanza
    {
        QXmppPresence stanza;
        Jid from;
    };
    struct SessionEnd
    {
        bool isBeginning = false; // of the next one
    };
    struct Silence // nobody tells of the JID any more
    {
        Jid jid;
        bool isBlocked; // by the account, or else no longer subscribed to

        bool isOfDomain() const { return isBlocked && !jid.bare().contains(u'@'); } // XEP-0191, section 4
    };
    struct Staleness
    {
        bool isStale;
    };
    struct Eviction // of a stranger, for the sake of others
    {
        Jid jid;
    };
    using Event = std::variant<Stanza, SessionEnd, Silence, Staleness, Eviction>;
    using Ranking = PresenceTracker::Ranking;
    using Comparison = PresenceTracker::Comparison;

    explicit PresenceTrackerPrivate(PresenceTracker *tracker);

    static PresenceTrackerPrivate *of(const PresenceTracker *tracker) { return tracker->d.get(); }

    std::optional<Jid> usable(const QString &text) const;
    std::optional<Jid> ownJid() const; // bare
    bool isOwn(const Jid &jid) const; // the account itself, or one of its devices

    void replaceClient(QXmppClient *newClient);
    std::unique_ptr<QObject> wire();
    void wireRoster(QObject *context);
    QPointer<PresenceExtension> extend(QObject *session);
    void receive(const QXmppPresence &stanza, PresenceExtension *elements);
    void endInitialSync();
    void handle(const Event &event);
    void handleEvents();
    void process(const Event &event);
    Transitions apply(const Stanza &event);
    Transitions applyPresence(const Stanza &event);
    Transitions applyCancellation(const Stanza &event);
    Transitions apply(const SessionEnd &event);
    Transitions apply(const Silence &event);
    Transitions apply(const Staleness &event);
    Transitions apply(const Eviction &event);
    void noteRooms();
    void noteJoin(const QString &sent);
    bool isStranger(const Jid &jid) const;
    Standing standingOf(const Jid &jid) const;
    void meet(const Jid &jid, bool isStranger);
    void meet(const QString &text);
    void meetAll();
    void forgetStrangers(const Transitions &transitions);
    void evictStrangers();
    void setLimit(int Limits::*limit, int value, int least);
    bool isCascading(const Jid &from, const Transitions &transitions) const;
    void cascade(const Jid &from, Transitions &transitions);
    void clearDomain(const Jid &domain, Transitions &transitions);
    void silence(const QString &jid, bool isBlocked);
    bool isOfInterest(const QXmppPresence &stanza, const Jid &from) const;
    bool isJoinedRoom(const Jid &jid) const;
    bool isGateway(const Jid &jid) const;
    void tell(const Transition &transition) const;
    void notifyOf(const Stanza &event, const Transitions &transitions);
    void notifyOf(const SessionEnd &event, const Transitions &transitions);
    void notifyOf(const Staleness &event, const Transitions &transitions);
    void notifyOf(const Silence &event, const Transitions &transitions);
    void notifyOf(const Eviction &event, const Transitions &transitions);
    void rank(Ranking by, Comparison comparison);

    PresenceTracker *const q;
    Ranking ranking = Ranking::Availability;
    PresenceStore store{comparisonFor(ranking)};
    QPointer<QXmppClient> client;
    std::unique_ptr<QObject> wiring; // child of q, and context of all connections to the client
    QPointer<RosterWatch> roster; // of the client, writes to the store
    bool isStale = false;
    bool isInitialSync = false;
    QTimer initialSyncTimer{q}; // so that it moves to another thread with it
    Capabilities capabilities{q}; // likewise
    bool gatewayCascade = false;
    Limits limits;
    Strangers strangers;
    std::set<QString, std::less<>> rooms; // that the client has asked to enter, by bare JID
    QQueue<Event> events;
    bool isTelling = false;
    PresenceNotifiers notifiers;
    std::unique_ptr<QObject> waits; // parent of what watchOnce() began; none in the destructor of the tracker
    mutable QSet<size_t> refused; // hashes of the JIDs that were warned of
};

} // namespace XmppPresence
