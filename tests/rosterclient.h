// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDomDocument>
#include <QMap>

#include <QXmppClient.h>
#include <QXmppRosterManager.h>

// A client without a server, whose roster changes by pushes (RFC 6121, section 2.1.6).
class RosterClient : public QXmppClient
{
    Q_OBJECT

public:
    RosterClient()
    {
        configuration().setJid(QStringLiteral("me@example.org/desk"));
        logger()->setLoggingType(QXmppLogger::NoLogging);
    }

    QXmppRosterManager *roster() { return findExtension<QXmppRosterManager>(); }

    void push(const QString &jid, const QString &attributes, const QStringList &groups = {})
    {
        auto item = QStringLiteral("<item jid='%1' %2>").arg(jid, attributes);
        for (const auto &group : groups)
            item += QStringLiteral("<group>%1</group>").arg(group.toHtmlEscaped());
        m_pushed.insert(jid, item + QStringLiteral("</item>"));
        pushItems(m_pushed.value(jid));
    }

    // All at once.
    void pushItems(const QString &items)
    {
        const auto query = QStringLiteral("<query xmlns='jabber:iq:roster'>%1</query>").arg(items);
        QDomDocument document;
        document.setContent(QStringLiteral("<iq xmlns='jabber:client' type='set' id='1'>%1</iq>").arg(query),
            QDomDocument::ParseOption::UseNamespaceProcessing);
        roster()->handleStanza(document.documentElement());
    }

    // What a server sends in a new session.
    void pushAgain() { pushItems(m_pushed.values().join(QString())); }

private:
    QMap<QString, QString> m_pushed; // the last item for each JID
};
