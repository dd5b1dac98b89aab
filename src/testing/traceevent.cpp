// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "traceevent_p.h"

#include <QDomElement>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using Kind = TraceEvent::Kind;

static constexpr std::array names{std::pair(Kind::Begun, "begun"_L1), std::pair(Kind::Lost, "lost"_L1),
    std::pair(Kind::Resumed, "resumed"_L1), std::pair(Kind::Ended, "ended"_L1)};
static const auto formatKey = u"xmpppresence-trace"_s;
static constexpr int version = 1;

static QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

static std::optional<QJsonObject> objectOf(const QByteArray &line, QString &error)
{
    QJsonParseError result;
    const auto document = QJsonDocument::fromJson(line, &result);
    if (document.isObject())
        return document.object();
    error = document.isNull() ? result.errorString() : u"not a JSON object"_s;
    return {};
}

QByteArray TraceEvent::toLine() const
{
    QJsonObject object{{u"time"_s, time}};
    if (kind == Kind::Stanza) {
        object.insert(u"stanza"_s, text);
        return lineOf(object);
    }
    const auto *const name = std::ranges::find(names, kind, [](const auto &entry) { return entry.first; });
    object.insert(u"event"_s, QString(name->second));
    if (kind == Kind::Begun)
        object.insert(u"account"_s, text);
    return lineOf(object);
}

static bool isPresence(const QString &xml)
{
    QDomDocument document;
    // As TestClient receives it: within a stream.
    const bool isXml(document.setContent(QString(u"<stream xmlns='jabber:client'>"_s + xml + u"</stream>"_s),
        QDomDocument::ParseOption::UseNamespaceProcessing));
    const auto stanza = document.documentElement().firstChildElement();
    return isXml && stanza.tagName() == "presence"_L1 && stanza.nextSiblingElement().isNull();
}

std::optional<TraceEvent> TraceEvent::fromLine(const QByteArray &line, QString &error)
{
    const auto object = objectOf(line, error);
    if (!object)
        return {};
    const auto time = object->value("time"_L1).toInteger(-1);
    const auto stanza = object->value("stanza"_L1).toString();
    const auto event = object->value("event"_L1).toString();
    const auto *const name = std::ranges::find(names, event, [](const auto &entry) { return entry.second; });
    if (time < 0)
        error = u"no time"_s;
    else if (isPresence(stanza))
        return TraceEvent{time, Kind::Stanza, stanza};
    else if (name != names.end())
        return TraceEvent{time, name->first, object->value("account"_L1).toString()};
    else
        error = u"neither a presence stanza nor a known event"_s;
    return {};
}

QByteArray traceHeader(bool isAnonymous)
{
    return lineOf({{formatKey, version}, {u"anonymous"_s, isAnonymous}});
}

bool isTraceHeader(const QByteArray &line, QString &error)
{
    const auto object = objectOf(line, error);
    if (!object)
        return false;
    const auto found = object->value(formatKey).toInt();
    if (found == 0)
        error = u"not the beginning of a presence trace"_s;
    else if (found != version)
        error = u"version %1 of presence traces, which is not known here"_s.arg(found);
    return found == version;
}

// QXmpp 1.14 reads xml:lang as an attribute with no prefix, which the elements of RFC 6121 do not have otherwise.
static bool isLanguage(const QDomAttr &attribute, const QDomElement &element)
{
    return attribute.name() == "lang"_L1 && attribute.prefix().isEmpty()
        && element.namespaceURI() == "jabber:client"_L1;
}

static void writeAttributes(QXmlStreamWriter &writer, const QDomElement &element)
{
    const auto attributes = element.attributes();
    for (int i = 0; i < attributes.size(); ++i) {
        const auto attribute = attributes.item(i).toAttr();
        const auto prefix = attribute.prefix();
        if (prefix == "xml"_L1 || isLanguage(attribute, element))
            writer.writeAttribute(u"xml:"_s + attribute.name(), attribute.value());
        else if (!prefix.isEmpty() && prefix != "xmlns"_L1)
            writer.writeAttribute(attribute.namespaceURI(), attribute.name(), attribute.value());
        else if (attribute.name() != "xmlns"_L1 && prefix.isEmpty())
            writer.writeAttribute(attribute.name(), attribute.value());
    }
}

// What reads it would take a carriage return for a line feed (XML 1.0, section 2.11).
static void writeText(QXmlStreamWriter &writer, const QString &text)
{
    const auto parts = text.split(u'\r');
    for (const auto &part : parts) {
        writer.writeCharacters(part);
        if (&part != &parts.last())
            writer.writeEntityReference(u"#13"_s);
    }
}

static void write(QXmlStreamWriter &writer, const QDomElement &element, const QString &xmlns)
{
    writer.writeStartElement(element.localName());
    if (element.namespaceURI() != xmlns)
        writer.writeDefaultNamespace(element.namespaceURI());
    writeAttributes(writer, element);
    for (auto node = element.firstChild(); !node.isNull(); node = node.nextSibling()) {
        if (node.isElement())
            write(writer, node.toElement(), element.namespaceURI());
        else
            writeText(writer, node.nodeValue());
    }
    writer.writeEndElement();
}

// Unlike QDomElement::save(), says each namespace once.
QString xmlOf(const QDomElement &element)
{
    QString xml;
    QXmlStreamWriter writer(&xml);
    write(writer, element, {});
    return xml;
}

} // namespace XmppPresence
