// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "interrupt.h"

#include <csignal>

using namespace std::chrono_literals;

static volatile std::sig_atomic_t wasInterrupted = 0;

extern "C" {
static void handleInterrupt(int number)
{
    wasInterrupted = 1;
    std::signal(number, SIG_DFL);
}
}

// A look every now and then is all that works alike everywhere: a signal handler may do next to nothing.
Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    std::signal(SIGINT, handleInterrupt);
    std::signal(SIGTERM, handleInterrupt);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!wasInterrupted)
            return;
        m_poll.stop();
        Q_EMIT interrupted();
    });
    m_poll.start(50ms);
}
