// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "../rosterclient.h"

#include <QMap>

#include <XmppPresence/PresenceTracker>

// Who keeps presence, as an application would have it: each hears the presenceReceived() of its client, and has a slot
// connected to all that it tells.

// What QXmpp has: QXmppRosterManager.
class RosterManagerContender
{
public:
    RosterManagerContender()
    {
        QObject::connect(m_client.roster(), &QXmppRosterManager::presenceChanged, &m_client, [this] { ++told; });
    }

    void receive(const QXmppPresence &stanza) { Q_EMIT m_client.presenceReceived(stanza); }

    // Of all that it knows of the peer, the one to show. This is what it leaves to the application.
    std::optional<QXmppPresence> mostAvailable(const QString &bareJid)
    {
        static constexpr std::array byAvailability{
            QXmppPresence::XA, QXmppPresence::Away, QXmppPresence::Online, QXmppPresence::Chat, QXmppPresence::DND};
        const auto rank = [](const QXmppPresence &stanza) {
            const auto *place = std::ranges::find(byAvailability, stanza.availableStatusType());
            return std::pair(place, stanza.priority());
        };
        const auto presences = m_client.roster()->getAllPresencesForBareJid(bareJid);
        const auto best = std::ranges::max_element(presences, {}, rank);
        return best == presences.end() ? std::nullopt : std::optional(*best);
    }

    qint64 told = 0;

private:
    RosterClient m_client;
};

// What is here. The client's roster manager has contacts, and hears nothing.
class TrackerContender
{
public:
    TrackerContender()
    {
        using Tracker = XmppPresence::PresenceTracker;
        QObject::disconnect(&m_client, &QXmppClient::presenceReceived, m_client.roster(), nullptr);
        const auto count = [this](auto signal) { QObject::connect(&tracker, signal, &tracker, [this] { ++told; }); };
        count(&Tracker::peerAvailable);
        count(&Tracker::peerUnavailable);
        count(&Tracker::peerError);
        count(&Tracker::resourceAvailable);
        count(&Tracker::resourceChanged);
        count(&Tracker::resourceUnavailable);
    }

    QXmppClient &client() { return m_client; }
    void receive(const QXmppPresence &stanza) { Q_EMIT m_client.presenceReceived(stanza); }
    void addContacts(const QString &items) { m_client.pushItems(items); }
    auto mostAvailable(const QString &bareJid) { return tracker.mostAvailable(bareJid); }

    qint64 told = 0;

private:
    RosterClient m_client;

public:
    XmppPresence::PresenceTracker tracker{&m_client};
};
