// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "strangers_p.h"

namespace XmppPresence {

void Strangers::hear(const QString &bareJid)
{
    forget(bareJid);
    m_times.insert(bareJid, ++m_heard);
    m_jids.insert(m_heard, bareJid);
}

void Strangers::forget(const QString &bareJid)
{
    if (const auto time = m_times.take(bareJid))
        m_jids.remove(time);
}

QString Strangers::takeOldest()
{
    const auto oldest = m_jids.first();
    forget(oldest);
    return oldest;
}

} // namespace XmppPresence
