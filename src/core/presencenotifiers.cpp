// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencenotifiers_p.h"

#include <QPointer>

namespace XmppPresence {

std::shared_ptr<PresenceNotifier> PresenceNotifiers::of(const QString &bareJid)
{
    auto &notifier = m_notifiers[bareJid];
    auto alive = notifier.lock();
    if (!alive) {
        const auto forget = [this, guard = QPointer(&everybody), bareJid](PresenceNotifier *last) {
            if (guard) // this is not gone before
                m_notifiers.remove(bareJid);
            delete last;
            if (guard)
                watchedChanged(bareJid);
        };
        alive = std::shared_ptr<PresenceNotifier>(new PresenceNotifier, forget);
        notifier = alive;
        watchedChanged(bareJid);
    }
    return alive;
}

// A slot may delete the tracker, and this with it.
void PresenceNotifiers::notify(const QString &bareJid, const QString &fullJid, const QXmppPresence *stanza)
{
    const QPointer guard(&everybody);
    Q_EMIT everybody.changed(bareJid, fullJid, stanza);
    if (guard && bareJid.isNull())
        each([&](PresenceNotifier *notifier) { Q_EMIT notifier->changed(bareJid, fullJid, stanza); });
    else if (const auto notifier = guard ? m_notifiers.value(bareJid).lock() : nullptr)
        Q_EMIT notifier->changed(bareJid, fullJid, stanza);
}

void PresenceNotifiers::notifyOfRename(const QString &bareJid, const QString &fullJid, const QString &newFullJid)
{
    const QPointer guard(&everybody);
    Q_EMIT everybody.renamed(fullJid, newFullJid);
    for (const auto &jid : {fullJid, newFullJid}) {
        if (guard)
            Q_EMIT everybody.changed(bareJid, jid, nullptr);
    }
    if (const auto notifier = guard ? m_notifiers.value(bareJid).lock() : nullptr)
        Q_EMIT notifier->renamed(fullJid, newFullJid);
}

void PresenceNotifiers::notifyOfContact(const QString &bareJid)
{
    if (const auto notifier = m_notifiers.value(bareJid).lock())
        Q_EMIT notifier->contactChanged();
}

void PresenceNotifiers::notifyOfContacts()
{
    each([](PresenceNotifier *notifier) { Q_EMIT notifier->contactChanged(); });
}

void PresenceNotifiers::each(const std::function<void(PresenceNotifier *)> &tell) const
{
    const auto all = m_notifiers.values();
    for (const auto &notifier : all) {
        if (const auto alive = notifier.lock())
            tell(alive.get());
    }
}

} // namespace XmppPresence
