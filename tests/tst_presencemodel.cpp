// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "modelmirror.h"
#include "stanza.h"

#include <QAbstractItemModelTester>
#include <QConcatenateTablesProxyModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/ResourceModel>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto orchard = u"juliet@example.org/orchard"_s;

class TestPresenceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void rowsFollowThePeers();
    void changesAreGathered();
    void intervalMayBeShortened();
    void flush();
    void flushInAReset();
    void rowOf();
    void proxyStaysSorted();
    void toolTipListsTheDevices();
    void resourcesStandBestFirst();
    void resourcesOfAnotherPeer();
    void roomOfThousands();
    void renamedOccupantKeepsItsRow();
    void renamedAmongNamesThatLookEqual();
    void renamedWhileManyMove();
    void roomItselfIsNoOccupant();
    void comparisonThatContradictsItself();
    void random_data();
    void random();
};

// XEP-0045: with a status code, and the new nickname that belongs to 303.
static QXmppPresence ofRoom(QXmppPresence stanza, int code, const QString &nickname = {})
{
    QXmppMucItem item;
    item.setRole(QXmppMucItem::ParticipantRole);
    item.setNick(nickname);
    stanza.setMucItem(item);
    stanza.setMucStatusCodes({code});
    return stanza;
}

void TestPresenceModel::rowsFollowThePeers()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    ModelMirror mirror(&model);
    mirror.takeLog();

    tracker.handlePresence(stanza(u"away "_s + balcony));
    QCOMPARE(model.rowCount(), 0);
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"insert 0 0"_s});
    QCOMPARE(column(model, Role::JidRole), QStringList{juliet});
    QCOMPARE(model.index(0).data(Role::AvailabilityRole).value<Availability>(), Availability::Away);

    tracker.handlePresence(stanza(u"away "_s + balcony));
    turn();
    QCOMPARE(mirror.takeLog(), QStringList());

    tracker.handlePresence(stanza(u"chat "_s + orchard));
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"change 0 0"_s});
    QCOMPARE(model.index(0).data(Role::ResourceRole), u"orchard"_s);
    QCOMPARE(model.index(0).data(Role::ResourceCountRole), 2);

    tracker.handlePresence(stanza(u"unavailable "_s + juliet));
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"remove 0 0"_s});
}

void TestPresenceModel::changesAreGathered()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    ModelMirror mirror(&model);
    model.setInterval(60'000);
    turn();
    mirror.takeLog();
    tracker.handlePresence(stanza(u"away "_s + balcony));
    turn();
    QCOMPARE(mirror.takeLog(), QStringList());
    model.setInterval(1);
    tracker.handlePresence(stanza(u"away romeo@example.org/x"_s));
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestPresenceModel::intervalMayBeShortened()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    turn();
    model.setInterval(60'000);
    tracker.handlePresence(stanza(u"away "_s + balcony));
    model.setInterval(0);
    turn();
    QCOMPARE(model.rowCount(), 1);
}

void TestPresenceModel::flush()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    model.setInterval(60'000);
    tracker.handlePresence(stanza(u"away "_s + balcony));
    model.flush();
    QCOMPARE(model.rowCount(), 1);
    ModelMirror mirror(&model);
    mirror.takeLog();
    model.flush();
    turn();
    QCOMPARE(mirror.takeLog(), QStringList());
}

void TestPresenceModel::flushInAReset()
{
    PresenceTracker tracker;
    PresenceTracker other;
    other.handlePresence(stanza(u"away romeo@example.org/x"_s));
    PresenceModel model(&tracker);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    turn();
    const auto receiveAndFlush = [&](const QString &text) {
        other.handlePresence(stanza(text));
        tracker.handlePresence(stanza(text));
        model.flush();
    };
    QObject::connect(
        &model, &QAbstractItemModel::modelAboutToBeReset, &model, [&] { receiveAndFlush(u"away "_s + balcony); });
    QObject::connect(
        &model, &QAbstractItemModel::modelReset, &model, [&] { receiveAndFlush(u"away a@example.org/x"_s); });
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setTracker(&other);
    QCOMPARE(inserted.size(), 0);
    turn();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 3);
}

void TestPresenceModel::rowOf()
{
    PresenceTracker tracker;
    tracker.handlePresence(stanza(u"away "_s + balcony));
    const PresenceModel model(&tracker);
    QCOMPARE(model.rowOf(u"Juliet@EXAMPLE.org"_s), 0);
    QCOMPARE(model.rowOf(orchard), 0);
    QCOMPARE(model.rowOf(u"romeo@example.org"_s), -1);
    QCOMPARE(model.rowOf(u"@example.org"_s), -1);
}

// It finds its way among rows that have changed, too, but are not told of yet.
void TestPresenceModel::proxyStaysSorted()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(Role::StatusTextRole);
    sorted.sort(0);
    const auto receive = [&](int peer, int status) {
        auto presence = stanza(u"available peer%1@example.org/x"_s.arg(peer, 3, 10, QChar(u'0')));
        presence.setStatusText(QString::number(1000 + status));
        tracker.handlePresence(presence);
    };
    for (int i = 0; i < 200; i += 2)
        receive(i, i);
    turn();
    for (int i = 0; i < 200; ++i) {
        if (i % 4 == 0 || i % 20 > 10) // some rows change, and others come
            receive(i, i * 7919 % 200);
    }
    turn();
    QVERIFY(std::ranges::is_sorted(column(sorted, Role::StatusTextRole)));
    for (int i = 0; i < 200; ++i) {
        if (i % 4 == 0) // rows change in many places, and none comes
            receive(i, i * 37 % 200);
    }
    for (int i = 50; i < 100; ++i)
        receive(i, i * 73 % 200);
    turn();
    QVERIFY(std::ranges::is_sorted(column(sorted, Role::StatusTextRole)));
}

// What the tool tip says of the other devices is told as the tool tip, and as nothing else.
void TestPresenceModel::toolTipListsTheDevices()
{
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    ModelMirror mirror(&model);
    const auto receive = [&](const QString &text, const QString &status = {}) {
        auto presence = stanza(text);
        presence.setStatusText(status);
        tracker.handlePresence(presence);
        turn();
        return std::exchange(mirror.changedRoles, {});
    };
    receive(u"dnd "_s + balcony);
    const QList<int> another{Qt::ToolTipRole, Role::ResourceCountRole};
    const QList<int> toolTip{Qt::ToolTipRole};
    const QList<int> none;
    QCOMPARE(receive(u"away "_s + orchard), another);
    QCOMPARE(receive(u"away "_s + orchard), none);
    QCOMPARE(receive(u"away "_s + orchard, u"tea"_s), toolTip);
    QCOMPARE(receive(u"away "_s + orchard, u"t\u202eea"_s), none); // shown as before
    QCOMPARE(receive(u"xa "_s + orchard, u"tea"_s), toolTip);
    QVERIFY(receive(u"dnd "_s + balcony, u"tomb"_s).contains(Qt::ToolTipRole));
    QCOMPARE(receive(u"unavailable "_s + orchard), another);

    for (int i = 1; i < 8; ++i)
        QCOMPARE(receive(u"available %1/%2"_s.arg(juliet).arg(i)), another);
    QCOMPARE(receive(u"available %1/5"_s.arg(juliet)), none); // as good as the others, and now heard last
    QCOMPARE(receive(u"away "_s + orchard), another);
    QCOMPARE(receive(u"away "_s + orchard, u"tea"_s), none); // the ninth
    QVERIFY(mirror.isRight());
    receive(u"dnd %1/1"_s.arg(juliet), u"crypt"_s);
    const auto best = receive(u"dnd "_s + balcony, u"tomb"_s); // again, as it was heard last
    QVERIFY(best.contains(Role::StatusTextRole));
    QVERIFY(!best.contains(Qt::ToolTipRole));
    QVERIFY(mirror.isRight());
}

void TestPresenceModel::resourcesStandBestFirst()
{
    PresenceTracker tracker;
    ResourceModel model(&tracker, juliet);
    ModelMirror mirror(&model);
    mirror.takeLog();
    const auto receive = [&](const QString &text) {
        tracker.handlePresence(stanza(text));
        turn();
    };
    receive(u"away "_s + balcony);
    receive(u"away "_s + orchard);
    receive(u"away juliet@example.org/Garden"_s);
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"balcony"_s, u"Garden"_s, u"orchard"_s}));
    QCOMPARE(mirror.takeLog(), (QStringList{u"insert 0 0"_s, u"insert 1 1"_s, u"insert 1 1"_s}));

    receive(u"chat "_s + orchard);
    QCOMPARE(mirror.takeLog(), (QStringList{u"move 2 0"_s, u"change 0 0"_s}));
    receive(u"away "_s + balcony); // again: the last one received, yet nothing jumps
    QCOMPARE(mirror.takeLog(), QStringList());
    receive(u"away romeo@example.org/orchard"_s);
    QCOMPARE(mirror.takeLog(), QStringList());

    tracker.setRanking(PresenceTracker::Ranking::Priority);
    auto important = stanza(u"xa "_s + balcony);
    important.setPriority(10);
    tracker.handlePresence(important);
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"balcony"_s, u"orchard"_s, u"Garden"_s}));
    QVERIFY(!mirror.takeLog().contains(u"reset"_s));

    receive(u"error "_s + balcony);
    QCOMPARE(mirror.takeLog(), (QStringList{u"remove 2 2"_s, u"remove 0 0"_s, u"remove 0 0"_s})); // by name
    QVERIFY(mirror.isRight());
}

void TestPresenceModel::resourcesOfAnotherPeer()
{
    PresenceTracker tracker;
    tracker.handlePresence(stanza(u"away "_s + balcony));
    tracker.handlePresence(stanza(u"away romeo@example.org/wall"_s));
    ResourceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy told(&model, &ResourceModel::jidChanged);
    model.setJid(u"Juliet@EXAMPLE.org/orchard"_s); // of a full JID, its peer
    QCOMPARE(model.jid(), u"Juliet@EXAMPLE.org/orchard"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setTracker(&tracker);
    QCOMPARE(column(model, Role::JidRole), QStringList{balcony});
    model.setJid(u"romeo@example.org"_s);
    QCOMPARE(column(model, Role::JidRole), QStringList{u"romeo@example.org/wall"_s});
    model.setJid(u"@example.org"_s); // nobody can have it
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(told.size(), 3);
}

// Nicknames in the order of the alphabet, told in a few updates; one who leaves is one row that goes.
void TestPresenceModel::roomOfThousands()
{
    const int occupants = 10'000;
    PresenceTracker tracker;
    ResourceModel model(&tracker, u"coven@chat.example.org"_s);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList log; // a mirror would read all roles of all rows
    connect(&model, &QAbstractItemModel::rowsInserted, &model,
        [&](const QModelIndex &, int first, int last) { log.append(u"insert %1 %2"_s.arg(first).arg(last)); });
    connect(&model, &QAbstractItemModel::rowsRemoved, &model,
        [&](const QModelIndex &, int first, int last) { log.append(u"remove %1 %2"_s.arg(first).arg(last)); });
    connect(&model, &QAbstractItemModel::dataChanged, &model, [&](const QModelIndex &first, const QModelIndex &last) {
        log.append(u"change %1 %2"_s.arg(first.row()).arg(last.row()));
    });
    for (int i = 0; i < occupants; ++i)
        tracker.handlePresence(stanza(u"available coven@chat.example.org/witch %1"_s.arg(i * 7919 % occupants)));
    turn();
    QCOMPARE(log, QStringList{u"insert 0 9999"_s});
    for (int i = 0; i < occupants; ++i)
        QCOMPARE(model.index(i).data(Role::ResourceRole), u"witch %1"_s.arg(i));

    log.clear();
    tracker.handlePresence(stanza(u"unavailable coven@chat.example.org/witch 4711"_s));
    turn();
    QCOMPARE(log, QStringList{u"remove 4711 4711"_s});
    QCOMPARE(model.rowOf(u"coven@chat.example.org/witch 4712"_s), 4711);
}

void TestPresenceModel::renamedOccupantKeepsItsRow()
{
    const auto room = u"coven@chat.example.org/"_s;
    PresenceTracker tracker;
    ResourceModel model(&tracker, u"coven@chat.example.org"_s);
    ModelMirror mirror(&model);
    for (const auto &nickname : {u"crone"_s, u"hag"_s, u"witch"_s})
        tracker.handlePresence(stanza(u"available "_s + room + nickname));
    tracker.handlePresence(ofRoom(stanza(u"available "_s + room + u"zzz"), 110));
    turn();
    const QPersistentModelIndex crone(model.index(0));
    mirror.takeLog();
    const auto rename = [&](const QString &from, const QString &to) {
        tracker.handlePresence(ofRoom(stanza(u"unavailable "_s + room + from), 303, to));
        tracker.handlePresence(stanza(u"available "_s + room + to));
    };

    rename(u"crone"_s, u"midwife"_s);
    for (int i = 0; i < 100; ++i) // another one says much meanwhile
        tracker.handlePresence(stanza(u"available "_s + room + u"witch"_s));
    turn();
    QCOMPARE(mirror.takeLog(), (QStringList{u"move 0 2"_s, u"change 1 1"_s}));
    QCOMPARE(column(model, Role::ResourceRole), (QStringList{u"hag"_s, u"midwife"_s, u"witch"_s, u"zzz"_s}));
    QCOMPARE(crone.row(), 1);
    QCOMPARE(crone.data(Role::JidRole).toString(), room + u"midwife"_s);
    QCOMPARE(model.rowOf(room + u"midwife"_s), 1);
    QCOMPARE(model.rowOf(room + u"crone"_s), -1);
    QVERIFY(mirror.isRight());

    rename(u"midwife"_s, u"nurse"_s); // twice in one turn
    rename(u"nurse"_s, u"zoe"_s);
    tracker.handlePresence(stanza(u"available "_s + room + u"nurse"_s));
    turn();
    QCOMPARE(column(model, Role::ResourceRole), (QStringList{u"hag"_s, u"nurse"_s, u"witch"_s, u"zoe"_s, u"zzz"_s}));
    QCOMPARE(crone.row(), 3);
    QVERIFY(mirror.isRight());

    rename(u"zoe"_s, u"anne"_s);
    tracker.handlePresence(stanza(u"available "_s + room + u"zoe"_s)); // another one
    turn();
    QCOMPARE(column(model, Role::ResourceRole),
        (QStringList{u"anne"_s, u"hag"_s, u"nurse"_s, u"witch"_s, u"zoe"_s, u"zzz"_s}));
    QVERIFY(mirror.isRight());

    rename(u"hag"_s, u"beldam"_s); // two go by one name in turn
    tracker.handlePresence(stanza(u"available "_s + room + u"hag"));
    rename(u"hag"_s, u"carline"_s);
    turn();
    QCOMPARE(column(model, Role::ResourceRole), tracker.resources(u"coven@chat.example.org"_s).keys());
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(mirror.isRight());
}

// Where the names that are shown are equal, the JIDs give the order.
void TestPresenceModel::renamedAmongNamesThatLookEqual()
{
    const auto jidOf = [](QChar last) { return QString(u"coven@chat.example.org/"_s + QString(1005, u'a') + last); };
    PresenceTracker tracker;
    ResourceModel model(&tracker, u"coven@chat.example.org"_s);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tracker.handlePresence(stanza(u"available "_s + jidOf(u'b')));
    tracker.handlePresence(stanza(u"available "_s + jidOf(u'd')));
    tracker.handlePresence(ofRoom(stanza(u"available coven@chat.example.org/zzz"_s), 110));
    turn();
    QCOMPARE(model.index(0).data(Role::NameRole), model.index(1).data(Role::NameRole));
    QCOMPARE(model.rowOf(jidOf(u'b')), 0);
    tracker.handlePresence(ofRoom(stanza(u"unavailable "_s + jidOf(u'b')), 303, jidOf(u'z').section(u'/', 1)));
    turn();
    QCOMPARE(model.rowOf(jidOf(u'd')), 0);
    QCOMPARE(model.rowOf(jidOf(u'z')), 1);
}

// Too many of them to be told one by one, and too few for all rows to be looked at.
void TestPresenceModel::renamedWhileManyMove()
{
    const auto room = u"coven@chat.example.org"_s;
    const auto hag = u"coven@chat.example.org/hag"_s;
    PresenceTracker tracker;
    ResourceModel model(&tracker, room);
    tracker.handlePresence(ofRoom(stanza(u"available coven@chat.example.org/me"_s), 110));
    const auto receiveFromAll = [&](const QString &show, int count) {
        for (int i = 0; i < count; ++i)
            tracker.handlePresence(stanza(show + u" coven@chat.example.org/witch %1"_s.arg(i)));
    };
    receiveFromAll(u"available"_s, 5000);
    turn();
    receiveFromAll(u"away"_s, 65);
    tracker.handlePresence(ofRoom(stanza(u"unavailable coven@chat.example.org/witch 100"_s), 303, u"hag"_s));
    turn();
    QCOMPARE(model.rowOf(hag), column(model, Role::JidRole).indexOf(hag));
    tracker.handlePresence(stanza(u"available "_s + hag));
    turn();
    QCOMPARE(column(model, Role::JidRole).count(hag), 1);
    tracker.handlePresence(stanza(u"unavailable "_s + hag));
    turn();
    QCOMPARE(model.rowOf(hag), -1);
    QCOMPARE(model.rowCount(), 5000);
    tracker.handlePresence(stanza(u"error coven@chat.example.org/someone"_s)); // a refused nickname
    turn();
    QCOMPARE(model.rowCount(), 5000);
}

// Its avatar (XEP-0486) is presence of the bare JID.
void TestPresenceModel::roomItselfIsNoOccupant()
{
    const auto room = u"coven@chat.example.org"_s;
    PresenceTracker tracker;
    ResourceModel model(&tracker, room);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tracker.handlePresence(stanza(u"available "_s + room));
    tracker.handlePresence(stanza(u"available "_s + room + u"/witch"));
    turn();
    QCOMPARE(model.rowCount(), 2); // it may be a gateway as well
    tracker.handlePresence(ofRoom(stanza(u"available "_s + room + u"/me"), 110));
    turn();
    QCOMPARE(column(model, Role::ResourceRole), (QStringList{u"me"_s, u"witch"_s}));
    tracker.handlePresence(stanza(u"away "_s + room));
    turn();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(tracker.resources(room).size(), 3);
    tracker.handlePresence(ofRoom(stanza(u"unavailable "_s + room + u"/me"), 110));
    turn();
    QCOMPARE(model.rowCount(), 0);
}

// It gives no order worth the name, and yet every row once.
void TestPresenceModel::comparisonThatContradictsItself()
{
    QRandomGenerator generator{1};
    PresenceTracker tracker;
    tracker.setComparison([&](const QXmppPresence &, const QXmppPresence &) { return generator.bounded(3) <=> 1; });
    ResourceModel model(&tracker, juliet);
    ModelMirror mirror(&model);
    for (int step = 0; step < 2000; ++step) {
        const auto type = generator.bounded(4) ? u"away "_s : u"unavailable "_s;
        tracker.handlePresence(stanza(type + juliet + u"/%1"_s.arg(generator.bounded(10))));
        turn();
        auto names = column(model, Role::ResourceRole);
        names.sort();
        QCOMPARE(names, tracker.resources(juliet).keys());
        QVERIFY(mirror.isRight());
    }
}

void TestPresenceModel::random_data()
{
    QTest::addColumn<int>("burst"); // stanzas to a turn, at most

    QTest::newRow("one at a time") << 1;
    QTest::newRow("a few") << 10;
    QTest::newRow("floods") << 300;
}

void TestPresenceModel::random()
{
    QFETCH(int, burst);
    static constexpr std::array types{
        "xa"_L1, "away"_L1, "available"_L1, "chat"_L1, "dnd"_L1, "unavailable"_L1, "unavailable"_L1, "error"_L1};
    const int steps = qEnvironmentVariable("XMPPPRESENCE_STEPS", u"1000"_s).toInt();

    QRandomGenerator generator{quint32(burst)};
    PresenceTracker tracker;
    PresenceModel model(&tracker);
    ResourceModel resources(&tracker, u"peer1@example.org"_s);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(Role::StatusTextRole);
    sorted.sort(0);
    QConcatenateTablesProxyModel both;
    both.addSourceModel(&model);
    both.addSourceModel(&resources);
    const std::vector<QAbstractItemModel *> models{&model, &resources, &sorted, &both};
    std::vector<std::unique_ptr<ModelMirror>> mirrors;
    for (auto *tested : models)
        mirrors.push_back(std::make_unique<ModelMirror>(tested));

    for (const auto &mirror : mirrors)
        mirror->takeLog();
    const int peers = burst > 100 ? 200 : 8;
    for (int step = 0; step < steps;) {
        for (int i = 1 + generator.bounded(burst); i > 0; --i, ++step) {
            auto presence = stanza(types.at(size_t(generator.bounded(int(types.size()))))
                + u" peer%1@example.org/%2"_s.arg(generator.bounded(peers)).arg(generator.bounded(4)));
            presence.setStatusText(QString::number(generator.bounded(5)));
            presence.setPriority(generator.bounded(3));
            if (generator.bounded(3) == 0)
                presence = ofRoom(presence, generator.bounded(2) ? 303 : 110, QString::number(generator.bounded(4)));
            tracker.handlePresence(presence);
            if (generator.bounded(50) == 0)
                tracker.setRanking(PresenceTracker::Ranking(generator.bounded(3)));
        }
        turn();
        for (const auto &mirror : mirrors)
            QVERIFY(mirror->isRight());
        QVERIFY(std::ranges::is_sorted(column(sorted, Role::StatusTextRole)));
        QVERIFY(!mirrors[0]->takeLog().contains(u"reset"_s));
        QVERIFY(!mirrors[1]->takeLog().contains(u"reset"_s));
        QCOMPARE(column(model, Role::JidRole), tracker.peers());
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto jid = model.index(row).data(Role::JidRole).toString();
            QCOMPARE(model.rowOf(jid), row);
            QCOMPARE(model.index(row).data(Role::ResourceCountRole), int(tracker.resources(jid).size()));
            const auto best = tracker.mostAvailable(jid);
            QCOMPARE(model.index(row).data(Role::AvailableRole), best.has_value());
            if (best)
                QCOMPARE(model.index(row).data(Role::StatusTextRole), best->statusText());
        }
        auto names = column(resources, Role::ResourceRole);
        names.sort();
        QCOMPARE(names, tracker.resources(u"peer1@example.org"_s).keys());
    }
}

QTEST_GUILESS_MAIN(TestPresenceModel)
#include "tst_presencemodel.moc"
