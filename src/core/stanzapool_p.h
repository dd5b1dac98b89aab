// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <array>

class QXmppPresence;

namespace XmppPresence {

// Has stanzas share what they repeat: all come to one JID, and from few kinds of clients. A fifth of the memory that
// they take goes, and with it the time that it takes to free it.
class StanzaPool
{
public:
    // Nobody else should have the stanza any more: what others have is not changed, but copied.
    void share(QXmppPresence &stanza);

private:
    // The last value of each place, so that whatever the network sends takes no more than that. Long ones are not kept.
    template <typename T>
    class Values
    {
    public:
        template <auto get, auto set>
        void share(QXmppPresence &stanza);

    private:
        std::array<T, 256> m_values;
    };

    Values<QString> m_texts;
    Values<QByteArray> m_versions;
};

} // namespace XmppPresence
