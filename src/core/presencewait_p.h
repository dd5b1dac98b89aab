// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencetracker_p.h"

#include <QFutureWatcher>
#include <QPromise>

namespace XmppPresence {

// A call of PresenceTracker::watchOnce(). It deletes itself when it is answered or cancelled; deleted before, it
// cancels.
class PresenceWait : public QFutureWatcher<QXmppPresence>
{
public:
    PresenceWait(PresenceTrackerPrivate *tracker, Jid jid, PresenceTracker::Condition isMet);
    ~PresenceWait() override;
    Q_DISABLE_COPY_MOVE(PresenceWait)

    void check();

private:
    void end();

    const PresenceTrackerPrivate *const m_tracker;
    const Jid m_jid;
    const PresenceTracker::Condition m_isMet;
    const std::shared_ptr<PresenceNotifier> m_notifier;
    QPromise<QXmppPresence> m_promise;
};

} // namespace XmppPresence
