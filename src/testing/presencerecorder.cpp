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
            [this, name = QString::fromLatin1(name)](
                const QString &jid, const QXmppPresence &stanza) { record({name, jid, stanza}); });
    };
    listenTo(&PresenceTracker::peerAvailable, "peerAvailable");
    listenTo(&PresenceTracker::resourceAvailable, "resourceAvailable");
    listenTo(&PresenceTracker::resourceChanged, "resourceChanged");
    listenTo(&PresenceTracker::resourceUnavailable, "resourceUnavailable");
    listenTo(&PresenceTracker::peerUnavailable, "peerUnavailable");
    listenTo(&PresenceTracker::peerError, "peerError");
    connect(tracker, &PresenceTracker::resourceRenamed, this,
        [this](const QString &jid, const QString &newJid, const QXmppPresence &stanza) {
            record({QStringLiteral("resourceRenamed"), jid, stanza, newJid});
        });
}

QList<RecordedSignal> PresenceRecorder::recorded() const
{
    return m_recorded;
}

QStringList PresenceRecorder::take()
{
    QStringList lines;
    for (const auto &recorded : std::exchange(m_recorded, {}))
        lines.append(QString(recorded.name + u' ' + recorded.jid + u' ' + recorded.newJid).trimmed());
    return lines;
}

void PresenceRecorder::record(const RecordedSignal &signal)
{
    m_recorded.append(signal);
    Q_EMIT signalRecorded(signal);
}

} // namespace XmppPresence
