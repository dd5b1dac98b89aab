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
static QXmppPresence withCapabilitiesOf(const QXmppPresence &last, const QXmppPresence &stanza)
{
    if (!stanza.capabilityNode().isEmpty() || last.capabilityNode().isEmpty())
        return stanza;
    auto completed = stanza;
    completed.setCapabilityHash(last.capabilityHash());
    completed.setCapabilityNode(last.capabilityNode());
    completed.setCapabilityVer(last.capabilityVer());
    return completed;
}

PresenceStore::PresenceStore(Comparison ranking)
    : m_ranking(std::move(ranking))
{
}

Transitions PresenceStore::apply(const QXmppPresence &stanza, const Jid &from, qint64 now, const Standing &standing)
{
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

Transitions PresenceStore::applyAvailable(
    const QXmppPresence &stanza, const Jid &from, qint64 now, const Standing &standing)
{
    Transitions told;
    const auto sent = sentAt(stanza, now);
    auto entry = m_resources.find(from.full());
    if (entry == m_resources.end()) {
        entry = add({stanza, sent, sent}, from, told);
    } else {
        Resource &resource = entry->second;
        const bool isSameState = PresenceState::fromStanza(resource.heard.stanza) == PresenceState::fromStanza(stanza);
        resource.heard = {
            withCapabilitiesOf(resource.heard.stanza, stanza), sent, isSameState ? resource.heard.since : sent};
        resource.received = ++m_received;
        resource.peer->resources.update(&resource, m_ranking);
        told.append({Transition::ResourceChanged, entry->first, resource.heard.stanza});
    }
    if (standing.mayBeRoom && isSelfPresence(stanza)) {
        // Without a rename, the one that we were has gone, and nobody has said so.
        const auto former = m_resources.find(std::exchange(entry->second.peer->ownOccupant, entry->first));
        if (former != m_resources.end() && former != entry)
            drop(former->second, unavailableFrom(former->first), told);
    }
    evictOldest(*entry->second.peer, standing.maxResources, told);
    return told;
}

// Forgets those that were heard least recently, several at a time, as looking for them takes long where they are many.
// The one that was just heard stays, and so does our own occupant, of which a room tells once.
void PresenceStore::evictOldest(const Peer &peer, qsizetype maxResources, Transitions &told)
{
    static constexpr qsizetype share = 64;
    const auto &heap = peer.resources;
    if (heap.size() <= maxResources)
        return;
    std::vector<const Resource *> oldest;
    std::ranges::remove_copy_if(heap, std::back_inserter(oldest), [&](const Resource *resource) {
        return resource->received == m_received || *resource->jid == peer.ownOccupant;
    });
    const auto excess = heap.size() - maxResources + maxResources / share;
    const auto end = oldest.begin() + std::min(excess, qsizetype(oldest.size()));
    std::ranges::partial_sort(oldest, end, {}, &Resource::received);
    for (const auto *resource : std::ranges::subrange(oldest.begin(), end)) {
        ++m_evicted;
        drop(*resource, unavailableFrom(*resource->jid), told);
    }
}

auto PresenceStore::add(const Heard &heard, const Jid &from, Transitions &told) -> Map<Resource>::iterator
{
    const auto peer = findOrAddPeer(from);
    peer->second.error.reset();
    if (peer->second.resources.isEmpty())
        told.append({Transition::PeerAvailable, peer->first, heard.stanza});
    const auto entry = m_resources.try_emplace(from.full(), &peer->second, heard, ++m_received).first;
    entry->second.jid = &entry->first;
    peer->second.resources.insert(&entry->second, m_ranking);
    told.append({Transition::ResourceAvailable, entry->first, heard.stanza});
    return entry;
}

Transitions PresenceStore::applyUnavailable(const QXmppPresence &stanza, const Jid &from, const Standing &standing)
{
    const auto peer = m_peers.find(from.bare());
    if (peer == m_peers.end())
        return {};

    Transitions told;
    const auto resource = m_resources.find(from.full());
    const auto newName = newNameOf(from, stanza);
    const bool isRoom = !peer->second.ownOccupant.isEmpty();
    if (isRoom && newName && resource != m_resources.end() && !m_resources.contains(newName->full()))
        return rename(resource, *newName, stanza);
    const bool isOwn = (standing.mayBeRoom && isSelfPresence(stanza)) || from.full() == peer->second.ownOccupant;
    const bool isWholePeer = from.isBare() && !isRoom; // the room itself is none of its occupants
    if (isWholePeer || (isOwn && !isRename(stanza))) {
        dropAll(peer, &stanza, told);
    } else if (resource != m_resources.end()) {
        drop(resource->second, stanza, told);
        if (peer->second.resources.isEmpty())
            told.append({Transition::PeerUnavailable, peer->first, stanza});
    }
    if (peer->second.resources.isEmpty())
        m_peers.erase(peer); // and with it its error
    return told;
}

Transitions PresenceStore::rename(Map<Resource>::iterator resource, const Jid &newJid, const QXmppPresence &stanza)
{
    auto node = m_resources.extract(resource); // stays where it is, with the key that it is known by
    const auto formerJid = std::exchange(node.key(), newJid.full());
    Resource &renamed = node.mapped();
    renamed.heard.stanza.setFrom(newJid.full());
    if (renamed.peer->ownOccupant == formerJid)
        renamed.peer->ownOccupant = newJid.full();
    m_resources.insert(std::move(node));
    return {{Transition::ResourceRenamed, newJid.full(), stanza, formerJid}};
}

Transitions PresenceStore::applyError(const QXmppPresence &stanza, const Jid &from, qint64 now)
{
    Transitions told;
    const auto peer = findOrAddPeer(from);
    const auto resource = m_resources.find(from.full());
    const qsizetype others = peer->second.resources.size() - (resource == m_resources.end() ? 0 : 1);
    // A refused nickname says nothing about the other occupants (XEP-0045, 7.2.8 and 7.6).
    const bool isAboutOccupant =
        !peer->second.ownOccupant.isEmpty() && !from.isBare() && !isOfUnreachableService(stanza);
    if (!isAboutOccupant && !from.isBare() && others > 0 && isOfMissingRecipient(stanza)) {
        if (resource != m_resources.end())
            drop(resource->second, stanza, told);
    } else if (!isAboutOccupant) {
        dropAll(peer, &stanza, told);
        const auto sent = sentAt(stanza, now);
        peer->second.error = std::make_unique<Heard>(stanza, sent, sent);
        peer->second.ownOccupant.clear();
    }
    told.append({Transition::PeerError, peer->first, stanza});
    return told;
}

void PresenceStore::drop(const Resource &resource, const QXmppPresence &cause, Transitions &told)
{
    resource.peer->resources.remove(&resource, m_ranking);
    forget(resource, cause, told);
}

// Forgets a resource that is in no heap any more.
void PresenceStore::forget(const Resource &resource, const QXmppPresence &cause, Transitions &told)
{
    told.append({Transition::ResourceUnavailable, *resource.jid, cause});
    m_resources.erase(m_resources.find(*resource.jid));
}

// Forgets all resources of a peer, in the order of their names.
void PresenceStore::dropAll(Map<Peer>::iterator peer, const QXmppPresence *cause, Transitions &told)
{
    auto &heap = peer->second.resources;
    if (heap.isEmpty())
        return;
    std::vector<const Resource *> resources(heap.begin(), heap.end());
    std::ranges::sort(resources, {}, [](const Resource *resource) -> const QString & { return *resource->jid; });
    heap.clear();
    for (const auto *resource : resources)
        forget(*resource, cause ? *cause : unavailableFrom(*resource->jid), told);
    told.append({Transition::PeerUnavailable, peer->first, cause ? *cause : unavailableFrom(peer->first)});
}

Transitions PresenceStore::clear()
{
    Transitions told;
    const auto jids = peers();
    for (const auto &jid : jids)
        dropAll(m_peers.find(jid), nullptr, told);
    m_peers.clear();
    return told;
}

void PresenceStore::clearDomain(QStringView domain, Transitions &told)
{
    auto jids = peers();
    jids.removeIf([domain](QStringView jid) { return jid.size() == domain.size() || !isAt(jid, domain); });
    for (const auto &jid : std::as_const(jids)) {
        const auto peer = m_peers.find(jid);
        dropAll(peer, nullptr, told);
        if (!peer->second.error)
            m_peers.erase(peer);
    }
}

Transitions PresenceStore::drop(const Jid &jid, const QXmppPresence *cause)
{
    Transitions told;
    if (const auto peer = m_peers.find(jid.bare()); peer != m_peers.end()) {
        dropAll(peer, cause, told);
        m_peers.erase(peer);
    }
    return told;
}

Transitions PresenceStore::evict(const Jid &jid)
{
    if (const auto *known = peer(jid.bare()))
        m_evicted += known->resources.size() + (known->error ? 1 : 0);
    return drop(jid);
}

void PresenceStore::setRanking(Comparison ranking)
{
    m_ranking = std::move(ranking);
    for (auto &[jid, peer] : m_peers)
        peer.resources.rebuild(m_ranking);
}

auto PresenceStore::findOrAddPeer(const Jid &jid) -> Map<Peer>::iterator
{
    const auto found = m_peers.find(jid.bare());
    return found == m_peers.end() ? m_peers.try_emplace(jid.bare().toString()).first : found;
}

std::weak_ordering PresenceStore::compare(const QXmppPresence &a, const QXmppPresence &b) const
{
    return compareRanks(a, b, m_ranking);
}

const Peer *PresenceStore::peer(QStringView bareJid) const
{
    const auto found = m_peers.find(bareJid);
    return found == m_peers.end() ? nullptr : &found->second;
}

const Resource *PresenceStore::resource(QStringView fullJid) const
{
    const auto found = m_resources.find(fullJid);
    return found == m_resources.end() ? nullptr : &found->second;
}

const Heard *PresenceStore::presence(const Jid &jid) const
{
    if (const auto *known = resource(jid.full()))
        return &known->heard;
    const auto *known = peer(jid.bare());
    return known ? known->error.get() : nullptr;
}

const Heard *PresenceStore::mostAvailable(const Jid &jid) const
{
    const auto *known = peer(jid.bare());
    return known && !known->resources.isEmpty() ? &known->resources.best()->heard : nullptr;
}

const Resource *PresenceStore::best(const Jid &jid) const
{
    if (!jid.isBare())
        return resource(jid.full());
    const auto *known = peer(jid.bare());
    return known && !known->resources.isEmpty() ? known->resources.best() : nullptr;
}

QList<const Resource *> PresenceStore::firsts(const Peer &peer, qsizetype count) const
{
    return peer.resources.firsts(count, m_ranking);
}

const Heard *PresenceStore::summary(const Jid &jid) const
{
    const auto *known = best(jid);
    return known ? &known->heard : presence(jid);
}

QMap<QString, QXmppPresence> PresenceStore::resources(const Jid &jid) const
{
    QMap<QString, QXmppPresence> result;
    if (const auto *known = peer(jid.bare())) {
        for (const auto *resource : known->resources)
            result.insert(resource->jid->mid(jid.bare().size() + 1), resource->heard.stanza);
    }
    return result;
}

QList<const Resource *> PresenceStore::resourcesOf(const Jid &jid) const
{
    if (const auto *known = jid.isBare() ? nullptr : resource(jid.full()))
        return {known};
    const auto *known = jid.isBare() ? peer(jid.bare()) : nullptr;
    return known ? QList<const Resource *>(known->resources.begin(), known->resources.end())
                 : QList<const Resource *>();
}

QStringList PresenceStore::peers() const
{
    QStringList jids;
    jids.reserve(qsizetype(m_peers.size()));
    for (const auto &[jid, peer] : m_peers)
        jids.append(jid);
    jids.sort();
    return jids;
}

QStringList PresenceStore::peersByAge() const
{
    auto jids = peers();
    std::ranges::stable_sort(jids, {}, [this](const QString &jid) {
        const auto &resources = peer(jid)->resources;
        const auto *const last = std::ranges::max_element(resources, {}, &Resource::received);
        return last == resources.end() ? 0 : (*last)->received;
    });
    return jids;
}

} // namespace XmppPresence
