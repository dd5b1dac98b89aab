// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import XmppPresence

// Who a contact is, how he is, and on which devices.
Pane {
    id: root

    required property PresenceTracker tracker
    required property ContactListModel contacts
    property string jid
    property bool hasBackButton: false

    property string name
    property list<string> groups

    signal backRequested

    // The search may hide the contact: then it is still the one that it was.
    function readContact(): void {
        const index = contacts.index(contacts.rowOf(jid), 0);
        if (!index.valid)
            return;
        name = contacts.data(index, PresenceItemModel.NameRole);
        groups = contacts.data(index, PresenceItemModel.GroupsRole).map(group => Presence.displayText(group));
    }

    // A minute is the least that is told of.
    function age(time: date, text: string): string {
        return Presence.now.getTime() - time.getTime() < 60000 || isNaN(time.getTime()) ? "" : text.arg(Presence.ageText(time, Presence.now));
    }

    padding: 20

    background: Rectangle {
        color: root.palette.base
    }

    onJidChanged: {
        name = Presence.displayText(jid);
        groups = [];
        readContact();
    }

    PresenceWatcher {
        id: watcher

        jid: root.jid
        tracker: root.tracker
    }

    Connections {
        target: root.contacts

        function onDataChanged(): void {
            root.readContact();
        }

        function onRowsInserted(): void {
            root.readContact();
        }
    }

    component Line: Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignLeft
        textFormat: Text.PlainText
        visible: text
        wrapMode: Text.Wrap
    }

    contentItem: Item {
        Label {
            anchors.centerIn: parent
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            opacity: 0.7
            text: qsTr("Choose a contact to see where it is")
            textFormat: Text.PlainText
            visible: !root.jid
            wrapMode: Text.Wrap
        }

        ColumnLayout {
            anchors.fill: parent
            spacing: 12
            visible: root.jid

            RowLayout {
                spacing: 12

                ToolButton {
                    id: back

                    objectName: "backButton"
                    Layout.alignment: Qt.AlignTop
                    text: mirrored ? "→" : "←"
                    focus: true
                    visible: root.hasBackButton

                    Accessible.name: qsTr("Back to the contacts")

                    onClicked: root.backRequested()
                }

                PresenceIndicator {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 4
                    Layout.preferredHeight: 32
                    Layout.preferredWidth: 32
                    availability: watcher.availability
                    stale: watcher.stale

                    Accessible.ignored: true
                }

                ColumnLayout {
                    spacing: 4

                    Line {
                        objectName: "contactName"
                        font.bold: true
                        font.pixelSize: Math.round(root.font.pixelSize * 1.4)
                        text: root.name

                        Accessible.role: Accessible.Heading
                    }

                    Line {
                        opacity: 0.7
                        text: Presence.displayText(root.jid)
                        wrapMode: Text.WrapAnywhere
                    }

                    Line {
                        objectName: "contactAvailability"
                        text: [Presence.availabilityText(watcher.availability), root.age(watcher.since, qsTr("for %1")), root.age(watcher.idleSince, qsTr("idle for %1"))].filter(part => part).join(" · ")
                    }
                }
            }

            Line {
                objectName: "contactStatus"
                text: watcher.errorText || watcher.statusText
            }

            Line {
                opacity: 0.7
                text: root.groups.join(", ")

                Accessible.name: qsTr("Groups: %1").arg(text)
            }

            Line {
                Layout.topMargin: 8
                font.bold: true
                text: qsTr("Devices")

                Accessible.role: Accessible.Heading
            }

            DeviceList {
                objectName: "devices"
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.leftMargin: -8
                jid: root.jid
                tracker: root.tracker
            }
        }
    }
}
