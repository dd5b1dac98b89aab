// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceextension_p.h"

#include <QLocale>
#include <QPointer>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppElement.h>

#include <algorithm>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

static constexpr auto mucUser = "http://jabber.org/protocol/muc#user"_L1;

// RFC 6121, section 4.7.1: what is available has no type. QXmpp takes any type that it does not know for that.
static bool isOfUnknownType(const QDomElement &element, const QXmppPresence &stanza)
{
    return stanza.type() == QXmppPresence::Available && !element.attribute(u"type"_s).isEmpty();
}

// In several languages (RFC 6121, section 4.7.2.2). Each presence is asked: firstChildElement() takes three times as
// long.
static bool hasSeveralStatuses(const QDomElement &element)
{
    int count = 0;
    for (auto node = element.firstChild(); !node.isNull(); node = node.nextSibling()) {
        if (node.nodeName() == "status"_L1)
            ++count;
    }
    return count > 1;
}

static QString languageOf(const QDomElement &element)
{
    const auto language = element.attribute(u"lang"_s); // as QXmpp's reader has it
    return language.isEmpty() ? element.attribute(u"xml:lang"_s) : language;
}

// How well a text in a language (BCP 47) serves who reads that of the locale, or one in no certain language.
static int fit(const QString &language)
{
    const auto own = QLocale().bcp47Name();
    if (language.isEmpty())
        return 1;
    if (language.compare(own, Qt::CaseInsensitive) == 0)
        return 3;
    return language.section(u'-', 0, 0).compare(own.section(u'-', 0, 0), Qt::CaseInsensitive) == 0 ? 2 : 0;
}

static void chooseStatus(const QDomElement &element, QXmppPresence &stanza)
{
    auto status = element.firstChildElement(u"status"_s);
    auto best = status;
    for (; !status.isNull(); status = status.nextSiblingElement(u"status"_s)) {
        if (fit(languageOf(status)) > fit(languageOf(best)))
            best = status;
    }
    stanza.setStatusText(best.text());
}

static void keepDestroyed(const QDomElement &element, QXmppPresence &stanza)
{
    auto x = element.firstChildElement(u"x"_s);
    while (!x.isNull() && (x.namespaceURI() != mucUser || x.firstChildElement(u"destroy"_s).isNull()))
        x = x.nextSiblingElement(u"x"_s);
    if (!x.isNull())
        stanza.setExtensions(stanza.extensions() << QXmppElement(x));
}

bool isOfDestroyedRoom(const QXmppPresence &completed)
{
    const auto elements = completed.extensions();
    return std::ranges::any_of(elements, [](const QXmppElement &element) {
        return element.tagName() == "x"_L1 && element.attribute(u"xmlns"_s) == mucUser
            && !element.firstChildElement(u"destroy"_s).isNull();
    });
}

bool PresenceExtension::handleStanza(const QDomElement &element, const std::optional<QXmppE2eeMetadata> & /*metadata*/)
{
    if (element.tagName() == "presence"_L1)
        m_element = element;
    else if (element.tagName() == "iq"_L1 && element.attribute(u"type"_s) == "set"_L1)
        tellBlocked(element);
    return false;
}

// XEP-0191, section 3.3. Only the account itself may say so.
void PresenceExtension::tellBlocked(const QDomElement &push)
{
    const auto from = push.attribute(u"from"_s);
    const auto block = push.firstChildElement(u"block"_s);
    if (block.namespaceURI() != "urn:xmpp:blocking"_L1
        || !(from.isEmpty() || from == client()->configuration().jidBare()))
        return;
    const QPointer guard(this);
    for (auto item = block.firstChildElement(u"item"_s); guard && !item.isNull();
        item = item.nextSiblingElement(u"item"_s))
        Q_EMIT blocked(item.attribute(u"jid"_s));
}

const QXmppPresence *PresenceExtension::completed(const QXmppPresence &stanza, std::optional<QXmppPresence> &changed)
{
    const auto element = std::exchange(m_element, {});
    const bool isUnknown = isOfUnknownType(element, stanza);
    const bool isTranslated = hasSeveralStatuses(element);
    const bool isGone = stanza.type() == QXmppPresence::Unavailable;
    const bool isComplete = !isUnknown && !isTranslated && !isGone;
    if (isComplete || element.attribute(u"from"_s) != stanza.from()) // or not from the stream
        return &stanza;
    if (isUnknown)
        return nullptr;
    auto &completed = changed.emplace(stanza);
    if (isTranslated)
        chooseStatus(element, completed);
    if (isGone)
        keepDestroyed(element, completed);
    return &completed;
}

} // namespace XmppPresence
