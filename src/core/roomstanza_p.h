// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "jid_p.h"

class QXmppPresence;

namespace XmppPresence {

// What rooms say in the presence of their occupants (XEP-0045).

bool isSelfPresence(const QXmppPresence &stanza); // of the occupant that we are
bool isRename(const QXmppPresence &unavailable); // it will be back under another nickname
bool isOfUnreachableService(const QXmppPresence &error); // and not of the room
std::optional<Jid> newNameOf(const Jid &occupant, const QXmppPresence &unavailable); // if it is one, to a usable name

} // namespace XmppPresence
