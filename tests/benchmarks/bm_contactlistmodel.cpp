// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"

#include <QTest>
#include <QTimer>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// What a contact list of 50,000 costs. The work of the model on one change is the difference between the rows "with a
// model" and "without", in which an empty timer takes its place in the event loop. Parsing of one stanza is the measure
// for machines that are faster, slower, or busy.
class BenchmarkContactListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parsing();
    void oneChange_data();
    void oneChange();
    void flood_data();
    void flood();

private:
    QXmppPresence nextStatus();
    QXmppPresence nextShow();

    static constexpr int contacts = 50'000;
    RosterClient m_client;
    QList<QXmppPresence> m_stanzas; // the last one of each contact
    int m_next = 0;
};

void BenchmarkContactListModel::initTestCase()
{
    QString items;
    for (int i = 0; i < contacts; ++i) {
        items +=
            u"<item jid='peer%1@example.org' name='Name %2' subscription='both'/>"_s.arg(i).arg(i * 7919 % contacts);
        QXmppPresence presence;
        presence.setFrom(u"peer%1@example.org/x"_s.arg(i));
        presence.setStatusText(u"status %1"_s.arg(i));
        if (i % 3 == 0)
            presence.setAvailableStatusType(QXmppPresence::Away);
        m_stanzas.append(presence);
    }
    m_client.pushItems(items);
}

void BenchmarkContactListModel::parsing()
{
    const auto xml = uR"(<presence xmlns="jabber:client" from="juliet@example.org/balcony" to="me@example.org/desk"
        xml:lang="en"><show>away</show><status>Wherefore art thou?</status><priority>5</priority>
        <c xmlns="http://jabber.org/protocol/caps" hash="sha-1" node="https://example.org/client"
        ver="QgayPKawpkPSDYmwT/WM94uAlu0="/><x xmlns="vcard-temp:x:update">
        <photo>01b87fcd030b72895ff8e88db57ec525450f000d</photo></x></presence>)"_s;
    QBENCHMARK
    {
        QDomDocument document;
        document.setContent(xml, QDomDocument::ParseOption::UseNamespaceProcessing);
        QXmppPresence presence;
        presence.parse(document.documentElement());
    }
}

// Of any contact, another status: its row stays where it is.
QXmppPresence BenchmarkContactListModel::nextStatus()
{
    m_next = (m_next + 31) % contacts;
    auto &presence = m_stanzas[m_next];
    presence.setStatusText(presence.statusText() == "here"_L1 ? u"there"_s : u"here"_s);
    return presence;
}

// Of any contact, another show: its row moves far.
QXmppPresence BenchmarkContactListModel::nextShow()
{
    m_next = (m_next + 31) % contacts;
    auto &presence = m_stanzas[m_next];
    const bool isAway = presence.availableStatusType() == QXmppPresence::Away;
    presence.setAvailableStatusType(isAway ? QXmppPresence::Online : QXmppPresence::Away);
    return presence;
}

void BenchmarkContactListModel::oneChange_data()
{
    QTest::addColumn<bool>("hasModel");
    QTest::addColumn<bool>("isMove");

    QTest::newRow("status, without") << false << false;
    QTest::newRow("status, with a model") << true << false;
    QTest::newRow("show, without") << false << true;
    QTest::newRow("show, with a model") << true << true;
}

void BenchmarkContactListModel::oneChange()
{
    QFETCH(bool, hasModel);
    QFETCH(bool, isMove);

    PresenceTracker tracker(&m_client);
    ContactListModel model;
    model.setTracker(hasModel ? &tracker : nullptr);
    for (const auto &presence : std::as_const(m_stanzas))
        tracker.handlePresence(presence);
    QCoreApplication::processEvents();
    QCOMPARE(model.availableCount(), hasModel ? contacts : 0);

    QTimer timer;
    timer.setSingleShot(true);
    QBENCHMARK
    {
        tracker.handlePresence(isMove ? nextShow() : nextStatus());
        if (!hasModel)
            timer.start();
        QCoreApplication::processEvents();
    }
}

void BenchmarkContactListModel::flood_data()
{
    QTest::addColumn<bool>("hasModel");

    QTest::newRow("without") << false;
    QTest::newRow("with a model") << true;
}

void BenchmarkContactListModel::flood()
{
    QFETCH(bool, hasModel);

    PresenceTracker tracker(&m_client);
    ContactListModel model;
    model.setTracker(hasModel ? &tracker : nullptr);
    QBENCHMARK_ONCE
    {
        for (const auto &presence : std::as_const(m_stanzas))
            tracker.handlePresence(presence);
        QCoreApplication::processEvents();
    }
}

QTEST_GUILESS_MAIN(BenchmarkContactListModel)
#include "bm_contactlistmodel.moc"
