// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterwatch_p.h"

#include "contacts_p.h"
#include "presencestore_p.h"

namespace XmppPresence {

RosterWatch::RosterWatch(QXmppRosterManager *roster, PresenceStore *store)
    : m_roster(roster)
    , m_store(store)
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
    const auto rosterJids = m_roster->getRosterBareJids();
    m_store->clearRoster();
    m_store->reserve(rosterJids.size());
    for (const auto &rosterJid : rosterJids) {
        if (const auto jid = Jid::fromString(rosterJid))
            m_store->setRosterState(*jid, stateOf(rosterJid));
    }
    Q_EMIT reset();
}

void RosterWatch::read(const QString &rosterJid)
{
    tell(rosterJid, stateOf(rosterJid));
}

void RosterWatch::remove(const QString &rosterJid)
{
    tell(rosterJid, RosterState::Absent);
}

RosterState RosterWatch::stateOf(const QString &rosterJid) const
{
    return isSubscribed(m_roster->getRosterEntry(rosterJid)) ? RosterState::Subscribed : RosterState::Present;
}

void RosterWatch::tell(const QString &rosterJid, RosterState state)
{
    const auto jid = Jid::fromString(rosterJid);
    if (!jid)
        return;
    const auto before = m_store->setRosterState(*jid, state);
    const QPointer guard(this);
    Q_EMIT contactChanged(rosterJid);
    if (guard && before == RosterState::Subscribed && state != RosterState::Subscribed)
        Q_EMIT subscriptionEnded(jid->toBare());
}

} // namespace XmppPresence
