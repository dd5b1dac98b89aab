// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [suite]
#include "contactspane.h"

#include <QTest>
#include <XmppPresence/TestClient>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

class TestContactsPane : public QObject
{
    Q_OBJECT

    TestClient client;
    ContactsPane pane{&client};

private Q_SLOTS:
    void init()
    {
        client.setRoster({contact(u"juliet@example.org"_s, u"Juliet"_s), contact(u"nurse@example.org"_s)});
        QVERIFY(client.startNewSession());
    }

    void showsWhoIsThere()
    {
        QVERIFY(client.receive(presence(u"juliet@example.org/balcony"_s).away().status(u"at the window"_s)));
        QTRY_COMPARE(pane.headline(), u"1 are there"_s);
    }

    void saysThatTheConnectionIsLost()
    {
        client.loseConnection();
        QCOMPARE(pane.headline(), u"Connecting again…"_s);
        QVERIFY(client.resume());
        QTRY_COMPARE(pane.headline(), u"0 are there"_s);
    }
};

QTEST_GUILESS_MAIN(TestContactsPane)
#include "tst_contactspane.moc"
//! [suite]
