// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>
#include <QXmlStreamWriter>

namespace XmppPresence {

// What QXmpp sends for a stanza.
template <typename Stanza>
QString xmlOf(const Stanza &stanza)
{
    QString xml;
    QXmlStreamWriter writer(&xml);
    stanza.toXml(&writer);
    return xml;
}

} // namespace XmppPresence
