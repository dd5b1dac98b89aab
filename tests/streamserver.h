// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <QXmppConfiguration.h>

// Just enough of a server for one stream that may be resumed (XEP-0198): it says what the test has it say.
class StreamServer : public QTcpServer
{
public:
    StreamServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            m_isSignedIn = false;
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const auto text = QString::fromUtf8(socket->readAll());
                received += text;
                socket->write(answer(text).toUtf8());
            });
        });
    }

    void send(const QString &xml)
    {
        for (auto *socket : findChildren<QTcpSocket *>())
            socket->write(xml.toUtf8());
    }

    void loseConnections()
    {
        for (auto *socket : findChildren<QTcpSocket *>())
            socket->abort();
    }

    QXmppConfiguration configuration() const
    {
        using namespace Qt::StringLiterals;
        QXmppConfiguration configuration;
        configuration.setJid(u"romeo@localhost/wall"_s);
        configuration.setPassword(u"secret"_s);
        configuration.setHost(serverAddress().toString());
        configuration.setPort(serverPort());
        configuration.setStreamSecurityMode(QXmppConfiguration::TLSDisabled);
        configuration.setUseSasl2Authentication(false);
        configuration.setDisabledSaslMechanisms({});
        configuration.setAutoReconnectionEnabled(false);
        return configuration;
    }

    enum class Resumption { Success, Failure, Silence };
    Resumption resumption = Resumption::Failure;
    bool isRefusing = false;
    QString received;

private:
    QString answer(const QString &text)
    {
        using namespace Qt::StringLiterals;
        static const auto login = u"<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>"
                                  "</mechanisms>"_s;
        static const auto session = u"<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>"_s;
        QString answer;
        if (text.contains("<stream:stream"_L1)) {
            answer += u"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1' "
                      "version='1.0' from='localhost'><stream:features>%1</stream:features>"_s.arg(
                          m_isSignedIn ? session : login);
        }
        if (text.contains("<auth"_L1) && isRefusing)
            return answer + u"<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>"_s;
        if (text.contains("<auth"_L1)) {
            m_isSignedIn = true;
            answer += u"<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"_s;
        }
        if (text.contains("<bind"_L1)) {
            static const QRegularExpression id(u"id=['\"]([^'\"]+)"_s);
            answer += u"<iq type='result' id='%1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<jid>romeo@localhost/wall</jid></bind></iq>"_s.arg(id.match(text).captured(1));
        }
        if (text.contains("<resume "_L1) && resumption != Resumption::Silence)
            answer += resumption == Resumption::Success ? u"<resumed xmlns='urn:xmpp:sm:3' previd='1' h='0'/>"_s
                                                        : u"<failed xmlns='urn:xmpp:sm:3'/>"_s;
        if (text.contains("<enable "_L1))
            answer += u"<enabled xmlns='urn:xmpp:sm:3' id='1' resume='true'/>"_s;
        return answer;
    }

    bool m_isSignedIn = false;
};
