// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDomDocument>
#include <QString>

#include <QXmppPresence.h>

// What the benchmarks send: a stanza with all that one usually has, and its like.

inline QString bareJidOf(qint64 peer)
{
    return QStringLiteral("peer%1@example.org").arg(peer);
}

inline QString xmlOf(const QString &from, qint64 turn)
{
    return QStringLiteral("<presence xmlns='jabber:client' from='%1' to='me@example.org/desk' xml:lang='en'>"
                          "<show>%2</show><status>status %3</status><priority>5</priority>"
                          "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org/client'"
                          " ver='QgayPKawpkPSDYmwT/WM94uAlu0='/><x xmlns='vcard-temp:x:update'>"
                          "<photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x></presence>")
        .arg(from, turn % 2 ? QStringLiteral("away") : QStringLiteral("dnd"))
        .arg(turn);
}

inline QXmppPresence parsed(const QString &xml)
{
    QDomDocument document;
    document.setContent(xml, QDomDocument::ParseOption::UseNamespaceProcessing);
    QXmppPresence stanza;
    stanza.parse(document.documentElement());
    return stanza;
}
