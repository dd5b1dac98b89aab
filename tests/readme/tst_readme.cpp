// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "readmeclient.h"
#undef QXmppClient

#include <QApplication>
#include <QListView>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <XmppPresence/LoopbackServer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

using Program = int (*)(int argc, char *argv[]);

int readme1(int argc, char *argv[]);
int readme2(int argc, char *argv[]);
int readme3(int argc, char *argv[]);
int console(int argc, char *argv[]);
int widgets(int argc, char *argv[]);

// Juliet and Romeo on a server, for as long as a program runs that signs in as Romeo.
class Verona
{
public:
    Verona()
    {
        for (const auto &user : {u"juliet"_s, u"romeo"_s})
            server.addAccount(user, u"secret"_s);
        server.makeContacts(u"juliet"_s, u"romeo"_s);
        server.start();
        juliet.connectToServer(server.configuration(u"juliet"_s, u"balcony"_s));
    }

    LoopbackServer server;
    QXmppClient juliet;
};

static std::unique_ptr<Verona> verona;
static bool (*isDone)() = nullptr;
static QString account;
static QStringList messages;

void ReadmeClient::connectToServer(const QString &jid, const QString &password)
{
    account = jid + u' ' + password;
    verona = std::make_unique<Verona>();
    QXmppClient::connectToServer(verona->server.configuration(u"romeo"_s, u"orchard"_s));
    auto *poll = new QTimer(this);
    poll->callOnTimeout(this, [] {
        if (!isDone())
            return;
        verona.reset();
        QCoreApplication::quit();
    });
    poll->start(10);
}

// The programs in the README, and those that the manual starts with, do what is said of them.
class TestReadme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoIsThere();
    void printsDevices();
    void showsTheContacts_data();
    void showsTheContacts();
    void showsThemInQml();

private:
    void printFrom(Program program);
    int run(Program program, bool (*until)());
};

int TestReadme::run(Program program, bool (*until)())
{
    isDone = until;
    char name[] = "readme";
    char jid[] = "romeo@localhost";
    char *arguments[] = {name, jid, nullptr};
    qputenv("XMPP_PASSWORD", "secret");
    return program(2, arguments);
}

void TestReadme::printFrom(Program program)
{
    messages.clear();
    auto *former = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { messages.append(message); });
    QCOMPARE(run(program, [] { return messages.size() >= 2; }), 0);
    qInstallMessageHandler(former);
    messages.sort();
}

void TestReadme::tellsWhoIsThere()
{
    printFrom(readme1);
    QCOMPARE(account, "romeo@localhost secret"_L1);
    QVERIFY2(messages.value(0).startsWith("\"juliet@localhost\" is there:"_L1), qPrintable(messages.join(u'\n')));
    QVERIFY2(messages.value(1).startsWith("\"romeo@localhost\" is there:"_L1), qPrintable(messages.join(u'\n')));
}

void TestReadme::printsDevices()
{
    printFrom(console);
    QVERIFY2(messages.value(0).startsWith("+ \"juliet@localhost/balcony\""_L1), qPrintable(messages.join(u'\n')));
}

void TestReadme::showsTheContacts_data()
{
    QTest::addColumn<Program>("program");
    QTest::newRow("README") << &readme2;
    QTest::newRow("manual") << &widgets;
}

void TestReadme::showsTheContacts()
{
    QFETCH(const Program, program);
    const auto isShown = [] {
        const auto windows = QApplication::topLevelWidgets();
        const auto *view = windows.isEmpty() ? nullptr : qobject_cast<const QListView *>(windows.constFirst());
        const auto juliet = view ? view->model()->index(0, 0) : QModelIndex();
        return juliet.data() == u"juliet@localhost"_s && juliet.data(ContactListModel::AvailableRole).toBool()
            && view->isVisible() && qobject_cast<const PresenceDelegate *>(view->itemDelegate());
    };
    QCOMPARE(run(program, isShown), 0);
}

static bool hasText(const QQuickItem *item, const QString &text)
{
    const auto children = item->childItems();
    return item->property("text") == text
        || std::ranges::any_of(children, [&](const QQuickItem *child) { return hasText(child, text); });
}

void TestReadme::showsThemInQml()
{
    const auto isShown = [] {
        const auto windows = QGuiApplication::topLevelWindows();
        const auto *window = windows.isEmpty() ? nullptr : qobject_cast<const QQuickWindow *>(windows.constFirst());
        return window && window->isVisible() && hasText(window->contentItem(), u"juliet@localhost"_s);
    };
    QTest::failOnWarning(QRegularExpression(u"Main\\.qml"_s));
    QCOMPARE(run(readme3, isShown), 0);
}

QTEST_APPLESS_MAIN(TestReadme)
#include "tst_readme.moc"
