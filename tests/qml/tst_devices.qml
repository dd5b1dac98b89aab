// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresenceTests

TestCase {
    id: testCase

    name: "Devices"
    width: 320
    height: 300
    visible: true
    when: windowShown

    Component {
        id: lists

        DeviceList {
            width: testCase.width
            height: testCase.height
        }
    }

    Component {
        id: tips

        PresenceTip {
            parent: testCase
        }
    }

    function init(): void {
        Backend.signIn();
        Backend.addContact("ada@example.org", "Ada");
        Backend.receive("away ada@example.org/phone");
        Backend.receive("dnd ada@example.org/<b>desk</b>", "Proving");
    }

    function test_list_data(): list<var> {
        return [
            {
                tag: "tracker first",
                properties: ["tracker", "jid"]
            },
            {
                tag: "JID first",
                properties: ["jid", "tracker"]
            }
        ];
    }

    function test_list(data: var): void {
        const list = createTemporaryObject(lists, testCase) as DeviceList;
        compare(Backend.texts(list), ["No device is there"]);
        for (const property of data.properties)
            list[property] = property === "jid" ? "ada@example.org" : Backend.tracker;
        waitForPolish(testCase.Window.window);
        compare(Backend.texts(list), ["<b>desk</b>", "Proving", "phone", "Away"]);
        verify(!Backend.isAnyTextRich(list));
        compare(Backend.accessibleName(list), "Devices");
        verify(Backend.itemNamed(list, "phone, Away"));
        Backend.signOut();
        compare(Backend.texts(list), ["No device is there"]);
    }

    function test_keyboard(): void {
        for (let i = 10; i < 30; ++i)
            Backend.receive("xa ada@example.org/" + i);
        const list = createTemporaryObject(lists, testCase, {
            "tracker": Backend.tracker,
            "jid": "ada@example.org"
        }) as DeviceList;
        waitForPolish(testCase.Window.window);
        verify(!(list.currentItem as ContactDelegate).highlighted);
        testCase.forceActiveFocus();
        keyClick(Qt.Key_Tab);
        verify(list.activeFocus);
        verify((list.currentItem as ContactDelegate).highlighted);
        keyClick(Qt.Key_Down);
        compare(Backend.accessibleName(testCase.Window.activeFocusItem), "phone, Away");
        for (let i = 10; i < 30; ++i)
            keyClick(Qt.Key_Down);
        tryVerify(() => list.atYEnd);
    }

    function test_tip(): void {
        const tip = createTemporaryObject(tips, testCase, {
            "tracker": Backend.tracker,
            "jid": "ada@example.org"
        }) as PresenceTip;
        tip.open();
        tryCompare(tip, "opened", true);
        const content = tip.contentItem;
        tryVerify(() => Backend.texts(content).length === 5);
        compare(Backend.texts(content), ["ada@example.org", "<b>desk</b>", "Proving", "phone", "Away"]);
        verify(!Backend.isAnyTextRich(content));
        verify(Backend.hasAccessibleRole(content, Accessible.ToolTip));
        const height = content.height;
        for (let i = 0; i < 50; ++i)
            Backend.receive("xa ada@example.org/" + i);
        tryVerify(() => Backend.itemWithText(content, "and 47 more"));
        verify(content.height < 4 * height);
    }

    function test_tipIsNoWiderThanTheWindow(): void {
        const tip = createTemporaryObject(tips, testCase, {
            "font.pixelSize": 40,
            "tracker": Backend.tracker,
            "jid": "ada@example.org"
        }) as PresenceTip;
        tip.open();
        tryCompare(tip, "opened", true);
        verify(tip.x >= 0);
        verify(tip.x + tip.width <= testCase.Window.width);
    }

    function test_tipOfNobody_data(): list<var> {
        return [
            {
                tag: "offline",
                jid: "bob@example.org",
                text: "Offline"
            },
            {
                tag: "unknown",
                jid: "dee@example.org",
                text: "Unknown"
            }
        ];
    }

    function test_tipOfNobody(data: var): void {
        Backend.addContact("bob@example.org", "Bob");
        const tip = createTemporaryObject(tips, testCase, {
            "tracker": Backend.tracker,
            "jid": data.jid
        }) as PresenceTip;
        tip.open();
        tryCompare(tip, "opened", true);
        compare(Backend.texts(tip.contentItem), [data.jid, data.text]);
    }
}
