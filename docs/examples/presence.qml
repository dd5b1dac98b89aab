// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Column {
    id: root

    required property PresenceTracker presence
    property string status: "<b>I say</b>"
    property date idleSince: new Date(Date.now() - 300000)
    property bool arrived: false

    //! [texts]
    Text {
        text: Presence.availabilityText(Availability.DoNotDisturb) + ": " + Presence.displayText(root.status)
        textFormat: Text.PlainText
    }
    Image {
        source: Presence.iconSource(Availability.DoNotDisturb)
    }
    //! [texts]
    //! [age]
    Text {
        text: "idle for " + Presence.ageText(root.idleSince, Presence.now)
    }
    //! [age]
    Text {
        text: Presence.ageText(root.idleSince)
    }

    //! [watchonce]
    Component.onCompleted: Presence.watchOnce(root.presence, "juliet@example.org", jid => root.arrived = true, root)
    //! [watchonce]
}
