// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "modelmirror.h"
#include "rosterclient.h"
#include "stanza.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QConcatenateTablesProxyModel>
#include <QDomDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;

class TestContactListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    // But for what QAbstractItemModelTester makes of roles for Qt GUI.
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance)"_s)); }
    void showsTheRoster();
    void movesAndChanges();
    void toolTipListsTheDevices();
    void options();
    void optionsWithTheTracker();
    void sections();
    void oncePerGroup();
    void mostRecentChange();
    void namesAreCollated_data();
    void namesAreCollated();
    void manyNamesBetweenTwo();
    void nameInThePlaceOfAnother();
    void offlineDelay();
    void heldWhereItStood_data();
    void heldWhereItStood();
    void heldInFilteredGroup();
    void heldNoLongerThanTheDelay();
    void nobodyIsHeldUnseen();
    void leavesItsOnlyGroup();
    void gatewayHasNoResource();
    void errorThatIsOver();
    void self();
    void selfOfAClientThatIsConfiguredLater();
    void strangers();
    void strangersStandAmongContacts();
    void optionsWaitForNoInterval_data();
    void optionsWaitForNoInterval();
    void filterText_data();
    void filterText();
    void hiddenRowsAreKeptUpToDate();
    void contactsStayWithoutConnection();
    void removedWhileShown();
    void hostileNames_data();
    void hostileNames();
    void rowsAgreeInEverySlot();
    void propertiesTellChangesOnly();
    void rosterManagerGiven();
    void rosterManagerDies();
    void rosterManagerDiesBesideAnother();
    void rosterChangesBetweenTwoModels();
    void modelIsMadeAsTheRosterChanges();
    void rosterWithUnusableJids();
    void rosterWithOneContactTwice();
    void rowsThatStayAreNotTouched();
    void newOrderMovesRows();
    void clientBringsItsRoster();
    void anotherTrackerKnowsNothingOfThoseWhoLeft();
    void anotherRosterForgetsThoseWhoLeft();
    void removedContactIsHeldNoLonger();
    void eachIsHeldForItsOwnTime();
    void heldNoLongerWhileOthersGo();
    void accountIsNoStranger();
    void newGroups();
    void whoIsThereTwiceHasOneRow();
    void unsubscribedBetweenSessions();
    void rosterManagerReplaced();
    void itemWithoutJid();
    void statusAfterAnError();
    void unsubscribedByPush_data();
    void unsubscribedByPush();
    void unsubscribed_data();
    void unsubscribed();
    void rowOfAsTold();
    void trackerDies();
    void floodIsToldInAFewUpdates();
    void partOfALongListIsToldRowByRow();
    void stormOfOneContact();
    void random_data();
    void random();
};

void TestContactListModel::showsTheRoster()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rosterManager(), client.roster());

    client.push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s, {u"Capulet"_s});
    client.push(u"romeo@example.org"_s, u"name='Romeo' subscription='none' ask='subscribe'"_s, {u"Montague"_s});
    client.push(u"nurse@example.org"_s, u"subscription='to'"_s);
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"Juliet"_s, u"nurse@example.org"_s, u"Romeo"_s}));
    QCOMPARE(column(model, Role::AvailabilityRole), (QStringList{u"Offline"_s, u"Offline"_s, u"Unknown"_s}));
    QCOMPARE(model.index(2).data(Role::PendingRole), true);
    QCOMPARE(model.groups(), (QStringList{u"Capulet"_s, u"Montague"_s}));

    Q_EMIT client.presenceReceived(stanza(u"away nurse@example.org/home"_s));
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"nurse@example.org"_s, u"Juliet"_s, u"Romeo"_s}));
}

void TestContactListModel::unsubscribed_data()
{
    QTest::addColumn<QStringList>("stanzas");
    QTest::addColumn<bool>("isPushLast");

    const auto unavailable = u"unavailable juliet@example.org/balcony"_s;
    const auto unsubscribed = u"unsubscribed juliet@example.org"_s;
    QTest::newRow("cancelled") << QStringList{unsubscribed} << true;
    QTest::newRow("cancelled, after the roster") << QStringList{unsubscribed} << false;
    QTest::newRow("the server has said that she is gone") << QStringList{unavailable, unsubscribed} << true;
    QTest::newRow("likewise, and nothing else") << QStringList{unavailable} << true;
}

// Of whom one gets no presence any more, nothing is known.
void TestContactListModel::unsubscribed()
{
    QFETCH(const QStringList, stanzas);
    QFETCH(const bool, isPushLast);
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    tracker.handlePresence(stanza(u"away juliet@example.org/balcony"_s));
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Away"_s});
    if (!isPushLast)
        client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
    for (const auto &text : stanzas)
        tracker.handlePresence(stanza(text));
    if (isPushLast)
        client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Unknown"_s});
    tracker.handlePresence(stanza(u"away juliet@example.org/balcony"_s)); // directed
    client.push(u"juliet@example.org"_s, u"subscription='from'"_s);
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Away"_s});
}

void TestContactListModel::unsubscribedBetweenSessions()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    Q_EMIT client.presenceReceived(stanza(u"away juliet@example.org/balcony"_s));
    Q_EMIT client.presenceReceived(stanza(u"unavailable juliet@example.org/balcony"_s));
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Offline"_s});
    {
        const QSignalBlocker blocker(client.roster()); // nobody is told
        client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
    }
    Q_EMIT client.roster()->rosterReceived();
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Unknown"_s});
}

void TestContactListModel::rosterManagerReplaced()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    QCOMPARE(model.count(), 1);
    client.removeExtension(client.roster());
    turn();
    QCOMPARE(model.count(), 0);
    client.addNewExtension<QXmppRosterManager>(&client);
    Q_EMIT client.connected();
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    turn();
    QCOMPARE(model.rosterManager(), client.roster());
    QCOMPARE(model.count(), 1);
}

// QXmpp tells of it.
void TestContactListModel::itemWithoutJid()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    Q_EMIT client.disconnected(); // which empties QXmpp's roster
    client.pushItems(u"<item subscription='none'/>"_s);
    turn();
    QCOMPARE(column(model, Role::JidRole), QStringList{u"juliet@example.org"_s});
}

void TestContactListModel::unsubscribedByPush_data()
{
    QTest::addColumn<bool>("isRosterFirst");
    QTest::newRow("tracker first") << false;
    QTest::newRow("roster first") << true;
}

void TestContactListModel::unsubscribedByPush()
{
    QFETCH(const bool, isRosterFirst);
    RosterClient client;
    ContactListModel model;
    model.setOfflineDelay(100'000);
    if (isRosterFirst)
        model.setRosterManager(client.roster());
    PresenceTracker tracker(&client);
    model.setTracker(&tracker);
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    Q_EMIT client.presenceReceived(stanza(u"away juliet@example.org/balcony"_s));
    turn();
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Away"_s});
    client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
    turn();
    QCOMPARE(tracker.peers(), QStringList());
    QCOMPARE(column(model, Role::AvailabilityRole), QStringList{u"Unknown"_s});
    model.setShowOffline(false);
    turn();
    QCOMPARE(model.count(), 0); // and not held
}

// Juliet and Romeo, friends, in two groups each; the Nurse alone.
class Verona : public RosterClient
{
public:
    Verona()
    {
        push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s, {u"Capulet"_s, u"Lovers"_s});
        push(u"romeo@example.org"_s, u"name='Rom\u00e9o' subscription='both'"_s, {u"Montague"_s, u"Lovers"_s});
        push(u"nurse@example.org"_s, u"name='Angelica' subscription='both'"_s);
        model.setTracker(&tracker);
        mirror.takeLog();
    }
    void receive(const QString &text)
    {
        Q_EMIT presenceReceived(stanza(text));
        turn();
    }
    QStringList names() const { return column(model, Role::NameRole); }

    PresenceTracker tracker{this};
    ContactListModel model;
    ModelMirror mirror{&model};
};

static const auto juliet = u"Juliet"_s;
static const auto romeo = u"Rom\u00e9o"_s;
static const auto nurse = u"Angelica"_s;

void TestContactListModel::statusAfterAnError()
{
    Verona verona;
    const auto leave = [&](const QString &status) {
        auto unavailable = stanza(u"unavailable juliet@example.org"_s);
        unavailable.setStatusText(status);
        Q_EMIT verona.presenceReceived(unavailable);
        turn();
        return verona.model.index(1).data(Role::StatusTextRole).toString();
    };
    verona.receive(u"away juliet@example.org/balcony"_s);
    QCOMPARE(leave(u"Off to the ball"_s), u"Off to the ball"_s);
    verona.receive(u"error juliet@example.org"_s);
    QCOMPARE(leave(u"Back on Monday"_s), u"Back on Monday"_s);
}

void TestContactListModel::movesAndChanges()
{
    Verona verona;
    auto &mirror = verona.mirror;
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));

    verona.receive(u"away romeo@example.org/wall"_s);
    QCOMPARE(mirror.takeLog(), (QStringList{u"move 2 0"_s, u"change 0 0"_s}));
    QCOMPARE(verona.names(), (QStringList{romeo, nurse, juliet}));
    QVERIFY(mirror.changedRoles.contains(Role::AvailabilityRole));
    QVERIFY(!mirror.changedRoles.contains(Role::NameRole));

    verona.receive(u"away romeo@example.org/wall"_s);
    QCOMPARE(mirror.takeLog(), QStringList());

    verona.receive(u"chat juliet@example.org/balcony"_s);
    QCOMPARE(mirror.takeLog(), (QStringList{u"move 2 0"_s, u"change 0 0"_s}));
    verona.receive(u"xa juliet@example.org/balcony"_s);
    QCOMPARE(mirror.takeLog(), (QStringList{u"move 0 2"_s, u"change 1 1"_s}));
    QCOMPARE(verona.names(), (QStringList{romeo, juliet, nurse}));
    QCOMPARE(verona.model.availableCount(), 2);

    verona.push(u"juliet@example.org"_s, u"name='Aa' subscription='both'"_s);
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"change 1 1"_s});
    verona.push(u"paris@example.org"_s, u"subscription='both'"_s);
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"insert 3 3"_s});
    verona.push(u"romeo@example.org"_s, u"subscription='remove'"_s);
    turn();
    QCOMPARE(mirror.takeLog(), QStringList{u"remove 0 0"_s});
}

void TestContactListModel::toolTipListsTheDevices()
{
    Verona verona;
    verona.receive(u"available romeo@example.org/wall"_s);
    verona.receive(u"away romeo@example.org/street"_s);
    verona.mirror.takeLog();
    verona.receive(u"xa romeo@example.org/street"_s);
    QCOMPARE(verona.mirror.takeLog(), QStringList{u"change 0 0"_s});
    QCOMPARE(verona.mirror.changedRoles, QList<int>{Qt::ToolTipRole});
    QCOMPARE(verona.model.index(0).data(Qt::ToolTipRole),
        u"<p>Rom\u00e9o<br/>romeo@example.org<br/>wall, Online<br/>street, Extended away</p>"_s);

    verona.receive(u"unavailable romeo@example.org/wall"_s);
    QCOMPARE(
        verona.model.index(0).data(Qt::ToolTipRole), u"<p>Rom\u00e9o<br/>romeo@example.org<br/>Extended away</p>"_s);
}

// In QML nobody knows which property is set first. What was not asked for is not shown, not even for a turn.
void TestContactListModel::optionsWithTheTracker()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    client.push(u"nurse@example.org"_s, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    tracker.handlePresence(stanza(u"away nurse@example.org/home"_s));
    ContactListModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setTracker(&tracker);
    model.setShowOffline(false);
    QCOMPARE(column(model, Role::NameRole), QStringList{u"nurse@example.org"_s});
    QCOMPARE(resets.size(), 2);
    turn();
    model.setShowOffline(true);
    QCOMPARE(column(model, Role::NameRole), QStringList{u"nurse@example.org"_s});
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"nurse@example.org"_s, u"juliet@example.org"_s}));
    QCOMPARE(resets.size(), 2);
}

void TestContactListModel::options()
{
    Verona verona;
    verona.receive(u"away romeo@example.org/wall"_s);
    verona.mirror.takeLog();

    verona.model.setShowOffline(false);
    QCOMPARE(verona.names().size(), 3); // not told yet
    turn();
    QCOMPARE(verona.names(), QStringList{romeo});
    QCOMPARE(verona.mirror.takeLog(), (QStringList{u"remove 2 2"_s, u"remove 1 1"_s})); // who stays is not touched
    verona.receive(u"error romeo@example.org"_s);
    QCOMPARE(verona.names(), QStringList());

    verona.model.setShowOffline(true);
    verona.model.setSortOrder(ContactListModel::SortOrder::Name);
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));

    verona.model.setGroupFilter(u"Lovers"_s);
    turn();
    QCOMPARE(verona.names(), (QStringList{juliet, romeo}));
    QVERIFY(!verona.mirror.takeLog().contains(u"reset"_s));
    verona.model.setSections(ContactListModel::Sections::ByGroup);
    for (const bool once : {false, true}) {
        verona.model.setOncePerGroup(once);
        turn();
        QCOMPARE(verona.names(), (QStringList{juliet, romeo}));
        QCOMPARE(column(verona.model, Role::SectionRole), (QStringList{u"Lovers"_s, u"Lovers"_s}));
    }
}

void TestContactListModel::sections()
{
    Verona verona;
    verona.receive(u"away romeo@example.org/wall"_s);
    const auto told = [&] { return column(verona.model, Role::SectionRole); };
    QCOMPARE(told(), (QStringList{QString(), QString(), QString()}));

    verona.model.setSections(ContactListModel::Sections::ByAvailability);
    turn();
    QCOMPARE(told(), (QStringList{u"Away"_s, u"Offline"_s, u"Offline"_s}));

    verona.model.setSections(ContactListModel::Sections::ByGroup);
    turn();
    QCOMPARE(told(), (QStringList{u"Capulet"_s, u"Lovers"_s, QString()}));
    QCOMPARE(verona.names(), (QStringList{juliet, romeo, nurse}));
}

void TestContactListModel::oncePerGroup()
{
    Verona verona;
    verona.model.setOncePerGroup(true);
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));

    verona.model.setSections(ContactListModel::Sections::ByGroup);
    turn();
    QCOMPARE(column(verona.model, Role::SectionRole),
        (QStringList{u"Capulet"_s, u"Lovers"_s, u"Lovers"_s, u"Montague"_s, QString()}));
    QCOMPARE(verona.names(), (QStringList{juliet, juliet, romeo, romeo, nurse}));
    QCOMPARE(verona.model.rowOf(u"Romeo@example.org"_s), 2);
    verona.mirror.takeLog();

    verona.receive(u"away romeo@example.org/wall"_s);
    QCOMPARE(verona.names(), (QStringList{juliet, romeo, juliet, romeo, nurse}));

    verona.push(u"romeo@example.org"_s, u"name='Romeo' subscription='both'"_s, {u"Montague"_s});
    turn();
    QCOMPARE(verona.names(), (QStringList{juliet, juliet, u"Romeo"_s, nurse}));

    verona.receive(u"away nurse@example.org/home"_s); // who is in no group
    QCOMPARE(verona.model.index(3).data(Role::AvailabilityRole).value<Availability>(), Availability::Away);
}

void TestContactListModel::namesAreCollated_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QStringList>("sorted");

    QTest::newRow("English") << u"en_GB"_s << QStringList{u"ada"_s, u"Öde"_s, u"Peer 2"_s, u"peer 10"_s, u"Zed"_s};
    QTest::newRow("Swedish") << u"sv_SE"_s << QStringList{u"ada"_s, u"Peer 2"_s, u"peer 10"_s, u"Zed"_s, u"Öde"_s};
}

void TestContactListModel::namesAreCollated()
{
    QFETCH(QString, locale);
    QFETCH(QStringList, sorted);

    const QLocale former;
    QLocale::setDefault(QLocale(locale));
    const auto restore = qScopeGuard([&] { QLocale::setDefault(former); });
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    model.setShowStrangers(true);
    for (const auto &name : {u"Zed"_s, u"peer 10"_s, u"Öde"_s, u"Peer 2"_s, u"ada"_s})
        client.push(QString(name).remove(u' ') + u"@example.org"_s, u"subscription='both' name='%1'"_s.arg(name));
    turn();
    QCOMPARE(column(model, Role::NameRole), sorted);

    Q_EMIT client.presenceReceived(stanza(u"away peer3@example.org/x"_s)); // among contacts, a stranger
    model.setSortOrder(ContactListModel::SortOrder::Name);
    turn();
    QCOMPARE(model.rowOf(u"peer3@example.org"_s), sorted.indexOf(u"peer 10"_s) + 1);
}

// One contact after the other between the same two: their numbers run out, their order does not.
void TestContactListModel::manyNamesBetweenTwo()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    ModelMirror mirror(&model);
    QStringList sorted{u"a@example.org"_s, u"b@example.org"_s};
    for (const auto &jid : std::as_const(sorted))
        client.push(jid, u"subscription='both'"_s);
    for (int i = 0; i < 100; ++i) {
        sorted.insert(1, u"a%1@example.org"_s.arg(1000 - i));
        client.push(sorted.at(1), u"subscription='both'"_s);
        turn();
        QCOMPARE(column(model, Role::JidRole), sorted);
        QVERIFY(mirror.isRight());
    }
}

// A contact that takes the place of one that is still shown stands right among strangers, too.
void TestContactListModel::nameInThePlaceOfAnother()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTracker(&tracker);
    model.setShowStrangers(true);
    model.setSortOrder(ContactListModel::SortOrder::Name);
    client.push(u"1@example.org"_s, u"name='a'"_s);
    client.push(u"2@example.org"_s, u"name='z'"_s);
    client.push(u"3@example.org"_s, u"name='mm'"_s);
    Q_EMIT client.presenceReceived(stanza(u"away mp@example.org/x"_s));
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"a"_s, u"mm"_s, u"mp@example.org"_s, u"z"_s}));

    client.push(u"3@example.org"_s, u"subscription='remove'"_s);
    client.push(u"0@example.org"_s, u"name='n'"_s);
    turn();
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"a"_s, u"mp@example.org"_s, u"n"_s, u"z"_s}));
}

void TestContactListModel::mostRecentChange()
{
    Verona verona;
    verona.model.setSortOrder(ContactListModel::SortOrder::MostRecentChange);
    turn();
    const auto comes = [&](const QString &jid, const QString &stamp) {
        QDomDocument document;
        document.setContent(
            u"<presence xmlns='jabber:client' from='%1'><delay xmlns='urn:xmpp:delay' stamp='%2'/></presence>"_s.arg(
                jid, stamp),
            QDomDocument::ParseOption::UseNamespaceProcessing);
        QXmppPresence presence;
        presence.parse(document.documentElement());
        Q_EMIT verona.presenceReceived(presence);
        turn();
    };
    comes(u"romeo@example.org/wall"_s, u"2020-01-01T00:00:00Z"_s);
    comes(u"nurse@example.org/home"_s, u"2019-01-01T00:00:00Z"_s);
    QCOMPARE(verona.names(), (QStringList{romeo, nurse, juliet}));
    verona.receive(u"unavailable nurse@example.org/home"_s);
    QCOMPARE(verona.names(), (QStringList{nurse, romeo, juliet}));
    comes(u"juliet@example.org/balcony"_s, u"2019-01-01T00:00:00Z"_s);
    comes(u"nurse@example.org/home"_s, u"2019-01-01T00:00:00Z"_s);
    QCOMPARE(verona.names(), (QStringList{romeo, nurse, juliet})); // those of one time by name
}

void TestContactListModel::offlineDelay()
{
    Verona verona;
    verona.model.setOfflineDelay(100);
    verona.model.setShowOffline(false);
    verona.receive(u"away romeo@example.org/wall"_s);
    verona.receive(u"away juliet@example.org/balcony"_s);
    QCOMPARE(verona.names(), (QStringList{juliet, romeo}));
    verona.mirror.takeLog();

    verona.receive(u"unavailable juliet@example.org"_s);
    QCOMPARE(verona.mirror.takeLog(), QStringList{u"change 0 0"_s});
    QCOMPARE(verona.model.index(0).data(Role::AvailabilityRole).value<Availability>(), Availability::Offline);
    verona.receive(u"away juliet@example.org/balcony"_s);
    QCOMPARE(verona.mirror.takeLog(), QStringList{u"change 0 0"_s});

    verona.receive(u"unavailable juliet@example.org"_s);
    verona.mirror.takeLog();
    Q_EMIT verona.presenceReceived(stanza(u"dnd juliet@example.org/balcony"_s)); // and is gone before that is told
    verona.receive(u"unavailable juliet@example.org"_s);
    QCOMPARE(verona.names(), (QStringList{juliet, romeo}));
    verona.mirror.takeLog();
    QTRY_COMPARE(verona.names(), QStringList{romeo});
    QCOMPARE(verona.mirror.takeLog(), QStringList{u"remove 0 0"_s});
}

void TestContactListModel::heldWhereItStood_data()
{
    QTest::addColumn<ContactListModel::SortOrder>("order");

    QTest::newRow("by availability") << ContactListModel::SortOrder::AvailabilityThenName;
    QTest::newRow("by recency") << ContactListModel::SortOrder::MostRecentChange;
}

void TestContactListModel::heldWhereItStood()
{
    QFETCH(ContactListModel::SortOrder, order);

    Verona verona;
    verona.model.setOfflineDelay(100'000);
    verona.model.setSortOrder(order);
    verona.receive(u"chat juliet@example.org/balcony"_s);
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > verona.model.index(0).data(Role::SinceRole).toDateTime());
    verona.receive(u"chat romeo@example.org/wall"_s);
    const auto before = verona.names();
    const QString last = before.at(1) == juliet ? u"juliet@example.org/balcony"_s : u"romeo@example.org/wall"_s;
    verona.receive(u"unavailable "_s + last);
    QCOMPARE(verona.names(), before);
    Q_EMIT verona.presenceReceived(stanza(u"away "_s + last)); // and is gone before that is told
    verona.receive(u"unavailable "_s + last);
    QCOMPARE(verona.names(), before);
    verona.receive(before.at(0) == juliet ? u"unavailable juliet@example.org"_s : u"unavailable romeo@example.org"_s);
    QCOMPARE(verona.names(), before);
}

void TestContactListModel::heldInFilteredGroup()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.model.setOfflineDelay(100'000);
    verona.model.setSections(ContactListModel::Sections::ByGroup);
    verona.model.setOncePerGroup(true);
    verona.model.setGroupFilter(u"Lovers"_s); // her second one
    verona.receive(u"away juliet@example.org/balcony"_s);
    verona.receive(u"unavailable juliet@example.org"_s);
    QCOMPARE(verona.names(), QStringList{juliet});
}

void TestContactListModel::heldNoLongerThanTheDelay()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.model.setOfflineDelay(100'000);
    verona.receive(u"away juliet@example.org/balcony"_s);
    verona.receive(u"unavailable juliet@example.org"_s);
    QCOMPARE(verona.names(), QStringList{juliet});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"negative"_s));
    verona.model.setOfflineDelay(-1);
    QCOMPARE(verona.model.offlineDelay(), 100'000);
    verona.model.setOfflineDelay(1);
    QTRY_COMPARE(verona.names(), QStringList());
    verona.model.setOfflineDelay(0);
    QCOMPARE(verona.model.offlineDelay(), 0);
}

void TestContactListModel::nobodyIsHeldUnseen()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.model.setOfflineDelay(100'000);
    Q_EMIT verona.presenceReceived(stanza(u"away juliet@example.org/balcony"_s)); // and is gone before that is told
    verona.receive(u"unavailable juliet@example.org/balcony"_s);
    QCOMPARE(verona.names(), QStringList());

    verona.receive(u"away romeo@example.org/wall"_s);
    verona.model.setFilterText(u"juliet"_s);
    turn();
    verona.receive(u"unavailable romeo@example.org/wall"_s);
    verona.model.setFilterText({});
    turn();
    QCOMPARE(verona.names(), QStringList());
}

// The row in the former group is there until the model tells that it is not.
void TestContactListModel::leavesItsOnlyGroup()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.model.setOfflineDelay(100'000);
    verona.model.setSections(ContactListModel::Sections::ByGroup);
    verona.model.setOncePerGroup(true);
    verona.push(u"paris@example.org"_s, u"name='Paris' subscription='both'"_s, {u"Suitors"_s});
    verona.receive(u"away paris@example.org/x"_s);
    QCOMPARE(verona.model.rowOf(u"paris@example.org"_s), 0);
    verona.push(u"paris@example.org"_s, u"name='Paris' subscription='both'"_s, {u"Mourners"_s});
    QCOMPARE(verona.names(), QStringList{u"Paris"_s});
    QCOMPARE(verona.model.rowOf(u"paris@example.org"_s), 0);
    verona.receive(u"unavailable paris@example.org/x"_s);
    QCOMPARE(verona.names(), QStringList{u"Paris"_s});
    QCOMPARE(column(verona.model, Role::SectionRole), QStringList{u"Mourners"_s});
}

// What changes is told, and no other role.
void TestContactListModel::gatewayHasNoResource()
{
    Verona verona;
    verona.receive(u"away nurse@example.org"_s);
    QVERIFY(!verona.mirror.changedRoles.contains(Role::ResourceRole));
    verona.receive(u"xa nurse@example.org"_s);
    QVERIFY(verona.mirror.changedRoles.contains(Role::AvailabilityRole));
    QVERIFY(!verona.mirror.changedRoles.contains(Role::IconNameRole)); // there is one for both
}

void TestContactListModel::errorThatIsOver()
{
    Verona verona;
    const auto row = [&] { return verona.model.index(verona.model.rowOf(u"romeo@example.org"_s)); };
    verona.receive(u"away romeo@example.org/wall"_s);
    verona.receive(u"error romeo@example.org"_s);
    QCOMPARE(row().data(Role::AvailabilityRole).value<Availability>(), Availability::Error);
    QCOMPARE(row().data(Role::ErrorConditionRole), u"undefined-condition"_s);
    verona.receive(u"unavailable romeo@example.org"_s);
    QCOMPARE(row().data(Role::AvailabilityRole).value<Availability>(), Availability::Offline);
    QCOMPARE(row().data(Role::ErrorConditionRole), QString());
}

void TestContactListModel::self()
{
    Verona verona;
    verona.receive(u"away me@example.org/phone"_s);
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));
    verona.model.setShowSelf(true);
    turn();
    QCOMPARE(verona.names(), (QStringList{u"me@example.org"_s, nurse, juliet, romeo}));
}

void TestContactListModel::selfOfAClientThatIsConfiguredLater()
{
    RosterClient client;
    client.configuration().setJid({});
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setShowSelf(true);
    model.setTracker(&tracker);
    turn();
    QCOMPARE(model.count(), 0);
    client.configuration().setJid(u"me@example.org/desk"_s);
    tracker.handlePresence(stanza(u"away me@example.org/phone"_s));
    turn();
    QCOMPARE(column(model, Role::JidRole), QStringList{u"me@example.org"_s});
}

void TestContactListModel::strangers()
{
    Verona verona;
    verona.receive(u"away paris@example.org/church"_s);
    QCOMPARE(verona.model.rowOf(u"paris@example.org"_s), -1);
    verona.model.setShowStrangers(true);
    turn();
    QCOMPARE(verona.model.rowOf(u"paris@example.org"_s), 0);
    QCOMPARE(verona.model.index(0).data(Role::InRosterRole), false);
    verona.receive(u"unavailable paris@example.org"_s);
    QCOMPARE(verona.model.rowOf(u"paris@example.org"_s), -1);
}

void TestContactListModel::strangersStandAmongContacts()
{
    Verona verona;
    for (const auto &name : {u"paris"_s, u"juliet"_s, u"abram"_s})
        verona.receive(u"away %1@example.org/x"_s.arg(name));
    ContactListModel model;
    model.setShowOffline(false);
    model.setShowStrangers(true);
    model.setTracker(&verona.tracker);
    QCOMPARE(column(model, Role::NameRole), (QStringList{u"abram@example.org"_s, juliet, u"paris@example.org"_s}));
}

using Option = std::function<void(ContactListModel &)>;

void TestContactListModel::optionsWaitForNoInterval_data()
{
    QTest::addColumn<Option>("option");
    QTest::addColumn<QStringList>("shown");

    const auto row = [](const char *name, const Option &option) -> QTestData & {
        return QTest::newRow(name) << option;
    };
    row("text", [](auto &model) { model.setFilterText(u"romeo"_s); }) << QStringList{romeo};
    row("group", [](auto &model) { model.setGroupFilter(u"Montague"_s); }) << QStringList{romeo};
    row("offline", [](auto &model) { model.setShowOffline(false); }) << QStringList{juliet};
    row("sections", [](auto &model) { model.setSections(ContactListModel::Sections::ByGroup); })
        << QStringList{juliet, romeo, nurse};
    row("roster", [](auto &model) { model.setRosterManager(nullptr); }) << QStringList{juliet, nurse, romeo};
}

// And they take along what waits.
void TestContactListModel::optionsWaitForNoInterval()
{
    QFETCH(const Option, option);
    Verona verona;
    verona.model.setInterval(60'000);
    turn();
    verona.receive(u"away juliet@example.org/balcony"_s);
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));
    option(verona.model);
    turn();
    QTEST(verona.names(), "shown");
}

void TestContactListModel::filterText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("shown");

    QTest::newRow("name") << u"uli"_s << QStringList{juliet};
    QTest::newRow("case") << u"JULI"_s << QStringList{juliet};
    QTest::newRow("accents of the name") << u"romeo"_s << QStringList{romeo};
    QTest::newRow("accents of the text") << u"J\u00fcli"_s << QStringList{juliet};
    QTest::newRow("JID") << u"nurse@"_s << QStringList{nurse};
    QTest::newRow("status") << u"wooing"_s << QStringList{romeo};
    QTest::newRow("not across name and JID") << u"julietjuliet"_s << QStringList{};
    QTest::newRow("nobody") << u"tybalt"_s << QStringList{};
    QTest::newRow("nothing") << QString() << QStringList{romeo, nurse, juliet};
}

void TestContactListModel::filterText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, shown);

    Verona verona;
    auto wooing = stanza(u"away romeo@example.org/wall"_s);
    wooing.setStatusText(u"Wooing"_s);
    Q_EMIT verona.presenceReceived(wooing);
    verona.model.setFilterText(text);
    turn();
    QCOMPARE(verona.names(), shown);
}

// What the filter hides is told of to nobody, and is as it should be once it is shown again.
void TestContactListModel::hiddenRowsAreKeptUpToDate()
{
    Verona verona;
    verona.model.setFilterText(u"nurse"_s);
    turn();
    QCOMPARE(verona.names(), QStringList{nurse});
    QSignalSpy inserted(&verona.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&verona.model, &QAbstractItemModel::dataChanged);
    verona.receive(u"away romeo@example.org/wall"_s);
    turn();
    QCOMPARE(verona.model.availableCount(), 0);
    QCOMPARE(verona.model.rowOf(u"romeo@example.org"_s), -1);
    verona.receive(u"dnd juliet@example.org/balcony"_s);
    verona.push(u"romeo@example.org"_s, u"subscription='remove'"_s);
    turn();
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(changed.size(), 0);
    verona.model.setFilterText({});
    turn();
    QCOMPARE(verona.names(), (QStringList{juliet, nurse}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(verona.model.availableCount(), 1);
    QCOMPARE(verona.model.index(0).data(Role::AvailabilityRole).value<Availability>(), Availability::DoNotDisturb);
}

void TestContactListModel::contactsStayWithoutConnection()
{
    Verona verona;
    verona.receive(u"away romeo@example.org/wall"_s);
    Q_EMIT verona.disconnected();
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));
    QCOMPARE(verona.model.availableCount(), 0);
    QVERIFY(verona.model.index(2).data(Role::SinceRole).toDateTime().isValid());
}

void TestContactListModel::removedWhileShown()
{
    Verona verona;
    verona.receive(u"away romeo@example.org/wall"_s);
    verona.push(u"romeo@example.org"_s, u"subscription='remove'"_s);
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet}));
    QCOMPARE(verona.model.groups(), (QStringList{u"Capulet"_s, u"Lovers"_s}));
}

void TestContactListModel::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");

    QTest::newRow("markup") << u"<img src=x>"_s << u"<img src=x>"_s;
    QTest::newRow("bidirectional override") << u"a\u202eb"_s << u"ab"_s;
    QTest::newRow("megabyte") << QString(1'000'000, u'x') << QString(QString(999, u'x') + u'\u2026');
    QTest::newRow("nothing but controls") << u"\u202e \u202d"_s << u"juliet@example.org"_s;
}

void TestContactListModel::hostileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);

    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTracker(&tracker);
    client.push(u"juliet@example.org"_s, u"subscription='both' name='%1'"_s.arg(name.toHtmlEscaped()), {name});
    turn();
    QCOMPARE(model.index(0).data(), shown);
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QCOMPARE_LE(model.groups().value(0).size(), 1000);
}

// Who listens may ask for anything while he is told.
void TestContactListModel::rowsAgreeInEverySlot()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    model.setShowOffline(false);
    int asked = 0;
    const auto ask = [&] {
        for (int i = 0; i < 100; ++i) {
            const int row = model.rowOf(u"peer%1@example.org"_s.arg(i));
            asked += row >= 0;
            QVERIFY(row < model.rowCount());
            QVERIFY(row < 0 || model.index(row).data(Role::JidRole) == u"peer%1@example.org"_s.arg(i));
        }
    };
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, ask);
    connect(&model, &QAbstractItemModel::rowsInserted, this, ask);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, ask);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, ask);
    connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, this, ask);
    connect(&model, &QAbstractItemModel::rowsMoved, this, ask);
    connect(&model, &QAbstractItemModel::dataChanged, this, ask);
    for (int i = 0; i < 100; ++i)
        client.push(u"peer%1@example.org"_s.arg(i), u"subscription='both'"_s);
    const auto receive = [&](const QString &what, int first, int last) {
        for (int i = first; i < last; ++i)
            Q_EMIT client.presenceReceived(stanza(what + u" peer%1@example.org/x"_s.arg(i)));
        turn();
    };
    receive(u"away"_s, 0, 70);
    receive(u"chat"_s, 30, 100);
    const auto filter = [&](const QString &text) {
        model.setFilterText(text);
        turn();
        return model.rowCount();
    };
    QCOMPARE(filter(u"peer1"_s), 11);
    QCOMPARE(filter(u"peer12"_s), 1);
    QCOMPARE(filter({}), 100);
    receive(u"unavailable"_s, 0, 90);
    receive(u"away"_s, 40, 45);
    receive(u"chat"_s, 42, 43);
    QCOMPARE(model.rowCount(), 15);
    QCOMPARE_GE(asked, 15);
}

void TestContactListModel::propertiesTellChangesOnly()
{
    ContactListModel model;
    const auto &meta = ContactListModel::staticMetaObject;
    for (int i = meta.propertyOffset(); i < meta.propertyCount(); ++i) {
        const auto property = meta.property(i);
        if (!property.isWritable() || QLatin1StringView(property.name()) == "rosterManager"_L1)
            continue;
        QSignalSpy spy(&model, property.notifySignal());
        const auto value = property.read(&model);
        const auto other = value.typeId() == QMetaType::Bool ? QVariant(!value.toBool())
            : value.typeId() == QMetaType::QString           ? QVariant(u"other"_s)
                                                             : QVariant(1);
        QVERIFY2(property.write(&model, other), property.name());
        QVERIFY(property.read(&model) != value);
        QCOMPARE(spy.size(), 1);
        QVERIFY(property.write(&model, property.read(&model)));
        QCOMPARE(spy.size(), 1);
    }
}

void TestContactListModel::rosterManagerGiven()
{
    Verona verona;
    RosterClient other;
    other.push(u"paris@example.org"_s, u"name='Paris' subscription='both'"_s);
    QSignalSpy spy(&verona.model, &ContactListModel::rosterManagerChanged);
    verona.model.setRosterManager(other.roster());
    turn();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(verona.names(), QStringList{u"Paris"_s});
    verona.model.setRosterManager(nullptr);
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));
}

void TestContactListModel::rosterManagerDies()
{
    auto client = std::make_unique<RosterClient>();
    client->push(u"juliet@example.org"_s, u"subscription='both'"_s, {u"Capulet"_s});
    ContactListModel model;
    model.setRosterManager(client->roster());
    turn();
    QCOMPARE(model.count(), 1);
    QSignalSpy spy(&model, &ContactListModel::rosterManagerChanged);
    client.reset();
    turn();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(model.count(), 0);
    QCOMPARE(model.groups(), QStringList());
}

void TestContactListModel::rosterManagerDiesBesideAnother()
{
    RosterClient client;
    RosterClient other;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setRosterManager(other.roster());
    model.setTracker(&tracker);
    QVERIFY(client.removeExtension(client.roster()));
    model.setRosterManager(nullptr);
    QCOMPARE(model.rosterManager(), nullptr);
    QCOMPARE(model.rowCount(), 0);
}

// All in one turn: what was read for the tracker, or for the first model, is read again if it has changed.
void TestContactListModel::rosterChangesBetweenTwoModels()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"name='Juliet' subscription='both'"_s);
    client.push(u"nurse@example.org"_s, u"name='Nurse' subscription='both'"_s);
    PresenceTracker tracker(&client);
    const auto namesNow = [&tracker] {
        ContactListModel model;
        model.setTracker(&tracker);
        return column(model, Role::NameRole);
    };
    QCOMPARE(namesNow(), (QStringList{u"Juliet"_s, u"Nurse"_s}));
    client.push(u"romeo@example.org"_s, u"name='Romeo' subscription='both'"_s);
    QCOMPARE(namesNow(), (QStringList{u"Juliet"_s, u"Nurse"_s, u"Romeo"_s}));
    client.push(u"juliet@example.org"_s, u"name='Rosaline' subscription='both'"_s);
    QCOMPARE(namesNow(), (QStringList{u"Nurse"_s, u"Romeo"_s, u"Rosaline"_s}));
    client.push(u"nurse@example.org"_s, u"subscription='remove'"_s);
    QCOMPARE(namesNow(), (QStringList{u"Romeo"_s, u"Rosaline"_s}));
}

// In a slot that hears of the contact before anything of the tracker does.
void TestContactListModel::modelIsMadeAsTheRosterChanges()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    std::optional<PresenceTracker> tracker;
    std::optional<ContactListModel> model;
    connect(client.roster(), &QXmppRosterManager::itemAdded, this, [&] {
        model.emplace();
        model->setTracker(&*tracker);
    });
    tracker.emplace(&client);
    client.push(u"romeo@example.org"_s, u"subscription='both'"_s);
    turn();
    QCOMPARE(column(*model, Role::JidRole), (QStringList{u"juliet@example.org"_s, u"romeo@example.org"_s}));
}

void TestContactListModel::rosterWithUnusableJids()
{
    RosterClient client;
    ContactListModel model;
    model.setRosterManager(client.roster());
    model.setShowSelf(true);
    for (const auto &subscription : {u"subscription='both'"_s, u"subscription='remove'"_s}) {
        client.push(u"@example.org"_s, subscription);
        turn();
        QCOMPARE(model.count(), 0);
    }
}

void TestContactListModel::rosterWithOneContactTwice()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    client.push(u"Juliet@Example.org"_s, u"subscription='both'"_s);
    QCOMPARE(client.roster()->getRosterBareJids().size(), 2);
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    QCOMPARE(model.count(), 1);
}

void TestContactListModel::rowsThatStayAreNotTouched()
{
    Verona verona;
    verona.model.setSortOrder(ContactListModel::SortOrder::Name);
    verona.receive(u"away juliet@example.org/balcony"_s);
    const QPersistentModelIndex row(verona.model.index(1));
    QCOMPARE(row.data(), juliet);
    verona.model.setShowOffline(false);
    turn();
    QCOMPARE(verona.names(), QStringList{juliet});
    QVERIFY(row.isValid());
}

void TestContactListModel::newOrderMovesRows()
{
    Verona verona;
    verona.receive(u"away romeo@example.org/wall"_s);
    QCOMPARE(verona.names(), (QStringList{romeo, nurse, juliet}));
    verona.model.setSortOrder(ContactListModel::SortOrder::Name);
    turn();
    QCOMPARE(verona.names(), (QStringList{nurse, juliet, romeo}));
    verona.model.setSections(ContactListModel::Sections::ByAvailability);
    turn();
    QCOMPARE(verona.names(), (QStringList{romeo, nurse, juliet}));
    verona.mirror.takeLog();
    verona.model.setSortOrder(ContactListModel::SortOrder::Name);
    verona.model.setSections(ContactListModel::Sections::ByAvailability);
    turn();
    QCOMPARE(verona.mirror.takeLog(), QStringList());
}

void TestContactListModel::clientBringsItsRoster()
{
    RosterClient client;
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    PresenceTracker tracker;
    ContactListModel model;
    model.setTracker(&tracker);
    QCOMPARE(model.count(), 0);
    tracker.setClient(&client);
    turn();
    QCOMPARE(column(model, Role::NameRole), QStringList{u"juliet@example.org"_s});
    tracker.setClient(nullptr);
    turn();
    QCOMPARE(model.count(), 0);
    model.setTracker(nullptr);
    model.setShowStrangers(true);
    turn();
    QCOMPARE(model.count(), 0);
}

void TestContactListModel::anotherTrackerKnowsNothingOfThoseWhoLeft()
{
    Verona verona;
    PresenceTracker other(&verona);
    verona.model.setOfflineDelay(100'000);
    verona.receive(u"away juliet@example.org/balcony"_s);
    auto gone = stanza(u"unavailable juliet@example.org/balcony"_s);
    gone.setStatusText(u"To bed"_s);
    Q_EMIT verona.presenceReceived(gone);
    turn();
    const auto row = [&] { return verona.model.index(verona.model.rowOf(u"juliet@example.org"_s)); };
    QCOMPARE(row().data(Role::StatusTextRole), u"To bed"_s);
    verona.push(u"juliet@example.org"_s, u"name='Julia' subscription='both'"_s);
    turn();
    QCOMPARE(row().data(Role::StatusTextRole), u"To bed"_s);
    verona.model.setShowOffline(false);
    turn();
    QCOMPARE(verona.model.count(), 1); // held
    verona.model.setTracker(&other);
    turn();
    QCOMPARE(verona.model.count(), 0);
    verona.model.setShowOffline(true);
    turn();
    QCOMPARE(row().data(Role::StatusTextRole), u""_s);
}

void TestContactListModel::anotherRosterForgetsThoseWhoLeft()
{
    Verona verona;
    verona.receive(u"away juliet@example.org/balcony"_s);
    auto gone = stanza(u"unavailable juliet@example.org/balcony"_s);
    gone.setStatusText(u"To bed"_s);
    Q_EMIT verona.presenceReceived(gone);
    Q_EMIT verona.disconnected(); // the roster manager forgets
    Q_EMIT verona.roster()->rosterReceived();
    turn();
    QCOMPARE(verona.model.count(), 0);
    verona.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    turn();
    QCOMPARE(column(verona.model, Role::StatusTextRole), QStringList{u""_s});
}

void TestContactListModel::removedContactIsHeldNoLonger()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.model.setOfflineDelay(100'000);
    verona.receive(u"away juliet@example.org/balcony"_s);
    verona.receive(u"unavailable juliet@example.org/balcony"_s);
    QCOMPARE(verona.names(), QStringList{juliet});
    for (const auto &subscription : {u"subscription='remove'"_s, u"subscription='both'"_s}) {
        verona.push(u"juliet@example.org"_s, subscription);
        turn();
        QCOMPARE(verona.names(), QStringList());
    }
}

void TestContactListModel::eachIsHeldForItsOwnTime()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.receive(u"away juliet@example.org/balcony"_s);
    verona.receive(u"away romeo@example.org/wall"_s);
    verona.model.setOfflineDelay(1);
    Q_EMIT verona.presenceReceived(stanza(u"unavailable juliet@example.org/balcony"_s));
    verona.model.setOfflineDelay(50);
    Q_EMIT verona.presenceReceived(stanza(u"unavailable romeo@example.org/wall"_s));
    QTRY_COMPARE(verona.names(), QStringList());
}

void TestContactListModel::heldNoLongerWhileOthersGo()
{
    Verona verona;
    verona.model.setShowOffline(false);
    verona.receive(u"away juliet@example.org/balcony"_s);
    verona.model.setOfflineDelay(200);
    verona.receive(u"unavailable juliet@example.org/balcony"_s);
    const auto isGoneWhileRomeoComesAndGoes = [&] {
        verona.receive(u"away romeo@example.org/wall"_s);
        verona.receive(u"unavailable romeo@example.org/wall"_s);
        return !verona.names().contains(juliet);
    };
    QTRY_VERIFY(isGoneWhileRomeoComesAndGoes());
}

void TestContactListModel::accountIsNoStranger()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    tracker.handlePresence(stanza(u"away me@example.org/other"_s));
    ContactListModel model;
    model.setShowStrangers(true);
    model.setTracker(&tracker);
    QCOMPARE(column(model, Role::JidRole), QStringList());
}

// The account itself, in its own roster and heard.
void TestContactListModel::whoIsThereTwiceHasOneRow()
{
    RosterClient client;
    client.push(u"me@example.org"_s, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    Q_EMIT client.presenceReceived(stanza(u"away me@example.org/other"_s));
    ContactListModel model;
    model.setShowSelf(true);
    model.setShowStrangers(true);
    model.setTracker(&tracker);
    QCOMPARE(column(model, Role::JidRole), QStringList{u"me@example.org"_s});
}

void TestContactListModel::newGroups()
{
    Verona verona;
    verona.model.setSections(ContactListModel::Sections::ByGroup);
    verona.model.setOncePerGroup(true);
    turn();
    const QSignalSpy groupsChanged(&verona.model, &ContactListModel::groupsChanged);
    const QSignalSpy rosterManagerChanged(&verona.model, &ContactListModel::rosterManagerChanged);
    verona.push(u"nurse@example.org"_s, u"name='Angelica' subscription='both'"_s, {u"Servants"_s, u"Capulet"_s});
    QCOMPARE(groupsChanged.size(), 1);
    QCOMPARE(verona.model.groups(), (QStringList{u"Capulet"_s, u"Lovers"_s, u"Montague"_s, u"Servants"_s}));
    turn();
    QCOMPARE(verona.names().count(nurse), 2);
    verona.push(u"nurse@example.org"_s, u"name='Angelica' subscription='both'"_s, {u"Capulet"_s});
    QCOMPARE(groupsChanged.size(), 2);
    turn();
    QCOMPARE(verona.names().count(nurse), 1);
    QCOMPARE(rosterManagerChanged.size(), 0);
}

void TestContactListModel::rowOfAsTold()
{
    Verona verona;
    verona.model.setSections(ContactListModel::Sections::ByGroup);
    turn();
    QCOMPARE(verona.model.rowOf(u"romeo@example.org"_s), 1);
    verona.model.setOncePerGroup(true);
    QCOMPARE(verona.model.rowOf(u"romeo@example.org/wall"_s), 1); // not told yet
    turn();
    verona.model.setOncePerGroup(false);
    QCOMPARE(verona.model.rowOf(u"juliet@example.org"_s), 0);
}

void TestContactListModel::trackerDies()
{
    RosterClient client;
    auto tracker = std::make_unique<PresenceTracker>(&client);
    ContactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTracker(tracker.get());
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    QSignalSpy spy(&model, &PresenceItemModel::trackerChanged);
    tracker.reset();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(model.tracker(), nullptr);
    turn();
    QCOMPARE(model.rowCount(), 0);
}

struct Expected
{
    QString section;
    int rank;
    QString name;
    QString jid;
};

// What the model should show, from scratch.
static QStringList expectedRows(const ContactListModel &model, PresenceTracker &tracker)
{
    static constexpr std::array order{Availability::FreeForChat, Availability::Online, Availability::DoNotDisturb,
        Availability::Away, Availability::ExtendedAway, Availability::Error, Availability::Offline};
    auto *roster = model.rosterManager();
    auto jids = roster->getRosterBareJids();
    if (model.showStrangers()) {
        const auto peers = tracker.peers();
        for (const auto &peer : peers) {
            if (!jids.contains(peer))
                jids.append(peer);
        }
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    QList<Expected> rows;
    for (const auto &jid : std::as_const(jids)) {
        const auto best = tracker.mostAvailable(jid);
        const bool isError = !best && tracker.presence(jid);
        auto availability = isError ? Availability::Error : Availability::Offline;
        if (best)
            availability = std::array{Availability::ExtendedAway, Availability::Away, Availability::Online,
                Availability::FreeForChat, Availability::DoNotDisturb}
                               .at(size_t(PresenceState::fromStanza(*best).show()));
        if (!best && !model.showOffline())
            continue;
        const auto item = roster->getRosterEntry(jid);
        const auto name = item.name().isEmpty() ? jid : item.name();
        const auto status = tracker.presence(jid) && !best ? tracker.presence(jid)->statusText()
            : best                                         ? best->statusText()
                                                           : QString();
        const auto filter = model.filterText();
        if (!name.contains(filter, Qt::CaseInsensitive) && !jid.contains(filter) && !status.contains(filter))
            continue;
        auto groups = item.groups().values();
        groups.sort();
        if (!model.groupFilter().isEmpty()) {
            if (!groups.contains(model.groupFilter()))
                continue;
            groups = {model.groupFilter()};
        }
        const int rank = int(std::ranges::find(order, availability) - order.begin());
        QStringList sections{QString()};
        if (model.sections() == ContactListModel::Sections::ByGroup && !groups.isEmpty())
            sections = model.oncePerGroup() ? groups : groups.first(1);
        else if (model.sections() == ContactListModel::Sections::ByAvailability)
            sections = {QString::number(rank)};
        for (const auto &section : std::as_const(sections))
            rows.append({section, rank, name, jid});
    }
    std::ranges::sort(rows, [&](const Expected &a, const Expected &b) {
        if (a.section != b.section)
            return !a.section.isEmpty() && (b.section.isEmpty() || a.section < b.section);
        if (model.sortOrder() == ContactListModel::SortOrder::AvailabilityThenName && a.rank != b.rank)
            return a.rank < b.rank;
        if (const int names = collator.compare(a.name, b.name))
            return names < 0;
        return a.jid < b.jid;
    });
    QStringList result;
    for (const auto &row : std::as_const(rows))
        result.append(row.jid);
    return result;
}

void TestContactListModel::floodIsToldInAFewUpdates()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    const int contacts = 50'000;
    QString items;
    for (int i = 0; i < contacts; ++i)
        items += u"<item jid='peer%1@example.org' subscription='both'/>"_s.arg(i);
    client.pushItems(items);
    turn();
    QCOMPARE(model.count(), contacts);
    ModelMirror mirror(&model);
    mirror.takeLog();

    static constexpr std::array types{"dnd", "available", "away"};
    for (int i = 0; i < contacts; i += 2) {
        const auto jid = u"peer%1@example.org/x"_s.arg(i * 7919 % contacts);
        Q_EMIT client.presenceReceived(stanza(u"chat "_s + jid));
        Q_EMIT client.presenceReceived(stanza(QLatin1StringView(types.at(size_t(i / 2) % types.size())) + u' ' + jid));
    }
    turn();
    QCOMPARE_LE(mirror.takeLog().size(), 24);
    QCOMPARE(model.availableCount(), contacts / 2);
    QCOMPARE(column(model, Role::JidRole), expectedRows(model, tracker));
}

// Of up to one of 64 rows, if no more than 64 of them move.
void TestContactListModel::partOfALongListIsToldRowByRow()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    const int part = 100;
    const int contacts = 64 * part;
    QString items;
    for (int i = 0; i < contacts; ++i) {
        const auto name = i < part ? u"Nurse"_s : i == part ? u"Tybalt"_s : u"Tybalt Capulet"_s;
        items += u"<item jid='peer%1@example.org' name='%2' subscription='both'/>"_s.arg(i).arg(name);
    }
    client.pushItems(items);
    ModelMirror mirror(&model);
    const auto count = [&mirror](QLatin1StringView what) {
        const auto log = mirror.takeLog();
        return std::ranges::count_if(log, [what](const QString &signal) { return signal.startsWith(what); });
    };
    const auto say = [&client](int first, QLatin1StringView show, const QString &text) {
        for (int i = 0; i < first; ++i) {
            auto presence = stanza(u"%1 peer%2@example.org/x"_s.arg(show).arg(i));
            presence.setStatusText(text);
            Q_EMIT client.presenceReceived(presence);
        }
        turn();
    };
    say(contacts, "available"_L1, {});
    QCOMPARE(model.availableCount(), contacts);
    mirror.takeLog();

    say(part, "available"_L1, u"here"_s);
    QCOMPARE(count("change"_L1), part);
    say(part + 1, "available"_L1, u"there"_s);
    QCOMPARE(count("change"_L1), 1);
    say(64, "away"_L1, u"there"_s);
    QCOMPARE(count("move"_L1), 64);
    say(65, "dnd"_L1, u"there"_s);
    QCOMPARE(count("move"_L1), 0);

    const auto filter = [&model](const QString &text) {
        model.setFilterText(text);
        turn();
    };
    filter(u"tybalt"_s);
    QCOMPARE(count("remove"_L1), part);
    filter({});
    mirror.takeLog();
    filter(u"capulet"_s);
    QCOMPARE(count("remove"_L1), 1);
    filter({});
    QVERIFY(mirror.isRight());
    QCOMPARE(column(model, Role::JidRole), expectedRows(model, tracker));
}

// What comes before it is told is not kept stanza by stanza.
void TestContactListModel::stormOfOneContact()
{
    Verona verona;
    Q_EMIT verona.presenceReceived(stanza(u"dnd romeo@example.org/wall"_s));
    for (int i = 0; i < 100'001; ++i)
        Q_EMIT verona.presenceReceived(stanza(u"away juliet@example.org/balcony"_s));
    turn();
    QCOMPARE(verona.model.availableCount(), 2);
    QCOMPARE(verona.names(), (QStringList{romeo, juliet, nurse}));
}

void TestContactListModel::random_data()
{
    QTest::addColumn<int>("burst"); // stanzas to a turn, at most
    QTest::addColumn<int>("peers");

    QTest::newRow("one at a time") << 1 << 12;
    QTest::newRow("a few") << 10 << 20;
    QTest::newRow("floods") << 300 << 200;
    QTest::newRow("among many, of whom many are hidden") << 60 << 800;
}

void TestContactListModel::random()
{
    QFETCH(int, burst);
    QFETCH(int, peers);
    static constexpr std::array types{"xa"_L1, "away"_L1, "available"_L1, "chat"_L1, "dnd"_L1, "unavailable"_L1,
        "unavailable"_L1, "unavailable"_L1, "error"_L1};
    const int steps = qEnvironmentVariable("XMPPPRESENCE_STEPS", u"1000"_s).toInt();

    QRandomGenerator generator{quint32(burst)};
    const auto any = [&](int bound) { return int(generator.bounded(bound)); };
    RosterClient client;
    PresenceTracker tracker(&client);
    ContactListModel model;
    model.setTracker(&tracker);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(Role::StatusTextRole);
    sorted.sort(0);
    QConcatenateTablesProxyModel both;
    both.addSourceModel(&model);
    const std::vector<QAbstractItemModel *> models{&model, &sorted, &both};
    std::vector<std::unique_ptr<ModelMirror>> mirrors;
    for (auto *tested : models)
        mirrors.push_back(std::make_unique<ModelMirror>(tested));
    const bool isCrowd = peers > 500;
    for (int peer = 0; isCrowd && peer < peers; ++peer)
        client.push(u"peer%1@example.org"_s.arg(peer), u"subscription='both'"_s);
    turn();
    mirrors[0]->takeLog();

    const QStringList groups{u"Capulet"_s, u"Montague"_s, u"Verona"_s};
    for (int step = 0; step < steps;) {
        for (int i = 1 + any(burst); i > 0; --i, ++step) {
            const auto peer = u"peer%1@example.org"_s.arg(any(peers));
            const int what = any(1000);
            if (isCrowd && any(30) == 0)
                model.setFilterText(any(4) ? QString::number(any(10)) : QString());
            if (what < 100) {
                QStringList in;
                for (const auto &group : groups) {
                    if (any(2))
                        in.append(group);
                }
                client.push(
                    peer, u"subscription='both' name='%1'"_s.arg(any(2) ? u"Name %1"_s.arg(any(30)) : QString()), in);
            } else if (what < 130) {
                client.push(peer, u"subscription='remove'"_s);
            } else if (what < 132) {
                model.setShowOffline(any(2));
            } else if (what < 134) {
                model.setShowStrangers(any(2));
            } else if (what < 136) {
                model.setSortOrder(
                    any(2) ? ContactListModel::SortOrder::Name : ContactListModel::SortOrder::AvailabilityThenName);
            } else if (what < 138) {
                model.setSections(ContactListModel::Sections(any(3)));
            } else if (what < 140) {
                model.setOncePerGroup(any(2));
            } else if (what < 142) {
                model.setFilterText(any(3) ? QString() : QString::number(any(10)));
            } else if (what < 144) {
                model.setGroupFilter(any(3) ? QString() : groups[any(3)]);
            } else if (what < 145) {
                Q_EMIT client.disconnected(); // the roster manager forgets, the model does not
                QCOMPARE(tracker.peers(), QStringList());
                client.pushAgain();
            } else {
                auto presence = stanza(types.at(size_t(any(int(types.size())))) + u' ' + peer + u"/%1"_s.arg(any(3)));
                if (presence.type() == QXmppPresence::Available)
                    presence.setStatusText(QString::number(any(10)));
                presence.setPriority(any(3));
                Q_EMIT client.presenceReceived(presence);
            }
        }
        turn();
        for (const auto &mirror : mirrors)
            QVERIFY(mirror->isRight());
        QVERIFY(std::ranges::is_sorted(column(sorted, Role::StatusTextRole)));
        QVERIFY(!mirrors[0]->takeLog().contains(u"reset"_s));
        QCOMPARE(column(model, Role::JidRole), expectedRows(model, tracker));
        QCOMPARE(model.availableCount(), column(model, Role::AvailableRole).count(u"true"_s));
    }
}

QTEST_GUILESS_MAIN(TestContactListModel)
#include "tst_contactlistmodel.moc"
