// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

// Says how the connection is, while it is not as it should be, and what can be done about it.
Control {
    id: root

    required property Session session

    signal passwordWanted
    signal accountWanted

    readonly property bool isDark: palette.window.hslLightness < 0.5

    // Blue is for what goes its way, yellow for what is being mended, red for what needs the user.
    readonly property real hue: {
        switch (session.state) {
        case Session.Error:
            return 4 / 360;
        case Session.Stale:
            return 44 / 360;
        default:
            return 212 / 360;
        }
    }
    readonly property color textColor: isDark ? Qt.hsla(hue, 0.5, 0.9, 1) : Qt.hsla(hue, 0.75, 0.18, 1)

    readonly property string icon: {
        switch (session.state) {
        case Session.Error:
            return "icons/stop.svg";
        case Session.Stale:
            return "icons/warning.svg";
        default:
            return "icons/information.svg";
        }
    }
    readonly property string buttonText: {
        switch (session.state) {
        case Session.SignedOut:
            return qsTr("Sign in");
        case Session.Connecting:
            return qsTr("Cancel");
        case Session.Stale:
            return qsTr("Try again");
        case Session.Error:
            return session.passwordRefused ? qsTr("Other password…") : qsTr("Try again");
        default:
            return "";
        }
    }

    function act(): void {
        if (session.passwordRefused)
            passwordWanted();
        else if (session.state === Session.SignedOut)
            accountWanted();
        else if (session.state === Session.Connecting)
            session.signOut();
        else
            session.retry();
    }

    objectName: "banner"
    horizontalPadding: 12
    verticalPadding: 8
    visible: session.state !== Session.Connected

    Accessible.role: Accessible.AlertMessage
    Accessible.name: stateText.text
    Accessible.description: reasonText.text

    background: Rectangle {
        color: root.isDark ? Qt.hsla(root.hue, 0.4, 0.2, 1) : Qt.hsla(root.hue, 0.75, 0.89, 1)
    }

    contentItem: RowLayout {
        spacing: 12

        Image {
            source: root.icon
            sourceSize.height: 24
            sourceSize.width: 24

            Accessible.ignored: true
        }

        ColumnLayout {
            spacing: 2

            Label {
                id: stateText

                Layout.fillWidth: true
                color: root.textColor
                font.bold: true
                horizontalAlignment: Text.AlignLeft
                text: root.session.stateText
                textFormat: Text.PlainText
                wrapMode: Text.Wrap

                Accessible.ignored: true

                onTextChanged: root.Accessible.announce(root.session.stateText)
            }

            Label {
                id: reasonText

                Layout.fillWidth: true
                color: root.textColor
                horizontalAlignment: Text.AlignLeft
                text: root.session.reason
                textFormat: Text.PlainText
                visible: text
                wrapMode: Text.Wrap

                Accessible.ignored: true
            }
        }

        Button {
            objectName: "bannerButton"
            text: root.buttonText

            onClicked: root.act()
        }
    }
}
