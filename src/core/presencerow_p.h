// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"
#include "contacts_p.h"
#include "resourceheap_p.h"

#include <optional>

namespace XmppPresence {

// What is told of one of several devices.
struct Device
{
    static constexpr qsizetype maxShown = 8;
    static constexpr qsizetype maxLength = 200; // of a text

    Device(const Resource &resource, qsizetype bareSize); // of its bare JID

    QString name;
    Availability availability;
    QString statusText;

    bool operator==(const Device &) const = default;
};

// What a model tells of one row. Two of them are compared role by role, so that a view repaints what is new and no
// more.
struct PresenceRow
{
    // All that rows are ordered by comes first, next to each other in memory: that makes searching a long list faster.
    int rank = 0; // by availability, the least on top
    qint64 recency = 0; // when the state began, in milliseconds since 1970
    quint64 order = 0; // of a contact, by name
    std::optional<QCollatorSortKey> nameKey; // of anything else
    std::optional<QCollatorSortKey> sectionKey;
    QString key; // of the row in its model: one JID may have several rows

    QString jid; // of a peer bare, of a resource full
    QString bareJid;
    Contacts::Entry contact; // if the peer is in the roster
    QString otherName; // of anything else
    std::optional<Heard> heard; // from the resource, from the best one of the peer, or the error
    QString statusText; // of what was heard, or the text of the error
    Availability availability = Availability::Unknown;
    QString resourceJid; // full, of what was heard: of a peer the best resource
    qsizetype resourceCount = 0;
    QList<Device> devices; // of a peer that has several, the best of them
    Availability standsAs = Availability::Unknown; // what rank and section are by
    bool isStale = false;
    QString section;
    bool isHidden = false; // it has its place, and is not shown

    void hear(const Heard &what); // sets heard and all that follows from it
    const QXmppPresence &stanza() const; // an unavailable one if none was heard
    const QString &name() const { return contact ? contact->name : otherName; }
    std::optional<qint64> idleSince() const; // in milliseconds since 1970
    QString resource() const; // its name, to be shown
    std::weak_ordering compareNames(const PresenceRow &other) const;

    QVariant value(int role) const;
    QList<int> rolesUnlike(const PresenceRow &other) const;
    static QHash<int, QByteArray> roleNames();
};

Availability availabilityOf(const QXmppPresence &stanza);

} // namespace XmppPresence
