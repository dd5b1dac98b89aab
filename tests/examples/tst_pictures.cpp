// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../virtualdisplay.h"

#include <QDir>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;

// The programs with a window, each as a user starts it, picture themselves on a display and without one.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void helpNeedsNoDisplay();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    VirtualDisplay m_display;
};

// What a program, run with arguments, leaves behind.
struct Run
{
    Run(const QString &program, const QStringList &arguments, const QStringList &variables)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XMPP_PASSWORD"_s})
            environment.remove(name);
        for (const auto &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        isEnded = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit;
        status = process.exitCode();
        errors = QString::fromUtf8(process.readAllStandardError());
    }

    bool isEnded = false;
    int status = -1;
    QString errors;
};

void TestPictures::initTestCase()
{
    QVERIFY2(m_display.start(), "Xvfb does not start");
}

void TestPictures::pictures_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isMirrored");
    QTest::addColumn<int>("scale");

    const auto display = u"DISPLAY="_s + m_display.name();
    const auto widgets = QStringLiteral(WIDGETS_PROGRAM);
    const QStringList twice{u"QT_SCALE_FACTOR=2"_s};
    // Qt's plugin for X leaks a little as it ends; what the program leaks is seen without a display.
    const QStringList shown{display, u"ASAN_OPTIONS=detect_leaks=0"_s};
    QTest::newRow("widgets-light") << widgets << QStringList{u"--light"_s} << QStringList() << false << false << 1;
    QTest::newRow("widgets-dark") << widgets << QStringList{u"--dark"_s} << QStringList() << true << false << 1;
    QTest::newRow("widgets-rtl") << widgets << QStringList{u"--light"_s, u"--rtl"_s} << QStringList() << false << true
                                 << 1;
    QTest::newRow("widgets-twice") << widgets << QStringList{u"--light"_s} << twice << false << false << 2;
    QTest::newRow("widgets-xvfb-light") << widgets << QStringList{u"--light"_s} << shown << false << false << 1;
    QTest::newRow("widgets-xvfb-dark") << widgets << QStringList{u"--dark"_s} << shown << true << false << 1;
    QTest::newRow("widgets-xvfb-rtl") << widgets << QStringList{u"--dark"_s, u"--rtl"_s} << shown << true << true << 1;
    QTest::newRow("widgets-xvfb-twice") << widgets << QStringList{u"--dark"_s} << shown + twice << true << false << 2;
}

static bool isAlike(const QColor &one, const QColor &other)
{
    return qAbs(one.red() - other.red()) + qAbs(one.green() - other.green()) + qAbs(one.blue() - other.blue()) < 24;
}

// How many pixels of a column of the picture, a tenth of its width, are of a color.
static int countIn(const QImage &picture, int tenth, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = picture.width() * tenth / 10; x < picture.width() * (tenth + 1) / 10; ++x)
            count += isAlike(picture.pixelColor(x, y), color);
    }
    return count;
}

void TestPictures::pictures()
{
    QFETCH(const QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(const QStringList, variables);
    QFETCH(const bool, isDark);
    QFETCH(const bool, isMirrored);
    QFETCH(const int, scale);

    const auto file = QDir(QStringLiteral(PICTURES)).filePath(QLatin1StringView(QTest::currentDataTag()) + u".png"_s);
    QFile::remove(file);
    arguments += {u"--loopback"_s, u"--seed"_s, u"1"_s, u"--contact"_s, u"zofia@localhost"_s, u"--screenshot"_s, file,
        u"--after"_s, u"4"_s};
    const Run run(program, arguments, variables);
    QVERIFY2(run.isEnded && run.status == 0, qPrintable(run.errors));

    QImage picture;
    QVERIFY(picture.load(file));
    QCOMPARE_GE(picture.width(), 700 * scale);
    QCOMPARE_GE(picture.height(), 600 * scale);
    QCOMPARE(picture.pixelColor(picture.width() / 2, picture.height() - 4).lightness() < 128, isDark);

    // The indicators of those who are online stand at the beginning of the list, and of the details.
    const QColor online(0x2a, 0x94, 0x47);
    const int least = 150 * scale * scale;
    QCOMPARE_GE(countIn(picture, isMirrored ? 9 : 0, online), least);
    QCOMPARE_LT(countIn(picture, isMirrored ? 8 : 1, online), least);
    QCOMPARE_LT(countIn(picture, isMirrored ? 7 : 2, online), 10);
}

void TestPictures::helpNeedsNoDisplay()
{
    for (const auto &option : {u"--help"_s, u"-h"_s}) {
        const Run run(QStringLiteral(WIDGETS_PROGRAM), {option}, {});
        QVERIFY2(run.isEnded && run.status == 0, qPrintable(run.errors));
    }
}

void TestPictures::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");

    QTest::newRow("option") << QStringList{u"--frobnicate"_s} << 2 << u"frobnicate"_s;
    QTest::newRow("JID") << QStringList{u"--jid"_s, u"@"_s} << 3 << u"Not the JID of an account"_s;
    QTest::newRow("password") << QStringList{u"--jid"_s, u"a@localhost"_s} << 2 << u"XMPP_PASSWORD"_s;
    QTest::newRow("folder") << QStringList{u"--screenshot"_s, u"/no/such/folder/x.png"_s} << 1 << u"Cannot save"_s;
}

void TestPictures::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, words);
    const auto file = QDir(QStringLiteral(PICTURES)).filePath(u"none.png"_s);
    if (!arguments.contains(u"--screenshot"_s))
        arguments += {u"--screenshot"_s, file};
    const Run run(QStringLiteral(WIDGETS_PROGRAM), arguments + QStringList{u"--after"_s, u"1"_s}, {});
    QVERIFY(run.isEnded);
    QVERIFY2(run.errors.contains(words), qPrintable(run.errors));
    QCOMPARE(run.status, status);
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
