// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/*!
    \qmltype ContactList
    \inqmlmodule XmppPresence
    \brief A contact list to be put into a window: search field, offline switch, groups, and tool tips with the devices.

    \snippet contactlist.qml list

    A click or an arrow key makes a contact the current one, a double click or Enter activates it. What is typed goes to
    the search field, Escape clears that. If the current contact is not among those who are found, Enter is for the first.
*/
Pane {
    id: root

    /*! The PresenceTracker whose client has the roster. */
    property PresenceTracker tracker: null

    /*! The ContactListModel that is shown. */
    readonly property alias model: contacts

    /*! The JID of the current contact, or nothing. It stays so while the search hides the contact. */
    property alias currentJid: view.currentJid

    /*! Whether the contacts are only just coming in: see PresenceTracker::initialSync. */
    readonly property bool arriving: tracker !== null && tracker.initialSync

    /*! \internal */
    readonly property bool signedIn: tracker?.client?.state === 2 // QXmppClient::ConnectedState

    /*! The user wants to talk to \a jid. */
    signal contactActivated(jid: string)

    /*! The user has clicked or tapped \a jid, which is the current contact now. */
    signal contactClicked(jid: string)

    /*!
        The user wants a menu for \a jid, by the right button, a long press, the menu key or Shift+F10. It is to appear at
        \a position in the list.
    */
    signal contextMenuRequested(jid: string, position: point)

    padding: 0

    Keys.onEscapePressed: event => {
        event.accepted = contacts.filterText !== "";
        contacts.filterText = "";
    }

    ContactListModel {
        id: contacts

        sections: ContactListModel.ByGroup
        tracker: root.tracker
    }

    FontMetrics {
        id: fontMetrics

        font: root.font
    }

    contentItem: ColumnLayout {
        spacing: 0

        GridLayout {
            Layout.fillWidth: true
            Layout.margins: columnSpacing
            columnSpacing: view.margin
            columns: fontMetrics.height * 8 + offlineSwitch.implicitWidth < root.width ? 2 : 1
            rowSpacing: 0

            TextField {
                id: search

                Layout.fillWidth: true
                placeholderText: qsTr("Search")
                text: contacts.filterText

                Accessible.name: placeholderText
                Accessible.searchEdit: true

                Keys.onPressed: event => event.accepted = view.press(event.key)

                onTextChanged: contacts.filterText = text
            }

            Switch {
                id: offlineSwitch

                Layout.maximumWidth: root.availableWidth - 2 * view.margin
                clip: true
                checked: contacts.showOffline
                text: qsTr("Show offline")

                Accessible.name: text

                onToggled: contacts.showOffline = checked
            }
        }

        ContactView {
            id: view

            Layout.fillHeight: true
            Layout.fillWidth: true
            contacts: contacts
            focus: true
            margin: Math.round(fontMetrics.height * 0.75)

            onActivated: jid => root.contactActivated(jid)
            onClicked: jid => root.contactClicked(jid)
            onMenuRequested: (jid, position) => root.contextMenuRequested(jid, mapToItem(root, position))
            onTyped: text => {
                search.forceActiveFocus();
                search.insert(search.length, text);
            }

            ProgressBar {
                parent: view
                width: parent.width
                height: Math.round(fontMetrics.height * 0.25)
                indeterminate: true
                visible: root.arriving

                Accessible.name: qsTr("Contacts are arriving")
            }

            Label {
                anchors.centerIn: parent
                parent: view
                width: parent.width - 2 * fontMetrics.height
                horizontalAlignment: Text.AlignHCenter
                opacity: 0.8
                text: {
                    if (root.arriving)
                        return qsTr("Contacts are arriving…");
                    if (root.tracker && contacts.filterText)
                        return qsTr("Nobody found");
                    if (!root.signedIn)
                        return qsTr("Not signed in");
                    return contacts.showOffline ? qsTr("No contacts yet") : qsTr("Nobody is online");
                }
                textFormat: Text.PlainText
                visible: view.count === 0
                wrapMode: Text.Wrap
            }
        }
    }
}
