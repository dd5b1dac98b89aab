// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>

//! [pane]
// A part of an application: the list of contacts, and a line above it.
class ContactsPane : public QObject
{
    Q_OBJECT

public:
    explicit ContactsPane(QXmppClient *client);

    QString headline() const;

private:
    XmppPresence::PresenceTracker m_tracker;
    XmppPresence::ContactListModel m_contacts;
};
//! [pane]
