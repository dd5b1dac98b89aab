// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Column {
    id: root

    required property PresenceTracker presence

    //! [watcher]
    PresenceWatcher {
        id: juliet

        jid: "juliet@example.org"
        tracker: root.presence
        onCameOnline: console.log("Juliet has come")
    }
    PresenceIndicator {
        availability: juliet.availability
        stale: juliet.stale
    }
    Text {
        text: juliet.available ? juliet.statusText : juliet.errorText
        textFormat: Text.PlainText
    }
    Text {
        text: juliet.resources.length + " devices, best on " + Presence.displayText(juliet.bestResource)
            + ", priority " + juliet.priority
        textFormat: Text.PlainText
    }
    Text {
        text: "so for " + Presence.ageText(juliet.since, Presence.now) + ", idle for "
            + Presence.ageText(juliet.idleSince, Presence.now)
    }
    //! [watcher]
}
