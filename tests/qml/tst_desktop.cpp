// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../virtualdisplay.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What Qt does otherwise because of the desktop that it finds itself on.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gnome();
};

// Its buttons are pressed by Enter, too.
void TestDesktop::gnome()
{
    VirtualDisplay display;
    QVERIFY2(display.start(), "Xvfb does not start");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    QProcess suite;
    suite.setProcessEnvironment(environment);
    suite.setProcessChannelMode(QProcess::MergedChannels);
    suite.start(QStringLiteral(QML_SUITE), {u"ContactList::test_keyboard"_s});
    QVERIFY(suite.waitForFinished());
    const auto output = suite.readAll();
    QVERIFY2(output.contains("PASS   : tst_qml::ContactList::test_keyboard"), output.constData());
    // Not by the exit code, which LeakSanitizer makes that of what Qt leaves behind there.
    QVERIFY2(output.contains(" passed, 0 failed, 0 skipped,"), output.constData());
}

QTEST_GUILESS_MAIN(TestDesktop)

#include "tst_desktop.moc"
