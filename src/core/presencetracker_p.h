// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencenotifiers_p.h"
#include "presencestore_p.h"
#include "presencetracker.h"
#include "ranking_p.h"

#include <QPointer>
#include <QQueue>
#include <QSet>

namespace XmppPresence {

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
        , waits(std::make_unique<QObject>(tracker))
    {
    }

    static PresenceTrackerPrivate *of(const PresenceTracker *tracker) { return tracker->d.get(); }

    std::optional<Jid> usable(const QString &text) const;
    QString ownBareJid() const;

    void replaceClient(QXmppClient *newClient);
    std::unique_ptr<QObject> wire();
    void wireRoster(QObject *context);
    void sessionLost();
    void sessionBegun();
    void setStale(bool stale);
    void handle(const Event &event);
    void process(const Event &event);
    void tell(const Transition &transition) const;
    void notifyOf(const Event &event);
    void rank(Ranking by, Comparison comparison);

    PresenceTracker *const q;
    QPointer<QXmppClient> client;
    std::unique_ptr<QObject> wiring; // context of all connections to the client
    Ranking ranking = Ranking::Availability;
    PresenceStore store{comparisonFor(ranking)};
    bool isStale = false;
    QQueue<Event> events;
    bool isTelling = false;
    PresenceNotifiers notifiers;
    std::unique_ptr<QObject> waits; // parent of what watchOnce() began; none in the destructor of the tracker
    mutable QSet<size_t> refused; // hashes of the JIDs that were warned of
};

} // namespace XmppPresence
