// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QTest>

#include <XmppPresence/Availability>
#include <XmppPresence/ContactListModel>
#include <XmppPresence/LeaveReason>
#include <XmppPresence/PresenceBuilder>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static const auto juliet = u"juliet@example.org"_s;
static const auto balcony = u"juliet@example.org/balcony"_s;
static const auto garden = u"juliet@example.org/garden"_s;

// Each of these fails, and says why.
class FailingSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compareSignals();
    void tryCompareSignals();
    void noSignals();
    void state() { QCOMPARE(PresenceState(PresenceState::Show::Away), PresenceState()); }
    void show() { QCOMPARE(PresenceState::Show::Chat, PresenceState::Show::None); }
    void availability() { QCOMPARE(Availability::Error, Availability::Unknown); }
    void leaveReason() { QCOMPARE(LeaveReason::Kicked, LeaveReason::Banned); }
    void ranking() { QCOMPARE(PresenceTracker::Ranking::Priority, PresenceTracker::Ranking::Custom); }
    void sortOrder() { QCOMPARE(ContactListModel::SortOrder::Name, ContactListModel::SortOrder::MostRecentChange); }
    void sections() { QCOMPARE(ContactListModel::Sections::ByGroup, ContactListModel::Sections::NoSections); }
    void role() { QCOMPARE(PresenceItemModel::JidRole, PresenceItemModel::NameRole); }
    void photoState() { QCOMPARE(PresenceItemModel::PhotoState::HasPhoto, PresenceItemModel::PhotoState::NoPhoto); }
    void stanza() { QCOMPARE(presence(balcony).away().stanza(), presence(balcony).dnd().stanza()); }
    void builder() { QCOMPARE(presence(balcony).away(), presence(balcony).dnd()); }
    void nothing() { QCOMPARE(PresenceTracker().presence(balcony), presence(balcony)); }
    void something() { QCOMPARE(std::optional(presence(balcony).stanza()), std::nullopt); }
    void queries() { QCOMPARE(PresenceTracker().presence(balcony), std::optional(presence(balcony).stanza())); }
    void recordedSignal() { QCOMPARE(RecordedSignal({u"peerError"_s, juliet}).line(), u"peerError"_s); }
};

void FailingSuite::compareSignals()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    tracker.handlePresence(presence(garden));
    tracker.handlePresence(presence(garden).away());
    COMPARE_SIGNALS(recorder, u"peerAvailable juliet@example.org"_s, u"resourceAvailable juliet@example.org/balcony"_s,
        u"resourceChanged juliet@example.org/garden"_s);
    qWarning("went on");
}

void FailingSuite::tryCompareSignals()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    TRY_COMPARE_SIGNALS(recorder, u"peerAvailable juliet@example.org"_s);
}

void FailingSuite::noSignals()
{
    PresenceTracker tracker;
    PresenceRecorder recorder(&tracker);
    tracker.handlePresence(presence(garden));
    COMPARE_SIGNALS(recorder);
}

QTEST_GUILESS_MAIN(FailingSuite)
#include "failingsuite.moc"
