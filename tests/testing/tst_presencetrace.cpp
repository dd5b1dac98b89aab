// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QBuffer>
#include <QDomDocument>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <QXmppTask.h>

#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracePlayer>
#include <XmppPresence/PresenceTraceWriter>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Privacy = PresenceTraceWriter::Privacy;

static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto garden = u"juliet@example.org/garden"_s;
static const auto kitchen = u"nurse@example.net/balcony"_s;
static const auto room = u"coven@chat.example.org"_s;

// A client that is recorded.
struct Recorded
{
    explicit Recorded(Privacy privacy = Privacy::AsItCame)
    {
        buffer.open(QIODevice::ReadWrite);
        writer = std::make_unique<PresenceTraceWriter>(&tracker, &buffer, privacy);
    }

    QStringList lines() const { return QString::fromUtf8(buffer.data()).split(u'\n', Qt::SkipEmptyParts); }

    // Without their times.
    QStringList events() const
    {
        static const QRegularExpression time(u",?\"time\":\\d+"_s);
        return lines().mid(1).replaceInStrings(time, {});
    }

    TestClient client;
    PresenceTracker tracker{&client};
    QBuffer buffer;
    std::unique_ptr<PresenceTraceWriter> writer;
};

class TestPresenceTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file();
    void stanzaAsItCame();
    void streamEvents();
    void beginsWithinASession();
    void endsWithTheWriter();
    void endsBeforeTheWriter_data();
    void endsBeforeTheWriter();
    void lostInASlot();
    void clientGoesFirst();
    void clientGoesWhileStale();
    void noClient();
    void fullDevice();
    void playedToAClient_data();
    void playedToAClient();
    void playedInARoom_data();
    void playedInARoom();
    void playedToATracker();
    void inventedNames_data();
    void inventedNames();
    void sameNames();
    void inTime();
    void stopped();
    void badSpeed();
    void malformed_data();
    void malformed();
    void deletedInASlot_data();
    void deletedInASlot();
};

static void live(TestClient &client)
{
    client.startNewSession();
    client.receive(presence(balcony).away().status(u"at the <window>"_s).priority(5));
    client.receive(presence(garden));
    client.receive(presence(kitchen).error(QXmppStanza::Error::RemoteServerTimeout));
    client.loseConnection();
    client.resume();
    client.receive(presence(balcony).dnd());
    client.loseConnection();
    client.startNewSession();
    client.receive(presence(kitchen).xa());
    client.receive(presence(kitchen).unavailable());
    client.receive(presence(balcony));
    client.logOut();
}

static const auto header = uR"({"anonymous":false,"xmpppresence-trace":1})"_s;

void TestPresenceTrace::file()
{
    Recorded recorded;
    QVERIFY(recorded.client.startNewSession());
    QVERIFY(recorded.client.receive(presence(balcony).away()));
    const QStringList expected{header, uR"({"account":"me@example.org/desk","event":"begun","time":N})"_s,
        uR"({"stanza":"<presence xmlns=\"jabber:client\" from=\"juliet@example.org/balcony\"><show>away</show></presence>","time":N})"_s};
    static const QRegularExpression time(u"(?<=\"time\":)\\d+"_s);
    QCOMPARE(recorded.lines().replaceInStrings(time, u"N"_s).join(u'\n'), expected.join(u'\n'));
}

// What QXmpp makes nothing of is there, too.
void TestPresenceTrace::stanzaAsItCame()
{
    Recorded recorded;
    QVERIFY(recorded.client.startNewSession());
    const auto xml =
        u"<presence xmlns=\"jabber:client\" from=\"a@example.org\"><status xml:lang=\"de\">eins</status>"
        "<status xml:lang=\"en\">one</status><foo xmlns=\"urn:example\" bar=\"&lt;\"><baz/></foo></presence>"_s;
    QVERIFY(recorded.client.receiveXml(xml));
    PresenceTracePlayer player(&recorded.tracker);
    recorded.buffer.seek(0);
    QVERIFY2(player.load(&recorded.buffer), qUtf8Printable(player.errorString()));
    QString line = recorded.lines().last();
    QCOMPARE(line.replace(u"\\\""_s, u"\""_s).section(u"<presence"_s, 1).section(u"\",\"time"_s, 0, 0),
        xml.section(u"<presence"_s, 1));
}

void TestPresenceTrace::streamEvents()
{
    Recorded recorded;
    live(recorded.client);
    QTRY_VERIFY(recorded.events().last().contains("ended"_L1));
    QStringList events;
    for (const auto &event : recorded.events())
        events.append(event.contains("stanza"_L1) ? u"stanza"_s : event);
    const auto begun = uR"({"account":"me@example.org/desk","event":"begun"})"_s;
    const auto lost = uR"({"event":"lost"})"_s;
    const auto stanza = u"stanza"_s;
    QCOMPARE(events,
        (QStringList{begun, stanza, stanza, stanza, lost, uR"({"event":"resumed"})"_s, stanza, lost, begun, stanza,
            stanza, stanza, uR"({"event":"ended"})"_s}));
}

void TestPresenceTrace::beginsWithinASession()
{
    TestClient client;
    PresenceTracker tracker(&client);
    QVERIFY(client.startNewSession());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const PresenceTraceWriter writer(&tracker, &buffer);
    QVERIFY(client.receive(presence(balcony)));
    const auto lines = buffer.data().split('\n');
    QCOMPARE(lines.size(), 4); // the last one empty
    QVERIFY(lines.at(1).contains("begun"));
    QVERIFY(lines.at(2).contains("juliet"));
}

void TestPresenceTrace::endsWithTheWriter()
{
    Recorded recorded;
    QVERIFY(recorded.client.startNewSession());
    const auto extensions = recorded.client.extensions().size();
    recorded.writer.reset();
    QVERIFY(recorded.client.receive(presence(balcony)));
    recorded.client.loseConnection();
    QCOMPARE(recorded.lines().size(), 2);
    QCOMPARE(recorded.client.extensions().size(), extensions - 1);
}

void TestPresenceTrace::endsBeforeTheWriter_data()
{
    QTest::addColumn<bool>("isLogOut");
    QTest::addColumn<bool>("isClientGone");
    QTest::newRow("log-out") << true << false;
    QTest::newRow("log-out, and the client goes") << true << true;
    QTest::newRow("end by the server") << false << false;
}

// No event loop runs between.
void TestPresenceTrace::endsBeforeTheWriter()
{
    QFETCH(const bool, isLogOut);
    QFETCH(const bool, isClientGone);
    auto client = std::make_unique<TestClient>();
    PresenceTracker tracker(client.get());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    auto writer = std::make_unique<PresenceTraceWriter>(&tracker, &buffer);
    QVERIFY(client->startNewSession());
    if (isLogOut)
        client->logOut();
    else
        client->loseConnection(TestClient::Loss::Final);
    if (isClientGone)
        client.reset();
    writer.reset();
    QCOMPARE(buffer.data().count('\n'), 3);
    QCOMPARE(buffer.data().count("ended"), 1);
}

// The tracker tells of what it has received first.
void TestPresenceTrace::lostInASlot()
{
    Recorded recorded;
    QVERIFY(recorded.client.startNewSession());
    connect(&recorded.tracker, &PresenceTracker::resourceAvailable, &recorded.client,
        [&recorded] { recorded.client.loseConnection(); });
    QVERIFY(!recorded.client.receive(presence(balcony)));
    QVERIFY(recorded.client.resume());
    recorded.writer.reset();
    QCOMPARE(recorded.events().mid(2), (QStringList{uR"({"event":"lost"})"_s, uR"({"event":"resumed"})"_s}));
}

void TestPresenceTrace::clientGoesFirst()
{
    auto client = std::make_unique<TestClient>();
    PresenceTracker tracker(client.get());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const PresenceTraceWriter writer(&tracker, &buffer);
    QVERIFY(client->startNewSession());
    client.reset();
    QCOMPARE(buffer.data().count('\n'), 2);
}

void TestPresenceTrace::clientGoesWhileStale()
{
    auto client = std::make_unique<TestClient>();
    PresenceTracker tracker(client.get());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const PresenceTraceWriter writer(&tracker, &buffer);
    QVERIFY(client->startNewSession());
    client->loseConnection();
    client.reset();
    QVERIFY(!tracker.isStale());
    QCOMPARE(buffer.data().count('\n'), 3);
}

void TestPresenceTrace::noClient()
{
    PresenceTracker tracker;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QTest::ignoreMessage(QtWarningMsg, "A tracker without a client has nothing to record");
    const PresenceTraceWriter writer(&tracker, &buffer);
    tracker.handlePresence(presence(balcony));
    QVERIFY(buffer.data().isEmpty());
}

void TestPresenceTrace::fullDevice()
{
    Recorded recorded;
    recorded.buffer.close();
    recorded.buffer.open(QIODevice::ReadOnly);
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Cannot write the trace: "_s));
    QVERIFY(recorded.client.startNewSession());
    QTest::failOnWarning(); // once is enough
    QVERIFY(recorded.client.receive(presence(balcony)));
    QCOMPARE(recorded.lines().size(), 1);
}

// The signals are those of the client that was recorded, but for the names.
void TestPresenceTrace::playedToAClient_data()
{
    QTest::addColumn<Privacy>("privacy");
    QTest::newRow("as it came") << Privacy::AsItCame;
    QTest::newRow("anonymous") << Privacy::Anonymous;
}

void TestPresenceTrace::playedToAClient()
{
    QFETCH(const Privacy, privacy);
    Recorded recorded(privacy);
    PresenceRecorder original(&recorded.tracker, PresenceRecorder::Scope::PeersAndStream);
    live(recorded.client);
    QTRY_VERIFY(recorded.events().last().contains("ended"_L1));

    TestClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker, PresenceRecorder::Scope::PeersAndStream);
    PresenceTracePlayer player(&client);
    recorded.buffer.seek(0);
    QVERIFY2(player.load(&recorded.buffer), qUtf8Printable(player.errorString()));
    QCOMPARE(player.size(), 13);
    QSignalSpy finished(&player, &PresenceTracePlayer::finished);
    player.playAll();
    QCOMPARE(finished.size(), 1);
    auto expected = original.take();
    if (privacy == Privacy::Anonymous) {
        expected.replaceInStrings(u"juliet@example.org"_s, u"user2@domain1.example"_s)
            .replaceInStrings(u"nurse@example.net"_s, u"user3@domain2.example"_s)
            .replaceInStrings(u"/balcony"_s, u"/resource2"_s)
            .replaceInStrings(u"/garden"_s, u"/resource3"_s);
        QCOMPARE(client.configuration().jid(), u"user1@domain1.example/resource1"_s);
    }
    QCOMPARE(recorder.difference(expected), QString());
}

static void join(TestClient &client)
{
    QXmppPresence stanza;
    stanza.setTo(room + u"/hag"_s);
    stanza.setMucSupported(true);
    client.send(std::move(stanza));
}

void TestPresenceTrace::playedInARoom_data()
{
    QTest::addColumn<bool>("isJoined");
    QTest::newRow("joined before") << true;
    QTest::newRow("unknown to the client") << false;
}

// What the client has sent is not in the trace.
void TestPresenceTrace::playedInARoom()
{
    QFETCH(const bool, isJoined);
    Recorded recorded;
    PresenceRecorder original(&recorded.tracker);
    QVERIFY(recorded.client.startNewSession());
    join(recorded.client);
    const auto hag = presence(room + u"/hag"_s).occupant();
    QVERIFY(recorded.client.receive(hag.statusCode(110)));
    QVERIFY(recorded.client.receive(hag.renamedTo(u"witch"_s)));
    QVERIFY(recorded.client.receive(presence(room + u"/witch"_s).occupant()));

    TestClient client;
    PresenceTracker tracker(&client);
    PresenceRecorder recorder(&tracker);
    PresenceTracePlayer player(&client);
    recorded.buffer.seek(0);
    QVERIFY(player.load(&recorded.buffer));
    if (isJoined) {
        QVERIFY(client.startNewSession());
        join(client);
    }
    player.playAll();
    QCOMPARE(recorder.lines() == original.lines(), isJoined);
}

void TestPresenceTrace::playedToATracker()
{
    Recorded recorded;
    QVERIFY(recorded.client.startNewSession());
    QVERIFY(recorded.client.receive(presence(balcony).away().status(u"at the <window>\r"_s)));
    QVERIFY(recorded.client.receiveXml(u"<presence from='nurse@example.org/home' type='invisible'/>"
                                       "<presence from='romeo@example.org/orchard' type=''/>"_s));
    PresenceTracker tracker;
    PresenceTracePlayer player(&tracker);
    recorded.buffer.seek(0);
    QVERIFY(player.load(&recorded.buffer));
    player.playAll();
    QCOMPARE(tracker.peers(), (QStringList{u"juliet@example.org"_s, u"romeo@example.org"_s}));
    QCOMPARE(tracker.peers(), recorded.tracker.peers());
    QCOMPARE(tracker.presence(balcony), recorded.tracker.presence(balcony));
}

static QStringList anonymized(const QStringList &stanzas)
{
    Recorded recorded(Privacy::Anonymous);
    recorded.client.startNewSession();
    for (const auto &stanza : stanzas)
        recorded.client.receiveXml(stanza);
    QStringList result;
    for (const auto &event : recorded.events().mid(1))
        result.append(QJsonDocument::fromJson(event.toUtf8()).object().value("stanza"_L1).toString());
    return result;
}

// Attributes in any order.
static QString canonical(const QString &xml)
{
    QDomDocument document;
    document.setContent(xml);
    const auto text = [](const auto &self, const QDomElement &element) -> QString {
        QStringList parts;
        for (int i = 0; i < element.attributes().size(); ++i) {
            const auto attribute = element.attributes().item(i).toAttr();
            if (attribute.value() != "jabber:client"_L1)
                parts.append(u' ' + attribute.name() + u"='" + attribute.value() + u'\'');
        }
        parts.sort();
        QString content;
        for (auto node = element.firstChild(); !node.isNull(); node = node.nextSibling())
            content += node.isText() ? node.nodeValue() : self(self, node.toElement());
        return QString(u'<' + element.tagName() + parts.join(QString()) + u'>' + content + u"</>");
    };
    return text(text, document.documentElement());
}

void TestPresenceTrace::inventedNames_data()
{
    QTest::addColumn<QString>("real");
    QTest::addColumn<QString>("invented");
    // The account is me@example.org/desk: user1@domain1.example/resource1.
    QTest::newRow("names") << u"<presence from='juliet@example.net/phone' to='me@example.org/desk' id='secret'/>"_s
                           << u"<presence from='user2@domain2.example/resource2' to='user1@domain1.example/resource1' "
                              "id='id1'/>"_s;
    QTest::newRow("domain") << u"<presence from='example.org'/>"_s << u"<presence from='domain1.example'/>"_s;
    QTest::newRow("bare JID") << u"<presence from='me@example.net'/>"_s
                              << u"<presence from='user1@domain2.example'/>"_s;
    QTest::newRow("a resource with all signs")
        << u"<presence from='me@example.org/a@b/c'/>"_s << u"<presence from='user1@domain1.example/resource2'/>"_s;
    QTest::newRow("texts") << u"<presence><status xml:lang='en'>in love</status><status>bored</status>"
                              "<status>in love</status></presence>"_s
                           << u"<presence><status xml:lang='en'>text1</status><status>text2</status>"
                              "<status>text1</status></presence>"_s;
    QTest::newRow("error")
        << u"<presence type='error'><error type='cancel' by='example.org'>"
           "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:juliet@example.net</gone>"
           "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>moved</text><x xmlns='urn:example'>me</x></error></presence>"_s
        << u"<presence type='error'><error type='cancel' by='domain1.example'>"
           "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>text1"
           "</text></error></presence>"_s;
    QTest::newRow("avatar")
        << u"<presence><x xmlns='vcard-temp:x:update'><photo>0123456789012345678901234567890123456789</photo></x>"
           "</presence>"_s
        << u"<presence><x xmlns='vcard-temp:x:update'><photo>2ac65ff259b6b2e896bcc9b21a86b3fffd55f7a2</photo></x>"
           "</presence>"_s;
    QTest::newRow("no avatar") << u"<presence><x xmlns='vcard-temp:x:update'><photo/></x></presence>"_s
                               << u"<presence><x xmlns='vcard-temp:x:update'><photo/></x></presence>"_s;
    QTest::newRow("occupant who is called otherwise")
        << u"<presence from='coven@chat.example.org/hag' type='unavailable'><x "
           "xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' nick='witch' "
           "jid='me@example.org/desk'><actor jid='me@example.org' nick='hag'/><reason>boo</reason></item>"
           "<status code='303'/><destroy jid='coven@example.org'><password>p</password></destroy></x></presence>"_s
        << u"<presence from='user2@domain2.example/resource2' type='unavailable'><x "
           "xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' nick='resource3' "
           "jid='user1@domain1.example/resource1'><actor jid='user1@domain1.example' nick='resource2'/>"
           "<reason>text1</reason></item><status code='303'/><destroy jid='user2@domain1.example'/></x></presence>"_s;
    QTest::newRow("nickname")
        << u"<presence><nick xmlns='http://jabber.org/protocol/nick'>Jule</nick></presence>"_s
        << u"<presence><nick xmlns='http://jabber.org/protocol/nick'>resource2</nick></presence>"_s;
    const auto staying =
        u"<presence type='invisible' xml:lang='de'><show>xa</show><priority>-5</priority>"
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org' ver='0000'/>"
        "<idle xmlns='urn:xmpp:idle:1' since='2026-01-02T12:00:00Z'/><delay xmlns='urn:xmpp:delay' "
        "stamp='2026-01-02T12:00:00Z'/><query xmlns='jabber:iq:last' seconds='5'/></presence>"_s;
    QTest::newRow("what stays") << staying << staying;
    QTest::newRow("what is left out")
        << u"<presence secret='me'><show secret='me'>at home</show><priority>me</priority><x "
           u"xmlns='jabber:x:signed'>me</x>"
           "<status secret='me'><b>me</b></status><idle xmlns='urn:example' since='me'/>me</presence>"_s
        << u"<presence><show>other</show><priority>0</priority><status>text1</status></presence>"_s;
}

void TestPresenceTrace::inventedNames()
{
    QFETCH(const QString, real);
    QFETCH(const QString, invented);
    QCOMPARE(canonical(anonymized({real}).value(0)), canonical(invented));
}

// Numbers of names do not begin anew.
void TestPresenceTrace::sameNames()
{
    const QStringList real{u"<presence from='juliet@example.org/phone'/>"_s,
        u"<presence from='nurse@example.net/phone'/>"_s, u"<presence from='JULIET@Example.ORG/Phone'/>"_s,
        u"<presence from='juliet@example.net/phone'/>"_s};
    const QStringList invented{u"user2@domain1.example/resource2"_s, u"user3@domain2.example/resource2"_s,
        u"user2@domain1.example/resource3"_s, u"user2@domain2.example/resource2"_s};
    QStringList senders;
    for (const auto &stanza : anonymized(real)) {
        QDomDocument document;
        document.setContent(stanza);
        senders.append(document.documentElement().attribute(u"from"_s));
    }
    QCOMPARE(senders, invented);
}

static QByteArray trace(const QByteArrayList &lines)
{
    return "{\"xmpppresence-trace\":1}\n" + lines.join('\n');
}

static QByteArray stanzaAt(int time)
{
    return R"({"time":)" + QByteArray::number(time) + R"(,"stanza":"<presence from='a@example.org/)"
        + QByteArray::number(time) + R"('/>"})";
}

// Never early, and at the end the last one has been.
void TestPresenceTrace::inTime()
{
    PresenceTracker tracker;
    PresenceTracePlayer player(&tracker);
    QBuffer buffer;
    buffer.setData(trace({stanzaAt(0), stanzaAt(200), stanzaAt(200), stanzaAt(600)}));
    buffer.open(QIODevice::ReadOnly);
    QVERIFY(player.load(&buffer));
    QCOMPARE(player.duration(), 600);
    QElapsedTimer clock;
    QList<qint64> times;
    const auto note = [&] { times.append(clock.elapsed()); };
    connect(&tracker, &PresenceTracker::resourceAvailable, this, note);
    connect(&tracker, &PresenceTracker::resourceChanged, this, note);
    QSignalSpy finished(&player, &PresenceTracePlayer::finished);
    clock.start();
    player.play(2);
    QVERIFY(player.isPlaying());
    QVERIFY(times.isEmpty()); // it returns at once
    QVERIFY(finished.wait());
    QVERIFY(!player.isPlaying());
    QCOMPARE(times.size(), 4);
    QVERIFY(times.at(1) >= 100 && times.at(2) >= 100 && times.at(3) >= 300);
    QVERIFY(times.at(1) < times.at(3));

    QBuffer hour;
    hour.setData(trace({stanzaAt(0), stanzaAt(3'600'000)}));
    hour.open(QIODevice::ReadOnly);
    QVERIFY(player.load(&hour));
    player.play(100'000);
    QVERIFY(finished.wait());
}

void TestPresenceTrace::stopped()
{
    PresenceTracker tracker;
    PresenceTracePlayer player(&tracker);
    QBuffer buffer;
    buffer.setData(trace({stanzaAt(0), stanzaAt(1)}));
    buffer.open(QIODevice::ReadOnly);
    QVERIFY(player.load(&buffer));
    QSignalSpy finished(&player, &PresenceTracePlayer::finished);
    connect(&tracker, &PresenceTracker::peerAvailable, &player, &PresenceTracePlayer::stop);
    player.playAll();
    QVERIFY(!player.isPlaying());
    QCOMPARE(tracker.resources(u"a@example.org"_s).size(), 1);
    QCOMPARE(finished.size(), 0);
    player.play(); // from the beginning
    QVERIFY(finished.wait());
    QCOMPARE(tracker.resources(u"a@example.org"_s).size(), 2);
}

void TestPresenceTrace::badSpeed()
{
    PresenceTracker tracker;
    PresenceTracePlayer player(&tracker);
    for (const auto speed : {0.0, -1.0, qQNaN()}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^A trace cannot be played at the speed"_s));
        player.play(speed);
        QVERIFY(!player.isPlaying());
    }
}

void TestPresenceTrace::malformed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QByteArray() << u"Line 1: illegal value"_s;
    QTest::newRow("no trace") << QByteArray("{}") << u"Line 1: not the beginning of a presence trace"_s;
    QTest::newRow("another version") << QByteArray(R"({"xmpppresence-trace":2})")
                                     << u"Line 1: version 2 of presence traces, which is not known here"_s;
    QTest::newRow("no JSON") << trace({stanzaAt(0), "{\"time"}) << u"Line 3: unterminated string"_s;
    QTest::newRow("an array") << trace({"[]"}) << u"Line 2: not a JSON object"_s;
    QTest::newRow("an empty line") << trace({stanzaAt(0), "", stanzaAt(1)}) << u"Line 3: illegal value"_s;
    QTest::newRow("no time") << trace({R"({"event":"lost"})"}) << u"Line 2: no time"_s;
    QTest::newRow("bad time") << trace({R"({"event":"lost","time":"now"})"}) << u"Line 2: no time"_s;
    QTest::newRow("backwards") << trace({stanzaAt(1), stanzaAt(0)})
                               << u"Line 3: a time before that of the line above"_s;
    const auto nothing = u"Line 2: neither a presence stanza nor a known event"_s;
    QTest::newRow("nothing happens") << trace({R"({"time":0})"}) << nothing;
    QTest::newRow("unknown event") << trace({R"({"time":0,"event":"gone"})"}) << nothing;
    QTest::newRow("bad XML") << trace({R"({"time":0,"stanza":"<presence>"})"}) << nothing;
    QTest::newRow("undeclared prefix") << trace({R"({"time":0,"stanza":"<presence foo:bar='1'/>"})"}) << nothing;
    QTest::newRow("XML declaration") << trace({R"({"time":0,"stanza":"<?xml version='1.0'?><presence/>"})"}) << nothing;
    QTest::newRow("two stanzas") << trace({R"({"time":0,"stanza":"<presence/><presence/>"})"}) << nothing;
    QTest::newRow("another stanza") << trace({R"({"time":0,"stanza":"<message/>"})"}) << nothing;
}

void TestPresenceTrace::malformed()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, error);
    PresenceTracker tracker;
    PresenceTracePlayer player(&tracker);
    QBuffer good;
    good.setData(trace({stanzaAt(0)}));
    good.open(QIODevice::ReadOnly);
    QVERIFY(player.load(&good));
    QCOMPARE(player.size(), 1);

    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    QVERIFY(!player.load(&buffer));
    QCOMPARE(player.errorString(), error);
    QCOMPARE(player.size(), 0);
    player.playAll();
    QCOMPARE(tracker.peers(), QStringList());

    good.seek(0);
    QVERIFY(player.load(&good));
    QCOMPARE(player.errorString(), QString());
}

void TestPresenceTrace::deletedInASlot_data()
{
    QTest::addColumn<bool>("isAtOnce");
    QTest::newRow("at once") << true;
    QTest::newRow("in time") << false;
}

void TestPresenceTrace::deletedInASlot()
{
    QFETCH(const bool, isAtOnce);
    PresenceTracker tracker;
    auto player = std::make_unique<PresenceTracePlayer>(&tracker);
    QBuffer buffer;
    buffer.setData(trace({stanzaAt(0), stanzaAt(0)}));
    buffer.open(QIODevice::ReadOnly);
    QVERIFY(player->load(&buffer));
    connect(&tracker, &PresenceTracker::peerAvailable, this, [&] { player.reset(); });
    if (isAtOnce)
        player->playAll();
    else
        player->play();
    QTRY_VERIFY(!player);
    QCOMPARE(tracker.resources(u"a@example.org"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestPresenceTrace)
#include "tst_presencetrace.moc"
