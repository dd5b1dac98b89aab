// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "roster_p.h"

namespace XmppPresence {

class PresenceStore;
enum class RosterState : quint8;

// Keeps what the store knows of the roster, and tells whose presence the account no longer gets, as servers do not
// always say that those are gone. It goes with the roster.
class RosterWatch : public QObject
{
    Q_OBJECT

public:
    RosterWatch(Roster *roster, PresenceStore *store);

    bool isReceived() const { return m_roster && m_roster->isReceived(); }

Q_SIGNALS:
    void contactChanged(const QString &bareJid);
    void reset();
    void subscriptionEnded(const QString &bareJid); // the roster has changed before

private:
    void readAll();
    void tell(const QString &bareJid, RosterState state);

    const QPointer<Roster> m_roster;
    PresenceStore *m_store;
};

} // namespace XmppPresence
