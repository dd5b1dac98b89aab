// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import XmppPresence

// The contacts of an account, and beside them the current one; where there is room for one only, one after the other.
ApplicationWindow {
    id: root

    required property WindowBackend backend

    property alias contact: list.currentJid // whose details are shown, if anybody's

    readonly property Session session: backend.session
    readonly property bool isWide: width >= 560
    property bool isDetailed: false // where there is no room for both

    // Whoever opens a wide window sees something on either side.
    function chooseFirst(): void {
        const first = list.model.index(0, 0);
        if (isWide && !contact && first.valid)
            contact = list.model.data(first, PresenceItemModel.JidRole);
    }

    function showDetails(): void {
        isDetailed = true;
        if (!isWide)
            details.forceActiveFocus();
    }

    function showList(): void {
        isDetailed = false;
        list.forceActiveFocus();
    }

    function signInAgain(): void {
        if (session.jid)
            session.signIn();
        else
            dialog.askForAccount();
    }

    width: 760
    height: 640
    minimumWidth: 300
    minimumHeight: 400
    color: palette.window
    title: qsTr("Contacts")
    visible: true

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft

    Component.onCompleted: isDetailed = contact

    SignInDialog {
        id: dialog

        backend: root.backend
        parent: Overlay.overlay
    }

    Shortcut {
        enabled: root.isDetailed && !root.isWide && !dialog.visible
        sequences: [StandardKey.Back, StandardKey.Cancel]

        onActivated: root.showList()
    }

    Shortcut {
        sequences: [StandardKey.Quit]

        onActivated: root.close()
    }

    Connections {
        target: root.backend

        function onPasswordWanted(): void {
            dialog.askForPassword();
        }
    }

    Connections {
        target: root.session.tracker

        function onInitialSyncChanged(): void {
            if (!root.session.tracker.initialSync)
                Qt.callLater(root.chooseFirst);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Banner {
            Layout.fillWidth: true
            session: root.session

            onAccountWanted: root.signInAgain()
            onPasswordWanted: dialog.askForPassword()
        }

        RowLayout {
            spacing: 0

            Pane {
                Layout.fillHeight: true
                Layout.fillWidth: !root.isWide
                Layout.preferredWidth: root.isWide ? Math.max(300, Math.round(root.width * 0.45)) : -1
                focus: true
                padding: 0
                visible: root.isWide || !root.isDetailed

                contentItem: ColumnLayout {
                    spacing: 0

                    RowLayout {
                        spacing: 0

                        OwnPresence {
                            id: own

                            Layout.fillWidth: true
                            session: root.session
                        }

                        ToolButton {
                            objectName: "menuButton"
                            Layout.fillHeight: true
                            Layout.maximumHeight: own.height
                            text: "☰"
                            down: pressed || menu.visible

                            Accessible.name: qsTr("Menu")

                            onClicked: menu.open()

                            Menu {
                                id: menu

                                y: parent.height

                                MenuItem {
                                    text: qsTr("Sign in…")

                                    onTriggered: dialog.askForAccount()
                                }

                                MenuItem {
                                    enabled: root.session.state !== Session.SignedOut
                                    text: qsTr("Sign out")

                                    onTriggered: root.session.signOut()
                                }

                                MenuSeparator {}

                                MenuItem {
                                    text: qsTr("Simulated contacts")

                                    onTriggered: root.backend.demo.signIn(root.session)
                                }

                                MenuItem {
                                    checkable: true
                                    checked: root.backend.demo.running
                                    text: qsTr("Simulated server runs")

                                    onTriggered: {
                                        if (checked)
                                            root.backend.demo.start();
                                        else
                                            root.backend.demo.stop();
                                    }
                                }

                                MenuSeparator {}

                                MenuItem {
                                    text: qsTr("Quit")

                                    onTriggered: root.close()
                                }
                            }
                        }
                    }

                    ContactList {
                        id: list

                        objectName: "contactList"
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        focus: true
                        tracker: root.session.tracker

                        onContactActivated: root.showDetails()
                        onContactClicked: root.showDetails()
                    }
                }
            }

            Rectangle {
                Layout.fillHeight: true
                color: Qt.alpha(root.palette.windowText, 0.15)
                implicitWidth: 1
                visible: root.isWide
            }

            ContactDetails {
                id: details

                objectName: "details"
                Layout.fillHeight: true
                Layout.fillWidth: true
                contacts: list.model
                hasBackButton: !root.isWide
                jid: root.contact
                tracker: root.session.tracker
                visible: root.isWide || root.isDetailed

                onBackRequested: root.showList()
            }
        }
    }
}
