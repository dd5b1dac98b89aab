// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"
#include "../stanza.h"
#include "examples.h"
#include "migrating.h"
#include "tracker.h"

#include <QBuffer>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracePlayer>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>
#include <XmppPresence/TestClient>
#include <XmppPresence/Translations>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// The examples in the documentation do what it says of them.
class TestDocExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tracker();
    void trackerSignals();
    void queries();
    void ranking();
    void bounds();
    void features();
    void watchOnce();
    void feeding();
    void state();
    void texts();
    void leaveReason();
    void contactList();
    void everybody();
    void devices();
    void roles();
    void icons();
    void watcher();
    void watcherDetails();
    void server();
    void recorder();
    void room();
    void testClient();
    void stanzas();
    void traces();
    void traceOfARoom();
    void migration();

private:
    void come(const QString &text) { Q_EMIT client->presenceReceived(stanza(text)); }

    std::unique_ptr<RosterClient> client;
    std::unique_ptr<PresenceTracker> tracked;
};

// What the examples print.
static QStringList printed;

static const auto balcony = u"available juliet@example.org/balcony"_s;

void TestDocExamples::init()
{
    client = std::make_unique<RosterClient>();
    tracked = std::make_unique<PresenceTracker>(client.get());
    client->push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s, {u"Verona"_s});
    printed.clear();
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) { printed += message; });
}

void TestDocExamples::cleanup()
{
    qInstallMessageHandler(nullptr);
    tracked.reset();
    client.reset();
}

void TestDocExamples::tracker()
{
    const PresenceTracker *made = nullptr;
    followPeople(*client, made);
    come(balcony);
    QCOMPARE(made->peers(), QStringList{u"juliet@example.org"_s});
    QCOMPARE(printed, QStringList{u"\"juliet@example.org\" says \"\""_s});
}

void TestDocExamples::trackerSignals()
{
    const QObject context;
    printSignals(*tracked, const_cast<QObject *>(&context));
    for (const auto *type : {"available", "away", "unavailable", "error"})
        come(QLatin1StringView(type) + u" juliet@example.org/balcony"_s);
    QCOMPARE(printed.size(), 6);
    QCOMPARE(printed.constFirst(), u"on one device at least: \"juliet@example.org\""_s);
    QCOMPARE(printed.constLast(), u"cannot be reached: \"juliet@example.org\""_s);
}

void TestDocExamples::queries()
{
    come(balcony);
    come(u"error romeo@example.org"_s);
    printWhoIsThere(*tracked);
    QCOMPARE(printed.size(), 3);
    QVERIFY(printed.at(0).contains("on \"juliet@example.org/balcony\""_L1));
    QVERIFY(printed.at(1).contains("\"balcony\" priority 0"_L1));
    QVERIFY(printed.at(2).startsWith("\"romeo@example.org\""_L1));
}

void TestDocExamples::ranking()
{
    rank(*tracked);
    come(u"dnd juliet@example.org/desk"_s);
    come(u"xa juliet@example.org/phone"_s);
    come(u"chat juliet@example.org/desk"_s);
    QCOMPARE(tracked->mostAvailable(u"juliet@example.org"_s)->from(), u"juliet@example.org/phone"_s);
}

void TestDocExamples::bounds()
{
    setBounds(*tracked);
    for (int i = 0; i < 51; ++i)
        come(u"available juliet@example.org/%1"_s.arg(i));
    QCOMPARE(printed, QStringList{u"1 resources were too many"_s});
}

void TestDocExamples::features()
{
    const auto context = std::make_unique<QObject>();
    come(balcony);
    QVERIFY(!offerCall(*tracked, context.get()));
    Q_EMIT tracked->featuresChanged(u"juliet@example.org"_s);
    QCOMPARE(printed, QStringList{u"a call can be taken: false"_s});
}

void TestDocExamples::watchOnce()
{
    Arrival arrival(*tracked);
    Arrival forgotten(*tracked);
    forgotten.forget();
    come(balcony);
    QTRY_COMPARE(printed, QStringList{u"\"juliet@example.org/balcony\" is there"_s});
}

void TestDocExamples::feeding()
{
    feed(*tracked);
    QCOMPARE(tracked->state(u"juliet@example.org"_s), PresenceState(PresenceState::Show::Away));
}

void TestDocExamples::state()
{
    QVERIFY(mayInterrupt(stanza(balcony)));
    QVERIFY(!mayInterrupt(stanza(u"dnd juliet@example.org"_s)));
    QVERIFY(!mayInterrupt(stanza(u"away juliet@example.org"_s)));
}

void TestDocExamples::texts()
{
    QCOMPARE(describe(Availability::Unknown), u"nothing is known"_s);
    QCOMPARE(describe(Availability::Away), u"Away"_s);
    speakGerman();
    QCOMPARE(describe(Availability::Away), u"Abwesend"_s);
    installTranslations(QLocale(QLocale::English));
    QLabel label;
    auto presence = stanza(balcony);
    presence.setStatusText(u"<b>here</b>\n"_s + QString(100, u'x'));
    showStatus(label, presence);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text().size(), 80);
    QCOMPARE(idleText(QModelIndex()), QString());
}

void TestDocExamples::leaveReason()
{
    const auto context = std::make_unique<QObject>();
    sayWhyTheyLeft(*tracked, context.get());
    come(u"available garden@rooms.example.org/romeo"_s);
    auto kick = stanza(u"unavailable garden@rooms.example.org/romeo"_s);
    kick.setMucStatusCodes({307});
    Q_EMIT client->presenceReceived(kick);
    QCOMPARE(printed, QStringList{u"\"garden@rooms.example.org/romeo\" was kicked by \"\""_s});
}

void TestDocExamples::contactList()
{
    QListView view;
    auto *contacts = showContacts(*tracked, view);
    QVERIFY(qobject_cast<PresenceDelegate *>(view.itemDelegate()));
    QTRY_COMPARE(contacts->rowCount(), 1);
    come(balcony);
    QTRY_COMPARE(title(*contacts), u"1 of 1 are there"_s);
    arrange(*contacts, *client);
    QCOMPARE(contacts->groupFilter(), u"Verona"_s);
    QTRY_COMPARE(contacts->rowCount(), 1);
}

void TestDocExamples::everybody()
{
    QListView view;
    const auto *everyone = showEverybody(*tracked, view);
    come(balcony);
    QTRY_COMPARE(everyone->rowCount(), 1);
    QCOMPARE(view.model(), everyone);
}

void TestDocExamples::devices()
{
    QListView view;
    auto *list = showDevices(*tracked, view);
    come(balcony);
    QTRY_COMPARE(list->rowCount(), 1);
    showRoom(*list);
    come(u"available garden@rooms.example.org/romeo"_s);
    come(u"available garden@rooms.example.org/nurse"_s);
    QTRY_COMPARE(list->rowCount(), 2);
}

void TestDocExamples::roles()
{
    PresenceModel model(tracked.get());
    auto presence = stanza(balcony);
    presence.setStatusText(u"Sighing"_s);
    Q_EMIT client->presenceReceived(presence);
    QTRY_COMPARE(listStatus(model), (QStringList{u"juliet@example.org: Sighing"_s, u"Juliet is there"_s}));
}

void TestDocExamples::icons()
{
    PresenceModel model(tracked.get());
    decorate(model);
    come(balcony);
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0).data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!busyIcon().isNull());
}

void TestDocExamples::watcher()
{
    QLabel title;
    const auto *juliet = showInTitle(*tracked, title);
    QVERIFY(!juliet->isAvailable());
    come(balcony);
    QCOMPARE(title.text(), u"Online"_s);
    QCOMPARE(printed, QStringList{u"Juliet has come"_s});
}

void TestDocExamples::watcherDetails()
{
    PresenceWatcher watcher;
    come(u"available romeo@example.org/orchard"_s);
    QCOMPARE(details(watcher, *tracked),
        (QStringList{u"romeo@example.org"_s, u"1 devices, best on orchard"_s, u"so for now, priority 0"_s}));
}

void TestDocExamples::server()
{
    LoopbackServer server;
    QXmppClient juliet;
    PresenceTracker tracker(&juliet);
    signIn(server, juliet);
    QTRY_COMPARE(tracker.peers(), QStringList{u"juliet@localhost"_s});
}

void TestDocExamples::recorder()
{
    recordSignals();
}

void TestDocExamples::room()
{
    joinRoom();
}

void TestDocExamples::testClient()
{
    useClient();
}

void TestDocExamples::stanzas()
{
    TestClient receiver;
    PresenceTracker tracker(&receiver);
    QVERIFY(receiver.startNewSession());
    buildStanzas(receiver, tracker);
    QVERIFY(tracker.state(u"juliet@example.org"_s).isAvailable());
}

void TestDocExamples::traces()
{
    QBuffer trace;
    QVERIFY(trace.open(QIODevice::ReadWrite));
    TestClient receiver;
    PresenceTracker tracker(&receiver);
    recordTrace(receiver, tracker, trace);
    QVERIFY(!trace.data().contains("juliet"));
    trace.seek(0);
    playTrace(trace);
    QCOMPARE(printed, QStringList{u"that was all"_s});
}

void TestDocExamples::traceOfARoom()
{
    QBuffer trace;
    trace.setData(
        R"({"xmpppresence-trace":1}
{"time":0,"event":"begun"}
{"time":1,"stanza":"<presence from='coven@chat.example.org/hag'><x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x></presence>"}
{"time":2,"stanza":"<presence from='coven@chat.example.org/hag' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><item nick='witch'/><status code='303'/></x></presence>"}
)");
    QVERIFY(trace.open(QIODevice::ReadOnly));
    TestClient receiver;
    PresenceTracker tracker(&receiver);
    QSignalSpy renamed(&tracker, &PresenceTracker::resourceRenamed);
    PresenceTracePlayer player(&receiver);
    QVERIFY(player.load(&trace));
    playRoom(receiver, player);
    QCOMPARE(renamed.size(), 1);
}

void TestDocExamples::migration()
{
    PresenceCache cache(client.get());
    QLabel view;
    int updates = 0;
    QCOMPARE(pick(*tracked, u"juliet@example.org"_s, &view, [&updates] { ++updates; }), QString());
    auto presence = stanza(balcony);
    presence.setStatusText(u"Sighing"_s);
    Q_EMIT client->presenceReceived(presence);
    QCOMPARE(updates, 1);
    QCOMPARE(cache.presences(u"juliet@example.org"_s).firstKey(), u"balcony"_s);
    QCOMPARE(pick(*tracked, u"juliet@example.org"_s, &view, [] {}), u"balcony"_s);
    QCOMPARE(statusBefore(*client->roster(), u"juliet@example.org"_s), u"Sighing"_s);
    QCOMPARE(statusAfter(*tracked, u"juliet@example.org"_s), u"Sighing"_s);
}

QTEST_MAIN(TestDocExamples)
#include "tst_docexamples.moc"
