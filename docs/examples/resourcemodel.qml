// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [model]
    ListView {
        anchors.fill: parent
        model: ResourceModel {
            jid: "juliet@example.org"
            tracker: root.presence
        }
        delegate: ContactDelegate {
            width: ListView.view.width
        }
    }
    //! [model]
}
