// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_testing_export.h"

#include <QXmppPresence.h>

class QDateTime;
class QXmppElement;

namespace XmppPresence {

/*!
    \class XmppPresence::PresenceBuilder
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceBuilder
    \brief The PresenceBuilder class writes down a presence stanza in one expression.

    It begins as plainly available, each function adds a word, and wherever a QXmppPresence is asked for it is one.
    Every function returns a changed copy, so that several stanzas can be made from one beginning:

    \snippet testing.cpp builder

    Nothing is checked, so that a test can write what nobody should send. It is a value, and may be used in any thread.
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceBuilder
{
public:
    /*! Constructs available presence from the full or bare JID \a from, or from nobody. */
    explicit PresenceBuilder(const QString &from = {});

    /*! Begins with what \a stanza says. */
    explicit PresenceBuilder(QXmppPresence stanza);

    /*! Returns the stanza, wherever one is asked for. */
    operator QXmppPresence() const { return m_stanza; } // NOLINT(google-explicit-constructor): what it is for

    /*! Returns the stanza, where \c auto would make it a PresenceBuilder. */
    QXmppPresence stanza() const { return m_stanza; }

    /*! Available, with no \c <show/> (RFC 6121, section 4.7). */
    PresenceBuilder online() const;

    /*! Temporarily away. */
    PresenceBuilder away() const;

    /*! Away for an extended period. */
    PresenceBuilder xa() const;

    /*! Interested in chatting. */
    PresenceBuilder chat() const;

    /*! Busy: do not disturb. */
    PresenceBuilder dnd() const;

    /*! Not available any more. */
    PresenceBuilder unavailable() const;

    /*! An error of \a condition, with a \a text for people (RFC 6120, section 8.3). */
    PresenceBuilder error(QXmppStanza::Error::Condition condition = QXmppStanza::Error::ServiceUnavailable,
        const QString &text = {}) const;

    /*! A request to be told of presence (RFC 6121, section 3). */
    PresenceBuilder subscribe() const;

    /*! Grants such a request. */
    PresenceBuilder subscribed() const;

    /*! Asks to be told no more. */
    PresenceBuilder unsubscribe() const;

    /*! Refuses a request, or cancels what was granted. */
    PresenceBuilder unsubscribed() const;

    /*! Asks for presence, as servers do (RFC 6121, section 4.3). */
    PresenceBuilder probe() const;

    /*! The stanza is addressed to \a jid. */
    PresenceBuilder to(const QString &jid) const;

    /*! The stanza has the \a id. */
    PresenceBuilder id(const QString &id) const;

    /*! The status is \a text. */
    PresenceBuilder status(const QString &text) const;

    /*! The \a priority, of which -128 to 127 are allowed. */
    PresenceBuilder priority(int priority) const;

    /*!
        Entity capabilities (XEP-0115): the \a node of the client, and the string \a ver in Base64 as it is sent, made
        with \a hash.
    */
    PresenceBuilder capabilities(
        const QString &node, const QString &ver, const QString &hash = QStringLiteral("sha-1")) const;

    /*! Nobody has touched the device since \a time (XEP-0319). */
    PresenceBuilder idleSince(const QDateTime &time) const;

    /*! The stanza was sent at \a time, and kept by \a by until now (XEP-0203). */
    PresenceBuilder delayed(const QDateTime &time, const QString &by = {}) const;

    /*! The avatar has the SHA-1 \a hash (XEP-0153); an empty one is for no avatar. */
    PresenceBuilder photo(const QByteArray &hash) const;

    /*!
        An occupant of a room (XEP-0045), of \a affiliation and \a role, with the real JID \a jid where the room tells
        it. What was said of it by other functions stays. A PresenceTracker that has a client believes who is in a
        room, and who is renamed there, if the client has sent that it enters the room.
    */
    PresenceBuilder occupant(QXmppMucItem::Affiliation affiliation = QXmppMucItem::NoAffiliation,
        QXmppMucItem::Role role = QXmppMucItem::ParticipantRole, const QString &jid = {}) const;

    /*! Adds the status code \a code of a room: 110 for the account's own occupant (XEP-0045, section 15.6.2). */
    PresenceBuilder statusCode(int code) const;

    /*! Unavailable, as the occupant is called \a nickname from now on: status code 303 (XEP-0045, section 7.6). */
    PresenceBuilder renamedTo(const QString &nickname) const;

    /*! An occupant was made to leave because of \a text, by \a actor (XEP-0045, section 8.2). */
    PresenceBuilder reason(const QString &text, const QString &actor = {}) const;

    /*! Adds any other \a element. */
    PresenceBuilder element(const QXmppElement &element) const;

    // Whether both are sent as the same XML
    friend XMPPPRESENCE_TESTING_EXPORT bool operator==(const PresenceBuilder &a, const QXmppPresence &b);
    friend bool operator==(const PresenceBuilder &a, const PresenceBuilder &b) { return a == b.m_stanza; }

    // What Qt Test prints
    friend XMPPPRESENCE_TESTING_EXPORT char *toString(const PresenceBuilder &builder);

private:
    template <typename Change>
    PresenceBuilder with(const Change &change) const;
    PresenceBuilder type(QXmppPresence::Type type) const;
    PresenceBuilder show(QXmppPresence::AvailableStatusType show) const;

    QXmppPresence m_stanza;
};

/*!
    \relates XmppPresence::PresenceBuilder
    Returns the beginning of a stanza: available presence from the full or bare JID \a from.
*/
inline PresenceBuilder presence(const QString &from = {})
{
    return PresenceBuilder(from);
}

/*!
    \relates XmppPresence::PresenceBuilder
    Returns \a stanza as it is sent.
*/
XMPPPRESENCE_TESTING_EXPORT QString presenceXml(const QXmppPresence &stanza);

} // namespace XmppPresence

#ifdef QT_TESTLIB_LIB // what is linked to Qt Test
#include "presencecomparison.h" // IWYU pragma: export
#endif
