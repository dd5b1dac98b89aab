// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import QtQuick

/*!
    \qmltype PresenceIndicator
    \inqmlmodule XmppPresence
    \brief Availability at a glance: told by its shape as well as by its colour.

    It is 16 by 16 unless it is given another size, and crisp in any.

    \snippet presenceindicator.qml indicator
*/
Image {
    id: root

    /*! An Availability. */
    property int availability: Availability.Unknown

    /*! Whether that may be out of date, which makes it pale: see PresenceTracker::stale. */
    property bool stale: false

    width: 16
    height: 16
    opacity: stale ? 0.5 : 1
    source: Presence.iconSource(availability)
    sourceSize.width: width
    sourceSize.height: height

    Accessible.role: Accessible.Graphic
    Accessible.name: Presence.availabilityText(root.availability)
}
