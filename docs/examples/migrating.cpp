// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "migrating.h"

#include <QXmppClient.h>
#include <QXmppRosterManager.h>

#include <XmppPresence/PresenceTracker>

#include <algorithm>

using namespace XmppPresence;

QString statusBefore(const QXmppRosterManager &manager, const QString &bareJid)
{
    //! [manager]
    const auto presences = manager.getAllPresencesForBareJid(bareJid);
    const auto best = std::ranges::max_element(presences, {}, &QXmppPresence::priority);
    return best == presences.end() ? QString() : best->statusText();
    //! [manager]
}

QString statusAfter(const PresenceTracker &tracker, const QString &bareJid)
{
    //! [tracker]
    const auto best = tracker.mostAvailable(bareJid);
    return best ? best->statusText() : QString();
    //! [tracker]
}

//! [cache]
PresenceCache::PresenceCache(QXmppClient *client)
{
    connect(client, &QXmppClient::presenceReceived, this, [this](const QXmppPresence &presence) {
        const auto bareJid = presence.from().section(u'/', 0, 0);
        const auto resource = presence.from().section(u'/', 1);
        if (presence.type() == QXmppPresence::Available)
            m_presences[bareJid].insert(resource, presence);
        else if (presence.type() == QXmppPresence::Unavailable)
            m_presences[bareJid].remove(resource);
        Q_EMIT changed(bareJid);
    });
    connect(client, &QXmppClient::disconnected, this, [this] { m_presences.clear(); });
}
//! [cache]

QString pick(const PresenceTracker &tracker, const QString &bareJid, QObject *view, const std::function<void()> &update)
{
    //! [instead]
    QObject::connect(&tracker, &PresenceTracker::resourceAvailable, view, update);
    QObject::connect(&tracker, &PresenceTracker::resourceChanged, view, update);
    QObject::connect(&tracker, &PresenceTracker::resourceUnavailable, view, update);
    const auto presences = tracker.resources(bareJid); // by resource, as in the hash
    return presences.isEmpty() ? QString() : presences.firstKey();
    //! [instead]
}
