// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QTest>
#include <QTimeZone>

#include <XmppPresence/AgeText>
#include <XmppPresence/Availability>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/Translations>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// What the library says in each of its languages.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void texts_data();
    void texts();
    void ages_data();
    void ages();
    void languages_data();
    void languages();
    void isOfTheDefaultLocale();
};

void TestTranslations::init()
{
    QLocale::setDefault(QLocale::c());
    installTranslations(QLocale::English);
}

// The last line of a tool tip of so many devices.
static QString lastLine(int devices)
{
    PresenceTracker tracker;
    for (int i = 0; i < devices; ++i) {
        QXmppPresence stanza;
        stanza.setFrom(u"juliet@example.org/%1"_s.arg(i));
        tracker.handlePresence(stanza);
    }
    const PresenceModel model(&tracker);
    return model.index(0).data(Qt::ToolTipRole).toString().section(u"<br/>"_s, -1).remove(u"</p>"_s);
}

void TestTranslations::texts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("available");
    QTest::addColumn<QString>("nineDevices");
    QTest::addColumn<QString>("elevenDevices");

    const auto row = [](const QString &language, const QString &available, const QString &nine, const QString &eleven) {
        QTest::newRow(qPrintable(language)) << language << available << nine << eleven;
    };
    row(u"en"_s, u"Away"_s, u"and 1 more"_s, u"and 3 more"_s);
    row(u"de"_s, u"Abwesend"_s, u"und 1 weiteres"_s, u"und 3 weitere"_s);
    row(u"fr"_s, u"Absent"_s, u"et 1 autre"_s, u"et 3 autres"_s);
    row(u"es"_s, u"Ausente"_s, u"y 1 más"_s, u"y 3 más"_s);
    row(u"ar"_s, u"غائب"_s, u"وجهاز آخر"_s, u"و3 أجهزة أخرى"_s);
}

void TestTranslations::texts()
{
    QFETCH(QString, language);
    QFETCH(QString, available);
    QFETCH(QString, nineDevices);
    QFETCH(QString, elevenDevices);

    QVERIFY(installTranslations(QLocale(language)));
    QCOMPARE(availabilityText(Availability::Away), available);
    QCOMPARE(lastLine(9), nineDevices);
    QCOMPARE(lastLine(11), elevenDevices);
}

void TestTranslations::ages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<QString>("text");

    const auto row = [](const QString &language, qint64 minutes, const QString &text) {
        QTest::addRow("%s %lld", qPrintable(language), minutes) << language << minutes << text;
    };
    static constexpr qint64 day = 24 * 60;
    row(u"en"_s, 1, u"1 min"_s);
    row(u"de"_s, 0, u"jetzt"_s);
    row(u"de"_s, 120, u"2 Std."_s);
    row(u"fr"_s, 365 * day, u"1\u00a0an"_s);
    row(u"fr"_s, 730 * day, u"2\u00a0ans"_s);
    row(u"es"_s, 365 * day, u"1\u00a0año"_s);
    row(u"es"_s, 730 * day, u"2\u00a0años"_s);
    row(u"ar"_s, 1, u"دقيقة"_s);
    row(u"ar"_s, 2, u"دقيقتين"_s);
    row(u"ar"_s, 3, u"3 دقائق"_s);
    row(u"ar"_s, 10, u"10 دقائق"_s);
    row(u"ar"_s, 11, u"11 دقيقة"_s);
    row(u"ar"_s, 3 * day, u"3 أيام"_s);
    row(u"ar"_s, 11 * day, u"11 يومًا"_s);
    row(u"ar"_s, 99 * day, u"99 يومًا"_s);
    row(u"ar"_s, 100 * day, u"100 يوم"_s);
    row(u"ar"_s, 102 * day, u"102 يوم"_s);
    row(u"ar"_s, 103 * day, u"103 أيام"_s);
}

void TestTranslations::ages()
{
    QFETCH(QString, language);
    QFETCH(qint64, minutes);
    QFETCH(QString, text);

    installTranslations(QLocale(language));
    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), QTimeZone::UTC);
    QCOMPARE(ageText(now.addSecs(-60 * minutes), now), text);
}

void TestTranslations::languages_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<bool>("isInstalled");
    QTest::addColumn<QString>("away");

    QTest::newRow("of Austria") << QLocale(QLocale::German, QLocale::Austria) << true << u"Abwesend"_s;
    QTest::newRow("of Mexico") << QLocale(QLocale::Spanish, QLocale::Mexico) << true << u"Ausente"_s;
    QTest::newRow("of Great Britain") << QLocale(QLocale::English, QLocale::UnitedKingdom) << true << u"Away"_s;
    QTest::newRow("unknown") << QLocale(QLocale::Icelandic) << false << u"Away"_s;
    QTest::newRow("none") << QLocale::c() << false << u"Away"_s;
}

void TestTranslations::languages()
{
    QFETCH(QLocale, locale);
    QFETCH(bool, isInstalled);
    QFETCH(QString, away);

    installTranslations(QLocale::Arabic);
    QCOMPARE(installTranslations(locale), isInstalled);
    QCOMPARE(availabilityText(Availability::Away), away);
}

void TestTranslations::isOfTheDefaultLocale()
{
    QLocale::setDefault(QLocale(u"ar_EG"_s));
    QVERIFY(installTranslations());
    QCOMPARE(ageText(QDateTime::currentDateTimeUtc().addDays(-3)), u"٣ أيام"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
