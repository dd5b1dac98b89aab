// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class Session;

// What the others see of the user.
class OwnPresence : public QWidget
{
    Q_OBJECT

public:
    explicit OwnPresence(Session *session, QWidget *parent = nullptr);

private:
    void lay();
    void listen();
    void update();

    Session *m_session;
    QLabel *m_jid;
    QComboBox *m_availability;
    QLineEdit *m_status;
    QSpinBox *m_priority;
};
