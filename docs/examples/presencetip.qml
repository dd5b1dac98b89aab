// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [tip]
    HoverHandler {
        id: hover
    }
    PresenceTip {
        id: tip

        jid: "juliet@example.org"
        maximumCount: 3
        rightToLeft: Application.layoutDirection === Qt.RightToLeft
        tracker: root.presence
        visible: hover.hovered
        onAboutToShow: console.log("It leaves out", hiddenCount)
    }
    //! [tip]
}
