// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "streampeer_p.h"

#include "xml_p.h"

#include <algorithm>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

StreamPeer::StreamPeer(QXmppConfiguration *account)
    : m_account(account)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &StreamPeer::accept);
}

void StreamPeer::configure()
{
    m_account->setPassword(u"secret"_s);
    m_account->setHost(m_listener.serverAddress().toString());
    m_account->setPort(m_listener.serverPort());
    m_account->setStreamSecurityMode(QXmppConfiguration::TLSDisabled);
    m_account->setUseSasl2Authentication(false);
    m_account->setDisabledSaslMechanisms({}); // as PLAIN is without TLS
    m_account->setAutoReconnectionEnabled(false);
}

void StreamPeer::write(const QString &xml)
{
    if (m_socket)
        m_socket->write(xml.toUtf8());
}

void StreamPeer::flush()
{
    if (m_socket)
        m_socket->flush();
}

void StreamPeer::abort()
{
    if (m_socket)
        m_socket->abort();
}

void StreamPeer::shutDown()
{
    write(u"<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
          "</stream:stream>"_s);
    if (m_socket)
        m_socket->disconnectFromHost();
}

static QString push(const QXmppRosterIq::Item &item)
{
    QXmppRosterIq iq;
    iq.setType(QXmppIq::Set);
    iq.addItem(item);
    return xmlOf(iq);
}

static bool hasJid(const QList<QXmppRosterIq::Item> &items, const QString &jid)
{
    return std::ranges::any_of(items, [&](const auto &item) { return item.bareJid() == jid; });
}

QString StreamPeer::rosterPushes()
{
    const auto before = std::exchange(m_toldRoster, roster);
    QString pushes;
    for (auto item : before) {
        item.setSubscriptionType(QXmppRosterIq::Item::Remove);
        if (!hasJid(roster, item.bareJid()))
            pushes += push(item);
    }
    for (const auto &item : std::as_const(roster)) {
        const auto isSame = [&](const QXmppRosterIq::Item &other) { return xmlOf(item) == xmlOf(other); };
        if (std::ranges::none_of(before, isSame))
            pushes += push(item);
    }
    return pushes;
}

void StreamPeer::accept()
{
    if (m_socket)
        m_socket->deleteLater();
    m_socket = m_listener.nextPendingConnection();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_reader.clear();
    m_depth = 0;
    m_isSignedIn = false;
    connect(m_socket, &QTcpSocket::readyRead, this, &StreamPeer::read);
}

// What ends in the middle of an element goes on with what comes next.
void StreamPeer::read()
{
    m_reader.addData(m_socket->readAll());
    while (!m_reader.atEnd()) {
        const auto token = m_reader.readNext();
        if (token == QXmlStreamReader::StartElement)
            beginElement();
        else if (token == QXmlStreamReader::EndElement)
            endElement();
    }
}

void StreamPeer::beginElement()
{
    const auto name = m_reader.name().toString();
    switch (m_depth++) {
    case 0:
        return beginStream();
    case 1:
        m_element = {name, m_reader.attributes(), {}, {}};
        return;
    case 2:
        m_element.child = name;
        m_element.childNamespace = m_reader.namespaceUri().toString();
        return;
    default:
        return;
    }
}

void StreamPeer::endElement()
{
    switch (--m_depth) {
    case 0:
        return m_socket->disconnectFromHost();
    case 1:
        return handle(m_element);
    default:
        return;
    }
}

void StreamPeer::beginStream()
{
    const auto login =
        u"<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"_s;
    const auto bind = u"<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"_s;
    const auto management = isManaged ? u"<sm xmlns='urn:xmpp:sm:3'/>"_s : QString();
    write(u"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0' "
          "from='%1'><stream:features>%2</stream:features>"_s.arg(
              m_account->domain(), m_isSignedIn ? QString(bind + management) : login));
}

void StreamPeer::handle(const Element &element)
{
    if (element.name == "auth"_L1) {
        m_isSignedIn = true;
        m_reader.clear(); // the stream begins anew (6.4.6)
        m_depth = 0;
        write(u"<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"_s);
    } else if (element.name == "enable"_L1) {
        m_handled = 0;
        write(u"<enabled xmlns='urn:xmpp:sm:3' id='1' resume='true'/>"_s);
    } else if (element.name == "resume"_L1) {
        resume();
    } else if (element.name == "r"_L1) {
        write(u"<a xmlns='urn:xmpp:sm:3' h='%1'/>"_s.arg(m_handled));
    } else if (element.name == "iq"_L1 || element.name == "message"_L1 || element.name == "presence"_L1) {
        ++m_handled;
        if (element.name == "iq"_L1)
            handleIq(element);
    }
}

void StreamPeer::resume()
{
    write(isResuming ? u"<resumed xmlns='urn:xmpp:sm:3' previd='1' h='%1'/>"_s.arg(m_handled)
                     : u"<failed xmlns='urn:xmpp:sm:3'/>"_s);
}

// What is asked of others stays without an answer, unless the test gives one.
void StreamPeer::handleIq(const Element &iq)
{
    const auto to = iq.attributes.value("to"_L1).toString();
    const auto type = iq.attributes.value("type"_L1);
    const bool isToServer = to.isEmpty() || to == m_account->jidBare() || to == m_account->domain();
    if (!isToServer || (type != "get"_L1 && type != "set"_L1))
        return;
    const auto id = iq.attributes.value("id"_L1).toString();
    if (iq.childNamespace == "urn:ietf:params:xml:ns:xmpp-bind"_L1) {
        write(u"<iq type='result' id='%1'><bind xmlns='%2'><jid>%3</jid></bind></iq>"_s.arg(
            id.toHtmlEscaped(), iq.childNamespace, m_account->jid().toHtmlEscaped()));
    } else if (iq.childNamespace == "jabber:iq:roster"_L1 && type == "get"_L1) {
        QXmppRosterIq result;
        result.setType(QXmppIq::Result);
        result.setId(id);
        for (const auto &item : std::as_const(roster))
            result.addItem(item);
        m_toldRoster = roster;
        write(xmlOf(result));
    } else {
        write(u"<iq type='error' id='%1'><error type='cancel'>"
              "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"_s.arg(
                  id.toHtmlEscaped()));
    }
}

} // namespace XmppPresence
