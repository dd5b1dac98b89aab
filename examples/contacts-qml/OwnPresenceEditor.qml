// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import XmppPresence

// Availability, status and priority of the user, to be changed.
Popup {
    id: root

    required property Session session

    focus: true
    modal: true
    dim: false
    margins: 0 // within the window, however large the font is
    padding: 8

    onOpened: {
        choices.currentIndex = choices.model.indexOf(session.availability);
        choices.forceActiveFocus();
    }
    onClosed: session.statusText = status.text

    FontMetrics {
        id: fontMetrics

        font: root.font
    }

    contentItem: ColumnLayout {
        spacing: 8

        ListView {
            id: choices

            function choose(availability: int): void {
                root.session.availability = availability;
                root.close();
            }

            objectName: "ownAvailability"
            Layout.fillWidth: true
            activeFocusOnTab: true
            implicitHeight: contentHeight
            implicitWidth: 260
            interactive: false
            keyNavigationEnabled: true
            model: [Availability.Online, Availability.FreeForChat, Availability.Away, Availability.ExtendedAway, Availability.DoNotDisturb]

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Own availability")

            Keys.onEnterPressed: choose(model[currentIndex])
            Keys.onReturnPressed: choose(model[currentIndex])
            Keys.onSpacePressed: choose(model[currentIndex])

            delegate: ItemDelegate {
                id: choice

                required property int index
                required property int modelData

                width: ListView.view.width
                highlighted: ListView.isCurrentItem
                text: Presence.availabilityText(modelData)

                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: root.session.availability === modelData

                onClicked: choices.choose(modelData)

                contentItem: RowLayout {
                    spacing: 10

                    PresenceIndicator {
                        Layout.preferredHeight: Math.round(fontMetrics.height)
                        Layout.preferredWidth: Math.round(fontMetrics.height)
                        availability: choice.modelData

                        Accessible.ignored: true
                    }

                    Label {
                        Layout.fillWidth: true
                        color: choice.highlighted ? choice.palette.highlightedText : choice.palette.text
                        font.bold: root.session.availability === choice.modelData
                        horizontalAlignment: Text.AlignLeft
                        text: choice.text
                        textFormat: Text.PlainText

                        Accessible.ignored: true
                    }
                }
            }
        }

        TextField {
            id: status

            objectName: "ownStatus"
            Layout.fillWidth: true
            placeholderText: qsTr("What are you up to?")
            text: root.session.statusText

            Accessible.name: qsTr("Own status")

            onAccepted: root.close()
        }

        RowLayout {
            spacing: 8

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignLeft
                text: qsTr("Priority of this device")
                textFormat: Text.PlainText
                wrapMode: Text.Wrap

                Accessible.ignored: true
            }

            SpinBox {
                objectName: "ownPriority"
                editable: true
                from: -128
                to: 127
                value: root.session.priority

                Accessible.name: qsTr("Priority of this device")

                onValueModified: root.session.priority = value
            }
        }
    }
}
