// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSortFilterProxyModel>

#include <QXmppPresence.h>
#include <QXmppRosterManager.h>
#include <QXmppUtils.h>

#include <algorithm>
#include <array>
#include <vector>

// The contact list that applications usually write: a row for each contact of the roster, found by a QHash, under a
// QSortFilterProxyModel that sorts and filters as things change.
class HandWrittenContacts : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, AvailabilityRole, StatusTextRole };

    // Waits for nothing: the roster is there.
    explicit HandWrittenContacts(const QXmppRosterManager *roster)
    {
        const auto jids = roster->getRosterBareJids();
        for (const auto &jid : jids) {
            m_rowOf.insert(jid, int(m_contacts.size()));
            m_contacts.push_back({roster->getRosterEntry(jid).name(), 0, {}});
        }
    }

    void hear(const QXmppPresence &stanza)
    {
        const auto row = m_rowOf.value(QXmppUtils::jidToBareJid(stanza.from()), -1);
        if (row < 0)
            return;
        auto &contact = m_contacts[size_t(row)];
        contact.availability = availabilityOf(stanza);
        contact.statusText = stanza.statusText();
        Q_EMIT dataChanged(index(row), index(row), {AvailabilityRole, StatusTextRole});
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_contacts.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &contact = m_contacts[size_t(index.row())];
        switch (role) {
        case NameRole:
            return contact.name;
        case AvailabilityRole:
            return contact.availability;
        case StatusTextRole:
            return contact.statusText;
        default:
            return {};
        }
    }

    QHash<int, QByteArray> roleNames() const override
    {
        return {{NameRole, "name"}, {AvailabilityRole, "availability"}, {StatusTextRole, "statusText"}};
    }

private:
    struct Contact
    {
        QString name;
        int availability; // the higher the more available, and 0 if not at all
        QString statusText;
    };

    static int availabilityOf(const QXmppPresence &stanza)
    {
        static constexpr std::array byRank{
            QXmppPresence::XA, QXmppPresence::Away, QXmppPresence::Online, QXmppPresence::Chat, QXmppPresence::DND};
        const auto place = std::ranges::find(byRank, stanza.availableStatusType());
        return stanza.type() == QXmppPresence::Available ? int(place - byRank.begin()) + 1 : 0;
    }

    std::vector<Contact> m_contacts;
    QHash<QString, int> m_rowOf;
};

class HandWrittenContactList : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum Offline { HideOffline, ShowOffline };

    explicit HandWrittenContactList(const QXmppRosterManager *roster, Offline offline = HideOffline)
        : m_contacts(roster)
        , m_offline(offline)
    {
        setSourceModel(&m_contacts);
        sort(0);
    }

    void hear(const QXmppPresence &stanza) { m_contacts.hear(stanza); }

    void setFilterText(const QString &text)
    {
        m_filterText = text;
        invalidateRowsFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex & /*parent*/) const override
    {
        const auto index = m_contacts.index(row);
        return (m_offline == ShowOffline || index.data(HandWrittenContacts::AvailabilityRole).toInt() > 0)
            && index.data(HandWrittenContacts::NameRole).toString().contains(m_filterText, Qt::CaseInsensitive);
    }

    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const auto availability = [](const QModelIndex &index) {
            return index.data(HandWrittenContacts::AvailabilityRole).toInt();
        };
        const auto name = [](const QModelIndex &index) { return index.data(HandWrittenContacts::NameRole).toString(); };
        if (availability(left) != availability(right))
            return availability(left) > availability(right);
        return name(left).localeAwareCompare(name(right)) < 0;
    }

private:
    HandWrittenContacts m_contacts;
    const Offline m_offline;
    QString m_filterText;
};
