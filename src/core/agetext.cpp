// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "agetext.h"

#include "texts_p.h"

namespace XmppPresence {

using namespace std::chrono_literals;

QString ageText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const std::chrono::milliseconds age(time.msecsTo(now));
    if (age < 1min)
        return Texts::tr("now");
    if (age < 1h)
        return Texts::tr("%n min", nullptr, int(age / 1min));
    if (age < 24h)
        return Texts::tr("%n h", nullptr, int(age / 1h));
    if (age < 365 * 24h)
        return Texts::tr("%n d", nullptr, int(age / 24h));
    return Texts::tr("%n y", nullptr, int(age / (365 * 24h)));
}

} // namespace XmppPresence
