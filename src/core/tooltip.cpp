// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "tooltip_p.h"

#include "agetext.h"
#include "displaytext.h"
#include "presencerow_p.h"
#include "texts_p.h"

#include <QDateTime>
#include <QTimeZone>

namespace XmppPresence {

using namespace Qt::StringLiterals;

QString inOneLine(const QString &name, Availability availability, const QString &status)
{
    const auto text = Texts::tr("%1, %2").arg(name, availabilityText(availability));
    return status.isEmpty() ? text : Texts::tr("%1: %2").arg(text, status);
}

std::optional<Availability> loneAvailability(const PresenceRow &row)
{
    return row.devices.isEmpty() ? std::optional(row.availability) : std::nullopt;
}

QString loneStatus(const PresenceRow &row)
{
    return row.devices.isEmpty() ? row.statusText : QString();
}

qsizetype devicesLeft(const PresenceRow &row)
{
    return row.devices.isEmpty() ? 0 : row.resourceCount - row.devices.size();
}

static QStringList deviceLines(const PresenceRow &row)
{
    QStringList lines;
    for (const auto &device : row.devices)
        lines.append(inOneLine(device.name, device.availability, device.statusText));
    if (const auto left = devicesLeft(row); left > 0)
        lines.append(Texts::tr("and %n more", nullptr, int(left)));
    return lines;
}

QString toolTip(const PresenceRow &row)
{
    const auto lone = loneAvailability(row);
    QStringList lines{row.name(), displayText(row.jid), lone ? availabilityText(*lone) : QString(), loneStatus(row)};
    if (const auto since = row.idleSince())
        lines += Texts::tr("Idle: %1").arg(ageText(QDateTime::fromMSecsSinceEpoch(*since, QTimeZone::UTC)));
    lines.removeAll(QString());
    lines.removeDuplicates();
    lines += deviceLines(row);
    return u"<p>"_s + lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</p>"_s;
}

} // namespace XmppPresence
