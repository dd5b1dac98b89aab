// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [indicator]
    PresenceIndicator {
        width: 32
        height: 32
        availability: Availability.FreeForChat
        stale: root.presence.stale
    }
    //! [indicator]
}
