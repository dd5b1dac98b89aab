// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "strangers_p.h"

namespace XmppPresence {

void Strangers::hear(QStringView bareJid)
{
    forget(bareJid);
    const auto jid = bareJid.toString();
    m_times.insert(jid, ++m_heard);
    m_jids.insert(m_heard, jid);
}

void Strangers::forget(QStringView bareJid)
{
    if (const auto time = m_times.take(bareJid))
        m_jids.remove(time);
}

void Strangers::forgetIf(const std::function<bool(const QString &bareJid)> &isToGo)
{
    const auto jids = m_jids.values();
    for (const auto &jid : jids) {
        if (isToGo(jid))
            forget(jid);
    }
}

QString Strangers::takeOldest()
{
    const auto oldest = m_jids.first();
    forget(oldest);
    return oldest;
}

} // namespace XmppPresence
