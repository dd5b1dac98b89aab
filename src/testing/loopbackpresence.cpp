// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "loopbackpresence_p.h"

#include "testclient.h"

#include <QDomElement>

#include <QXmppServer.h>
#include <QXmppUtils.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace XmppPresence {

static QString bare(const QString &jid)
{
    return QXmppUtils::jidToBareJid(jid);
}

static bool isRosterRequest(const QDomElement &stanza)
{
    return stanza.tagName() == u"iq" && stanza.attribute(u"type"_s) == u"get"
        && stanza.firstChildElement(u"query"_s).namespaceURI() == u"jabber:iq:roster";
}

static QXmppPresence presenceFrom(const QString &jid, QXmppPresence::Type type)
{
    QXmppPresence presence(type);
    presence.setFrom(jid);
    return presence;
}

void LoopbackPresence::setRosterItem(const QString &account, const QXmppRosterIq::Item &item)
{
    m_rosters[account].insert(item.bareJid(), item);
}

QXmppRosterIq::Item LoopbackPresence::rosterItem(const QString &account, const QString &jid) const
{
    return m_rosters.value(account).value(jid, contact(jid));
}

QString LoopbackPresence::extensionName() const
{
    return u"presence"_s;
}

bool LoopbackPresence::start()
{
    connect(server(), &QXmppServer::clientConnected, this, &LoopbackPresence::beginSession, Qt::UniqueConnection);
    connect(server(), &QXmppServer::clientDisconnected, this, &LoopbackPresence::endSession, Qt::UniqueConnection);
    return true;
}

// All connections are lost next: nobody is to be told that the others go.
void LoopbackPresence::stop()
{
    m_sessions.clear();
}

void LoopbackPresence::beginSession(const QString &jid)
{
    m_sessions.insert(jid, {});
}

void LoopbackPresence::endSession(const QString &jid)
{
    becomeUnavailable(presenceFrom(jid, QXmppPresence::Unavailable));
    m_sessions.remove(jid);
}

bool LoopbackPresence::handleStanza(const QDomElement &stanza)
{
    if (isRosterRequest(stanza)) {
        sendRoster(stanza);
        return true;
    }
    if (stanza.tagName() != u"presence")
        return false;
    QXmppPresence presence;
    presence.parse(stanza);
    return handlePresence(presence);
}

void LoopbackPresence::sendRoster(const QDomElement &request)
{
    const auto jid = request.attribute(u"from"_s);
    QXmppRosterIq roster;
    roster.setType(QXmppIq::Result);
    roster.setId(request.attribute(u"id"_s));
    roster.setFrom(bare(jid));
    roster.setTo(jid);
    for (const auto &item : m_rosters.value(bare(jid)))
        roster.addItem(item);
    server()->sendPacket(roster);
}

// Returns false for what the server is to pass on as it is.
bool LoopbackPresence::handlePresence(const QXmppPresence &presence)
{
    if (QXmppUtils::jidToDomain(presence.to()) != server()->domain()) {
        bounce(presence);
        return true;
    }
    if (!m_sessions.contains(presence.from()))
        return false;
    const bool isBroadcast = presence.to() == server()->domain(); // QXmppServer puts that where there is no "to"
    switch (presence.type()) {
    case QXmppPresence::Available:
        isBroadcast ? becomeAvailable(presence) : direct(presence);
        return true;
    case QXmppPresence::Unavailable:
        isBroadcast ? becomeUnavailable(presence) : direct(presence);
        return true;
    case QXmppPresence::Probe:
        answer(presence);
        return true;
    default:
        return false;
    }
}

// 4.2.2 and 4.4.2
void LoopbackPresence::becomeAvailable(const QXmppPresence &presence)
{
    auto &session = m_sessions[presence.from()];
    const bool isInitial = !session.presence;
    session.presence = presence;
    broadcast(presence);
    if (!isInitial)
        return;
    for (const auto &[jid, other] : std::as_const(m_sessions).asKeyValueRange()) {
        if (other.presence && jid != presence.from() && isSubscribed(presence.from(), jid))
            deliver(*other.presence, presence.from());
    }
}

// 4.5.2
void LoopbackPresence::becomeUnavailable(const QXmppPresence &presence)
{
    auto &session = m_sessions[presence.from()];
    const bool wasAvailable = session.presence.has_value();
    if (wasAvailable)
        broadcast(presence);
    for (const auto &jid : std::as_const(session.directed)) {
        if (!wasAvailable || !isSubscribed(jid, presence.from()))
            deliver(presence, jid);
    }
    session.presence.reset();
    session.directed.clear();
}

// 4.6.3
void LoopbackPresence::direct(const QXmppPresence &presence)
{
    auto &directed = m_sessions[presence.from()].directed;
    directed.removeAll(presence.to());
    if (presence.type() == QXmppPresence::Available)
        directed.append(presence.to());
    deliver(presence, presence.to());
}

// 4.3.2
void LoopbackPresence::answer(const QXmppPresence &probe)
{
    if (!isSubscribed(probe.from(), probe.to()))
        return deliver(presenceFrom(bare(probe.to()), QXmppPresence::Unsubscribed), probe.from());
    const auto available = availableResources(probe.to());
    if (available.isEmpty())
        return deliver(presenceFrom(probe.to(), QXmppPresence::Unavailable), probe.from());
    for (const auto &presence : available)
        deliver(presence, probe.from());
}

void LoopbackPresence::bounce(const QXmppPresence &presence)
{
    if (presence.type() == QXmppPresence::Error)
        return; // never an error for an error (RFC 6120, 8.3.1)
    auto error = presenceFrom(presence.to(), QXmppPresence::Error);
    error.setId(presence.id());
    error.setError(QXmppStanza::Error(QXmppStanza::Error::Cancel, QXmppStanza::Error::RemoteServerNotFound));
    deliver(error, presence.from());
}

void LoopbackPresence::broadcast(const QXmppPresence &presence)
{
    for (const auto &[jid, session] : std::as_const(m_sessions).asKeyValueRange()) {
        if (session.presence && isSubscribed(jid, presence.from()))
            deliver(presence, jid);
    }
}

// To a full JID, or to each available resource of a bare one.
void LoopbackPresence::deliver(QXmppPresence presence, const QString &to)
{
    presence.setTo(to);
    if (bare(to) != to) {
        server()->sendPacket(presence);
        return;
    }
    for (const auto &available : availableResources(to))
        deliver(presence, available.from());
}

// The last presence of each, of a bare JID, or of a full one.
QList<QXmppPresence> LoopbackPresence::availableResources(const QString &jid) const
{
    QList<QXmppPresence> available;
    for (const auto &[resource, session] : m_sessions.asKeyValueRange()) {
        if (session.presence && (resource == jid || bare(resource) == jid))
            available.append(*session.presence);
    }
    return available;
}

// Everybody is subscribed to the other resources of the own account (4.2.2).
bool LoopbackPresence::isSubscribed(const QString &jid, const QString &to) const
{
    if (bare(jid) == bare(to))
        return true;
    const auto subscription = m_rosters.value(bare(to)).value(bare(jid)).subscriptionType();
    return subscription == QXmppRosterIq::Item::From || subscription == QXmppRosterIq::Item::Both;
}

} // namespace XmppPresence
