// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencestore_p.h"

#include "presencestate.h"
#include "roomstanza_p.h"
#include "stamps_p.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace XmppPresence {

QXmppPresence unavailableFrom(const QString &jid)
{
    QXmppPresence stanza(QXmppPresence::Unavailable);
    stanza.setFrom(jid);
    return stanza;
}

static bool isAt(QStringView bareJid, QStringView domain)
{
    return bareJid.sliced(bareJid.indexOf(u'@') + 1) == domain;
}

// RFC 6120, section 8.3.3.13. Of a device it says that this one is gone, and nothing of the others.
static bool isOfMissingRecipient(const QXmppPresence &error)
{
    return error.error().condition() == QXmppStanza::Error::RecipientUnavailable;
}

// XEP-0115, section 8.4: a server may leave out of an update what it has told before.
static void keepCapabilities(const QXmppPresence &last, QXmppPresence &update)
{
    if (!update.capabilityNode().isEmpty() || last.capabilityNode().isEmpty())
        return;
    update.setCapabilityHash(last.capabilityHash());
    update.setCapabilityNode(last.capabilityNode());
    update.setCapabilityVer(last.capabilityVer());
}

PresenceStore::PresenceStore(Comparison ranking)
    : m_ranking(std::move(ranking))
{
}

PresenceStore::~PresenceStore()
{
    qDeleteAll(m_peers);
}

Transitions PresenceStore::apply(const QXmppPresence &stanza, const Jid &from, qint64 now, const StandingOf &standing)
{
    share();
    m_isSilent = false;
    switch (stanza.type()) {
    case QXmppPresence::Available:
        return applyAvailable(stanza, from, now, standing);
    case QXmppPresence::Unavailable:
        return applyUnavailable(stanza, from, standing);
    case QXmppPresence::Error:
        return applyError(stanza, from, now);
    case QXmppPresence::Subscribe:
    case QXmppPresence::Subscribed:
    case QXmppPresence::Unsubscribe:
    case QXmppPresence::Unsubscribed:
    case QXmppPresence::Probe:
        break;
    }
    return {};
}

PresenceStore::Entry PresenceStore::entryOf(const Jid &jid)
{
    if (find(jid.bare()) == m_peers.cend())
        m_found = m_peers.insert(jid.toBare(), new Peer);
    return m_found;
}

Transitions PresenceStore::applyAvailable(
    const QXmppPresence &stanza, const Jid &from, qint64 now, const StandingOf &standing)
{
    Transitions told;
    const auto sent = sentAt(stanza, now);
    const auto entry = entryOf(from);
    Peer &peer = **entry;
    auto *resource = peer.byJid.find(from.full());
    if (resource)
        update(peer, resource, stanza, sent, told);
    else
        resource = add({stanza, sent, sent}, from, entry, told);
    if (isSelfPresence(stanza) && standing().mayBeRoom) {
        // Without a rename, the one that we were has gone, and nobody has said so.
        const auto *former = peer.byJid.find(peer.ownOccupant());
        peer.setOwnOccupant(resource->jid);
        if (former && former != resource)
            drop(peer, former, unavailableFrom(former->jid), told);
    }
    if (peer.resources.size() > 1)
        evictOldest(peer, standing().maxResources, told);
    m_last = resource;
    return told;
}

void PresenceStore::update(Peer &peer, Resource *resource, const QXmppPresence &stanza, qint64 sent, Transitions &told)
{
    auto &[last, lastSent, since] = resource->heard;
    if (PresenceState::fromStanza(last) != PresenceState::fromStanza(stanza))
        since = sent;
    lastSent = sent;
    const auto before = std::exchange(last, stanza);
    keepCapabilities(before, last);
    resource->received = ++m_received;
    peer.resources.update(resource, m_ranking);
    told.emplace_back(Transition::ResourceChanged, resource->jid, last);
}

Resource *PresenceStore::add(const Heard &heard, const Jid &from, Entry peer, Transitions &told)
{
    Peer &known = **peer;
    known.clearError();
    if (known.resources.isEmpty())
        told.emplace_back(Transition::PeerAvailable, peer.key(), heard.stanza);
    auto *resource = known.byJid.add({.jid = from.full(), .heard = heard, .received = ++m_received});
    known.resources.insert(resource, m_ranking);
    told.emplace_back(Transition::ResourceAvailable, resource->jid, heard.stanza);
    return resource;
}

// Forgets those that were heard least recently, several at a time, as looking for them takes long where they are many.
// The one that was just heard stays, and so does our own occupant, of which a room tells once.
void PresenceStore::evictOldest(Peer &peer, qsizetype maxResources, Transitions &told)
{
    static constexpr qsizetype share = 64;
    const auto &heap = peer.resources;
    if (heap.size() <= maxResources)
        return;
    std::vector<const Resource *> oldest;
    std::ranges::remove_copy_if(heap, std::back_inserter(oldest), [&](const Resource *resource) {
        return resource->received == m_received || resource->jid == peer.ownOccupant();
    });
    const auto excess = heap.size() - maxResources + maxResources / share;
    const auto end = oldest.begin() + std::min(excess, qsizetype(oldest.size()));
    std::ranges::partial_sort(oldest, end, {}, &Resource::received);
    for (const auto *resource : std::ranges::subrange(oldest.begin(), end)) {
        ++m_evicted;
        drop(peer, resource, unavailableFrom(resource->jid), told);
    }
}

Transitions PresenceStore::applyUnavailable(const QXmppPresence &stanza, const Jid &from, const StandingOf &standing)
{
    const auto entry = find(from.bare());
    if (entry == m_peers.cend())
        return {};

    Transitions told;
    Peer &peer = **entry;
    auto *resource = peer.byJid.find(from.full());
    const auto newName = newNameOf(from, stanza);
    const bool isRoom = peer.isJoinedRoom();
    if (isRoom && newName && resource && !peer.byJid.find(newName->full()))
        return rename(peer, resource, *newName, stanza);
    const bool isOwn = (isSelfPresence(stanza) && standing().mayBeRoom) || from.full() == peer.ownOccupant();
    const bool isWholePeer = from.isBare() && !isRoom; // the room itself is none of its occupants
    if (isWholePeer || (isOwn && !isRename(stanza))) {
        dropAll(entry, &stanza, told);
    } else if (resource) {
        drop(peer, resource, stanza, told);
        if (peer.resources.isEmpty())
            told.emplace_back(Transition::PeerUnavailable, from.toBare(), stanza);
    }
    if (peer.resources.isEmpty())
        forget(entry); // and its error
    return told;
}

Transitions PresenceStore::rename(Peer &peer, Resource *resource, const Jid &newJid, const QXmppPresence &stanza)
{
    const auto formerJid = resource->jid;
    peer.byJid.rename(resource, newJid.full());
    resource->heard.stanza.setFrom(newJid.full());
    if (peer.ownOccupant() == formerJid)
        peer.setOwnOccupant(newJid.full());
    return {{Transition::ResourceRenamed, newJid.full(), stanza, formerJid}};
}

Transitions PresenceStore::applyError(const QXmppPresence &stanza, const Jid &from, qint64 now)
{
    Transitions told;
    const auto entry = entryOf(from);
    Peer &peer = **entry;
    const auto *resource = peer.byJid.find(from.full());
    const qsizetype others = peer.resources.size() - (resource ? 1 : 0);
    // A refused nickname says nothing about the other occupants (XEP-0045, 7.2.8 and 7.6).
    const bool isAboutOccupant = peer.isJoinedRoom() && !from.isBare() && !isOfUnreachableService(stanza);
    if (!isAboutOccupant && !from.isBare() && others > 0 && isOfMissingRecipient(stanza)) {
        if (resource)
            drop(peer, resource, stanza, told);
    } else if (!isAboutOccupant) {
        dropAll(entry, &stanza, told);
        const auto sent = sentAt(stanza, now);
        peer.setError({stanza, sent, sent});
    }
    told.emplace_back(Transition::PeerError, from.toBare(), stanza);
    return told;
}

void PresenceStore::drop(Peer &peer, const Resource *resource, const QXmppPresence &cause, Transitions &told)
{
    told.emplace_back(Transition::ResourceUnavailable, resource->jid, cause);
    peer.resources.remove(resource, m_ranking);
    peer.byJid.remove(resource);
}

// Forgets all resources of a peer, in the order of their names.
void PresenceStore::dropAll(Entry peer, const QXmppPresence *cause, Transitions &told)
{
    auto &heap = (*peer)->resources;
    if (heap.isEmpty())
        return;
    std::vector<const Resource *> resources(heap.begin(), heap.end());
    std::ranges::sort(resources, {}, &Resource::jid);
    const auto tell = [&](Transition::Kind kind, const QString &jid) {
        told.emplace_back(kind, jid, cause ? *cause : unavailableFrom(jid));
    };
    for (const auto *resource : resources)
        tell(Transition::ResourceUnavailable, resource->jid);
    tell(Transition::PeerUnavailable, peer.key());
    m_last = nullptr; // it may be one of them
    heap.clear();
    (*peer)->byJid.clear();
}

// Its resources, and its error.
void PresenceStore::end(Entry peer, const QXmppPresence *cause, Transitions &told)
{
    dropAll(peer, cause, told);
    forget(peer);
}

void PresenceStore::forget(Entry peer)
{
    if ((*peer)->rosterState == RosterState::Absent)
        erase(peer);
    else
        (*peer)->clearRare();
}

void PresenceStore::erase(Entry peer)
{
    delete *peer;
    m_peers.erase(peer);
    m_found = m_peers.cend();
}

Transitions PresenceStore::clear()
{
    Transitions told;
    const auto jids = peers();
    for (const auto &jid : jids)
        end(find(jid), nullptr, told);
    m_pool = {};
    m_isSilent = true;
    return told;
}

void PresenceStore::clearDomain(QStringView domain, Transitions &told, QStringView spared)
{
    auto jids = peers();
    jids.removeIf([=](QStringView jid) { return jid == domain || jid == spared || !isAt(jid, domain); });
    for (const auto &jid : std::as_const(jids))
        end(find(jid), nullptr, told);
}

Transitions PresenceStore::drop(const Jid &jid, const QXmppPresence *cause)
{
    Transitions told;
    if (const auto peer = find(jid.bare()); peer != m_peers.cend())
        end(peer, cause, told);
    return told;
}

Transitions PresenceStore::evict(const Jid &jid)
{
    if (const auto *known = peer(jid.bare()))
        m_evicted += known->resources.size() + (known->error() ? 1 : 0);
    return drop(jid);
}

RosterState PresenceStore::rosterState(QStringView bareJid) const
{
    const auto known = find(bareJid);
    return known != m_peers.cend() ? (*known)->rosterState : RosterState::Absent;
}

RosterState PresenceStore::setRosterState(const Jid &jid, RosterState state)
{
    const auto entry = entryOf(jid);
    const auto before = std::exchange((*entry)->rosterState, state);
    if (state == RosterState::Absent && !(*entry)->isHeard())
        erase(entry);
    return before;
}

void PresenceStore::clearRoster()
{
    m_peers.removeIf([](Peers::iterator peer) {
        (*peer)->rosterState = RosterState::Absent;
        const bool isHeard = (*peer)->isHeard();
        if (!isHeard)
            delete *peer;
        return !isHeard;
    });
    m_found = m_peers.cend();
}

void PresenceStore::reserve(qsizetype places)
{
    m_peers.reserve(places);
    m_found = m_peers.cend();
}

void PresenceStore::share()
{
    auto *resource = std::exchange(m_last, nullptr);
    if (!resource)
        return;
    auto &stanza = resource->heard.stanza;
    m_pool.share(stanza);
    if (stanza.from() == resource->jid)
        stanza.setFrom(resource->jid);
}

void PresenceStore::setRanking(Comparison ranking)
{
    m_ranking = std::move(ranking);
    for (auto *peer : std::as_const(m_peers))
        peer->resources.rebuild(m_ranking);
}

} // namespace XmppPresence
