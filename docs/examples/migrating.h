// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QMap>
#include <QObject>

#include <QXmppPresence.h>

#include <functional>

namespace XmppPresence {
class PresenceTracker;
}
class QXmppClient;
class QXmppRosterManager;

// What migrating.cpp has.
QString statusBefore(const QXmppRosterManager &manager, const QString &bareJid);
QString statusAfter(const XmppPresence::PresenceTracker &tracker, const QString &bareJid);
QString pick(const XmppPresence::PresenceTracker &tracker, const QString &bareJid, QObject *view,
    const std::function<void()> &update);

// What many clients have.
class PresenceCache : public QObject
{
    Q_OBJECT

public:
    explicit PresenceCache(QXmppClient *client);
    QMap<QString, QXmppPresence> presences(const QString &bareJid) const { return m_presences.value(bareJid); }

Q_SIGNALS:
    void changed(const QString &bareJid);

private:
    QHash<QString, QMap<QString, QXmppPresence>> m_presences;
};
