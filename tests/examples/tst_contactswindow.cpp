// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "accountsettings.h"
#include "contactswindow.h"
#include "loopbackdemo.h"
#include "session.h"
#include "signindialog.h"

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceIcon>
#include <XmppPresence/ResourceModel>
#include <XmppPresence/TestClient>

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace XmppPresence;
using Role = ContactListModel::Role;

// The window, driven by keys and mouse, with the demonstration in which nothing happens by itself.
class TestContactsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsContactsInSections();
    void showsIndicators();
    void searches();
    void nobodyIsFound();
    void hidesWhoIsOffline();
    void showsDetails();
    void choiceStays();
    void bannerIsDarkWhereThePaletteIs();
    void detailsArePlainText();
    void ownPresence();
    void lossAndReturn();
    void triesAgainAtOnce();
    void signsOutAndIn();
    void asksForAnotherPassword();
    void asksForAnAccount();
    void remembers();
    void isAccessible();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QString label(const QString &name) const { return child<QLabel>(name)->text(); }
    QAction *action(const QString &text) const;
    QPushButton *bannerButton() const { return child<QWidget>(u"banner"_s)->findChild<QPushButton *>(); }
    bool isBannerShown() const { return child<QWidget>(u"banner"_s)->isVisible(); }
    void keepPicture(const QString &name) const;
    QModelIndex contact(const QString &username) const;
    void click(const QModelIndex &index) const;

    QTemporaryDir m_settings;
    std::unique_ptr<LoopbackDemo> m_demo;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ContactsWindow> m_window;
    QListView *m_view = nullptr;
    const ContactListModel *m_model = nullptr;
};

void TestContactsWindow::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TestContactsWindow::init()
{
    QSettings().clear();
    m_demo = std::make_unique<LoopbackDemo>(1);
    m_demo->setInterval(1h);
    m_session = std::make_unique<Session>();
    m_window = std::make_unique<ContactsWindow>(m_session.get(), m_demo.get());
    m_view = child<QListView>(u"contacts"_s);
    m_model = qobject_cast<const ContactListModel *>(m_view->model());
    QVERIFY(m_model);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_demo->signIn(m_session.get());
    m_session->tracker()->setInitialSyncInterval(200);
    QTRY_COMPARE(m_session->state(), Session::State::Connected);
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
    QTRY_VERIFY(!m_session->tracker()->isInitialSync());
}

void TestContactsWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_demo.reset();
}

QAction *TestContactsWindow::action(const QString &text) const
{
    const auto actions = m_window->findChildren<QAction *>();
    const auto found = std::ranges::find_if(actions, [&text](const QAction *action) { return action->text() == text; });
    return found == actions.cend() ? nullptr : *found;
}

// For somebody to look at.
void TestContactsWindow::keepPicture(const QString &name) const
{
    QVERIFY(m_window->grab().save(QDir(QStringLiteral(PICTURES)).filePath(name)));
}

QModelIndex TestContactsWindow::contact(const QString &username) const
{
    return m_model->index(m_model->rowOf(username + u"@localhost"_s));
}

void TestContactsWindow::click(const QModelIndex &index) const
{
    m_view->scrollTo(index);
    const auto area = m_view->visualRect(index);
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, {area.center().x(), area.bottom() - 10}); // a heading may be above
}

void TestContactsWindow::showsContactsInSections()
{
    QCOMPARE(m_model->count(), m_demo->contactCount());
    QStringList sections;
    for (int row = 0; row < m_model->count(); ++row) {
        const auto section = m_model->index(row).data(Role::SectionRole).toString();
        if (sections.isEmpty() || sections.last() != section)
            sections.append(section);
    }
    QCOMPARE(sections.removeDuplicates(), 0);
    QCOMPARE(sections.size(), 6); // and one for who is in no group
    const auto ordinary = m_view->visualRect(m_model->index(1)).height();
    for (int row = 1; row < m_model->count(); ++row) {
        const auto section = m_model->index(row).data(Role::SectionRole);
        const bool isFirst = section != m_model->index(row - 1).data(Role::SectionRole);
        const auto height = m_view->visualRect(m_model->index(row)).height();
        QVERIFY2(isFirst ? height > ordinary + 15 : height == ordinary, qPrintable(QString::number(row)));
    }
    QCOMPARE(label(u"count"_s), u"%1 available"_s.arg(m_model->availableCount()));
    QVERIFY(!isBannerShown());
}

// The colour in the middle of its drawing stands in the row of each contact, at its beginning.
void TestContactsWindow::showsIndicators()
{
    const auto colors = [](const QImage &image) {
        QHash<QRgb, int> counts;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                ++counts[image.pixel(x, y)];
        }
        return counts;
    };
    for (const auto &username : {u"conductor"_s, u"zofia"_s, u"chiara"_s, u"wilhelm"_s, u"mum"_s, u"lucia"_s}) {
        const auto index = contact(username);
        const auto availability = index.data(Role::AvailabilityRole).value<Availability>();
        const auto drawn = colors(presenceIcon(availability).pixmap(64, 64).toImage());
        QRgb main = 0;
        for (const auto &[color, count] : drawn.asKeyValueRange())
            main = qAlpha(color) == 255 && color != 0xffffffff && count > drawn.value(main) ? color : main;
        m_view->scrollTo(index);
        const auto row = m_view->visualRect(index);
        const auto seen = colors(m_view->viewport()->grab({0, row.bottom() - 35, 40, 36}).toImage());
        QVERIFY2(seen.value(main) > 20, qPrintable(username + u' ' + QString::number(main, 16)));
    }
}

void TestContactsWindow::searches()
{
    auto *search = child<QLineEdit>(u"search"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"amelie"_s); // whatever the accents
    QTRY_COMPARE(m_model->count(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(m_view->hasFocus());
    QCOMPARE(m_view->currentIndex().data().toString(), u"Amélie Fournier"_s);
    QCOMPARE(label(u"contactName"_s), u"Amélie Fournier"_s);

    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(m_model->count(), m_demo->contactCount());
    QCOMPARE(m_view->currentIndex().data().toString(), u"Amélie Fournier"_s);
}

void TestContactsWindow::nobodyIsFound()
{
    const auto darkPixels = [this] {
        const auto image = m_view->viewport()->grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y).lightness() < 200;
        }
        return count;
    };
    QTest::keyClicks(child<QLineEdit>(u"search"_s), u"nobody is called that"_s);
    QTRY_COMPARE(m_model->count(), 0);
    QCOMPARE_GT(darkPixels(), 50); // a text
    QCOMPARE_LT(darkPixels(), 2000);
    keepPicture(u"widgets-nobody.png"_s);
}

void TestContactsWindow::hidesWhoIsOffline()
{
    auto *box = child<QCheckBox>(u"showOffline"_s);
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QTRY_COMPARE(m_model->count(), m_model->availableCount());
    QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
    QTRY_COMPARE(m_model->count(), m_demo->contactCount());
    QVERIFY(box->isChecked());
}

void TestContactsWindow::showsDetails()
{
    const auto index = contact(u"inigo"_s);
    click(index);
    QCOMPARE(label(u"contactName"_s), u"Íñigo Etxeberria"_s);
    QCOMPARE(label(u"contactJid"_s), u"inigo@localhost"_s);
    QVERIFY(label(u"contactAvailability"_s).startsWith(index.data(Role::AvailabilityTextRole).toString()));
    QCOMPARE(label(u"contactGroups"_s), u"Friends"_s);
    const auto *devices = child<QListView>(u"devices"_s);
    QCOMPARE_GE(devices->model()->rowCount(), 2);
    QCOMPARE(devices->model()->rowCount(), index.data(Role::ResourceCountRole).toInt());

    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(label(u"contactName"_s), index.siblingAtRow(index.row() + 1).data().toString());
}

// Who goes out of sight is neither replaced by a neighbour nor forgotten.
void TestContactsWindow::choiceStays()
{
    click(contact(u"grandpa"_s));
    QCOMPARE(label(u"contactName"_s), u"Grandpa Joe"_s);
    child<QCheckBox>(u"showOffline"_s)->click();
    QTRY_COMPARE(m_model->count(), m_model->availableCount());
    QVERIFY(!m_view->currentIndex().isValid());
    QCOMPARE(label(u"contactName"_s), u"Grandpa Joe"_s);
    child<QCheckBox>(u"showOffline"_s)->click();
    QTRY_COMPARE(m_view->currentIndex(), contact(u"grandpa"_s));
}

void TestContactsWindow::bannerIsDarkWhereThePaletteIs()
{
    const auto before = QGuiApplication::palette();
    const auto restore = qScopeGuard([&] { QGuiApplication::setPalette(before); });
    QGuiApplication::setPalette(QPalette(QColor(50, 50, 54), QColor(37, 37, 40)));
    Session session;
    const ContactsWindow window(&session, m_demo.get());
    QCOMPARE_LT(window.findChild<QWidget *>(u"banner"_s)->palette().window().color().lightness(), 128);
}

void TestContactsWindow::detailsArePlainText()
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

    click(contact(u"evil"_s));
    QCOMPARE(label(u"contactName"_s), u"<h1>Evil</h1>"_s);
    QCOMPARE(label(u"contactGroups"_s), u"<b>group</b>"_s);
    QCOMPARE(label(u"contactStatus"_s), u"<img src='x'>abc"_s);
    for (const auto &name : {u"contactName"_s, u"contactJid"_s, u"contactStatus"_s, u"contactGroups"_s,
             u"contactAvailability"_s, u"bannerText"_s, u"bannerReason"_s})
        QCOMPARE(child<QLabel>(name)->textFormat(), Qt::PlainText);
}

void TestContactsWindow::ownPresence()
{
    QXmppClient client;
    const PresenceTracker mum(&client);
    auto account = m_demo->account();
    account.setUser(u"mum"_s);
    account.setResource(u"test"_s);
    client.connectToServer(account);
    const auto seen = [&mum] { return mum.presence(u"me@localhost/window"_s).value_or(QXmppPresence()); };
    QTRY_VERIFY(mum.state(u"me@localhost"_s).isAvailable());

    auto *availability = child<QComboBox>(u"ownAvailability"_s);
    availability->setFocus();
    QTest::keyClick(availability, Qt::Key_End);
    QTRY_COMPARE(seen().availableStatusType(), QXmppPresence::DND);
    auto *status = child<QLineEdit>(u"ownStatus"_s);
    QTest::keyClicks(status, u"testing"_s);
    QTest::keyClick(status, Qt::Key_Return);
    QTRY_COMPARE(seen().statusText(), u"testing"_s);
    auto *priority = child<QSpinBox>(u"ownPriority"_s);
    priority->setFocus();
    priority->selectAll();
    QTest::keyClicks(priority, u"7"_s);
    QTest::keyClick(priority, Qt::Key_Return);
    QTRY_COMPARE(seen().priority(), 7);

    m_session->setAvailability(Availability::Away);
    QCOMPARE(availability->currentText(), availabilityText(Availability::Away));
}

void TestContactsWindow::lossAndReturn()
{
    m_session->setShortestPause(50ms);
    action(u"Simulated Server &Runs"_s)->trigger();
    QTRY_VERIFY(isBannerShown());
    QCOMPARE(label(u"bannerText"_s), u"Connection lost"_s);
    QVERIFY(!label(u"bannerReason"_s).isEmpty());
    QVERIFY(child<QLabel>(u"bannerReason"_s)->isVisible());
    QTRY_COMPARE(m_model->availableCount(), 0);
    QCOMPARE(m_model->count(), m_demo->contactCount());
    keepPicture(u"widgets-lost.png"_s);

    action(u"Simulated Server &Runs"_s)->trigger();
    QTRY_VERIFY(!isBannerShown());
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
}

void TestContactsWindow::triesAgainAtOnce()
{
    m_session->setShortestPause(1h);
    m_demo->stop();
    QTRY_VERIFY(isBannerShown());
    QVERIFY(m_demo->start());
    QTest::mouseClick(bannerButton(), Qt::LeftButton);
    QTRY_VERIFY(!isBannerShown());
}

void TestContactsWindow::signsOutAndIn()
{
    action(u"Sign &Out"_s)->trigger();
    QVERIFY(isBannerShown());
    QCOMPARE(label(u"bannerText"_s), u"Signed out"_s);
    keepPicture(u"widgets-out.png"_s);
    QTRY_COMPARE(m_model->availableCount(), 0);
    QTest::mouseClick(bannerButton(), Qt::LeftButton);
    QTRY_VERIFY(!isBannerShown());
    QTRY_COMPARE_GE(m_model->availableCount(), 20);
}

void TestContactsWindow::asksForAnotherPassword()
{
    m_session->signIn(u"wrong"_s);
    QTRY_VERIFY(m_session->isPasswordRefused());
    QVERIFY(isBannerShown());
    QVERIFY(label(u"bannerReason"_s).contains(u"refused the password"));
    keepPicture(u"widgets-refused.png"_s);
    QTest::mouseClick(bannerButton(), Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<QInputDialog *>());
    auto *dialog = m_window->findChild<QInputDialog *>();
    QCOMPARE(dialog->textEchoMode(), QLineEdit::Password);
    auto *field = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(field, m_demo->account().password());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_session->state(), Session::State::Connected);
    QTRY_VERIFY(!isBannerShown());
}

void TestContactsWindow::asksForAnAccount()
{
    m_window->restoreSettings();
    action(u"&Sign In…"_s)->trigger();
    auto *dialog = m_window->findChild<SignInDialog *>();
    QVERIFY(dialog);
    const auto buttons = dialog->findChildren<QPushButton *>();
    auto *accept = *std::ranges::find(buttons, u"&Sign In"_s, &QPushButton::text);
    const auto type = [dialog](const QString &field, const QString &text) {
        QTest::keyClicks(dialog->findChild<QLineEdit *>(field), text);
    };
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"jid"_s)->hasFocus());
    type(u"jid"_s, u"me@local host"_s);
    type(u"password"_s, u"secret"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(dialog->grab().save(QDir(QStringLiteral(PICTURES)).filePath(u"widgets-account.png"_s)));
    dialog->findChild<QLineEdit *>(u"jid"_s)->clear();
    type(u"jid"_s, u" me@localhost "_s);
    QVERIFY(accept->isEnabled());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"password"_s)->echoMode(), QLineEdit::Password);
    type(u"host"_s, u"127.0.0.1"_s);
    dialog->findChild<QSpinBox *>(u"port"_s)->setValue(m_demo->account().port());
    QTest::mouseClick(accept, Qt::LeftButton);

    // As on any other connection, there must be TLS.
    QTRY_COMPARE(m_session->state(), Session::State::Error);
    QVERIFY2(m_session->reason().contains(u"offers no TLS"), qPrintable(m_session->reason()));
    QCOMPARE(m_session->account().jidBare(), u"me@localhost"_s);
    QCOMPARE(AccountSettings::load(), AccountSettings());
}

void TestContactsWindow::remembers()
{
    LoopbackServer server;
    server.addAccount(u"juliet"_s, u"wherefore"_s);
    QVERIFY(server.start());
    m_window->restoreSettings();
    QCOMPARE(AccountSettings::load(), AccountSettings());
    m_session->setAccount(server.configuration(u"juliet"_s, u"balcony"_s));
    m_session->signIn();
    QTRY_COMPARE(
        AccountSettings::load(), (AccountSettings{u"juliet@localhost/balcony"_s, u"127.0.0.1"_s, server.port()}));
    child<QCheckBox>(u"showOffline"_s)->click();
    m_window->resize(600, 500);
    m_window->close();

    ContactsWindow other(m_session.get(), m_demo.get());
    other.restoreSettings();
    QCOMPARE(other.size(), QSize(600, 500));
    QVERIFY(!other.findChild<QCheckBox *>(u"showOffline"_s)->isChecked());
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("wherefore"));
}

// Whatever takes the focus has a name.
void TestContactsWindow::isAccessible()
{
    int count = 0;
    click(contact(u"inigo"_s));
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        const bool isInner = widget->objectName().startsWith(u"qt_");
        if (isInner || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        const auto name = accessible ? accessible->text(QAccessible::Name) : QString();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        ++count;
    }
    QCOMPARE_GE(count, 6);
    const auto *list = QAccessible::queryAccessibleInterface(m_view);
    const auto row = contact(u"inigo"_s);
    QCOMPARE(list->child(row.row())->text(QAccessible::Name), row.data(Qt::AccessibleTextRole).toString());
}

QTEST_MAIN(TestContactsWindow)
#include "tst_contactswindow.moc"
