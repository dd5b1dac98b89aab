// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "testserver.h"

#include <QMap>

#include <chrono>

class ProsodyServer : public TestServer
{
public:
    // Keeps streams for this long, or has no stream management; with these modules beside those that every test needs.
    explicit ProsodyServer(std::chrono::seconds resumption = {}, const QStringList &modules = {});

    // Accounts, before start(). With the module "groups" those of a group have each other in their rosters, by the
    // names that are given here.
    bool addGroups(const QMap<QString, QMap<QString, QString>> &namesByUserByGroup) const;

protected:
    QString name() const override;
    bool prepare(QProcess &process) override;
    QString portIsOpen() const override;
    QString portIsTaken() const override;

private:
    const std::chrono::seconds m_resumption;
    const QStringList m_modules;
};
