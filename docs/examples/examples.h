// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QIcon>
#include <QStringList>

#include <XmppPresence/Availability>

class QLabel;
class QListView;
class QIODevice;
class QModelIndex;
class QXmppClient;
class QXmppPresence;

namespace XmppPresence {
class ContactListModel;
class LoopbackServer;
class PresenceItemModel;
class PresenceModel;
class PresenceTracePlayer;
class PresenceTracker;
class PresenceWatcher;
class ResourceModel;
class TestClient;
} // namespace XmppPresence

// values.cpp
bool mayInterrupt(const QXmppPresence &stanza);
QString describe(XmppPresence::Availability availability);
QString idleText(const QModelIndex &index);
void showStatus(QLabel &label, const QXmppPresence &stanza);
void sayWhyTheyLeft(const XmppPresence::PresenceTracker &tracker, QObject *context);
void speakGerman();

// models.cpp
XmppPresence::ContactListModel *showContacts(XmppPresence::PresenceTracker &tracker, QListView &listView);
void arrange(XmppPresence::ContactListModel &contacts, QXmppClient &client);
XmppPresence::PresenceModel *showEverybody(XmppPresence::PresenceTracker &tracker, QListView &listView);
XmppPresence::ResourceModel *showDevices(XmppPresence::PresenceTracker &tracker, QListView &listView);
void showRoom(XmppPresence::ResourceModel &occupants);
QString title(const XmppPresence::PresenceItemModel &model);
QStringList listStatus(XmppPresence::PresenceItemModel &model);
void decorate(XmppPresence::PresenceItemModel &model);
QIcon busyIcon();

// watcher.cpp
XmppPresence::PresenceWatcher *showInTitle(XmppPresence::PresenceTracker &tracker, QLabel &title);
QStringList details(XmppPresence::PresenceWatcher &watcher, XmppPresence::PresenceTracker &tracker);

// testing.cpp
void signIn(XmppPresence::LoopbackServer &server, QXmppClient &client);
void recordSignals();
void joinRoom();
void useClient();
void buildStanzas(XmppPresence::TestClient &client, const XmppPresence::PresenceTracker &tracker);
void recordTrace(XmppPresence::TestClient &client, XmppPresence::PresenceTracker &tracker, QIODevice &file);
void playTrace(QIODevice &file);
void playRoom(XmppPresence::TestClient &client, XmppPresence::PresenceTracePlayer &player);
