// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "../rosterclient.h"
#include "stanzas.h"

#include <QCoreApplication>
#include <QHash>

#include <QXmppE2eeMetadata.h>

#include <XmppPresence/PresenceTracker>

#include <algorithm>
#include <array>
#include <optional>

// Who keeps presence, as an application would have it: each hears the presenceReceived() of its client, and has a slot
// connected to all that it tells. Neither pays for the other: the tracker's client has a roster manager with the
// contacts, which hears of no presence.

class ClientWithContacts : public RosterClient
{
    Q_OBJECT

public:
    explicit ClientWithContacts(qint64 contacts)
    {
        QString items;
        for (qint64 peer = 0; peer < contacts; ++peer) {
            items +=
                QStringLiteral("<item jid='%1' name='Name %2' subscription='both'/>").arg(bareJidOf(peer)).arg(peer);
            if (peer % 1000 == 999 || peer == contacts - 1)
                pushItems(std::exchange(items, {}));
        }
    }
};

// What QXmpp has: QXmppRosterManager.
class RosterManagerContender
{
public:
    explicit RosterManagerContender(qint64 contacts)
        : m_client(contacts)
    {
        QObject::connect(m_client.roster(), &QXmppRosterManager::presenceChanged, &m_client, [this] { ++told; });
    }

    void receive(const Received &received) { Q_EMIT m_client.presenceReceived(received.stanza); }

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
    ClientWithContacts m_client;
};

// Hardly anybody could do less: the last stanza of each contact is kept, whatever the device, and told of in as many
// signals as PresenceTracker has for it. It is handed the stanzas, and has no client.
class PlainContender : public QObject
{
    Q_OBJECT

public:
    explicit PlainContender(qint64 contacts)
    {
        m_places.reserve(contacts);
        for (qint64 peer = 0; peer < contacts; ++peer)
            m_places.insert(bareJidOf(peer), {});
        const auto count = [this](auto signal) { connect(this, signal, this, [this] { ++told; }); };
        count(&PlainContender::peerAvailable);
        count(&PlainContender::peerUnavailable);
        count(&PlainContender::resourceAvailable);
        count(&PlainContender::resourceChanged);
        count(&PlainContender::resourceUnavailable);
    }

    void receive(const Received &received)
    {
        const auto &stanza = received.stanza;
        const auto from = stanza.from();
        const auto place = m_places.find(QStringView(from).first(from.indexOf(u'/')));
        auto &last = *place;
        if (stanza.type() == QXmppPresence::Unavailable) {
            last.reset();
            Q_EMIT resourceUnavailable(from, stanza);
            Q_EMIT peerUnavailable(place.key(), stanza);
        } else if (std::exchange(last, stanza)) {
            Q_EMIT resourceChanged(from, stanza);
        } else {
            Q_EMIT peerAvailable(place.key(), stanza);
            Q_EMIT resourceAvailable(from, stanza);
        }
    }

    const PlainContender &teller() const { return *this; }
    std::optional<QXmppPresence> mostAvailable(const QString &bareJid) const { return *m_places.constFind(bareJid); }

    qint64 told = 0;

Q_SIGNALS:
    void peerAvailable(const QString &bareJid, const QXmppPresence &stanza);
    void peerUnavailable(const QString &bareJid, const QXmppPresence &stanza);
    void resourceAvailable(const QString &fullJid, const QXmppPresence &stanza);
    void resourceChanged(const QString &fullJid, const QXmppPresence &stanza);
    void resourceUnavailable(const QString &fullJid, const QXmppPresence &stanza);

private:
    QHash<QString, std::optional<QXmppPresence>> m_places; // by bare JID
};

// What is here.
class TrackerContender
{
public:
    explicit TrackerContender(qint64 contacts)
        : m_client(contacts)
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
        QCoreApplication::processEvents(); // in which the tracker extends the client
        const auto extensions = m_client.extensions();
        m_extension = *std::ranges::find_if(extensions,
            [](const QObject *extension) { return extension->inherits("XmppPresence::PresenceExtension"); });
    }

    // As from a stream: the tracker sees each element.
    void receive(const Received &received)
    {
        m_extension->handleStanza(received.element, {});
        Q_EMIT m_client.presenceReceived(received.stanza);
    }

    QXmppClient &client() { return m_client; }
    const XmppPresence::PresenceTracker &teller() const { return tracker; }
    auto mostAvailable(const QString &bareJid) { return tracker.mostAvailable(bareJid); }

    qint64 told = 0;

private:
    ClientWithContacts m_client;
    QXmppClientExtension *m_extension = nullptr;

public:
    XmppPresence::PresenceTracker tracker{&m_client};
};
