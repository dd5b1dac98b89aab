// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QXmppClient.h>
#include <QXmppPresence.h>
#include <QXmppTask.h>

#include <QStringList>

// What streams carry, and what a tracker tells of it.

inline QString presenceOf(const QString &from, const QString &content = {}, const QString &attributes = {})
{
    return QStringLiteral("<presence xmlns='jabber:client' from='%1' %2>%3</presence>").arg(from, attributes, content);
}

inline QStringList arrival(const QString &full)
{
    return {QStringLiteral("peerAvailable ") + full.section(u'/', 0, 0), QStringLiteral("resourceAvailable ") + full};
}

inline QStringList departure(const QString &full)
{
    return {
        QStringLiteral("resourceUnavailable ") + full, QStringLiteral("peerUnavailable ") + full.section(u'/', 0, 0)};
}

// What a client without a server would tell if it asked a room to let it in, and sends nowhere.
inline void tellOfJoin(QXmppClient &client, const QString &room)
{
    Q_EMIT client.logMessage(QXmppLogger::SentMessage,
        QStringLiteral("<presence to='%1/me'><x xmlns=\"http://jabber.org/protocol/muc\"/></presence>").arg(room));
}

// Asks for what the room would then tell (XEP-0045, section 7.2).
inline void enterRoom(QXmppClient &client, const QString &room)
{
    QXmppPresence stanza;
    stanza.setTo(room + QStringLiteral("/me"));
    stanza.setMucSupported(true);
    client.send(std::move(stanza));
}
