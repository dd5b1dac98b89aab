// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls

// The rows of a ContactList: what keys and the pointer do to them, and the tool tip that they share.
ListView {
    id: root

    required property ContactListModel contacts
    required property real margin
    property string currentJid
    property string anchorJid // of a row that is to be found where it was
    property string anchorGroup
    property real anchorY
    property string currentGroup
    readonly property real windowHeight: Window.height

    signal activated(jid: string)
    signal clicked(jid: string)
    signal menuRequested(jid: string, position: point)
    signal typed(text: string)

    readonly property bool isCurrentInSight: currentItem !== null && currentItem.y + currentItem.height > contentY && currentItem.y < contentY + height
    readonly property int hoveredRow: hover.hovered && !moving ? rowAt(hover.point.position) : -1

    function rowAt(position: point): int {
        return indexAt(position.x, position.y);
    }

    function jidAt(row: int): string {
        return contacts.data(contacts.index(row, 0), PresenceItemModel.JidRole);
    }

    function sectionAt(row: int): string {
        return contacts.data(contacts.index(row, 0), PresenceItemModel.SectionRole);
    }

    // A contact may have a row in each of its groups.
    function rowIn(jid: string, section: string): int {
        const found = contacts.match(contacts.index(0, 0), PresenceItemModel.JidRole, jid, -1, Qt.MatchExactly | Qt.MatchCaseSensitive);
        const inSection = found.find(index => sectionAt(index.row) === section);
        return inSection ? inSection.row : contacts.rowOf(jid);
    }

    function makeCurrent(row: int): void {
        if (count === 0)
            return;
        currentIndex = Math.max(0, Math.min(row, count - 1));
        positionViewAtIndex(currentIndex, ListView.Contain);
        currentGroup = sectionAt(currentIndex);
        currentJid = jidAt(currentIndex);
    }

    // Many changes at once are told to a view as rows that go and others that come. A row that is made the current one
    // before the others are there is given a heading of its own by Qt (6.8).
    function restoreCurrent(): void {
        if (height === 0)
            return;
        forceLayout();
        if (currentIndex < 0 || jidAt(currentIndex) !== currentJid)
            currentIndex = rowIn(currentJid, currentGroup);
    }

    function showCurrent(): void {
        restoreCurrent();
        if (currentIndex >= 0)
            positionViewAtIndex(currentIndex, ListView.Contain);
    }

    // They may come again, all at once, and the view would be at its beginning then.
    function rowsGo(first: int, last: int): void {
        const row = isCurrentInSight ? currentIndex : rowAt(Qt.point(width / 2, contentY + height / 2));
        if (anchorJid || atYBeginning || first === last || row < first || row > last)
            return;
        anchorJid = jidAt(row);
        anchorGroup = sectionAt(row);
        anchorY = itemAtIndex(row).y - contentY;
    }

    function restorePlace(): void {
        const row = anchorJid ? rowIn(anchorJid, anchorGroup) : -1;
        anchorJid = "";
        if (row < 0)
            return;
        positionViewAtIndex(row, ListView.Center);
        contentY = itemAtIndex(row).y - anchorY;
        returnToBounds();
    }

    function closeForeignTip(): void {
        if (tip.visible && jidAt(rowAt(hover.point.position)) !== tip.jid)
            tip.close();
    }

    function rearranged(): void {
        restoreCurrent();
        restorePlace();
        closeForeignTip();
    }

    // Who is hidden is not activated, nor is anybody else: but the first who is found is meant by whoever searches.
    function activate(): void {
        restoreCurrent();
        if (currentIndex < 0 && (!currentJid || contacts.filterText))
            makeCurrent(0);
        if (currentIndex >= 0)
            activated(currentJid);
    }

    function requestMenu(): void {
        if (currentItem)
            menuRequested(currentJid, Qt.point(currentItem.width / 2, currentItem.y + currentItem.height / 2 - contentY));
    }

    function rowsPerPage(): int {
        return currentItem ? Math.max(1, Math.floor(height / currentItem.height) - 1) : 1;
    }

    // Keys that go to the list, be it from the search field.
    function press(key: int): bool {
        switch (key) {
        case Qt.Key_Up:
            makeCurrent(currentIndex - 1);
            return true;
        case Qt.Key_Down:
            makeCurrent(currentIndex + 1);
            return true;
        case Qt.Key_PageUp:
            makeCurrent(currentIndex - rowsPerPage());
            return true;
        case Qt.Key_PageDown:
            makeCurrent(currentIndex + rowsPerPage());
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            activate();
            return true;
        }
        return false;
    }

    function pressOwn(key: int): bool {
        switch (key) {
        case Qt.Key_Home:
            makeCurrent(0);
            return true;
        case Qt.Key_End:
            makeCurrent(count - 1);
            return true;
        }
        return press(key);
    }

    function showTip(): void {
        const row = itemAtIndex(hoveredRow) as ContactDelegate;
        if (!row)
            return;
        tip.jid = row.jid;
        tip.rowTop = row.y - contentY;
        tip.rowBottom = tip.rowTop + row.height;
        tip.open();
    }

    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: -1
    highlightFollowsCurrentItem: false
    keyNavigationEnabled: false
    model: contacts
    reuseItems: true

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Contacts")

    section.property: contacts.sections === ContactListModel.NoSections ? "" : "section"
    section.delegate: Label {
        required property string section

        width: ListView.view.width
        height: text ? implicitHeight : 0
        bottomPadding: Math.round(root.margin * 0.3)
        elide: Text.ElideRight
        font.bold: true
        horizontalAlignment: Text.AlignLeft
        leftPadding: root.margin
        opacity: 0.8
        rightPadding: leftPadding
        text: section || root.contacts.groups.length === 0 ? section : qsTr("No group")
        textFormat: Text.PlainText
        topPadding: leftPadding

        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    delegate: ContactDelegate {
        required property int index

        width: ListView.view.width
        highlighted: ListView.isCurrentItem

        // In some desktops, as GNOME, a button takes them for a click.
        Keys.onReturnPressed: root.activate()
        Keys.onEnterPressed: root.activate()

        onClicked: {
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.makeCurrent(index);
            root.clicked(jid);
        }
        onDoubleClicked: root.activate()
        onPressAndHold: {
            root.makeCurrent(index);
            root.menuRequested(jid, mapToItem(root, pressX, pressY));
        }
    }

    ScrollBar.vertical: ScrollBar {}

    Keys.onPressed: event => {
        const isMenu = event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier);
        const isText = event.text > " " && event.text !== "\u007f" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier));
        event.accepted = isMenu || pressOwn(event.key) || isText;
        if (isMenu)
            requestMenu();
        else if (event.accepted && isText)
            typed(event.text);
    }

    onCurrentJidChanged: Qt.callLater(showCurrent)
    onHeightChanged: Qt.callLater(restoreCurrent)
    onHoveredRowChanged: {
        tip.close();
        tipTimer.restart();
    }

    Connections {
        target: root.contacts

        // At once, as the next key may be for whoever is found.
        function onFilterTextChanged(): void {
            root.contacts.flush();
            root.anchorJid = "";
            root.positionViewAtBeginning();
            root.showCurrent();
        }

        function onRowsAboutToBeRemoved(parent: var, first: int, last: int): void {
            root.rowsGo(first, last);
        }

        function onRowsInserted(): void {
            Qt.callLater(root.rearranged);
        }

        function onRowsRemoved(): void {
            Qt.callLater(root.rearranged);
        }

        function onRowsMoved(): void {
            Qt.callLater(root.rearranged);
        }

        function onModelReset(): void {
            Qt.callLater(root.rearranged);
        }
    }

    // Who has the keys, while no row shows it
    Rectangle {
        anchors.fill: parent
        border.color: palette.highlight
        border.width: 2
        color: "transparent"
        parent: root
        visible: root.activeFocus && !root.isCurrentInSight
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        acceptedButtons: Qt.RightButton

        onTapped: eventPoint => {
            const position = eventPoint.position;
            const row = root.rowAt(position);
            if (row < 0)
                return;
            root.makeCurrent(row);
            root.menuRequested(root.currentJid, Qt.point(position.x, position.y - root.contentY));
        }
    }

    Timer {
        id: tipTimer

        interval: 700

        onTriggered: root.showTip()
    }

    PresenceTip {
        id: tip

        property real rowTop
        property real rowBottom

        // Below the row, or above it if the window has no room there: it grows once it has the devices.
        y: root.mapToItem(null, 0, rowBottom + implicitHeight).y > root.windowHeight ? rowTop - implicitHeight : rowBottom
        rightToLeft: root.effectiveLayoutDirection === Qt.RightToLeft
        tracker: root.contacts.tracker
    }
}
