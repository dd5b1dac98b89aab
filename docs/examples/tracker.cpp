// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "tracker.h"

#include <QDebug>

#include <QXmppClient.h>

#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

void followPeople(QXmppClient &client, const PresenceTracker *&made)
{
    //! [tracker]
    auto *tracker = new PresenceTracker(&client, &client);
    QObject::connect(
        tracker, &PresenceTracker::peerAvailable, tracker, [](const QString &bareJid, const QXmppPresence &stanza) {
            qInfo() << bareJid << "says" << stanza.statusText();
        });
    //! [tracker]
    made = tracker;
}

void printSignals(PresenceTracker &tracker, QObject *context)
{
    //! [signals]
    const auto print = [](const char *what) {
        return [what](const QString &jid, const QXmppPresence &) { qInfo() << what << jid; };
    };
    QObject::connect(&tracker, &PresenceTracker::peerAvailable, context, print("on one device at least:"));
    QObject::connect(&tracker, &PresenceTracker::resourceAvailable, context, print("one device more:"));
    QObject::connect(&tracker, &PresenceTracker::resourceChanged, context, print("says something else:"));
    QObject::connect(&tracker, &PresenceTracker::resourceUnavailable, context, print("one device less:"));
    QObject::connect(&tracker, &PresenceTracker::peerUnavailable, context, print("on no device:"));
    QObject::connect(&tracker, &PresenceTracker::peerError, context, print("cannot be reached:"));
    QObject::connect(&tracker, &PresenceTracker::resourceRenamed, context,
        [](const QString &oldFullJid, const QString &newFullJid) { qInfo() << oldFullJid << "is now" << newFullJid; });
    QObject::connect(&tracker, &PresenceTracker::staleChanged, context, [&tracker] {
        qInfo() << (tracker.isStale() ? "the connection is lost" : "what is known holds again, or is gone");
    });
    QObject::connect(&tracker, &PresenceTracker::initialSyncChanged, context, [&tracker] {
        if (!tracker.isInitialSync())
            qInfo() << "the contacts are in:" << tracker.peers();
    });
    //! [signals]
}

void printWhoIsThere(const PresenceTracker &tracker)
{
    //! [queries]
    for (const auto &bareJid : tracker.peers()) {
        if (const auto best = tracker.mostAvailable(bareJid))
            qInfo() << bareJid << tracker.state(bareJid) << "on" << best->from();
        else if (const auto error = tracker.presence(bareJid))
            qInfo() << bareJid << error->error().text();
        const auto devices = tracker.resources(bareJid);
        for (const auto &[resource, stanza] : devices.asKeyValueRange())
            qInfo() << "  " << resource << "priority" << stanza.priority();
    }
    //! [queries]
}

void rank(PresenceTracker &tracker)
{
    //! [ranking]
    tracker.setRanking(PresenceTracker::Ranking::Reachability);
    // or by a rule of its own: a phone in the pocket is a better bet than a desk
    tracker.setComparison([](const QXmppPresence &a, const QXmppPresence &b) -> std::weak_ordering {
        const auto isPhone = [](const QXmppPresence &stanza) { return stanza.from().contains("phone"_L1); };
        return isPhone(a) <=> isPhone(b);
    });
    //! [ranking]
}

void setBounds(PresenceTracker &tracker)
{
    //! [bounds]
    tracker.setMaximumStrangers(200);
    tracker.setMaximumStrangerResources(4);
    tracker.setMaximumResources(50);
    tracker.setMaximumOccupants(5000);
    tracker.setInitialSyncInterval(5000);
    tracker.setGatewayCascade(true);
    QObject::connect(&tracker, &PresenceTracker::evictedChanged, &tracker,
        [&tracker] { qWarning() << tracker.evicted() << "resources were too many"; });
    //! [bounds]
}

bool offerCall(PresenceTracker &tracker, QObject *context)
{
    //! [supports]
    const auto canTakeCall = [&tracker] {
        return tracker.supports(u"juliet@example.org"_s, u"urn:xmpp:jingle:apps:rtp:audio"_s);
    };
    QObject::connect(&tracker, &PresenceTracker::featuresChanged, context,
        [canTakeCall] { qInfo() << "a call can be taken:" << canTakeCall(); });
    return canTakeCall();
    //! [supports]
}

Arrival::Arrival(PresenceTracker &tracker)
{
    //! [watchonce]
    m_arrival = tracker.watchOnce(u"juliet@example.org"_s);
    m_arrival.then(this, [](const QXmppPresence &stanza) { qInfo() << stanza.from() << "is there"; });
    //! [watchonce]
}

void Arrival::forget()
{
    //! [forget]
    m_arrival.cancel();
    //! [forget]
}

void feed(PresenceTracker &tracker)
{
    //! [feed]
    QXmppPresence stanza;
    stanza.setFrom(u"juliet@example.org/balcony"_s);
    stanza.setAvailableStatusType(QXmppPresence::Away);
    tracker.handlePresence(stanza);
    //! [feed]
}
