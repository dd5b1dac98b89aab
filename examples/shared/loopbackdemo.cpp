// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "loopbackdemo.h"

#include "demopeople.h"
#include "session.h"

#include <XmppPresence/TestClient>

#include <QXmppClient.h>
#include <QXmppTask.h>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const auto owner = u"me"_s;

LoopbackDemo::LoopbackDemo(quint32 seed, Names names, QObject *parent)
    : QObject(parent)
    , m_random(seed)
{
    m_server.addAccount(owner, u"secret"_s);
    for (const auto &person : demoPeople())
        addPerson(person, names);
    for (auto &device : m_devices) {
        device.isThere = random(5) > 0;
        device.presence = randomPresence(device);
    }
    m_step.setInterval(1s);
    connect(&m_step, &QTimer::timeout, this, &LoopbackDemo::step);
}

LoopbackDemo::~LoopbackDemo() = default;

void LoopbackDemo::addPerson(const DemoPerson &person, Names names)
{
    const QString username(person.username);
    m_server.addAccount(username, u"secret"_s);
    m_server.makeContacts(owner, username);
    const QString name(names == Names::Latin && person.latinName ? person.latinName : person.name);
    const auto groups = QString(person.groups).split(u',', Qt::SkipEmptyParts);
    m_server.setRosterItem(
        owner, XmppPresence::contact(username + u'@' + m_server.domain(), name, {groups.cbegin(), groups.cend()}));
    ++m_contactCount;
    const QString language(names == Names::Latin && person.latinName ? u"en" : person.language);
    for (const auto &resource : QString(person.devices).split(u',', Qt::SkipEmptyParts))
        m_devices.push_back({username, language, resource});
}

QXmppConfiguration LoopbackDemo::account() const
{
    return m_server.configuration(owner, u"window"_s);
}

bool LoopbackDemo::isRunning() const
{
    return m_server.port() != 0;
}

int LoopbackDemo::contactCount() const
{
    return m_contactCount;
}

void LoopbackDemo::setInterval(std::chrono::milliseconds interval)
{
    m_step.setInterval(interval);
}

bool LoopbackDemo::start()
{
    if (isRunning())
        return true;
    if (!m_server.start(m_port))
        return false;
    m_port = m_server.port();
    for (auto &device : m_devices | std::views::filter(&Device::isThere))
        signIn(device);
    m_step.start();
    Q_EMIT runningChanged();
    return true;
}

void LoopbackDemo::signIn(Session *session)
{
    if (!start())
        return;
    session->tracker()->setInitialSyncInterval(m_step.interval() / 2);
    session->setAccount(account());
    session->signIn();
}

void LoopbackDemo::stop()
{
    if (!isRunning())
        return;
    m_step.stop();
    m_server.stop();
    m_failing = nullptr;
    for (auto &device : m_devices)
        device.client.reset();
    Q_EMIT runningChanged();
}

void LoopbackDemo::signIn(Device &device)
{
    device.isThere = true;
    device.client = std::make_unique<QXmppClient>(QXmppClient::NoExtensions);
    device.client->connectToServer(m_server.configuration(device.username, device.resource), device.presence);
}

// Most of the time somebody does something else; now and then somebody comes or goes, or the network fails for one.
void LoopbackDemo::step()
{
    const auto isComing = [](const Device &device) { return device.client && !device.client->isConnected(); };
    if (std::ranges::any_of(m_devices, isComing))
        return;
    if (auto *recovered = std::exchange(m_failing, nullptr))
        recovered->client->setClientPresence(recovered->presence);
    auto &device = m_devices[random(m_devices.size())];
    const auto action = random(16);
    device.presence = randomPresence(device);
    if (!device.client) {
        signIn(device);
    } else if (action < 3) {
        device.isThere = false;
        device.client.reset();
    } else if (action == 3) {
        QXmppPresence error(QXmppPresence::Error);
        error.setTo(account().jidBare());
        error.setError({QXmppStanza::Error::Wait, QXmppStanza::Error::RemoteServerTimeout, u"No answer"_s});
        device.client->send(std::move(error));
        m_failing = &device;
    } else {
        device.client->setClientPresence(device.presence);
    }
}

QXmppPresence LoopbackDemo::randomPresence(const Device &device)
{
    const auto isKnown = [&device](const DemoMood &mood) { return mood.language == device.language; };
    auto moods = demoMoods() | std::views::filter(isKnown);
    const auto choice = random(size_t(std::ranges::distance(moods)));
    const auto &mood = *std::ranges::next(moods.begin(), qptrdiff(choice));
    QXmppPresence presence;
    presence.setAvailableStatusType(mood.show);
    presence.setStatusText(QString(mood.status));
    presence.setPriority(int(random(3)) * 5);
    const auto idle = qint64(random(90)) * 60;
    if (mood.show == QXmppPresence::Away || mood.show == QXmppPresence::XA)
        presence.setLastUserInteraction(QDateTime::currentDateTimeUtc().addSecs(-idle));
    return presence;
}

size_t LoopbackDemo::random(size_t bound)
{
    return m_random() % bound;
}
