// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [list]
    ContactList {
        anchors.fill: parent
        tracker: root.presence
        model.sortOrder: ContactListModel.Name
        opacity: arriving ? 0.5 : 1
        onContactActivated: jid => console.log("Talk to", jid)
        onContactClicked: jid => console.log("Show", jid)
        onContextMenuRequested: (jid, position) => console.log("A menu for", jid, "at", position)
        onCurrentJidChanged: console.log("Now at", currentJid)
    }
    //! [list]
}
