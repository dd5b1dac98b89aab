// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QTimer>

// Tells of Ctrl+C and of a request to terminate, the first of them: a second one ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);

Q_SIGNALS:
    void interrupted();

private:
    QTimer m_poll;
};
