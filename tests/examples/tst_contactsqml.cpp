// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "accountsettings.h"
#include "loopbackdemo.h"
#include "session.h"
#include "windowbackend.h"

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LoopbackServer>
#include <XmppPresence/TestClient>

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <QXmppClient.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace XmppPresence;
using Role = ContactListModel::Role;

// The window in QML, driven by keys and mouse, with the demonstration in which nothing happens by itself.
class TestContactsQml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void rowsInOrder();
    void indicatorColors();
    void showsDetails();
    void detailsArePlainText();
    void lossAndReturn();
    void triesAgainAtOnce();
    void signsOutAndIn();
    void asksForAnotherPassword();
    void asksForAnAccount();
    void ownPresence_data();
    void ownPresence();
    void narrow();
    void largeFontInNarrowWindow();
    void isAccessible();

private:
    QQuickItem *item(const QString &name) const;
    QString text(const QString &name) const { return item(name)->property("text").toString(); }
    bool isBannerShown() const { return item(u"banner"_s)->isVisible(); }
    QString bannerText() const;
    QList<QQuickItem *> rows() const;
    void click(QQuickItem *target) const;
    void choose(const QString &jid) const { m_window->setProperty("contact", jid); }
    void type(const QString &text) const;
    void save(const char *name) const;

    QTemporaryDir m_settings;
    std::unique_ptr<LoopbackDemo> m_demo;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WindowBackend> m_backend;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    const ContactListModel *m_model = nullptr;
};

void TestContactsQml::initTestCase()
{
    QAccessible::setActive(true); // as if a screen reader ran
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TestContactsQml::init()
{
    QSettings().clear();
    m_demo = std::make_unique<LoopbackDemo>(1);
    m_demo->setInterval(1h);
    m_session = std::make_unique<Session>();
    m_backend = std::make_unique<WindowBackend>(m_session.get(), m_demo.get());
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->setInitialProperties({{u"backend"_s, QVariant::fromValue(m_backend.get())}});
    m_engine->loadFromModule("Contacts", "ContactsWindow");
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0));
    QVERIFY(m_window);
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    m_model = item(u"contactList"_s)->property("model").value<ContactListModel *>();
    QVERIFY(m_model);
    m_demo->signIn(m_session.get());
    m_session->tracker()->setInitialSyncInterval(200);
    QTRY_COMPARE(m_session->state(), Session::State::Connected);
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
    QTRY_VERIFY(!m_session->tracker()->isInitialSync());
}

void TestContactsQml::cleanup()
{
    save(QTest::currentTestFunction());
    m_engine.reset();
    m_backend.reset();
    m_session.reset();
    m_demo.reset();
}

void TestContactsQml::save(const char *name) const
{
    const auto folder = qEnvironmentVariable("XMPPPRESENCE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_window->grabWindow().save(u"%1/tst_contactsqml-%2.png"_s.arg(folder, QString::fromLatin1(name))));
}

template <typename Predicate>
static QQuickItem *find(QQuickItem *root, const Predicate &predicate)
{
    if (predicate(root))
        return root;
    const auto children = root->childItems();
    for (auto *child : children) {
        if (auto *found = find(child, predicate))
            return found;
    }
    return nullptr;
}

// With popups and dialogs, which are below the window's root, too, while they are open.
QQuickItem *TestContactsQml::item(const QString &name) const
{
    return find(m_window->contentItem(), [&name](const QQuickItem *item) { return item->objectName() == name; });
}

QString TestContactsQml::bannerText() const
{
    const auto *banner = QAccessible::queryAccessibleInterface(item(u"banner"_s));
    return banner->text(QAccessible::Name);
}

static bool isRow(const QQuickItem *item)
{
    return item->inherits("QQuickItemDelegate") && item->property("jid").isValid();
}

// Those of the contact list that are to be seen, from above.
QList<QQuickItem *> TestContactsQml::rows() const
{
    auto *list = item(u"contactList"_s);
    QList<QQuickItem *> rows;
    find(list, [&](QQuickItem *candidate) {
        if (isRow(candidate) && candidate->isVisible())
            rows.append(candidate);
        return false;
    });
    const auto top = [list](const QQuickItem *row) { return row->mapToItem(list, QPointF()).y(); };
    const auto isHidden = [&](const QQuickItem *row) {
        return top(row) < 0 || top(row) + row->height() > list->height();
    };
    rows.removeIf(isHidden);
    std::ranges::sort(rows, {}, top);
    return rows;
}

void TestContactsQml::click(QQuickItem *target) const
{
    m_window->grabWindow(); // all is laid out then
    const auto center = target->mapToScene({target->width() / 2, target->height() / 2});
    QTest::mouseClick(m_window, Qt::LeftButton, {}, center.toPoint());
}

void TestContactsQml::type(const QString &text) const
{
    for (const auto letter : text)
        QTest::keyClick(m_window, letter.toLatin1());
}

void TestContactsQml::rowsInOrder()
{
    QCOMPARE(m_model->count(), m_demo->contactCount());
    const auto shown = rows();
    QCOMPARE_GE(shown.size(), 10);
    for (int row = 0; row < shown.size(); ++row) {
        const auto *interface = QAccessible::queryAccessibleInterface(shown.at(row));
        QCOMPARE(interface->role(), QAccessible::ListItem);
        QCOMPARE(interface->text(QAccessible::Name), m_model->index(row).data(Qt::AccessibleTextRole).toString());
    }
    QVERIFY(!isBannerShown());
}

static QColor colorOf(Availability availability)
{
    switch (availability) {
    case Availability::Online:
    case Availability::FreeForChat:
        return 0x2a9447;
    case Availability::Away:
    case Availability::ExtendedAway:
        return 0xb87a00;
    case Availability::DoNotDisturb:
        return 0xdc3b41;
    case Availability::Error:
        return 0xd0611c;
    case Availability::Offline:
    case Availability::Unknown:
        break;
    }
    return 0x7f7f7f;
}

void TestContactsQml::indicatorColors()
{
    choose(u"printer@localhost"_s); // so that no row that is looked at has the colour of the current one
    const auto image = m_window->grabWindow();
    QSet<QRgb> seen;
    for (auto *row : rows()) {
        const auto place = row->mapRectToScene({0, 0, row->height(), row->height()}).toRect();
        const auto color = colorOf(row->property("availability").value<Availability>()).rgb();
        int count = 0;
        for (int y = place.top(); y < place.bottom(); ++y) {
            for (int x = place.left(); x < place.right(); ++x)
                count += image.pixel(x, y) == color;
        }
        QVERIFY2(count > 8, qPrintable(row->property("name").toString()));
        seen.insert(color);
    }
    QCOMPARE_GE(seen.size(), 4);
}

void TestContactsQml::showsDetails()
{
    QVERIFY(!text(u"contactName"_s).isEmpty()); // of the first contact
    choose(u"inigo@localhost"_s);
    QCOMPARE(text(u"contactName"_s), u"Íñigo Etxeberria"_s);
    const auto index = m_model->index(m_model->rowOf(u"inigo@localhost"_s));
    QVERIFY(text(u"contactAvailability"_s).startsWith(index.data(Role::AvailabilityTextRole).toString()));
    QCOMPARE(text(u"contactStatus"_s), index.data(Role::StatusTextRole).toString());
    QCOMPARE(item(u"devices"_s)->property("count").toInt(), index.data(Role::ResourceCountRole).toInt());
    QCOMPARE_GE(item(u"devices"_s)->property("count").toInt(), 2);

    auto *second = rows().at(1);
    click(second);
    QCOMPARE(text(u"contactName"_s), second->property("name").toString());
    QTest::keyClick(m_window, Qt::Key_Down);
    QCOMPARE(text(u"contactName"_s), rows().at(2)->property("name").toString());
}

void TestContactsQml::detailsArePlainText()
{
    LoopbackServer server;
    server.addAccount(u"me"_s, u"secret"_s);
    server.addAccount(u"evil"_s, u"secret"_s);
    QVERIFY(server.makeContacts(u"me"_s, u"evil"_s));
    QVERIFY(server.setRosterItem(
        u"me"_s, XmppPresence::contact(u"evil@localhost"_s, u"<h1>Evil</h1>"_s, {u"<b>group</b>"_s})));
    QVERIFY(server.start());
    QXmppPresence presence;
    presence.setStatusText(u"<img src='x'>\u202eabc"_s);
    QXmppClient evil;
    evil.connectToServer(server.configuration(u"evil"_s, u"<i>x</i>"_s), presence);
    m_session->setAccount(server.configuration(u"me"_s, u"window"_s));
    m_session->signIn();
    QTRY_COMPARE(m_model->availableCount(), 1);

    choose(u"evil@localhost"_s);
    QCOMPARE(text(u"contactName"_s), u"<h1>Evil</h1>"_s);
    QCOMPARE(text(u"contactStatus"_s), u"<img src='x'>abc"_s);
    QTRY_COMPARE(item(u"devices"_s)->property("count").toInt(), 1);
    find(m_window->contentItem(), [](const QQuickItem *item) {
        const bool isFromNetwork = item->inherits("QQuickText") && item->property("text").toString().contains(u'<');
        if (isFromNetwork && item->property("textFormat").toInt() != Qt::PlainText)
            QTest::qFail(qPrintable(item->property("text").toString()), __FILE__, __LINE__);
        return false;
    });
}

void TestContactsQml::lossAndReturn()
{
    m_session->setShortestPause(50ms);
    m_demo->stop();
    QTRY_VERIFY(isBannerShown());
    QCOMPARE(bannerText(), u"Connection lost"_s);
    QTRY_COMPARE(m_model->availableCount(), 0);
    QCOMPARE(m_model->count(), m_demo->contactCount());
    save("lost");

    QVERIFY(m_demo->start());
    QTRY_VERIFY(!isBannerShown());
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
}

void TestContactsQml::triesAgainAtOnce()
{
    m_session->setShortestPause(1h);
    m_demo->stop();
    QTRY_VERIFY(isBannerShown());
    QVERIFY(m_demo->start());
    click(item(u"bannerButton"_s));
    QTRY_VERIFY(!isBannerShown());
}

void TestContactsQml::signsOutAndIn()
{
    m_session->signOut();
    QCOMPARE(bannerText(), u"Signed out"_s);
    QVERIFY(isBannerShown());
    save("signedout");
    click(item(u"bannerButton"_s));
    QTRY_VERIFY(!isBannerShown());
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
}

void TestContactsQml::asksForAnotherPassword()
{
    m_session->signIn(u"wrong"_s);
    QTRY_VERIFY(m_session->isPasswordRefused());
    QVERIFY(isBannerShown());
    save("refused");
    click(item(u"bannerButton"_s));
    QTRY_VERIFY(item(u"password"_s) && item(u"password"_s)->hasActiveFocus());
    QVERIFY(!item(u"jid"_s)->isEnabled());
    QVERIFY(!item(u"host"_s)->isVisible());
    save("password");
    type(m_demo->account().password());
    QTest::keyClick(m_window, Qt::Key_Return);
    QTRY_COMPARE(m_session->state(), Session::State::Connected);
    QTRY_VERIFY(!isBannerShown());
}

void TestContactsQml::asksForAnAccount()
{
    LoopbackServer server;
    server.addAccount(u"juliet"_s, u"wherefore"_s);
    QVERIFY(server.start());
    m_session->signOut();
    m_session->setAccount({});
    click(item(u"bannerButton"_s));
    QTRY_VERIFY(item(u"jid"_s) && item(u"jid"_s)->hasActiveFocus());
    type(u"juliet@local host"_s);
    item(u"password"_s)->forceActiveFocus();
    type(u"wherefore"_s);
    QVERIFY(!item(u"signInButton"_s)->isEnabled());
    item(u"jid"_s)->setProperty("text", u" juliet@localhost "_s);
    QVERIFY(item(u"signInButton"_s)->isEnabled());
    item(u"host"_s)->setProperty("text", u"127.0.0.1"_s);
    item(u"port"_s)->setProperty("value", server.port());
    save("account");
    auto *password = item(u"password"_s);
    click(item(u"signInButton"_s));

    // As on any other connection, there must be TLS.
    QTRY_COMPARE(m_session->state(), Session::State::Error);
    QVERIFY2(m_session->reason().contains(u"offers no TLS"), qPrintable(m_session->reason()));
    QCOMPARE(m_session->jid(), u"juliet@localhost"_s);
    QTRY_COMPARE(password->property("text").toString(), QString());
    QCOMPARE(AccountSettings::load(), AccountSettings());
}

void TestContactsQml::ownPresence_data()
{
    QTest::addColumn<Qt::Key>("choice");

    QTest::newRow("return") << Qt::Key_Return;
    QTest::newRow("enter") << Qt::Key_Enter;
    QTest::newRow("space") << Qt::Key_Space;
}

void TestContactsQml::ownPresence()
{
    QFETCH(const Qt::Key, choice);
    click(item(u"ownPresence"_s));
    QTRY_VERIFY(item(u"ownAvailability"_s) && item(u"ownAvailability"_s)->hasActiveFocus());
    save("own");
    QTest::keyClick(m_window, Qt::Key_Down);
    QTest::keyClick(m_window, Qt::Key_Down);
    QTest::keyClick(m_window, choice);
    QTRY_COMPARE(m_session->availability(), Availability::Away);
    QTRY_VERIFY(!item(u"ownAvailability"_s));

    click(item(u"ownPresence"_s));
    QTRY_VERIFY(item(u"ownStatus"_s));
    item(u"ownStatus"_s)->forceActiveFocus();
    type(u"testing"_s);
    item(u"ownPriority"_s)->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_Up);
    QTRY_COMPARE(m_session->priority(), 1);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_COMPARE(m_session->statusText(), u"testing"_s);
}

void TestContactsQml::narrow()
{
    m_window->resize(380, 640);
    auto *list = item(u"contactList"_s);
    auto *details = item(u"details"_s);
    QTRY_VERIFY(!details->isVisible());
    QVERIFY(list->isVisible());
    QTRY_COMPARE(list->width(), 380);
    save("narrow");
    click(rows().at(1));
    QTRY_VERIFY(details->isVisible());
    QVERIFY(!list->isVisible());
    QTRY_COMPARE(details->width(), 380);
    save("narrowdetails");
    click(item(u"backButton"_s));
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!details->isVisible());

    QTest::keyClick(m_window, Qt::Key_Return);
    QTRY_VERIFY(details->isVisible());
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_VERIFY(list->isVisible());
}

void TestContactsQml::largeFontInNarrowWindow()
{
    auto font = QGuiApplication::font();
    font.setPixelSize(26);
    m_window->setProperty("font", font);
    m_window->resize(330, 640);
    QTRY_COMPARE(item(u"contactList"_s)->width(), 330);
    click(item(u"ownPresence"_s));
    QTRY_VERIFY(item(u"ownPriority"_s));
    save("largefont");
    const auto *priority = item(u"ownPriority"_s);
    QTRY_COMPARE_LE(priority->mapToScene({priority->width(), 0}).x(), 330);
    QCOMPARE_GE(priority->width(), priority->implicitWidth());
}

// What can be reached by the Tab key has a name.
void TestContactsQml::isAccessible()
{
    QSet<QQuickItem *> reached;
    for (auto *focused = m_window->activeFocusItem(); !reached.contains(focused);
        focused = m_window->activeFocusItem()) {
        reached.insert(focused);
        auto *interface = QAccessible::queryAccessibleInterface(focused);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(QDebug::toString(focused)));
        QTest::keyClick(m_window, Qt::Key_Tab);
    }
    QCOMPARE_GE(reached.size(), 5);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(u"XmppPresence"_s);
    QCoreApplication::setApplicationName(u"tst_contactsqml"_s);
    const QGuiApplication application(argc, argv);
    TestContactsQml test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_contactsqml.moc"
