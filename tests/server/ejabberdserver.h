// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "testserver.h"

#include <chrono>

class EjabberdServer : public TestServer
{
public:
    // Keeps streams for this long, or has no stream management.
    explicit EjabberdServer(std::chrono::seconds resumption = {});

protected:
    QString name() const override;
    bool prepare(QProcess &process) override;
    QString portIsOpen() const override;
    QString portIsTaken() const override;

private:
    const std::chrono::seconds m_resumption;
};
