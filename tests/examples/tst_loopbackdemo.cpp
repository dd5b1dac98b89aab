// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "loopbackdemo.h"
#include "session.h"

#include <XmppPresence/ContactListModel>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace XmppPresence;
using Role = ContactListModel::Role;

// The contacts that the windows show by default.
class TestLoopbackDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contacts();
    void sameSeedSameContacts();
    void changesBeforeYourEyes();
    void stopsAndReturns();
    void latinNames();
};

// A demonstration in which nothing happens by itself, and somebody who watches it.
struct Scene
{
    explicit Scene(quint32 seed, LoopbackDemo::Names names = LoopbackDemo::Names::Native)
        : demo(seed, names)
    {
        model.setTracker(session.tracker());
        model.setSortOrder(ContactListModel::SortOrder::Name);
        session.tracker()->setInitialSyncInterval(300);
        session.setShortestPause(20ms);
        demo.setInterval(1h);
    }

    bool begin()
    {
        if (!demo.start())
            return false;
        session.setAccount(demo.account());
        session.signIn();
        return settles();
    }

    bool settles()
    {
        const auto isThere = [this] { return model.count() == demo.contactCount() && model.availableCount() > 0; };
        return QTest::qWaitFor(isThere, 60s) && QTest::qWaitFor([this] { return !session.tracker()->isInitialSync(); });
    }

    QStringList texts(int role) const
    {
        QStringList texts;
        for (int row = 0; row < model.count(); ++row)
            texts.append(model.index(row).data(role).toString());
        return texts;
    }

    LoopbackDemo demo;
    Session session;
    ContactListModel model;
};

void TestLoopbackDemo::contacts()
{
    Scene scene(1);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(scene.begin());
    qInfo("%d contacts, %d of them available, after %lld ms", scene.model.count(), scene.model.availableCount(),
        clock.elapsed());

    QCOMPARE_GE(scene.model.count(), 38);
    QCOMPARE_LE(scene.model.count(), 45);
    QCOMPARE_GE(scene.model.availableCount(), 20);
    QCOMPARE_LT(scene.model.availableCount(), scene.model.count() - 3);
    QCOMPARE(scene.model.groups(), (QStringList{u"Choir"_s, u"Family"_s, u"Friends"_s, u"Neighbours"_s, u"Work"_s}));
    const auto names = scene.texts(Role::NameRole);
    for (const auto &name : {u"Björn Åkesson"_s, u"فاطمة الزهراء"_s, u"王小明"_s, u"Δήμητρα Παπαδοπούλου"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    const auto availabilities = scene.texts(Role::AvailabilityTextRole);
    for (const auto availability : {Availability::Offline, Availability::Online, Availability::Away,
             Availability::DoNotDisturb, Availability::FreeForChat})
        QVERIFY2(availabilities.contains(availabilityText(availability)), qPrintable(availabilityText(availability)));
    QVERIFY(scene.texts(Role::ResourceCountRole).contains(u"2"_s));
    QVERIFY(
        std::ranges::any_of(scene.texts(Role::IdleSinceRole), [](const QString &since) { return !since.isEmpty(); }));
}

void TestLoopbackDemo::sameSeedSameContacts()
{
    Scene first(3);
    Scene second(3);
    Scene other(4);
    for (auto *scene : {&first, &second, &other})
        QVERIFY(scene->begin());
    for (const auto role : {Role::NameRole, Role::AvailabilityTextRole, Role::ResourceCountRole})
        QCOMPARE(second.texts(role), first.texts(role));
    QCOMPARE_NE(other.texts(Role::AvailabilityTextRole), first.texts(Role::AvailabilityTextRole));
}

void TestLoopbackDemo::changesBeforeYourEyes()
{
    Scene scene(1);
    QVERIFY(scene.begin());
    scene.demo.setInterval(10ms);
    QSet<QString> signalNames;
    for (const auto signal : {&PresenceTracker::peerAvailable, &PresenceTracker::resourceChanged,
             &PresenceTracker::resourceUnavailable, &PresenceTracker::peerError}) {
        QSignalSpy spy(scene.session.tracker(), signal);
        QVERIFY(QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 30s));
    }
    QCOMPARE(scene.session.state(), Session::State::Connected);
}

void TestLoopbackDemo::stopsAndReturns()
{
    Scene scene(1);
    QVERIFY(scene.begin());
    const auto before = scene.texts(Role::AvailabilityTextRole);
    QSignalSpy spy(&scene.demo, &LoopbackDemo::runningChanged);

    scene.demo.stop();
    QVERIFY(!scene.demo.isRunning());
    QTRY_COMPARE(scene.session.state(), Session::State::Stale);
    QTRY_COMPARE(scene.model.availableCount(), 0);
    QCOMPARE(scene.model.count(), scene.demo.contactCount());

    QVERIFY(scene.demo.start());
    QTRY_COMPARE(scene.session.state(), Session::State::Connected);
    QTRY_COMPARE(scene.texts(Role::AvailabilityTextRole), before);
    QCOMPARE(spy.count(), 2);
}

void TestLoopbackDemo::latinNames()
{
    Scene scene(1, LoopbackDemo::Names::Latin);
    QVERIFY(scene.begin());
    const auto text = (scene.texts(Role::NameRole) + scene.texts(Role::StatusTextRole)).join(u' ');
    QVERIFY(text.contains(u"Wang Xiaoming"));
    for (const auto letter : text)
        QVERIFY2(letter < u'\u2e80', qPrintable(QString(letter)));
}

QTEST_GUILESS_MAIN(TestLoopbackDemo)
#include "tst_loopbackdemo.moc"
