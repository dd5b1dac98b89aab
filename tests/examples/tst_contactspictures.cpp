// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../virtualdisplay.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

// The program as people start it, on a display and without one: what is on its pictures.
class TestContactsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picture_data();
    void picture();

private:
    VirtualDisplay m_display;
};

enum class Mark { None, Green, Red, Amber, Gray };

static Mark markAt(const QImage &image, int x, int y)
{
    switch (image.pixel(x, y) & 0xffffff) {
    case 0x2a9447:
        return Mark::Green;
    case 0xdc3b41:
        return Mark::Red;
    case 0xb87a00:
        return Mark::Amber;
    case 0x7f7f7f:
        return Mark::Gray;
    default:
        return Mark::None;
    }
}

struct Row
{
    Mark mark;
    int top;
    int bottom;
    int area = 0;
};

// The indicators in the column where rows have theirs, from above.
static QList<Row> rows(const QImage &image, int scale, bool isRightToLeft)
{
    QList<Row> rows;
    for (int y = 0; y < image.height(); ++y) {
        for (int place = 8 * scale; place < 26 * scale; ++place) {
            const auto mark = markAt(image, isRightToLeft ? image.width() - 1 - place : place, y);
            if (mark == Mark::None)
                continue;
            if (rows.isEmpty() || y - rows.last().bottom > 8 * scale)
                rows.append({mark, y, y});
            rows.last().bottom = y;
            ++rows.last().area;
        }
    }
    rows.removeIf([scale](const Row &row) { return row.area < 30 * scale * scale; }); // edges of letters
    return rows;
}

void TestContactsPictures::initTestCase()
{
    QVERIFY(m_display.start());
}

void TestContactsPictures::picture_data()
{
    QTest::addColumn<bool>("onDisplay");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("scale");

    for (const bool onDisplay : {false, true}) {
        const auto add = [onDisplay](const QString &name, const QStringList &arguments, int scale = 1) {
            const auto place = onDisplay ? u"display-"_s : u"offscreen-"_s;
            QTest::newRow(qPrintable(place + name)) << onDisplay << arguments << scale;
        };
        add(u"light"_s, {u"--light"_s});
        add(u"dark"_s, {u"--dark"_s});
        add(u"rtl"_s, {u"--light"_s, u"--rtl"_s});
        add(u"arabic"_s, {u"--dark"_s, u"--language"_s, u"ar"_s});
        add(u"200"_s, {u"--light"_s}, 2);
    }
}

void TestContactsPictures::picture()
{
    QFETCH(const bool, onDisplay);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, scale);
    const auto file = u"" PICTURES_FOLDER "/contacts-qml-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    QFile::remove(file);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &variable : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(variable);
    if (onDisplay) { // Qt's plugin for X leaks a little as it ends
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
        environment.insert(u"DISPLAY"_s, m_display.name());
        environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    }
    environment.insert(u"QT_SCALE_FACTOR"_s, QString::number(scale));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(u"" CONTACTS_PROGRAM ""_s,
        arguments
            + QStringList{u"--seed"_s, u"1"_s, u"--contact"_s, u"printer@localhost"_s, u"--after"_s, u"4"_s,
                u"--screenshot"_s, file});
    QVERIFY(program.waitForFinished(120000));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(program.readAll()), QString()); // no warning of QML

    const QImage image(file);
    QCOMPARE(image.size(), QSize(760, 640) * scale);
    const bool isDark = arguments.contains(u"--dark"_s);
    const bool isMirrored = arguments.contains(u"--rtl"_s) || arguments.contains(u"ar"_s);
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() - 4).lightness() < 128, isDark);

    const auto found = rows(image, scale, isMirrored).mid(1); // the first is the own presence
    QCOMPARE_GE(found.size(), 9);
    const auto height = found.at(1).top + found.at(1).bottom - found.at(0).top - found.at(0).bottom;
    QSet<Mark> marks;
    for (int i = 0; i < found.size(); ++i) {
        marks.insert(found.at(i).mark);
        if (i == 0
            || found.at(i).bottom + found.at(i).top - found.at(i - 1).top - found.at(i - 1).bottom > height * 4 / 3)
            continue; // a section begins
        QVERIFY2(found.at(i).mark >= found.at(i - 1).mark, qPrintable(u"row %1"_s.arg(i)));
    }
    QCOMPARE_GE(marks.size(), 3);
}

QTEST_GUILESS_MAIN(TestContactsPictures)
#include "tst_contactspictures.moc"
