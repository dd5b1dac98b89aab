// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtQuick.Controls
import QtQuick.Templates as T

/*!
    \qmltype ContactDelegate
    \inqmlmodule XmppPresence
    \brief A row of a ContactListModel, PresenceModel or ResourceModel: name and status, and what is to be seen of them.

    \snippet contactdelegate.qml delegate

    Its required properties are roles of the model. All rows are of one height. Elsewhere they are given by hand:

    \snippet contactdelegate.qml row
*/
T.ItemDelegate {
    id: root

    /*! The JID of the row, bare for a peer, full for a resource. */
    required property string jid
    /*! The name, in the first line. */
    required property string name
    /*! The status, in the second line. */
    required property string statusText
    /*! The text of an error, which stands there instead of the status. */
    required property string errorText
    /*! What a screen reader reads. */
    required property string accessibleText
    /*! The Availability, as the indicator shows it. */
    required property int availability
    /*! The availability in words, in the second line if there is no status. */
    required property string availabilityText
    /*! Whether anybody is there; else the row is dim. */
    required property bool available
    /*! Since when the user has been idle, shown as an age. */
    required property date idleSince
    /*! The number of devices, shown if there are several. */
    required property int resourceCount
    /*! Whether all of this may be out of date; then the row is dim. */
    required property bool stale

    /*! \internal */
    readonly property real em: fontMetrics.height
    /*! \internal */
    readonly property bool isDim: stale || !available
    /*! \internal */
    readonly property bool hasKeys: visualFocus || (highlighted && ListView.view !== null && ListView.view.activeFocus)

    FontMetrics {
        id: fontMetrics

        font: root.font
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    verticalPadding: Math.round(em * 0.4)
    horizontalPadding: Math.round(em * 0.75)
    leftInset: Math.round(em * 0.25)
    rightInset: leftInset
    spacing: Math.round(em * 0.6)

    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.selectable: ListView.view !== null
    Accessible.selected: highlighted

    background: Rectangle {
        border.color: root.palette.highlight
        border.width: root.hasKeys ? 2 : 0
        color: Qt.alpha(root.palette.highlight, root.highlighted ? 0.25 : root.down || root.hovered ? 0.1 : 0)
        radius: root.leftInset
    }

    contentItem: Item {
        implicitWidth: indicator.width + root.spacing + Math.max(nameText.implicitWidth, statusText.implicitWidth)
        implicitHeight: nameText.height + statusText.height

        // It has the colour of the style: some, as Material, do not take theirs from the palette.
        Label {
            id: styled

            visible: false
        }

        PresenceIndicator {
            id: indicator

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(root.em)
            height: width
            availability: root.availability
            stale: root.stale

            Accessible.ignored: true
        }

        Text {
            id: nameText

            anchors.left: indicator.right
            anchors.leftMargin: root.spacing
            anchors.right: ageText.left
            anchors.rightMargin: ageText.text ? root.spacing : 0
            height: Math.ceil(root.em) // whatever fonts the name is written in
            color: styled.color
            elide: Text.ElideRight
            font: root.font
            horizontalAlignment: Text.AlignLeft
            opacity: root.isDim ? 0.8 : 1
            text: root.name
            textFormat: Text.PlainText

            Accessible.ignored: true
        }

        Text {
            id: ageText

            anchors.right: parent.right
            anchors.baseline: nameText.baseline
            width: Math.min(implicitWidth, parent.width / 3)
            color: styled.color
            elide: Text.ElideRight
            font: statusText.font
            opacity: statusText.opacity
            text: Presence.ageText(root.idleSince, Presence.now)
            textFormat: Text.PlainText
        }

        Text {
            id: statusText

            anchors.left: nameText.left
            anchors.right: devicesText.left
            anchors.rightMargin: devicesText.text ? root.spacing : 0
            anchors.top: nameText.bottom
            height: Math.ceil(root.em * 0.85)
            color: styled.color
            elide: Text.ElideRight
            font.family: root.font.family
            font.pixelSize: root.font.pixelSize * 0.85
            horizontalAlignment: Text.AlignLeft
            opacity: 0.8
            text: root.statusText || root.errorText || root.availabilityText
            textFormat: Text.PlainText

            Accessible.ignored: true
        }

        Text {
            id: devicesText

            anchors.right: parent.right
            anchors.baseline: statusText.baseline
            width: Math.min(implicitWidth, parent.width / 3)
            color: styled.color
            elide: Text.ElideRight
            font: statusText.font
            opacity: statusText.opacity
            text: root.resourceCount > 1 ? qsTr("%n devices", "", root.resourceCount) : ""
            textFormat: Text.PlainText
        }
    }
}
