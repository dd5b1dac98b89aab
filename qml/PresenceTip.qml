// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Templates as T

/*!
    \qmltype PresenceTip
    \inqmlmodule XmppPresence
    \brief A tool tip with the devices of a contact.

    It asks for them when it is visible, and names the first five: one tip can serve a whole list.

    \snippet presencetip.qml tip
*/
T.ToolTip {
    id: root

    /*! The PresenceTracker that knows of the devices. */
    property PresenceTracker tracker: null

    /*! The JID of the contact. */
    property string jid

    /*! How many devices it names at most. */
    property int maximumCount: 5

    /*! Whether it is laid out from right to left. It does not learn that from what it is a tip for. */
    property bool rightToLeft: mirrored

    /*! How many devices it does not name. */
    readonly property int hiddenCount: Math.max(0, devices.count - maximumCount)

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: -implicitHeight
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    margins: Math.round(fontMetrics.height * 0.4)
    padding: margins

    // Those of what it is a tip for: a tool tip does not inherit them.
    /*! \internal */
    readonly property color baseColor: parent ? parent.palette.base : palette.base
    /*! \internal */
    readonly property color textColor: parent ? parent.palette.text : palette.text
    /*! \internal */
    readonly property real room: (parent && parent.Window.window ? parent.Window.width : Infinity) - 2 * (margins + padding)

    FontMetrics {
        id: fontMetrics

        font: root.font
    }

    ResourceModel {
        id: devices

        tracker: root.visible ? root.tracker : null
        jid: root.jid
    }

    PresenceWatcher {
        id: watcher

        tracker: devices.tracker
        jid: root.jid
    }

    background: Rectangle {
        border.color: Qt.alpha(root.textColor, 0.3)
        color: root.baseColor
        radius: 4
    }

    contentItem: Column {
        spacing: Math.round(fontMetrics.height * 0.25)

        Accessible.role: Accessible.ToolTip
        Accessible.name: Presence.displayText(root.jid)

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: root.rightToLeft

        Text {
            width: list.width
            color: root.textColor
            elide: Text.ElideMiddle
            font.bold: true
            font.family: root.font.family
            font.pixelSize: root.font.pixelSize
            horizontalAlignment: Text.AlignLeft
            text: Presence.displayText(root.jid)
            textFormat: Text.PlainText
        }

        Text {
            width: list.width
            color: root.textColor
            elide: Text.ElideRight
            font: root.font
            horizontalAlignment: Text.AlignLeft
            text: watcher.errorText || Presence.availabilityText(watcher.availability)
            textFormat: Text.PlainText
            visible: devices.count === 0
        }

        ListView {
            id: list

            width: Math.min(Math.round(fontMetrics.averageCharacterWidth * 40), root.room)
            height: Math.min(count, root.maximumCount) * fontMetrics.height
            cacheBuffer: 0
            clip: true
            interactive: false
            model: devices

            delegate: Item {
                id: device

                required property string name
                required property string statusText
                required property int availability
                required property string availabilityText
                required property string accessibleText
                required property bool stale

                width: ListView.view.width
                height: fontMetrics.height

                Accessible.role: Accessible.ListItem
                Accessible.name: accessibleText

                PresenceIndicator {
                    id: indicator

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(fontMetrics.height * 0.75)
                    height: width
                    availability: device.availability
                    stale: device.stale

                    Accessible.ignored: true
                }

                Text {
                    id: nameText

                    anchors.left: indicator.right
                    anchors.leftMargin: indicator.width / 2
                    width: Math.min(implicitWidth, device.width / 2)
                    color: root.textColor
                    elide: Text.ElideRight
                    font: root.font
                    horizontalAlignment: Text.AlignLeft
                    text: device.name
                    textFormat: Text.PlainText

                    Accessible.ignored: true
                }

                Text {
                    anchors.left: nameText.right
                    anchors.leftMargin: indicator.width / 2
                    anchors.right: parent.right
                    color: root.textColor
                    elide: Text.ElideRight
                    font: root.font
                    horizontalAlignment: Text.AlignLeft
                    opacity: 0.8
                    text: device.statusText || device.availabilityText
                    textFormat: Text.PlainText

                    Accessible.ignored: true
                }
            }
        }

        Text {
            width: list.width
            color: root.textColor
            font: root.font
            horizontalAlignment: Text.AlignLeft
            opacity: 0.8
            text: qsTr("and %n more", "", root.hiddenCount)
            textFormat: Text.PlainText
            visible: root.hiddenCount > 0
        }
    }
}
