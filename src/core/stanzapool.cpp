// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanzapool_p.h"

#include <QHash>
#include <QXmppPresence.h>

namespace XmppPresence {

template <typename T>
const T &StanzaPool::Values<T>::shared(const T &value)
{
    auto &kept = m_values[qHash(value) % m_values.size()];
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
