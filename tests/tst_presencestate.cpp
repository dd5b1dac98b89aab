// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QTest>

#include <QXmppPresence.h>

#include <XmppPresence/PresenceState>

using namespace Qt::StringLiterals;
using XmppPresence::PresenceState;
using Show = PresenceState::Show;

class TestPresenceState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromStanza_data();
    void fromStanza();
    void onlyTypeAvailableIsAvailable_data();
    void onlyTypeAvailableIsAvailable();
    void isTotallyOrdered();
    void unavailableIsOneValue();
    void equalStatesHaveEqualHashes();
    void isReadable();
    void isAGadget();
};

void TestPresenceState::fromStanza_data()
{
    QTest::addColumn<QXmppPresence::AvailableStatusType>("show");
    QTest::addColumn<PresenceState>("state");

    QTest::newRow("no show") << QXmppPresence::Online << PresenceState(Show::None);
    QTest::newRow("away") << QXmppPresence::Away << PresenceState(Show::Away);
    QTest::newRow("xa") << QXmppPresence::XA << PresenceState(Show::ExtendedAway);
    QTest::newRow("dnd") << QXmppPresence::DND << PresenceState(Show::DoNotDisturb);
    QTest::newRow("chat") << QXmppPresence::Chat << PresenceState(Show::Chat);
    QTest::newRow("a show that RFC 6121 does not have") << QXmppPresence::Invisible << PresenceState(Show::None);
}

void TestPresenceState::fromStanza()
{
    QFETCH(QXmppPresence::AvailableStatusType, show);
    QFETCH(PresenceState, state);

    QXmppPresence stanza;
    stanza.setAvailableStatusType(show);
    QCOMPARE(PresenceState::fromStanza(stanza), state);
    QVERIFY(state.isAvailable());
}

void TestPresenceState::onlyTypeAvailableIsAvailable_data()
{
    QTest::addColumn<QXmppPresence::Type>("type");

    QTest::newRow("unavailable") << QXmppPresence::Unavailable;
    QTest::newRow("error") << QXmppPresence::Error;
    QTest::newRow("subscribe") << QXmppPresence::Subscribe;
    QTest::newRow("subscribed") << QXmppPresence::Subscribed;
    QTest::newRow("unsubscribe") << QXmppPresence::Unsubscribe;
    QTest::newRow("unsubscribed") << QXmppPresence::Unsubscribed;
    QTest::newRow("probe") << QXmppPresence::Probe;
}

void TestPresenceState::onlyTypeAvailableIsAvailable()
{
    QFETCH(QXmppPresence::Type, type);

    QXmppPresence stanza(type);
    stanza.setAvailableStatusType(QXmppPresence::Chat);
    QCOMPARE(PresenceState::fromStanza(stanza), PresenceState());
    QVERIFY(!PresenceState::fromStanza(stanza).isAvailable());
}

void TestPresenceState::isTotallyOrdered()
{
    const QList ascending{PresenceState(), PresenceState(Show::ExtendedAway), PresenceState(Show::Away),
        PresenceState(Show::None), PresenceState(Show::Chat), PresenceState(Show::DoNotDisturb)};
    for (qsizetype i = 0; i < ascending.size(); ++i) {
        for (qsizetype j = 0; j < ascending.size(); ++j)
            QVERIFY((ascending[i] <=> ascending[j]) == (i <=> j));
    }
}

void TestPresenceState::unavailableIsOneValue()
{
    QCOMPARE(PresenceState().show(), Show::None);
    QVERIFY(PresenceState() != PresenceState(Show::None));
}

void TestPresenceState::equalStatesHaveEqualHashes()
{
    const QSet states{PresenceState(), PresenceState(Show::Away), PresenceState(Show::None), PresenceState(Show::Away)};
    QCOMPARE(states.size(), 3);
    QVERIFY(states.contains(PresenceState(Show::None)));
    QVERIFY(!states.contains(PresenceState(Show::Chat)));
}

void TestPresenceState::isReadable()
{
    QCOMPARE(QDebug::toString(PresenceState()), u"PresenceState(unavailable)"_s);
    QCOMPARE(QDebug::toString(PresenceState(Show::Away)), u"PresenceState(XmppPresence::PresenceState::Show::Away)"_s);
}

void TestPresenceState::isAGadget()
{
    const PresenceState state(Show::Chat);
    const auto &gadget = PresenceState::staticMetaObject;
    const auto read = [&](const char *name) {
        return gadget.property(gadget.indexOfProperty(name)).readOnGadget(&state);
    };
    QCOMPARE(read("available"), QVariant(true));
    QCOMPARE(read("show").value<Show>(), Show::Chat);
}

QTEST_GUILESS_MAIN(TestPresenceState)
#include "tst_presencestate.moc"
