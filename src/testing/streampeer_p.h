// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QXmlStreamReader>

#include <QXmppConfiguration.h>
#include <QXmppRosterIq.h>

namespace XmppPresence {

// The other end of a client's stream: lets it in, and has it say what a test wants. The sections are RFC 6120's.
class StreamPeer : public QObject
{
    Q_OBJECT

public:
    // Lets in whom the account names, whenever it is asked.
    explicit StreamPeer(QXmppConfiguration *account);

    // False if there is no free port on the loopback interface.
    bool listen() { return m_listener.isListening() || m_listener.listen(QHostAddress::LocalHost); }
    void configure();

    void write(const QString &xml);
    void flush();
    void abort(); // with no farewell
    void shutDown(); // the stream, with an error (4.9.3.21)

    // Each difference to the roster that the client was told of (RFC 6121, section 2.1.6). It is told of them now.
    QString rosterPushes();

    QList<QXmppRosterIq::Item> roster;
    bool isManaged = true; // XEP-0198
    bool isResuming = false; // a session that is asked for

private:
    struct Element // below that of the stream
    {
        QString name;
        QXmlStreamAttributes attributes;
        QString child;
        QString childNamespace;
    };

    void accept();
    void read();
    void beginElement();
    void endElement();
    void beginStream();
    void handle(const Element &element);
    void handleIq(const Element &iq);
    void resume();

    QXmppConfiguration *const m_account;
    QTcpServer m_listener;
    QPointer<QTcpSocket> m_socket;
    QXmlStreamReader m_reader;
    int m_depth = 0;
    Element m_element;
    bool m_isSignedIn = false;
    quint32 m_handled = 0; // stanzas of the client (XEP-0198, section 4)
    QList<QXmppRosterIq::Item> m_toldRoster;
};

} // namespace XmppPresence
