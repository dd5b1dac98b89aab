// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QXmppRosterManager.h>

#include <vector>

namespace XmppPresence {

class PresenceStore;
enum class RosterState : quint8;

struct RosterItem
{
    QString bareJid; // in normal form
    QXmppRosterIq::Item item;
};
using RosterItems = std::vector<RosterItem>;

RosterItems readRoster(const QXmppRosterManager &roster); // but for JIDs that nobody can have
bool isSubscribed(const QXmppRosterIq::Item &item); // whether the account gets the contact's presence

// Keeps what the store knows of the roster, and tells whose presence the account no longer gets, as servers do not
// always say that those are gone. It goes with the roster.
class RosterWatch : public QObject
{
    Q_OBJECT

public:
    RosterWatch(QXmppRosterManager *roster, PresenceStore *store);

    bool isReceived() const { return m_roster && m_roster->isRosterReceived(); }
    QXmppRosterManager *roster() const { return m_roster; }

    // Whoever asks in one turn of the event loop, as models do at the start, gets what was read once.
    const RosterItems &items();

Q_SIGNALS:
    void contactChanged(const QString &rosterJid);
    void reset();
    void subscriptionEnded(const QString &bareJid); // the roster has changed before

private:
    void readAll();
    void read(const QString &rosterJid);
    void remove(const QString &rosterJid);
    void tell(const QString &rosterJid, RosterState state);

    const QPointer<QXmppRosterManager> m_roster;
    PresenceStore *m_store;
    RosterItems m_items; // none, if they may have changed
};

} // namespace XmppPresence
