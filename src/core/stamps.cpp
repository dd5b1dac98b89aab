// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stamps_p.h"

#include <QDateTime>
#include <QXmppElement.h>
#include <QXmppUtils.h>

#include <algorithm>

namespace XmppPresence {

using namespace Qt::StringLiterals;

static QString attributeOf(
    const QXmppPresence &stanza, QLatin1StringView tag, QLatin1StringView xmlns, const QString &attribute)
{
    const auto elements = stanza.extensions();
    for (const auto &element : elements) {
        if (element.tagName() == tag && element.attribute(u"xmlns"_s) == xmlns)
            return element.attribute(attribute);
    }
    return {};
}

// A clock that is ahead is not worth a word, one before XMPP was thought of says nothing.
static std::optional<qint64> clamped(const QDateTime &time, qint64 latest)
{
    if (!time.isValid() || time.toMSecsSinceEpoch() < 0)
        return {};
    return std::min(time.toMSecsSinceEpoch(), latest);
}

qint64 sentAt(const QXmppPresence &stanza, qint64 now)
{
    const auto stamp = attributeOf(stanza, "delay"_L1, "urn:xmpp:delay"_L1, u"stamp"_s);
    return stamp.isEmpty() ? now : clamped(QXmppUtils::datetimeFromString(stamp), now).value_or(now);
}

std::optional<qint64> idleSince(const QXmppPresence &stanza, qint64 sent)
{
    if (const auto since = clamped(stanza.lastUserInteraction(), sent))
        return since;

    const auto text = attributeOf(stanza, "query"_L1, "jabber:iq:last"_L1, u"seconds"_s);
    bool isNumber = false;
    const auto seconds = text.isEmpty() ? 0 : text.toUInt(&isNumber);
    if (!isNumber)
        return {};
    return clamped(QDateTime::fromMSecsSinceEpoch(sent - qint64(seconds) * 1000), sent);
}

} // namespace XmppPresence
