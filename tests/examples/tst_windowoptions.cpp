// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "accountsettings.h"
#include "windowoptions.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <QXmppConfiguration.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The command line of the programs with a window, and what they remember. The rules for accounts are tested with watch.
class TestWindowOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void defaults();
    void account();
    void pictures();
    void wrongUsage_data();
    void wrongUsage();
    void noPasswordForAPicture();
    void help();
    void remembersTheAccount();
};

static WindowOptions parse(const QStringList &arguments)
{
    return WindowOptions::parse(QStringList{u"program"_s} + arguments);
}

void TestWindowOptions::cleanup()
{
    qunsetenv("XMPP_PASSWORD");
}

void TestWindowOptions::defaults()
{
    const auto options = parse({});
    QVERIFY(options.isLoopback);
    QVERIFY(options.screenshot.isEmpty());
    QVERIFY(!options.colorScheme);
    QVERIFY(options.language.isEmpty());
    QVERIFY(!options.isRightToLeft);
    QVERIFY(parse({u"--loopback"_s}).isLoopback);
}

void TestWindowOptions::account()
{
    const auto options = parse({u"--jid"_s, u"juliet@example.org"_s, u"--host"_s, u"xmpp.example.org"_s});
    QVERIFY(!options.isLoopback);
    const auto account = options.account(u"contacts"_s);
    QCOMPARE(account.jidBare(), u"juliet@example.org"_s);
    QCOMPARE(account.host(), u"xmpp.example.org"_s);
    QCOMPARE(account.port(), 5222);
    QCOMPARE(account.resourcePrefix(), u"contacts"_s);
    QCOMPARE(account.streamSecurityMode(), QXmppConfiguration::TLSRequired);
    QVERIFY(!account.ignoreSslErrors());
}

void TestWindowOptions::pictures()
{
    const auto options = parse({u"--screenshot"_s, u"contacts.png"_s, u"--after"_s, u"2"_s, u"--seed"_s, u"7"_s,
        u"--contact"_s, u"mum@localhost"_s, u"--dark"_s, u"--language"_s, u"ar"_s, u"--rtl"_s});
    QCOMPARE(options.screenshot, u"contacts.png"_s);
    QCOMPARE(options.after, 2s);
    QCOMPARE(options.contact, u"mum@localhost"_s);
    QCOMPARE(options.seed, 7U);
    QCOMPARE(options.colorScheme, Qt::ColorScheme::Dark);
    QCOMPARE(options.language, u"ar"_s);
    QVERIFY(options.isRightToLeft);
    QCOMPARE(parse({u"--light"_s}).colorScheme, Qt::ColorScheme::Light);
}

void TestWindowOptions::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");

    QTest::newRow("both") << QStringList{u"--loopback"_s, u"--jid"_s, u"a@localhost"_s} << u"--loopback or --jid"_s;
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("password") << QStringList{u"--jid"_s, u"a@localhost"_s, u"--password"_s, u"x"_s} << u"password"_s;
    QTest::newRow("host of the simulation") << QStringList{u"--host"_s, u"127.0.0.1"_s} << u"--host"_s;
    QTest::newRow("insecure to a domain")
        << QStringList{u"--jid"_s, u"a@example.org"_s, u"--insecure"_s} << u"loopback"_s;
    QTest::newRow("time without a picture") << QStringList{u"--after"_s, u"1"_s} << u"--screenshot"_s;
    QTest::newRow("no time") << QStringList{u"--screenshot"_s, u"a.png"_s, u"--after"_s, u"0"_s} << u"--after"_s;
    QTest::newRow("no name of a file") << QStringList{u"--screenshot"_s, u""_s} << u"--screenshot"_s;
    QTest::newRow("file without a format") << QStringList{u"--screenshot"_s, u"contacts"_s} << u"contacts.png"_s;
    QTest::newRow("dark and light") << QStringList{u"--dark"_s, u"--light"_s} << u"--dark or --light"_s;
    QTest::newRow("no language") << QStringList{u"--language"_s, u"12"_s} << u"--language"_s;
}

void TestWindowOptions::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, words);
    try {
        parse(arguments);
        QFAIL("taken");
    } catch (const Failure &failure) {
        QCOMPARE(int(failure.status), int(ExitStatus::WrongUsage));
        QVERIFY2(failure.message.contains(words), qPrintable(failure.message));
    }
}

// Nobody is there to type one.
void TestWindowOptions::noPasswordForAPicture()
{
    const QStringList arguments{u"--jid"_s, u"juliet@localhost"_s, u"--screenshot"_s, u"contacts.png"_s};
    QVERIFY_THROWS_EXCEPTION(Failure, parse(arguments));
    qputenv("XMPP_PASSWORD", "wherefore");
    QCOMPARE(parse(arguments).jid, u"juliet@localhost"_s);
}

void TestWindowOptions::help()
{
    QVERIFY(parse({u"--help"_s}).isHelp);
    const auto text = windowHelpText();
    for (const auto &word : {u"--loopback"_s, u"--seed"_s, u"--jid"_s, u"--screenshot"_s, u"--after"_s, u"--dark"_s,
             u"--light"_s, u"--language"_s, u"--rtl"_s, u"XMPP_PASSWORD"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
}

void TestWindowOptions::remembersTheAccount()
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCOMPARE(AccountSettings::load(), AccountSettings());

    auto account = parse({u"--jid"_s, u"juliet@localhost/x"_s, u"--port"_s, u"15222"_s}).account(u"contacts"_s);
    account.setPassword(u"wherefore"_s);
    AccountSettings::of(account).save();

    QCOMPARE(AccountSettings::load(), (AccountSettings{u"juliet@localhost/x"_s, u"localhost"_s, 15222}));
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    QVERIFY(text.contains("juliet"));
    QVERIFY(!text.contains("wherefore"));
}

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(u"XmppPresence"_s);
    QCoreApplication::setApplicationName(u"tst_windowoptions"_s);
    const QCoreApplication application(argc, argv);
    TestWindowOptions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowoptions.moc"
