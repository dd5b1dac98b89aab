// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "jid_p.h"

#include <QTest>

using namespace Qt::StringLiterals;
using XmppPresence::Jid;

class TestJid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalForm_data();
    void normalForm();
    void refused_data();
    void refused();
    void splits_data();
    void splits();
    void whatIsNormalIsNotCopied();
};

static QString node(const QString &node)
{
    return node + u"@example.com"_s;
}

static QString resource(const QString &resource)
{
    return u"juliet@example.com/"_s + resource;
}

static void addNormalFormRows(
    const char *section, std::initializer_list<std::tuple<const char *, QString, QString>> rows)
{
    for (const auto &[name, jid, normal] : rows)
        QTest::addRow("%s: %s", section, name) << jid << normal;
}

void TestJid::normalForm_data()
{
    QTest::addColumn<QString>("jid");
    QTest::addColumn<QString>("normal");

    addNormalFormRows("RFC 7622, 3.5, table 1",
        {
            {"1 bare", u"juliet@example.com"_s, u"juliet@example.com"_s},
            {"2 full", u"juliet@example.com/foo"_s, u"juliet@example.com/foo"_s},
            {"3 space in resource", u"juliet@example.com/foo bar"_s, u"juliet@example.com/foo bar"_s},
            {"4 at-sign in resource", u"juliet@example.com/foo@bar"_s, u"juliet@example.com/foo@bar"_s},
            {"5 escaped space in node", u"foo\\20bar@example.com"_s, u"foo\\20bar@example.com"_s},
            {"6 fussball", u"fussball@example.com"_s, u"fussball@example.com"_s},
            {"8 greek pi", u"\u03c0@example.com"_s, u"\u03c0@example.com"_s},
            {"9 capital sigma", u"\u03a3@example.com/foo"_s, u"\u03c3@example.com/foo"_s},
            {"10 small sigma", u"\u03c3@example.com/foo"_s, u"\u03c3@example.com/foo"_s},
            {"12 symbol in resource", u"king@example.com/\u265a"_s, u"king@example.com/\u265a"_s},
            {"13 domain", u"example.com"_s, u"example.com"_s},
            {"14 domain and resource", u"example.com/foobar"_s, u"example.com/foobar"_s},
            {"15 at-sign after the slash", u"a.example.com/b@example.net"_s, u"a.example.com/b@example.net"_s},
        });
    addNormalFormRows("node",
        {
            {"ASCII case", node(u"Juliet"_s), node(u"juliet"_s)},
            {"Latin case", node(u"J\u00dcRGEN"_s), node(u"j\u00fcrgen"_s)},
            {"composed (NFKC)", node(u"ju\u0308rgen"_s), node(u"j\u00fcrgen"_s)},
            {"case folding (RFC 3454, B.2), 7 sharp s", node(u"fu\u00dfball"_s), node(u"fussball"_s)},
            {"case folding (RFC 3454, B.2), 11 final sigma", node(u"\u03c2"_s), node(u"\u03c3"_s)},
            {"compatibility form", node(u"henry\u2163"_s), node(u"henryiv"_s)},
            {"full width", node(u"\uff4a\uff35liet"_s), node(u"juliet"_s)},
            {"mapped to nothing (RFC 3454, B.1)", node(u"ju\u00adliet"_s), node(u"juliet"_s)},
            {"right to left", node(u"\u05e9\u05dc\u05d5\u05dd"_s), node(u"\u05e9\u05dc\u05d5\u05dd"_s)},
            {"newer than Unicode 3.2", node(u"\U0001f600"_s), node(u"\U0001f600"_s)},
            {"punctuation", node(u"a!#$%*+,-.;=?[]^_`{|}~z"_s), node(u"a!#$%*+,-.;=?[]^_`{|}~z"_s)},
            {"contact behind a gateway", u"user%host@gateway"_s, u"user%host@gateway"_s},
            {"1023 bytes", node(QString(1023, u'a')), node(QString(1023, u'a'))},
            {"1022 bytes in Unicode", node(QString(511, u'\u00fc')), node(QString(511, u'\u00fc'))},
        });
    addNormalFormRows("domain",
        {
            {"ASCII case", u"juliet@Example.COM"_s, u"juliet@example.com"_s},
            {"Unicode case", u"juliet@B\u00dcCHER.example"_s, u"juliet@b\u00fccher.example"_s},
            {"composed", u"juliet@bu\u0308cher.example"_s, u"juliet@b\u00fccher.example"_s},
            {"A-label to U-label (RFC 5890)", u"juliet@xn--bcher-kva.example"_s, u"juliet@b\u00fccher.example"_s},
            {"A-label in capitals", u"juliet@XN--BCHER-KVA.example"_s, u"juliet@b\u00fccher.example"_s},
            {"sharp s is a letter (RFC 5894, 7.2)", u"juliet@stra\u00dfe.example"_s, u"juliet@stra\u00dfe.example"_s},
            {"final sigma is a letter", u"juliet@\u03b2\u03cc\u03bb\u03bf\u03c2.example"_s,
                u"juliet@\u03b2\u03cc\u03bb\u03bf\u03c2.example"_s},
            {"full width", u"juliet@\uff45xample.com"_s, u"juliet@example.com"_s},
            {"ideographic full stop", u"juliet@example\u3002com"_s, u"juliet@example.com"_s},
            {"final dot (RFC 7622, 3.2)", u"juliet@example.com."_s, u"juliet@example.com"_s},
            {"final dot after Unicode", u"juliet@b\u00fccher.example."_s, u"juliet@b\u00fccher.example"_s},
            {"single label", u"juliet@localhost"_s, u"juliet@localhost"_s},
            {"hyphens", u"juliet@r3---sn.example-.com"_s, u"juliet@r3---sn.example-.com"_s},
            {"underscore", u"juliet@my_host.example"_s, u"juliet@my_host.example"_s},
            {"IPv4", u"juliet@127.0.0.1"_s, u"juliet@127.0.0.1"_s},
            {"IPv6", u"juliet@[::1]/a"_s, u"juliet@[::1]/a"_s},
            {"IPv6 in capitals and full", u"juliet@[2001:DB8:0:0:0:0:0:1]"_s, u"juliet@[2001:db8::1]"_s},
        });
    addNormalFormRows("resource",
        {
            {"case is kept", resource(u"Balcony"_s), resource(u"Balcony"_s)},
            {"no normal form", resource(u"bu\u0308ro\u2163"_s), resource(u"bu\u0308ro\u2163"_s)},
            {"slash and at-sign", resource(u"a/b@c//"_s), resource(u"a/b@c//"_s)},
            {"spaces at the ends", resource(u" foo "_s), resource(u" foo "_s)},
            {"emoji", resource(u"\u2764\ufe0f \U0001f600 \U0001fae8"_s),
                resource(u"\u2764\ufe0f \U0001f600 \U0001fae8"_s)},
            {"mixed direction", resource(u"\u05d0 1 a"_s), resource(u"\u05d0 1 a"_s)},
            {"behind a JID that is not normal", u"Juliet@Example.COM/Balcony"_s, u"juliet@example.com/Balcony"_s},
            {"1023 bytes", resource(QString(1023, u'r')), resource(QString(1023, u'r'))},
        });
}

void TestJid::normalForm()
{
    QFETCH(QString, jid);
    QFETCH(QString, normal);

    const auto parsed = Jid::fromString(jid);
    QVERIFY(parsed);
    QCOMPARE(parsed->full(), normal);
    const auto again = Jid::fromString(normal);
    QVERIFY(again);
    QCOMPARE(again->full(), normal);
    QCOMPARE(again->bare(), parsed->bare());
}

void TestJid::refused_data()
{
    QTest::addColumn<QString>("jid");

    const auto add = [](const char *name, const QString &jid) { QTest::newRow(name) << jid; };
    add("RFC 7622, 3.5, table 2: 16 quotation marks in node", u"\"juliet\"@example.com"_s);
    add("RFC 7622, 3.5, table 2: 17 space in node", u"foo bar@example.com"_s);
    add("RFC 7622, 3.5, table 2: 19 empty node and resource", u"@example.com/"_s);
    add("RFC 7622, 3.5, table 2: 22 no domain", u"juliet@"_s);
    add("RFC 7622, 3.5, table 2: 23 resource alone", u"/foobar"_s);
    add("nothing", QString());
    add("node: empty", u"@example.com"_s);
    add("node: mapped to nothing", node(u"\u00ad"_s));
    for (const char c : {'"', '&', '\'', ':', '<', '>', ' ', '\t', '\n', '\x7f'})
        QTest::addRow("node: U+%04x", unsigned(c)) << node(u"ju"_s + QChar::fromLatin1(c) + u"liet"_s);
    add("node: compatibility form of a slash", node(u"a\u2100b"_s));
    add("node: compatibility form of an at-sign", node(u"a\ufe6bb"_s));
    add("node: no-break space", node(u"a\u00a0b"_s));
    add("node: private use", node(u"\ue000"_s));
    add("node: lone surrogate", node(QString(QChar(0xd800))));
    add("node: bidirectional override", node(u"\u202ejuliet"_s));
    add("node: mixed direction (RFC 3454, 6)", node(u"\u05d0a"_s));
    add("node: 1024 bytes", node(QString(1024, u'a')));
    add("node: 1024 bytes in Unicode", node(QString(512, u'\u00fc')));
    add("node: 1024 bytes once normalised", node(QString(512, u'\u00df')));
    add("domain: empty label", u"juliet@example..com"_s);
    add("domain: empty first label", u"juliet@.example.com"_s);
    add("domain: a dot alone", u"juliet@."_s);
    add("domain: two final dots", u"juliet@example.com.."_s);
    add("domain: space", u"juliet@exa mple.com"_s);
    add("domain: second at-sign", u"juliet@romeo@example.com"_s);
    add("domain: control", u"juliet@exam\nple.com"_s);
    add("domain: zero", u"juliet@exam"_s + QChar(0) + u"ple.com"_s);
    add("domain: symbol", u"juliet@exam\ufffdple.com"_s);
    add("domain: compatibility form of a slash", u"juliet@example\uff0fcom"_s);
    add("domain: not an A-label", u"juliet@xn--a.example"_s);
    add("domain: mixed direction (RFC 5893)", u"juliet@\u05d0a\u05d0.example"_s);
    add("domain: 1024 bytes", u"juliet@"_s + QString(1024, u'a'));
    add("domain: not an IPv6 address", u"juliet@[::g]"_s);
    add("domain: IPv6 address, and more", u"juliet@[::1]x"_s);
    add("resource: empty", resource(QString()));
    for (const char c : {'\0', '\t', '\n', '\x1b', '\x7f'})
        QTest::addRow("resource: U+%04x", unsigned(c)) << resource(u"a"_s + QChar::fromLatin1(c) + u"b"_s);
    add("resource: C1 control", resource(u"a\u0085b"_s));
    add("resource: bidirectional override", resource(u"a\u202eb"_s));
    add("resource: private use", resource(u"\ue000"_s));
    add("resource: noncharacter", resource(QString(QChar(0xfffe))));
    add("resource: lone surrogate", resource(QString(QChar(0xdc00))));
    add("resource: 1024 bytes", resource(QString(1024, u'r')));
    add("resource: 1024 bytes in Unicode", resource(QString(512, u'\u00fc')));
    add("resource: good one behind a bad bare JID", u"@example.com/balcony"_s);
}

void TestJid::refused()
{
    QFETCH(QString, jid);
    QVERIFY(!Jid::fromString(jid));
}

void TestJid::splits_data()
{
    QTest::addColumn<QString>("jid");
    QTest::addColumn<QString>("bare");
    QTest::addColumn<QString>("resource");

    QTest::newRow("bare") << u"Juliet@Example.com"_s << u"juliet@example.com"_s << QString();
    QTest::newRow("full") << u"Juliet@Example.com/A/b@c"_s << u"juliet@example.com"_s << u"A/b@c"_s;
    QTest::newRow("domain") << u"example.com"_s << u"example.com"_s << QString();
    QTest::newRow("domain and resource") << u"example.com/a"_s << u"example.com"_s << u"a"_s;
}

void TestJid::splits()
{
    QFETCH(QString, jid);
    QFETCH(QString, bare);
    QFETCH(QString, resource);

    const auto parsed = Jid::fromString(jid);
    QVERIFY(parsed);
    QCOMPARE(parsed->bare(), bare);
    QCOMPARE(parsed->resource(), resource);
    QCOMPARE(parsed->isBare(), resource.isEmpty());
}

void TestJid::whatIsNormalIsNotCopied()
{
    const QString text = u"juliet@example.com/"_s + QString(5, u'x');
    QCOMPARE(Jid::fromString(text)->full().constData(), text.constData());
}

QTEST_APPLESS_MAIN(TestJid)
#include "tst_jid.moc"
