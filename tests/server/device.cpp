// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"

#include "relay.h"
#include "testserver.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

#include <QXmppPingIq.h>
#include <QXmppRosterManager.h>
#include <QXmppTask.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static QString describe(const QXmppPresence &stanza)
{
    static constexpr std::array shows{"xa"_L1, "away"_L1, "online"_L1, "chat"_L1, "dnd"_L1};
    const auto state = PresenceState::fromStanza(stanza);
    // "Disconnected: closed": what follows the colon is the operating system's.
    const auto status = stanza.statusText().section(u':', 0, 0);
    if (state.isAvailable())
        return u"%1 %2 %3"_s.arg(shows[size_t(state.show())]).arg(stanza.priority()).arg(status).trimmed();
    return stanza.type() == QXmppPresence::Error ? u"error"_s : QString(u"unavailable " + status).trimmed();
}

Device::Device(const TestServer &server, const QString &user, const QString &resource, const Relay *relay)
    : m_server(server)
    , m_relay(relay)
    , m_user(user)
    , m_resource(resource)
{
}

bool Device::logIn(const QXmppPresence &initialPresence)
{
    // Where the server has gone, that may still have to be noticed.
    if (!QTest::qWaitFor([&] { return !client.isConnected(); }, patience))
        return false;
    QSignalSpy connected(&client, &QXmppClient::connected);
    QSignalSpy disconnected(&client, &QXmppClient::disconnected);
    auto configuration = m_server.configuration(m_user, m_resource);
    if (m_relay)
        configuration.setPort(m_relay->port());
    if (m_asksOften) { // each question sets the patience anew: so it must be shorter
        configuration.setKeepAliveInterval(2);
        configuration.setKeepAliveTimeout(1);
    }
    client.connectToServer(configuration, initialPresence);
    return QTest::qWaitFor([&] { return !connected.isEmpty() || !disconnected.isEmpty(); }, patience) && settle();
}

bool Device::subscribeTo(Device &contact)
{
    QSignalSpy asked(contact.roster(), &QXmppRosterManager::subscriptionRequestReceived);
    return roster()->subscribe(contact.bareJid()) && (!asked.isEmpty() || asked.wait(patience))
        && contact.roster()->acceptSubscription(bareJid()) && contact.settle();
}

bool Device::send(const QXmppPresence &stanza)
{
    client.send(QXmppPresence(stanza));
    return settle();
}

bool Device::enter(const QString &room, const QString &nickname)
{
    QXmppPresence stanza;
    stanza.setTo(room + u'/' + nickname);
    stanza.setMucSupported(true);
    client.send(std::move(stanza));
    return QTest::qWaitFor([&] { return tracker.resources(room).contains(nickname); }, patience);
}

// Prosody returns stanzas that the client has not acknowledged to their senders, as errors. It has acknowledged what
// came before the first answer when the second one comes.
void Device::logOut()
{
    settle() && settle();
    client.disconnectFromServer();
}

bool Device::vanish()
{
    auto *socket = client.findChild<QSslSocket *>();
    if (socket)
        socket->abort();
    return socket && !client.isConnected();
}

// Streams keep the order: with the answer, all that was sent before has been done, and its results have arrived.
bool Device::settle()
{
    QSignalSpy answered(&client, &QXmppClient::iqReceived);
    if (!client.isConnected())
        return false;
    client.send(QXmppPingIq());
    return answered.wait(patience);
}

QXmppRosterManager *Device::roster() const
{
    return client.findExtension<QXmppRosterManager>();
}

QString Device::bareJid()
{
    return client.configuration().jidBare();
}

QString Device::told(qsizetype count)
{
    QSignalSpy recorded(&m_recorder, &PresenceRecorder::signalRecorded);
    while (m_recorder.recorded().size() < count && recorded.wait(patience)) {}
    settle();
    QStringList lines;
    for (const auto &[name, jid, stanza, newJid, value] : m_recorder.recorded())
        lines.append(name + u' ' + jid + u' ' + (newJid.isEmpty() ? describe(stanza) : newJid));
    m_recorder.take();
    return lines.join(u'\n');
}

QString Device::known() const
{
    QStringList lines;
    for (const auto &peer : tracker.peers())
        lines.append(peer + u": "_s + knownOf(peer).join(u", "_s));
    return lines.join(u'\n');
}

QString Device::differenceToFresh(const QString &room)
{
    Device fresh(m_server, m_user, u"fresh"_s);
    if (!fresh.logIn() || (!room.isEmpty() && !fresh.enter(room, u"Fresh"_s)))
        return u"The fresh device cannot log in"_s;
    if (!QTest::qWaitFor([&] { return knownToAll() == fresh.knownToAll(); }, patience))
        return u"it knows\n%1\nand the fresh device\n%2"_s.arg(known(), fresh.known());
    fresh.logOut();
    const auto hasGone = [&, jid = fresh.client.configuration().jid()] {
        return !tracker.presence(jid) && (room.isEmpty() || !tracker.resources(room).contains(u"Fresh"_s));
    };
    return QTest::qWaitFor(hasGone, patience) ? QString() : u"The fresh device does not go away"_s;
}

// But for the most available one: of equal ones it is the latest, and who was first is known to those who were there.
QString Device::knownToAll() const
{
    return known().remove(u'*');
}

QStringList Device::knownOf(const QString &peer) const
{
    QStringList parts;
    if (const auto own = tracker.presence(peer); own && own->type() == QXmppPresence::Error)
        parts.append(describe(*own));
    const auto best = tracker.mostAvailable(peer);
    for (const auto &[resource, stanza] : tracker.resources(peer).asKeyValueRange()) {
        const QString jid = resource.isEmpty() ? peer : peer + u'/' + resource;
        const auto star = best && best->from() == jid ? u"*"_s : QString();
        parts.append(star + resource + u' ' + describe(stanza));
        const auto presence = tracker.presence(jid);
        if (!presence || describe(*presence) != describe(stanza)
            || tracker.state(jid) != PresenceState::fromStanza(stanza))
            parts.append(u"but presence() or state() tells otherwise"_s);
    }
    if (tracker.state(peer) != (best ? PresenceState::fromStanza(*best) : PresenceState()))
        parts.append(u"but state() of the peer tells otherwise"_s);
    return parts;
}
