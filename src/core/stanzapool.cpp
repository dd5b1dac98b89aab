// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanzapool_p.h"

#include <QXmppPresence.h>

#include <functional>

namespace XmppPresence {

static constexpr qsizetype maxSize = 128;

static size_t codeOf(QChar c)
{
    return c.unicode();
}

static size_t codeOf(char c)
{
    return uchar(c);
}

// A better hash would take a fifth of the whole update; this one tells apart the few clients that there are.
template <typename T>
static size_t placeOf(const T &value)
{
    if (value.isEmpty())
        return 0;
    return size_t(value.size()) + 7 * codeOf(value[value.size() / 2]) + 31 * codeOf(value.back());
}

template <typename T>
template <typename Get, typename Set>
void StanzaPool::Values<T>::share(QXmppPresence &stanza, Get get, Set set)
{
    const T value = std::invoke(get, stanza);
    const bool takesMemory = value.capacity() > 0;
    if (!takesMemory || value.size() > maxSize)
        return;
    auto &kept = m_values[placeOf(value) % m_values.size()];
    if (kept != value)
        kept = value;
    std::invoke(set, stanza, kept);
}

void StanzaPool::share(QXmppPresence &stanza)
{
    m_texts.share(stanza, &QXmppPresence::to, &QXmppPresence::setTo);
    m_texts.share(stanza, &QXmppPresence::lang, &QXmppPresence::setLang);
    if (stanza.capabilityNode().isEmpty())
        return;
    m_texts.share(stanza, &QXmppPresence::capabilityNode, &QXmppPresence::setCapabilityNode);
    m_texts.share(stanza, &QXmppPresence::capabilityHash, &QXmppPresence::setCapabilityHash);
    m_versions.share(stanza, &QXmppPresence::capabilityVer, &QXmppPresence::setCapabilityVer);
}

} // namespace XmppPresence
