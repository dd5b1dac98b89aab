// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencerecorder.h"

#include "linedifference_p.h"
#include "presencetracker.h"

#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

QString RecordedSignal::line() const
{
    QStringList words{name, jid, newJid, value};
    words.removeAll({});
    return words.join(u' ');
}

char *toString(const RecordedSignal &signal)
{
    return qstrdup(signal.line().toUtf8().constData());
}

PresenceRecorder::PresenceRecorder(PresenceTracker *tracker, QObject *parent)
    : PresenceRecorder(tracker, Scope::Peers, parent)
{
}

PresenceRecorder::PresenceRecorder(PresenceTracker *tracker, Scope scope, QObject *parent)
    : QObject(parent)
{
    recordPeers(tracker);
    if (scope == Scope::PeersAndStream)
        recordStream(tracker);
}

void PresenceRecorder::recordPeers(PresenceTracker *tracker)
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
            record({u"resourceRenamed"_s, jid, stanza, newJid});
        });
}

void PresenceRecorder::recordStream(PresenceTracker *tracker)
{
    const auto listenTo = [this, tracker](auto signal, const char *name, auto property) {
        connect(tracker, signal, this, [this, tracker, name = QString::fromLatin1(name), property] {
            record({.name = name, .value = (tracker->*property)() ? u"true"_s : u"false"_s});
        });
    };
    listenTo(&PresenceTracker::staleChanged, "staleChanged", &PresenceTracker::isStale);
    listenTo(&PresenceTracker::initialSyncChanged, "initialSyncChanged", &PresenceTracker::isInitialSync);
    connect(tracker, &PresenceTracker::featuresChanged, this,
        [this](const QString &bareJid) { record({u"featuresChanged"_s, bareJid}); });
}

QList<RecordedSignal> PresenceRecorder::recorded() const
{
    return m_recorded;
}

QStringList PresenceRecorder::lines() const
{
    QStringList lines;
    for (const auto &signal : m_recorded)
        lines.append(signal.line());
    return lines;
}

QStringList PresenceRecorder::take()
{
    const auto taken = lines();
    m_recorded.clear();
    return taken;
}

QString PresenceRecorder::difference(const QStringList &expected) const
{
    const auto difference = lineDifference(expected, lines());
    return difference.isEmpty() ? difference
                                : QString(u"Signals are missing (-), or were not expected (+):\n"_s + difference);
}

void PresenceRecorder::record(const RecordedSignal &signal)
{
    m_recorded.append(signal);
    Q_EMIT signalRecorded(signal);
}

} // namespace XmppPresence
