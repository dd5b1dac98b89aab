// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence
    readonly property int row: everybody.count > 0 ? everybody.rowOf("Juliet@Example.ORG") : -1

    //! [model]
    ListView {
        anchors.fill: parent
        model: PresenceModel {
            id: everybody

            interval: 100
            tracker: root.presence
        }
        delegate: ContactDelegate {
            width: ListView.view.width
        }
    }
    //! [model]
}
