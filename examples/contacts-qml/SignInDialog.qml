// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

// Asks for an account and its password, or for the password alone.
Dialog {
    id: root

    required property WindowBackend backend
    property bool passwordOnly: false

    readonly property bool isComplete: password.text && (passwordOnly || backend.isAccountJid(jid.text))

    function askForAccount(): void {
        passwordOnly = false;
        jid.text = backend.rememberedJid;
        host.text = backend.rememberedHost;
        port.value = backend.rememberedPort;
        open();
    }

    function askForPassword(): void {
        passwordOnly = true;
        jid.text = backend.session.jid;
        open();
    }

    objectName: "signInDialog"
    anchors.centerIn: parent
    focus: true
    modal: true
    title: qsTr("Sign in")
    width: Math.min(400, (parent?.width ?? 0) - 32)

    onOpened: (jid.text ? password : jid).forceActiveFocus()
    onAccepted: {
        if (passwordOnly)
            backend.session.signIn(password.text);
        else
            backend.signIn(jid.text, password.text, host.text, port.value);
    }
    onClosed: password.clear()

    component Caption: Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignLeft
        textFormat: Text.PlainText
        wrapMode: Text.Wrap

        Accessible.ignored: true
    }

    component Field: TextField {
        Layout.fillWidth: true

        onAccepted: if (root.isComplete)
            root.accept()
    }

    contentItem: GridLayout {
        columns: 2
        columnSpacing: 12
        rowSpacing: 8

        Caption {
            Layout.fillWidth: false
            text: qsTr("JID")
        }

        Field {
            id: jid

            objectName: "jid"
            enabled: !root.passwordOnly
            placeholderText: qsTr("me@example.org")

            Accessible.name: qsTr("JID")
        }

        Caption {
            Layout.fillWidth: false
            text: qsTr("Password")
        }

        Field {
            id: password

            objectName: "password"
            echoMode: TextInput.Password

            Accessible.name: qsTr("Password")
            Accessible.passwordEdit: true
        }

        Caption {
            Layout.fillWidth: false
            text: qsTr("Server")
            visible: host.visible
        }

        Field {
            id: host

            objectName: "host"
            placeholderText: qsTr("As the JID says")
            visible: !root.passwordOnly

            Accessible.name: qsTr("Server")
        }

        Caption {
            Layout.fillWidth: false
            text: qsTr("Port")
            visible: port.visible
        }

        SpinBox {
            id: port

            objectName: "port"
            editable: true
            enabled: host.text
            from: 1
            to: 65535
            visible: host.visible

            Accessible.name: qsTr("Port")

            textFromValue: (value, locale) => String(value)
            valueFromText: (text, locale) => parseInt(text)
        }
    }

    footer: DialogButtonBox {
        Button {
            DialogButtonBox.buttonRole: DialogButtonBox.RejectRole
            text: qsTr("Cancel")
        }

        Button {
            objectName: "signInButton"
            DialogButtonBox.buttonRole: DialogButtonBox.AcceptRole
            enabled: root.isComplete
            text: qsTr("Sign in")
        }
    }
}
