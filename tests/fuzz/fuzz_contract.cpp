// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Bytes as a sequence of what can happen to a tracker and its models, each step of which is compared with a reference:
// the signals in their order, what is known in the slots and afterwards, and the rows.

#include "fuzzing.h"
#include "naivepresence.h"
#include "observed.h"
#include "presenceextension_p.h"
#include "streamtexts.h"
#include "streamwatch_p.h"

#include <QDomDocument>
#include <QSignalSpy>

#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppE2eeMetadata.h>
#include <QXmppMucIq.h>
#include <QXmppRosterManager.h>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>

#include <array>
#include <map>
#include <memory>

#include <fuzzer/FuzzedDataProvider.h>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;

static const auto juliet = u"juliet@example.org"_s;
static const auto coven = u"coven@chat.example.org"_s; // which a model shows
static const auto hall = u"hall@chat.example.org"_s;
static const auto gateway = u"gateway.example.org"_s;
static const QStringList bareJids{juliet, u"romeo@localhost"_s, coven, hall, gateway, u"nurse@gateway.example.org"_s,
    u"a@nowhere.example"_s, u"b@nowhere.example"_s, u"c@nowhere.example"_s, u"d@nowhere.example"_s};
static const QStringList resourceNames{u"a"_s, u"b"_s, u"c/d@e"_s, u"\u00c4"_s};

// A client that is signed in, with a roster of nobody, for as long as the process lives.
class Session
{
public:
    static Session &instance()
    {
        static auto *const session = new Session; // outlives what Qt has of static objects
        return *session;
    }

    QXmppClient client;

    void push(const QString &jid, const QString &subscription)
    {
        const auto query = u"<query xmlns='jabber:iq:roster'><item jid='%1' subscription='%2'/></query>"_s;
        client.findExtension<QXmppRosterManager>()->handleStanza(iq(query.arg(jid, subscription)).documentElement());
    }

    void block(const QString &jid)
    {
        const auto push = iq(u"<block xmlns='urn:xmpp:blocking'><item jid='%1'/></block>"_s.arg(jid));
        client.findExtension<PresenceExtension>()->handleStanza(push.documentElement(), {});
    }

private:
    Session()
    {
        m_server.addAccount(u"romeo"_s, u"secret"_s);
        m_server.start();
        client.logger()->setLoggingType(QXmppLogger::NoLogging);
        QSignalSpy received(client.findExtension<QXmppRosterManager>(), &QXmppRosterManager::rosterReceived);
        client.connectToServer(m_server.configuration(u"romeo"_s, u"wall"_s));
        expect(received.wait(), "The roster is received");
    }

    static QDomDocument iq(const QString &content)
    {
        QDomDocument document;
        document.setContent(u"<iq xmlns='jabber:client' type='set' id='1'>%1</iq>"_s.arg(content),
            QDomDocument::ParseOption::UseNamespaceProcessing);
        return document;
    }

    LoopbackServer m_server;
};

class Scene
{
public:
    explicit Scene(FuzzedDataProvider &bytes);
    ~Scene();
    void step();
    void turn();
    void check();

private:
    void receive();
    void changeRoster();
    void changeStream();
    void block();
    void enterRoom();
    void watch();
    void setLimit();
    void setOption();
    void replaceClient();
    void feedInSlot() { m_isFeeding = true; }
    void pass();

    QXmppPresence stanza(const QString &from);
    static void note(const char *how, const QXmppPresence &stanza);
    QString anyBare() { return bareJids[m_bytes.ConsumeIntegralInRange<qsizetype>(0, bareJids.size() - 1)]; }
    QString anyFull();
    static QString withOddCase(const QString &jid);
    void listen();
    void record(const char *signal, const QString &jid);
    void checkModels();
    QStringList known() const;
    QString said(const QString &jid) const;
    QStringList rows(const PresenceItemModel &model) const;
    void copyOptions(ContactListModel &to);

    FuzzedDataProvider &m_bytes;
    Session &m_session = Session::instance();
    QXmppClient &m_client = m_session.client;
    NaivePresence m_naive;
    PresenceTracker m_tracker{&m_client};
    QStringList m_told;
    QMap<QString, QString> m_replayed; // status by full JID, by the signals alone
    int m_stanzas = 0;
    bool m_isFeeding = false;
    std::optional<QXmppPresence> m_fed;
    std::map<QString, std::unique_ptr<PresenceWatcher>> m_watchers;
    PresenceModel m_peers{&m_tracker};
    ResourceModel m_devices{&m_tracker, coven};
    ContactListModel m_contacts;
    Observed m_observedPeers{&m_peers};
    Observed m_observedDevices{&m_devices};
    Observed m_observedContacts{&m_contacts};
};

Scene::Scene(FuzzedDataProvider &bytes)
    : m_bytes(bytes)
{
    m_contacts.setTracker(&m_tracker);
    m_naive.watched.insert(coven); // by m_devices
    m_tracker.setInitialSyncInterval(1'000'000); // none ends by itself
    m_tracker.setMaximumStrangers(m_naive.maxStrangers);
    m_tracker.setMaximumStrangerResources(m_naive.maxStrangerResources);
    m_tracker.setMaximumResources(m_naive.maxResources);
    m_tracker.setMaximumOccupants(m_naive.maxOccupants);
    listen();
    wholeTurn(); // the tracker extends the client
}

Scene::~Scene()
{
    for (const auto &jid : std::as_const(m_naive.contacts))
        m_session.push(jid, u"remove"_s);
}

void Scene::listen()
{
    using Tracker = PresenceTracker;
    const auto note = [this](auto signal, const char *name, bool isThere) {
        QObject::connect(&m_tracker, signal, &m_tracker, [=, this](const QString &jid, const QXmppPresence &stanza) {
            if (isThere)
                m_replayed[jid] = stanza.statusText();
            else
                m_replayed.remove(jid);
            record(name, jid);
        });
    };
    note(&Tracker::resourceAvailable, "resourceAvailable", true);
    note(&Tracker::resourceChanged, "resourceChanged", true);
    note(&Tracker::resourceUnavailable, "resourceUnavailable", false);
    const auto noteOfPeer = [this](auto signal, const char *name) {
        QObject::connect(&m_tracker, signal, &m_tracker, [=, this](const QString &jid) { record(name, jid); });
    };
    noteOfPeer(&Tracker::peerAvailable, "peerAvailable");
    noteOfPeer(&Tracker::peerUnavailable, "peerUnavailable");
    noteOfPeer(&Tracker::peerError, "peerError");
    QObject::connect(&m_tracker, &Tracker::resourceRenamed, &m_tracker, [this](const QString &from, const QString &to) {
        m_replayed[to] = m_replayed.take(from);
        record("resourceRenamed", from + u' ' + to);
    });
}

void Scene::record(const char *signal, const QString &jid)
{
    m_told += QStringList{QLatin1StringView(signal) + u' ' + jid} + known();
    if (std::exchange(m_isFeeding, false)) {
        m_fed = stanza(anyFull());
        note("in the slot", *m_fed);
        m_tracker.handlePresence(*m_fed);
    }
}

QStringList Scene::known() const
{
    QStringList lines;
    const auto peers = m_tracker.peers();
    for (const auto &peer : peers) {
        const auto best = m_tracker.mostAvailable(withOddCase(peer));
        lines.append(
            peer + u' ' + said(peer) + u'*' + (best ? best->statusText() + NaivePresence::show(*best) : QString()));
        expectEqual(m_tracker.state(withOddCase(peer)), best ? PresenceState::fromStanza(*best) : PresenceState(),
            "The state of a peer");
        const auto resources = m_tracker.resources(withOddCase(peer));
        for (auto [name, stanza] : resources.asKeyValueRange()) {
            const auto full = name.isEmpty() ? peer : peer + u'/' + name;
            lines.append(full + u' ' + said(full) + NaivePresence::show(stanza));
        }
        lines.append(said(peer + u"/nowhere"_s));
    }
    return lines;
}

QString Scene::said(const QString &jid) const
{
    const auto presence = m_tracker.presence(withOddCase(jid));
    if (!presence)
        return {};
    return (presence->type() == QXmppPresence::Error ? u"!"_s : QString()) + presence->statusText();
}

QString Scene::anyFull()
{
    const auto bare = anyBare();
    const auto name = m_bytes.ConsumeIntegralInRange<int>(0, int(resourceNames.size()));
    return name == 0 ? bare : bare + u'/' + resourceNames[name - 1];
}

QXmppPresence Scene::stanza(const QString &from)
{
    static constexpr std::array types{QXmppPresence::Available, QXmppPresence::Unavailable, QXmppPresence::Error,
        QXmppPresence::Unsubscribed, QXmppPresence::Subscribe};
    static constexpr std::array shows{
        QXmppPresence::Online, QXmppPresence::Away, QXmppPresence::XA, QXmppPresence::DND, QXmppPresence::Chat};
    static constexpr std::array conditions{QXmppStanza::Error::Conflict, QXmppStanza::Error::RecipientUnavailable,
        QXmppStanza::Error::RemoteServerTimeout};
    QXmppPresence stanza(m_bytes.PickValueInArray(types));
    stanza.setFrom(from);
    stanza.setStatusText(QString::number(++m_stanzas));
    if (stanza.type() == QXmppPresence::Available) {
        stanza.setAvailableStatusType(m_bytes.PickValueInArray(shows));
        stanza.setPriority(m_bytes.ConsumeIntegralInRange<int>(-1, 1));
    }
    if (stanza.type() == QXmppPresence::Error)
        stanza.setError(QXmppStanza::Error(QXmppStanza::Error::Cancel, m_bytes.PickValueInArray(conditions)));
    QList<int> codes;
    if (m_bytes.ConsumeBool())
        codes.append(110);
    if (m_bytes.ConsumeBool()) {
        codes.append(303);
        QXmppMucItem item;
        item.setNick(resourceNames[m_bytes.ConsumeIntegralInRange<qsizetype>(0, resourceNames.size() - 1)]);
        stanza.setMucItem(item);
    }
    stanza.setMucStatusCodes(codes);
    return stanza;
}

void Scene::note(const char *how, const QXmppPresence &stanza)
{
    happened.append(u"%1: type %2, show %3, from %4, status %5, priority %6, codes"_s.arg(QLatin1StringView(how))
            .arg(stanza.type())
            .arg(stanza.availableStatusType())
            .arg(stanza.from(), stanza.statusText())
            .arg(stanza.priority()));
    const auto codes = stanza.mucStatusCodes();
    for (const int code : codes)
        happened.back() += u' ' + QString::number(code);
    happened.back() += u' ' + stanza.mucItem().nick();
}

// Another way to write the same JID.
QString Scene::withOddCase(const QString &jid)
{
    const auto slash = jid.indexOf(u'/');
    return slash < 0 ? jid.toUpper() : jid.first(slash).toUpper() + jid.sliced(slash);
}

void Scene::receive()
{
    const auto full = anyFull();
    const auto received = stanza(m_bytes.ConsumeBool() ? withOddCase(full) : full);
    note("receive", received);
    Q_EMIT m_client.presenceReceived(received);
    m_naive.receive(received, full);
}

void Scene::changeRoster()
{
    static constexpr std::array subscriptions{"both", "to", "from", "none", "remove"};
    const auto jid = anyBare();
    const QString subscription = QString::fromLatin1(m_bytes.PickValueInArray(subscriptions));
    happened.append(u"roster %1 %2"_s.arg(jid, subscription));
    m_session.push(jid, subscription);
    if (subscription == "remove"_L1 && !m_naive.contacts.remove(jid))
        return;
    if (subscription != "remove"_L1)
        m_naive.contacts.insert(jid);
    m_naive.meet(jid, m_naive.isStranger(jid));
    if (subscription == "both"_L1 || subscription == "to"_L1)
        m_naive.subscribed.insert(jid);
    else if (m_naive.subscribed.remove(jid))
        m_naive.silence(jid, false);
}

// As StreamWatch tells of it.
void Scene::changeStream()
{
    auto *stream = m_tracker.findChild<StreamWatch *>();
    const int what = m_bytes.ConsumeIntegralInRange<int>(0, 3);
    happened.append(u"stream suspended, resumed, ended or begun: %1"_s.arg(what));
    switch (what) {
    case 0:
        Q_EMIT stream->suspended();
        m_naive.isStale = true;
        m_naive.finish();
        break;
    case 1:
        Q_EMIT stream->resumed();
        m_naive.isStale = false;
        m_naive.finish();
        break;
    case 2:
        Q_EMIT stream->ended();
        m_naive.clear();
        break;
    case 3:
        Q_EMIT stream->begun();
        m_naive.clear(true);
        break;
    }
}

void Scene::block()
{
    const auto jid = m_bytes.ConsumeBool() ? gateway : anyFull();
    happened.append(u"block "_s + jid);
    m_session.block(jid);
    if (jid.contains(u'/'))
        m_naive.blockDevice(jid);
    else
        m_naive.silence(jid, true);
}

void Scene::enterRoom()
{
    const auto room = m_bytes.ConsumeBool() ? coven : hall;
    happened.append(u"enter "_s + room);
    tellOfJoin(m_client, room);
    m_naive.rooms.insert(room);
    m_naive.meet(room, false);
}

void Scene::watch()
{
    const auto jid = anyBare();
    auto &watcher = m_watchers[jid];
    happened.append(u"watch, or no longer, "_s + jid);
    if (watcher) {
        watcher.reset();
        m_naive.watched.remove(jid);
        m_naive.watched.insert(coven);
    } else {
        watcher = std::make_unique<PresenceWatcher>(&m_tracker, jid);
        m_naive.watched.insert(jid);
    }
    m_naive.meet(jid, m_naive.isStranger(jid));
}

void Scene::setLimit()
{
    const int limit = m_bytes.ConsumeIntegralInRange<int>(0, 4);
    const int what = m_bytes.ConsumeIntegralInRange<int>(0, 3);
    happened.append(u"limit %1 to %2"_s.arg(what).arg(limit));
    const auto set = [&](void (PresenceTracker::*setter)(int), int &known, int least) {
        (m_tracker.*setter)(limit);
        if (limit >= least && std::exchange(known, limit) != limit)
            m_naive.evictStrangers(); // who has become one, whichever limit it is
    };
    switch (what) {
    case 0:
        set(&PresenceTracker::setMaximumStrangers, m_naive.maxStrangers, 0);
        break;
    case 1:
        set(&PresenceTracker::setMaximumStrangerResources, m_naive.maxStrangerResources, 1);
        break;
    case 2:
        set(&PresenceTracker::setMaximumResources, m_naive.maxResources, 1);
        break;
    case 3:
        set(&PresenceTracker::setMaximumOccupants, m_naive.maxOccupants, 1);
        break;
    }
}

void Scene::setOption()
{
    const bool isOn = m_bytes.ConsumeBool();
    const int choice = m_bytes.ConsumeIntegralInRange<int>(0, 2);
    const int what = m_bytes.ConsumeIntegralInRange<int>(0, 6);
    happened.append(u"option %1: %2 or %3"_s.arg(what).arg(isOn).arg(choice));
    switch (what) {
    case 0:
        m_tracker.setRanking(m_naive.ranking = PresenceTracker::Ranking(choice));
        break;
    case 1:
        m_tracker.setGatewayCascade(m_naive.hasCascade = isOn);
        break;
    case 2:
        m_contacts.setShowOffline(isOn);
        break;
    case 3:
        m_contacts.setShowStrangers(isOn);
        break;
    case 4:
        m_contacts.setShowSelf(isOn);
        break;
    case 5:
        m_contacts.setSections(ContactListModel::Sections(choice));
        break;
    case 6:
        m_contacts.setSortOrder(
            isOn ? ContactListModel::SortOrder::Name : ContactListModel::SortOrder::AvailabilityThenName);
        break;
    }
}

void Scene::replaceClient()
{
    happened.append(u"the client anew"_s);
    m_isFeeding = false; // without a client everything is believed, and then forgotten
    m_tracker.setClient(nullptr);
    m_tracker.setClient(&m_client);
    m_naive.rooms.clear();
    m_naive.clear();
    pass(); // the tracker extends the client anew
}

void Scene::turn()
{
    happened.append(u"turn"_s);
    pass();
    checkModels();
}

void Scene::pass()
{
    wholeTurn();
    m_naive.evictStrangers(); // who has become one where nothing else has happened
}

void Scene::step()
{
    static constexpr std::array steps{&Scene::receive, &Scene::receive, &Scene::receive, &Scene::receive,
        &Scene::changeRoster, &Scene::changeStream, &Scene::block, &Scene::enterRoom, &Scene::watch, &Scene::setLimit,
        &Scene::setOption, &Scene::replaceClient, &Scene::feedInSlot, &Scene::turn};
    (this->*m_bytes.PickValueInArray(steps))();
    check();
}

void Scene::check()
{
    if (const auto fed = std::exchange(m_fed, {}))
        m_naive.receive(*fed, fed->from());
    expectEqual(std::exchange(m_told, {}), std::exchange(m_naive.told, {}), "What was told");
    expectEqual(known(), m_naive.known(), "What is known");
    expectEqual(m_tracker.isStale(), m_naive.isStale, "Staleness");
    expectEqual(m_tracker.isInitialSync(), m_naive.isInitialSync, "The initial synchronisation");
    expectEqual(m_tracker.evicted(), m_naive.evicted, "The number of evicted resources");
    QMap<QString, QString> statuses;
    for (const auto &resource : std::as_const(m_naive.resources))
        statuses.insert(resource.full, resource.stanza.statusText());
    expectEqual(m_replayed, statuses, "What the signals tell, from the beginning on");
}

QStringList Scene::rows(const PresenceItemModel &model) const
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        lines.append(QStringList{index.data(Role::JidRole).toString(), index.data(Role::SectionRole).toString(),
            index.data(Role::AvailabilityTextRole).toString(), index.data(Role::ResourceCountRole).toString()}
                .join(u'|'));
    }
    return lines;
}

// One that has not seen how it came to be shows the same.
void Scene::checkModels()
{
    m_observedPeers.check();
    m_observedDevices.check();
    m_observedContacts.check();
    expectEqual(rows(m_peers), rows(PresenceModel(&m_tracker)), "The peers");
    expectEqual(rows(m_devices), rows(ResourceModel(&m_tracker, coven)), "The occupants");
    ContactListModel fresh;
    copyOptions(fresh);
    expectEqual(rows(m_contacts), rows(fresh), "The contacts");
}

void Scene::copyOptions(ContactListModel &to)
{
    to.setShowOffline(m_contacts.showOffline());
    to.setShowStrangers(m_contacts.showStrangers());
    to.setShowSelf(m_contacts.showSelf());
    to.setSections(m_contacts.sections());
    to.setSortOrder(m_contacts.sortOrder());
    to.setTracker(&m_tracker);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider bytes(data, size);
    happened.clear();
    {
        Scene scene(bytes);
        while (bytes.remaining_bytes() > 0)
            scene.step();
        scene.turn();
        scene.check();
    }
    wholeTurn(); // in which the client's extension goes
    return 0;
}
