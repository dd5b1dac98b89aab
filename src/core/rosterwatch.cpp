// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterwatch_p.h"

#include "contacts_p.h"

#include <utility>

namespace XmppPresence {

RosterWatch::RosterWatch(QXmppRosterManager *roster)
    : m_roster(roster)
{
    connect(roster, &QXmppRosterManager::itemAdded, this, &RosterWatch::read);
    connect(roster, &QXmppRosterManager::itemChanged, this, &RosterWatch::read);
    connect(roster, &QXmppRosterManager::itemRemoved, this, &RosterWatch::remove);
    connect(roster, &QXmppRosterManager::rosterReceived, this, &RosterWatch::readAll);
    connect(roster, &QObject::destroyed, this, &QObject::deleteLater);
    readAll();
}

// The whole roster comes with a new session, of which nothing is known yet.
void RosterWatch::readAll()
{
    m_contacts.clear();
    const auto rosterJids = m_roster->getRosterBareJids();
    m_contacts.reserve(rosterJids.size());
    for (const auto &rosterJid : rosterJids) {
        if (const auto jid = normalBareJid(rosterJid); !jid.isEmpty())
            m_contacts.insert(jid, isSubscribed(m_roster->getRosterEntry(rosterJid)));
    }
    Q_EMIT reset();
}

void RosterWatch::read(const QString &rosterJid)
{
    const auto jid = normalBareJid(rosterJid);
    if (jid.isEmpty())
        return;
    const bool isSubscribed = XmppPresence::isSubscribed(m_roster->getRosterEntry(rosterJid));
    const bool wasSubscribed = std::exchange(m_contacts[jid], isSubscribed);
    const QPointer guard(this);
    Q_EMIT contactChanged(rosterJid);
    if (guard && wasSubscribed && !isSubscribed)
        Q_EMIT subscriptionEnded(jid);
}

void RosterWatch::remove(const QString &rosterJid)
{
    const auto jid = normalBareJid(rosterJid);
    const bool wasSubscribed = m_contacts.take(jid);
    const QPointer guard(this);
    Q_EMIT contactChanged(rosterJid);
    if (guard && wasSubscribed)
        Q_EMIT subscriptionEnded(jid);
}

} // namespace XmppPresence
