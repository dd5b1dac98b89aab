// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick

ListView {
    section.property: "section"
    section.delegate: Text {
        required property string section

        objectName: "section"
        font.bold: true
        text: section
        textFormat: Text.PlainText
    }
    delegate: Text {
        required property string display
        required property string statusText
        required property bool available

        opacity: available ? 1 : 0.5
        text: statusText ? display + ": " + statusText : display
        textFormat: Text.PlainText
    }
}
