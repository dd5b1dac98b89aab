// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls

/*!
    \qmltype DeviceList
    \inqmlmodule XmppPresence
    \brief The devices of a contact, the most available first, or the occupants of a room.

    \snippet devicelist.qml devices
*/
ListView {
    id: root

    /*! The PresenceTracker that knows of the devices. */
    property alias tracker: devices.tracker

    /*! The JID of the contact or the room. */
    property alias jid: devices.jid

    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    highlightMoveDuration: 0
    implicitHeight: contentHeight
    reuseItems: true

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Devices")

    model: ResourceModel {
        id: devices
    }

    delegate: ContactDelegate {
        width: ListView.view.width
        highlighted: ListView.isCurrentItem && ListView.view.activeFocus
    }

    ScrollBar.vertical: ScrollBar {}

    Label {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        horizontalAlignment: Text.AlignHCenter
        opacity: 0.8
        text: qsTr("No device is there")
        textFormat: Text.PlainText
        visible: root.count === 0
        wrapMode: Text.Wrap
    }
}
