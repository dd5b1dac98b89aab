// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [program]
import QtQuick.Controls
import XmppPresence

ApplicationWindow {
    id: window

    required property PresenceTracker presence

    title: "Contacts"
    visible: true
    width: 320
    height: 480

    ContactList {
        anchors.fill: parent
        tracker: window.presence
        onContactActivated: jid => console.log("Talk to", jid)
    }
}
//! [program]
