// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence

    //! [model]
    ListView {
        anchors.fill: parent
        model: ContactListModel {
            id: contacts

            tracker: root.presence
            rosterManager: null // that of the client
            filterText: "j"
            groupFilter: ""
            offlineDelay: 5000
            oncePerGroup: true
            sections: ContactListModel.ByGroup
            showOffline: true
            showSelf: true
            showStrangers: true
            sortOrder: ContactListModel.AvailabilityThenName
        }
        section.property: "section"
        section.delegate: Text {
            required property string section

            text: section
            textFormat: Text.PlainText
        }
        delegate: Text {
            required property string name
            required property string statusText

            text: name + ": " + statusText
            textFormat: Text.PlainText
        }
        header: Text {
            text: contacts.availableCount + " of " + contacts.count + " in " + contacts.groups.length + " groups"
        }
    }
    //! [model]
}
