// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresenceTests

TestCase {
    id: testCase

    name: "PresenceIndicator"
    width: 100
    height: 100
    visible: true
    when: windowShown

    PresenceIndicator {
        id: indicator
    }

    function test_showsEach_data(): list<var> {
        return [
            {
                tag: "Unknown",
                availability: Availability.Unknown
            },
            {
                tag: "Offline",
                availability: Availability.Offline
            },
            {
                tag: "Extended away",
                availability: Availability.ExtendedAway
            },
            {
                tag: "Away",
                availability: Availability.Away
            },
            {
                tag: "Online",
                availability: Availability.Online
            },
            {
                tag: "Free for chat",
                availability: Availability.FreeForChat
            },
            {
                tag: "Do not disturb",
                availability: Availability.DoNotDisturb
            },
            {
                tag: "Error",
                availability: Availability.Error
            }
        ];
    }

    // Each differs from all others in its outline or in what is drawn in it, without regard to colour.
    function test_showsEach(data: var): void {
        indicator.width = 32;
        indicator.height = 32;
        indicator.availability = data.availability;
        tryCompare(indicator, "status", Image.Ready);
        compare(Backend.accessibleName(indicator), data.tag);
        verify(Backend.hasAccessibleRole(indicator, Accessible.Graphic));
        const shape = Backend.shape(indicator);
        for (const other in shapes)
            verify(shapes[other] !== shape, data.tag + " looks like " + other);
        shapes[data.tag] = shape;
    }

    property var shapes: ({})

    function test_isCrisp(): void {
        indicator.width = 64;
        indicator.height = 64;
        compare(indicator.sourceSize, Qt.size(64, 64));
    }

    function test_unknownNumber(): void {
        indicator.availability = 99;
        tryCompare(indicator, "status", Image.Ready);
        compare(Backend.accessibleName(indicator), "Unknown");
    }

    function test_stale(): void {
        compare(indicator.opacity, 1);
        indicator.stale = true;
        verify(indicator.opacity < 1);
        indicator.stale = false;
    }
}
