// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>
#include <QTimer>

class QXmppClient;

namespace XmppPresence {

// Tells what becomes of a client's session, as well as QXmpp (1.10) lets one know.
class StreamWatch : public QObject
{
    Q_OBJECT

public:
    explicit StreamWatch(QXmppClient *client);

    // QXmpp goes on with what it has read, even if the session has ended meanwhile.
    bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void suspended(); // the connection is lost, and the session may be resumed (XEP-0198)
    void resumed();
    void ended(); // for good
    void begun(); // another one, of which the initial presence follows: the former one has ended

private:
    void connectionLost();
    void connected();
    void end();
    bool isLoggedOut() const;
    bool mayResume(bool wasLive) const;

    QXmppClient *const m_client;
    bool m_isLive = false;
    bool m_isManaged = false; // the session that is live, or was last
    bool m_isSuspended = false;
    bool m_isOver = false; // and no other one has begun
    bool m_isClosed = false; // so that nothing can be resumed
    QTimer m_logOutTimer{this};
};

} // namespace XmppPresence
