// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contactlistmodel_p.h"

#include "collation_p.h"
#include "stamps_p.h"

#include <QDateTime>
#include <QSet>

#include <QXmppClient.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace XmppPresence {

// Between the JID and the group in the key of a row that stands for one group. No JID has it in it.
static constexpr QChar groupMark = u'\n';

ContactListModelPrivate::ContactListModelPrivate()
{
    const auto on = [this](auto signal, auto slot) { QObject::connect(&contacts, signal, &contacts, slot); };
    on(&Contacts::aboutToChange, [this](const QString &bareJid) { touchPeer(bareJid, {}); });
    on(&Contacts::changed, [this](const QString &bareJid) { contactChanged(bareJid); });
    on(&Contacts::reset, [this] { contactsReplaced(); });
    on(&Contacts::rosterDestroyed, [this] { rosterChanged(); });
}

void ContactListModelPrivate::optionChanged()
{
    departures.limit(offlineDelay);
    auto foldedNow = folded(filterText);
    const bool isFilter = foldedNow != foldedFilter;
    foldedFilter = std::move(foldedNow);
    if (isNew()) {
        rebuild([] {});
        return;
    }
    isFilter ? refilter() : touchAll();
    tellSoon();
}

void ContactListModelPrivate::trackerReplaced()
{
    if (tracker) {
        QObject::connect(tracker, &PresenceTracker::clientChanged, trackerContext(), [this] { rosterChanged(); });
        QObject::connect(tracker, &PresenceTracker::peerUnavailable, trackerContext(),
            [this](const QString &bareJid, const QXmppPresence &stanza) { peerGone(bareJid, stanza); });
    }
    departures.clear();
    findRoster();
}

// Returns whether it is another one.
bool ContactListModelPrivate::findRoster()
{
    auto *client = tracker ? tracker->client() : nullptr;
    auto *roster = givenRoster.get();
    if (!roster && client)
        roster = client->findExtension<QXmppRosterManager>();
    if (roster == contacts.roster())
        return false;
    contacts.setRoster(roster);
    return true;
}

void ContactListModelPrivate::rosterChanged()
{
    findRoster();
    tellSoon();
    contactsReplaced();
}

// The roster manager may have been added to the client only just.
void ContactListModelPrivate::touchEverybody()
{
    if (findRoster())
        contactsReplaced();
    else
        touchAll();
}

bool ContactListModelPrivate::isSubscribed(const QString &bareJid) const
{
    const auto contact = contacts.find(bareJid);
    return contact && contact->isSubscribed;
}

void ContactListModelPrivate::contactsReplaced()
{
    departures.forgetIf([this](const QString &bareJid) { return !isSubscribed(bareJid); });
    reorder();
    tellProperties();
}

void ContactListModelPrivate::contactChanged(const QString &bareJid)
{
    if (!isSubscribed(bareJid))
        departures.forget(bareJid);
    touchPeer(bareJid, {});
    tellProperties();
}

void ContactListModelPrivate::rebuilt()
{
    settled();
    tellProperties();
}

void ContactListModelPrivate::settled()
{
    formerGroups.clear();
    contacts.forgetFormer();
}

void ContactListModelPrivate::tellProperties()
{
    const QPointer guard(q);
    if (std::exchange(toldRoster, contacts.roster()) != contacts.roster())
        Q_EMIT model()->rosterManagerChanged();
    const auto groups = guard ? contacts.groups() : QStringList();
    if (!guard || groups == toldGroups)
        return;
    const auto before = std::exchange(toldGroups, groups);
    const QSet present(groups.begin(), groups.end());
    std::ranges::copy_if(
        before, std::back_inserter(formerGroups), [&](const QString &group) { return !present.contains(group); });
    Q_EMIT model()->groupsChanged();
}

void ContactListModelPrivate::peerGone(const QString &bareJid, const QXmppPresence &stanza)
{
    if (!isSubscribed(bareJid) || stanza.type() == QXmppPresence::Unsubscribed)
        return; // nothing is known any more
    keepLast(bareJid, stanza);
    if (const auto *row = offlineDelay > 0 ? toldRow(bareJid) : nullptr)
        departures.hold(bareJid, {row->standsAs, row->recency, QDeadlineTimer(offlineDelay)});
}

void ContactListModelPrivate::keepLast(const QString &bareJid, const QXmppPresence &stanza)
{
    const auto sent = sentAt(stanza, QDateTime::currentMSecsSinceEpoch());
    const bool isUnavailable = stanza.type() == QXmppPresence::Unavailable; // and not an error
    departures.add(bareJid, {isUnavailable ? stanza : unavailableFrom(bareJid), sent, sent});
}

// Of what ends an error no signal of the tracker tells.
void ContactListModelPrivate::hear(const QString &bareJid, const QXmppPresence &stanza)
{
    if (stanza.type() == QXmppPresence::Unavailable && departures.last(bareJid) && !store().peer(bareJid))
        keepLast(bareJid, stanza);
}

// One of the rows of the peer that are shown, as it was told. It may be in other groups by now.
const PresenceRow *ContactListModelPrivate::toldRow(const QString &bareJid)
{
    const auto keys = toldKeysOf(bareJid);
    const auto *row = keys.isEmpty() ? nullptr : told(keys.first());
    return row && row->isShown ? &row->row : nullptr;
}

// Whose list it is, of which no signal of the client tells.
void ContactListModelPrivate::aboutToRead()
{
    const auto own = tracker ? PresenceTrackerPrivate::of(tracker)->ownJid() : std::nullopt;
    ownBareJid = own ? own->full() : QString();
}

QStringList ContactListModelPrivate::keysByGroup(const Contact &contact)
{
    if (contact.groups.isEmpty())
        return {contact.bareJid};
    QStringList keys;
    for (const auto &group : contact.groups)
        keys.append(contact.bareJid + groupMark + group);
    return keys;
}

QStringList ContactListModelPrivate::toldKeysOf(const QString &bareJid)
{
    QStringList keys{bareJid};
    for (const auto &groups : {toldGroups, formerGroups}) {
        for (const auto &group : groups)
            keys.append(bareJid + groupMark + group);
    }
    keys.removeIf([this](const QString &key) { return !told(key); });
    return keys;
}

RowKeys ContactListModelPrivate::allKeys() const
{
    RowKeys keys;
    const auto all = contacts.all();
    keys.reserve(all.size());
    for (const auto &contact : all) {
        if (!isOncePerGroup()) {
            keys.push_back({contact->bareJid, contact});
            continue;
        }
        const auto texts = keysByGroup(*contact);
        for (const auto &text : texts)
            keys.push_back({text, contact});
    }
    auto others = tracker && showStrangers ? tracker->peers() : QStringList();
    if (showSelf && !ownBareJid.isEmpty() && !others.contains(ownBareJid))
        others.append(ownBareJid);
    for (const auto &jid : std::as_const(others)) {
        if (!contacts.find(jid))
            keys.push_back({jid});
    }
    return keys;
}

void ContactListModelPrivate::touchPeer(const QString &bareJid, const QString & /*fullJid*/)
{
    if (!isOncePerGroup())
        return touch(bareJid);
    const auto contact = contacts.find(bareJid);
    const auto keys = contact ? keysByGroup(*contact) : QStringList(bareJid);
    for (const auto &key : keys)
        touch(key);
}

bool ContactListModelPrivate::read(PresenceRow &row, const QString &key) const
{
    const auto mark = key.indexOf(groupMark);
    const auto jid = mark < 0 ? key : key.first(mark);
    if (!row.contact || row.contact->isFormer)
        row.contact = contacts.find(jid);
    static const QStringList none;
    const auto &groups = row.contact ? row.contact->groups : none;
    auto group = mark < 0 ? QString() : key.sliced(mark + 1);
    if (isOncePerGroup() && !groups.isEmpty() ? !groups.contains(group) : mark >= 0)
        return false; // as it was before an option or the contact changed
    if (!groupFilter.isEmpty() && (mark < 0 ? !groups.contains(groupFilter) : group != groupFilter))
        return false;

    readPeer(row, jid);
    row.key = key;
    if (!row.heard)
        addAbsence(row);
    if (!isShown(row))
        return false;
    if (mark < 0 && sections == Sections::ByGroup)
        group = groupFilter.isEmpty() ? groups.value(0) : groupFilter;
    addPlace(row, group);
    return true;
}

void ContactListModelPrivate::addAbsence(PresenceRow &row) const
{
    if (const auto *last = departures.last(row.jid))
        row.hear(*last);
    const bool isOffline = row.heard || (row.contact && row.contact->isSubscribed) || row.jid == ownBareJid;
    row.availability = isOffline ? Availability::Offline : Availability::Unknown;
}

bool ContactListModelPrivate::isShown(const PresenceRow &row) const
{
    if (row.jid == ownBareJid) {
        if (!showSelf)
            return false;
    } else if (!row.contact && !(showStrangers && row.heard)) {
        return false;
    }
    const bool isThere = row.resourceCount > 0 || departures.place(row.jid);
    return showOffline || isThere;
}

bool ContactListModelPrivate::matches(const PresenceRow &row) const
{
    if (foldedFilter.isEmpty())
        return true;
    const bool isNamed =
        row.contact ? row.contact->folded.contains(foldedFilter) : containsFolded(row.jid, foldedFilter);
    return isNamed || containsFolded(row.statusText, foldedFilter);
}

} // namespace XmppPresence
