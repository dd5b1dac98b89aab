// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterwatch_p.h"

#include "presencestore_p.h"

#include <functional>
#include <utility>

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

// The whole roster comes with a new session, of which nothing is known yet, and again if QXmpp has lost it in an
// attempt to resume the stream. Then nobody has told who was removed from it.
void RosterWatch::readAll()
{
    const auto isSubscribed = [this](
                                  const QString &jid) { return m_store->rosterState(jid) == RosterState::Subscribed; };
    auto subscribed = m_store->peers();
    subscribed.removeIf(std::not_fn(isSubscribed));
    const auto &items = m_roster->items();
    m_store->clearRoster();
    m_store->reserve(qsizetype(items.size()));
    for (const auto &[bareJid, item] : items)
        m_store->setRosterState(Jid::asItIs(bareJid), stateOf(item));
    const QPointer guard(this);
    Q_EMIT reset();
    for (const auto &jid : std::as_const(subscribed)) {
        if (guard && !isSubscribed(jid))
            Q_EMIT subscriptionEnded(jid);
    }
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
