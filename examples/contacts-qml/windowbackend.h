// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "accountsettings.h"

#include <QObject>
#include <QtQmlIntegration>

class LoopbackDemo;
class Session;

// What the window asks C++ for: the session, the demonstration, and which account it is to be.
class WindowBackend : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("loopbackdemo.h")
    Q_MOC_INCLUDE("session.h")
    QML_ELEMENT
    QML_UNCREATABLE("The window is given it.")
    Q_PROPERTY(Session *session READ session CONSTANT FINAL)
    Q_PROPERTY(LoopbackDemo *demo READ demo CONSTANT FINAL)
    Q_PROPERTY(QString rememberedJid READ rememberedJid CONSTANT FINAL)
    Q_PROPERTY(QString rememberedHost READ rememberedHost CONSTANT FINAL)
    Q_PROPERTY(int rememberedPort READ rememberedPort CONSTANT FINAL)

public:
    WindowBackend(Session *session, LoopbackDemo *demo, QObject *parent = nullptr);

    Session *session() const { return m_session; }
    LoopbackDemo *demo() const { return m_demo; }

    // The account that was signed in to when the program ran last.
    QString rememberedJid() const { return m_remembered.jid; }
    QString rememberedHost() const { return m_remembered.host; }
    int rememberedPort() const { return m_remembered.port; }

    Q_INVOKABLE static bool isAccountJid(const QString &jid);

public Q_SLOTS:
    // An empty host means: the one that the JID says.
    void signIn(const QString &jid, const QString &password, const QString &host, int port);

Q_SIGNALS:
    // Nobody has said the password of the session's account yet.
    void passwordWanted();

private:
    void remember() const;

    Session *m_session;
    LoopbackDemo *m_demo;
    const AccountSettings m_remembered = AccountSettings::load();
};
