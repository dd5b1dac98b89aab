// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_widgets_export.h"

#include <XmppPresence/Availability>

#include <QIcon>

namespace XmppPresence {

/*!
    \relates XmppPresence::PresenceDelegate

    Returns the icon \a iconName of the icon theme. Where the theme has none, what PresenceItemModel::IconNameRole
    answers is still there, as a drawing of this library; any other name gives a null icon.

    It fits PresenceItemModel::setDecorator().

    \snippet models.cpp icon
*/
XMPPPRESENCE_WIDGETS_EXPORT QIcon presenceIcon(const QString &iconName);

/*!
    \relates XmppPresence::PresenceDelegate
    \overload

    Returns this library's own drawing of \a availability, whatever the icon theme. Themes have one for
    Availability::Away and Availability::ExtendedAway, and so on: here all eight are told apart, by shape as well as by
    colour.

    \snippet models.cpp ownicon
*/
XMPPPRESENCE_WIDGETS_EXPORT QIcon presenceIcon(Availability availability);

} // namespace XmppPresence
