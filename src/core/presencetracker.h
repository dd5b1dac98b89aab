// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencestate.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <QXmppPresence.h>

#include <compare>
#include <functional>
#include <memory>
#include <optional>

class QXmppClient;

namespace XmppPresence {

class PresenceTrackerPrivate;

/*!
    \class XmppPresence::PresenceTracker
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceTracker
    \brief The PresenceTracker class keeps the presence of every device of every peer of an XMPP account.

    A \e peer is a bare JID, a \e resource is one device of it (or one occupant, if the peer is a room). The tracker
    listens to a QXmppClient and keeps the last available stanza of each resource of anybody who sends presence, in the
    roster or not. Create it before the client connects: it knows what it has heard, and asks nobody.

    \snippet tracker.cpp tracker

    \section1 Order of signals

    \list
    \li A resource comes: peerAvailable() if it is the peer's first, then resourceAvailable().
    \li A resource that is known sends again, be it the same: resourceChanged().
    \li A resource goes: resourceUnavailable(), then peerUnavailable() if it was the peer's last.
    \li A peer's bare JID goes: resourceUnavailable() for each of its resources in the order of their names, then
        peerUnavailable() (RFC 6121, section 4.5.4).
    \li A peer answers with an error: as if its bare JID had gone, then peerError(). An error from an occupant of a room
        that the account has joined emits peerError() alone, and changes nothing: it is a refused nickname (XEP-0045).
        The error \c recipient-unavailable from one device ends that device alone, if the peer has another one (RFC
        6120, section 8.3.3.13).
    \li An occupant of a room takes another nickname: resourceRenamed() alone, then resourceChanged() for its presence
        under the new one (XEP-0045, section 7.6).
    \li The account leaves a room, of its own accord or not: every occupant goes, in the order of their names. See
        leaveReason().
    \li A contact cancels the account's subscription, and its server has not said that it is gone: as if its bare JID
        had gone, with the \c unsubscribed stanza (RFC 6121, section 3.2).
    \li The account unsubscribes from a contact, removes it from the roster, or blocks somebody (XEP-0191): as if the
        bare JID had gone, also where the server does not say so. What is blocked is known to a client that has asked
        for the list, as QXmppBlockingManager::fetchBlocklist() does.
    \li The session ends for good, or the client is replaced or destroyed: every peer goes, in the order of the JIDs.
    \endlist

    In every slot, all queries already answer from after the whole stanza. What a slot feeds back, by
    handlePresence() or by ending the session, waits until the current stanza has been told to everybody. A slot may
    delete the tracker.

    \snippet tracker.cpp signals

    \section1 Bounds

    Anybody may send presence, under as many JIDs as a server of one's own has. So of strangers no more than
    maximumStrangers are kept, and of each no more than maximumStrangerResources; those that were heard least recently
    are evicted, with resourceUnavailable() and peerUnavailable(). A stranger is whoever is not in the roster of the
    client (QXmppRosterManager), not the account itself, not watched by a PresenceWatcher, a ResourceModel or
    watchOnce(), and not a room that the client has asked to enter (XEP-0045, section 7.2) since it has been the
    tracker's, or that its QXmppMucManager had entered before. As long as no roster has come nobody is a stranger. What
    a room says of itself and its occupants counts if the client has asked to enter it, or there is no client.

    Bounds are of numbers: how large a stanza may be is for the server to say. The client's QXmppRosterManager (QXmpp
    1.10) keeps the presence of strangers, too, until the session ends, and has no bounds.

    \snippet tracker.cpp bounds

    \section1 JIDs

    JIDs are normalised on the way in and in each query (RFC 7622): node and domain without regard to case and Unicode
    form, international domains in Unicode, the resource to the letter. Those in signals are in normal form. A JID that
    nobody can have is refused and changes nothing. The logging category \c xmpppresence has one warning for each such
    JID, and for at most 100 of them.

    \section1 Threads

    A tracker lives in one thread, that of its client, and is used in that thread alone. Both may be moved to another
    one before the client connects to its server. The models and watchers of it are made in the thread where it is to
    stay. A client that lives in another thread is refused, and so is a stanza in another thread, each with a warning in
    the logging category \c xmpppresence.
*/
class XMPPPRESENCE_CORE_EXPORT PresenceTracker : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE(<QXmppClient.h>)
    Q_PROPERTY(QXmppClient *client READ client WRITE setClient NOTIFY clientChanged FINAL)
    Q_PROPERTY(bool stale READ isStale NOTIFY staleChanged FINAL)
    Q_PROPERTY(bool initialSync READ isInitialSync NOTIFY initialSyncChanged FINAL)
    Q_PROPERTY(int initialSyncInterval READ initialSyncInterval WRITE setInitialSyncInterval NOTIFY
            initialSyncIntervalChanged FINAL)
    Q_PROPERTY(bool gatewayCascade READ gatewayCascade WRITE setGatewayCascade NOTIFY gatewayCascadeChanged FINAL)
    Q_PROPERTY(int maximumStrangers READ maximumStrangers WRITE setMaximumStrangers NOTIFY limitsChanged FINAL)
    Q_PROPERTY(int maximumStrangerResources READ maximumStrangerResources WRITE setMaximumStrangerResources NOTIFY
            limitsChanged FINAL)
    Q_PROPERTY(int maximumResources READ maximumResources WRITE setMaximumResources NOTIFY limitsChanged FINAL)
    Q_PROPERTY(int maximumOccupants READ maximumOccupants WRITE setMaximumOccupants NOTIFY limitsChanged FINAL)
    Q_PROPERTY(qint64 evicted READ evicted NOTIFY evictedChanged FINAL)
    Q_PROPERTY(Ranking ranking READ ranking WRITE setRanking NOTIFY rankingChanged FINAL)

public:
    /*!
        Which resource of a peer is the most available one. Ties go to the higher priority, then to the stanza that was
        received last.

        \value Availability by PresenceState: extended away < away < online < chat < do not disturb. The default.
        \value Priority where the server sends a message to the bare JID: by priority, then by PresenceState
            (RFC 6121, section 8.5.2.1)
        \value Reachability who would answer: extended away < away < do not disturb < online < chat
        \value Custom by the application's own comparison, see setComparison()
    */
    enum class Ranking { Availability, Priority, Reachability, Custom };
    Q_ENUM(Ranking)

    /*!
        \typealias XmppPresence::PresenceTracker::Comparison

        A comparison of two available stanzas: \c greater if the first is the more available. It must be a weak ordering
        and must not use the tracker.
    */
    using Comparison = std::function<std::weak_ordering(const QXmppPresence &, const QXmppPresence &)>;

    /*!
        \typealias XmppPresence::PresenceTracker::Condition

        Tells whether a state is one that watchOnce() waits for. It must not use the tracker.
    */
    using Condition = std::function<bool(PresenceState)>;

    /*!
        Constructs a tracker with \a parent that knows nothing until it has a client, or handlePresence() is called.
    */
    explicit PresenceTracker(QObject *parent = nullptr);

    /*! Constructs a tracker with \a parent of what \a client, which it does not own, receives from now on. */
    explicit PresenceTracker(QXmppClient *client, QObject *parent = nullptr);

    /*! Emits nothing, and cancels what watchOnce() waits for. */
    ~PresenceTracker() override;

    /*!
        \property XmppPresence::PresenceTracker::client
        \brief whom the tracker listens to; nobody if it is null

        When it is replaced, everything that the former client told goes unavailable. A client that lives in another
        thread is refused with a warning.
    */
    QXmppClient *client() const;
    void setClient(QXmppClient *client);

    /*!
        \property XmppPresence::PresenceTracker::stale
        \brief whether the connection is lost and may yet be resumed (XEP-0198)

        What is known is kept meanwhile, and may be out of date. A resumption ends it without a signal about a peer. The
        end of the stream, with an error or without, a refused login, a log-out (noticed within a second) and a new
        session end it, and everybody goes. If the server does not offer resumption, QXmpp (1.10) does not tell: stale
        ends with the next session then.
    */
    bool isStale() const;

    /*!
        \property XmppPresence::PresenceTracker::initialSync
        \brief whether a session has just begun, and the presence of the contacts is still coming in

        It ends when none has come for initialSyncInterval, or with the session; time while the connection is lost does
        not count. Meanwhile an application need not notify its user of everybody who "comes online". A resumed session
        has none.
    */
    bool isInitialSync() const;

    /*!
        \property XmppPresence::PresenceTracker::initialSyncInterval
        \brief for how many milliseconds presence must have been quiet: 3000 by default

        Another one begins a wait anew; 0 is for no initialSync at all, and a negative one is refused with a warning.
    */
    int initialSyncInterval() const;
    void setInitialSyncInterval(int msec);

    /*!
        \property XmppPresence::PresenceTracker::gatewayCascade
        \brief whether all peers of a gateway go with it: those of its domain, when the last available resource of the
            bare domain has gone

        Off by default, as a gateway should tell of each itself (XEP-0100).
        The server of the account itself is no gateway.
    */
    bool gatewayCascade() const;
    void setGatewayCascade(bool cascade);

    /*!
        \property XmppPresence::PresenceTracker::maximumStrangers
        \brief how many strangers are kept: 1,024 by default

        To set it to 0 is to forget each as soon as it has been told of. A negative number is refused with a warning.
    */
    int maximumStrangers() const;
    void setMaximumStrangers(int count);

    /*!
        \property XmppPresence::PresenceTracker::maximumStrangerResources
        \brief how many resources of a stranger are kept: 32 by default

        Another number holds from the next stanza of a stranger on. One below 1 is refused with a warning.
    */
    int maximumStrangerResources() const;
    void setMaximumStrangerResources(int count);

    /*!
        \property XmppPresence::PresenceTracker::maximumResources
        \brief how many resources of a contact are kept, or of anybody else who is no stranger: 1,000 by default

        A number below 1 is refused with a warning.
    */
    int maximumResources() const;
    void setMaximumResources(int count);

    /*!
        \property XmppPresence::PresenceTracker::maximumOccupants
        \brief how many occupants of a room are kept: 100,000 by default

        The account's own one is always kept. A number below 1 is refused with a warning.
    */
    int maximumOccupants() const;
    void setMaximumOccupants(int count);

    /*!
        \property XmppPresence::PresenceTracker::evicted
        \brief how many resources, and errors of peers, were evicted so far because there were too many
    */
    qint64 evicted() const;

    /*!
        \property XmppPresence::PresenceTracker::ranking
        \brief which resource of a peer is the most available one; Ranking::Availability by default

        Another one ranks anew, and with it mostAvailable() and state() of many may change. Ranking::Custom needs
        setComparison(), and is refused with a warning.
    */
    Ranking ranking() const;
    void setRanking(Ranking ranking);

    /*!
        Ranks anew by \a comparison; the ranking is then Ranking::Custom. An empty one is refused with a warning.

        \snippet tracker.cpp ranking
    */
    void setComparison(Comparison comparison);

    /*!
        Returns the last stanza of exactly \a jid, a full JID for one resource, or a bare JID for what the bare JID
        itself sent, as gateways and rooms do. While the peer is in error, returns that error for every JID of it.
        Returns nothing if there is nothing, or the JID is refused.
    */
    std::optional<QXmppPresence> presence(const QString &jid) const;

    /*! Returns the last stanza of the resource of \a bareJid that ranks highest, if it has one. */
    std::optional<QXmppPresence> mostAvailable(const QString &bareJid) const;

    /*! Returns the last stanza of each available resource of \a bareJid by resource, "" for the bare JID's own. */
    QMap<QString, QXmppPresence> resources(const QString &bareJid) const;

    /*! Returns the state of the resource \a jid, or for a bare JID that of mostAvailable(). */
    Q_INVOKABLE XmppPresence::PresenceState state(const QString &jid) const;

    /*!
        Returns the bare JIDs, sorted, of all who have an available resource or an error.

        \snippet tracker.cpp queries
    */
    Q_INVOKABLE QStringList peers() const;

    /*!
        Returns whether an available resource of \a jid is known to have \a feature, such as
        \c urn:xmpp:jingle:apps:rtp:audio (XEP-0030): of a bare JID any of them, of a full JID that one.

        A resource that has announced its capabilities (XEP-0115), and of which nothing is known, is asked by the
        client's QXmppDiscoveryManager; featuresChanged() follows its answer. Each distinct string is asked for once,
        whoever announces it, and believed of all if the answer matches it (SHA-1), else of that resource alone. If the
        one that was asked goes or is silent for 30 s, featuresChanged() tells the others, of which one is asked next.

        \snippet tracker.cpp supports
    */
    Q_INVOKABLE bool supports(const QString &jid, const QString &feature);

    /*!
        Tells once when the state() of \a jid is one for which \a isMet is true: by default, when it is available. If it
        is so already, the future is finished as it is returned; else it is after all signals for the stanza that makes
        it so.

        \snippet tracker.cpp watchonce

        The result is the stanza that the state was read from, or an unavailable one from \a jid if there is none.

        A wait goes on when its future is let go of, or the context of QFuture::then() is deleted. To end it, cancel
        this future, not that of then(): it finishes with the next turn of the event loop. The destructor of the tracker
        cancels it, too. If \a jid is refused, or \a isMet is empty, the future is cancelled from the start.

        \snippet tracker.cpp forget
    */
    QFuture<QXmppPresence> watchOnce(const QString &jid, const Condition &isMet = &PresenceState::isAvailable);

    /*! \overload Tells once when \a jid is in exactly \a state, which may be the unavailable one. */
    QFuture<QXmppPresence> watchOnce(const QString &jid, PresenceState state);

public Q_SLOTS:
    /*!
        Takes in \a stanza as if the client had received it. One without \c from is from the account's own bare JID
        (RFC 6120, section 8.1.2.1), and is dropped if there is no connected client. Subscription stanzas and probes
        change nothing, but for \c unsubscribed from a contact: see \l {Order of signals}.

        \snippet tracker.cpp feed
    */
    void handlePresence(const QXmppPresence &stanza);

Q_SIGNALS:
    /*! The first resource of \a bareJid has come, by \a stanza; resourceAvailable() follows. */
    void peerAvailable(const QString &bareJid, const QXmppPresence &stanza);

    /*!
        The resource \a fullJid has come, by \a stanza. Presence of the bare JID itself counts as a resource with an
        empty name.
    */
    void resourceAvailable(const QString &fullJid, const QXmppPresence &stanza);

    /*! The resource \a fullJid, which was there, has sent \a stanza. It may be identical to the one before. */
    void resourceChanged(const QString &fullJid, const QXmppPresence &stanza);

    /*!
        The occupant \a oldFullJid of a room is called \a newFullJid from now on: \a stanza, unavailable, has told so by
        status code 303 (XEP-0045, section 7.6). It has neither gone nor come.
    */
    void resourceRenamed(const QString &oldFullJid, const QString &newFullJid, const QXmppPresence &stanza);

    /*!
        The resource \a fullJid has gone, because of \a stanza: an unavailable or error stanza of it or its bare JID, in
        a room that the account leaves that of its own occupant.
        Where none was received, as at the end of the session, it is an unavailable one with \a fullJid in \c from.
    */
    void resourceUnavailable(const QString &fullJid, const QXmppPresence &stanza);

    /*! The last resource of \a bareJid has gone; resourceUnavailable() came before. See there for \a stanza. */
    void peerUnavailable(const QString &bareJid, const QXmppPresence &stanza);

    /*!
        \a bareJid, or a resource of it, has answered with the error \a stanza. What that ends, mostly all its
        resources, has gone before: see \l {Order of signals}. Whoever is left is in resources().
    */
    void peerError(const QString &bareJid, const QXmppPresence &stanza);

    void clientChanged();
    void staleChanged();
    void initialSyncChanged();
    void initialSyncIntervalChanged();
    void gatewayCascadeChanged();
    void limitsChanged();
    void evictedChanged();

    /*!
        Ask supports() again for \a bareJid: a resource of it has answered, or may be asked now, as the one that was
        asked has gone or is silent, or a lost connection is back.
    */
    void featuresChanged(const QString &bareJid);

    void rankingChanged();

private:
    friend class PresenceTrackerPrivate;
    const std::unique_ptr<PresenceTrackerPrivate> d;
};

} // namespace XmppPresence
