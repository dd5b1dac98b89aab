// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QXmppRosterManager.h>

#include <optional>
#include <vector>

namespace XmppPresence {

bool isSubscribed(const QXmppRosterIq::Item &item); // whether the account gets the contact's presence

// A roster by bare JIDs in normal form; it leaves out those that nobody can have. A roster manager has one, for all who
// use it.
class Roster : public QObject
{
    Q_OBJECT

public:
    struct Item
    {
        QString bareJid;
        QXmppRosterIq::Item item;
    };

    static Roster *of(QXmppRosterManager *manager);

    QXmppRosterManager *manager() const { return m_manager; }
    bool isReceived() const { return m_manager && m_manager->isRosterReceived(); }

    // Read once for all who ask in one turn of the event loop, as a tracker and its models do at the start, unless the
    // roster changes. Two items may have one JID.
    const std::vector<Item> &items();

Q_SIGNALS:
    void received(); // in whole
    void changed(const QString &bareJid, const QXmppRosterIq::Item &item);
    void removed(const QString &bareJid);

private:
    using Change = std::optional<Item>; // none: the whole roster

    explicit Roster(QXmppRosterManager *manager);

    void forgetItems();
    void hear(const Change &change);
    void hearOf(const QString &rosterJid);
    void tell(const Change &change);

    const QPointer<QXmppRosterManager> m_manager;
    std::vector<Item> m_items; // none if they are to be read
    QList<Change> m_untold;
    bool m_isTelling = false;
};

} // namespace XmppPresence
