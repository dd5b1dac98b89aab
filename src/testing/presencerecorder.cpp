// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencerecorder.h"

#include "presencetracker.h"

#include <utility>

namespace XmppPresence {

PresenceRecorder::PresenceRecorder(PresenceTracker *tracker, QObject *parent)
    : QObject(parent)
{
    const auto listenTo = [this, tracker](auto signal, const char *name) {
        connect(tracker, signal, this,
            [this, name](const QString &jid, const QXmppPresence &stanza) { record(name, jid, stanza); });
    };
    listenTo(&PresenceTracker::peerAvailable, "peerAvailable");
    listenTo(&PresenceTracker::resourceAvailable, "resourceAvailable");
    listenTo(&PresenceTracker::resourceChanged, "resourceChanged");
    listenTo(&PresenceTracker::resourceUnavailable, "resourceUnavailable");
    listenTo(&PresenceTracker::peerUnavailable, "peerUnavailable");
    listenTo(&PresenceTracker::peerError, "peerError");
}

QList<RecordedSignal> PresenceRecorder::recorded() const
{
    return m_recorded;
}

QStringList PresenceRecorder::take()
{
    QStringList lines;
    for (const auto &recorded : std::exchange(m_recorded, {}))
        lines.append(recorded.name + u' ' + recorded.jid);
    return lines;
}

void PresenceRecorder::record(const char *name, const QString &jid, const QXmppPresence &stanza)
{
    const RecordedSignal signal{QString::fromLatin1(name), jid, stanza};
    m_recorded.append(signal);
    Q_EMIT signalRecorded(signal);
}

} // namespace XmppPresence
