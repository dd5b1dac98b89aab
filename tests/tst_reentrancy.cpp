// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "modelmirror.h"
#include "rosterclient.h"
#include "stanza.h"

#include <QAbstractItemModelTester>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto juliet = u"juliet@example.org"_s;
static const auto nurse = u"nurse@example.org"_s;
static const auto coven = u"coven@chat.example.org"_s;

// An application with everything in it, any part of which may go.
struct Application
{
    struct Observed
    {
        explicit Observed(PresenceItemModel *model)
            : tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
            , mirror(model)
        {
        }
        QAbstractItemModelTester tester;
        ModelMirror mirror;
    };

    Application();
    void receive(const QXmppPresence &presence) const;
    bool areModelsRight() const;

    std::unique_ptr<RosterClient> client = std::make_unique<RosterClient>();
    std::unique_ptr<RosterClient> otherClient = std::make_unique<RosterClient>();
    std::unique_ptr<PresenceTracker> tracker = std::make_unique<PresenceTracker>(client.get());
    std::unique_ptr<ContactListModel> contacts = std::make_unique<ContactListModel>();
    std::unique_ptr<PresenceModel> peers = std::make_unique<PresenceModel>(tracker.get());
    std::unique_ptr<ResourceModel> devices = std::make_unique<ResourceModel>(tracker.get(), juliet);
    std::unique_ptr<PresenceWatcher> watcher = std::make_unique<PresenceWatcher>(tracker.get(), juliet);
    std::unique_ptr<Observed> observedContacts = std::make_unique<Observed>(contacts.get());
    std::unique_ptr<Observed> observedPeers = std::make_unique<Observed>(peers.get());
    std::unique_ptr<Observed> observedDevices = std::make_unique<Observed>(devices.get());
};

using Act = std::function<void(Application &)>;
using Connector = std::function<void(Application &, const std::function<void()> &)>;
Q_DECLARE_METATYPE(Act)
Q_DECLARE_METATYPE(Connector)

// Whatever a slot does to tracker, client and models, while any of them tells it something, nothing breaks, and what is
// left goes on.
class TestReentrancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slot_data();
    void slot();
};

Application::Application()
{
    client->push(juliet, u"subscription='both'"_s, {u"Capulet"_s});
    client->push(nurse, u"subscription='both'"_s, {u"Capulet"_s});
    Q_EMIT client->logMessage(QXmppLogger::SentMessage,
        u"<presence to='%1/me'><x xmlns=\"http://jabber.org/protocol/muc\"/></presence>"_s.arg(coven));
    contacts->setSections(ContactListModel::Sections::ByGroup);
    contacts->setTracker(tracker.get());
    turn();
}

void Application::receive(const QXmppPresence &presence) const
{
    if (client)
        Q_EMIT client->presenceReceived(presence);
    turn();
}

bool Application::areModelsRight() const
{
    const auto isRight = [](const auto &model, const auto &observed) {
        return !model || observed->mirror.rows == observed->mirror.truth();
    };
    return isRight(contacts, observedContacts) && isRight(peers, observedPeers) && isRight(devices, observedDevices);
}

static QXmppPresence ofRoom(const QString &text, const QList<int> &codes, const QString &nickname = {})
{
    auto presence = stanza(text);
    presence.setMucStatusCodes(codes);
    QXmppMucItem item;
    item.setNick(nickname);
    presence.setMucItem(item);
    return presence;
}

// All that can happen to peers, so that each signal is emitted at least once.
static QList<QXmppPresence> story()
{
    return {
        stanza(u"away juliet@example.org/balcony"_s),
        stanza(u"chat nurse@example.org/kitchen"_s),
        stanza(u"dnd juliet@example.org/balcony"_s),
        stanza(u"available juliet@example.org/orchard"_s),
        ofRoom(u"available %1/me"_s.arg(coven), {110}),
        ofRoom(u"unavailable %1/me"_s.arg(coven), {110, 303}, u"myself"_s),
        stanza(u"unavailable juliet@example.org/balcony"_s),
        stanza(u"error juliet@example.org"_s),
        stanza(u"unavailable nurse@example.org/kitchen"_s),
    };
}

template <typename Sender, typename Signal>
static Connector when(std::unique_ptr<Sender> Application::*sender, Signal signal)
{
    return [=](Application &application, const std::function<void()> &act) {
        QObject::connect((application.*sender).get(), signal, qApp, [act] { act(); });
    };
}

static void query(const Application &application)
{
    const auto peers = application.tracker->peers();
    for (const auto &peer : peers) {
        const auto resources = application.tracker->resources(peer);
        QCOMPARE(!application.tracker->mostAvailable(peer), resources.isEmpty());
        QVERIFY(application.tracker->presence(peer) || !resources.isEmpty());
        for (auto [name, presence] : resources.asKeyValueRange())
            QCOMPARE(
                application.tracker->presence(peer + (name.isEmpty() ? name : u'/' + name))->from(), presence.from());
    }
}

void TestReentrancy::slot_data()
{
    QTest::addColumn<Connector>("connector");
    QTest::addColumn<Act>("act");

    using App = Application;
    using Tracker = PresenceTracker;
    using Contacts = ContactListModel;
    const std::pair<const char *, Connector> signalList[]{
        {"peerAvailable", when(&App::tracker, &Tracker::peerAvailable)},
        {"resourceAvailable", when(&App::tracker, &Tracker::resourceAvailable)},
        {"resourceChanged", when(&App::tracker, &Tracker::resourceChanged)},
        {"resourceRenamed", when(&App::tracker, &Tracker::resourceRenamed)},
        {"resourceUnavailable", when(&App::tracker, &Tracker::resourceUnavailable)},
        {"peerUnavailable", when(&App::tracker, &Tracker::peerUnavailable)},
        {"peerError", when(&App::tracker, &Tracker::peerError)},
        {"rowsInserted", when(&App::peers, &PresenceModel::rowsInserted)},
        {"rowsRemoved", when(&App::devices, &ResourceModel::rowsRemoved)},
        {"rowsMoved", when(&App::contacts, &Contacts::rowsMoved)},
        {"dataChanged", when(&App::contacts, &Contacts::dataChanged)},
        {"countChanged", when(&App::peers, &PresenceModel::countChanged)},
        {"availableCountChanged", when(&App::contacts, &Contacts::availableCountChanged)},
        {"availabilityChanged", when(&App::watcher, &PresenceWatcher::availabilityChanged)},
    };
    const std::pair<const char *, Act> acts[]{
        {"queries", query},
        {"feeds a stanza",
            [](App &app) { Q_EMIT app.client->presenceReceived(stanza(u"xa juliet@example.org/tomb"_s)); }},
        {"ends the session", [](App &app) { Q_EMIT app.client->disconnected(); }},
        {"changes the roster", [](App &app) { app.client->push(juliet, u"subscription='none'"_s); }},
        {"removes a contact", [](App &app) { app.client->push(juliet, u"subscription='remove'"_s); }},
        {"deletes the tracker", [](App &app) { app.tracker.reset(); }},
        {"deletes the client", [](App &app) { app.client.reset(); }},
        {"replaces the client", [](App &app) { app.tracker->setClient(app.otherClient.get()); }},
        {"takes the client away", [](App &app) { app.tracker->setClient(nullptr); }},
        {"deletes the models",
            [](App &app) {
                app.contacts.reset();
                app.peers.reset();
                app.devices.reset();
            }},
        {"deletes the watcher", [](App &app) { app.watcher.reset(); }},
        {"gives the models another tracker",
            [](App &app) {
                app.contacts->setTracker(nullptr);
                app.devices->setTracker(nullptr);
            }},
        {"lowers the limits",
            [](App &app) {
                app.tracker->setMaximumStrangers(0);
                app.tracker->setMaximumResources(1);
            }},
        {"runs an event loop",
            [](App &) {
                QEventLoop loop;
                QTimer::singleShot(0, &loop, &QEventLoop::quit);
                loop.exec();
            }},
    };
    for (const auto &[signal, connector] : signalList) {
        for (const auto &[name, act] : acts)
            QTest::addRow("%s: slot %s", signal, name) << connector << act;
    }
}

void TestReentrancy::slot()
{
    QFETCH(const Connector, connector);
    QFETCH(const Act, act);
    Application application;
    int calls = 0;
    connector(application, [&] {
        if (++calls == 1)
            act(application);
    });
    const auto stanzas = story();
    for (const auto &presence : stanzas) {
        application.receive(presence);
        QVERIFY(application.areModelsRight());
    }
    QVERIFY(calls > 0);
    if (!application.tracker || !application.client || application.tracker->client() != application.client.get())
        return;
    Q_EMIT application.client->connected(); // the slot may have ended the session
    application.receive(stanza(u"chat stranger@example.net/x"_s));
    application.receive(stanza(u"available juliet@example.org/tower"_s));
    QVERIFY(application.tracker->state(u"juliet@example.org/tower"_s).isAvailable());
    QVERIFY(application.areModelsRight());
}

QTEST_GUILESS_MAIN(TestReentrancy)
#include "tst_reentrancy.moc"
