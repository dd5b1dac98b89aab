// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <QXmppConfiguration.h>
#include <QXmppPresence.h>

#include <XmppPresence/LoopbackServer>

#include <memory>
#include <optional>
#include <random>
#include <vector>

class QXmppClient;

// A server inside the process, and contacts on several devices each who come and go.
//
// It is the seed alone that says what happens: a step begins when the effect of the one before has reached the watcher,
// so that a slow machine sees the same as a fast one, only later.
class Simulation : public QObject
{
    Q_OBJECT

public:
    explicit Simulation(quint32 seed, QObject *parent = nullptr);
    ~Simulation() override;

    bool start();
    QXmppConfiguration watcher() const;

    // Begins when client, which signs in as the watcher, has received its own presence.
    void run(QXmppClient *client, std::optional<std::chrono::seconds> duration);

Q_SIGNALS:
    void finished();
    void stalled();

private:
    struct Device
    {
        QXmppConfiguration account;
        std::unique_ptr<QXmppClient> client; // while it is signed in
        bool isLeaving = false;
    };

    void step();
    void act();
    void receive(const QXmppPresence &stanza);
    QXmppPresence randomPresence();
    size_t random(size_t bound);

    XmppPresence::LoopbackServer m_server;
    std::vector<Device> m_devices;
    Device *m_acting = nullptr;
    std::mt19937 m_random; // without a distribution: those differ from library to library
    std::optional<qint64> m_stepsLeft;
    QTimer m_pause;
    QTimer m_patience;
};
