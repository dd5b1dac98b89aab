// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "simulation.h"

#include <QXmppClient.h>
#include <QXmppTask.h>

#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto stepInterval = 250ms;
static constexpr auto patience = 30s;

static const struct
{
    const char16_t *username;
    const char16_t *resource;
} people[] = {
    {u"romeo", u"orchard"},
    {u"romeo", u"phone"},
    {u"romeo", u"tomb"},
    {u"nurse", u"kitchen"},
    {u"nurse", u"phone"},
    {u"mercutio", u"tavern"},
    {u"mercutio", u"phone"},
    {u"tybalt", u"street"},
};

static const struct
{
    QXmppPresence::AvailableStatusType show;
    const char16_t *status;
} moods[] = {
    {QXmppPresence::Online, u""},
    {QXmppPresence::Online, u"back in Verona"},
    {QXmppPresence::Chat, u"who speaks?"},
    {QXmppPresence::Away, u"at the ball"},
    {QXmppPresence::Away, u""},
    {QXmppPresence::XA, u"gone to Mantua"},
    {QXmppPresence::DND, u"in a duel"},
};

static QXmppPresence errorFor(const QString &jid)
{
    QXmppPresence error(QXmppPresence::Error);
    error.setTo(jid);
    error.setError({QXmppStanza::Error::Wait, QXmppStanza::Error::RemoteServerTimeout, u"the messenger is late"_s});
    return error;
}

Simulation::Simulation(quint32 seed, QObject *parent)
    : QObject(parent)
    , m_random(seed)
{
    m_pause.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Simulation::step);
    connect(&m_patience, &QTimer::timeout, this, &Simulation::stalled);
}

Simulation::~Simulation() = default;

bool Simulation::start()
{
    const auto watcher = u"juliet"_s;
    m_server.addAccount(watcher, u"wherefore"_s);
    if (!m_server.start())
        return false;
    for (const auto &[name, resource] : people) {
        const QString username(name);
        m_server.addAccount(username, u"secret"_s);
        m_server.makeContacts(watcher, username);
        m_devices.emplace_back().account = m_server.configuration(username, QString(resource));
    }
    return true;
}

QXmppConfiguration Simulation::watcher() const
{
    return m_server.configuration(u"juliet"_s, u"watch"_s);
}

void Simulation::run(QXmppClient *client, std::optional<std::chrono::seconds> duration)
{
    if (duration)
        m_stepsLeft = *duration / stepInterval;
    connect(client, &QXmppClient::presenceReceived, this, &Simulation::receive);
}

void Simulation::step()
{
    if (m_stepsLeft && (*m_stepsLeft)-- == 0) {
        Q_EMIT finished();
        return;
    }
    m_acting = &m_devices[random(m_devices.size())];
    m_patience.start(patience);
    act();
}

// Each of these makes the server send the watcher exactly one stanza from the device.
void Simulation::act()
{
    auto &client = m_acting->client;
    if (!client) {
        client = std::make_unique<QXmppClient>(QXmppClient::NoExtensions);
        client->connectToServer(m_acting->account, randomPresence());
        return;
    }
    switch (random(8)) {
    case 0:
        m_acting->isLeaving = true;
        client->send(QXmppPresence(QXmppPresence::Unavailable));
        break;
    case 1:
        client.reset(); // with no farewell: the connection is lost
        break;
    case 2:
        client->send(errorFor(watcher().jid()));
        break;
    default:
        client->setClientPresence(randomPresence());
    }
}

// The effect of the last step has arrived, or at the beginning, the watcher's own presence.
void Simulation::receive(const QXmppPresence &stanza)
{
    if (stanza.from() != (m_acting ? m_acting->account : watcher()).jid())
        return;
    if (m_acting && std::exchange(m_acting->isLeaving, false))
        m_acting->client.reset();
    m_patience.stop();
    m_pause.start(stepInterval);
}

QXmppPresence Simulation::randomPresence()
{
    const auto &mood = moods[random(std::size(moods))];
    QXmppPresence presence;
    presence.setAvailableStatusType(mood.show);
    presence.setStatusText(QString(mood.status));
    presence.setPriority(int(random(3)) * 5);
    return presence;
}

size_t Simulation::random(size_t bound)
{
    return m_random() % bound;
}
