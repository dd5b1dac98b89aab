// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Text {
    id: root

    required property PresenceTracker presence

    //! [state]
    readonly property presenceState state: root.presence.state("juliet@example.org")

    text: !state.available ? "gone" : state.show === PresenceState.DoNotDisturb ? "busy" : "there"
    //! [state]
}
