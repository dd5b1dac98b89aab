// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "resourcemap_p.h"

#include <utility>

namespace XmppPresence {

Resource *ResourceMap::find(QStringView fullJid)
{
    if (m_inner && m_inner->jid == fullJid)
        return &*m_inner;
    if (!m_others)
        return nullptr;
    const auto found = m_others->find(fullJid);
    return found == m_others->end() ? nullptr : &found->second;
}

Resource *ResourceMap::add(Resource resource)
{
    if (!m_inner)
        return &m_inner.emplace(std::move(resource));
    if (!m_others)
        m_others = std::make_unique<TextMap<Resource>>();
    const auto jid = resource.jid;
    return &m_others->try_emplace(jid, std::move(resource)).first->second;
}

void ResourceMap::rename(Resource *resource, const QString &newFullJid)
{
    const auto formerJid = std::exchange(resource->jid, newFullJid);
    if (m_inner && resource == &*m_inner)
        return;
    auto node = m_others->extract(formerJid);
    node.key() = newFullJid;
    m_others->insert(std::move(node));
}

void ResourceMap::remove(const Resource *resource)
{
    if (m_inner && resource == &*m_inner)
        m_inner.reset();
    else
        m_others->erase(m_others->find(resource->jid));
}

void ResourceMap::clear()
{
    m_inner.reset();
    m_others.reset();
}

} // namespace XmppPresence
