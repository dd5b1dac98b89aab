// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QXmppMucIq.h>
#include <QXmppStanza.h>

namespace XmppPresence {

// What the documents of XMPP call the values that QXmpp has enumerations for.

QString nameOf(QXmppStanza::Error::Condition condition); // RFC 6120, section 8.3.3
QString nameOf(QXmppMucItem::Role role); // XEP-0045, section 5.1; empty if there is none in the stanza
QString nameOf(QXmppMucItem::Affiliation affiliation); // XEP-0045, section 5.2; likewise

} // namespace XmppPresence
