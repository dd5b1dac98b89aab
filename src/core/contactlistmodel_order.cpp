// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Where the rows of a contact list stand.

#include "contactlistmodel_p.h"

#include <algorithm>
#include <array>
#include <limits>

namespace XmppPresence {

static int rankOf(Availability availability)
{
    static constexpr std::array ranks{Availability::FreeForChat, Availability::Online, Availability::DoNotDisturb,
        Availability::Away, Availability::ExtendedAway, Availability::Error, Availability::Offline,
        Availability::Unknown};
    return int(std::ranges::find(ranks, availability) - ranks.begin());
}

void ContactListModelPrivate::addPlace(PresenceRow &row, const QString &group) const
{
    const auto *held = row.resourceCount == 0 ? departures.place(row.jid) : nullptr;
    row.standsAs = held ? held->availability : row.availability;
    row.rank = rankOf(row.standsAs);
    if (held)
        row.recency = held->recency;
    else
        row.recency = row.heard ? row.heard->since : std::numeric_limits<qint64>::min();
    if (row.contact)
        row.order = row.contact->order;
    else
        row.nameKey = contacts.sortKey(row.otherName);
    if (sections == Sections::ByAvailability) {
        row.section = availabilityText(row.standsAs);
    } else if (!group.isEmpty()) {
        row.section = group;
        row.sectionKey = contacts.sortKey(group);
    }
}

std::weak_ordering ContactListModelPrivate::compare(const PresenceRow &a, const PresenceRow &b) const
{
    if (const auto order = compareSections(a, b); std::is_neq(order))
        return order;
    switch (sortOrder) {
    case SortOrder::AvailabilityThenName:
        if (a.rank != b.rank)
            return a.rank <=> b.rank;
        break;
    case SortOrder::MostRecentChange:
        if (a.recency != b.recency)
            return b.recency <=> a.recency;
        break;
    case SortOrder::Name:
        break;
    }
    return a.compareNames(b);
}

// Availability and name, if contacts alone are shown: they have their names' order as a number.
quint64 ContactListModelPrivate::abbreviated(const PresenceRow &row) const
{
    static constexpr int rankBits = 4;
    if (sections == Sections::ByGroup || sortOrder != SortOrder::AvailabilityThenName || showSelf || showStrangers)
        return 0;
    return (quint64(row.rank) << (64 - rankBits)) + (row.order >> rankBits);
}

// Contacts without a group come last.
std::weak_ordering ContactListModelPrivate::compareSections(const PresenceRow &a, const PresenceRow &b) const
{
    switch (sections) {
    case Sections::NoSections:
        break;
    case Sections::ByGroup:
        if (!a.sectionKey || !b.sectionKey)
            return b.sectionKey.has_value() <=> a.sectionKey.has_value();
        if (const auto order = a.sectionKey->compare(*b.sectionKey) <=> 0; std::is_neq(order))
            return order;
        return a.section <=> b.section; // equal for the collator, and yet two sections
    case Sections::ByAvailability:
        return a.rank <=> b.rank;
    }
    return std::weak_ordering::equivalent;
}

} // namespace XmppPresence
