// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

#include <QDateTime>

namespace XmppPresence {

/*!
    \relates XmppPresence::PresenceItemModel

    Returns how long ago \a time was, \a now, in a few translated words: "now" for less than a minute and for the
    future, else in whole minutes, hours, days or years (of 365 days), such as "5 min" or "3 h". Returns nothing if
    \a time is invalid.

    It fits PresenceItemModel::SinceRole and PresenceItemModel::IdleSinceRole. No signal tells that an age has changed:
    a view that shows one asks again, once a minute.

    \snippet values.cpp age
*/
XMPPPRESENCE_CORE_EXPORT QString ageText(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace XmppPresence
