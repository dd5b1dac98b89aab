// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"
#include "resourcemap_p.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QTimer>

#include <functional>

namespace XmppPresence {

// What is kept of contacts that have gone: what was heard of them last, and for a while the places where they stood.
class Departures
{
public:
    struct Place
    {
        Availability availability;
        qint64 recency;
        QDeadlineTimer until;
    };

    explicit Departures(std::function<void(const QString &bareJid)> released); // called when a place has been held

    void add(const QString &bareJid, const Heard &last) { m_last.insert(bareJid, last); }
    void hold(const QString &bareJid, const Place &place);
    void limit(int delay); // none is held longer than that, in milliseconds from now
    void clear();
    void forget(const QString &bareJid);
    void forgetIf(const std::function<bool(const QString &bareJid)> &isOver);

    const Heard *last(const QString &bareJid) const; // null if it is not kept
    const Place *place(const QString &bareJid) const; // likewise

private:
    void release();
    void wait();

    const std::function<void(const QString &bareJid)> m_released;
    QHash<QString, Heard> m_last; // by bare JID
    QHash<QString, Place> m_places; // by bare JID
    QTimer m_timer;
};

} // namespace XmppPresence
