// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QTest>
#include <QTimeZone>
#include <QTranslator>

#include <XmppPresence/AgeText>
#include <XmppPresence/Availability>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

class TestAgeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ages_data();
    void ages();
    void nothingForAnInvalidTime();
    void isNowByDefault();
    void textsAreTranslated();
};

void TestAgeText::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, qint64 seconds, const QString &text) {
        QTest::newRow(name) << seconds << text;
    };
    row("in the future", -100'000, u"now"_s);
    row("this moment", 0, u"now"_s);
    row("less than a minute", 59, u"now"_s);
    row("a minute", 60, u"1 min"_s);
    row("less than an hour", 3599, u"59 min"_s);
    row("an hour", 3600, u"1 h"_s);
    row("less than a day", 86'399, u"23 h"_s);
    row("a day", 86'400, u"1 d"_s);
    row("less than a year", 365 * 86'400 - 1, u"364 d"_s);
    row("a year", 365 * 86'400, u"1 y"_s);
    row("all the years that there are dates for", 365LL * 86'400 * 9998, u"9998 y"_s);
}

void TestAgeText::ages()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);

    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), QTimeZone::UTC);
    QCOMPARE(ageText(now.addSecs(-seconds), now), text);
    QCOMPARE(ageText(now.addSecs(-seconds).toOffsetFromUtc(7200), now), text);
}

void TestAgeText::nothingForAnInvalidTime()
{
    QCOMPARE(ageText({}), QString());
}

void TestAgeText::isNowByDefault()
{
    QCOMPARE(ageText(QDateTime::currentDateTimeUtc().addDays(-2)), u"2 d"_s);
}

// Puts into brackets whatever is of this library.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int n) const override
    {
        if (QLatin1StringView(context) != "XmppPresence"_L1)
            return {};
        return u'[' + QString::fromUtf8(text) + (n < 0 ? u""_s : u'/' + QString::number(n)) + u']';
    }
};

void TestAgeText::textsAreTranslated()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), QTimeZone::UTC);
    QCOMPARE(ageText(now, now), u"[now]"_s);
    QCOMPARE(ageText(now.addSecs(-120), now), u"[2 min/2]"_s);
    const auto availabilities = QMetaEnum::fromType<Availability>();
    QSet<QString> texts;
    for (int i = 0; i < availabilities.keyCount(); ++i) {
        const auto text = availabilityText(Availability(availabilities.value(i)));
        QVERIFY2(text.startsWith(u'['), qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), availabilities.keyCount());
}

QTEST_GUILESS_MAIN(TestAgeText)
#include "tst_agetext.moc"
