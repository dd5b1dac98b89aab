// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "roster_p.h"

#include "jid_p.h"

#include <QTimer>

#include <utility>

namespace XmppPresence {

bool isSubscribed(const QXmppRosterIq::Item &item)
{
    using Item = QXmppRosterIq::Item;
    return item.subscriptionType() == Item::To || item.subscriptionType() == Item::Both;
}

static std::vector<Roster::Item> readItems(const QXmppRosterManager &manager)
{
    const auto rosterJids = manager.getRosterBareJids();
    std::vector<Roster::Item> items;
    items.reserve(size_t(rosterJids.size()));
    for (const auto &rosterJid : rosterJids) {
        if (const auto jid = Jid::fromString(rosterJid))
            items.push_back({jid->toBare(), manager.getRosterEntry(rosterJid)});
    }
    return items;
}

Roster *Roster::of(QXmppRosterManager *manager)
{
    auto *known = manager->findChild<Roster *>(Qt::FindDirectChildrenOnly);
    return known ? known : new Roster(manager);
}

Roster::Roster(QXmppRosterManager *manager)
    : QObject(manager)
    , m_manager(manager)
{
    connect(manager, &QXmppRosterManager::rosterReceived, this, [this] { hear({}); });
    connect(manager, &QXmppRosterManager::itemAdded, this, &Roster::hearOf);
    connect(manager, &QXmppRosterManager::itemChanged, this, &Roster::hearOf);
    connect(manager, &QXmppRosterManager::itemRemoved, this, &Roster::hearOf);
}

const std::vector<Roster::Item> &Roster::items()
{
    if (m_items.empty() && m_manager) {
        m_items = readItems(*m_manager);
        QTimer::singleShot(0, this, &Roster::forgetItems);
    }
    return m_items;
}

void Roster::forgetItems()
{
    m_items = std::vector<Item>(); // and their memory
}

// What a slot brings about waits, so that each listener hears of the changes in one order.
void Roster::hear(const Change &change)
{
    forgetItems();
    m_untold.append(change);
    if (std::exchange(m_isTelling, true))
        return;
    const QPointer guard(this);
    while (guard && !m_untold.isEmpty())
        tell(m_untold.takeFirst());
    if (guard)
        m_isTelling = false;
}

// As it is now: when that is told, the connection may have ended, which empties the roster.
void Roster::hearOf(const QString &rosterJid)
{
    if (const auto jid = Jid::fromString(rosterJid))
        hear(Item{jid->toBare(), m_manager->getRosterEntry(rosterJid)});
}

void Roster::tell(const Change &change)
{
    if (!change)
        Q_EMIT received();
    else if (change->item.bareJid().isEmpty())
        Q_EMIT removed(change->bareJid);
    else
        Q_EMIT changed(change->bareJid, change->item);
}

} // namespace XmppPresence
