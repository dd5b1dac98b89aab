// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <QXmppConfiguration.h>

constexpr int patience = 30'000; // ms, for a busy machine

// A Prosody of the test's own, on the loopback interface. It goes with all its data when this is destroyed.
class ProsodyServer
{
public:
    // With these modules beside those that every test needs.
    explicit ProsodyServer(const QStringList &modules = {});
    ~ProsodyServer();

    // If it cannot, the test's log says why. After stop() or kill() it can be started again: on another port, with its
    // accounts and rosters.
    bool start();
    quint16 port() const { return m_port; }

    bool addAccount(const QString &user) const;
    // Many at once, before start(). With the module "groups" those of a group have each other in their rosters, by the
    // names that are given here.
    bool addGroups(const QMap<QString, QMap<QString, QString>> &namesByUserByGroup) const;
    QXmppConfiguration configuration(const QString &user, const QString &resource) const;

    void stop(); // closes the streams of its clients
    void kill(); // leaves them without a word

    QString logTail() const;

private:
    bool launch();
    bool writeConfiguration() const;
    bool write(const QString &fileName, const QString &text) const;
    bool run(QProcess &process, const QString &program, const QStringList &arguments) const;
    QString log() const;

    const QStringList m_modules;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
