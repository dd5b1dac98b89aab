// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceextension_p.h"

#include <QLocale>
#include <QXmppElement.h>

#include <algorithm>
#include <array>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

static constexpr auto mucUser = "http://jabber.org/protocol/muc#user"_L1;

// RFC 6121, section 4.7.1. Without a type it is available.
static bool isPresence(const QDomElement &element)
{
    static constexpr std::array types{""_L1, "unavailable"_L1, "error"_L1, "subscribe"_L1, "subscribed"_L1,
        "unsubscribe"_L1, "unsubscribed"_L1, "probe"_L1};
    return std::ranges::find(types, element.attribute(u"type"_s)) != types.end();
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
    if (status.nextSiblingElement(u"status"_s).isNull())
        return;
    auto best = status;
    for (; !status.isNull(); status = status.nextSiblingElement(u"status"_s)) {
        if (fit(languageOf(status)) > fit(languageOf(best)))
            best = status;
    }
    stanza.setStatusText(best.text());
}

static void keepDestroyed(const QDomElement &element, QXmppPresence &stanza)
{
    if (stanza.type() != QXmppPresence::Unavailable)
        return;
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
    return false;
}

std::optional<QXmppPresence> PresenceExtension::completed(const QXmppPresence &stanza)
{
    const auto element = std::exchange(m_element, {});
    if (element.isNull() || element.attribute(u"from"_s) != stanza.from())
        return stanza; // not from the stream
    if (!isPresence(element))
        return {};
    auto completed = stanza;
    chooseStatus(element, completed);
    keepDestroyed(element, completed);
    return completed;
}

} // namespace XmppPresence
