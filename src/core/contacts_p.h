// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "collation_p.h"
#include "roster_p.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QXmppRosterManager.h>

#include <memory>
#include <vector>

namespace XmppPresence {

// What the roster says of a peer, ready to be shown, sorted and filtered.
struct Contact
{
    Contact(const QString &jid, const QXmppRosterIq::Item &item, const QCollator &collator);

    QString bareJid;
    QString name; // or else the JID
    QStringList groups; // sorted
    QString subscription; // as in the roster: none, to, from, both
    bool isSubscribed;
    bool isPending;
    QCollatorSortKey sortKey; // of the name
    QString folded; // name and JID, as the filter compares them
    quint64 order = 0; // among all contacts by name and JID
    bool isFormer = false; // gone or replaced, and maybe still shown
};

// The contacts of a roster. They outlast the connection.
class Contacts : public QObject
{
    Q_OBJECT

public:
    using Entry = std::shared_ptr<const Contact>;

    QXmppRosterManager *roster() const { return m_roster ? m_roster->manager() : nullptr; }
    void setRoster(QXmppRosterManager *manager); // tells nobody
    void forgetFormer(); // that no row shows any more

    Entry find(const QString &bareJid) const; // null if there is none
    std::vector<Entry> all() const; // by name
    QStringList groups() const;
    QCollatorSortKey sortKey(const QString &text) const { return m_collator.sortKey(text); }

Q_SIGNALS:
    void aboutToChange(const QString &bareJid);
    void changed(const QString &bareJid);
    void reset(); // all may have changed
    void rosterDestroyed();

private:
    void readAll();
    void set(const QString &bareJid, const std::shared_ptr<Contact> &contact);
    bool putInOrder(const std::shared_ptr<Contact> &contact);
    void number();
    void countGroups(const Contact &contact, int change);

    const QCollator m_collator = nameCollator();
    QPointer<Roster> m_roster;
    std::unique_ptr<QObject> m_wiring; // context of the connections to the roster
    QHash<QString, std::shared_ptr<Contact>> m_contacts; // by bare JID
    std::vector<std::shared_ptr<Contact>> m_ordered; // by name and JID, with those of m_former
    std::vector<std::shared_ptr<Contact>> m_former;
    QMap<QString, int> m_groups; // with the number of their contacts
};

} // namespace XmppPresence
