// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <XmppPresence/DisplayText>

#include <QTest>

using namespace Qt::StringLiterals;
using XmppPresence::displayText;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clean_data();
    void clean();
    void everyControlCharacterGoes();
    void bounded_data();
    void bounded();
    void aThousandByDefault();
};

void TestDisplayText::clean_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("plain") << u"on the balcony"_s << u"on the balcony"_s;
    QTest::newRow("spaces stay") << u"  two  "_s << u"  two  "_s;
    QTest::newRow("markup stays") << u"<b>&amp;</b>"_s << u"<b>&amp;</b>"_s;
    QTest::newRow("accents") << u"\u00e9t\u00e9 \u65e5\u672c"_s << u"\u00e9t\u00e9 \u65e5\u672c"_s;
    QTest::newRow("joined emoji") << u"\U0001f469\u200d\U0001f680"_s << u"\U0001f469\u200d\U0001f680"_s;
    QTest::newRow("right-to-left text and mark") << u"\u05e9\u05dc\u200f"_s << u"\u05e9\u05dc\u200f"_s;

    QTest::newRow("escape sequence") << u"a\x1b[31mred\x1b[0m"_s << u"a[31mred[0m"_s;
    QTest::newRow("C1 control sequence introducer") << u"a\x9b"
                                                       u"31mred"_s
                                                    << u"a31mred"_s;
    QTest::newRow("NUL, bell and DEL") << u"a\0b\ac\x7f"
                                          u"d"_s
                                       << u"abcd"_s;

    QTest::newRow("newline") << u"a\nb"_s << u"a b"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a b"_s;
    QTest::newRow("run of breaks") << u"a\r\n\t\v\f\nb"_s << u"a b"_s;
    QTest::newRow("run of breaks and controls") << u"a\n\x1b\nb"_s << u"a b"_s;
    QTest::newRow("Unicode line breaks") << u"a\x85"
                                            u"b\u2028c\u2029d"_s
                                         << u"a b c d"_s;
    QTest::newRow("breaks apart") << u"\na\nb\n"_s << u" a b "_s;

    QTest::newRow("embeddings and overrides") << u"a\u202ab\u202bc\u202cd\u202de\u202ef"_s << u"abcdef"_s;
    QTest::newRow("isolates") << u"a\u2066b\u2067c\u2068d\u2069e"_s << u"abcde"_s;
    QTest::newRow("their neighbours stay") << u"\u202f\u2065\u206a"_s << u"\u202f\u2065\u206a"_s;
}

void TestDisplayText::clean()
{
    QFETCH(const QString, text);
    QTEST(displayText(text), "shown");
}

void TestDisplayText::everyControlCharacterGoes()
{
    for (char16_t c = 0; c < 0xa0; ++c) {
        const auto shown = displayText(QChar(c));
        if (QChar(c).isPrint())
            QCOMPARE(shown, QString(QChar(c)));
        else
            QVERIFY2(shown.isEmpty() || shown == u" ", qPrintable(QString::number(c, 16)));
    }
}

void TestDisplayText::bounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maxLength");
    QTest::addColumn<QString>("shown");

    QTest::newRow("shorter") << u"four"_s << 5 << u"four"_s;
    QTest::newRow("fits") << u"four"_s << 4 << u"four"_s;
    QTest::newRow("longer") << u"fours"_s << 4 << u"fou\u2026"_s;
    QTest::newRow("one") << u"four"_s << 1 << u"\u2026"_s;
    QTest::newRow("none") << u"four"_s << 0 << u""_s;
    QTest::newRow("negative") << u"four"_s << -1 << u""_s;
    QTest::newRow("empty, none") << u""_s << 0 << u""_s;
    QTest::newRow("pair fits") << u"ab\U0001f600"_s << 4 << u"ab\U0001f600"_s;
    QTest::newRow("pair before the cut") << u"a\U0001f600bc"_s << 4 << u"a\U0001f600\u2026"_s;
    QTest::newRow("pair across the cut") << u"ab\U0001f600c"_s << 4 << u"ab\u2026"_s;
    QTest::newRow("pair alone") << u"\U0001f600"_s << 1 << u"\u2026"_s;
    QTest::newRow("what is left out does not count") << u"\x1b\x1b"
                                                        u"four\x1b"_s
                                                     << 4 << u"four"_s;
    QTest::newRow("a run of breaks counts once") << u"a\n\n\nb"_s << 3 << u"a b"_s;
}

void TestDisplayText::bounded()
{
    QFETCH(const QString, text);
    QFETCH(const int, maxLength);
    QTEST(displayText(text, maxLength), "shown");
}

void TestDisplayText::aThousandByDefault()
{
    QCOMPARE(displayText(QString(1000, u'x')).size(), 1000);
    QCOMPARE(displayText(QString(1001, u'x')), QString(999, u'x') + u'\u2026');
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
