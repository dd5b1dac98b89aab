// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick
import QtTest
import XmppPresence
import XmppPresence.Testing

TestCase {
    id: testCase

    readonly property list<string> arrival: ["peerAvailable juliet@example.org", "resourceAvailable juliet@example.org/balcony"]
    readonly property list<string> departure: ["resourceUnavailable juliet@example.org/balcony", "peerUnavailable juliet@example.org"]
    property TestAccount account

    name: "TestAccount"

    Component {
        id: accounts

        TestAccount {}
    }

    ContactListModel {
        id: contacts

        showOffline: true
        tracker: testCase.account?.tracker ?? null
    }

    PresenceWatcher {
        id: watcher

        jid: "juliet@example.org"
        tracker: testCase.account?.tracker ?? null
    }

    SignalSpy {
        id: rosterChanges

        signalName: "rosterChanged"
        target: testCase.account
    }

    function init(): void {
        account = createTemporaryObject(accounts, testCase) as TestAccount;
        verify(account.startNewSession());
    }

    function test_receive(): void {
        const idleSince = new Date(Date.now() - 60000);
        verify(account.receive({
            from: "juliet@example.org/balcony",
            show: "away",
            status: "at the <window>",
            priority: 5,
            idleSince: idleSince
        }));
        tryCompare(watcher, "availability", Availability.Away);
        compare(watcher.statusText, "at the <window>");
        compare(watcher.priority, 5);
        compare(watcher.idleSince, idleSince);
        compare(account.takeSignals(), arrival);
        compare(account.takeSignals(), []);
        verify(account.receive({
            from: "juliet@example.org/balcony",
            type: "unavailable"
        }));
        compare(account.takeSignals(), departure);
    }

    function test_states_data(): list<var> {
        return [
            {
                tag: "xa",
                stanza: {
                    show: "xa"
                },
                availability: Availability.ExtendedAway
            },
            {
                tag: "chat",
                stanza: {
                    show: "chat"
                },
                availability: Availability.FreeForChat
            },
            {
                tag: "dnd",
                stanza: {
                    show: "dnd"
                },
                availability: Availability.DoNotDisturb
            },
            {
                tag: "online",
                stanza: {},
                availability: Availability.Online
            },
            {
                tag: "error",
                stanza: {
                    type: "error"
                },
                availability: Availability.Error
            }
        ];
    }

    function test_states(data: var): void {
        const stanza = data.stanza;
        stanza.from = "juliet@example.org/balcony";
        verify(account.receive(stanza));
        tryCompare(watcher, "availability", data.availability);
    }

    function test_receiveXml(): void {
        verify(account.receiveXml("<presence from='juliet@example.org/balcony'/>"));
        compare(account.takeSignals(), arrival);
        ignoreWarning(/Not XML/);
        verify(!account.receiveXml("<presence"));
    }

    function test_difference(): void {
        verify(account.receive({
            from: "juliet@example.org/balcony"
        }));
        compare(account.difference([arrival[0]]), "Signals are missing (-), or were not expected (+):\n  " + arrival[0] + "\n+ " + arrival[1]);
        compare(account.difference([]), "");
    }

    function test_mistakes_data(): list<var> {
        return [
            {
                tag: "show",
                stanza: {
                    show: "busy"
                }
            },
            {
                tag: "type",
                stanza: {
                    type: "available"
                }
            },
            {
                tag: "key",
                stanza: {
                    form: "juliet@example.org"
                }
            }
        ];
    }

    function test_mistakes(data: var): void {
        ignoreWarning(/No presence: /);
        verify(!account.receive(data.stanza));
    }

    function test_roster(): void {
        account.roster = [
            {
                jid: "juliet@example.org",
                name: "Juliet",
                groups: ["Friends", "Verona"]
            },
            {
                jid: "nurse@example.org",
                subscription: "none"
            }
        ];
        compare(rosterChanges.count, 1);
        tryCompare(contacts, "count", 2);
        compare(contacts.data(contacts.index(0, 0), PresenceItemModel.NameRole), "Juliet");
        compare(contacts.data(contacts.index(0, 0), PresenceItemModel.AvailabilityRole), Availability.Offline);
        compare(contacts.data(contacts.index(1, 0), PresenceItemModel.AvailabilityRole), Availability.Unknown);
        account.roster = [];
        tryCompare(contacts, "count", 0);
    }

    function test_rosterMistakes_data(): list<var> {
        return [
            {
                tag: "no JID",
                contact: {
                    name: "Juliet"
                }
            },
            {
                tag: "key",
                contact: {
                    jid: "juliet@example.org",
                    nick: "Juliet"
                }
            },
            {
                tag: "subscription",
                contact: {
                    jid: "juliet@example.org",
                    subscription: "yes"
                }
            }
        ];
    }

    function test_rosterMistakes(data: var): void {
        ignoreWarning(/No contact of a roster: /);
        account.roster = [
            {
                jid: "nurse@example.org"
            },
            data.contact];
        compare(account.roster, []);
    }

    function test_stream(): void {
        verify(account.receive({
            from: "juliet@example.org/balcony"
        }));
        account.loseConnection();
        verify(account.tracker.stale);
        verify(account.resume());
        verify(!account.tracker.stale);
        compare(account.takeSignals(), arrival);
        account.endSession();
        verify(!account.tracker.stale);
        compare(account.takeSignals(), departure);
        ignoreWarning(/There is no session to resume/);
        verify(!account.resume());
    }

    function test_logOut(): void {
        verify(account.receive({
            from: "juliet@example.org/balcony"
        }));
        account.logOut();
        compare(account.takeSignals(), arrival.concat(departure));
    }

    function test_noStreamManagement(): void {
        compare(account.streamManagement, true);
        account.streamManagement = false;
        verify(account.startNewSession());
        verify(account.receive({
            from: "juliet@example.org/balcony"
        }));
        account.loseConnection();
        verify(!account.tracker.stale);
        compare(account.takeSignals(), arrival.concat(departure));
    }
}
