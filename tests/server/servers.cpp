// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "servers.h"

#include "ejabberdserver.h"
#include "prosodyserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

void addServers()
{
    QTest::addColumn<bool>("isEjabberd");
    const auto only = qEnvironmentVariable("XMPPPRESENCE_SERVER");
    if (only != "ejabberd"_L1)
        QTest::newRow("Prosody") << false;
    if (only != "Prosody"_L1)
        QTest::newRow("ejabberd") << true;
}

std::unique_ptr<TestServer> newServer(std::chrono::seconds resumption)
{
    QFETCH_GLOBAL(const bool, isEjabberd);
    if (isEjabberd)
        return std::make_unique<EjabberdServer>(resumption);
    return std::make_unique<ProsodyServer>(resumption);
}
