// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import XmppPresence

// What the others see of the user, on a button that opens a popup to change it.
ToolButton {
    id: root

    required property Session session

    readonly property real em: fontMetrics.height // as in the rows below
    readonly property int availability: session.state === Session.Connected ? session.availability : Availability.Offline
    readonly property string availabilityText: Presence.availabilityText(availability)

    objectName: "ownPresence"
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    horizontalPadding: Math.round(em * 0.75)
    verticalPadding: Math.round(em * 0.6)
    down: pressed || editor.visible

    Accessible.name: qsTr("Own presence: %1").arg([availabilityText, session.statusText].filter(text => text).join(", "))

    onClicked: editor.open()

    FontMetrics {
        id: fontMetrics

        font: root.font
    }

    OwnPresenceEditor {
        id: editor

        session: root.session
        x: root.mirrored ? root.width - width : 0
        y: root.height
    }

    contentItem: RowLayout {
        spacing: Math.round(root.em * 0.6)

        PresenceIndicator {
            Layout.preferredHeight: Math.round(root.em)
            Layout.preferredWidth: Math.round(root.em)
            availability: root.availability

            Accessible.ignored: true
        }

        ColumnLayout {
            spacing: 1

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.bold: true
                horizontalAlignment: Text.AlignLeft
                text: Presence.displayText(root.session.jid)
                textFormat: Text.PlainText
                visible: text

                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignLeft
                opacity: 0.7
                text: Presence.displayText(root.session.statusText) || root.availabilityText
                textFormat: Text.PlainText

                Accessible.ignored: true
            }
        }

        Label {
            text: "▾"
            textFormat: Text.PlainText

            Accessible.ignored: true
        }
    }
}
