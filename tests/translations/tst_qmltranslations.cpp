// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

#include <XmppPresence/Translations>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// What the QML module says in each of its languages.
class TestQmlTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void devices_data();
    void devices();

private:
    QQmlEngine m_engine;
    std::unique_ptr<QQuickItem> m_contact;
};

static bool hasText(const QQuickItem *item, const QString &text)
{
    const auto children = item->childItems();
    return item->property("text") == text
        || std::ranges::any_of(children, [&](const QQuickItem *child) { return hasText(child, text); });
}

// In English, and not yet translated.
void TestQmlTranslations::init()
{
    installTranslations(QLocale::English);
    QQmlComponent component(&m_engine);
    component.setData(R"(import XmppPresence
        ContactDelegate {
            jid: ""; name: ""; statusText: ""; accessibleText: ""; availability: 0; availabilityText: ""
            errorText: ""; available: true; idleSince: new Date(NaN); resourceCount: 0; stale: false
        })",
        {});
    m_contact.reset(qobject_cast<QQuickItem *>(component.create()));
    QVERIFY2(m_contact, qPrintable(component.errorString()));
}

void TestQmlTranslations::devices_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");

    const auto row = [](const QString &language, int count, const QString &text) {
        QTest::addRow("%s %d", qPrintable(language), count) << language << count << text;
    };
    row(u"en"_s, 2, u"2 devices"_s);
    row(u"de"_s, 2, u"2 Geräte"_s);
    row(u"fr"_s, 2, u"2 appareils"_s);
    row(u"es"_s, 2, u"2 dispositivos"_s);
    row(u"ar"_s, 2, u"جهازان"_s);
    row(u"ar"_s, 3, u"3 أجهزة"_s);
    row(u"ar"_s, 11, u"11 جهازًا"_s);
    row(u"ar"_s, 100, u"100 جهاز"_s);
}

void TestQmlTranslations::devices()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    QFETCH(QString, text);

    m_contact->setProperty("resourceCount", count);
    QVERIFY(hasText(m_contact.get(), u"%1 devices"_s.arg(count)));
    QVERIFY(installTranslations(QLocale(language)));
    m_engine.retranslate();
    QVERIFY(hasText(m_contact.get(), text));
}

QTEST_MAIN(TestQmlTranslations)
#include "tst_qmltranslations.moc"
