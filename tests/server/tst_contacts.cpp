// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "device.h"
#include "servers.h"
#include "testserver.h"

#include <QSignalSpy>
#include <QTest>

#include <QXmppBlockingManager.h>
#include <QXmppRosterManager.h>

#include <optional>

using namespace Qt::StringLiterals;

// What a tracker knows of those whom its account has to do with. Juliet and Romeo have each other in their rosters.
class TestContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void init();
    void cleanup();

    void ownDevices();
    void directedFromStranger();
    void directedToStranger();
    void unsubscribed();
    void ownUnsubscribed_data();
    void ownUnsubscribed();
    void blocked();

private:
    std::unique_ptr<TestServer> m_server;
    std::optional<Device> m_juliet;
    std::optional<Device> m_romeo;
    std::optional<Device> m_stranger;
};

static const QString juliet = u"juliet@localhost: *balcony online 0"_s;
static const QString romeo = u"romeo@localhost: *orchard online 0"_s;
static const QString rosaline = u"rosaline@localhost: *cave online 0"_s;
static const QString both = juliet + u'\n' + romeo;

static QXmppPresence directed(QXmppPresence::Type type, const QString &to)
{
    QXmppPresence stanza(type);
    stanza.setTo(to);
    return stanza;
}

void TestContacts::init()
{
    m_server = newServer({});
    QVERIFY(m_server->start());
    for (const auto &user : {u"juliet"_s, u"romeo"_s, u"rosaline"_s})
        QVERIFY(m_server->addAccount(user));
    m_juliet.emplace(*m_server, u"juliet"_s, u"balcony"_s);
    m_romeo.emplace(*m_server, u"romeo"_s, u"orchard"_s);
    m_stranger.emplace(*m_server, u"rosaline"_s, u"cave"_s);
    QVERIFY(m_juliet->logIn() && m_romeo->logIn() && m_stranger->logIn());
    QVERIFY(m_juliet->subscribeTo(*m_romeo) && m_romeo->subscribeTo(*m_juliet));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), both, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), both, patience);
    QCOMPARE(m_stranger->known(), rosaline);
}

void TestContacts::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << "The server's log ends with" << m_server->logTail();
    m_juliet.reset();
    m_romeo.reset();
    m_stranger.reset();
    m_server.reset();
}

void TestContacts::ownDevices()
{
    Device chamber(*m_server, u"juliet"_s, u"chamber"_s);
    QXmppPresence away;
    away.setAvailableStatusType(QXmppPresence::Away);
    QVERIFY(chamber.logIn(away));
    const auto all = u"juliet@localhost: *balcony online 0, chamber away 0\n"_s + romeo;
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), all, patience);
    QTRY_COMPARE_WITH_TIMEOUT(chamber.known(), all, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), all, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());

    chamber.logOut();
    QTRY_COMPARE_WITH_TIMEOUT(chamber.known(), QString(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), both, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());
}

void TestContacts::directedFromStranger()
{
    for (int i = 0; i < 2; ++i) {
        QVERIFY(m_stranger->send(directed(QXmppPresence::Available, m_juliet->bareJid())));
        QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), QString(both + u'\n' + rosaline), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), both, patience);
        if (i == 0)
            QVERIFY(m_stranger->send(directed(QXmppPresence::Unavailable, m_juliet->bareJid())));
        else
            m_stranger->logOut();
        QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), both, patience);
        QCOMPARE(m_juliet->differenceToFresh(), QString());
    }
}

void TestContacts::directedToStranger()
{
    QVERIFY(m_juliet->send(directed(QXmppPresence::Available, m_stranger->bareJid())));
    QTRY_COMPARE_WITH_TIMEOUT(m_stranger->known(), QString(juliet + u'\n' + rosaline), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), both, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());
    m_juliet->logOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_stranger->known(), rosaline, patience);
    QCOMPARE(m_stranger->differenceToFresh(), QString());
}

// He no longer wants her to know.
void TestContacts::unsubscribed()
{
    QVERIFY(m_romeo->roster()->refuseSubscription(m_juliet->bareJid()));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), juliet, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), both, patience);
    QCOMPARE(m_romeo->differenceToFresh(), QString());
}

void TestContacts::ownUnsubscribed_data()
{
    QTest::addColumn<bool>("isRemoved");
    QTest::newRow("unsubscribes") << false;
    QTest::newRow("removes him") << true;
}

// She no longer wants to know.
void TestContacts::ownUnsubscribed()
{
    QFETCH(const bool, isRemoved);
    auto *roster = m_juliet->roster();
    QVERIFY(isRemoved ? roster->removeItem(m_romeo->bareJid()) : roster->unsubscribe(m_romeo->bareJid()));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), juliet, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), isRemoved ? romeo : both, patience);
    QCOMPARE(m_romeo->differenceToFresh(), QString());
}

void TestContacts::blocked()
{
    QFETCH_GLOBAL(const bool, isEjabberd);
    auto *blocking = m_juliet->client.addNewExtension<QXmppBlockingManager>();
    blocking->fetchBlocklist();
    QTRY_VERIFY_WITH_TIMEOUT(blocking->isSubscribed(), patience);
    blocking->block(m_romeo->bareJid());
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), juliet, patience);
    // ejabberd does not tell him that she has gone (XEP-0191, section 3.3).
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), isEjabberd ? both : romeo, patience);

    QVERIFY(m_romeo->send(directed(QXmppPresence::Available, m_juliet->bareJid())));
    QVERIFY(m_stranger->send(directed(QXmppPresence::Available, m_juliet->bareJid())));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), QString(juliet + u'\n' + rosaline), patience);
    m_stranger->logOut();
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), juliet, patience);

    QSignalSpy unblocked(blocking, &QXmppBlockingManager::unblocked);
    blocking->unblock(m_romeo->bareJid());
    QVERIFY(unblocked.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(m_romeo->known(), both, patience);
    QVERIFY(m_romeo->send({}));
    QTRY_COMPARE_WITH_TIMEOUT(m_juliet->known(), both, patience);
    QCOMPARE(m_juliet->differenceToFresh(), QString());
    QCOMPARE(m_romeo->differenceToFresh(), QString());
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
