// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QProcess>

// An X server that shows nothing to anybody, on a display that was free. It ends with this.
class VirtualDisplay
{
public:
    VirtualDisplay() { m_server.setProgram(QStringLiteral("Xvfb")); }

    ~VirtualDisplay()
    {
        m_server.terminate();
        if (!m_server.waitForFinished(5000))
            m_server.kill();
        m_server.waitForFinished();
    }

    bool start()
    {
        m_server.setArguments({QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
            QStringLiteral("0"), QStringLiteral("1920x1440x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        m_server.start();
        while (!m_server.canReadLine()) {
            if (!m_server.waitForReadyRead())
                return false;
        }
        m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
        return m_name.size() > 1;
    }

    // What DISPLAY is to be.
    QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};
