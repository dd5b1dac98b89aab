// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "comparisons.h"

#include <QProcess>
#include <QTest>

#include <XmppPresence/PresenceBuilder>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto balcony = u"juliet@example.org/balcony"_s;

// What QCOMPARE makes of the values of XmppPresence, with no header but theirs.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equal();
    void severalSources();
    void printed_data();
    void printed();
};

void TestComparison::equal()
{
    PresenceTracker tracker;
    QCOMPARE(tracker.presence(balcony), std::nullopt);
    tracker.handlePresence(presence(balcony).away());
    QCOMPARE(tracker.presence(balcony), presence(balcony).away());
    QCOMPARE(tracker.presence(balcony), presence(balcony).away().stanza());
    QCOMPARE(tracker.presence(balcony), tracker.mostAvailable(u"juliet@example.org"_s));
    QCOMPARE(*tracker.presence(balcony), presence(balcony).away());
    QCOMPARE(*tracker.presence(balcony), presence(balcony).away().stanza());
    QCOMPARE_NE(tracker.presence(balcony), presence(balcony).dnd());
    QCOMPARE_NE(presence(balcony).away(), presence(balcony).dnd());
}

void TestComparison::severalSources()
{
    const std::unique_ptr<char[]> here(QTest::toString(presence(u"juliet@example.org"_s).stanza()));
    const std::unique_ptr<char[]> elsewhere(printedElsewhere());
    QCOMPARE(here.get(), elsewhere.get());
    QCOMPARE(here.get(), R"(<presence from="juliet@example.org"/>)");
}

void TestComparison::printed_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const auto away = uR"(<presence from="juliet@example.org/balcony"><show>away</show></presence>)"_s;
    const auto busy = uR"(<presence from="juliet@example.org/balcony"><show>dnd</show></presence>)"_s;
    const auto online = uR"(<presence from="juliet@example.org/balcony"/>)"_s;
    QTest::newRow("state") << u"PresenceState(XmppPresence::PresenceState::Show::Away)"_s
                           << u"PresenceState(unavailable)"_s;
    QTest::newRow("show") << u"Chat"_s << u"None"_s;
    QTest::newRow("availability") << u"Error"_s << u"Unknown"_s;
    QTest::newRow("leaveReason") << u"Kicked"_s << u"Banned"_s;
    QTest::newRow("ranking") << u"Priority"_s << u"Custom"_s;
    QTest::newRow("sortOrder") << u"Name"_s << u"MostRecentChange"_s;
    QTest::newRow("sections") << u"ByGroup"_s << u"NoSections"_s;
    QTest::newRow("role") << u"JidRole"_s << u"NameRole"_s;
    QTest::newRow("photoState") << u"HasPhoto"_s << u"NoPhoto"_s;
    QTest::newRow("stanza") << away << busy;
    QTest::newRow("builder") << away << busy;
    QTest::newRow("nothing") << u"nothing"_s << online;
    QTest::newRow("something") << online << u"nullopt"_s;
    QTest::newRow("queries") << u"nothing"_s << online;
    QTest::newRow("recordedSignal") << u"\"peerError juliet@example.org\""_s << u"\"peerError\""_s;
}

void TestComparison::printed()
{
    QFETCH(const QString, actual);
    QFETCH(const QString, expected);
    const auto name = QString::fromLatin1(QTest::currentDataTag());
    QProcess suite;
    suite.start(QStringLiteral(FAILING_SUITE), {name});
    QVERIFY(suite.waitForFinished(60'000));
    const auto text = QString::fromUtf8(suite.readAllStandardOutput());
    const auto start = text.indexOf(u"FAIL!  : FailingSuite::%1()"_s.arg(name));
    QVERIFY2(start >= 0, qUtf8Printable(text));
    const auto lines = text.mid(start).split(u'\n');
    QVERIFY2(lines.at(1).endsWith(u": "_s + actual), qUtf8Printable(lines.at(1)));
    QVERIFY2(lines.at(2).endsWith(u": "_s + expected), qUtf8Printable(lines.at(2)));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
