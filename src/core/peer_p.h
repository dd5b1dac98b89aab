// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "resourceheap_p.h"

#include <memory>

namespace XmppPresence {

// What is known of a bare JID with at least one resource, or with an error and none. There may be a million: what few
// of them have stands apart.
class Peer
{
public:
    const Heard *error() const { return m_rare ? m_rare->error.get() : nullptr; }
    void setError(const Heard &error) { rare() = {std::make_unique<Heard>(error), {}}; }
    void clearError()
    {
        if (error())
            m_rare.reset();
    }

    // Our own full JID in it, if it is a room that we have joined (XEP-0045).
    QString ownOccupant() const { return m_rare ? m_rare->ownOccupant : QString(); }
    void setOwnOccupant(const QString &fullJid) { rare().ownOccupant = fullJid; }
    bool isJoinedRoom() const { return m_rare && !m_rare->ownOccupant.isEmpty(); }

    ResourceMap byJid;
    ResourceHeap resources; // all of them, in the order in which they rank

private:
    struct Rare
    {
        std::unique_ptr<Heard> error;
        QString ownOccupant;
    };

    Rare &rare()
    {
        if (!m_rare)
            m_rare = std::make_unique<Rare>();
        return *m_rare;
    }

    std::unique_ptr<Rare> m_rare;
};

} // namespace XmppPresence
