// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencewait_p.h"

#include <utility>

namespace XmppPresence {

PresenceWait::PresenceWait(PresenceTrackerPrivate *tracker, Jid jid, PresenceTracker::Condition isMet)
    : QFutureWatcher(tracker->waits.get())
    , m_tracker(tracker)
    , m_jid(std::move(jid))
    , m_isMet(std::move(isMet))
    , m_notifier(tracker->notifiers.of(m_jid.toBare()))
{
    m_promise.start();
    setFuture(m_promise.future());
    connect(this, &QFutureWatcherBase::canceled, this, &PresenceWait::end, Qt::QueuedConnection);
    connect(m_notifier.get(), &PresenceNotifier::changed, this, &PresenceWait::check);
    connect(m_notifier.get(), &PresenceNotifier::renamed, this, &PresenceWait::check);
}

// Whoever hears that it is cancelled may do anything: it is gone before.
void PresenceWait::end()
{
    const auto promise = std::move(m_promise);
    delete this;
}

// Stops listening before the promise is broken: who hears of that may do anything.
PresenceWait::~PresenceWait()
{
    m_notifier->disconnect(this);
}

void PresenceWait::check()
{
    const auto *heard = m_tracker->store.summary(m_jid);
    const auto stanza = heard ? heard->stanza : unavailableFrom(m_jid.full());
    if (!m_isMet(PresenceState::fromStanza(stanza)))
        return;
    auto promise = std::move(m_promise);
    delete this; // before it is told, likewise
    promise.addResult(stanza);
    promise.finish();
}

} // namespace XmppPresence
