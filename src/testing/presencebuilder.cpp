// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencebuilder.h"

#include "xml_p.h"

#include <QDateTime>

#include <QXmppElement.h>
#include <QXmppUtils.h>

#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

PresenceBuilder::PresenceBuilder(const QString &from)
{
    m_stanza.setFrom(from);
}

PresenceBuilder::PresenceBuilder(QXmppPresence stanza)
    : m_stanza(std::move(stanza))
{
}

template <typename Change>
PresenceBuilder PresenceBuilder::with(const Change &change) const
{
    auto changed = *this;
    change(changed.m_stanza);
    return changed;
}

PresenceBuilder PresenceBuilder::type(QXmppPresence::Type type) const
{
    return with([&](QXmppPresence &stanza) { stanza.setType(type); });
}

PresenceBuilder PresenceBuilder::show(QXmppPresence::AvailableStatusType show) const
{
    return with([&](QXmppPresence &stanza) {
        stanza.setType(QXmppPresence::Available);
        stanza.setAvailableStatusType(show);
    });
}

PresenceBuilder PresenceBuilder::online() const
{
    return show(QXmppPresence::Online);
}

PresenceBuilder PresenceBuilder::away() const
{
    return show(QXmppPresence::Away);
}

PresenceBuilder PresenceBuilder::xa() const
{
    return show(QXmppPresence::XA);
}

PresenceBuilder PresenceBuilder::chat() const
{
    return show(QXmppPresence::Chat);
}

PresenceBuilder PresenceBuilder::dnd() const
{
    return show(QXmppPresence::DND);
}

PresenceBuilder PresenceBuilder::unavailable() const
{
    return type(QXmppPresence::Unavailable);
}

PresenceBuilder PresenceBuilder::error(QXmppStanza::Error::Condition condition, const QString &text) const
{
    return with([&](QXmppPresence &stanza) {
        stanza.setType(QXmppPresence::Error);
        stanza.setError({QXmppStanza::Error::Cancel, condition, text});
    });
}

PresenceBuilder PresenceBuilder::subscribe() const
{
    return type(QXmppPresence::Subscribe);
}

PresenceBuilder PresenceBuilder::subscribed() const
{
    return type(QXmppPresence::Subscribed);
}

PresenceBuilder PresenceBuilder::unsubscribe() const
{
    return type(QXmppPresence::Unsubscribe);
}

PresenceBuilder PresenceBuilder::unsubscribed() const
{
    return type(QXmppPresence::Unsubscribed);
}

PresenceBuilder PresenceBuilder::probe() const
{
    return type(QXmppPresence::Probe);
}

PresenceBuilder PresenceBuilder::to(const QString &jid) const
{
    return with([&](QXmppPresence &stanza) { stanza.setTo(jid); });
}

PresenceBuilder PresenceBuilder::id(const QString &id) const
{
    return with([&](QXmppPresence &stanza) { stanza.setId(id); });
}

PresenceBuilder PresenceBuilder::status(const QString &text) const
{
    return with([&](QXmppPresence &stanza) { stanza.setStatusText(text); });
}

PresenceBuilder PresenceBuilder::priority(int priority) const
{
    return with([&](QXmppPresence &stanza) { stanza.setPriority(priority); });
}

PresenceBuilder PresenceBuilder::capabilities(const QString &node, const QString &ver, const QString &hash) const
{
    return with([&](QXmppPresence &stanza) {
        stanza.setCapabilityNode(node);
        stanza.setCapabilityVer(QByteArray::fromBase64(ver.toLatin1()));
        stanza.setCapabilityHash(hash);
    });
}

PresenceBuilder PresenceBuilder::idleSince(const QDateTime &time) const
{
    return with([&](QXmppPresence &stanza) { stanza.setLastUserInteraction(time); });
}

PresenceBuilder PresenceBuilder::delayed(const QDateTime &time, const QString &by) const
{
    QXmppElement delay;
    delay.setTagName(u"delay"_s);
    delay.setAttribute(u"xmlns"_s, u"urn:xmpp:delay"_s);
    delay.setAttribute(u"stamp"_s, QXmppUtils::datetimeToString(time));
    if (!by.isEmpty())
        delay.setAttribute(u"from"_s, by);
    return element(delay);
}

PresenceBuilder PresenceBuilder::photo(const QByteArray &hash) const
{
    return with([&](QXmppPresence &stanza) {
        stanza.setVCardUpdateType(
            hash.isEmpty() ? QXmppPresence::VCardUpdateNoPhoto : QXmppPresence::VCardUpdateValidPhoto);
        stanza.setPhotoHash(hash);
    });
}

PresenceBuilder PresenceBuilder::occupant(
    QXmppMucItem::Affiliation affiliation, QXmppMucItem::Role role, const QString &jid) const
{
    return with([&](QXmppPresence &stanza) {
        auto item = stanza.mucItem();
        item.setAffiliation(affiliation);
        item.setRole(role);
        item.setJid(jid);
        stanza.setMucItem(item);
    });
}

PresenceBuilder PresenceBuilder::statusCode(int code) const
{
    return with([&](QXmppPresence &stanza) { stanza.setMucStatusCodes(stanza.mucStatusCodes() << code); });
}

PresenceBuilder PresenceBuilder::renamedTo(const QString &nickname) const
{
    const auto renamed = with([&](QXmppPresence &stanza) {
        auto item = stanza.mucItem();
        item.setNick(nickname);
        stanza.setMucItem(item);
    });
    return renamed.unavailable().statusCode(303);
}

PresenceBuilder PresenceBuilder::reason(const QString &text, const QString &actor) const
{
    return with([&](QXmppPresence &stanza) {
        auto item = stanza.mucItem();
        item.setReason(text);
        item.setActor(actor);
        stanza.setMucItem(item);
    });
}

PresenceBuilder PresenceBuilder::element(const QXmppElement &element) const
{
    return with([&](QXmppPresence &stanza) { stanza.setExtensions(stanza.extensions() << element); });
}

bool operator==(const PresenceBuilder &a, const QXmppPresence &b)
{
    return presenceXml(a.m_stanza) == presenceXml(b);
}

char *toString(const PresenceBuilder &builder)
{
    return qstrdup(presenceXml(builder.m_stanza).toUtf8().constData());
}

QString presenceXml(const QXmppPresence &stanza)
{
    return xmlOf(stanza);
}

} // namespace XmppPresence
