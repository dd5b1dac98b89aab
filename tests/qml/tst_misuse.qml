// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresenceTests

// What applications do by mistake, or in an order that nobody has thought of.
TestCase {
    id: testCase

    property var models: ({
            "ContactListModel": contactLists,
            "PresenceModel": presences,
            "ResourceModel": resources
        })

    name: "Misuse"
    width: 320
    height: 480
    visible: true
    when: windowShown

    Component {
        id: contactLists

        ContactListModel {}
    }

    Component {
        id: presences

        PresenceModel {}
    }

    Component {
        id: resources

        ResourceModel {
            jid: "ada@example.org"
        }
    }

    Component {
        id: watchers

        PresenceWatcher {
            jid: "ada@example.org"
        }
    }

    Component {
        id: lists

        ContactList {
            width: testCase.width
            height: testCase.height
        }
    }

    Component {
        id: boundLists

        ContactList {
            width: testCase.width
            height: testCase.height
            tracker: Backend.tracker
        }
    }

    Component {
        id: devices

        DeviceList {
            width: testCase.width
            height: testCase.height
            jid: "ada@example.org"
        }
    }

    Component {
        id: objects

        QtObject {}
    }

    Component {
        id: plainViews

        ListView {
            id: view

            property var owned

            width: testCase.width
            height: testCase.height
            model: owned
            delegate: Text {
                required property string name

                text: name
            }
        }
    }

    function init(): void {
        failOnWarning(/./);
        Backend.signIn();
        Backend.addContact("ada@example.org", "Ada", ["Work"]);
        Backend.addContact("bob@example.org", "Bob", ["Home"]);
        Backend.addContact("cem@example.org", "Cem", ["Home", "Work"]);
        Backend.receive("away ada@example.org/phone");
        Backend.receive("dnd cem@example.org/desk");
    }

    function names(model: var): list<string> {
        const result = [];
        for (let row = 0; row < model.count; ++row)
            result.push(model.data(model.index(row, 0)) + " " + model.data(model.index(row, 0), PresenceItemModel.SectionRole));
        return result;
    }

    function test_nullTracker_data(): list<var> {
        return Object.keys(models).map(name => ({
                    tag: name
                }));
    }

    function test_nullTracker(data: var): void {
        const model = createTemporaryObject(models[data.tag], testCase, {
            tracker: null
        });
        compare(model.count, 0);
        model.tracker = Backend.tracker;
        tryVerify(() => model.count > 0);
        model.tracker = null;
        compare(model.count, 0);
        compare(model.availableCount, 0);
    }

    function test_nullTrackerOfAWatcher(): void {
        const watcher = createTemporaryObject(watchers, testCase, {
            tracker: null
        }) as PresenceWatcher;
        compare(watcher.availability, Availability.Unknown);
        watcher.tracker = Backend.tracker;
        compare(watcher.availability, Availability.Away);
        watcher.tracker = null;
        compare(watcher.availability, Availability.Unknown);
        compare(watcher.resources, []);
    }

    function test_nullTrackerOfAComponent_data(): list<var> {
        return [
            {
                tag: "ContactList",
                component: lists,
                text: "Ada"
            },
            {
                tag: "DeviceList",
                component: devices,
                text: "phone"
            }
        ];
    }

    function test_nullTrackerOfAComponent(data: var): void {
        const item = createTemporaryObject(data.component, testCase, {
            tracker: null
        });
        wait(0);
        verify(!Backend.texts(item).includes(data.text));
        item.tracker = Backend.tracker;
        tryVerify(() => Backend.texts(item).includes(data.text));
        item.tracker = null;
        tryVerify(() => !Backend.texts(item).includes(data.text));
    }

    function test_wrongType_data(): list<var> {
        return [
            {
                tag: "another object",
                value: testCase
            },
            {
                tag: "nothing at all",
                value: undefined
            },
            {
                tag: "a text",
                value: "tracker"
            },
            {
                tag: "a number",
                value: 5
            },
            {
                tag: "a list",
                value: [1]
            }
        ];
    }

    // It is an error where it is made, and changes nothing.
    function test_wrongType(data: var): void {
        for (const component of [contactLists, presences, resources, watchers, lists, devices]) {
            const object = createTemporaryObject(component, testCase, {
                tracker: Backend.tracker
            });
            let message = "";
            try {
                object.tracker = data.value;
            } catch (error) {
                message = error.message;
            }
            verify(/Cannot assign/.test(message), message);
            compare(object.tracker, Backend.tracker);
        }
    }

    function permutations(items: var): var {
        if (items.length < 2)
            return [items];
        let all = [];
        for (const first of items)
            all = all.concat(permutations(items.filter(item => item !== first)).map(rest => [first].concat(rest)));
        return all;
    }

    function test_anyOrder_data(): list<var> {
        return [
            {
                tag: "at once",
                pause: () => {}
            },
            {
                tag: "turn by turn",
                pause: () => wait(0)
            }
        ];
    }

    function test_anyOrder(data: var): void {
        const values = {
            groupFilter: "Work",
            oncePerGroup: true,
            sections: ContactListModel.ByGroup,
            showOffline: false,
            tracker: Backend.tracker
        };
        for (const order of permutations(Object.keys(values))) {
            const model = contactLists.createObject(testCase) as ContactListModel;
            for (const property of order) {
                model[property] = values[property];
                data.pause();
            }
            wait(0);
            compare(names(model), ["Cem Work", "Ada Work"], order.join(", "));
            model.destroy();
        }
    }

    function test_destroyedWhileAChangeIsPending_data(): list<var> {
        return [
            {
                tag: "ContactListModel",
                component: contactLists
            },
            {
                tag: "PresenceModel",
                component: presences
            },
            {
                tag: "ResourceModel",
                component: resources
            },
            {
                tag: "PresenceWatcher",
                component: watchers
            },
            {
                tag: "ContactList",
                component: lists
            },
            {
                tag: "DeviceList",
                component: devices
            }
        ];
    }

    function test_destroyedWhileAChangeIsPending(data: var): void {
        const object = data.component.createObject(testCase, {
            tracker: Backend.tracker
        });
        wait(0);
        Backend.receive("chat ada@example.org/phone");
        Backend.receive("unavailable cem@example.org/desk");
        object.destroy();
        Backend.receive("away ada@example.org/desk");
        wait(0);
        Backend.receive("away bob@example.org/desk");
        wait(0);
    }

    // The view outlives its model, which goes before it has told: any warning is a failure.
    function test_modelGoesFromUnderAView(): void {
        const owner = objects.createObject(testCase);
        const model = contactLists.createObject(owner, {
            tracker: Backend.tracker
        }) as ContactListModel;
        const view = createTemporaryObject(plainViews, testCase, {
            owned: model
        }) as ListView;
        tryCompare(view, "count", 3);
        Backend.receive("chat bob@example.org/phone");
        model.destroy();
        wait(0);
        view.forceLayout();
        waitForRendering(view);
    }

    function test_trackerGoesWhileAChangeIsPending(): void {
        const list = createTemporaryObject(boundLists, testCase) as ContactList;
        tryVerify(() => Backend.texts(list).includes("Ada"));
        Backend.receive("chat bob@example.org/phone");
        Backend.signOut();
        tryVerify(() => !Backend.texts(list).includes("Ada"));
        Backend.signIn();
        Backend.addContact("dee@example.org", "Dee");
        tryVerify(() => Backend.texts(list).includes("Dee"));
    }

    function test_trackerOfAModelGoes_data(): list<var> {
        return test_nullTracker_data();
    }

    function test_trackerOfAModelGoes(data: var): void {
        const model = createTemporaryObject(models[data.tag], testCase, {
            tracker: Backend.tracker
        });
        verify(model.count > 0);
        Backend.receive("chat ada@example.org/phone");
        Backend.signOut();
        compare(model.count, 0);
        compare(model.tracker, null);
    }

    // In a handler of the change itself.
    function test_destroyedByTheChange(): void {
        const model = contactLists.createObject(testCase, {
            showOffline: false,
            tracker: Backend.tracker
        }) as ContactListModel;
        tryCompare(model, "count", 2);
        let isTold = false;
        let isGone = false;
        model.Component.destruction.connect(() => isGone = true);
        model.countChanged.connect(() => {
            isTold = true;
            model.destroy();
            Backend.receive("unavailable bob@example.org/desk");
        });
        Backend.receive("away bob@example.org/desk");
        tryVerify(() => isTold && isGone);
        wait(0);
    }
}
