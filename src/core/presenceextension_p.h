// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDomElement>
#include <QXmppClientExtension.h>
#include <QXmppPresence.h>

#include <optional>

namespace XmppPresence {

// Sees what QXmpp (1.10) makes nothing of, just before the client tells of the stanza.
class PresenceExtension : public QXmppClientExtension
{
    Q_OBJECT

public:
    using QXmppClientExtension::handleStanza;
    bool handleStanza(const QDomElement &element, const std::optional<QXmppE2eeMetadata> &metadata) override;

    // The stanza that the client tells of, with what QXmpp has left out; null if it is no presence at all. It is the
    // client's own, or where that had to be changed a copy in changed: to copy all of them takes long.
    const QXmppPresence *completed(const QXmppPresence &stanza, std::optional<QXmppPresence> &changed);

Q_SIGNALS:
    void blocked(const QString &jid); // by the account, as its server says (XEP-0191)

private:
    void tellBlocked(const QDomElement &push);

    QDomElement m_element; // of the stanza that comes next
};

bool isOfDestroyedRoom(const QXmppPresence &completed);

} // namespace XmppPresence
