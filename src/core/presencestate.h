// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

#include <QMetaType>

#include <compare>

class QDebug;
class QXmppPresence;

namespace XmppPresence {

/*!
    \class XmppPresence::PresenceState
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceState
    \brief The PresenceState class tells whether somebody is available, and in what mood.

    A PresenceState is what the \c type attribute and the \c <show/> element of a presence stanza say together
    (RFC 6121, sections 4.7.1 and 4.7.2.1). It is a cheap value, and totally ordered from the least to the most
    noticeable:

    unavailable < extended away < away < available without a show < free for chat < do not disturb

    All unavailable states are equal. There are all comparisons, qHash(), and output to QDebug.

    \snippet values.cpp state
*/
class XMPPPRESENCE_CORE_EXPORT PresenceState
{
    Q_GADGET
    Q_PROPERTY(bool available READ isAvailable CONSTANT FINAL)
    Q_PROPERTY(XmppPresence::PresenceState::Show show READ show CONSTANT FINAL)

public:
    /*!
        The \c <show/> element, in ascending order.

        \value ExtendedAway \c xa: away for an extended period
        \value Away \c away: temporarily away
        \value None no \c <show/> element: plainly available
        \value Chat \c chat: interested in chatting
        \value DoNotDisturb \c dnd: busy
    */
    enum class Show { ExtendedAway, Away, None, Chat, DoNotDisturb };
    Q_ENUM(Show)

    /*! Constructs the unavailable state. */
    constexpr PresenceState() = default;

    /*! Constructs the available state with \a show. */
    constexpr explicit PresenceState(Show show)
        : m_available(true)
        , m_show(show)
    {
    }

    /*!
        Returns what \a stanza says. A stanza of any type but \c available gives the unavailable state, whatever it
        shows. A \c <show/> that is not in RFC 6121 counts as none.
    */
    static PresenceState fromStanza(const QXmppPresence &stanza);

    /*!
        \property XmppPresence::PresenceState::available
        \brief whether this is one of the available states
    */
    constexpr bool isAvailable() const { return m_available; }

    /*!
        \property XmppPresence::PresenceState::show
        \brief the mood; Show::None for the unavailable state
    */
    constexpr Show show() const { return m_show; }

    friend constexpr auto operator<=>(const PresenceState &, const PresenceState &) = default;
    friend constexpr size_t qHash(PresenceState state, size_t seed = 0)
    {
        return seed ^ (size_t(state.m_show) << 1 | size_t(state.m_available));
    }
    friend XMPPPRESENCE_CORE_EXPORT QDebug operator<<(QDebug debug, PresenceState state);

private:
    bool m_available = false;
    Show m_show = Show::None;
};

} // namespace XmppPresence
