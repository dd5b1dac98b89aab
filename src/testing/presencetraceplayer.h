// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_testing_export.h"

#include <QObject>

#include <memory>

class QIODevice;

namespace XmppPresence {

class PresenceTracker;
class PresenceTracePlayerPrivate;
class TestClient;

/*!
    \class XmppPresence::PresenceTracePlayer
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceTracePlayer
    \brief The PresenceTracePlayer class plays what a PresenceTraceWriter has recorded.

    \snippet testing.cpp player

    \section1 Rooms

    A tracker with a client takes for a room what its client has asked to enter, and a trace has nothing of that. Where
    the client of the trace was in a room, have that of the test enter it first, by the JID that it has in the trace:
    otherwise its occupants leave and come again when they are renamed, and it is kept like a stranger.

    \snippet testing.cpp room

    A tracker with no client takes for a room what looks like one.

    It lives in the thread of what it plays to, which must outlive it or be its parent.
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceTracePlayer : public QObject
{
    Q_OBJECT

public:
    /*! Plays to \a client, whose sessions begin and end as those of the trace did, with the JID of its account. */
    explicit PresenceTracePlayer(TestClient *client, QObject *parent = nullptr);

    /*! Plays the stanzas to \a tracker, which has no client, and is told of no more than them. */
    explicit PresenceTracePlayer(PresenceTracker *tracker, QObject *parent = nullptr);
    ~PresenceTracePlayer() override;

    /*!
        Reads a trace from \a device, which is open for reading, to its end. Returns false if it is none: errorString()
        has the number of the line then, and why. Nothing of it is played, nor of one that was read before.
    */
    bool load(QIODevice *device);

    /*! Returns what was wrong in the last load(), as \c{"Line 3: no time"}; nothing if it was right. */
    QString errorString() const;

    /*! Returns how many stanzas and events there are. */
    qsizetype size() const;

    /*! Returns the time of the last one, in milliseconds. */
    qint64 duration() const;

    /*! Plays all at once, from the beginning, and emits finished() then. With a TestClient it may run the event loop.
     */
    void playAll();

    /*!
        Plays from the beginning, \a speed times as fast as it was recorded. It returns at once; the event loop brings
        the rest, and finished(). A speed that is not above 0 is refused with a warning.
    */
    void play(double speed = 1.0);

    /*! Stops, without finished(). */
    void stop();

    /*! Returns whether there is more to come. */
    bool isPlaying() const;

Q_SIGNALS:
    /*! All has been played. */
    void finished();

private:
    const std::unique_ptr<PresenceTracePlayerPrivate> d;
};

} // namespace XmppPresence
