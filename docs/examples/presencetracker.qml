// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import XmppPresence

Item {
    id: root

    required property PresenceTracker presence
    property bool canCall: false
    property string mood
    property list<string> peers

    //! [tracker]
    Connections {
        function onPeerAvailable(bareJid: string): void {
            const state = root.presence.state(bareJid);
            root.mood = state.available && state.show === PresenceState.Away ? "away" : "here";
            root.peers = root.presence.peers();
        }

        function onPeerUnavailable(bareJid: string): void {
            root.peers = root.presence.peers();
        }

        function onFeaturesChanged(bareJid: string): void {
            root.canCall = root.presence.supports(bareJid, "urn:xmpp:jingle:apps:rtp:audio");
        }

        target: root.presence
    }
    Text {
        text: root.presence.stale ? "the connection is lost" : root.presence.initialSync ? "contacts are coming in" : ""
    }
    //! [tracker]

    //! [options]
    Binding {
        target: root.presence
        property: "ranking"
        value: PresenceTracker.Reachability
    }
    Binding {
        root.presence.initialSyncInterval: 5000
        root.presence.gatewayCascade: true
        root.presence.maximumStrangers: 200
        root.presence.maximumStrangerResources: 4
        root.presence.maximumResources: 50
        root.presence.maximumOccupants: 5000
    }
    Text {
        text: root.presence.evicted + " resources were too many"
        visible: root.presence.client !== null
    }
    //! [options]

    //! [resources]
    Connections {
        function onResourceAvailable(fullJid: string): void {
            console.log("One device more:", fullJid);
        }

        function onResourceChanged(fullJid: string): void {
            console.log("Says something else:", fullJid);
        }

        function onResourceUnavailable(fullJid: string): void {
            console.log("One device less:", fullJid);
        }

        function onResourceRenamed(oldFullJid: string, newFullJid: string): void {
            console.log(oldFullJid, "is now", newFullJid);
        }

        function onPeerError(bareJid: string): void {
            console.log("Cannot be reached:", bareJid);
        }

        target: root.presence
    }
    //! [resources]
}
