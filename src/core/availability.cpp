// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "availability.h"

#include "texts_p.h"

namespace XmppPresence {

QString availabilityText(Availability availability)
{
    switch (availability) {
    case Availability::Unknown:
        return Texts::tr("Unknown");
    case Availability::Offline:
        return Texts::tr("Offline");
    case Availability::ExtendedAway:
        return Texts::tr("Extended away");
    case Availability::Away:
        return Texts::tr("Away");
    case Availability::Online:
        return Texts::tr("Online");
    case Availability::FreeForChat:
        return Texts::tr("Free for chat");
    case Availability::DoNotDisturb:
        return Texts::tr("Do not disturb");
    case Availability::Error:
        return Texts::tr("Error");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace XmppPresence
