// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"
#include "../stanza.h"

#include <QDir>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// Each QML example in the documentation is made, and warns of nothing while a contact comes and goes.
class TestDocQml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
};

void TestDocQml::runs_data()
{
    QTest::addColumn<QString>("file");
    for (const auto *folder : {"/", "/gettingstarted/"}) {
        const QDir files(QStringLiteral(EXAMPLES) + QLatin1StringView(folder));
        for (const auto &file : files.entryList({u"*.qml"_s}))
            QTest::newRow(qPrintable(file)) << files.filePath(file);
    }
}

void TestDocQml::runs()
{
    QFETCH(const QString, file);
    QTest::failOnWarning();
    RosterClient client;
    PresenceTracker tracker(&client);
    client.push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s);
    QQmlEngine engine;
    QQmlComponent component(&engine, QUrl::fromLocalFile(file));
    const std::unique_ptr<QObject> example(
        component.createWithInitialProperties({{u"presence"_s, QVariant::fromValue(&tracker)}}));
    QVERIFY2(example, qPrintable(component.errorString()));
    QQuickView view;
    if (auto *item = qobject_cast<QQuickItem *>(example.get()))
        item->setParentItem(view.contentItem());
    for (const auto *type : {"available", "away", "unavailable"}) {
        Q_EMIT client.presenceReceived(stanza(QLatin1StringView(type) + u" juliet@example.org/balcony"_s));
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TestDocQml)
#include "tst_docqml.moc"
