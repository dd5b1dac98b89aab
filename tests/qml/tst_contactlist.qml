// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresence.Testing
import XmppPresenceTests

TestCase {
    id: testCase

    name: "ContactList"
    width: 320
    height: 480
    visible: true
    when: windowShown

    Component {
        id: lists

        ContactList {
            width: testCase.width
            height: testCase.height
            tracker: Backend.tracker
        }
    }

    Component {
        id: accounts

        TestAccount {}
    }

    SignalSpy {
        id: activated

        signalName: "contactActivated"
    }

    SignalSpy {
        id: menu

        signalName: "contextMenuRequested"
    }

    function init(): void {
        Backend.signIn();
        Backend.addContact("ada@example.org", "Ada Lovelace", ["Work"]);
        Backend.addContact("bob@example.org", "<b>Bob</b>", ["Home"]);
        Backend.addContact("cem@example.org", "Cem", ["Home"]);
        Backend.addContact("dee@example.org", "Dee");
        Backend.receive("dnd ada@example.org/desk", "Proving <i>things</i>");
        Backend.receive("away cem@example.org/phone", "", 5);
        Backend.receive("away cem@example.org/desk", "", 5);
    }

    function make(properties: var): ContactList {
        const list = createTemporaryObject(lists, testCase, properties ?? {}) as ContactList;
        wait(0);
        waitForPolish(testCase.Window.window);
        activated.target = list;
        activated.clear();
        menu.target = list;
        menu.clear();
        return list;
    }

    function focusRows(list: ContactList): void {
        list.forceActiveFocus();
        verify(Backend.itemNamed(list, "Contacts").activeFocus);
    }

    function test_showsWhoIsThere(): void {
        const list = make({});
        compare(Backend.texts(list), ["Search", "Show offline", "Home", "Cem", "5 min", "Away", "2 devices", "<b>Bob</b>", "Offline", "Work", "Ada Lovelace", "Proving <i>things</i>", "No group", "Dee", "Offline"]);
        verify(!Backend.isAnyTextRich(Backend.itemNamed(list, "Contacts")));
        Backend.receive("chat bob@example.org/x", "Here");
        tryVerify(() => Backend.texts(list).indexOf("Here") > 0);
        compare(Backend.texts(list).indexOf("<b>Bob</b>"), 3);
    }

    function test_noHeadingWithoutGroups(): void {
        Backend.signIn();
        Backend.addContact("dee@example.org", "Dee");
        const list = make({});
        compare(Backend.texts(list), ["Search", "Show offline", "Dee", "Offline"]);
    }

    function test_noSections(): void {
        const list = make({});
        list.model.sections = ContactListModel.NoSections;
        tryVerify(() => Backend.texts(list).indexOf("Home") < 0);
    }

    function test_offlineSwitch(): void {
        const list = make({});
        const offline = Backend.itemNamed(list, "Show offline");
        verify(offline.checked);
        mouseClick(offline);
        tryVerify(() => Backend.texts(list).indexOf("Dee") < 0);
        verify(!list.model.showOffline);
        list.model.showOffline = true;
        verify(offline.checked);
        tryVerify(() => Backend.texts(list).indexOf("Dee") > 0);
    }

    function test_search(): void {
        const list = make({});
        focusRows(list);
        keyClick("l");
        const search = Backend.itemNamed(list, "Search");
        verify(search.activeFocus);
        keyClick("o");
        compare(list.model.filterText, "lo");
        tryCompare(list.model, "count", 1);
        keyClick(Qt.Key_Return);
        compare(activated.signalArguments[0][0], "ada@example.org");
        keyClick(Qt.Key_Escape);
        compare(search.text, "");
        tryCompare(list.model, "count", 4);
        keyClick("z");
        tryVerify(() => Backend.itemWithText(list, "Nobody found"));
        list.model.filterText = "";
        compare(search.text, "");
    }

    function test_keyboard_data(): list<var> {
        return [
            {
                tag: "down",
                keys: [Qt.Key_Down],
                jid: "cem@example.org"
            },
            {
                tag: "down twice",
                keys: [Qt.Key_Down, Qt.Key_Down],
                jid: "bob@example.org"
            },
            {
                tag: "up at the top",
                keys: [Qt.Key_Down, Qt.Key_Up],
                jid: "cem@example.org"
            },
            {
                tag: "end",
                keys: [Qt.Key_End],
                jid: "dee@example.org"
            },
            {
                tag: "down at the end",
                keys: [Qt.Key_End, Qt.Key_Down],
                jid: "dee@example.org"
            },
            {
                tag: "home",
                keys: [Qt.Key_End, Qt.Key_Home],
                jid: "cem@example.org"
            },
            {
                tag: "page down",
                keys: [Qt.Key_Home, Qt.Key_PageDown],
                jid: "dee@example.org"
            },
            {
                tag: "page up",
                keys: [Qt.Key_End, Qt.Key_PageUp],
                jid: "cem@example.org"
            }
        ];
    }

    function test_keyboard(data: var): void {
        const list = make({});
        focusRows(list);
        for (const key of data.keys)
            keyClick(key);
        compare(list.currentJid, data.jid);
        compare(activated.count, 0);
        keyClick(Qt.Key_Enter);
        compare(activated.count, 1);
        compare(activated.signalArguments[0][0], data.jid);
        keyClick(Qt.Key_Menu);
        compare(menu.count, 1);
        compare(menu.signalArguments[0][0], data.jid);
        keyClick(Qt.Key_F10, Qt.ShiftModifier);
        compare(menu.count, 2);
    }

    function test_nobodyElseIsActivated(): void {
        const list = make({});
        list.model.showOffline = false;
        list.currentJid = "cem@example.org";
        focusRows(list);
        Backend.receive("unavailable cem@example.org");
        tryCompare(list.model, "count", 1);
        keyClick(Qt.Key_Return);
        compare(activated.count, 0);
        list.model.filterText = "ada";
        keyClick(Qt.Key_Return);
        compare(activated.signalArguments[0][0], "ada@example.org");
    }

    // Keys may come faster than the model has its turn.
    function test_enterIsForWhoIsFound(): void {
        const list = make({});
        focusRows(list);
        list.model.filterText = "dee";
        Backend.press(list, Qt.Key_Return, "\r");
        compare(activated.count, 1);
        compare(activated.signalArguments[0][0], "dee@example.org");
    }

    function test_focusIsSeen_data(): list<var> {
        return [
            {
                tag: "no current row",
                jid: ""
            },
            {
                tag: "a current row",
                jid: "cem@example.org"
            }
        ];
    }

    function test_focusIsSeen(data: var): void {
        const list = make({});
        list.currentJid = data.jid;
        Backend.itemNamed(list, "Search").forceActiveFocus();
        const rows = Backend.itemNamed(list, "Contacts");
        tryVerify(() => Boolean(rows.currentItem) === Boolean(data.jid));
        const elsewhere = grabImage(rows);
        rows.forceActiveFocus();
        verify(!grabImage(rows).equals(elsewhere));
    }

    // The Delete key has a text, too.
    function test_onlyTextIsTyped(): void {
        const list = make({});
        focusRows(list);
        Backend.press(list, Qt.Key_Delete, "\u007f");
        compare(list.model.filterText, "");
        verify(!Backend.itemNamed(list, "Search").activeFocus);
        Backend.press(list, Qt.Key_L, "l");
        compare(list.model.filterText, "l");
    }

    function test_mouse(): void {
        const list = make({});
        const row = Backend.itemWithText(list, "Dee");
        mouseClick(row);
        compare(list.currentJid, "dee@example.org");
        compare(activated.count, 0);
        mouseDoubleClickSequence(row);
        compare(activated.count, 1);
        compare(activated.signalArguments[0][0], "dee@example.org");
        const other = Backend.itemWithText(list, "Cem");
        mouseClick(other, 3, 4, Qt.RightButton);
        compare(list.currentJid, "cem@example.org");
        compare(menu.count, 1);
        compare(menu.signalArguments[0][0], "cem@example.org");
        compare(menu.signalArguments[0][1], other.mapToItem(list, 3, 4));
        mousePress(row);
        tryCompare(menu, "count", 2);
        mouseRelease(row);
        compare(menu.signalArguments[1][0], "dee@example.org");
    }

    // It is the contact that is current, and not the row.
    function test_currentStays(): void {
        const list = make({});
        list.currentJid = "dee@example.org";
        const name = Backend.itemWithText(list, "Dee");
        list.model.filterText = "ada";
        tryCompare(list.model, "count", 1);
        compare(list.currentJid, "dee@example.org");
        list.model.filterText = "";
        tryCompare(list.model, "count", 4);
        wait(0);
        focusRows(list);
        keyClick(Qt.Key_Up);
        compare(list.currentJid, "ada@example.org");
        for (let i = 0; i < 100; ++i)
            Backend.addContact("a" + i + "@example.org", "Another", ["Home"]);
        tryCompare(list.model, "count", 104);
        wait(0);
        keyClick(Qt.Key_Down);
        compare(list.currentJid, "dee@example.org");
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_End);
        tryVerify(() => Backend.itemWithText(list, "No group"));
        verify(!Backend.itemWithText(list, "Home"));
    }

    function test_currentStaysInItsGroup(): void {
        Backend.addContact("ada@example.org", "Ada Lovelace", ["Home", "Work"]);
        Backend.addContact("eve@example.org", "Eve", ["Work"]);
        const list = make({});
        list.model.oncePerGroup = true;
        tryCompare(list.model, "count", 6);
        focusRows(list);
        keyClick(Qt.Key_End);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        const rows = Backend.itemNamed(list, "Contacts");
        const section = () => list.model.data(list.model.index(rows.currentIndex, 0), PresenceItemModel.SectionRole);
        compare([list.currentJid, section()], ["ada@example.org", "Work"]);
        Backend.receive("chat eve@example.org/x");
        list.model.flush();
        wait(0);
        compare([list.currentJid, section()], ["ada@example.org", "Work"]);
    }

    function jidOf(number: int): string {
        return "peer" + String(number).padStart(3, "0") + "@example.org";
    }

    function makeLong(): ContactList {
        Backend.signIn();
        for (let i = 0; i < 200; ++i) {
            Backend.addContact(jidOf(i), "Peer " + i, ["Group " + Math.floor(i / 20)]);
            Backend.receive("chat " + jidOf(i) + "/x");
        }
        return make({});
    }

    function test_currentIsInSight(): void {
        const list = makeLong();
        const rows = Backend.itemNamed(list, "Contacts");
        list.currentJid = jidOf(150);
        tryVerify(() => rows.isCurrentInSight);
        list.currentJid = jidOf(3);
        tryVerify(() => rows.isCurrentInSight);
        list.model.filterText = "peer 77";
        keyClick(Qt.Key_Down);
        compare(list.currentJid, jidOf(3));
        focusRows(list);
        keyClick(Qt.Key_Down);
        compare(list.currentJid, jidOf(77));
        list.model.filterText = "";
        verify(rows.isCurrentInSight);
    }

    function test_placeIsKept_data(): list<var> {
        return [
            {
                tag: "few",
                step: 10
            },
            {
                tag: "many",
                step: 2
            }
        ];
    }

    // Whoever reads goes on reading, however much changes.
    function test_placeIsKept(data: var): void {
        const list = makeLong();
        const rows = Backend.itemNamed(list, "Contacts");
        rows.positionViewAtIndex(133, ListView.Beginning);
        list.currentJid = jidOf(135);
        wait(0);
        waitForPolish(testCase.Window.window);
        const row = Backend.itemNamed(list, "Peer 135, Free for chat");
        const place = row.mapToItem(list, 0, 0);
        for (let i = 0; i < 200; i += data.step)
            Backend.receive("away " + jidOf(i) + "/x");
        list.model.flush();
        wait(0);
        waitForPolish(testCase.Window.window);
        const now = Backend.itemNamed(list, "Peer 135, Free for chat");
        verify(now);
        compare(now.mapToItem(list, 0, 0), place);
    }

    function test_placeIsKeptAsOneLeavesIt(): void {
        const list = makeLong();
        list.model.oncePerGroup = true;
        list.model.flush();
        const rows = Backend.itemNamed(list, "Contacts");
        rows.positionViewAtIndex(131, ListView.Beginning);
        const middle = () => {
            list.model.flush();
            wait(0);
            waitForPolish(testCase.Window.window);
            return rows.indexAt(1, rows.contentY + rows.height / 2);
        };
        const index = list.model.index(middle(), 0);
        const jid = list.model.data(index, PresenceItemModel.JidRole);
        const name = list.model.data(index, PresenceItemModel.NameRole);
        Backend.addContact(jid, name, ["Group 0", "Group 6"]);
        const before = middle();
        Backend.addContact(jid, name, ["Group 0"]);
        verify(Math.abs(before - middle()) < 3);
    }

    function makeLongInTwoGroups(): ContactList {
        Backend.signIn();
        for (let i = 0; i < 200; ++i) {
            Backend.addContact(jidOf(i), "Peer " + i, ["A", "B"]);
            Backend.receive("chat " + jidOf(i) + "/x");
        }
        const list = make({});
        list.model.oncePerGroup = true;
        list.model.flush();
        compare(list.model.count, 400);
        wait(0);
        return list;
    }

    function test_placeIsKeptInItsGroup(): void {
        const list = makeLongInTwoGroups();
        const rows = Backend.itemNamed(list, "Contacts");
        rows.positionViewAtIndex(330, ListView.Beginning);
        wait(0);
        waitForPolish(testCase.Window.window);
        const before = rows.indexAt(1, rows.contentY + rows.height / 2);
        const sectionAt = row => list.model.data(list.model.index(row, 0), PresenceItemModel.SectionRole);
        compare(sectionAt(before), "B");
        for (let i = 0; i < 200; i += 2)
            Backend.receive("away " + jidOf(i) + "/x");
        list.model.flush();
        wait(0);
        waitForPolish(testCase.Window.window);
        const now = rows.indexAt(1, rows.contentY + rows.height / 2);
        compare(sectionAt(now), "B");
    }

    function test_currentStaysInItsGroupAmongMany_data(): list<var> {
        return [
            {
                tag: "few",
                step: 20
            },
            {
                tag: "many",
                step: 2
            }
        ];
    }

    function test_currentStaysInItsGroupAmongMany(data: var): void {
        const list = makeLongInTwoGroups();
        const rows = Backend.itemNamed(list, "Contacts");
        rows.makeCurrent(331);
        const section = () => list.model.data(list.model.index(rows.currentIndex, 0), PresenceItemModel.SectionRole);
        const jid = list.currentJid;
        compare(section(), "B");
        for (let i = 0; i < 200; i += data.step)
            Backend.receive("away " + jidOf(i) + "/x");
        list.model.flush();
        wait(0);
        compare([list.currentJid, section()], [jid, "B"]);
    }

    function test_whoSearchesIsAtTheBeginning(): void {
        const list = makeLong();
        const rows = Backend.itemNamed(list, "Contacts");
        rows.positionViewAtIndex(130, ListView.Beginning);
        list.model.filterText = "1";
        compare(rows.indexAt(1, rows.contentY + rows.height / 2) < 10, true);
        verify(rows.atYBeginning);
    }

    function test_noWiderThanItself(): void {
        const list = make({
            "width": 240
        });
        const offline = Backend.itemNamed(list, "Show offline");
        offline.text = "Show also all those who are not there at the moment";
        waitForPolish(testCase.Window.window);
        compare(Backend.itemNamed(list, "Contacts").width, 240);
        verify(Backend.itemNamed(list, "Search").width < 240);
    }

    function test_placeholders(): void {
        const list = make({
            "tracker": null
        });
        const account = createTemporaryObject(accounts, testCase) as TestAccount;
        account.tracker.initialSyncInterval = 0;
        compare(Backend.texts(list), ["Search", "Show offline", "Not signed in"]);
        list.tracker = account.tracker;
        compare(Backend.texts(list), ["Search", "Show offline", "Not signed in"]);
        verify(account.startNewSession());
        compare(Backend.texts(list), ["Search", "Show offline", "No contacts yet"]);
        list.model.showOffline = false;
        compare(Backend.texts(list), ["Search", "Show offline", "Nobody is online"]);
        account.logOut();
        compare(Backend.texts(list), ["Search", "Show offline", "Not signed in"]);
    }

    function test_arriving(): void {
        Backend.signIn();
        Backend.tracker.initialSyncInterval = 200;
        const list = make({});
        verify(!Backend.itemNamed(list, "Contacts are arriving"));
        Backend.beginSession();
        verify(list.arriving);
        const bar = Backend.itemNamed(list, "Contacts are arriving");
        verify(bar.visible);
        verify(Backend.itemWithText(list, "Contacts are arriving…"));
        tryVerify(() => !bar.visible);
        verify(!Backend.itemWithText(list, "Contacts are arriving…"));
    }

    function test_accessible(): void {
        const list = make({});
        const rows = Backend.itemNamed(list, "Contacts");
        verify(Backend.hasAccessibleRole(rows, Accessible.List));
        const ada = Backend.itemNamed(list, "Ada Lovelace, Do not disturb: Proving <i>things</i>");
        verify(ada);
        verify(Backend.hasAccessibleRole(ada, Accessible.ListItem));
        verify(Backend.hasAccessibleRole(Backend.itemNamed(list, "Home"), Accessible.Heading));
        verify(Backend.hasAccessibleRole(Backend.itemNamed(list, "Search"), Accessible.EditableText));
    }

    function test_tip(): void {
        const list = make({});
        mouseMove(Backend.itemWithText(list, "Cem"));
        const overlay = list.Window.contentItem;
        tryVerify(() => Backend.itemWithText(overlay, "cem@example.org"));
        tryVerify(() => Backend.itemWithText(overlay, "phone"));
        mouseMove(Backend.itemWithText(list, "Search"));
        tryVerify(() => !Backend.itemWithText(overlay, "cem@example.org"));
    }

    function test_tipGoesWithItsRow(): void {
        const list = make({});
        mouseMove(Backend.itemWithText(list, "Cem"));
        const overlay = list.Window.contentItem;
        tryVerify(() => Backend.itemWithText(overlay, "cem@example.org"));
        Backend.addContact("bob@example.org", "Bobby", ["Friends"]);
        wait(0);
        verify(Backend.itemWithText(overlay, "cem@example.org"));
        Backend.receive("available cem@example.org/phone");
        Backend.receive("xa cem@example.org/phone");
        for (let i = 0; i < 9; ++i)
            Backend.addContact("a" + i + "@example.org", "A" + i, ["Friends"]);
        tryVerify(() => !Backend.itemWithText(overlay, "cem@example.org"));
    }

    // Nor does it get between the pointer and the row.
    function test_tipStaysBesideItsRow_data(): list<var> {
        return [
            {
                tag: "below",
                height: 480
            },
            {
                tag: "above",
                height: 200
            }
        ];
    }

    function test_tipStaysBesideItsRow(data: var): void {
        Backend.signIn();
        for (const name of ["Ada", "Bob", "Cem"])
            Backend.addContact(name + "@example.org", name);
        for (let i = 0; i < 9; ++i)
            Backend.receive("away cem@example.org/" + i);
        Backend.receive("chat ada@example.org/x");
        Backend.receive("chat bob@example.org/x");
        const list = make({
            "height": data.height
        });
        const row = Backend.itemNamed(list, "Cem, Away");
        verify(row);
        mouseMove(row, 40, row.height / 2);
        const overlay = list.Window.contentItem;
        tryVerify(() => Backend.itemWithText(overlay, "and 4 more"));
        wait(0);
        waitForPolish(testCase.Window.window);
        const last = Backend.itemWithText(overlay, "and 4 more");
        const first = Backend.itemWithText(overlay, "cem@example.org");
        const top = row.mapToItem(overlay, 0, 0).y;
        verify(last.mapToItem(overlay, 0, last.height).y <= top || first.mapToItem(overlay, 0, 0).y >= top + row.height);
        mouseMove(Backend.itemWithText(list, "Search"));
    }

    function test_pictures_data(): list<var> {
        return [
            {
                tag: "light",
                dark: false,
                mirrored: false
            },
            {
                tag: "dark",
                dark: true,
                mirrored: false
            },
            {
                tag: "right to left",
                dark: false,
                mirrored: true
            }
        ];
    }

    // Every state in every direction, for the eyes.
    function test_pictures(data: var): void {
        Backend.signIn();
        Backend.setDark(testCase, data.dark);
        Backend.addContact("ada@example.org", "Ada Lovelace", ["Work"]);
        Backend.addContact("grace@example.org", "Grace Hopper", ["Work"]);
        Backend.addContact("alan@example.org", "Alan Turing", ["Work"]);
        Backend.addContact("layla@example.org", "\u0644\u064a\u0644\u0649", ["Friends"]);
        Backend.addContact("long@example.org", "Somebody with a name that no list has the room for", ["Friends"]);
        Backend.addContact("juliet@example.org", "Juliet", ["Friends"]);
        Backend.addContact("romeo@example.org", "Romeo", ["Friends"]);
        Backend.addContact("transport@example.org", "", []);
        Backend.receive("dnd ada@example.org/desk", "In a meeting");
        Backend.receive("available grace@example.org/desk", "Looking for a bug, and for where it came from, since the morning");
        Backend.receive("away grace@example.org/phone", "", 12);
        Backend.receive("chat juliet@example.org/balcony", "Come and talk to me");
        Backend.receive("away romeo@example.org/garden", "", 25);
        Backend.receive("available layla@example.org/x", "\u0645\u0631\u062d\u0628\u0627");
        Backend.receive("xa long@example.org/x", "", 300);
        Backend.receive("error transport@example.org");
        const list = make({
            "currentJid": "romeo@example.org",
            "LayoutMirroring.enabled": data.mirrored,
            "LayoutMirroring.childrenInherit": true
        });
        tryVerify(() => Backend.itemNamed(list, "Contacts").currentIndex === 2);
        const texts = Backend.texts(list);
        verify(texts.indexOf("In a meeting") > 0);
        compare(texts.indexOf("Friends"), texts.lastIndexOf("Friends")); // which Qt shows twice if a row is the current one too early
        Backend.save(list, "contactlist " + data.tag);
        mouseMove(Backend.itemWithText(list, "Grace Hopper"));
        const overlay = list.Window.contentItem;
        tryVerify(() => Backend.itemWithText(overlay, "phone"));
        tryVerify(() => Backend.itemWithText(overlay, "phone").opacity === 1);
        wait(0);
        Backend.save(list, "presencetip " + data.tag);
        Backend.setDark(testCase, false);
    }
}
