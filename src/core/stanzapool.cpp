// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanzapool_p.h"

#include <QXmppPresence.h>

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
template <auto get, auto set>
void StanzaPool::Values<T>::share(QXmppPresence &stanza)
{
    const T value = (stanza.*get)();
    const bool takesMemory = value.capacity() > 0;
    if (!takesMemory || value.size() > maxSize)
        return;
    auto &kept = m_values[placeOf(value) % m_values.size()];
    if (kept != value)
        kept = value;
    (stanza.*set)(kept);
}

void StanzaPool::share(QXmppPresence &stanza)
{
    m_texts.share<&QXmppPresence::to, &QXmppPresence::setTo>(stanza);
    m_texts.share<&QXmppPresence::lang, &QXmppPresence::setLang>(stanza);
    if (stanza.capabilityNode().isEmpty())
        return;
    m_texts.share<&QXmppPresence::capabilityNode, &QXmppPresence::setCapabilityNode>(stanza);
    m_texts.share<&QXmppPresence::capabilityHash, &QXmppPresence::setCapabilityHash>(stanza);
    m_versions.share<&QXmppPresence::capabilityVer, &QXmppPresence::setCapabilityVer>(stanza);
}

} // namespace XmppPresence
