// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"
#include "../stanza.h"

#include <QListView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>

#include <functional>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = ContactListModel::Role;

// A view of Qt Widgets with nothing but the model set. What it paints is compared with the same view of the items that
// it should show.
class TestListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheContacts();
    void selectionStaysWithItsContact();
    void scrollsWhileContactsGo();
    void slotMayDeleteTheView_data();
    void slotMayDeleteTheView();

private:
    struct Scene
    {
        RosterClient client;
        PresenceTracker tracker{&client};
        ContactListModel model;
        QListView view;
    };
    using Connector = void (*)(ContactListModel &, const std::function<void()> &);
    template <auto Signal>
    static void on(ContactListModel &model, const std::function<void()> &act)
    {
        connect(&model, Signal, &model, [act] { act(); });
    }
    void receive(const QString &text) const;
    static QImage picture(QListView &view);
    QImage expected(const QStringList &names) const;

    std::unique_ptr<Scene> m;
};

static const auto ada = u"Ada"_s;
static const auto bob = u"<b>Bob</b>"_s;
static const auto cem = u"Cem"_s;

void TestListView::init()
{
    m = std::make_unique<Scene>();
    m->model.setTracker(&m->tracker);
    m->client.push(u"ada@example.org"_s, u"name='Ada' subscription='both'"_s);
    m->client.push(u"bob@example.org"_s, u"name='&lt;b>Bob&lt;/b>' subscription='both'"_s);
    m->client.push(u"cem@example.org"_s, u"name='Cem' subscription='both'"_s);
    m->view.setFocusPolicy(Qt::NoFocus); // would frame the current row
    m->view.setModel(&m->model);
    m->view.resize(200, 100);
    m->view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m->view));
}

void TestListView::cleanup()
{
    m.reset();
}

void TestListView::receive(const QString &text) const
{
    Q_EMIT m->client.presenceReceived(stanza(text));
    QCoreApplication::processEvents();
}

QImage TestListView::picture(QListView &view)
{
    return view.viewport()->grab().toImage();
}

QImage TestListView::expected(const QStringList &names) const
{
    QStandardItemModel model;
    for (const auto &name : names)
        model.appendRow(new QStandardItem(name));
    QListView view;
    view.setModel(&model);
    view.resize(m->view.size());
    return picture(view);
}

void TestListView::showsTheContacts()
{
    const auto offline = expected({bob, ada, cem}); // no letter comes first
    QVERIFY(offline != expected({bob, cem, ada}));
    QCOMPARE(picture(m->view), offline);
    receive(u"away cem@example.org/x"_s);
    QCOMPARE(picture(m->view), expected({cem, bob, ada}));
    receive(u"chat ada@example.org/x"_s);
    QCOMPARE(picture(m->view), expected({ada, cem, bob}));
    m->model.setShowOffline(false);
    QCoreApplication::processEvents();
    QCOMPARE(picture(m->view), expected({ada, cem}));

    if (const auto folder = qEnvironmentVariable("XMPPPRESENCE_PICTURES"); !folder.isEmpty())
        QVERIFY(m->view.grab().save(folder + u"/listview.png"_s));
}

void TestListView::selectionStaysWithItsContact()
{
    m->view.setCurrentIndex(m->model.index(m->model.rowOf(u"cem@example.org"_s)));
    receive(u"away cem@example.org/x"_s);
    receive(u"chat ada@example.org/x"_s);
    QCOMPARE(m->view.currentIndex().data(), cem);
    QCOMPARE(m->view.currentIndex().row(), 1);
}

void TestListView::scrollsWhileContactsGo()
{
    for (int i = 0; i < 1000; ++i)
        m->client.push(u"peer%1@example.org"_s.arg(i), u"subscription='both'"_s);
    QCoreApplication::processEvents();
    for (int i = 0; i < 1000; ++i) {
        m->view.verticalScrollBar()->setValue(i);
        m->client.push(u"peer%1@example.org"_s.arg(i), u"subscription='remove'"_s);
        QCoreApplication::processEvents();
        m->view.grab();
    }
    QCOMPARE(picture(m->view), expected({bob, ada, cem}));
}

void TestListView::slotMayDeleteTheView_data()
{
    QTest::addColumn<Connector>("connectTo");

    QTest::newRow("rowsInserted") << Connector(on<&QAbstractItemModel::rowsInserted>);
    QTest::newRow("rowsRemoved") << Connector(on<&QAbstractItemModel::rowsRemoved>);
    QTest::newRow("rowsMoved") << Connector(on<&QAbstractItemModel::rowsMoved>);
    QTest::newRow("dataChanged") << Connector(on<&QAbstractItemModel::dataChanged>);
    QTest::newRow("modelReset") << Connector(on<&QAbstractItemModel::modelReset>);
    QTest::newRow("countChanged") << Connector(on<&ContactListModel::countChanged>);
}

void TestListView::slotMayDeleteTheView()
{
    QFETCH(const Connector, connectTo);
    auto view = std::make_unique<QListView>();
    view->setModel(&m->model);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    connectTo(m->model, [&] { view.reset(); });
    receive(u"away cem@example.org/x"_s);
    receive(u"chat cem@example.org/x"_s);
    m->client.push(u"dee@example.org"_s, u"subscription='both'"_s);
    QCoreApplication::processEvents();
    m->client.push(u"dee@example.org"_s, u"subscription='remove'"_s);
    QCoreApplication::processEvents();
    m->model.setTracker(nullptr);
    QVERIFY(!view);
}

QTEST_MAIN(TestListView)
#include "tst_listview.moc"
