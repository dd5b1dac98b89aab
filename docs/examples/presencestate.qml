// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Text {
    id: root

    required property PresenceTracker presence

    //! [state]
    property presenceState mood: presence.state("juliet@example.org")

    text: !mood.available ? "gone" : mood.show === PresenceState.DoNotDisturb ? "busy" : "there"

    // A value does not follow what it was read from.
    function update(): void {
        mood = presence.state("juliet@example.org");
    }

    Connections {
        target: root.presence

        function onResourceAvailable(): void {
            root.update();
        }
        function onResourceChanged(): void {
            root.update();
        }
        function onResourceUnavailable(): void {
            root.update();
        }
    }
    //! [state]
}
