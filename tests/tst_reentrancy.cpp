// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "modelmirror.h"
#include "rosterclient.h"
#include "stanza.h"
#include "streamtexts.h"

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
using Role = PresenceItemModel::Role;

static const auto juliet = u"juliet@example.org"_s;
static const auto nurse = u"nurse@example.org"_s;
static const auto coven = u"coven@chat.example.org"_s;

// An application with everything in it, any part of which may go.
struct Application
{
    Application();
    bool areModelsRight() const;

    std::unique_ptr<RosterClient> client = std::make_unique<RosterClient>();
    std::unique_ptr<RosterClient> otherClient = std::make_unique<RosterClient>();
    PresenceTracker otherTracker;
    std::unique_ptr<PresenceTracker> tracker = std::make_unique<PresenceTracker>(client.get());
    std::unique_ptr<ContactListModel> contacts = std::make_unique<ContactListModel>();
    std::unique_ptr<PresenceModel> peers = std::make_unique<PresenceModel>(tracker.get());
    std::unique_ptr<ResourceModel> devices = std::make_unique<ResourceModel>(tracker.get(), juliet);
    std::unique_ptr<PresenceWatcher> watcher = std::make_unique<PresenceWatcher>(tracker.get(), juliet);
    std::unique_ptr<ModelMirror> observedContacts = std::make_unique<ModelMirror>(contacts.get());
    std::unique_ptr<ModelMirror> observedPeers = std::make_unique<ModelMirror>(peers.get());
    std::unique_ptr<ModelMirror> observedDevices = std::make_unique<ModelMirror>(devices.get());
};

using Act = std::function<void(Application &)>;
using Connector = std::function<void(Application &, const std::function<void()> &)>;
using Check = std::function<bool(Application &)>;
Q_DECLARE_METATYPE(Act)
Q_DECLARE_METATYPE(Check)
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
    tellOfJoin(*client, coven);
    contacts->setSections(ContactListModel::Sections::ByGroup);
    contacts->setTracker(tracker.get());
    turn();
}

bool Application::areModelsRight() const
{
    const auto isRight = [](const auto &model, const auto &observed) { return !model || observed->isRight(); };
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

// All that can happen, so that each signal is emitted at least once.
static QList<Act> story()
{
    const auto receive = [](const QXmppPresence &presence) -> Act {
        return [presence](Application &application) { Q_EMIT application.client->presenceReceived(presence); };
    };
    return {
        receive(stanza(u"away juliet@example.org/balcony"_s)),
        receive(stanza(u"chat nurse@example.org/kitchen"_s)),
        receive(stanza(u"dnd juliet@example.org/balcony"_s)),
        receive(stanza(u"available juliet@example.org/orchard"_s)),
        [](Application &application) { application.tracker->setRanking(PresenceTracker::Ranking::Reachability); },
        receive(ofRoom(u"available %1/me"_s.arg(coven), {110})),
        receive(ofRoom(u"unavailable %1/me"_s.arg(coven), {110, 303}, u"myself"_s)),
        [](Application &application) { application.tracker->setMaximumResources(1); },
        receive(stanza(u"chat juliet@example.org/orchard"_s)),
        receive(stanza(u"unavailable juliet@example.org/orchard"_s)),
        receive(stanza(u"error juliet@example.org"_s)),
        receive(stanza(u"unavailable nurse@example.org/kitchen"_s)),
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
    QTest::addColumn<Check>("isDone");

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
        {"rankingChanged", when(&App::tracker, &Tracker::rankingChanged)},
        {"limitsChanged", when(&App::tracker, &Tracker::limitsChanged)},
        {"evictedChanged", when(&App::tracker, &Tracker::evictedChanged)},
        {"rowsInserted", when(&App::peers, &PresenceModel::rowsInserted)},
        {"rowsRemoved", when(&App::devices, &ResourceModel::rowsRemoved)},
        {"rowsMoved", when(&App::contacts, &Contacts::rowsMoved)},
        {"dataChanged", when(&App::contacts, &Contacts::dataChanged)},
        {"countChanged", when(&App::peers, &PresenceModel::countChanged)},
        {"availableCountChanged", when(&App::contacts, &Contacts::availableCountChanged)},
        {"availabilityChanged", when(&App::watcher, &PresenceWatcher::availabilityChanged)},
    };
    struct
    {
        const char *name;
        Act act;
        Check isDone;
    } acts[]{
        {"queries", query, [](App &) { return true; }},
        {"feeds a stanza",
            [](App &app) { Q_EMIT app.client->presenceReceived(stanza(u"xa juliet@example.org/tomb"_s)); },
            [](App &app) { return app.tracker->state(u"juliet@example.org/tomb"_s).isAvailable(); }},
        {"ends the session", [](App &app) { Q_EMIT app.client->disconnected(); },
            [](App &app) { return app.tracker->peers().isEmpty(); }},
        {"changes the roster", [](App &app) { app.client->push(juliet, u"subscription='none'"_s); },
            [](App &app) {
                return !app.contacts->index(app.contacts->rowOf(juliet)).data(Role::SubscribedRole).toBool();
            }},
        {"removes a contact", [](App &app) { app.client->push(juliet, u"subscription='remove'"_s); },
            [](App &app) { return app.contacts->rowOf(juliet) < 0; }},
        {"deletes the tracker", [](App &app) { app.tracker.reset(); },
            [](App &app) { return !app.peers->tracker() && app.peers->count() == 0; }},
        {"deletes the client", [](App &app) { app.client.reset(); },
            [](App &app) { return !app.tracker->client() && app.tracker->peers().isEmpty(); }},
        {"replaces the client", [](App &app) { app.tracker->setClient(app.otherClient.get()); },
            [](App &app) { return app.tracker->peers().isEmpty() && app.contacts->count() == 0; }},
        {"takes the client away", [](App &app) { app.tracker->setClient(nullptr); },
            [](App &app) { return app.tracker->peers().isEmpty() && app.contacts->count() == 0; }},
        {"deletes the models",
            [](App &app) {
                app.contacts.reset();
                app.peers.reset();
                app.devices.reset();
            },
            [](App &app) { return !app.contacts; }},
        {"deletes the watcher", [](App &app) { app.watcher.reset(); }, [](App &app) { return !app.watcher; }},
        {"gives the models another tracker",
            [](App &app) {
                app.contacts->setTracker(&app.otherTracker);
                app.peers->setTracker(&app.otherTracker);
                app.devices->setTracker(&app.otherTracker);
            },
            [](App &app) { return app.peers->count() == 0 && app.devices->count() == 0; }},
        {"ranks otherwise", [](App &app) { app.tracker->setRanking(PresenceTracker::Ranking::Priority); },
            [](App &app) { return app.tracker->ranking() == PresenceTracker::Ranking::Priority; }},
        {"runs an event loop",
            [](App &) {
                QEventLoop loop;
                QTimer::singleShot(0, &loop, &QEventLoop::quit);
                loop.exec();
            },
            [](App &) { return true; }},
    };
    for (const auto &[signal, connector] : signalList) {
        for (const auto &[name, act, isDone] : acts)
            QTest::addRow("%s: slot %s", signal, name) << connector << act << isDone;
    }
}

void TestReentrancy::slot()
{
    QFETCH(const Connector, connector);
    QFETCH(const Act, act);
    QFETCH(const Check, isDone);
    Application application;
    int calls = 0;
    connector(application, [&] {
        if (++calls == 1)
            act(application);
    });
    const auto events = story();
    for (const auto &event : events) {
        const bool wasDone = calls > 0;
        if (application.client && application.tracker)
            event(application);
        turn();
        turn(); // of what a slot has done in the first
        QVERIFY(wasDone || calls == 0 || isDone(application));
        QVERIFY(application.areModelsRight());
    }
    QVERIFY(calls > 0);
    if (!application.tracker || !application.client || application.tracker->client() != application.client.get())
        return;
    Q_EMIT application.client->connected(); // the slot may have ended the session
    Q_EMIT application.client->presenceReceived(stanza(u"chat stranger@example.net/x"_s));
    Q_EMIT application.client->presenceReceived(stanza(u"available juliet@example.org/tower"_s));
    turn();
    QVERIFY(application.tracker->state(u"juliet@example.org/tower"_s).isAvailable());
    QVERIFY(application.areModelsRight());
}

QTEST_GUILESS_MAIN(TestReentrancy)
#include "tst_reentrancy.moc"
