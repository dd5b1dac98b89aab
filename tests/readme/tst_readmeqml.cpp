// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <XmppPresence/PresenceTracker>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// The lines of QML in the README give a contact list.
class TestReadmeQml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheContacts();
};

static bool hasText(const QQuickItem *item, const QString &text)
{
    const auto children = item->childItems();
    return item->property("text") == text
        || std::ranges::any_of(children, [&](const QQuickItem *child) { return hasText(child, text); });
}

void TestReadmeQml::showsTheContacts()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    client.push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s);
    QQmlApplicationEngine engine;
    QList<QQmlError> warnings;
    connect(&engine, &QQmlEngine::warnings, &engine, [&](const auto &errors) { warnings += errors; });
    engine.setInitialProperties({{u"presence"_s, QVariant::fromValue(&tracker)}});
    engine.load(QStringLiteral(README_QML));
    QCOMPARE(engine.rootObjects().size(), 1);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    QVERIFY(window);
    window->resize(300, 400);
    QTRY_VERIFY(hasText(window->contentItem(), u"Juliet"_s));
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.value(0).toString()));
}

QTEST_MAIN(TestReadmeQml)
#include "tst_readmeqml.moc"
