// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QXmppConfiguration;
struct AccountSettings;

// Asks for an account and its password.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SignInDialog(const AccountSettings &settings, QWidget *parent = nullptr);

    // With its password.
    QXmppConfiguration account() const;

private:
    void lay();
    void check();

    QLineEdit *m_jid;
    QLineEdit *m_password;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QPushButton *m_signIn = nullptr;
};
