// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "roster_p.h"

#include "jid_p.h"

#include <QTimer>

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
    connect(manager, &QXmppRosterManager::rosterReceived, this, [this] {
        forgetItems();
        Q_EMIT received();
    });
    connect(manager, &QXmppRosterManager::itemAdded, this, &Roster::tellChanged);
    connect(manager, &QXmppRosterManager::itemChanged, this, &Roster::tellChanged);
    connect(manager, &QXmppRosterManager::itemRemoved, this, &Roster::tellRemoved);
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

void Roster::tellChanged(const QString &rosterJid)
{
    forgetItems();
    if (const auto jid = Jid::fromString(rosterJid))
        Q_EMIT changed(jid->toBare(), m_manager->getRosterEntry(rosterJid));
}

void Roster::tellRemoved(const QString &rosterJid)
{
    forgetItems();
    if (const auto jid = Jid::fromString(rosterJid))
        Q_EMIT removed(jid->toBare());
}

} // namespace XmppPresence
