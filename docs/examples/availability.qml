// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [availability]
    PresenceWatcher {
        id: juliet

        jid: "juliet@example.org"
        tracker: root.presence
    }
    Rectangle {
        anchors.fill: parent
        color: juliet.availability === Availability.Online ? "green" : "gray"
        visible: juliet.availability !== Availability.Unknown
    }
    //! [availability]
}
