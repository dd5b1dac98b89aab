// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"
#include "servers.h"
#include "testserver.h"

#include <QTest>
#include <QXmlStreamWriter>

#include <QXmppMucIq.h>
#include <QXmppTask.h>

#include <XmppPresence/LeaveReason>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using XmppPresence::LeaveReason;
using XmppPresence::PresenceTracker;

static const QString room = u"verona@rooms.localhost"_s;
static const QString own = u"Juliet"_s;
static const QString newEmoji = u"\U0001F3AD"_s;

static QString nicknameOf(size_t person)
{
    return u"Person %1"_s.arg(person, 2, 10, QChar(u'0'));
}

static QString jidOf(const QString &nickname)
{
    return room + u'/' + nickname;
}

// A server with a room in which there are 50 people. The first of them owns it.
struct City
{
    void people();

    std::unique_ptr<TestServer> server = newServer({});
    std::vector<std::unique_ptr<Device>> occupants;
};

void City::people()
{
    QVERIFY(server->start() && server->addAccount(u"juliet"_s));
    for (size_t i = 0; i < 50; ++i) {
        const auto user = u"person%1"_s.arg(i);
        QVERIFY(server->addAccount(user));
        occupants.push_back(std::make_unique<Device>(*server, user, u"home"_s));
        QVERIFY(occupants.back()->logIn() && occupants.back()->enter(room, nicknameOf(i)));
    }
}

// What a tracker tells and knows of a room on a real server, which she enters before each test.
class TestRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void init();
    void cleanup();

    void entering();
    void renamed_data();
    void renamed();
    void newEmojiRefused();
    void ownRenamed();
    void refusedRename();
    void refusedEntry();
    void kicked();
    void ownKicked();
    void banned();
    void left();
    void ownLeft();
    void destroyed();

private:
    Device &person(size_t i) { return *m_city->occupants[i]; }
    QString presentedAs(const QString &nickname) const { return nickname + u" online 0"_s; }
    QStringList occupants() const;
    QString allGone() const;
    void change(const QXmppMucItem &item);

    std::map<bool, City> m_cities;
    City *m_city = nullptr;
    std::optional<Device> m_juliet;
    QList<LeaveReason> m_reasons;
};

static QXmppMucItem withRole(const QString &nickname, QXmppMucItem::Role role)
{
    QXmppMucItem item;
    item.setNick(nickname);
    item.setRole(role);
    return item;
}

static QXmppMucItem withAffiliation(const QString &jid, QXmppMucItem::Affiliation affiliation)
{
    QXmppMucItem item;
    item.setJid(jid);
    item.setAffiliation(affiliation);
    return item;
}

class DestroyIq : public QXmppIq
{
public:
    DestroyIq()
        : QXmppIq(Set)
    {
        setTo(room);
    }

protected:
    void toXmlElementFromChild(QXmlStreamWriter *writer) const override
    {
        writer->writeStartElement(u"query"_s);
        writer->writeDefaultNamespace(u"http://jabber.org/protocol/muc#owner"_s);
        writer->writeEmptyElement(u"destroy"_s);
        writer->writeEndElement();
    }
};

void TestRooms::init()
{
    QFETCH_GLOBAL(const bool, isEjabberd);
    const auto [city, isNew] = m_cities.try_emplace(isEjabberd);
    m_city = &city->second;
    if (isNew)
        m_city->people();
    if (QTest::currentTestFailed())
        return;
    m_juliet.emplace(*m_city->server, u"juliet"_s, u"balcony"_s);
    QVERIFY(m_juliet->logIn());
    m_juliet->told(2);
    QVERIFY(m_juliet->enter(room, own));
    QTRY_COMPARE_WITH_TIMEOUT(occupants().size(), 51, patience);
    if (QLatin1StringView(QTest::currentTestFunction()) != "entering"_L1)
        m_juliet->told(0);
    m_reasons.clear();
    connect(&m_juliet->tracker, &PresenceTracker::resourceUnavailable, this,
        [this](const QString &, const QXmppPresence &stanza) { m_reasons.append(XmppPresence::leaveReason(stanza)); });
}

void TestRooms::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << "The server's log ends with" << m_city->server->logTail();
    m_juliet->logOut();
    QTRY_VERIFY_WITH_TIMEOUT(!person(0).tracker.resources(room).contains(own), patience);
    m_juliet.reset();
}

QStringList TestRooms::occupants() const
{
    auto names = m_juliet->tracker.resources(room).keys();
    names.removeAll(QString()); // ejabberd sends presence of the room itself, too
    return names;
}

// In the order of their names, which is how they are known
QString TestRooms::allGone() const
{
    QString told;
    for (const auto &nickname : m_juliet->tracker.resources(room).keys())
        told += u"resourceUnavailable %1 unavailable\n"_s.arg(nickname.isEmpty() ? room : jidOf(nickname));
    return told + u"peerUnavailable %1 unavailable"_s.arg(room);
}

void TestRooms::change(const QXmppMucItem &item)
{
    QXmppMucAdminIq iq;
    iq.setType(QXmppIq::Set);
    iq.setTo(room);
    iq.setItems({item});
    person(0).client.sendIq(std::move(iq));
}

void TestRooms::entering()
{
    const auto count = m_juliet->tracker.resources(room).size() + 1;
    const auto told = m_juliet->told(count).split(u'\n');
    QCOMPARE(told.size(), count);
    QCOMPARE(told.first().section(u' ', 0, 1), QString(u"peerAvailable "_s + room));
    for (const auto &line : told.sliced(1))
        QVERIFY2(line.startsWith("resourceAvailable "_L1 + room), qPrintable(line));
    QCOMPARE(told.last(), QString(u"resourceAvailable "_s + jidOf(presentedAs(own))));
    QCOMPARE(m_juliet->differenceToFresh(room), QString());
}

void TestRooms::renamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Somebody"_s;
    QTest::newRow("emoji and the signs of a JID") << u"\u2620/\u2764 @ night"_s;
}

void TestRooms::renamed()
{
    QFETCH(const QString, name);
    for (const auto &[from, to] : {std::pair(nicknameOf(7), name), std::pair(name, nicknameOf(7))}) {
        QVERIFY(person(7).enter(room, to));
        QCOMPARE(
            m_juliet->told(2), u"resourceRenamed %1 %2\nresourceChanged %2 online 0"_s.arg(jidOf(from), jidOf(to)));
        QCOMPARE(occupants().size(), 51);
        QVERIFY(m_reasons.isEmpty());
        QVERIFY(!m_juliet->tracker.presence(jidOf(from)));
        QCOMPARE(m_juliet->differenceToFresh(room), QString());
        m_juliet->told(0);
        m_reasons.clear();
    }
}

// Both servers know the characters of Unicode 3.2 alone.
void TestRooms::newEmojiRefused()
{
    QTRY_VERIFY_WITH_TIMEOUT(person(7).tracker.resources(room).contains(own), patience);
    person(7).told(0);
    QXmppPresence stanza;
    stanza.setTo(jidOf(newEmoji));
    QVERIFY(person(7).send(stanza));
    QCOMPARE(person(7).told(1), QString(u"peerError "_s + room + u" error"_s));
    QVERIFY(person(7).tracker.resources(room).contains(nicknameOf(7)));
    QCOMPARE(m_juliet->told(0), QString());
}

void TestRooms::ownRenamed()
{
    const auto other = u"Giulietta"_s;
    QVERIFY(m_juliet->enter(room, other));
    auto told = m_juliet->told(2).split(u'\n');
    QCOMPARE(told.takeFirst(), u"resourceRenamed %1 %2"_s.arg(jidOf(own), jidOf(other)));
    // Prosody tells her of all others once more.
    QVERIFY(told.contains(u"resourceChanged %1 online 0"_s.arg(jidOf(other))));
    QVERIFY(std::ranges::all_of(told, [](const auto &line) { return line.startsWith("resourceChanged "_L1); }));
    QCOMPARE(m_juliet->differenceToFresh(room), QString());
}

void TestRooms::refusedRename()
{
    const auto before = occupants();
    QXmppPresence stanza;
    stanza.setTo(jidOf(nicknameOf(3)));
    QVERIFY(m_juliet->send(stanza));
    QCOMPARE(m_juliet->told(1), QString(u"peerError "_s + room + u" error"_s));
    QCOMPARE(occupants(), before);
    QVERIFY(m_reasons.isEmpty());
}

void TestRooms::refusedEntry()
{
    Device rival(*m_city->server, u"juliet"_s, u"chamber"_s);
    QVERIFY(rival.logIn());
    rival.told(3);
    QXmppPresence stanza;
    stanza.setTo(jidOf(nicknameOf(3)));
    stanza.setMucSupported(true);
    QVERIFY(rival.send(stanza));
    // The account is known by another nickname, so ejabberd and Prosody both refuse.
    QCOMPARE(rival.told(1), QString(u"peerError "_s + room + u" error"_s));
    QVERIFY(rival.tracker.resources(room).isEmpty());
    QCOMPARE(occupants().size(), 51);
    rival.logOut();
}

void TestRooms::kicked()
{
    change(withRole(nicknameOf(4), QXmppMucItem::NoRole));
    QCOMPARE(m_juliet->told(1), QString(u"resourceUnavailable "_s + jidOf(nicknameOf(4)) + u" unavailable"_s));
    QCOMPARE(m_reasons, {LeaveReason::Kicked});
    QTRY_VERIFY_WITH_TIMEOUT(person(4).tracker.resources(room).isEmpty(), patience);
    QCOMPARE(m_juliet->differenceToFresh(room), QString());
    QVERIFY(person(4).enter(room, nicknameOf(4)));
}

void TestRooms::ownKicked()
{
    const auto expected = allGone();
    change(withRole(own, QXmppMucItem::NoRole));
    QCOMPARE(m_juliet->told(expected.count(u'\n') + 1), expected);
    QCOMPARE(m_reasons.last(51), QList<LeaveReason>(51, LeaveReason::Kicked));
    QCOMPARE(m_juliet->differenceToFresh(), QString());
}

void TestRooms::banned()
{
    change(withAffiliation(u"person5@localhost"_s, QXmppMucItem::OutcastAffiliation));
    QCOMPARE(m_juliet->told(1), QString(u"resourceUnavailable "_s + jidOf(nicknameOf(5)) + u" unavailable"_s));
    QCOMPARE(m_reasons, {LeaveReason::Banned});
    QCOMPARE(m_juliet->differenceToFresh(room), QString());
    change(withAffiliation(u"person5@localhost"_s, QXmppMucItem::NoAffiliation));
    QVERIFY(person(0).send({})); // the room has done it before what follows
    QVERIFY(person(5).enter(room, nicknameOf(5)));
}

void TestRooms::left()
{
    QXmppPresence stanza(QXmppPresence::Unavailable);
    stanza.setTo(jidOf(nicknameOf(6)));
    QVERIFY(person(6).send(stanza));
    QCOMPARE(m_juliet->told(1), QString(u"resourceUnavailable "_s + jidOf(nicknameOf(6)) + u" unavailable"_s));
    QCOMPARE(m_reasons, {LeaveReason::Left});
    QCOMPARE(m_juliet->differenceToFresh(room), QString());
    QVERIFY(person(6).enter(room, nicknameOf(6)));
}

void TestRooms::ownLeft()
{
    const auto expected = allGone();
    QXmppPresence stanza(QXmppPresence::Unavailable);
    stanza.setTo(jidOf(own));
    QVERIFY(m_juliet->send(stanza));
    QCOMPARE(m_juliet->told(expected.count(u'\n') + 1), expected);
    QCOMPARE(m_reasons.last(51), QList<LeaveReason>(51, LeaveReason::Left));
    QCOMPARE(m_juliet->differenceToFresh(), QString());
}

void TestRooms::destroyed()
{
    const auto expected = allGone();
    person(0).client.sendIq(DestroyIq());
    QCOMPARE(m_juliet->told(expected.count(u'\n') + 1), expected);
    QCOMPARE(m_reasons.last(51), QList<LeaveReason>(51, LeaveReason::RoomDestroyed));
    QCOMPARE(m_juliet->differenceToFresh(), QString());
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
