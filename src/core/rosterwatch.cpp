// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterwatch_p.h"

#include "presencestore_p.h"

namespace XmppPresence {

static RosterState stateOf(const QXmppRosterIq::Item &item)
{
    return isSubscribed(item) ? RosterState::Subscribed : RosterState::Present;
}

RosterWatch::RosterWatch(Roster *roster, PresenceStore *store)
    : m_roster(roster)
    , m_store(store)
{
    connect(roster, &Roster::changed, this,
        [this](const QString &bareJid, const QXmppRosterIq::Item &item) { tell(bareJid, stateOf(item)); });
    connect(roster, &Roster::removed, this, [this](const QString &bareJid) { tell(bareJid, RosterState::Absent); });
    connect(roster, &Roster::received, this, &RosterWatch::readAll);
    connect(roster, &QObject::destroyed, this, &QObject::deleteLater);
    readAll();
}

// The whole roster comes with a new session, of which nothing is known yet.
void RosterWatch::readAll()
{
    const auto &items = m_roster->items();
    m_store->clearRoster();
    m_store->reserve(qsizetype(items.size()));
    for (const auto &[bareJid, item] : items)
        m_store->setRosterState(Jid::asItIs(bareJid), stateOf(item));
    Q_EMIT reset();
}

void RosterWatch::tell(const QString &bareJid, RosterState state)
{
    const auto before = m_store->setRosterState(Jid::asItIs(bareJid), state);
    const QPointer guard(this);
    Q_EMIT contactChanged(bareJid);
    if (guard && before == RosterState::Subscribed && state != RosterState::Subscribed)
        Q_EMIT subscriptionEnded(bareJid);
}

} // namespace XmppPresence
