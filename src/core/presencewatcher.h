// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <memory>

namespace XmppPresence {

class PresenceTracker;
class PresenceWatcherPrivate;

/*!
    \class XmppPresence::PresenceWatcher
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceWatcher
    \brief The PresenceWatcher class has the presence of one JID as live properties.

    A bare JID stands for the peer, and is told of by its best resource, see PresenceTracker::ranking; a full JID stands
    for that resource alone. While the peer is in error, either is told of by the error. The tracker and the JID are set
    in any order, and again at any time:

    \snippet watcher.cpp watcher

    Without a tracker, once it is destroyed, or with a JID that is empty or that nobody can have, every property has the
    value that is given below for nothing known. The tracker warns of a JID that nobody can have.

    There is more to be asked for:

    \snippet watcher.cpp details

    \section1 Order of its signals

    The properties change after all signals of the tracker for a stanza, all of them before the first of their own
    signals. Those are emitted for each property that differs, in no particular order, and cameOnline() last. Presence
    of other peers costs a watcher nothing. A slot may delete the watcher and the tracker, or set another of either.
*/
class XMPPPRESENCE_CORE_EXPORT PresenceWatcher : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("presencetracker.h")
    Q_PROPERTY(XmppPresence::PresenceTracker *tracker READ tracker WRITE setTracker NOTIFY trackerChanged FINAL)
    Q_PROPERTY(QString jid READ jid WRITE setJid NOTIFY jidChanged FINAL)
    Q_PROPERTY(XmppPresence::Availability availability READ availability NOTIFY availabilityChanged FINAL)
    Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY statusTextChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged FINAL)
    Q_PROPERTY(int priority READ priority NOTIFY priorityChanged FINAL)
    Q_PROPERTY(QStringList resources READ resources NOTIFY resourcesChanged FINAL)
    Q_PROPERTY(QString bestResource READ bestResource NOTIFY bestResourceChanged FINAL)
    Q_PROPERTY(QDateTime since READ since NOTIFY sinceChanged FINAL)
    Q_PROPERTY(QDateTime idleSince READ idleSince NOTIFY idleSinceChanged FINAL)
    Q_PROPERTY(bool stale READ isStale NOTIFY staleChanged FINAL)

public:
    /*! Constructs a watcher with \a parent that knows nothing until it is given a tracker and a JID. */
    explicit PresenceWatcher(QObject *parent = nullptr);

    /*! Constructs a watcher with \a parent of what \a tracker knows of \a jid. */
    PresenceWatcher(PresenceTracker *tracker, const QString &jid, QObject *parent = nullptr);

    /*! Emits nothing. */
    ~PresenceWatcher() override;

    /*!
        \property XmppPresence::PresenceWatcher::tracker
        \brief who knows of the presence; null by default
    */
    PresenceTracker *tracker() const;
    void setTracker(PresenceTracker *tracker);

    /*!
        \property XmppPresence::PresenceWatcher::jid
        \brief whose presence it is, bare or full, as it was set; empty by default
    */
    QString jid() const;
    void setJid(const QString &jid);

    /*!
        \property XmppPresence::PresenceWatcher::availability
        \brief the availability

        Who is not available is Availability::Offline if the roster of the tracker's client says that the account gets
        their presence, or if they have been available while they were watched and the roster has said nothing else
        since; else Availability::Unknown.
    */
    Availability availability() const;

    /*!
        \property XmppPresence::PresenceWatcher::available
        \brief whether the JID is available in any way; false if nothing is known
    */
    bool isAvailable() const;

    /*!
        \property XmppPresence::PresenceWatcher::statusText
        \brief the status in the stanza, be it the one of leaving, as displayText(); empty if nothing was heard
    */
    QString statusText() const;

    /*!
        \property XmppPresence::PresenceWatcher::errorText
        \brief the text of the error, as displayText(); empty if there is no error
    */
    QString errorText() const;

    /*!
        \property XmppPresence::PresenceWatcher::priority
        \brief the priority, -128 to 127; 0 if nothing is known
    */
    int priority() const;

    /*!
        \property XmppPresence::PresenceWatcher::resources
        \brief the available resources, to the letter

        Those of a bare JID are sorted, with "" for presence of the bare JID itself; of a full JID it is that resource,
        if it is available. See ResourceModel for a list with the best one first.
    */
    QStringList resources() const;

    /*!
        \property XmppPresence::PresenceWatcher::bestResource
        \brief which of the resources ranks highest; empty if there is none
    */
    QString bestResource() const;

    /*!
        \property XmppPresence::PresenceWatcher::since
        \brief when this availability began (XEP-0203, else when it was received); invalid if nothing was heard
    */
    QDateTime since() const;

    /*!
        \property XmppPresence::PresenceWatcher::idleSince
        \brief since when the user has been idle (XEP-0319, else XEP-0256); invalid if nothing says so
    */
    QDateTime idleSince() const;

    /*!
        \property XmppPresence::PresenceWatcher::stale
        \brief whether what is known may be out of date, see PresenceTracker::stale; false if nothing can be known
    */
    bool isStale() const;

Q_SIGNALS:
    /*!
        The JID, which was not available, is available now. Who is so already when the tracker or the JID is set has not
        come: see available for that, or PresenceTracker::watchOnce().
    */
    void cameOnline();

    void trackerChanged();
    void jidChanged();
    void availabilityChanged();
    void availableChanged();
    void statusTextChanged();
    void errorTextChanged();
    void priorityChanged();
    void resourcesChanged();
    void bestResourceChanged();
    void sinceChanged();
    void idleSinceChanged();
    void staleChanged();

private:
    const std::unique_ptr<PresenceWatcherPrivate> d;
};

} // namespace XmppPresence
