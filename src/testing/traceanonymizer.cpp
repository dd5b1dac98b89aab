// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "traceanonymizer_p.h"

#include "traceevent_p.h"

#include <QCryptographicHash>
#include <QDomElement>

#include <algorithm>
#include <optional>
#include <vector>

namespace XmppPresence {

using namespace Qt::StringLiterals;

struct TraceAnonymizer::Rule
{
    QLatin1StringView xmlns;
    QLatin1StringView name; // or any
    std::vector<std::pair<QLatin1StringView, Treatment>> attributes = {};
    std::optional<Treatment> text = {};
};

const TraceAnonymizer::Rule *TraceAnonymizer::ruleFor(const QDomElement &element)
{
    using enum Treatment;
    static constexpr auto client = "jabber:client"_L1;
    static constexpr auto error = "urn:ietf:params:xml:ns:xmpp-stanzas"_L1;
    static constexpr auto room = "http://jabber.org/protocol/muc#user"_L1;
    static constexpr auto photo = "vcard-temp:x:update"_L1;
    static const std::vector<Rule> rules{
        {client, "presence"_L1,
            {{"from"_L1, Jid}, {"to"_L1, Jid}, {"id"_L1, Id}, {"type"_L1, Keep}, {"lang"_L1, Keep}}},
        {client, "show"_L1, {}, Show},
        {client, "priority"_L1, {}, Number},
        {client, "status"_L1, {{"lang"_L1, Keep}}, Text},
        {client, "error"_L1, {{"type"_L1, Keep}, {"by"_L1, Jid}}},
        {error, "text"_L1, {}, Text},
        {error, ""_L1},
        {"http://jabber.org/protocol/caps"_L1, "c"_L1, {{"node"_L1, Keep}, {"ver"_L1, Keep}, {"hash"_L1, Keep}}},
        {"urn:xmpp:delay"_L1, "delay"_L1, {{"from"_L1, Jid}, {"stamp"_L1, Keep}}},
        {"urn:xmpp:idle:1"_L1, "idle"_L1, {{"since"_L1, Keep}}},
        {"jabber:iq:last"_L1, "query"_L1, {{"seconds"_L1, Keep}}},
        {"http://jabber.org/protocol/nick"_L1, "nick"_L1, {}, Resource},
        {photo, "x"_L1},
        {photo, "photo"_L1, {}, PhotoHash},
        {"http://jabber.org/protocol/muc"_L1, "x"_L1},
        {room, "x"_L1},
        {room, "item"_L1, {{"affiliation"_L1, Keep}, {"role"_L1, Keep}, {"jid"_L1, Jid}, {"nick"_L1, Resource}}},
        {room, "actor"_L1, {{"jid"_L1, Jid}, {"nick"_L1, Resource}}},
        {room, "reason"_L1, {}, Text},
        {room, "status"_L1, {{"code"_L1, Keep}}},
        {room, "destroy"_L1, {{"jid"_L1, Jid}}},
    };
    const auto xmlns = element.namespaceURI().isEmpty() ? QString(client) : element.namespaceURI();
    const auto rule = std::ranges::find_if(rules, [&](const Rule &candidate) {
        return candidate.xmlns == xmlns && (candidate.name.isEmpty() || candidate.name == element.localName());
    });
    return rule == rules.end() ? nullptr : &*rule;
}

QString TraceAnonymizer::alias(const QString &kind, const QString &name)
{
    auto &names = m_aliases[kind];
    const auto number = names.value(name, names.size() + 1);
    names.insert(name, number);
    return kind + QString::number(number);
}

// Node and domain are the same in any case (RFC 7622), the resource is not.
QString TraceAnonymizer::jid(const QString &jid)
{
    const auto bare = jid.section(u'/', 0, 0).normalized(QString::NormalizationForm_KC).toCaseFolded();
    const auto domain = bare.section(u'@', 1);
    QString result;
    if (!bare.contains(u'@'))
        result = bare.isEmpty() ? QString() : QString(alias(u"domain"_s, bare) + u".example");
    else
        result = alias(u"user"_s, bare.section(u'@', 0, 0)) + u'@' + alias(u"domain"_s, domain) + u".example";
    if (jid.contains(u'/'))
        result += u'/' + treated(jid.section(u'/', 1), Treatment::Resource);
    return result;
}

QString TraceAnonymizer::treated(const QString &value, Treatment treatment)
{
    static const QStringList shows{u"away"_s, u"chat"_s, u"dnd"_s, u"xa"_s};
    if (value.isEmpty())
        return value;
    switch (treatment) {
    case Treatment::Keep:
        return value;
    case Treatment::Jid:
        return jid(value);
    case Treatment::Resource:
        return alias(u"resource"_s, value);
    case Treatment::Id:
        return alias(u"id"_s, value);
    case Treatment::Text:
        return alias(u"text"_s, value);
    case Treatment::PhotoHash:
        return QString::fromLatin1(
            QCryptographicHash::hash(alias(u"photo"_s, value).toUtf8(), QCryptographicHash::Sha1).toHex());
    case Treatment::Show:
        return shows.contains(value.trimmed()) ? value.trimmed() : u"other"_s;
    case Treatment::Number:
        return QString::number(value.toInt());
    }
    return {};
}

QDomElement TraceAnonymizer::copy(const QDomElement &element, const Rule &rule, QDomDocument &document)
{
    auto result = document.createElementNS(element.namespaceURI(), element.localName());
    for (const auto &[name, treatment] : rule.attributes) {
        if (element.hasAttribute(name))
            result.setAttribute(
                name == "lang"_L1 ? u"xml:lang"_s : QString(name), treated(element.attribute(name), treatment));
    }
    if (rule.text)
        result.appendChild(document.createTextNode(treated(element.text(), *rule.text)));
    for (auto child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement()) {
        const auto *known = ruleFor(child);
        if (known && !rule.text)
            result.appendChild(copy(child, *known, document));
    }
    return result;
}

QString TraceAnonymizer::stanza(const QDomElement &presence)
{
    QDomDocument document;
    const auto *rule = ruleFor(presence);
    return rule ? xmlOf(copy(presence, *rule, document)) : QString();
}

} // namespace XmppPresence
