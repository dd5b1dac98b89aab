// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [delegate]
    ListView {
        anchors.fill: parent
        model: ContactListModel {
            tracker: root.presence
        }
        delegate: ContactDelegate {
            width: ListView.view.width
        }
    }
    //! [delegate]

    //! [row]
    ContactDelegate {
        jid: "juliet@example.org"
        name: "Juliet"
        statusText: "On the balcony"
        errorText: ""
        availability: Availability.Away
        availabilityText: Presence.availabilityText(availability)
        available: true
        accessibleText: name + ", " + availabilityText
        idleSince: new Date(Date.now() - 300000)
        resourceCount: 2
        stale: root.presence.stale
    }
    //! [row]
}
