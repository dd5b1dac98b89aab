// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QXmppRosterManager.h>

namespace XmppPresence {

// Tells whose presence the account no longer gets, as servers do not always say that those are gone. It goes with the
// roster.
class RosterWatch : public QObject
{
    Q_OBJECT

public:
    explicit RosterWatch(QXmppRosterManager *roster);

    bool isReceived() const { return m_roster && m_roster->isRosterReceived(); }
    bool contains(QStringView bareJid) const { return m_contacts.contains(bareJid); }

Q_SIGNALS:
    void contactChanged(const QString &rosterJid);
    void reset();
    void subscriptionEnded(const QString &bareJid); // the roster has changed before

private:
    void readAll();
    void read(const QString &rosterJid);
    void remove(const QString &rosterJid);

    const QPointer<QXmppRosterManager> m_roster;
    QHash<QString, bool> m_contacts; // by bare JID in normal form: whether the account is subscribed
};

} // namespace XmppPresence
