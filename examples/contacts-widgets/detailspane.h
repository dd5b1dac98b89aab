// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>

#include <QPersistentModelIndex>
#include <QStackedWidget>
#include <QTimer>

class QLabel;

// One contact: who it is, how it is, and on which devices.
class DetailsPane : public QStackedWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(XmppPresence::PresenceTracker *tracker, QWidget *parent = nullptr);

    // What is told of the contact when its row has gone is what its row has said last.
    void setContact(const QPersistentModelIndex &contact);

private:
    QWidget *makePage();
    QWidget *makeHead();
    void updateContact();
    void updatePresence();
    void updateDevices();

    XmppPresence::PresenceWatcher m_watcher;
    XmppPresence::ResourceModel m_devices;
    QPersistentModelIndex m_contact;
    QTimer m_minute; // ages change by themselves

    QLabel *m_icon = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_jid = nullptr;
    QLabel *m_availability = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_groups = nullptr;
    QLabel *m_heading = nullptr;
};
