// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDomDocument>
#include <QString>

#include <QXmppPresence.h>

// What the benchmarks send: stanzas with all that one usually has, each with texts of its own, as the network brings
// them.

struct Received
{
    QDomElement element;
    QXmppPresence stanza;
};

inline QString bareJidOf(qint64 peer)
{
    return QStringLiteral("peer%1@example.org").arg(peer);
}

inline QString deskOf(qint64 peer)
{
    return bareJidOf(peer) + QStringLiteral("/desk");
}

inline QString xmlOf(const QString &from, const QString &content = {})
{
    static qint64 turn = 0;
    ++turn;
    return QStringLiteral("<presence xmlns='jabber:client' from='%1' to='me@example.org/desk' xml:lang='en'>"
                          "<show>%2</show><status>status %3</status><priority>5</priority>"
                          "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org/client'"
                          " ver='QgayPKawpkPSDYmwT/WM94uAlu0='/><x xmlns='vcard-temp:x:update'>"
                          "<photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x>%4</presence>")
        .arg(from, turn % 2 ? QStringLiteral("away") : QStringLiteral("dnd"))
        .arg(turn)
        .arg(content);
}

inline Received parsed(const QString &xml)
{
    QDomDocument document;
    document.setContent(xml, QDomDocument::ParseOption::UseNamespaceProcessing);
    Received received{document.documentElement(), {}};
    received.stanza.parse(received.element);
    return received;
}

inline Received available(const QString &from)
{
    return parsed(xmlOf(from));
}

inline Received unavailable(const QString &from)
{
    return parsed(QStringLiteral("<presence xmlns='jabber:client' from='%1' type='unavailable'/>").arg(from));
}

inline const QString room = QStringLiteral("room@chat.example.org");

// XEP-0045, section 7.2.2.
inline Received occupant(qint64 number, const QString &status = {})
{
    return parsed(xmlOf(QStringLiteral("%1/occupant %2").arg(room).arg(number),
        QStringLiteral("<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'/>"
                       "%1</x>")
            .arg(status)));
}
