// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QMap>

#include <QXmppPresence.h>
#include <QXmppRosterIq.h>
#include <QXmppServerExtension.h>

#include <optional>

namespace XmppPresence {

// What QXmppServer lacks: the roster, and presence. The sections named here are RFC 6121's.
class LoopbackPresence : public QXmppServerExtension
{
    Q_OBJECT

public:
    void setRosterItem(const QString &account, const QXmppRosterIq::Item &item);
    QXmppRosterIq::Item rosterItem(const QString &account, const QString &jid) const; // a new one, if there is none

    QString extensionName() const override;
    bool handleStanza(const QDomElement &stanza) override;
    bool start() override;
    void stop() override;

private:
    struct Session
    {
        std::optional<QXmppPresence> presence; // what was broadcast last, while the resource is available
        QStringList directed; // who was sent presence apart from that (4.6)
    };

    void beginSession(const QString &jid);
    void endSession(const QString &jid);
    void sendRoster(const QDomElement &request);
    bool handlePresence(const QXmppPresence &presence);
    void becomeAvailable(const QXmppPresence &presence);
    void becomeUnavailable(const QXmppPresence &presence);
    void direct(const QXmppPresence &presence);
    void answer(const QXmppPresence &probe);
    void bounce(const QXmppPresence &presence);

    void broadcast(const QXmppPresence &presence);
    void deliver(QXmppPresence presence, const QString &to);
    QList<QXmppPresence> availableResources(const QString &jid) const;
    bool isSubscribed(const QString &jid, const QString &to) const;

    QMap<QString, QMap<QString, QXmppRosterIq::Item>> m_rosters; // by the bare JIDs of account and contact
    QMap<QString, Session> m_sessions; // by full JID
};

} // namespace XmppPresence
