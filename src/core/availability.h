// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

#include <QObject>

namespace XmppPresence {

Q_NAMESPACE_EXPORT(XMPPPRESENCE_CORE_EXPORT)

/*!
    What a view shows of a peer or a resource.

    \value Unknown Not available, and the account does not get the presence: nothing can be said.
    \value Offline Not available, and the account would be told otherwise, or has seen it go.
    \value ExtendedAway Available, and away for an extended period.
    \value Away Available, and temporarily away.
    \value Online Available, and no more is said.
    \value FreeForChat Available, and interested in chatting.
    \value DoNotDisturb Available, and busy.
    \value Error The last that was heard is an error.
*/
enum class Availability { Unknown, Offline, ExtendedAway, Away, Online, FreeForChat, DoNotDisturb, Error };
Q_ENUM_NS(Availability)

/*!
    Returns \a availability in words, translated.

    \snippet values.cpp availability
*/
XMPPPRESENCE_CORE_EXPORT QString availabilityText(Availability availability);

} // namespace XmppPresence
