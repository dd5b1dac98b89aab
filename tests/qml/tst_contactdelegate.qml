// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtQuick.Controls
import QtTest
import XmppPresence
import XmppPresenceTests

TestCase {
    id: testCase

    name: "ContactDelegate"
    width: 300
    height: 200
    visible: true
    when: windowShown

    Component {
        id: delegates

        ContactDelegate {
            width: 200
            accessibleText: ""
            availability: Availability.Away
            availabilityText: "Away"
            available: true
            errorText: ""
            idleSince: new Date(NaN)
            jid: "ada@example.org"
            name: "Ada"
            resourceCount: 1
            stale: false
            statusText: ""
        }
    }

    function make(properties: var): ContactDelegate {
        return createTemporaryObject(delegates, testCase, properties) as ContactDelegate;
    }

    Component {
        id: labels

        Label {}
    }

    function test_colorOfTheStyle_data(): list<var> {
        return [
            {
                tag: "light",
                dark: false
            },
            {
                tag: "dark",
                dark: true
            }
        ];
    }

    // Which some styles have elsewhere than in the palette.
    function test_colorOfTheStyle(data: var): void {
        Backend.setDark(testCase, data.dark);
        const label = createTemporaryObject(labels, testCase) as Label;
        const color = label.color;
        compare(Backend.itemWithText(make({}), "Ada").color, color);
        Backend.setDark(testCase, false);
    }

    function test_texts_data(): list<var> {
        return [
            {
                tag: "state in words",
                properties: {},
                texts: ["Ada", "Away"]
            },
            {
                tag: "status",
                properties: {
                    "statusText": "Tea"
                },
                texts: ["Ada", "Tea"]
            },
            {
                tag: "error",
                properties: {
                    "availability": Availability.Error,
                    "errorText": "No such server"
                },
                texts: ["Ada", "No such server"]
            },
            {
                tag: "devices",
                properties: {
                    "resourceCount": 3
                },
                texts: ["Ada", "Away", "3 devices"]
            },
            {
                tag: "idle",
                properties: {
                    "idleSince": new Date(Date.now() - 3 * 3600 * 1000)
                },
                texts: ["Ada", "3 h", "Away"]
            },
            {
                tag: "markup",
                properties: {
                    "name": "<b>Ada</b>",
                    "statusText": "<img src='x'>"
                },
                texts: ["<b>Ada</b>", "<img src='x'>"]
            }
        ];
    }

    function test_texts(data: var): void {
        const delegate = make(data.properties);
        compare(Backend.texts(delegate), data.texts);
        verify(!Backend.isAnyTextRich(delegate));
    }

    function test_elides(): void {
        const delegate = make({
            "name": "A name that is longer than a row can be, and then some",
            "statusText": "A status that is longer than a row can be, and then some more",
            "idleSince": new Date(Date.now() - 3600 * 1000),
            "resourceCount": 2
        });
        for (const pair of [[delegate.name, "1 h"], [delegate.statusText, "2 devices"]]) {
            const text = Backend.itemWithText(delegate, pair[0]);
            const aside = Backend.itemWithText(delegate, pair[1]);
            verify(text.truncated);
            verify(text.x + text.width < aside.x);
            verify(aside.x + aside.width <= delegate.width);
        }
    }

    function test_nameHasRoom(): void {
        const delegate = make({
            "width": 220,
            "font.pixelSize": 24,
            "idleSince": new Date(Date.now() - 59 * 60 * 1000),
            "resourceCount": 12
        });
        for (const pair of [["Ada", "59 min"], ["Away", "12 devices"]]) {
            const text = Backend.itemWithText(delegate, pair[0]);
            const aside = Backend.itemWithText(delegate, pair[1]);
            verify(text.width > aside.width / 2);
        }
    }

    function test_oneHeight(): void {
        compare(make({
            "name": "",
            "availabilityText": ""
        }).height, make({
            "statusText": "Tea",
            "resourceCount": 2
        }).height);
    }

    // Texts may be in a script whose font is higher.
    function test_oneHeightInAllScripts(): void {
        const delegate = make({
            "statusText": "Tea"
        });
        const height = delegate.height;
        for (const text of ["Ada", "Tea"])
            Backend.itemWithText(delegate, text).font.pixelSize *= 2;
        waitForPolish(testCase.Window.window);
        compare(delegate.height, height);
    }

    function test_isSelected(): void {
        const delegate = make({});
        verify(!delegate.Accessible.selected);
        delegate.highlighted = true;
        verify(delegate.Accessible.selected);
    }

    function test_growsWithTheFont(): void {
        const delegate = make({});
        const height = delegate.height;
        delegate.font.pixelSize *= 2;
        verify(delegate.height > 1.8 * height);
    }

    function test_dim_data(): list<var> {
        return [
            {
                tag: "there",
                stale: false,
                available: true,
                dim: false
            },
            {
                tag: "stale",
                stale: true,
                available: true,
                dim: true
            },
            {
                tag: "offline",
                stale: false,
                available: false,
                dim: true
            }
        ];
    }

    function test_dim(data: var): void {
        const delegate = make({
            "stale": data.stale,
            "available": data.available
        });
        compare(Backend.itemWithText(delegate, "Ada").opacity < 1, data.dim);
    }

    function test_rightToLeft(): void {
        const delegate = make({
            "resourceCount": 2
        });
        const name = Backend.itemWithText(delegate, "Ada");
        const left = name.x;
        delegate.LayoutMirroring.enabled = true;
        delegate.LayoutMirroring.childrenInherit = true;
        verify(name.x < left); // who is there is at its other end
        compare(name.effectiveHorizontalAlignment, Text.AlignRight);
        const devices = Backend.itemWithText(delegate, "2 devices");
        const status = Backend.itemWithText(delegate, "Away");
        compare(devices.x, 0);
        verify(status.x > devices.width);
    }

    function test_accessible(): void {
        const delegate = make({
            "accessibleText": "Ada, Away"
        });
        compare(Backend.accessibleName(delegate), "Ada, Away");
        verify(Backend.hasAccessibleRole(delegate, Accessible.ListItem));
    }

    // A mnemonic in a name would take a shortcut from the application.
    function test_noMnemonic(): void {
        compare(make({
            "name": "&Ada"
        }).text, "");
    }
}
