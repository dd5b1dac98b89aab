// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "examples.h"

#include <QIcon>
#include <QListView>

#include <QXmppClient.h>
#include <QXmppRosterManager.h>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceIcon>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/ResourceModel>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

ContactListModel *showContacts(PresenceTracker &tracker, QListView &listView)
{
    //! [list]
    auto *contacts = new ContactListModel(&listView);
    contacts->setTracker(&tracker);
    listView.setModel(contacts);
    //! [list]
    //! [delegate]
    listView.setItemDelegate(new PresenceDelegate(&listView));
    //! [delegate]
    return contacts;
}

void arrange(ContactListModel &contacts, QXmppClient &client)
{
    //! [options]
    contacts.setRosterManager(client.findExtension<QXmppRosterManager>());
    contacts.setShowOffline(false);
    contacts.setShowSelf(true);
    contacts.setShowStrangers(true);
    contacts.setSortOrder(ContactListModel::SortOrder::MostRecentChange);
    contacts.setSections(ContactListModel::Sections::ByGroup);
    contacts.setOncePerGroup(true);
    contacts.setOfflineDelay(5000);
    contacts.setFilterText(u"jul"_s);
    contacts.setGroupFilter(contacts.groups().value(0));
    //! [options]
}

PresenceModel *showEverybody(PresenceTracker &tracker, QListView &listView)
{
    //! [peers]
    auto *everybody = new PresenceModel(&tracker, &listView);
    listView.setModel(everybody);
    //! [peers]
    return everybody;
}

ResourceModel *showDevices(PresenceTracker &tracker, QListView &listView)
{
    //! [devices]
    auto *devices = new ResourceModel(&tracker, u"juliet@example.org"_s, &listView);
    listView.setModel(devices);
    //! [devices]
    return devices;
}

void showRoom(ResourceModel &occupants)
{
    //! [room]
    occupants.setJid(u"garden@rooms.example.org"_s);
    //! [room]
}

QString title(const PresenceItemModel &model)
{
    //! [count]
    return u"%1 of %2 are there"_s.arg(model.availableCount()).arg(model.count());
    //! [count]
}

QStringList listStatus(PresenceItemModel &model)
{
    QStringList lines;
    //! [roles]
    model.setInterval(100);
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        lines += index.data(PresenceItemModel::NameRole).toString() + u": "_s
            + index.data(PresenceItemModel::StatusTextRole).toString();
    }
    model.flush(); // now, and not in a tenth of a second
    const auto juliet = model.index(model.rowOf(u"juliet@example.org"_s));
    if (juliet.data(PresenceItemModel::AvailableRole).toBool())
        lines += u"Juliet is there"_s;
    //! [roles]
    return lines;
}

void decorate(PresenceItemModel &model)
{
    //! [icon]
    model.setDecorator([](const QString &iconName) { return presenceIcon(iconName); });
    //! [icon]
}

QIcon busyIcon()
{
    //! [ownicon]
    return presenceIcon(Availability::DoNotDisturb);
    //! [ownicon]
}
