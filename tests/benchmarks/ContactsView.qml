// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick

ListView {
    id: view

    delegate: Text {
        required property string name
        required property int availability
        required property string statusText

        height: 24
        text: availability + " " + name + " " + statusText
        textFormat: Text.PlainText
        width: view.width
    }
}
