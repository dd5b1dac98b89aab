// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <QXmppConfiguration.h>

constexpr int patience = 30'000; // ms, for a busy machine

// An XMPP server of the test's own, on the loopback interface. It goes with all its data when this is destroyed.
class TestServer
{
public:
    TestServer(const TestServer &) = delete;
    virtual ~TestServer();

    // If it cannot, the test's log says why. After stop() or kill() it can be started again: on another port, with its
    // accounts and rosters.
    bool start();
    quint16 port() const { return m_port; }

    bool addAccount(const QString &user) const;
    QXmppConfiguration configuration(const QString &user, const QString &resource) const;

    void stop(); // closes the streams of its clients
    void kill(); // leaves them without a word

    QString logTail() const;

protected:
    TestServer() = default;

    // The program is to become the server, in this folder, and to log to its standard output.
    virtual QString name() const = 0;
    virtual bool prepare(QProcess &process) = 0;
    virtual QString portIsOpen() const = 0; // what the log says then
    virtual QString portIsTaken() const = 0;

    QString filePath(const QString &fileName) const { return m_folder.filePath(fileName); }
    bool write(const QString &fileName, const QString &text) const;

    static const QString domain;
    static const QString password;

private:
    bool launch();
    QString log() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
