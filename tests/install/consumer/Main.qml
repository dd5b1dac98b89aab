// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Window {
    id: window

    required property PresenceTracker presence

    visible: true

    ListView {
        anchors.fill: parent
        delegate: ContactDelegate {
            width: ListView.view.width

            Component.onCompleted: if (jid === "juliet@example.org")
                Qt.quit()
        }
        model: PresenceModel {
            tracker: window.presence
        }
    }
}
