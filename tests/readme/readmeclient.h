// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QXmppClient.h>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceTracker>

// What a program of the README has for a client when it is run by the test: it signs in on the test's own server.
class ReadmeClient : public QXmppClient
{
public:
    void connectToServer(const QString &jid, const QString &password);
};

#define QXmppClient ReadmeClient
