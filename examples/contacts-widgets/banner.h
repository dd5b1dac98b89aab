// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class Session;

// Says how the connection is, while it is not as it should be, and what can be done about it.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(Session *session, QWidget *parent = nullptr);

Q_SIGNALS:
    void passwordWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    void updateColors();
    QString buttonText() const;
    void act();

    Session *m_session;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_reason;
    QPushButton *m_button;
};
