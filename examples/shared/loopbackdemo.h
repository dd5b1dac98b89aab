// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <QXmppConfiguration.h>
#include <QXmppPresence.h>

#include <XmppPresence/LoopbackServer>

#include <memory>
#include <random>
#include <vector>

class QXmppClient;
class Session;
Q_MOC_INCLUDE("session.h")
struct DemoPerson;

// A server inside the process, and some forty contacts, in groups and on several devices, whose presence changes before
// your eyes. Each device is a client with a stream of its own, as it would be in life.
//
// The seed says who is there at first, and what happens in which order.
class LoopbackDemo : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged FINAL)

public:
    // Some names are written in Chinese, Japanese and Korean, or in Latin letters.
    enum class Names { Native, Latin };

    explicit LoopbackDemo(quint32 seed, Names names = Names::Native, QObject *parent = nullptr);
    ~LoopbackDemo() override;

    // The account whose contacts they are, with its password. It stays the same over stop() and start().
    QXmppConfiguration account() const;

    bool isRunning() const;
    int contactCount() const;

    // Something happens every interval, a second by default.
    void setInterval(std::chrono::milliseconds interval);

public Q_SLOTS:
    // Returns false, with a warning, if it cannot listen. The contacts sign in then, and go on as they were before.
    bool start();

    // Signs session in as the one whose contacts they are, on a server that runs. Something happens too often for the
    // usual wait of its tracker for silence: see PresenceTracker::initialSyncInterval().
    void signIn(Session *session);

    // Ends the connections of everybody.
    void stop();

Q_SIGNALS:
    void runningChanged();

private:
    struct Device
    {
        QString username;
        QString language;
        QString resource;
        bool isThere = false;
        QXmppPresence presence = {};
        std::unique_ptr<QXmppClient> client = nullptr; // while it is signed in
    };

    void addPerson(const DemoPerson &person, Names names);
    void signIn(Device &device);
    void step();
    QXmppPresence randomPresence(const Device &device);
    size_t random(size_t bound);

    XmppPresence::LoopbackServer m_server;
    quint16 m_port = 0;
    int m_contactCount = 0;
    std::vector<Device> m_devices;
    Device *m_failing = nullptr; // has answered with an error
    std::mt19937 m_random; // without a distribution: those differ from library to library
    QTimer m_step;
};
