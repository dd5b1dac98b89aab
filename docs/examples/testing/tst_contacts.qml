// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [suite]
import QtQuick
import QtTest
import XmppPresence
import XmppPresence.Testing

TestCase {
    name: "Contacts"
    when: windowShown

    TestAccount {
        id: account

        roster: [
            {
                jid: "juliet@example.org",
                name: "Juliet"
            }
        ]
        streamManagement: true // so that sessions can be resumed, as is the default
    }

    ContactList {
        id: contacts

        height: 400
        tracker: account.tracker
        width: 300
    }

    function test_arrival(): void {
        verify(account.startNewSession());
        account.receive({
            from: "juliet@example.org/balcony",
            show: "away"
        });
        tryCompare(contacts.model, "count", 1);
        account.loseConnection();
        verify(account.tracker.stale);
        verify(account.resume());
        compare(account.difference(["peerAvailable juliet@example.org", "resourceAvailable juliet@example.org/balcony"]), "");
    }
}
//! [suite]
