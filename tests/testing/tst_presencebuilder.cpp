// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QDateTime>
#include <QDomDocument>
#include <QTest>

#include <QXmppElement.h>

#include <XmppPresence/PresenceBuilder>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto balcony = u"juliet@example.org/balcony"_s;
static const QDateTime noon({2026, 1, 2}, {12, 0}, QTimeZone::UTC);

class TestPresenceBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xml_data();
    void xml();
    void readBack();
    void beginningsStay();
};

void TestPresenceBuilder::xml_data()
{
    QTest::addColumn<QString>("built");
    QTest::addColumn<QString>("attributes");
    QTest::addColumn<QString>("content");
    const auto row = [](const char *name, const QXmppPresence &stanza, const QString &attributes,
                         const QString &content = {}) {
        QTest::newRow(name) << presenceXml(stanza) << attributes << content;
    };
    const auto begun = presence(balcony);
    row("available", begun, {});
    row("away", begun.away(), {}, u"<show>away</show>"_s);
    row("xa", begun.xa(), {}, u"<show>xa</show>"_s);
    row("chat", begun.chat(), {}, u"<show>chat</show>"_s);
    row("dnd", begun.dnd(), {}, u"<show>dnd</show>"_s);
    row("online again", begun.dnd().online(), {});
    row("unavailable", begun.unavailable(), u" type='unavailable'"_s);
    row("subscribe", begun.subscribe(), u" type='subscribe'"_s);
    row("subscribed", begun.subscribed(), u" type='subscribed'"_s);
    row("unsubscribe", begun.unsubscribe(), u" type='unsubscribe'"_s);
    row("unsubscribed", begun.unsubscribed(), u" type='unsubscribed'"_s);
    row("probe", begun.probe(), u" type='probe'"_s);
    row("available after all", begun.unavailable().away(), {}, u"<show>away</show>"_s);
    row("error", begun.error(QXmppStanza::Error::ItemNotFound, u"nobody"_s), u" type='error'"_s,
        u"<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
        "<text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>nobody</text></error>"_s);
    row("to, id", begun.to(u"me@example.org"_s).id(u"a"_s), u" to='me@example.org' id='a'"_s);
    row("status, priority", begun.status(u"<at> the window"_s).priority(-5), {},
        u"<status>&lt;at&gt; the window</status><priority>-5</priority>"_s);
    row("capabilities", begun.capabilities(u"https://example.org"_s, u"QgayPKawpkPSDYmwT/WM94uAlu0="_s), {},
        u"<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org' "
        "ver='QgayPKawpkPSDYmwT/WM94uAlu0='/>"_s);
    row("idle", begun.idleSince(noon), {}, u"<idle xmlns='urn:xmpp:idle:1' since='2026-01-02T12:00:00Z'/>"_s);
    row("delayed", begun.delayed(noon, u"example.org"_s), {},
        u"<delay xmlns='urn:xmpp:delay' stamp='2026-01-02T12:00:00Z' from='example.org'/>"_s);
    row("photo", begun.photo(QByteArray::fromHex("0123")), {},
        u"<x xmlns='vcard-temp:x:update'><photo>0123</photo></x>"_s);
    row("no photo", begun.photo({}), {}, u"<x xmlns='vcard-temp:x:update'><photo/></x>"_s);
    row("occupant",
        begun.occupant(QXmppMucItem::OwnerAffiliation, QXmppMucItem::ModeratorRole, u"juliet@example.org"_s)
            .statusCode(100)
            .statusCode(110),
        {},
        u"<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' "
        "jid='juliet@example.org'/><status code='100'/><status code='110'/></x>"_s);
    row("renamed", begun.occupant().renamedTo(u"nurse"_s).statusCode(110), u" type='unavailable'"_s,
        u"<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' nick='nurse'/>"
        "<status code='303'/><status code='110'/></x>"_s);
    row("kicked",
        begun.unavailable()
            .reason(u"enough"_s, u"romeo@example.org"_s)
            .occupant(QXmppMucItem::NoAffiliation, QXmppMucItem::NoRole)
            .statusCode(307),
        u" type='unavailable'"_s,
        u"<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'>"
        "<actor jid='romeo@example.org'/><reason>enough</reason></item><status code='307'/></x>"_s);
}

static QDomElement parsed(QDomDocument &document, const QString &xml)
{
    document.setContent(xml);
    return document.documentElement();
}

// In any order of attributes.
static QString canonical(const QDomElement &element)
{
    QStringList attributes;
    for (int i = 0; i < element.attributes().size(); ++i) {
        const auto attribute = element.attributes().item(i).toAttr();
        attributes.append(attribute.name() + u'=' + attribute.value());
    }
    attributes.sort();
    QStringList children;
    for (auto node = element.firstChild(); !node.isNull(); node = node.nextSibling())
        children.append(node.isText() ? node.nodeValue() : canonical(node.toElement()));
    return u"%1(%2)[%3]"_s.arg(element.tagName(), attributes.join(u','), children.join(u','));
}

void TestPresenceBuilder::xml()
{
    QFETCH(const QString, built);
    QFETCH(const QString, attributes);
    QFETCH(const QString, content);
    QDomDocument actual;
    QDomDocument expected;
    const auto xml = u"<presence from='%1'%2>%3</presence>"_s.arg(balcony, attributes, content);
    QCOMPARE(canonical(parsed(actual, built)), canonical(parsed(expected, xml)));
}

// What is written is what QXmpp reads.
void TestPresenceBuilder::readBack()
{
    const QXmppPresence stanza =
        presence(balcony).xa().status(u"in the tomb"_s).priority(7).idleSince(noon).photo("ab");
    QDomDocument document;
    QVERIFY(document.setContent(presenceXml(stanza), QDomDocument::ParseOption::UseNamespaceProcessing));
    QXmppPresence read;
    read.parse(document.documentElement());
    QCOMPARE(read, stanza);
    QCOMPARE(read.from(), balcony);
    QCOMPARE(read.availableStatusType(), QXmppPresence::XA);
    QCOMPARE(read.statusText(), u"in the tomb"_s);
    QCOMPARE(read.priority(), 7);
    QCOMPARE(read.lastUserInteraction(), noon);
    QCOMPARE(read.photoHash(), "ab");
}

void TestPresenceBuilder::beginningsStay()
{
    const auto begun = presence(balcony).priority(1);
    const auto changed = begun.away().priority(2);
    QCOMPARE(begun, presence(balcony).priority(1));
    QCOMPARE(changed, presence(balcony).away().priority(2));
    QCOMPARE(PresenceBuilder(begun.stanza()).away(), begun.away());
}

QTEST_GUILESS_MAIN(TestPresenceBuilder)
#include "tst_presencebuilder.moc"
