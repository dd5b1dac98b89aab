// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "capabilities_p.h"
#include "presencenotifiers_p.h"
#include "presencestore_p.h"
#include "presencetracker.h"
#include "ranking_p.h"

#include <QPointer>
#include <QQueue>
#include <QSet>
#include <QTimer>

namespace XmppPresence {

class PresenceExtension;

class PresenceTrackerPrivate
{
public:
    struct Stanza
    {
        QXmppPresence stanza;
        Jid from;
    };
    struct Event
    {
        std::optional<Stanza> stanza; // none: the session is over
        bool isBeginning = false; // of the next one
    };
    using Ranking = PresenceTracker::Ranking;
    using Comparison = PresenceTracker::Comparison;

    explicit PresenceTrackerPrivate(PresenceTracker *tracker);

    static PresenceTrackerPrivate *of(const PresenceTracker *tracker) { return tracker->d.get(); }

    std::optional<Jid> usable(const QString &text) const;
    QString ownBareJid() const;

    void replaceClient(QXmppClient *newClient);
    std::unique_ptr<QObject> wire();
    void wireRoster(QObject *context);
    QPointer<PresenceExtension> extend(QObject *session) const;
    void receive(const QXmppPresence &stanza, PresenceExtension *elements);
    void setStale(bool stale);
    void endInitialSync();
    void handle(const Event &event);
    void process(const Event &event);
    Transitions apply(const Stanza &event);
    bool isOfInterest(const QXmppPresence &stanza, const Jid &from) const;
    bool isContact(const Jid &jid) const;
    bool isGateway(const Jid &jid) const;
    void tell(const Transition &transition) const;
    void notifyOf(const Event &event, const Transitions &transitions);
    void rank(Ranking by, Comparison comparison);

    PresenceTracker *const q;
    QPointer<QXmppClient> client;
    std::unique_ptr<QObject> wiring; // context of all connections to the client
    Ranking ranking = Ranking::Availability;
    PresenceStore store{comparisonFor(ranking)};
    bool isStale = false;
    bool isInitialSync = false;
    QTimer initialSyncTimer;
    bool gatewayCascade = false;
    Capabilities capabilities;
    QQueue<Event> events;
    bool isTelling = false;
    PresenceNotifiers notifiers;
    std::unique_ptr<QObject> waits; // parent of what watchOnce() began; none in the destructor of the tracker
    mutable QSet<size_t> refused; // hashes of the JIDs that were warned of
};

} // namespace XmppPresence
