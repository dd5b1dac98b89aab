// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "modelmirror.h"
#include "rosterclient.h"
#include "stanza.h"

#include <QAbstractItemModelTester>
#include <QPointer>
#include <QTest>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/ResourceModel>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// What slots may do to a model while it tells them something.
class TestModelSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAgreeWithTheRows_data();
    void countsAgreeWithTheRows();
    void deleteTheModel_data();
    void deleteTheModel();
    void deleteTheModelOfAnotherJid();
    void deleteTheModelOfAnotherOption();
    void deleteTheModelOfAnotherRoster_data();
    void deleteTheModelOfAnotherRoster();
    void deleteTheModelOfAnotherClient();
    void flushInASlot();
    void replaceTheTracker();
    void deleteTheTracker();
    void runAnEventLoop();
    void propertiesAreToldAfterTheReset();
    void deleteTheNextTracker();
    void removeTheContactThatIsAdded();
    void removeAContactBetweenTwoModels();
    void receiveTheRosterBetweenTwoModels();
    void disconnectBetweenTwoModels();
};

static const auto juliet = u"juliet@example.org"_s;

class Household : public RosterClient
{
public:
    Household()
    {
        push(juliet, u"subscription='both'"_s, {u"Capulet"_s});
        push(u"nurse@example.org"_s, u"subscription='both'"_s, {u"Capulet"_s});
    }
    void receive(const QString &text) { Q_EMIT presenceReceived(stanza(text)); }

    PresenceTracker tracker{this};
};

using Connector = std::function<void(ContactListModel *, const std::function<void()> &)>;

template <typename Signal>
static Connector on(Signal signal)
{
    return [signal](ContactListModel *model, const std::function<void()> &act) {
        QObject::connect(model, signal, qApp, [act] { act(); });
    };
}

void TestModelSlots::countsAgreeWithTheRows_data()
{
    QTest::addColumn<int>("contacts");

    QTest::newRow("one by one") << 10;
    QTest::newRow("at once") << 300;
}

void TestModelSlots::countsAgreeWithTheRows()
{
    QFETCH(const int, contacts);
    Household household;
    ContactListModel model;
    model.setTracker(&household.tracker);
    const auto jidOf = [](int number) { return u"peer%1@example.org"_s.arg(number); };
    for (int i = 0; i < contacts; ++i)
        household.push(jidOf(i), u"subscription='both'"_s);
    turn();
    qsizetype told = 0;
    const auto check = [&] {
        ++told;
        QCOMPARE(model.availableCount(), column(model, PresenceItemModel::AvailableRole).count(u"true"_s));
    };
    on (&QAbstractItemModel::rowsInserted)(&model, check);
    on (&QAbstractItemModel::rowsRemoved)(&model, check);
    on (&QAbstractItemModel::rowsMoved)(&model, check);
    on (&QAbstractItemModel::dataChanged)(&model, check);
    for (int i = 0; i < contacts; i += 2)
        household.receive(u"away %1/x"_s.arg(jidOf(i)));
    for (int i = 1; i < contacts; i += 2)
        household.push(jidOf(i), u"subscription='remove'"_s);
    turn();
    for (int i = 0; i < contacts; i += 4)
        household.receive(u"unavailable %1/x"_s.arg(jidOf(i)));
    turn();
    model.setFilterText(u"peer2"_s);
    turn();
    model.setFilterText({});
    turn();
    QVERIFY(told > 4);
    QCOMPARE(model.availableCount(), contacts / 4);
}

void TestModelSlots::deleteTheModel_data()
{
    QTest::addColumn<Connector>("connectTo");

    QTest::newRow("modelAboutToBeReset") << on(&QAbstractItemModel::modelAboutToBeReset);
    QTest::newRow("modelReset") << on(&QAbstractItemModel::modelReset);
    QTest::newRow("trackerChanged") << on(&PresenceItemModel::trackerChanged);
    QTest::newRow("countChanged") << on(&PresenceItemModel::countChanged);
    QTest::newRow("availableCountChanged") << on(&PresenceItemModel::availableCountChanged);
    QTest::newRow("rosterManagerChanged") << on(&ContactListModel::rosterManagerChanged);
    QTest::newRow("groupsChanged") << on(&ContactListModel::groupsChanged);
    QTest::newRow("rowsInserted") << on(&QAbstractItemModel::rowsInserted);
    QTest::newRow("rowsRemoved") << on(&QAbstractItemModel::rowsRemoved);
    QTest::newRow("rowsMoved") << on(&QAbstractItemModel::rowsMoved);
    QTest::newRow("dataChanged") << on(&QAbstractItemModel::dataChanged);
}

// Few changes and many, as they are told in two ways.
void TestModelSlots::deleteTheModel()
{
    QFETCH(Connector, connectTo);

    for (const int strangers : {1, 100}) {
        Household household;
        QPointer<ContactListModel> model(new ContactListModel);
        model->setShowStrangers(true);
        connectTo(model, [&] { delete model; });
        model->setTracker(&household.tracker);
        const auto receive = [&](const QString &what) {
            for (int i = 0; i < strangers; ++i)
                household.receive(what + u" stranger%1@example.org/x"_s.arg(i));
            household.receive(what + u" nurse@example.org/x"_s);
            turn();
        };
        household.push(juliet, u"subscription='both'"_s, {u"Lovers"_s});
        receive(u"away"_s);
        receive(u"dnd"_s);
        receive(u"unavailable"_s);
        household.receive(u"chat nurse@example.org/x"_s);
        turn();
        QVERIFY(!model);
    }
}

void TestModelSlots::deleteTheModelOfAnotherJid()
{
    Household household;
    QPointer<ResourceModel> model(new ResourceModel(&household.tracker, juliet));
    connect(model, &QAbstractItemModel::modelReset, this, [&] { delete model; });
    model->setJid(u"nurse@example.org"_s);
    QVERIFY(!model);
}

void TestModelSlots::deleteTheModelOfAnotherOption()
{
    Household household;
    QPointer<ContactListModel> model(new ContactListModel);
    model->setTracker(&household.tracker);
    connect(model, &QAbstractItemModel::modelReset, this, [&] { delete model; });
    model->setShowOffline(false); // in the turn of the tracker: the model resets
    QVERIFY(!model);
}

void TestModelSlots::deleteTheModelOfAnotherRoster_data()
{
    QTest::addColumn<Connector>("connectTo");
    QTest::newRow("rosterManagerChanged") << on(&ContactListModel::rosterManagerChanged);
    QTest::newRow("groupsChanged") << on(&ContactListModel::groupsChanged);
}

void TestModelSlots::deleteTheModelOfAnotherRoster()
{
    QFETCH(Connector, connectTo);
    Household household;
    RosterClient other;
    QPointer<ContactListModel> model(new ContactListModel);
    model->setTracker(&household.tracker);
    turn();
    connectTo(model, [&] { delete model; });
    model->setRosterManager(other.roster());
    QVERIFY(!model);
}

void TestModelSlots::deleteTheModelOfAnotherClient()
{
    Household household;
    RosterClient other;
    QPointer<ContactListModel> model(new ContactListModel);
    model->setTracker(&household.tracker);
    turn();
    connect(model, &ContactListModel::rosterManagerChanged, this, [&] { delete model; });
    household.tracker.setClient(&other);
    QVERIFY(!model);
}

// Options are told in the next turn all the same.
void TestModelSlots::flushInASlot()
{
    Household household;
    ContactListModel model;
    model.setInterval(60'000);
    model.setTracker(&household.tracker);
    turn();
    QCOMPARE(model.rowCount(), 2);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [&] {
        model.setShowOffline(false);
        model.flush();
    });
    household.push(u"romeo@example.org"_s, u"subscription='both'"_s);
    model.flush();
    turn();
    QCOMPARE(model.rowCount(), 0);
}

void TestModelSlots::replaceTheTracker()
{
    PresenceTracker other;
    for (const auto &connectTo : {on(&ContactListModel::rosterManagerChanged), on(&QAbstractItemModel::rowsMoved),
             on(&QAbstractItemModel::dataChanged), on(&PresenceItemModel::countChanged)}) {
        Household household;
        ContactListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        connectTo(&model, [&] { model.setTracker(&other); });
        model.setTracker(&household.tracker);
        household.receive(u"chat nurse@example.org/x"_s);
        turn();
        household.receive(u"away nurse@example.org/x"_s);
        turn();
        QCOMPARE(model.tracker(), &other);
        QCOMPARE(model.count(), 0);
        QCOMPARE(model.rosterManager(), nullptr);
    }
}

void TestModelSlots::deleteTheTracker()
{
    Household household;
    auto *tracker = new PresenceTracker(&household);
    ContactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTracker(tracker);
    connect(&model, &QAbstractItemModel::dataChanged, this, [&] { delete tracker; });
    household.receive(u"chat nurse@example.org/x"_s);
    turn();
    QCOMPARE(model.tracker(), nullptr);
    QCOMPARE(model.count(), 0);
}

// What comes meanwhile is told afterwards.
void TestModelSlots::runAnEventLoop()
{
    Household household;
    ContactListModel model;
    model.setTracker(&household.tracker);
    ModelMirror mirror(&model);
    bool isFirst = true;
    connect(&model, &QAbstractItemModel::dataChanged, this, [&] {
        if (!std::exchange(isFirst, false))
            return;
        household.receive(u"chat juliet@example.org/x"_s);
        turn();
        QCOMPARE(model.availableCount(), 1);
    });
    household.receive(u"chat nurse@example.org/x"_s);
    turn();
    turn();
    QCOMPARE(model.availableCount(), 2);
    QVERIFY(mirror.isRight());
}

void TestModelSlots::propertiesAreToldAfterTheReset()
{
    Household household;
    ContactListModel model;
    bool isReset = true;
    int told = 0;
    const auto tell = [&] {
        QVERIFY(isReset);
        ++told;
    };
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [&] { isReset = false; });
    connect(&model, &QAbstractItemModel::modelReset, this, [&] { isReset = true; });
    connect(&model, &ContactListModel::rosterManagerChanged, this, tell);
    connect(&model, &ContactListModel::groupsChanged, this, tell);
    connect(&model, &PresenceItemModel::trackerChanged, this, tell);
    model.setTracker(&household.tracker);
    QCOMPARE(told, 3);
}

void TestModelSlots::deleteTheNextTracker()
{
    Household household;
    auto *next = new PresenceTracker;
    ContactListModel model;
    model.setTracker(&household.tracker);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [&] { delete next; }, Qt::SingleShotConnection);
    model.setTracker(next);
    QCOMPARE(model.tracker(), nullptr);
}

// Who hears of the contact only then must not hear that it has gone before.
void TestModelSlots::removeTheContactThatIsAdded()
{
    RosterClient client;
    connect(client.roster(), &QXmppRosterManager::itemAdded, this,
        [&] { client.push(juliet, u"subscription='remove'"_s); });
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    client.push(juliet, u"subscription='both'"_s);
    turn();
    QCOMPARE(client.roster()->getRosterBareJids(), QStringList());
    QCOMPARE(model.count(), 0);
}

// In a slot of the first, before the second has heard of it.
class TwoModels : public RosterClient
{
public:
    TwoModels()
    {
        first.setTracker(&tracker);
        second.setTracker(&tracker);
    }
    void addJuliet(const std::function<void()> &act)
    {
        QObject::connect(&first, &ContactListModel::groupsChanged, this, act, Qt::SingleShotConnection);
        push(juliet, u"subscription='both'"_s, {u"Capulet"_s});
        turn();
    }

    PresenceTracker tracker{this};
    ContactListModel first;
    ContactListModel second;
};

void TestModelSlots::removeAContactBetweenTwoModels()
{
    TwoModels models;
    models.addJuliet([&] { models.push(juliet, u"subscription='remove'"_s); });
    QCOMPARE(models.roster()->getRosterBareJids(), QStringList());
    QCOMPARE(models.first.count(), 0);
    QCOMPARE(models.second.count(), 0);
}

void TestModelSlots::receiveTheRosterBetweenTwoModels()
{
    TwoModels models;
    models.addJuliet([&] {
        models.roster()->disconnect(&models); // none of its own slots
        Q_EMIT models.disconnected(); // which empties it
        Q_EMIT models.roster()->rosterReceived();
    });
    QCOMPARE(models.roster()->getRosterBareJids(), QStringList());
    QCOMPARE(models.first.count(), 0);
    QCOMPARE(models.second.count(), 0);
}

// QXmpp empties the roster then, the contacts stay.
void TestModelSlots::disconnectBetweenTwoModels()
{
    TwoModels models;
    models.addJuliet([&] {
        models.push(u"romeo@example.org"_s, u"subscription='both'"_s);
        Q_EMIT models.disconnected();
    });
    QCOMPARE(models.roster()->getRosterBareJids(), QStringList());
    QCOMPARE(models.first.count(), 2);
    QCOMPARE(models.second.count(), 2);
}

QTEST_GUILESS_MAIN(TestModelSlots)
#include "tst_modelslots.moc"
