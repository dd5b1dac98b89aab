// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "contactlistmodel.h"
#include "contacts_p.h"
#include "departures_p.h"
#include "presenceitemmodel_p.h"

namespace XmppPresence {

class ContactListModelPrivate : public PresenceItemModelPrivate
{
public:
    using SortOrder = ContactListModel::SortOrder;
    using Sections = ContactListModel::Sections;

    ContactListModelPrivate();

    RowKeys allKeys() const override;
    bool read(PresenceRow &row, const QString &key) const override;
    std::weak_ordering compare(const PresenceRow &a, const PresenceRow &b) const override;
    quint64 abbreviated(const PresenceRow &row) const override;
    void hear(const QString &bareJid, const QXmppPresence &stanza) override;
    void touchPeer(const QString &bareJid, const QString &fullJid) override;
    void touchEverybody() override;
    void trackerReplaced() override;
    void aboutToRead() override;
    QStringList toldKeysOf(const Jid &jid) override { return toldKeysOf(jid.toBare()); }
    void rebuilt() override;
    void settled() override;

    ContactListModel *model() const { return static_cast<ContactListModel *>(q); }
    bool isOncePerGroup() const { return oncePerGroup && sections == Sections::ByGroup; }
    static QStringList keysByGroup(const Contact &contact);
    QStringList toldKeysOf(const QString &bareJid);
    const PresenceRow *toldRow(const QString &bareJid);

    bool isHidden(const PresenceRow &row) const override { return !matches(row); }
    void optionChanged();
    bool findRoster();
    void rosterChanged();
    void contactsReplaced();
    void contactChanged(const QString &bareJid);
    bool isSubscribed(const QString &bareJid) const;
    void tellProperties();
    void peerGone(const QString &bareJid, const QXmppPresence &stanza);
    void keepLast(const QString &bareJid, const QXmppPresence &stanza);

    void addAbsence(PresenceRow &row) const;
    bool isShown(const PresenceRow &row) const;
    bool matches(const PresenceRow &row) const;
    void addPlace(PresenceRow &row, const QString &group) const;
    std::weak_ordering compareSections(const PresenceRow &a, const PresenceRow &b) const;

    QPointer<QXmppRosterManager> givenRoster;
    bool showOffline = true;
    bool showSelf = false;
    bool showStrangers = false;
    QString groupFilter;
    QString filterText;
    QString foldedFilter;
    SortOrder sortOrder = SortOrder::AvailabilityThenName;
    Sections sections = Sections::NoSections;
    bool oncePerGroup = false;
    int offlineDelay = 0;

    Contacts contacts;
    Departures departures{[this](const QString &bareJid) { touchPeer(bareJid, {}); }};
    QXmppRosterManager *toldRoster = nullptr;
    QStringList toldGroups;
    QStringList formerGroups; // that rows may still be in, until all is told
    QString ownBareJid;
};

} // namespace XmppPresence
