// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QMap>
#include <QString>

#include <functional>

namespace XmppPresence {

// Bare JIDs in the order in which they were last heard.
class Strangers
{
public:
    void hear(QStringView bareJid);
    void forget(QStringView bareJid);
    void forgetIf(const std::function<bool(const QString &bareJid)> &isToGo);
    bool contains(QStringView bareJid) const { return m_times.contains(bareJid); }
    qsizetype size() const { return m_jids.size(); }
    QString takeOldest();

private:
    QMap<quint64, QString> m_jids; // by the time of m_heard
    QHash<QString, quint64> m_times;
    quint64 m_heard = 0; // counts up
};

} // namespace XmppPresence
