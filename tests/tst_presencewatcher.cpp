// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rosterclient.h"
#include "stanza.h"

#include <QMetaProperty>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <QXmppElement.h>

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceBuilder>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/TestClient>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <new>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Show = PresenceState::Show;
using Condition = PresenceTracker::Condition;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto orchard = u"juliet@example.org/orchard"_s;
static const auto nobody = u"@example.org"_s; // can have this JID

// Whoever leaves something behind in a tracker has allocated it.
static std::atomic<qint64> allocations = 0;

Q_NEVER_INLINE void *operator new(size_t size)
{
    ++allocations;
    if (auto *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

Q_NEVER_INLINE void operator delete(void *memory) noexcept
{
    allocations -= memory != nullptr;
    std::free(memory);
}

Q_NEVER_INLINE void operator delete(void *memory, size_t) noexcept
{
    operator delete(memory);
}

class TestPresenceWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamedOccupant();
    void renameEndsAWait();
    void strangerWhoHasGoneStaysOffline();
    void statusOfAnother_data();
    void statusOfAnother();
    void properties_data();
    void properties();
    void unusableJidSaysNothing();
    void textIsForDisplay();
    void priorityIsClamped();
    void staleFollowsTheStream();
    void absence();
    void absenceWithoutConnection();
    void rosterOfAnotherClient();
    void rosterMakesNobodyComeOnline();
    void contactInAnotherForm_data();
    void contactInAnotherForm();
    void madeWithoutConnection();
    void rosterManagerGoes();
    void evictedRoomItself();
    void renameIsSeenAtOnce();
    void changes_data();
    void changes();
    void settings_data();
    void settings();
    void anyOrderOfSetting();
    void tellsAfterTheTracker();
    void slotMayDoAnything_data();
    void slotMayDoAnything();
    void cameOnline();
    void random();
    void leavesNothingBehind();
    void watchOnce_data();
    void watchOnce();
    void watchOnceTellsAfterTheTracker();
    void watchOnceIsCancelled();
    void watchOnceEndsWithTheTracker();
    void watchOnceRefuses();
    void watchOnceMayDeleteTheTracker();
    void cancelledMayDeleteTheTracker();
    void watchOnceLeavesNothingBehind();
};

static QDateTime clock(int hour)
{
    return QDateTime(QDate(2020, 2, 20), QTime(hour, 0), QTimeZone::UTC);
}

// As stanza(), but sent at an hour of a day long past (XEP-0203).
static QXmppPresence said(const QString &text, int hour = 10)
{
    return PresenceBuilder(stanza(text)).delayed(clock(hour));
}

// The stanza that says all there is to say.
static QXmppPresence talkative(const QString &text, int hour = 10)
{
    return PresenceBuilder(said(text, hour)).status(u"Fishing"_s).priority(5).idleSince(clock(9));
}

static QXmppPresence errorFrom(const QString &jid, const QString &text)
{
    return PresenceBuilder(said(u"error "_s + jid)).error(QXmppStanza::Error::UndefinedCondition, text);
}

static QVariantMap valuesOf(const PresenceWatcher &watcher)
{
    QVariantMap values;
    const auto *metaObject = watcher.metaObject();
    for (int i = metaObject->propertyOffset(); i < metaObject->propertyCount(); ++i)
        values.insert(QString::fromLatin1(metaObject->property(i).name()), metaObject->property(i).read(&watcher));
    return values;
}

// What the properties but for tracker and JID are while nothing is known, and with some known.
static QVariantMap nothingBut(const QVariantMap &known = {})
{
    QVariantMap values{
        {u"availability"_s, QVariant::fromValue(Availability::Unknown)},
        {u"available"_s, false},
        {u"statusText"_s, QString()},
        {u"errorText"_s, QString()},
        {u"priority"_s, 0},
        {u"resources"_s, QStringList()},
        {u"bestResource"_s, QString()},
        {u"since"_s, QDateTime()},
        {u"idleSince"_s, QDateTime()},
        {u"stale"_s, false},
    };
    values.insert(known);
    return values;
}

static QVariantMap withoutSettings(QVariantMap values)
{
    values.remove(u"tracker"_s);
    values.remove(u"jid"_s);
    return values;
}

// What does not depend on when the watcher was set: it remembers who has been there.
static QVariantMap withoutMemory(QVariantMap values)
{
    if (values[u"availability"_s].value<Availability>() <= Availability::Offline) {
        values.remove(u"availability"_s);
        values.remove(u"since"_s);
        values.remove(u"statusText"_s);
    }
    return values;
}

// Hears each signal of a watcher: keeps its name, and the new value if it tells of a property.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(PresenceWatcher *watcher)
        : told(valuesOf(*watcher))
        , m_watcher(watcher)
    {
        const auto *signaller = watcher->metaObject();
        const auto slot = metaObject()->method(metaObject()->indexOfSlot("hear()"));
        for (int i = signaller->methodOffset(); i < signaller->methodCount(); ++i) {
            if (signaller->method(i).methodType() == QMetaMethod::Signal)
                connect(watcher, signaller->method(i), this, slot);
        }
    }

    QStringList takeSorted()
    {
        m_names.sort();
        return std::exchange(m_names, {});
    }

    QVariantMap told;
    bool isToldTwice = false; // whether a signal came although its property had been told so
    QList<QVariantMap> seen; // in the slots
    std::function<void(const QString &)> act;

private Q_SLOTS:
    void hear()
    {
        const auto name = QString::fromLatin1(m_watcher->metaObject()->method(senderSignalIndex()).name());
        const auto values = valuesOf(*m_watcher);
        m_names.append(name);
        seen.append(values);
        if (name.endsWith(u"Changed"_s)) {
            const auto property = name.chopped(7);
            isToldTwice |= told[property] == values[property];
            told[property] = values[property];
        }
        if (act)
            act(name);
    }

private:
    PresenceWatcher *m_watcher;
    QStringList m_names;
};

static const auto coven = u"coven@chat.example.org"_s;

// Another name has no former resource, and the former name none any more.
void TestPresenceWatcher::renamedOccupant()
{
    PresenceTracker tracker;
    tracker.handlePresence(presence(coven + u"/me"_s).occupant().statusCode(110));
    tracker.handlePresence(presence(coven + u"/witch"_s).occupant());
    const PresenceWatcher witch(&tracker, coven + u"/witch"_s);
    const PresenceWatcher hag(&tracker, coven + u"/hag"_s);
    const QSignalSpy former(&witch, &PresenceWatcher::resourcesChanged);
    const QSignalSpy now(&hag, &PresenceWatcher::resourcesChanged);
    tracker.handlePresence(presence(coven + u"/witch"_s).occupant().renamedTo(u"hag"_s));
    QCOMPARE(witch.resources(), QStringList());
    QCOMPARE(hag.resources(), QStringList{u"hag"_s});
    QCOMPARE(former.size(), 1);
    QCOMPARE(now.size(), 1);
}

void TestPresenceWatcher::renameEndsAWait()
{
    PresenceTracker tracker;
    tracker.handlePresence(presence(coven + u"/me"_s).occupant().statusCode(110));
    tracker.handlePresence(presence(coven + u"/witch"_s).occupant());
    const auto gone = tracker.watchOnce(coven + u"/witch"_s, PresenceState());
    const auto come = tracker.watchOnce(coven + u"/hag"_s);
    tracker.handlePresence(presence(coven + u"/witch"_s).occupant().renamedTo(u"hag"_s));
    QVERIFY(gone.isFinished());
    QVERIFY(come.isFinished());
}

void TestPresenceWatcher::strangerWhoHasGoneStaysOffline()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    const PresenceWatcher watcher(&tracker, juliet);
    tracker.handlePresence(presence(balcony));
    tracker.handlePresence(presence(balcony).unavailable().status(u"Gone home"_s));
    Q_EMIT client.roster()->rosterReceived();
    QCOMPARE(watcher.availability(), Availability::Offline);
    QCOMPARE(watcher.statusText(), u"Gone home"_s);
}

void TestPresenceWatcher::statusOfAnother_data()
{
    QTest::addColumn<QString>("jid");
    QTest::addColumn<QList<QXmppPresence>>("stanzas");

    const auto me = [] { return presence(coven + u"/me"_s).occupant().statusCode(110); };
    QTest::newRow("who leaves the room") << coven + u"/witch"_s
                                         << QList<QXmppPresence>{presence(coven + u"/witch"_s).occupant(), me(),
                                                me().unavailable().status(u"Off to lunch"_s)};
    QTest::newRow("another device") << balcony
                                    << QList<QXmppPresence>{presence(balcony), presence(juliet).error(),
                                           presence(orchard).unavailable().status(u"Battery is empty"_s)};
}

void TestPresenceWatcher::statusOfAnother()
{
    QFETCH(const QString, jid);
    QFETCH(const QList<QXmppPresence>, stanzas);
    PresenceTracker tracker;
    const PresenceWatcher watcher(&tracker, jid);
    for (const auto &stanza : stanzas)
        tracker.handlePresence(stanza);
    QCOMPARE(watcher.availability(), Availability::Offline);
    QCOMPARE(watcher.statusText(), QString());
}

void TestPresenceWatcher::properties_data()
{
    QTest::addColumn<QString>("jid");
    QTest::addColumn<QList<QXmppPresence>>("stanzas");
    QTest::addColumn<QVariantMap>("known");

    const auto row = [](const char *name, const QString &jid, const QList<QXmppPresence> &stanzas,
                         Availability availability, QVariantMap known) {
        known[u"availability"_s] = QVariant::fromValue(availability);
        known[u"available"_s] = availability != Availability::Unknown && availability != Availability::Error;
        if (availability != Availability::Unknown)
            known[u"since"_s] = clock(10);
        QTest::newRow(name) << jid << stanzas << nothingBut(known);
    };
    const auto away = said(u"away "_s + balcony);
    const auto chat = said(u"chat "_s + orchard);
    const auto error = errorFrom(juliet, u"Who?"_s);
    const QVariantMap one{{u"resources"_s, QStringList{u"balcony"_s}}, {u"bestResource"_s, u"balcony"_s}};
    const QVariantMap two{{u"resources"_s, QStringList{u"balcony"_s, u"orchard"_s}}, {u"bestResource"_s, u"orchard"_s}};
    const QVariantMap who{{u"errorText"_s, u"Who?"_s}};
    auto all = one;
    all.insert({{u"statusText"_s, u"Fishing"_s}, {u"priority"_s, 5}, {u"idleSince"_s, clock(9)}});

    row("bare: nobody", juliet, {}, Availability::Unknown, {});
    row("bare: one resource", juliet, {away}, Availability::Away, one);
    row("bare: best of two", juliet, {away, chat}, Availability::FreeForChat, two);
    row("bare: all", juliet, {talkative(u"dnd "_s + balcony)}, Availability::DoNotDisturb, all);
    row("bare: error", juliet, {away, error}, Availability::Error, who);
    row("bare: any form", u"JULIET@Example.ORG"_s, {away}, Availability::Away, one);
    row("bare: sends itself", u"gate.example.org"_s, {said(u"xa gate.example.org"_s)}, Availability::ExtendedAway,
        {{u"resources"_s, QStringList{QString()}}});
    row("full: nobody", balcony, {}, Availability::Unknown, {});
    row("full: one resource", balcony, {away}, Availability::Away, one);
    row("full: not the best of two", balcony, {away, chat}, Availability::Away, one);
    row("full: all", balcony, {talkative(u"available "_s + balcony)}, Availability::Online, all);
    row("full: another", orchard, {away}, Availability::Unknown, {});
    row("full: error", balcony, {away, error}, Availability::Error, who);
    row("full: any form", u"JULIET@Example.ORG/balcony"_s, {away}, Availability::Away, one);
    row("full: to the letter", u"juliet@example.org/Balcony"_s, {away}, Availability::Unknown, {});
}

// Be the watcher there before or after the stanzas.
void TestPresenceWatcher::properties()
{
    QFETCH(QString, jid);
    QFETCH(QList<QXmppPresence>, stanzas);
    QFETCH(QVariantMap, known);

    PresenceTracker tracker;
    PresenceWatcher early(&tracker, jid);
    const Listener listener(&early);
    for (const auto &presence : std::as_const(stanzas))
        tracker.handlePresence(presence);
    const PresenceWatcher late(&tracker, jid);
    for (const auto *watcher : {&std::as_const(early), &late}) {
        QCOMPARE(watcher->tracker(), &tracker);
        QCOMPARE(watcher->jid(), jid);
        QCOMPARE(withoutSettings(valuesOf(*watcher)), known);
    }
    QCOMPARE(listener.told, valuesOf(early));
    QVERIFY(!listener.isToldTwice);
}

void TestPresenceWatcher::unusableJidSaysNothing()
{
    PresenceTracker tracker;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Refused a JID that nobody can have"_s));
    const PresenceWatcher watcher(&tracker, nobody);
    QCOMPARE(watcher.jid(), nobody);
    QCOMPARE(withoutSettings(valuesOf(watcher)), nothingBut());

    QTest::failOnWarning();
    const PresenceWatcher withoutTracker(nullptr, nobody);
    QCOMPARE(withoutSettings(valuesOf(withoutTracker)), nothingBut());
    const PresenceWatcher withoutJid(&tracker, {});
    QCOMPARE(withoutSettings(valuesOf(withoutJid)), nothingBut());
}

void TestPresenceWatcher::textIsForDisplay()
{
    const auto evil = u"Gone\n<b>fi\u202eshing</b>\u001b"_s;
    PresenceTracker tracker;
    const PresenceWatcher watcher(&tracker, juliet);
    auto presence = said(u"away "_s + balcony);
    presence.setStatusText(evil + QString(1 << 20, u'!'));
    tracker.handlePresence(presence);
    QVERIFY(watcher.statusText().startsWith(u"Gone <b>fishing</b>!!!"_s));
    QCOMPARE(watcher.statusText().size(), 1000);
    tracker.handlePresence(errorFrom(juliet, evil));
    QCOMPARE(watcher.errorText(), u"Gone <b>fishing</b>"_s);
}

void TestPresenceWatcher::priorityIsClamped()
{
    PresenceTracker tracker;
    const PresenceWatcher watcher(&tracker, juliet);
    for (const auto &[sent, shown] : {std::pair(1000, 127), {127, 127}, {-1, -1}, {-128, -128}, {-1000, -128}}) {
        auto presence = said(u"away "_s + balcony);
        presence.setPriority(sent);
        tracker.handlePresence(presence);
        QCOMPARE(watcher.priority(), shown);
    }
}

void TestPresenceWatcher::staleFollowsTheStream()
{
    TestClient client;
    PresenceTracker tracker(&client);
    PresenceWatcher watcher(&tracker, juliet);
    PresenceWatcher nowhere(&tracker, {});
    QVERIFY(client.startNewSession());
    tracker.handlePresence(said(u"away "_s + balcony));

    Listener listener(&watcher);
    client.loseConnection();
    QVERIFY(tracker.isStale());
    QCOMPARE(listener.takeSorted(), QStringList{u"staleChanged"_s});
    QVERIFY(watcher.isStale());
    QCOMPARE(watcher.availability(), Availability::Away);
    QVERIFY(!nowhere.isStale());

    tracker.setClient(nullptr);
    QCOMPARE(listener.takeSorted(),
        (QStringList{u"availabilityChanged"_s, u"availableChanged"_s, u"bestResourceChanged"_s, u"resourcesChanged"_s,
            u"sinceChanged"_s, u"staleChanged"_s}));
}

using Event = std::function<void(PresenceTracker &)>;

static Event hears(const QXmppPresence &presence)
{
    return [presence](PresenceTracker &tracker) { tracker.handlePresence(presence); };
}

void TestPresenceWatcher::rosterOfAnotherClient()
{
    RosterClient client;
    client.push(juliet, u"subscription='both'"_s);
    PresenceTracker tracker;
    PresenceWatcher watcher(&tracker, juliet);
    tracker.setClient(&client);
    QCOMPARE(watcher.availability(), Availability::Offline);
    RosterClient other;
    tracker.setClient(&other);
    QCOMPARE(watcher.availability(), Availability::Unknown);
}

// QXmpp has a roster as it came.
void TestPresenceWatcher::contactInAnotherForm_data()
{
    QTest::addColumn<QString>("inRoster");
    QTest::newRow("case") << u"Juliet@Example.org"_s;
    QTest::newRow("IDN") << u"juliet@xn--bcher-kva.example"_s;
}

void TestPresenceWatcher::contactInAnotherForm()
{
    QFETCH(const QString, inRoster);
    RosterClient client;
    client.push(inRoster, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    QCOMPARE(PresenceWatcher(&tracker, inRoster).availability(), Availability::Offline);
}

// And empties it then.
void TestPresenceWatcher::madeWithoutConnection()
{
    RosterClient client;
    client.push(juliet, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    Q_EMIT client.disconnected();
    QCOMPARE(client.roster()->getRosterBareJids(), QStringList());
    QCOMPARE(PresenceWatcher(&tracker, juliet).availability(), Availability::Offline);
}

void TestPresenceWatcher::rosterManagerGoes()
{
    RosterClient client;
    client.push(juliet, u"subscription='both'"_s);
    PresenceTracker tracker(&client);
    const PresenceWatcher watcher(&tracker, juliet);
    QCOMPARE(watcher.availability(), Availability::Offline);
    client.removeExtension(client.roster());
    QCOMPARE(watcher.availability(), Availability::Unknown);
}

// XEP-0486: a room may have presence of its own.
void TestPresenceWatcher::evictedRoomItself()
{
    const auto room = u"coven@chat.example.org"_s;
    PresenceTracker tracker;
    tracker.setMaximumOccupants(2);
    const PresenceWatcher watcher(&tracker, room);
    tracker.handlePresence(presence(room));
    tracker.handlePresence(presence(room + u"/me").occupant().statusCode(110));
    tracker.handlePresence(presence(room + u"/witch").occupant());
    QCOMPARE(tracker.resources(room).keys(), (QStringList{u"me"_s, u"witch"_s}));
    QCOMPARE(watcher.resources(), tracker.resources(room).keys());
}

void TestPresenceWatcher::renameIsSeenAtOnce()
{
    const auto room = u"coven@chat.example.org"_s;
    PresenceTracker tracker;
    PresenceWatcher watcher(&tracker, room);
    const PresenceWatcher witch(&tracker, room + u"/witch");
    const PresenceWatcher hag(&tracker, room + u"/hag");
    tracker.handlePresence(presence(room + u"/me").occupant().statusCode(110));
    tracker.handlePresence(presence(room + u"/witch").occupant());
    QList<QStringList> seen;
    connect(&watcher, &PresenceWatcher::resourcesChanged, this, [&] { seen.append(watcher.resources()); });
    tracker.handlePresence(presence(room + u"/witch").occupant().renamedTo(u"hag"_s));
    QCOMPARE(seen, (QList<QStringList>{{u"hag"_s, u"me"_s}}));
    QVERIFY(!witch.isAvailable());
    QVERIFY(hag.isAvailable());
}

void TestPresenceWatcher::rosterMakesNobodyComeOnline()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    PresenceWatcher watcher(&tracker, juliet);
    tracker.handlePresence(said(u"away "_s + balcony));
    QSignalSpy came(&watcher, &PresenceWatcher::cameOnline);
    client.push(juliet, u"subscription='from'"_s);
    QVERIFY(watcher.isAvailable());
    QCOMPARE(came.size(), 0);
}

void TestPresenceWatcher::changes_data()
{
    QTest::addColumn<QString>("jid");
    QTest::addColumn<Event>("event");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &jid, const Event &event, const QString &expected) {
        QTest::newRow(name) << jid << event << expected;
    };
    const auto both = [&](const char *name, const Event &event, const QString &expected) {
        row(qPrintable(u"bare: "_s + QLatin1StringView(name)), juliet, event, expected);
        row(qPrintable(u"full: "_s + QLatin1StringView(name)), balcony, event, expected);
    };
    const auto goes = u"availability available bestResource idleSince priority resources since statusText"_s;
    both("the same again", hears(talkative(u"away "_s + balcony)), {});
    both("the same state, later", hears(talkative(u"away "_s + balcony, 11)), {});
    both("another state", hears(talkative(u"dnd "_s + balcony, 11)), u"availability since"_s);
    both("says nothing more", hears(said(u"away "_s + balcony)), u"idleSince priority statusText"_s);
    both("goes", hears(said(u"unavailable "_s + balcony, 11)), goes);
    both("all go", hears(said(u"unavailable "_s + juliet, 11)), goes);
    both("error", hears(errorFrom(juliet, u"Who?"_s)),
        u"availability available bestResource errorText idleSince priority resources statusText"_s);
    both("end of the session", [](auto &tracker) { tracker.setClient(new QXmppClient(&tracker)); }, goes);
    row("bare: worse resource comes", juliet, hears(talkative(u"xa "_s + orchard, 11)), u"resources"_s);
    row("full: worse resource comes", balcony, hears(talkative(u"xa "_s + orchard, 11)), {});
    row("bare: better resource comes", juliet, hears(talkative(u"dnd "_s + orchard, 11)),
        u"availability bestResource resources since"_s);
    row("full: better resource comes", balcony, hears(talkative(u"dnd "_s + orchard, 11)), {});
    both("unknown resource goes", hears(said(u"unavailable "_s + orchard)), {});
    both("another peer comes", hears(talkative(u"dnd romeo@example.org/balcony"_s)), {});
    both("another peer goes", hears(said(u"unavailable romeo@example.org"_s)), {});
    both("subscription", hears(said(u"subscribe "_s + juliet)), {});
    both("another ranking", [](auto &tracker) { tracker.setRanking(PresenceTracker::Ranking::Priority); }, {});
}

void TestPresenceWatcher::changes()
{
    QFETCH(QString, jid);
    QFETCH(Event, event);
    QFETCH(QString, expected);

    PresenceTracker tracker;
    tracker.handlePresence(talkative(u"away "_s + balcony));
    PresenceWatcher watcher(&tracker, jid);
    Listener listener(&watcher);
    event(tracker);
    QCOMPARE(listener.takeSorted().join(u' ').remove(u"Changed"_s), expected);
    for (const auto &seen : std::as_const(listener.seen))
        QCOMPARE(seen, valuesOf(watcher));
}

// Unknown is not offline: the roster makes the difference, and having been there.
void TestPresenceWatcher::absence()
{
    RosterClient client;
    PresenceTracker tracker(&client);
    PresenceWatcher bare(&tracker, juliet);
    PresenceWatcher full(&tracker, balcony);
    Listener listener(&bare);
    const auto availabilities = [&] { return QList{bare.availability(), full.availability()}; };
    const auto both = [](Availability availability) { return QList{availability, availability}; };
    QCOMPARE(availabilities(), both(Availability::Unknown));

    client.push(u"romeo@example.org"_s, u"subscription='both'"_s);
    client.push(u"juliet@example.org"_s, u"subscription='from' ask='subscribe'"_s);
    QCOMPARE(availabilities(), both(Availability::Unknown));
    QCOMPARE(listener.takeSorted(), QStringList());
    client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
    QCOMPARE(availabilities(), both(Availability::Offline));
    QCOMPARE(PresenceWatcher(&tracker, juliet).availability(), Availability::Offline);
    QCOMPARE(listener.takeSorted(), QStringList{u"availabilityChanged"_s});
    QVERIFY(!bare.since().isValid());

    tracker.handlePresence(said(u"away "_s + balcony));
    auto leaving = said(u"unavailable "_s + balcony, 11);
    leaving.setStatusText(u"Gone home"_s);
    tracker.handlePresence(leaving);
    QCOMPARE(availabilities(), both(Availability::Offline));
    QCOMPARE(bare.since(), clock(11));
    QCOMPARE(full.statusText(), u"Gone home"_s);
    tracker.handlePresence(errorFrom(juliet, u"Who?"_s));
    QCOMPARE(availabilities(), both(Availability::Error));
    tracker.handlePresence(said(u"away "_s + orchard)); // ends the error of them all
    QCOMPARE(availabilities(), (QList{Availability::Away, Availability::Offline}));
    tracker.handlePresence(errorFrom(juliet, u"Who?"_s));

    client.push(u"juliet@example.org"_s, u"subscription='remove'"_s);
    QCOMPARE(availabilities(), both(Availability::Unknown));
    tracker.handlePresence(said(u"away "_s + balcony)); // directed
    QCOMPARE(availabilities(), both(Availability::Away));
    tracker.handlePresence(said(u"unavailable "_s + balcony));
    QCOMPARE(availabilities(), both(Availability::Offline)); // heard of, if not subscribed to
    client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
    QCOMPARE(availabilities(), both(Availability::Unknown));
    QVERIFY(!bare.since().isValid());

    // Cancelled, before the roster says so and after
    for (const bool isPushFirst : {false, true}) {
        client.push(u"juliet@example.org"_s, u"subscription='both'"_s);
        tracker.handlePresence(said(u"away "_s + balcony));
        QCOMPARE(availabilities(), both(Availability::Away));
        if (isPushFirst)
            client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
        tracker.handlePresence(said(u"unsubscribed "_s + juliet));
        if (!isPushFirst)
            client.push(u"juliet@example.org"_s, u"subscription='none'"_s);
        QCOMPARE(availabilities(), both(Availability::Unknown));
    }
}

// The roster is emptied when the connection ends, of which it says nothing.
void TestPresenceWatcher::absenceWithoutConnection()
{
    LoopbackServer server;
    server.addAccount(u"romeo"_s, u"secret"_s);
    QVERIFY(server.setRosterItem(u"romeo"_s, contact(u"juliet@localhost"_s)));
    QVERIFY(server.start());
    QXmppClient client;
    PresenceTracker tracker(&client);
    PresenceWatcher watcher(&tracker, u"juliet@localhost"_s);
    client.connectToServer(server.configuration(u"romeo"_s, u"wall"_s));
    QTRY_COMPARE(watcher.availability(), Availability::Offline);
    client.disconnectFromServer();
    QTRY_VERIFY(client.findExtension<QXmppRosterManager>()->getRosterBareJids().isEmpty());
    QCOMPARE(watcher.availability(), Availability::Offline);
}

void TestPresenceWatcher::settings_data()
{
    using Setting = std::function<void(PresenceWatcher &)>;
    QTest::addColumn<Setting>("set");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const Setting &set, const QString &expected) {
        QTest::newRow(name) << set << expected;
    };
    row("same JID", [](auto &watcher) { watcher.setJid(juliet); }, {});
    row("another form of the JID", [](auto &watcher) { watcher.setJid(u"Juliet@EXAMPLE.org"_s); }, u"jid"_s);
    row("resource", [](auto &watcher) { watcher.setJid(balcony); }, u"jid"_s);
    row(
        "another resource", [](auto &watcher) { watcher.setJid(orchard); },
        u"availability available bestResource jid resources since"_s);
    row(
        "no JID", [](auto &watcher) { watcher.setJid({}); },
        u"availability available bestResource jid resources since"_s);
    row(
        "another JID", [](auto &watcher) { watcher.setJid(u"romeo@example.org"_s); },
        u"availability bestResource jid resources since"_s);
    row("same tracker", [](auto &watcher) { watcher.setTracker(watcher.tracker()); }, {});
    row(
        "no tracker", [](auto &watcher) { watcher.setTracker(nullptr); },
        u"availability available bestResource resources since tracker"_s);
    row(
        "another tracker", [](auto &watcher) { watcher.setTracker(new PresenceTracker(&watcher)); },
        u"availability available bestResource resources since tracker"_s);
    row(
        "tracker destroyed", [](auto &watcher) { delete watcher.tracker(); },
        u"availability available bestResource resources since tracker"_s);
}

// What was set before is not heard any more.
void TestPresenceWatcher::settings()
{
    QFETCH(std::function<void(PresenceWatcher &)>, set);
    QFETCH(QString, expected);

    QPointer tracker = new PresenceTracker;
    const auto cleanUp = qScopeGuard([&] { delete tracker; });
    tracker->handlePresence(said(u"away "_s + balcony));
    tracker->handlePresence(said(u"dnd romeo@example.org/wall"_s, 11));
    PresenceWatcher watcher(tracker, juliet);
    Listener listener(&watcher);
    set(watcher);
    QCOMPARE(listener.takeSorted().join(u' ').remove(u"Changed"_s), expected);
    for (const auto &seen : std::as_const(listener.seen))
        QCOMPARE(seen, valuesOf(watcher));

    if (!tracker)
        return;
    tracker->handlePresence(said(u"xa "_s + balcony, 12));
    const bool isStillHeard =
        watcher.tracker() == tracker && watcher.jid().startsWith(u'j', Qt::CaseInsensitive) && watcher.jid() != orchard;
    QCOMPARE(listener.takeSorted().join(u' '), isStillHeard ? u"availabilityChanged sinceChanged"_s : QString());
}

void TestPresenceWatcher::anyOrderOfSetting()
{
    std::array steps{0, 1, 2};
    do {
        PresenceTracker tracker;
        PresenceWatcher watcher;
        const Listener listener(&watcher);
        for (const int step : steps) {
            if (step == 0)
                watcher.setTracker(&tracker);
            else if (step == 1)
                watcher.setJid(juliet);
            else
                tracker.handlePresence(said(u"away "_s + balcony));
        }
        QCOMPARE(watcher.availability(), Availability::Away);
        QCOMPARE(listener.told, valuesOf(watcher));
        QVERIFY(!listener.isToldTwice);
    } while (std::ranges::next_permutation(steps).found);
}

void TestPresenceWatcher::tellsAfterTheTracker()
{
    PresenceTracker tracker;
    PresenceWatcher watcher(&tracker, juliet);
    QStringList heard;
    connect(&watcher, &PresenceWatcher::availableChanged, this, [&] { heard.append(u"watcher"_s); });
    PresenceRecorder recorder(&tracker);
    connect(&recorder, &PresenceRecorder::signalRecorded, this, [&](const RecordedSignal &signal) {
        heard.append(signal.name);
        QVERIFY(!watcher.isAvailable() || heard.contains(u"watcher"_s));
    });
    tracker.handlePresence(said(u"away "_s + balcony));
    tracker.handlePresence(said(u"error "_s + juliet));
    QCOMPARE(heard,
        (QStringList{u"peerAvailable"_s, u"resourceAvailable"_s, u"watcher"_s, u"resourceUnavailable"_s,
            u"peerUnavailable"_s, u"peerError"_s, u"watcher"_s}));
}

using Act = std::function<void(QPointer<PresenceWatcher> &, QPointer<PresenceTracker> &)>;

void TestPresenceWatcher::slotMayDoAnything_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Act>("act");

    const std::vector<std::pair<QString, Act>> acts{
        {u"delete the watcher"_s, [](auto &watcher, auto &) { delete watcher; }},
        {u"delete the tracker"_s, [](auto &, auto &tracker) { delete tracker; }},
        {u"delete both"_s,
            [](auto &watcher, auto &tracker) {
                delete tracker;
                delete watcher;
            }},
        {u"set no tracker"_s, [](auto &watcher, auto &) { watcher->setTracker(nullptr); }},
        {u"set no JID"_s, [](auto &watcher, auto &) { watcher->setJid({}); }},
        {u"set another JID"_s, [](auto &watcher, auto &) { watcher->setJid(u"romeo@example.org"_s); }},
        {u"turn away and back"_s,
            [](auto &watcher, auto &) {
                watcher->setJid({});
                watcher->setJid(juliet);
            }},
        {u"end the session"_s, [](auto &, auto &tracker) { tracker->setClient(new QXmppClient(tracker)); }},
    };
    for (const auto &name : {u"availabilityChanged"_s, u"availableChanged"_s, u"statusTextChanged"_s,
             u"priorityChanged"_s, u"resourcesChanged"_s, u"bestResourceChanged"_s, u"sinceChanged"_s,
             u"idleSinceChanged"_s, u"jidChanged"_s, u"trackerChanged"_s, u"cameOnline"_s}) {
        for (const auto &[what, act] : acts)
            QTest::newRow(qPrintable(name + u": "_s + what)) << name << act;
    }
}

void TestPresenceWatcher::slotMayDoAnything()
{
    QFETCH(QString, name);
    QFETCH(Act, act);

    QPointer tracker = new PresenceTracker;
    const auto cleanUp = qScopeGuard([&] { delete tracker; });
    tracker->handlePresence(talkative(u"chat romeo@example.org/wall"_s, 11));
    QPointer watcher = new PresenceWatcher;
    const auto cleanUpToo = qScopeGuard([&] { delete watcher; });
    Listener listener(watcher);
    bool isDone = false;
    bool isTurnedAway = false;
    listener.act = [&](const QString &signal) {
        QVERIFY(watcher);
        QVERIFY(!(isTurnedAway && signal == u"cameOnline"_s));
        if (signal == name && !std::exchange(isDone, true)) {
            const auto jid = watcher->jid();
            act(watcher, tracker);
            isTurnedAway = !watcher || watcher->jid() != jid || !watcher->tracker();
        }
    };
    watcher->setTracker(tracker);
    if (watcher)
        watcher->setJid(juliet);
    isTurnedAway = false;
    if (tracker)
        tracker->handlePresence(talkative(u"away "_s + balcony));
    QVERIFY(isDone);
    if (!watcher)
        return;
    QCOMPARE(listener.told, valuesOf(*watcher));
    QVERIFY(!listener.isToldTwice);
    const PresenceWatcher fresh(watcher->tracker(), watcher->jid());
    QCOMPARE(withoutMemory(valuesOf(*watcher)), withoutMemory(valuesOf(fresh)));
}

void TestPresenceWatcher::cameOnline()
{
    PresenceTracker tracker;
    PresenceTracker other;
    tracker.handlePresence(said(u"away "_s + balcony));
    PresenceWatcher watcher;
    QSignalSpy came(&watcher, &PresenceWatcher::cameOnline);
    connect(&watcher, &PresenceWatcher::cameOnline, this, [&] { QVERIFY(watcher.isAvailable()); });
    const auto hear = [&](const QString &text) {
        tracker.handlePresence(said(text));
        return std::exchange(static_cast<QList<QVariantList> &>(came), {}).size();
    };

    watcher.setTracker(&tracker);
    watcher.setJid(juliet);
    QCOMPARE(hear(u"chat "_s + balcony), 0);
    QCOMPARE(hear(u"chat "_s + orchard), 0);
    QCOMPARE(hear(u"unavailable "_s + juliet), 0);
    QCOMPARE(hear(u"xa "_s + orchard), 1);
    QCOMPARE(hear(u"error "_s + juliet), 0);
    QCOMPARE(hear(u"dnd "_s + balcony), 1);
    watcher.setJid(orchard);
    QCOMPARE(hear(u"away "_s + balcony), 0);
    QCOMPARE(hear(u"away "_s + orchard), 1);
    watcher.setTracker(&other);
    watcher.setTracker(&tracker);
    watcher.setJid({});
    watcher.setJid(orchard);
    QCOMPARE(hear(u"available "_s + orchard), 0);
}

void TestPresenceWatcher::random()
{
    static constexpr std::array types{
        "xa"_L1, "away"_L1, "available"_L1, "chat"_L1, "dnd"_L1, "unavailable"_L1, "unavailable"_L1, "error"_L1};
    const int steps = qEnvironmentVariable("XMPPPRESENCE_STEPS", u"3000"_s).toInt();
    QRandomGenerator generator{7};
    const auto roll = [&](int sides) { return int(generator.bounded(sides)); };
    PresenceTracker tracker;
    PresenceWatcher bare(&tracker, juliet);
    PresenceWatcher full(&tracker, u"juliet@example.org/3"_s);
    const Listener bareListener(&bare);
    const Listener fullListener(&full);
    bool hasBeenThere = false;
    for (int step = 0; step < steps; ++step) {
        const auto name = QString::number(roll(9));
        const bool isError = roll(20) == 0;
        auto presence =
            said((isError ? u"error"_s : QString(types.at(size_t(roll(7))))) + u" juliet@example.org/"_s + name,
                10 + roll(3));
        if (roll(20) == 0)
            presence.setFrom(juliet);
        presence.setStatusText(QString::number(roll(3)));
        presence.setPriority(roll(3));
        tracker.handlePresence(presence);
        if (roll(50) == 0)
            tracker.setRanking(PresenceTracker::Ranking(roll(3)));

        QCOMPARE(bareListener.told, valuesOf(bare));
        QCOMPARE(fullListener.told, valuesOf(full));
        QCOMPARE(withoutMemory(valuesOf(bare)), withoutMemory(valuesOf(PresenceWatcher(&tracker, juliet))));
        QCOMPARE(withoutMemory(valuesOf(full)),
            withoutMemory(valuesOf(PresenceWatcher(&tracker, u"juliet@example.org/3"_s))));
        const bool wasThere = std::exchange(hasBeenThere, hasBeenThere || bare.isAvailable() || isError);
        QCOMPARE(bare.availability() == Availability::Unknown, !wasThere && !hasBeenThere);
        QCOMPARE(bare.resources(), tracker.resources(juliet).keys());
        const auto best = tracker.mostAvailable(juliet);
        QCOMPARE(bare.isAvailable(), best.has_value());
        if (best)
            QCOMPARE(bare.bestResource(), best->from().mid(juliet.size() + 1));
    }
    QVERIFY(!bareListener.isToldTwice);
    QVERIFY(!fullListener.isToldTwice);
}

// The table that a tracker has of its watchers keeps some of its size, but nothing for each that there was.
static constexpr int many = 1000;
static constexpr int few = 100;

void TestPresenceWatcher::leavesNothingBehind()
{
    PresenceTracker tracker;
    const qint64 before = allocations;
    {
        std::vector<std::unique_ptr<PresenceWatcher>> watchers;
        for (int i = 0; i < many; ++i)
            watchers.push_back(std::make_unique<PresenceWatcher>(&tracker, u"peer%1@example.org"_s.arg(i)));
        QVERIFY(allocations > before + many);
    }
    QVERIFY(allocations < before + few);

    PresenceWatcher watcher(&tracker, {});
    for (int i = 0; i < many; ++i)
        watcher.setJid(u"peer%1@example.org"_s.arg(i));
    QVERIFY(allocations < before + few);
}

// Reads "away balcony", or "away" from the bare JID.
static QXmppPresence ofJuliet(const QString &text)
{
    const auto words = text.split(u' ');
    return stanza(words.first() + u' ' + (words.size() > 1 ? juliet + u'/' + words.last() : juliet));
}

void TestPresenceWatcher::watchOnce_data()
{
    using Watch = std::function<QFuture<QXmppPresence>(PresenceTracker &)>;
    QTest::addColumn<Watch>("watch");
    QTest::addColumn<QStringList>("stanzas"); // with "|" where the watch begins
    QTest::addColumn<QString>("answer"); // none: it waits on

    const auto row = [](const char *name, const Watch &watch, const QString &stanzas, const QString &answer) {
        QTest::newRow(name) << watch << stanzas.split(u", "_s) << answer;
    };
    const auto online = [](const QString &jid) {
        return [jid](PresenceTracker &tracker) { return tracker.watchOnce(jid); };
    };
    const auto inState = [](const QString &jid, PresenceState state) {
        return [jid, state](PresenceTracker &tracker) { return tracker.watchOnce(jid, state); };
    };
    const auto here = [](PresenceTracker &tracker) {
        return tracker.watchOnce(juliet,
            [](PresenceState now) { return now == PresenceState(Show::None) || now == PresenceState(Show::Chat); });
    };
    const PresenceState dnd(Show::DoNotDisturb);
    const PresenceState gone;

    row("bare: already", online(u"Juliet@Example.org"_s), u"away balcony, |"_s, u"away balcony"_s);
    row("bare: the best", online(juliet), u"away balcony, dnd orchard, |"_s, u"dnd orchard"_s);
    row("bare: comes", online(juliet), u"|, xa balcony"_s, u"xa balcony"_s);
    row("bare: the first to come", online(juliet), u"|, xa balcony, unavailable, dnd orchard"_s, u"xa balcony"_s);
    row("bare: never", online(juliet), u"|, error, unavailable balcony"_s, {});
    row("full: already", online(balcony), u"away balcony, |"_s, u"away balcony"_s);
    row("full: another", online(balcony), u"away orchard, |, dnd other"_s, {});
    row("full: comes", online(balcony), u"dnd orchard, |, away balcony"_s, u"away balcony"_s);
    row("state: already", inState(juliet, dnd), u"dnd balcony, |"_s, u"dnd balcony"_s);
    row("state: another", inState(juliet, dnd), u"away balcony, |, chat balcony"_s, {});
    row("state: reached", inState(juliet, dnd), u"away balcony, |, dnd balcony"_s, u"dnd balcony"_s);
    row("state: reached by another resource", inState(juliet, dnd), u"away balcony, |, dnd orchard"_s,
        u"dnd orchard"_s);
    row("state: gone already", inState(balcony, gone), u"|"_s, u"unavailable balcony"_s);
    row("state: goes", inState(balcony, gone), u"away balcony, |, away orchard, unavailable balcony"_s,
        u"unavailable balcony"_s);
    row("state: goes in error", inState(balcony, gone), u"away balcony, |, error orchard"_s, u"error orchard"_s);
    row("condition: never", here, u"away balcony, |, dnd balcony"_s, {});
    row("condition: met", here, u"away balcony, |, chat balcony"_s, u"chat balcony"_s);
}

void TestPresenceWatcher::watchOnce()
{
    QFETCH(std::function<QFuture<QXmppPresence>(PresenceTracker &)>, watch);
    QFETCH(QStringList, stanzas);
    QFETCH(QString, answer);

    PresenceTracker tracker;
    QFuture<QXmppPresence> future;
    int answers = 0;
    for (const auto &text : std::as_const(stanzas)) {
        if (text == u"|"_s) {
            future = watch(tracker);
            QVERIFY(future.isValid());
            future.then(this, [&](const QXmppPresence &) { ++answers; });
            QCOMPARE(answers, text == stanzas.last() ? 1 : 0);
        } else {
            tracker.handlePresence(ofJuliet(text));
        }
    }
    QCOMPARE(answers, answer.isEmpty() ? 0 : 1);
    QCOMPARE(future.isFinished(), !answer.isEmpty());
    QVERIFY(!future.isCanceled());
    if (answer.isEmpty())
        return;
    const auto result = future.result();
    const auto expected = ofJuliet(answer);
    QCOMPARE(result.from(), expected.from());
    QCOMPARE(result.type(), expected.type());
    QCOMPARE(result.availableStatusType(), expected.availableStatusType());
}

void TestPresenceWatcher::watchOnceTellsAfterTheTracker()
{
    PresenceTracker tracker;
    QStringList heard;
    tracker.watchOnce(juliet).then(this, [&](const QXmppPresence &) { heard.append(u"future"_s); });
    PresenceRecorder recorder(&tracker);
    connect(&recorder, &PresenceRecorder::signalRecorded, this,
        [&](const RecordedSignal &signal) { heard.append(signal.name); });
    tracker.handlePresence(stanza(u"away "_s + balcony));
    QCOMPARE(heard, (QStringList{u"peerAvailable"_s, u"resourceAvailable"_s, u"future"_s}));
}

// Whoever hears of the end may make the tracker go on at once.
void TestPresenceWatcher::watchOnceIsCancelled()
{
    PresenceTracker tracker;
    QStringList heard;
    auto future = tracker.watchOnce(juliet);
    future.then(this, [&](const QXmppPresence &) { heard.append(u"answered"_s); }).onCanceled(this, [&] {
        heard.append(u"cancelled"_s);
        tracker.handlePresence(stanza(u"away "_s + balcony));
    });
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(heard, QStringList{u"cancelled"_s});
    QVERIFY(tracker.presence(balcony));

    auto other = tracker.watchOnce(orchard);
    other.cancel();
    tracker.handlePresence(stanza(u"away "_s + orchard));
    QVERIFY(other.isCanceled());
    QCOMPARE(other.resultCount(), 0);
}

void TestPresenceWatcher::watchOnceEndsWithTheTracker()
{
    auto tracker = std::make_unique<PresenceTracker>();
    auto future = tracker->watchOnce(juliet);
    const auto cancelledBefore = tracker->watchOnce(juliet);
    int ends = 0;
    future.then(this, [](const QXmppPresence &) { QFAIL("answered"); }).onCanceled(this, [&, last = tracker.get()] {
        ++ends;
        last->handlePresence(stanza(u"away "_s + balcony));
        QVERIFY(last->presence(balcony));
        QVERIFY(last->watchOnce(balcony).isCanceled());
    });
    QFuture(cancelledBefore).cancel();
    tracker.reset();
    QCOMPARE(ends, 1);
    for (const auto &ended : {future, cancelledBefore}) {
        QVERIFY(ended.isCanceled());
        QVERIFY(ended.isFinished());
    }
}

void TestPresenceWatcher::watchOnceRefuses()
{
    PresenceTracker tracker;
    const auto ends = [this](QFuture<QXmppPresence> future) {
        bool isCancelled = false;
        future.then(this, [](const QXmppPresence &) {}).onCanceled(this, [&] { isCancelled = true; });
        return isCancelled && future.isCanceled() && future.isFinished();
    };
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Refused a JID that nobody can have"_s));
    QVERIFY(ends(tracker.watchOnce(nobody)));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"empty condition"_s));
    QVERIFY(ends(tracker.watchOnce(juliet, Condition())));
}

void TestPresenceWatcher::watchOnceMayDeleteTheTracker()
{
    auto *tracker = new PresenceTracker;
    auto first = tracker->watchOnce(juliet);
    const auto second = tracker->watchOnce(balcony);
    first.then([tracker](const QXmppPresence &) { delete tracker; });
    tracker->handlePresence(stanza(u"away "_s + balcony));
    QVERIFY(!first.isCanceled());
    QVERIFY(second.isCanceled());
    QVERIFY(second.isFinished());
}

void TestPresenceWatcher::cancelledMayDeleteTheTracker()
{
    QPointer tracker = new PresenceTracker;
    auto future = tracker->watchOnce(juliet);
    future.then([](const QXmppPresence &) {}).onCanceled([&] { delete tracker; });
    future.cancel();
    QTRY_VERIFY(!tracker);
}

void TestPresenceWatcher::watchOnceLeavesNothingBehind()
{
    PresenceTracker tracker;
    const qint64 before = allocations;
    for (int i = 0; i < many; ++i)
        tracker.watchOnce(u"peer%1@example.org"_s.arg(i)).cancel();
    QVERIFY(allocations > before + many);
    QCoreApplication::sendPostedEvents(); // the watcher of the future hears of it
    QCoreApplication::sendPostedEvents(); // and ends
    QVERIFY2(allocations < before + few, qPrintable(QString::number(allocations - before)));

    for (int i = 0; i < many; ++i) {
        tracker.watchOnce(u"peer%1@example.org/x"_s.arg(i));
        tracker.handlePresence(stanza(u"away peer%1@example.org/x"_s.arg(i)));
        tracker.handlePresence(stanza(u"unavailable peer%1@example.org/x"_s.arg(i)));
    }
    QVERIFY(allocations < before + few);
}

QTEST_GUILESS_MAIN(TestPresenceWatcher)
#include "tst_presencewatcher.moc"
