// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "roomstanza_p.h"

#include <QXmppPresence.h>

namespace XmppPresence {

bool isSelfPresence(const QXmppPresence &stanza)
{
    return stanza.mucStatusCodes().contains(110);
}

bool isRename(const QXmppPresence &unavailable)
{
    return unavailable.mucStatusCodes().contains(303);
}

bool isOfUnreachableService(const QXmppPresence &error)
{
    const auto condition = error.error().condition();
    return condition == QXmppStanza::Error::RemoteServerNotFound
        || condition == QXmppStanza::Error::RemoteServerTimeout;
}

std::optional<Jid> newNameOf(const Jid &occupant, const QXmppPresence &unavailable)
{
    const auto nickname = unavailable.mucItem().nick();
    if (occupant.isBare() || nickname.isEmpty() || !isRename(unavailable))
        return {};
    return Jid::fromString(occupant.toBare() + u'/' + nickname);
}

} // namespace XmppPresence
