// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [devices]
    DeviceList {
        anchors.fill: parent
        jid: "juliet@example.org"
        tracker: root.presence
    }
    //! [devices]
}
