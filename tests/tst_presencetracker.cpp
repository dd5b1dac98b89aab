// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanza.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <QXmppClient.h>
#include <QXmppConfiguration.h>

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Show = PresenceState::Show;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto orchard = u"juliet@example.org/orchard"_s;

// The tracker as an application sees it, through a client without a server. The number before the colon is the point of
// the presence contract.
class TestPresenceTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensToItsClient();
    void signalsCarryJidAndStanza();
    void queries();
    void queriesOfAPeerInError();
    void queriesTakeAnyFormOfAJid();
    void refusesUnusableJids_data();
    void refusesUnusableJids();
    void warnsOnceOfAJid();
    void boundsItsWarnings();
    void dropsStanzasWithoutSender_data();
    void dropsStanzasWithoutSender();
    void stanzasWithoutSenderAreFromTheAccount_data();
    void stanzasWithoutSenderAreFromTheAccount();
    void sameStanzaNeverTellsTwice();
    void slotsSeeTheStateAfterTheStanza();
    void stanzasFromASlotWait();
    void slotMayEndTheSession();
    void slotMayReplaceTheClient();
    void slotMayDeleteTheTracker_data();
    void slotMayDeleteTheTracker();
    void slotMayDeleteTheClient();
    void everybodyGoes_data();
    void everybodyGoes();
    void destructionIsSilent();
    void formerClientIsNotHeard();
    void sameClientAgainChangesNothing();
    void worksWithoutClient();
    void ranking();
    void refusesRankingsThatAreNone();
    void isUsableFromMetaObjects();
};

static QStringList comes(const QString &full)
{
    return {u"peerAvailable "_s + full.section(u'/', 0, 0), u"resourceAvailable "_s + full};
}

static QStringList goes(const QString &full)
{
    return {u"resourceUnavailable "_s + full, u"peerUnavailable "_s + full.section(u'/', 0, 0)};
}

void TestPresenceTracker::listensToItsClient()
{
    QXmppClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    QCOMPARE(tracker.client(), &client);

    Q_EMIT client.presenceReceived(stanza(u"away "_s + balcony));
    QCOMPARE(recorder.take(), comes(balcony));
    Q_EMIT client.presenceReceived(stanza(u"unavailable "_s + balcony));
    QCOMPARE(recorder.take(), goes(balcony));
}

void TestPresenceTracker::signalsCarryJidAndStanza()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    const QStringList stanzas{u"chat JULIET@example.org/balcony"_s, u"away "_s + balcony, u"error "_s + orchard};
    for (const auto &text : stanzas) {
        recorder.take();
        const auto sent = stanza(text);
        tracker.handlePresence(sent);
        QVERIFY(!recorder.recorded().isEmpty());
        const auto recorded = recorder.recorded();
        for (const auto &signal : recorded) {
            QCOMPARE(signal.jid, signal.name.startsWith(u"peer"_s) ? juliet : balcony);
            QCOMPARE(signal.stanza.from(), sent.from());
            QCOMPARE(signal.stanza.type(), sent.type());
            QCOMPARE(signal.stanza.availableStatusType(), sent.availableStatusType());
        }
    }
}

void TestPresenceTracker::queries()
{
    PresenceTracker tracker;
    tracker.handlePresence(stanza(u"away "_s + balcony));
    tracker.handlePresence(stanza(u"chat "_s + orchard));
    tracker.handlePresence(stanza(u"dnd gateway.example.org"_s));

    QCOMPARE(tracker.presence(balcony)->availableStatusType(), QXmppPresence::Away);
    QCOMPARE(tracker.presence(orchard)->from(), orchard);
    QVERIFY(!tracker.presence(juliet));
    QVERIFY(!tracker.presence(juliet + u"/other"));
    QCOMPARE(tracker.presence(u"gateway.example.org"_s)->availableStatusType(), QXmppPresence::DND);

    QCOMPARE(tracker.mostAvailable(juliet)->from(), orchard);
    QCOMPARE(tracker.mostAvailable(u"gateway.example.org"_s)->from(), u"gateway.example.org"_s);
    QVERIFY(!tracker.mostAvailable(u"romeo@example.org"_s));
    for (const auto &text : {balcony, u"Juliet@EXAMPLE.org"_s, u"Juliet@EXAMPLE.org/other"_s})
        QCOMPARE(tracker.mostAvailable(text)->from(), orchard);

    const auto resources = tracker.resources(juliet);
    QCOMPARE(resources.keys(), (QStringList{u"balcony"_s, u"orchard"_s}));
    QCOMPARE(resources[u"balcony"_s].availableStatusType(), QXmppPresence::Away);
    QCOMPARE(tracker.resources(u"gateway.example.org"_s).keys(), QStringList{u""_s});
    QVERIFY(tracker.resources(u"romeo@example.org"_s).isEmpty());

    QCOMPARE(tracker.state(balcony), PresenceState(Show::Away));
    QCOMPARE(tracker.state(juliet), PresenceState(Show::Chat));
    QCOMPARE(tracker.state(juliet + u"/other"), PresenceState());
    QCOMPARE(tracker.state(u"romeo@example.org"_s), PresenceState());

    QCOMPARE(tracker.peers(), (QStringList{u"gateway.example.org"_s, juliet}));
}

void TestPresenceTracker::queriesOfAPeerInError()
{
    PresenceTracker tracker;
    tracker.handlePresence(stanza(u"away "_s + balcony));
    tracker.handlePresence(stanza(u"error "_s + juliet));

    for (const auto &jid : {juliet, balcony, orchard}) {
        QCOMPARE(tracker.presence(jid)->type(), QXmppPresence::Error);
        QCOMPARE(tracker.state(jid), PresenceState());
    }
    QVERIFY(!tracker.mostAvailable(juliet));
    QVERIFY(tracker.resources(juliet).isEmpty());
    QCOMPARE(tracker.peers(), QStringList{juliet});

    tracker.handlePresence(stanza(u"unavailable "_s + orchard));
    QVERIFY(!tracker.presence(juliet));
    QCOMPARE(tracker.peers(), QStringList());
}

void TestPresenceTracker::queriesTakeAnyFormOfAJid()
{
    PresenceTracker tracker;
    tracker.handlePresence(stanza(u"away j\u00fcrgen@b\u00fccher.example/B\u00fcro"_s));

    QVERIFY(tracker.presence(u"JU\u0308RGEN@xn--bcher-kva.example/B\u00fcro"_s));
    QVERIFY(!tracker.presence(u"j\u00fcrgen@b\u00fccher.example/b\u00fcro"_s));
    QVERIFY(tracker.mostAvailable(u"J\u00fcrgen@B\u00dcCHER.example"_s));
    QCOMPARE(tracker.resources(u"j\u00fcrgen@b\u00fccher.EXAMPLE"_s).size(), 1);
    QCOMPARE(tracker.state(u"J\u00dcRGEN@b\u00fccher.example."_s), PresenceState(Show::Away));
    QCOMPARE(tracker.peers(), QStringList{u"j\u00fcrgen@b\u00fccher.example"_s});
}

void TestPresenceTracker::refusesUnusableJids_data()
{
    QTest::addColumn<QString>("jid");

    QTest::newRow("2: empty node") << u"@example.org/balcony"_s;
    QTest::newRow("2: forbidden code point") << u"ju liet@example.org"_s;
    QTest::newRow("2: over 1023 bytes") << QString(juliet + u'/' + QString(1024, u'r'));
}

void TestPresenceTracker::refusesUnusableJids()
{
    QFETCH(QString, jid);

    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    for (const auto &type : {u"available "_s, u"unavailable "_s, u"error "_s}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Refused a JID that nobody can have"_s));
        PresenceTracker().handlePresence(stanza(type + jid));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Refused a JID that nobody can have.{0,110}$"_s));
    tracker.handlePresence(stanza(u"available "_s + jid));
    QCOMPARE(recorder.take(), QStringList());
    QCOMPARE(tracker.peers(), QStringList());
    QVERIFY(!tracker.presence(jid));
    QVERIFY(!tracker.mostAvailable(jid));
    QVERIFY(tracker.resources(jid).isEmpty());
    QCOMPARE(tracker.state(jid), PresenceState());
}

// What is logged in the category while it lives.
class Log
{
public:
    Log()
    {
        count = 0;
        former = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &) {
            count += QLatin1StringView(context.category) == "xmpppresence"_L1;
        });
    }
    ~Log() { qInstallMessageHandler(former); }
    Q_DISABLE_COPY_MOVE(Log)

    inline static int count = 0;

private:
    QtMessageHandler former;
};

void TestPresenceTracker::warnsOnceOfAJid()
{
    const Log log;
    PresenceTracker tracker;
    for (int i = 0; i < 3; ++i) {
        tracker.handlePresence(stanza(u"available @example.org"_s));
        QVERIFY(!tracker.presence(u"@example.org"_s));
    }
    QCOMPARE(log.count, 1);
    QVERIFY(!tracker.presence(u"@example.net"_s));
    QCOMPARE(log.count, 2);
}

void TestPresenceTracker::boundsItsWarnings()
{
    const Log log;
    PresenceTracker tracker;
    for (int i = 0; i < 1000; ++i)
        tracker.handlePresence(stanza(u"available @example.org/%1"_s.arg(i)));
    QCOMPARE(log.count, 100);
}

void TestPresenceTracker::dropsStanzasWithoutSender_data()
{
    QTest::addColumn<bool>("hasClient");
    QTest::addColumn<QString>("type");

    for (const auto type : {"available ", "unavailable ", "error "}) {
        QTest::addRow("3: %swithout a client", type) << false << QString::fromLatin1(type);
        QTest::addRow("3: %sfrom a client that is not connected", type) << true << QString::fromLatin1(type);
    }
}

void TestPresenceTracker::dropsStanzasWithoutSender()
{
    QFETCH(bool, hasClient);
    QFETCH(QString, type);

    QXmppClient client;
    client.configuration().setJid(juliet);
    PresenceTracker tracker(hasClient ? &client : nullptr);
    PresenceRecorder recorder(&tracker);
    tracker.handlePresence(stanza(type));
    QCOMPARE(recorder.take(), QStringList());
    QCOMPARE(tracker.peers(), QStringList());
}

void TestPresenceTracker::stanzasWithoutSenderAreFromTheAccount_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("told");

    const auto account = u"juliet@localhost"_s;
    QTest::newRow("3: available") << u"dnd "_s << QStringList{u"resourceAvailable "_s + account};
    QTest::newRow("3: unavailable") << u"unavailable "_s << goes(u"juliet@localhost/balcony"_s);
    QTest::newRow("3: error") << u"error "_s
                              << goes(u"juliet@localhost/balcony"_s) + QStringList{u"peerError "_s + account};
}

void TestPresenceTracker::stanzasWithoutSenderAreFromTheAccount()
{
    QFETCH(QString, type);
    QFETCH(QStringList, told);

    LoopbackServer server;
    server.addAccount(u"juliet"_s, u"secret"_s);
    QVERIFY(server.start());
    QXmppClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    client.connectToServer(server.configuration(u"juliet"_s, u"balcony"_s));
    QTRY_COMPARE(recorder.recorded().size(), 2); // the account's own device has come
    recorder.take();

    Q_EMIT client.presenceReceived(stanza(type));
    QCOMPARE(recorder.take(), told);
}

void TestPresenceTracker::sameStanzaNeverTellsTwice()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    const auto same = stanza(u"chat "_s + balcony);
    tracker.handlePresence(same);
    QCOMPARE(recorder.take(), comes(balcony));
    tracker.handlePresence(same);
    QCOMPARE(recorder.take(), QStringList{u"resourceChanged "_s + balcony});
}

void TestPresenceTracker::slotsSeeTheStateAfterTheStanza()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    QStringList seen;
    connect(&recorder, &PresenceRecorder::signalRecorded, &tracker, [&](const RecordedSignal &signal) {
        seen.append(signal.name + u": "_s + tracker.resources(juliet).keys().join(u' ')
            + (tracker.presence(juliet) ? u" error"_s : QString()));
    });
    tracker.handlePresence(stanza(u"available "_s + balcony));
    tracker.handlePresence(stanza(u"available "_s + orchard));
    tracker.handlePresence(stanza(u"away "_s + orchard));
    tracker.handlePresence(stanza(u"error "_s + juliet));
    tracker.handlePresence(stanza(u"available "_s + balcony));
    tracker.handlePresence(stanza(u"unavailable "_s + balcony));
    QCOMPARE(seen,
        (QStringList{u"peerAvailable: balcony"_s, u"resourceAvailable: balcony"_s,
            u"resourceAvailable: balcony orchard"_s, u"resourceChanged: balcony orchard"_s,
            u"resourceUnavailable:  error"_s, u"resourceUnavailable:  error"_s, u"peerUnavailable:  error"_s,
            u"peerError:  error"_s, u"peerAvailable: balcony"_s, u"resourceAvailable: balcony"_s,
            u"resourceUnavailable: "_s, u"peerUnavailable: "_s}));
}

void TestPresenceTracker::stanzasFromASlotWait()
{
    PresenceTracker tracker;
    PresenceRecorder early(&tracker);
    connect(
        &tracker, &PresenceTracker::peerAvailable, &tracker,
        [&] {
            tracker.handlePresence(stanza(u"unavailable "_s + balcony));
            tracker.handlePresence(stanza(u"available romeo@example.org/wall"_s));
            QVERIFY(tracker.presence(balcony));
        },
        Qt::SingleShotConnection);
    PresenceRecorder late(&tracker);

    tracker.handlePresence(stanza(u"available "_s + balcony));
    const auto expected = comes(balcony) + goes(balcony) + comes(u"romeo@example.org/wall"_s);
    QCOMPARE(early.take(), expected);
    QCOMPARE(late.take(), expected);
    QCOMPARE(tracker.peers(), QStringList{u"romeo@example.org"_s});
}

void TestPresenceTracker::slotMayEndTheSession()
{
    QXmppClient client;
    PresenceTracker tracker(&client);
    connect(&tracker, &PresenceTracker::peerAvailable, &client, &QXmppClient::disconnected);
    PresenceRecorder recorder(&tracker);

    Q_EMIT client.presenceReceived(stanza(u"available "_s + balcony));
    QCOMPARE(recorder.take(), comes(balcony) + goes(balcony));
}

void TestPresenceTracker::slotMayReplaceTheClient()
{
    QXmppClient client;
    QXmppClient other;
    PresenceTracker tracker(&client);
    connect(&tracker, &PresenceTracker::peerAvailable, &other, [&] {
        tracker.setClient(&other);
        QVERIFY(tracker.presence(balcony));
    });
    PresenceRecorder recorder(&tracker);

    Q_EMIT client.presenceReceived(stanza(u"available "_s + balcony));
    QCOMPARE(recorder.take(), comes(balcony) + goes(balcony));
    QCOMPARE(tracker.client(), &other);
    Q_EMIT client.presenceReceived(stanza(u"available "_s + orchard));
    QCOMPARE(recorder.take(), QStringList());
}

void TestPresenceTracker::slotMayDeleteTheTracker_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("heard");

    const auto all = comes(balcony)
        + QStringList{u"resourceChanged "_s + balcony, u"resourceUnavailable "_s + balcony,
            u"peerUnavailable "_s + juliet, u"peerError "_s + juliet};
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto name = all[i].section(u' ', 0, 0);
        QTest::newRow(qPrintable(u"10: in "_s + name)) << name << all.first(i + 1);
    }
}

void TestPresenceTracker::slotMayDeleteTheTracker()
{
    QFETCH(QString, name);
    QFETCH(QStringList, heard);

    QXmppClient client;
    auto *tracker = new PresenceTracker(&client);
    PresenceRecorder recorder(tracker);
    connect(&recorder, &PresenceRecorder::signalRecorded, &client, [&](const RecordedSignal &signal) {
        if (signal.name == name) {
            tracker->handlePresence(stanza(u"available romeo@example.org/wall"_s)); // never told
            delete tracker;
        }
    });
    const QStringList stanzas{u"available "_s + balcony, u"away "_s + balcony, u"error "_s + juliet};
    for (const auto &text : stanzas)
        Q_EMIT client.presenceReceived(stanza(text));
    QCOMPARE(recorder.take(), heard);
}

void TestPresenceTracker::slotMayDeleteTheClient()
{
    auto *client = new QXmppClient;
    PresenceTracker tracker(client);
    connect(&tracker, &PresenceTracker::peerAvailable, &tracker, [client] { delete client; });
    PresenceRecorder recorder(&tracker);

    Q_EMIT client->presenceReceived(stanza(u"available "_s + balcony));
    QCOMPARE(recorder.take(), comes(balcony) + goes(balcony));
    QCOMPARE(tracker.client(), nullptr);
}

void TestPresenceTracker::everybodyGoes_data()
{
    using Event = std::function<void(PresenceTracker &, QXmppClient *)>;
    QTest::addColumn<Event>("event");
    QTest::addColumn<bool>("isClientChange");

    const auto row = [](const char *name, const Event &event, bool isClientChange) {
        QTest::newRow(name) << event << isClientChange;
    };
    row("stream: connection lost, log-out", [](auto &, auto *client) { Q_EMIT client->disconnected(); }, false);
    row("stream: new session", [](auto &, auto *client) { Q_EMIT client->connected(); }, false);
    row("stream: client destroyed", [](auto &, auto *client) { delete client; }, true);
    row("stream: no client any more", [](auto &tracker, auto *) { tracker.setClient(nullptr); }, true);
    row("stream: client replaced", [](auto &tracker, auto *) { tracker.setClient(new QXmppClient(&tracker)); }, true);
}

void TestPresenceTracker::everybodyGoes()
{
    QFETCH(std::function<void(PresenceTracker &, QXmppClient *)>, event);
    QFETCH(bool, isClientChange);

    QPointer client = new QXmppClient;
    const auto cleanUp = qScopeGuard([&] { delete client; });
    PresenceTracker tracker(client);
    const QStringList stanzas{
        u"away "_s + orchard, u"away "_s + balcony, u"error nurse@example.org"_s, u"chat gate.example.org"_s};
    for (const auto &text : stanzas)
        Q_EMIT client->presenceReceived(stanza(text));
    PresenceRecorder recorder(&tracker);
    QSignalSpy clientChanges(&tracker, &PresenceTracker::clientChanged);
    connect(&recorder, &PresenceRecorder::signalRecorded, this, [&] { QCOMPARE(tracker.peers(), QStringList()); });

    event(tracker, client);
    const auto recorded = recorder.recorded();
    const auto expected = goes(u"gate.example.org"_s)
        + QStringList{
            u"resourceUnavailable "_s + balcony, u"resourceUnavailable "_s + orchard, u"peerUnavailable "_s + juliet};
    QCOMPARE(recorder.take(), expected);
    for (const auto &signal : recorded) {
        QCOMPARE(signal.stanza.type(), QXmppPresence::Unavailable);
        QCOMPARE(signal.stanza.from(), signal.jid);
    }
    QCOMPARE(clientChanges.size(), isClientChange ? 1 : 0);
    QVERIFY(!tracker.presence(u"nurse@example.org"_s));
}

void TestPresenceTracker::destructionIsSilent()
{
    auto tracker = std::make_unique<PresenceTracker>();
    tracker->handlePresence(stanza(u"away "_s + balcony));
    PresenceRecorder recorder(tracker.get());
    tracker.reset();
    QCOMPARE(recorder.take(), QStringList());
}

void TestPresenceTracker::formerClientIsNotHeard()
{
    QXmppClient former;
    PresenceTracker tracker(&former);
    QXmppClient client;
    tracker.setClient(&client);
    Q_EMIT client.presenceReceived(stanza(u"away "_s + balcony));
    PresenceRecorder recorder(&tracker);

    Q_EMIT former.presenceReceived(stanza(u"away "_s + orchard));
    Q_EMIT former.connected();
    Q_EMIT former.disconnected();
    QCOMPARE(recorder.take(), QStringList());
    QCOMPARE(tracker.resources(juliet).keys(), QStringList{u"balcony"_s});
}

void TestPresenceTracker::sameClientAgainChangesNothing()
{
    QXmppClient client;
    PresenceTracker tracker(&client);
    Q_EMIT client.presenceReceived(stanza(u"away "_s + balcony));
    PresenceRecorder recorder(&tracker);
    QSignalSpy clientChanges(&tracker, &PresenceTracker::clientChanged);

    tracker.setClient(&client);
    QCOMPARE(clientChanges.size(), 0);
    Q_EMIT client.presenceReceived(stanza(u"chat "_s + balcony));
    QCOMPARE(recorder.take(), QStringList{u"resourceChanged "_s + balcony});
}

void TestPresenceTracker::worksWithoutClient()
{
    PresenceTracker tracker;
    QCOMPARE(tracker.client(), nullptr);
    PresenceRecorder recorder(&tracker);
    tracker.handlePresence(stanza(u"away "_s + balcony));
    QCOMPARE(recorder.take(), comes(balcony));
}

void TestPresenceTracker::ranking()
{
    PresenceTracker tracker;
    QSignalSpy changes(&tracker, &PresenceTracker::rankingChanged);
    QCOMPARE(tracker.ranking(), PresenceTracker::Ranking::Availability);
    tracker.handlePresence(stanza(u"dnd "_s + balcony));
    tracker.handlePresence(stanza(u"chat "_s + orchard));
    QCOMPARE(tracker.mostAvailable(juliet)->from(), balcony);

    tracker.setRanking(PresenceTracker::Ranking::Reachability);
    QCOMPARE(tracker.mostAvailable(juliet)->from(), orchard);
    tracker.setRanking(PresenceTracker::Ranking::Reachability);
    QCOMPARE(changes.size(), 1);

    tracker.setComparison([](const auto &a, const auto &b) { return b.from() <=> a.from(); });
    QCOMPARE(tracker.ranking(), PresenceTracker::Ranking::Custom);
    QCOMPARE(tracker.mostAvailable(juliet)->from(), balcony);
    QCOMPARE(tracker.state(juliet), PresenceState(Show::DoNotDisturb));
    QCOMPARE(changes.size(), 2);
}

void TestPresenceTracker::refusesRankingsThatAreNone()
{
    PresenceTracker tracker;
    QSignalSpy changes(&tracker, &PresenceTracker::rankingChanged);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"setComparison"_s));
    tracker.setRanking(PresenceTracker::Ranking::Custom);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"empty comparison"_s));
    tracker.setComparison({});
    QCOMPARE(tracker.ranking(), PresenceTracker::Ranking::Availability);
    QCOMPARE(changes.size(), 0);
}

void TestPresenceTracker::isUsableFromMetaObjects()
{
    QXmppClient client;
    PresenceTracker tracker;
    QVERIFY(tracker.setProperty("client", QVariant::fromValue(&client)));
    QCOMPARE(tracker.client(), &client);
    QVERIFY(tracker.setProperty("ranking", u"Priority"_s));
    QCOMPARE(tracker.ranking(), PresenceTracker::Ranking::Priority);

    Q_EMIT client.presenceReceived(stanza(u"away "_s + balcony));
    PresenceState state;
    QVERIFY(QMetaObject::invokeMethod(&tracker, "state", qReturnArg(state), juliet));
    QCOMPARE(state, PresenceState(Show::Away));
    QStringList peers;
    QVERIFY(QMetaObject::invokeMethod(&tracker, "peers", qReturnArg(peers)));
    QCOMPARE(peers, QStringList{juliet});
    QVERIFY(QMetaObject::invokeMethod(&tracker, "handlePresence", stanza(u"unavailable "_s + juliet)));
    QCOMPARE(tracker.peers(), QStringList());
}

QTEST_GUILESS_MAIN(TestPresenceTracker)
#include "tst_presencetracker.moc"
