// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterwatch_p.h"

#include "presencestore_p.h"

#include <QTimer>

namespace XmppPresence {

RosterItems readRoster(const QXmppRosterManager &roster)
{
    const auto jids = roster.getRosterBareJids();
    RosterItems items;
    items.reserve(size_t(jids.size()));
    for (const auto &rosterJid : jids) {
        if (const auto jid = Jid::fromString(rosterJid))
            items.push_back({jid->toBare(), roster.getRosterEntry(rosterJid)});
    }
    return items;
}

bool isSubscribed(const QXmppRosterIq::Item &item)
{
    using Item = QXmppRosterIq::Item;
    return item.subscriptionType() == Item::To || item.subscriptionType() == Item::Both;
}

static RosterState stateOf(const QXmppRosterIq::Item &item)
{
    return isSubscribed(item) ? RosterState::Subscribed : RosterState::Present;
}

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

const RosterItems &RosterWatch::items()
{
    if (m_items.empty()) {
        m_items = readRoster(*m_roster);
        QTimer::singleShot(0, this, [this] { m_items = RosterItems(); });
    }
    return m_items;
}

// The whole roster comes with a new session, of which nothing is known yet.
void RosterWatch::readAll()
{
    m_items = RosterItems();
    m_store->clearRoster();
    m_store->reserve(qsizetype(items().size()));
    for (const auto &[bareJid, item] : items())
        m_store->setRosterState(Jid::asItIs(bareJid), stateOf(item));
    Q_EMIT reset();
}

void RosterWatch::read(const QString &rosterJid)
{
    tell(rosterJid, stateOf(m_roster->getRosterEntry(rosterJid)));
}

void RosterWatch::remove(const QString &rosterJid)
{
    tell(rosterJid, RosterState::Absent);
}

void RosterWatch::tell(const QString &rosterJid, RosterState state)
{
    m_items = RosterItems();
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
