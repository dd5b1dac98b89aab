// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [suite]
import QtQuick
import QtTest
import XmppPresence
import XmppPresence.Testing

Item {
    width: 300
    height: 400

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

        anchors.fill: parent
        tracker: account.tracker
    }

    TestCase {
        name: "Contacts"
        when: windowShown

        function test_arrival(): void {
            verify(account.startNewSession());
            account.receive({
                from: "juliet@example.org/balcony",
                show: "away"
            });
            tryCompare(contacts.model, "availableCount", 1);
            contacts.forceActiveFocus();
            keyClick(Qt.Key_Down);
            compare(contacts.currentJid, "juliet@example.org");
            account.loseConnection();
            verify(account.tracker.stale);
            verify(account.resume());
            compare(account.difference(["peerAvailable juliet@example.org", "resourceAvailable juliet@example.org/balcony"]), "");
        }
    }
}
//! [suite]
