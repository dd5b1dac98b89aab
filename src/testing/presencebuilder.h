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
    \brief The PresenceBuilder class writes down a presence stanza in one expression.

    It begins as plainly available, each function adds a word, and wherever a QXmppPresence is asked for it is one.
    Every function returns a changed copy, so that several stanzas can be made from one beginning:

    \code
    const auto balcony = presence(u"juliet@example.org/balcony"_s);
    client.receive(balcony.away().status(u"at the window"_s).priority(5));
    client.receive(balcony.unavailable());
    QCOMPARE(tracker.presence(u"juliet@example.org/garden"_s), presence(u"juliet@example.org/garden"_s).dnd());
    \endcode

    Nothing is checked, so that a test can write what nobody should send. It is a value, and may be used in any thread.
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceBuilder
{
public:
    /*! Constructs available presence from the full or bare JID \a from, or from nobody. */
    explicit PresenceBuilder(const QString &from = {});

    /*! Begins with what \a stanza says. */
    explicit PresenceBuilder(const QXmppPresence &stanza);

    operator QXmppPresence() const { return m_stanza; } // NOLINT(google-explicit-constructor): what it is for

    /*! Returns the stanza, where \c auto would make it a PresenceBuilder. */
    QXmppPresence stanza() const { return m_stanza; }

    /*! Available, with no \c <show/> (RFC 6121, section 4.7). */
    PresenceBuilder online() const;
    PresenceBuilder away() const;
    /*! Away for an extended period. */
    PresenceBuilder xa() const;
    /*! Interested in chatting. */
    PresenceBuilder chat() const;
    /*! Busy: do not disturb. */
    PresenceBuilder dnd() const;

    PresenceBuilder unavailable() const;
    /*! An error of \a condition, with a \a text for people (RFC 6120, section 8.3). */
    PresenceBuilder error(QXmppStanza::Error::Condition condition = QXmppStanza::Error::ServiceUnavailable,
        const QString &text = {}) const;
    PresenceBuilder subscribe() const;
    PresenceBuilder subscribed() const;
    PresenceBuilder unsubscribe() const;
    PresenceBuilder unsubscribed() const;
    PresenceBuilder probe() const;

    PresenceBuilder to(const QString &jid) const;
    PresenceBuilder id(const QString &id) const;
    PresenceBuilder status(const QString &text) const;
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
        An occupant of a room (XEP-0045), with the real JID \a jid where the room tells it. What was said of it by
        other functions stays.
    */
    PresenceBuilder occupant(QXmppMucItem::Affiliation affiliation = QXmppMucItem::NoAffiliation,
        QXmppMucItem::Role role = QXmppMucItem::ParticipantRole, const QString &jid = {}) const;

    /*! Adds the status code \a code of a room: 110 for the account's own occupant (XEP-0045, section 15.6.2). */
    PresenceBuilder statusCode(int code) const;

    /*! Unavailable, as the occupant is called \a nickname from now on: status code 303 (XEP-0045, section 7.6). */
    PresenceBuilder renamedTo(const QString &nickname) const;

    /*! Why, and by whom, an occupant was made to leave (XEP-0045, section 8.2). */
    PresenceBuilder reason(const QString &text, const QString &actor = {}) const;

    /*! Adds any other \a element. */
    PresenceBuilder element(const QXmppElement &element) const;

    /*! Returns whether both are sent as the same XML. */
    friend XMPPPRESENCE_TESTING_EXPORT bool operator==(const PresenceBuilder &a, const QXmppPresence &b);
    friend bool operator==(const PresenceBuilder &a, const PresenceBuilder &b) { return a == b.m_stanza; }

    /*! Returns what Qt Test prints. */
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
