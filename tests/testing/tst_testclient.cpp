// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QDomElement>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <QXmppClientExtension.h>
#include <QXmppRosterManager.h>
#include <QXmppTask.h>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LeaveReason>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto nurse = u"nurse@example.org"_s;
static const QStringList arrival{u"peerAvailable "_s + juliet, u"resourceAvailable "_s + balcony};
static const QStringList departure{u"resourceUnavailable "_s + balcony, u"peerUnavailable "_s + juliet};

// As tst_stream and docs/edge-cases.md have it of a client whose server the test writes itself.
class TestTestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsNewSession();
    void receives();
    void receivesInFull();
    void receivesInFullAtOnce();
    void receivesInOrder();
    void receivesInASlot();
    void receivesLater();
    void receivesBeforeTheEventLoopTurns();
    void losesTheConnectionInASlot();
    void refusesSessionsInASlot();
    void refusesToResumeWhatIsBeingLost();
    void refusesWithoutConnection();
    void refusesWhatIsNoXml();
    void resumed();
    void resumedTwice();
    void notResumed();
    void lostForGood();
    void lostWithoutStreamManagement();
    void loggedOut();
    void loggedOutWhileStale();
    void nothingToResume_data();
    void nothingToResume();
    void beginsAnewWhileConnected();
    void roster();
    void rosterChanges();
    void rosterInASlot();
    void rosterWhileSuspended_data();
    void rosterWhileSuspended();
    void rosterOfTheNextSession();
    void ownJid();
    void sendsAreAcknowledged();
    void signsInByItself();
    void features();
    void deletedFirst();
    void deletedWhileItSignsIn();
    void takenByAnExtension();

private:
    std::unique_ptr<TestClient> m_client;
    std::unique_ptr<PresenceTracker> m_tracker;
    std::unique_ptr<PresenceRecorder> m_recorder;
};

void TestTestClient::init()
{
    m_client = std::make_unique<TestClient>();
    m_tracker = std::make_unique<PresenceTracker>(m_client.get());
    m_recorder = std::make_unique<PresenceRecorder>(m_tracker.get());
    QVERIFY(m_client->startNewSession());
}

void TestTestClient::cleanup()
{
    m_recorder.reset();
    m_tracker.reset();
    m_client.reset();
}

void TestTestClient::startsNewSession()
{
    TestClient client;
    PresenceTracker tracker(&client);
    QSignalSpy begun(&client, &QXmppClient::connected);
    QCOMPARE(client.state(), QXmppClient::DisconnectedState);
    QVERIFY(client.startNewSession());
    QCOMPARE(begun.size(), 1);
    QCOMPARE(client.state(), QXmppClient::ConnectedState);
    QCOMPARE(client.streamManagementState(), QXmppClient::NewStream);
    QVERIFY(client.findExtension<QXmppRosterManager>()->isRosterReceived());
    QVERIFY(tracker.isInitialSync());
    QVERIFY(!tracker.isStale());
    QCOMPARE(tracker.peers(), QStringList());
}

void TestTestClient::receives()
{
    const auto stanza = presence(balcony).away().status(u"<at> the \"window\""_s).priority(5);
    QVERIFY(m_client->receive(stanza));
    COMPARE_SIGNALS(*m_recorder, arrival[0], arrival[1]);
    QCOMPARE(m_tracker->presence(balcony), stanza);
    QVERIFY(m_client->receive(presence().dnd())); // from the account itself
    QCOMPARE(m_tracker->state(u"me@example.org"_s), PresenceState(PresenceState::Show::DoNotDisturb));
}

// What QXmpp makes nothing of: two languages, an unknown type, a room that was destroyed.
void TestTestClient::receivesInFull()
{
    QVERIFY(m_client->receiveXml(
        u"<presence from='%1'><status xml:lang='en'>one</status><status xml:lang='x-no'>two</status></presence>"_s.arg(
            balcony)));
    QCOMPARE(m_tracker->presence(balcony)->statusText(), u"one"_s);
    QVERIFY(m_client->receiveXml(u"<presence from='nurse@example.org/home' type='invisible'/>"_s));
    COMPARE_SIGNALS(*m_recorder, arrival[0], arrival[1]);
    QVERIFY(m_client->receiveXml(
        u"<presence from='%1' type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'><destroy/></x>"
        "</presence>"_s.arg(balcony)));
    QCOMPARE(leaveReason(m_recorder->recorded().first().stanza), LeaveReason::RoomDestroyed);
}

// Also with a tracker that no event loop has seen.
void TestTestClient::receivesInFullAtOnce()
{
    PresenceTracker tracker(m_client.get());
    QVERIFY(m_client->receiveXml(u"<presence from='nurse@example.org/home' type='invisible'/>"_s));
    QCOMPARE(tracker.peers(), QStringList());
}

void TestTestClient::receivesInOrder()
{
    QString xml;
    for (int i = 0; i < 5000; ++i)
        xml += u"<presence from='%1'><priority>%2</priority></presence>"_s.arg(balcony).arg(i % 100);
    QVERIFY(m_client->receiveXml(xml));
    QCOMPARE(m_recorder->recorded().size(), 5001);
    QCOMPARE(m_tracker->presence(balcony)->priority(), 99);
}

// After what is being told.
void TestTestClient::receivesInASlot()
{
    connect(
        m_tracker.get(), &PresenceTracker::peerAvailable, m_client.get(),
        [this] {
            QVERIFY(m_client->receive(presence(balcony).unavailable()));
            QVERIFY(m_tracker->state(balcony).isAvailable());
        },
        Qt::SingleShotConnection);
    QVERIFY(m_client->receive(presence(balcony)));
    QCOMPARE(m_recorder->take(), arrival + departure);
}

// In a slot that an event loop calls, while the client reads.
void TestTestClient::receivesLater()
{
    connect(m_client.get(), &QXmppClient::iqReceived, m_client.get(),
        [this] { QVERIFY(m_client->receive(presence(balcony))); });
    QXmppIq iq(QXmppIq::Get);
    iq.setTo(u"example.org"_s);
    m_client->send(std::move(iq)); // the answer comes from the event loop
    QTRY_COMPARE(m_recorder->lines(), arrival);
}

// A model has not told yet.
void TestTestClient::receivesBeforeTheEventLoopTurns()
{
    m_client->setRoster({contact(juliet)});
    ContactListModel model;
    model.setTracker(m_tracker.get());
    QTRY_COMPARE(model.rowCount(), 1);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(m_client->receive(presence(balcony)));
    QVERIFY(m_client->receive(presence(balcony).away()));
    QCOMPARE(changes.size(), 0);
    QTRY_COMPARE(changes.size(), 1);
}

void TestTestClient::losesTheConnectionInASlot()
{
    connect(
        m_tracker.get(), &PresenceTracker::resourceAvailable, m_client.get(), [this] { m_client->loseConnection(); });
    QVERIFY(!m_client->receiveXml(u"<presence from='%1'/><presence from='nurse@example.org/home'/>"_s.arg(balcony)));
    QVERIFY(m_tracker->isStale());
    QVERIFY(m_tracker->state(balcony).isAvailable());
    m_recorder->take();
    QVERIFY(m_client->resume());
    COMPARE_SIGNALS(*m_recorder);
}

void TestTestClient::refusesSessionsInASlot()
{
    connect(m_tracker.get(), &PresenceTracker::resourceAvailable, m_client.get(), [this] {
        QTest::ignoreMessage(QtWarningMsg, "A slot that the client calls cannot begin or resume a session");
        QVERIFY(!m_client->startNewSession());
    });
    QVERIFY(m_client->receive(presence(balcony)));
    QCOMPARE(m_recorder->take(), arrival);
}

void TestTestClient::refusesToResumeWhatIsBeingLost()
{
    connect(m_tracker.get(), &PresenceTracker::staleChanged, m_client.get(), [this] {
        if (!m_tracker->isStale())
            return;
        QTest::ignoreMessage(QtWarningMsg, "A slot that the client calls cannot begin or resume a session");
        QVERIFY(!m_client->resume());
    });
    m_client->loseConnection();
    QVERIFY(m_tracker->isStale());
    QVERIFY(m_client->resume());
    QVERIFY(!m_tracker->isStale());
}

void TestTestClient::refusesWithoutConnection()
{
    m_client->loseConnection();
    QTest::ignoreMessage(QtWarningMsg, "There is no connection to receive anything from");
    QVERIFY(!m_client->receive(presence(balcony)));
    QVERIFY(m_client->resume());
    COMPARE_SIGNALS(*m_recorder);
}

void TestTestClient::refusesWhatIsNoXml()
{
    for (const auto &xml : {u"<presence from='a@example.org'>"_s, u"<presence from='a@example.org' foo:bar='1'/>"_s}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Not XML: "_s));
        QVERIFY(!m_client->receiveXml(xml));
    }
    QVERIFY(m_client->receive(presence(balcony)));
    QCOMPARE(m_recorder->take(), arrival);
}

void TestTestClient::resumed()
{
    QVERIFY(m_client->receive(presence(balcony)));
    m_recorder->take();
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    m_client->loseConnection();
    QVERIFY(m_tracker->isStale());
    QCOMPARE(m_client->state(), QXmppClient::DisconnectedState);
    QVERIFY(m_client->resume());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::ResumedStream);
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(staleChanges.size(), 2);
    COMPARE_SIGNALS(*m_recorder);
    QCOMPARE(m_tracker->peers(), QStringList{juliet});
    QVERIFY(m_client->receive(presence(balcony).away()));
    COMPARE_SIGNALS(*m_recorder, u"resourceChanged "_s + balcony);
}

void TestTestClient::resumedTwice()
{
    QVERIFY(m_client->receive(presence(balcony)));
    for (int i = 0; i < 2; ++i) {
        m_client->loseConnection();
        QVERIFY(m_client->resume());
    }
    QCOMPARE(m_recorder->take(), arrival);
}

void TestTestClient::notResumed()
{
    QVERIFY(m_client->receive(presence(balcony)));
    m_client->loseConnection();
    QCOMPARE(m_recorder->take(), arrival);
    QVERIFY(m_client->startNewSession());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::NewStream);
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(m_recorder->take(), departure);
}

void TestTestClient::lostForGood()
{
    QVERIFY(m_client->receive(presence(balcony)));
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    QSignalSpy errors(m_client.get(), &QXmppClient::errorOccurred);
    m_client->loseConnection(TestClient::Loss::Final);
    QCOMPARE(m_recorder->take(), arrival + departure);
    QCOMPARE(staleChanges.size(), 0);
    QCOMPARE(errors.size(), 1);
}

void TestTestClient::lostWithoutStreamManagement()
{
    m_client->setStreamManagement(false);
    QVERIFY(m_client->startNewSession());
    QCOMPARE(m_client->streamManagementState(), QXmppClient::NoStreamManagement);
    QVERIFY(m_client->receive(presence(balcony)));
    m_client->loseConnection();
    QVERIFY(!m_tracker->isStale());
    QCOMPARE(m_recorder->take(), arrival + departure);
}

void TestTestClient::loggedOut()
{
    QVERIFY(m_client->receive(presence(balcony)));
    QSignalSpy staleChanges(m_tracker.get(), &PresenceTracker::staleChanged);
    m_client->logOut();
    QCOMPARE(m_client->state(), QXmppClient::DisconnectedState);
    QCOMPARE(m_recorder->take(), arrival + departure);
    QCOMPARE(staleChanges.size(), 0);
    QVERIFY(m_client->startNewSession());
    QCOMPARE(m_client->clientPresence().type(), QXmppPresence::Available);
}

void TestTestClient::loggedOutWhileStale()
{
    QVERIFY(m_client->receive(presence(balcony)));
    m_client->loseConnection();
    m_client->logOut();
    QTRY_VERIFY(!m_tracker->isStale());
    QCOMPARE(m_recorder->take(), arrival + departure);
}

void TestTestClient::nothingToResume_data()
{
    QTest::addColumn<QString>("end");
    for (const auto *end : {"none", "final", "log-out", "log-out of the application", "no stream management"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void TestTestClient::nothingToResume()
{
    QFETCH(const QString, end);
    if (end == "final"_L1) {
        m_client->loseConnection(TestClient::Loss::Final);
    } else if (end == "log-out"_L1) {
        m_client->loseConnection();
        m_client->logOut();
    } else if (end == "log-out of the application"_L1) {
        m_client->loseConnection();
        m_client->disconnectFromServer();
    } else if (end == "no stream management"_L1) {
        m_client->setStreamManagement(false);
        QVERIFY(m_client->startNewSession());
        m_client->loseConnection();
    }
    QTest::ignoreMessage(QtWarningMsg, "There is no session to resume");
    QVERIFY(!m_client->resume());
}

void TestTestClient::beginsAnewWhileConnected()
{
    QVERIFY(m_client->receive(presence(balcony)));
    QVERIFY(m_client->startNewSession());
    QCOMPARE(m_recorder->take(), arrival + departure);
}

void TestTestClient::roster()
{
    TestClient client;
    client.setRoster(
        {contact(juliet, u"Juliet & more"_s, {u"Friends"_s}), contact(nurse, {}, {}, QXmppRosterIq::Item::From)});
    QVERIFY(client.startNewSession());
    auto *roster = client.findExtension<QXmppRosterManager>();
    QCOMPARE(roster->getRosterBareJids().size(), 2);
    const auto entry = roster->getRosterEntry(juliet);
    QCOMPARE(entry.name(), u"Juliet & more"_s);
    QCOMPARE(entry.groups(), QSet<QString>{u"Friends"_s});
    QCOMPARE(entry.subscriptionType(), QXmppRosterIq::Item::Both);
    QCOMPARE(roster->getRosterEntry(nurse).subscriptionType(), QXmppRosterIq::Item::From);
    client.loseConnection();
    QVERIFY(client.resume());
    QCOMPARE(roster->getRosterBareJids().size(), 2);
}

// Each difference, and nothing else.
void TestTestClient::rosterChanges()
{
    auto *roster = m_client->findExtension<QXmppRosterManager>();
    m_client->setRoster({contact(juliet), contact(nurse)});
    QSignalSpy added(roster, &QXmppRosterManager::itemAdded);
    QSignalSpy changed(roster, &QXmppRosterManager::itemChanged);
    QSignalSpy removed(roster, &QXmppRosterManager::itemRemoved);
    QVERIFY(m_client->receive(presence(balcony)));
    m_client->setRoster({contact(u"romeo@example.org"_s), contact(nurse, u"Nurse"_s)});
    QCOMPARE(added, (QList<QVariantList>{{u"romeo@example.org"_s}}));
    QCOMPARE(changed, (QList<QVariantList>{{nurse}}));
    QCOMPARE(removed, (QList<QVariantList>{{juliet}}));
    QCOMPARE(m_recorder->take(), arrival + departure); // a contact that is removed goes
}

void TestTestClient::rosterInASlot()
{
    auto *roster = m_client->findExtension<QXmppRosterManager>();
    connect(m_tracker.get(), &PresenceTracker::peerAvailable, m_client.get(),
        [this] { m_client->setRoster({contact(juliet)}); });
    QVERIFY(m_client->receive(presence(balcony)));
    QCOMPARE(roster->getRosterBareJids(), QStringList{juliet});
}

void TestTestClient::rosterWhileSuspended_data()
{
    QTest::addColumn<bool>("isSetAgain");
    QTest::newRow("set once") << false;
    QTest::newRow("set again") << true;
}

// The client is told when it is back, and once.
void TestTestClient::rosterWhileSuspended()
{
    QFETCH(const bool, isSetAgain);
    const QList before{contact(juliet, u"Juliet"_s), contact(nurse)};
    const QList after{contact(juliet, u"Jule"_s), contact(u"romeo@example.org"_s)};
    m_client->setRoster(before);
    auto *roster = m_client->findExtension<QXmppRosterManager>();
    QSignalSpy changed(roster, &QXmppRosterManager::itemChanged);
    m_client->loseConnection();
    m_client->setRoster(after);
    QCOMPARE(roster->getRosterBareJids().size(), 2);
    QVERIFY(m_client->resume());
    if (isSetAgain)
        m_client->setRoster(after);
    QCOMPARE(roster->getRosterEntry(juliet).name(), u"Jule"_s);
    QVERIFY(roster->getRosterBareJids().contains(u"romeo@example.org"_s));
    QVERIFY(!roster->getRosterBareJids().contains(nurse));
    QCOMPARE(changed.size(), 1);
}

void TestTestClient::rosterOfTheNextSession()
{
    m_client->setRoster({contact(juliet)});
    m_client->loseConnection();
    m_client->setRoster({contact(nurse)});
    QVERIFY(m_client->startNewSession());
    auto *roster = m_client->findExtension<QXmppRosterManager>();
    QCOMPARE(roster->getRosterBareJids(), QStringList{nurse});
    QSignalSpy changed(roster, &QXmppRosterManager::itemChanged);
    m_client->setRoster({contact(nurse)});
    QCOMPARE(changed.size(), 0);
}

void TestTestClient::ownJid()
{
    TestClient client;
    client.configuration().setJid(u"romeo@example.net/wall"_s);
    QVERIFY(client.startNewSession());
    QCOMPARE(client.configuration().jid(), u"romeo@example.net/wall"_s);
}

void TestTestClient::sendsAreAcknowledged()
{
    bool isAcknowledged = false;
    m_client->send(presence().to(balcony).stanza()).then(this, [&](QXmpp::SendResult &&result) {
        const auto *success = std::get_if<QXmpp::SendSuccess>(&result);
        isAcknowledged = success && success->acknowledged;
    });
    QTRY_VERIFY(isAcknowledged);
}

// An application that knows nothing of the test.
void TestTestClient::signsInByItself()
{
    TestClient client;
    QSignalSpy connected(&client, &QXmppClient::connected);
    client.connectToServer(client.configuration());
    QVERIFY(connected.wait());
    PresenceTracker tracker(&client);
    QVERIFY(client.receive(presence(balcony)));
    QCOMPARE(tracker.peers(), QStringList{juliet});
}

void TestTestClient::features()
{
    QString question;
    connect(m_client.get(), &QXmppClient::logMessage, this, [&](QXmppLogger::MessageType type, const QString &text) {
        if (type == QXmppLogger::SentMessage && text.contains("disco#info"_L1))
            question = text;
    });
    const auto calls = u"urn:xmpp:jingle:apps:rtp:audio"_s;
    QVERIFY(m_client->receive(presence(balcony).capabilities(u"https://example.org"_s, u"0000"_s)));
    QVERIFY(!m_tracker->supports(juliet, calls));
    static const QRegularExpression id(u"id=\"([^\"]+)"_s);
    QVERIFY(m_client->receiveXml(
        u"<iq type='result' from='%1' id='%2'><query xmlns='http://jabber.org/protocol/disco#info'>"
        "<feature var='%3'/></query></iq>"_s.arg(balcony, id.match(question).captured(1), calls)));
    QVERIFY(m_tracker->supports(juliet, calls));
}

void TestTestClient::deletedFirst()
{
    QVERIFY(m_client->receive(presence(balcony)));
    m_client.reset();
    QCOMPARE(m_recorder->take(), arrival + departure);
    QCOMPARE(m_tracker->client(), nullptr);
}

// By the event loop that it runs, before the roster has come.
void TestTestClient::deletedWhileItSignsIn()
{
    const QPointer client(m_client.release());
    connect(client, &QXmppClient::connected, client, &QObject::deleteLater);
    std::optional<bool> isIn;
    QTimer::singleShot(0, this, [&] { isIn = client->startNewSession(); });
    QTRY_VERIFY(isIn);
    QVERIFY(!client);
    QVERIFY(!*isIn);
}

class Taker final : public QXmppClientExtension
{
public:
    using QXmppClientExtension::handleStanza;
    bool handleStanza(const QDomElement &element, const std::optional<QXmppE2eeMetadata> & /*metadata*/) override
    {
        return element.tagName() == "message"_L1;
    }
};

void TestTestClient::takenByAnExtension()
{
    auto *taker = new Taker;
    m_client->insertExtension(0, taker);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^It is not seen what the client takes in"_s));
    QVERIFY(!m_client->receive(presence(balcony)));
    QVERIFY(m_client->isConnected());
    m_client->removeExtension(taker);
    QVERIFY(m_client->receive(presence(balcony).away()));
}

QTEST_GUILESS_MAIN(TestTestClient)
#include "tst_testclient.moc"
