// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What the store answers.

#include "presencestore_p.h"

#include <algorithm>

namespace XmppPresence {

std::weak_ordering PresenceStore::compare(const QXmppPresence &a, const QXmppPresence &b) const
{
    return compareRanks(a, b, m_ranking);
}

PresenceStore::Entry PresenceStore::find(QStringView bareJid) const
{
    if (m_found == m_peers.cend() || m_found.key() != bareJid)
        m_found = m_peers.constFind(bareJid);
    return m_found;
}

std::optional<Jid> PresenceStore::jid(const QString &text) const
{
    const auto asItIs = Jid::asItIs(text);
    m_found = m_peers.constFind(asItIs.bare());
    if (m_found == m_peers.cend())
        return Jid::fromString(text);
    (*m_found)->prefetch();
    return asItIs.hasUsableResource() ? std::optional(asItIs) : std::nullopt;
}

const Peer *PresenceStore::peer(QStringView bareJid) const
{
    if (m_isSilent)
        return nullptr;
    const auto known = find(bareJid);
    return known != m_peers.cend() && (*known)->isHeard() ? *known : nullptr;
}

const Resource *PresenceStore::resource(const Jid &jid) const
{
    const auto *known = peer(jid.bare());
    return known ? known->byJid.find(jid.full()) : nullptr;
}

const Heard *PresenceStore::presence(const Jid &jid) const
{
    const auto *known = peer(jid.bare());
    if (!known)
        return nullptr;
    const auto *resource = known->byJid.find(jid.full());
    return resource ? &resource->heard : known->error();
}

const Heard *PresenceStore::mostAvailable(QStringView bareJid) const
{
    const auto *known = m_peers.value(bareJid);
    return known && !known->resources.isEmpty() ? &known->resources.best()->heard : nullptr;
}

const Resource *PresenceStore::best(const Jid &jid) const
{
    if (!jid.isBare())
        return resource(jid);
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
            result.insert(resource->jid.mid(jid.bare().size() + 1), resource->heard.stanza);
    }
    return result;
}

QList<const Resource *> PresenceStore::resourcesOf(const Jid &jid) const
{
    if (const auto *known = jid.isBare() ? nullptr : resource(jid))
        return {known};
    const auto *known = jid.isBare() ? peer(jid.bare()) : nullptr;
    return known ? QList<const Resource *>(known->resources.begin(), known->resources.end())
                 : QList<const Resource *>();
}

QString PresenceStore::bareJid(const Jid &jid) const
{
    const auto known = find(jid.bare());
    return known != m_peers.cend() ? known.key() : jid.toBare();
}

QStringList PresenceStore::peers() const
{
    QStringList jids;
    for (const auto &[jid, peer] : m_peers.asKeyValueRange()) {
        if (peer->isHeard())
            jids.append(jid);
    }
    jids.sort();
    return jids;
}

QStringList PresenceStore::peersByAge() const
{
    auto jids = peers();
    std::ranges::stable_sort(jids, {}, [this](const QString &jid) {
        const auto &resources = peer(jid)->resources;
        const auto last = std::ranges::max_element(resources, {}, &Resource::received);
        return last == resources.end() ? 0 : (*last)->received;
    });
    return jids;
}

} // namespace XmppPresence
