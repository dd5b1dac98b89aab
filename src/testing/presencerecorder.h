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
    A signal of a PresenceTracker about a peer: its name, its bare or full JID, its stanza, and for resourceRenamed()
   the new JID.
*/
struct RecordedSignal
{
    QString name;
    QString jid;
    QXmppPresence stanza;
    QString newJid = {};
};

/*!
    \class XmppPresence::PresenceRecorder
    \inmodule XmppPresence
    \brief The PresenceRecorder class records the signals of a PresenceTracker about peers and resources, in order.

    \code
    PresenceRecorder recorder(&tracker);
    Q_EMIT client.presenceReceived(stanza);
    QCOMPARE(recorder.take(), (QStringList{u"peerAvailable juliet@example.org"_s,
                                           u"resourceAvailable juliet@example.org/balcony"_s}));
    \endcode
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceRecorder : public QObject
{
    Q_OBJECT

public:
    explicit PresenceRecorder(PresenceTracker *tracker, QObject *parent = nullptr);

    /*! Returns what was recorded since the last take(). */
    QList<RecordedSignal> recorded() const;

    /*! Returns a line "name jid", or "name jid newJid", for each signal recorded since the last take(), and forgets
     * them. */
    QStringList take();

Q_SIGNALS:
    /*! Emitted when \a signal has been recorded. */
    void signalRecorded(const XmppPresence::RecordedSignal &signal);

private:
    void record(const RecordedSignal &signal);

    QList<RecordedSignal> m_recorded;
};

} // namespace XmppPresence
