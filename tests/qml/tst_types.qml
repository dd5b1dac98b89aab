// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresenceTests

TestCase {
    id: testCase

    property list<string> called

    name: "Types"

    Component {
        id: bound

        ContactListModel {
            showOffline: testCase.called.length > 0
            tracker: Backend.tracker
        }
    }

    Component {
        id: watchers

        PresenceWatcher {}
    }

    Component {
        id: contexts

        QtObject {}
    }

    function init(): void {
        called = [];
        Backend.signIn();
        Backend.addContact("ada@example.org", "Ada");
        Backend.addContact("bob@example.org", "Bob");
        Backend.receive("away ada@example.org/phone");
    }

    function test_enumerations(): void {
        compare(Availability.Unknown, 0);
        compare(Availability.Error, 7);
        compare(PresenceState.DoNotDisturb, 4);
        compare(ContactListModel.ByGroup, 1);
        compare(PresenceTracker.Reachability, 2);
        compare(PresenceItemModel.JidRole, 257);
    }

    function test_state(): void {
        const state = Backend.tracker.state("ada@example.org");
        verify(state.available);
        compare(state.show, PresenceState.Away);
    }

    function test_texts(): void {
        compare(Presence.availabilityText(Availability.DoNotDisturb), "Do not disturb");
        compare(Presence.displayText("a\nb\u0007"), "a b");
        compare(Presence.ageText(new Date(Date.now() - 5 * 60000)), "5 min");
        compare(Presence.ageText(new Date(1000000), new Date(1000000 + 7200000)), "2 h");
        compare(Presence.ageText(new Date(NaN), Presence.now), "");
    }

    function test_watcher_data(): list<var> {
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

    function test_watcher(data: var): void {
        const watcher = createTemporaryObject(watchers, testCase) as PresenceWatcher;
        compare(watcher.availability, Availability.Unknown);
        for (const property of data.properties)
            watcher[property] = property === "jid" ? "ada@example.org" : Backend.tracker;
        compare(watcher.availability, Availability.Away);
    }

    // What is not asked for is not shown for a turn either.
    function test_optionsHoldFromTheStart(): void {
        const model = createTemporaryObject(bound, testCase) as ContactListModel;
        compare(model.count, 1);
        called.push("");
        compare(model.showOffline, true);
        tryCompare(model, "count", 2);
    }

    function test_watchOnce_data(): list<var> {
        return [
            {
                tag: "is there",
                jid: "ada@example.org",
                stanzas: [],
                calls: ["ada@example.org"]
            },
            {
                tag: "comes",
                jid: "bob@example.org",
                stanzas: ["away bob@example.org/x"],
                calls: ["bob@example.org"]
            },
            {
                tag: "comes twice",
                jid: "bob@example.org",
                stanzas: ["away bob@example.org/x", "unavailable bob@example.org/x", "away bob@example.org/x"],
                calls: ["bob@example.org"]
            },
            {
                tag: "does not come",
                jid: "bob@example.org",
                stanzas: ["away ada@example.org/x"],
                calls: []
            },
            {
                tag: "nobody",
                jid: "@",
                stanzas: [],
                calls: []
            }
        ];
    }

    function test_watchOnce(data: var): void {
        if (data.jid === "@")
            ignoreWarning(/Refused a JID that nobody can have/);
        Presence.watchOnce(Backend.tracker, data.jid, jid => testCase.called.push(jid));
        compare(called, []);
        for (const stanza of data.stanzas)
            Backend.receive(stanza);
        wait(0);
        tryVerify(() => called.length >= data.calls.length);
        compare(called, data.calls);
    }

    function test_watchOnceEndsWithItsContext(): void {
        const context = contexts.createObject(testCase);
        Presence.watchOnce(Backend.tracker, "bob@example.org", jid => testCase.called.push(jid), context);
        Presence.watchOnce(Backend.tracker, "bob@example.org", () => testCase.called.push("other"), testCase);
        context.destroy();
        wait(0);
        Backend.receive("away bob@example.org/x");
        tryCompare(testCase, "called", ["other"]);
    }

    function test_watchOnceTellsOfErrors(): void {
        ignoreWarning(/watchOnce\(\): Error: no window/);
        Presence.watchOnce(Backend.tracker, "ada@example.org", jid => {
            throw new Error("no window");
        });
        Presence.watchOnce(Backend.tracker, "ada@example.org", jid => testCase.called.push(jid));
        tryCompare(testCase, "called", ["ada@example.org"]);
    }

    function test_watchOnceWithoutTracker(): void {
        ignoreWarning(/watchOnce\(\) needs a tracker and a function/);
        Presence.watchOnce(null, "bob@example.org", () => {});
        Presence.watchOnce(Backend.tracker, "bob@example.org", () => testCase.called.push("called"));
        Backend.signOut();
        wait(0);
        compare(called, []);
    }
}
