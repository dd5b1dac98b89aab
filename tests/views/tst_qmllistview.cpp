// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"
#include "../stanza.h"

#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// A view of Qt Quick with nothing but the model set, and texts for delegates.
class TestQmlListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheContacts();
    void showsSections();
};

class Scene
{
public:
    Scene()
    {
        model.setTracker(&tracker);
        client.push(u"ada@example.org"_s, u"name='Ada' subscription='both'"_s, {u"Work"_s});
        client.push(u"bob@example.org"_s, u"name='&lt;b>Bob&lt;/b>' subscription='both'"_s, {u"Home"_s});
        client.push(u"cem@example.org"_s, u"name='Cem' subscription='both'"_s, {u"Home"_s});
        QCoreApplication::processEvents();
        view.setInitialProperties({{u"model"_s, QVariant::fromValue(&model)}});
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.resize(240, 160);
        view.setSource(QUrl(u"qrc:/ContactList.qml"_s));
        view.show();
    }

    void receive(const QXmppPresence &presence)
    {
        Q_EMIT client.presenceReceived(presence);
        QCoreApplication::processEvents();
    }

    // What the texts of rows, or of section headings, say from top to bottom.
    QStringList texts(bool ofSections = false)
    {
        view.grabWindow(); // polishes
        const auto *content = view.rootObject()->property("contentItem").value<QQuickItem *>();
        auto items = content->childItems();
        items.removeIf([&](const QQuickItem *item) {
            return !item->isVisible() || !item->property("text").isValid()
                || (item->objectName() == "section"_L1) != ofSections;
        });
        std::ranges::sort(items, {}, &QQuickItem::y);
        QStringList texts;
        for (const auto *item : std::as_const(items))
            texts.append(item->property("text").toString());
        return texts;
    }

    RosterClient client;
    PresenceTracker tracker{&client};
    ContactListModel model;
    QQuickView view;
};

void TestQmlListView::showsTheContacts()
{
    Scene scene;
    QVERIFY(QTest::qWaitForWindowExposed(&scene.view));
    QCOMPARE(scene.texts(), (QStringList{u"<b>Bob</b>"_s, u"Ada"_s, u"Cem"_s}));
    auto wooing = stanza(u"away cem@example.org/x"_s);
    wooing.setStatusText(u"wooing"_s);
    scene.receive(wooing);
    QCOMPARE(scene.texts(), (QStringList{u"Cem: wooing"_s, u"<b>Bob</b>"_s, u"Ada"_s}));
    scene.receive(stanza(u"chat ada@example.org/x"_s));
    QCOMPARE(scene.texts(), (QStringList{u"Ada"_s, u"Cem: wooing"_s, u"<b>Bob</b>"_s}));
    scene.model.setShowOffline(false);
    QCoreApplication::processEvents();
    QCOMPARE(scene.texts(), (QStringList{u"Ada"_s, u"Cem: wooing"_s}));
}

void TestQmlListView::showsSections()
{
    Scene scene;
    QVERIFY(QTest::qWaitForWindowExposed(&scene.view));
    scene.model.setSections(ContactListModel::Sections::ByGroup);
    scene.receive(stanza(u"away cem@example.org/x"_s));
    QCOMPARE(scene.texts(), (QStringList{u"Cem"_s, u"<b>Bob</b>"_s, u"Ada"_s}));
    QCOMPARE(scene.texts(true), (QStringList{u"Home"_s, u"Work"_s}));

    if (const auto folder = qEnvironmentVariable("XMPPPRESENCE_PICTURES"); !folder.isEmpty())
        QVERIFY(scene.view.grabWindow().save(folder + u"/qmllistview.png"_s));
}

QTEST_MAIN(TestQmlListView)
#include "tst_qmllistview.moc"
