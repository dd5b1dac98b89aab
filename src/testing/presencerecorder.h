// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_testing_export.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <QXmppPresence.h>

namespace XmppPresence {

class PresenceTracker;

/*!
    \class XmppPresence::RecordedSignal
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceRecorder
    \brief A signal of a PresenceTracker, as a PresenceRecorder has recorded it.
*/
struct XMPPPRESENCE_TESTING_EXPORT RecordedSignal
{
    /*! The name of the signal. */
    QString name;

    /*! The bare or full JID that it is about, if it is about one. */
    QString jid = {};

    /*! The stanza that came with it, if one did. */
    QXmppPresence stanza = {};

    /*! The new JID, of PresenceTracker::resourceRenamed() alone. */
    QString newJid = {};

    /*! What a property has become, of the signals that tell of its change. */
    QString value = {};

    /*! Returns all of it but the stanza in one line, as \c{"peerAvailable juliet@example.org"}. */
    QString line() const;
};

/*! Returns what Qt Test prints: RecordedSignal::line(). */
XMPPPRESENCE_TESTING_EXPORT char *toString(const RecordedSignal &signal);

/*!
    \class XmppPresence::PresenceRecorder
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceRecorder
    \brief The PresenceRecorder class records the signals of a PresenceTracker in the order in which they came.

    \snippet testing.cpp recorder

    Where they are others, the test fails in that line and prints all of them, those that were expected and did not come
    after a minus sign, those that came unexpectedly after a plus sign:

    \badcode
    FAIL!  : TestPane::arrival() Signals are missing (-), or were not expected (+):
      peerAvailable juliet@example.org
    - resourceAvailable juliet@example.org/balcony
    + resourceAvailable juliet@example.org/garden
    \endcode

    It lives in the thread of the tracker, and may outlive it.
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceRecorder : public QObject
{
    Q_OBJECT

public:
    /*!
        Which signals are recorded.

        \value Peers those about peers and resources, from peerAvailable() to peerError(). The default.
        \value PeersAndStream staleChanged(), initialSyncChanged() and featuresChanged(), too: what may come before or
            after those about peers. The lines of the first two have the value, as \c{"staleChanged true"}. Signals that
            settings have changed, and evictedChanged(), which follows from others, are never recorded.
    */
    enum class Scope { Peers, PeersAndStream };
    Q_ENUM(Scope)

    /*! Constructs a recorder with \a parent of what \a tracker emits from now on. */
    explicit PresenceRecorder(PresenceTracker *tracker, QObject *parent = nullptr);

    /*! Constructs a recorder with \a parent of what \a tracker tells in \a scope from now on. */
    PresenceRecorder(PresenceTracker *tracker, Scope scope, QObject *parent = nullptr);

    /*! Returns what was recorded since the last take(). */
    QList<RecordedSignal> recorded() const;

    /*! Returns RecordedSignal::line() of each signal recorded since the last take(). */
    QStringList lines() const;

    /*! Returns lines(), and forgets them. */
    QStringList take();

    /*!
        Returns in what lines() differ from \a expected, for people to read, or nothing if they do not. COMPARE_SIGNALS
        fails with it.
    */
    QString difference(const QStringList &expected) const;

Q_SIGNALS:
    /*! Emitted when \a signal has been recorded. */
    void signalRecorded(const XmppPresence::RecordedSignal &signal);

private:
    void recordPeers(PresenceTracker *tracker);
    void recordStream(PresenceTracker *tracker);
    void record(const RecordedSignal &signal);

    QList<RecordedSignal> m_recorded;
};

} // namespace XmppPresence

/*!
    \macro COMPARE_SIGNALS(recorder, ...)
    \relates XmppPresence::PresenceRecorder

    Fails the test function, and returns from it, unless \a recorder has recorded exactly the signals whose lines
    follow, in this order, since the last time. With no line there must be none. It forgets them then. Like QCOMPARE it
    is for the test function itself.
*/
#define COMPARE_SIGNALS(recorder, ...)                                                                                 \
    do {                                                                                                               \
        const QString xmppPresenceDifference = (recorder).difference({__VA_ARGS__});                                   \
        (recorder).take();                                                                                             \
        if (!xmppPresenceDifference.isEmpty())                                                                         \
            QFAIL(qUtf8Printable(xmppPresenceDifference));                                                             \
    } while (false)

/*!
    \macro TRY_COMPARE_SIGNALS(recorder, ...)
    \relates XmppPresence::PresenceRecorder

    Like COMPARE_SIGNALS, after running the event loop for up to five seconds until \a recorder has them. It is for what
    comes over a network, as from a LoopbackServer. With no line it does not wait: that nothing comes cannot be waited
    for.
*/
#define TRY_COMPARE_SIGNALS(recorder, ...)                                                                             \
    do {                                                                                                               \
        static_cast<void>(QTest::qWaitFor([&] { return (recorder).difference({__VA_ARGS__}).isEmpty(); }));            \
        COMPARE_SIGNALS(recorder, __VA_ARGS__);                                                                        \
    } while (false)

#ifdef QT_TESTLIB_LIB // what is linked to Qt Test
#include "presencecomparison.h" // IWYU pragma: export
#endif
