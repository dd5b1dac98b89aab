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
const T &StanzaPool::Values<T>::shared(const T &value)
{
    if (value.size() > maxSize)
        return value;
    auto &kept = m_values[placeOf(value) % m_values.size()];
    if (kept != value)
        kept = value;
    return kept;
}

void StanzaPool::share(QXmppPresence &stanza)
{
    stanza.setTo(m_texts.shared(stanza.to()));
    stanza.setLang(m_texts.shared(stanza.lang()));
    if (stanza.capabilityNode().isEmpty())
        return;
    stanza.setCapabilityNode(m_texts.shared(stanza.capabilityNode()));
    stanza.setCapabilityHash(m_texts.shared(stanza.capabilityHash()));
    stanza.setCapabilityVer(m_versions.shared(stanza.capabilityVer()));
}

} // namespace XmppPresence
