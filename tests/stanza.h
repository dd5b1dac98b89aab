// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QString>

#include <QXmppPresence.h>

// Reads "away juliet@example.org/balcony": the type or the show of a stanza, a space, and its sender.
inline QXmppPresence stanza(const QString &text)
{
    using namespace Qt::StringLiterals;
    static const QHash<QString, QXmppPresence::Type> types{
        {u"available"_s, QXmppPresence::Available},
        {u"unavailable"_s, QXmppPresence::Unavailable},
        {u"error"_s, QXmppPresence::Error},
        {u"subscribe"_s, QXmppPresence::Subscribe},
        {u"subscribed"_s, QXmppPresence::Subscribed},
        {u"unsubscribe"_s, QXmppPresence::Unsubscribe},
        {u"unsubscribed"_s, QXmppPresence::Unsubscribed},
        {u"probe"_s, QXmppPresence::Probe},
    };
    static const QHash<QString, QXmppPresence::AvailableStatusType> shows{
        {u"xa"_s, QXmppPresence::XA},
        {u"away"_s, QXmppPresence::Away},
        {u"available"_s, QXmppPresence::Online},
        {u"chat"_s, QXmppPresence::Chat},
        {u"dnd"_s, QXmppPresence::DND},
    };
    const auto word = text.section(u' ', 0, 0);
    Q_ASSERT(types.contains(word) || shows.contains(word));
    QXmppPresence presence(types.value(word, QXmppPresence::Available));
    presence.setAvailableStatusType(shows.value(word, QXmppPresence::Online));
    presence.setFrom(text.section(u' ', 1));
    return presence;
}
