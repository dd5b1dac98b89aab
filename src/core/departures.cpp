// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "departures_p.h"

#include <algorithm>
#include <utility>

namespace XmppPresence {

Departures::Departures(std::function<void(const QString &bareJid)> released)
    : m_released(std::move(released))
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(&m_timer, [this] { release(); });
}

void Departures::hold(const QString &bareJid, const Place &place)
{
    m_places.insert(bareJid, place);
    if (!m_timer.isActive())
        wait();
}

void Departures::limit(int delay)
{
    for (auto &place : m_places)
        place.until = std::min(place.until, QDeadlineTimer(delay));
    wait();
}

void Departures::clear()
{
    m_last.clear();
    m_places.clear();
}

void Departures::forget(const QString &bareJid)
{
    m_last.remove(bareJid);
    m_places.remove(bareJid);
}

void Departures::forgetIf(const std::function<bool(const QString &bareJid)> &isOver)
{
    const auto isOfOver = [&](const auto &entry) { return isOver(entry.key()); };
    m_last.removeIf(isOfOver);
    m_places.removeIf(isOfOver);
}

const Heard *Departures::last(const QString &bareJid) const
{
    const auto last = m_last.constFind(bareJid);
    return last == m_last.constEnd() ? nullptr : &*last;
}

const Departures::Place *Departures::place(const QString &bareJid) const
{
    const auto place = m_places.constFind(bareJid);
    return place == m_places.constEnd() ? nullptr : &*place;
}

void Departures::release()
{
    m_places.removeIf([this](const auto &entry) {
        const bool isOver = entry->until.hasExpired();
        if (isOver)
            m_released(entry.key());
        return isOver;
    });
    wait();
}

// For the first that is to be released.
void Departures::wait()
{
    const auto next = std::ranges::min_element(m_places, {}, &Place::until);
    if (next != m_places.end())
        m_timer.start(int(next->until.remainingTime()));
}

} // namespace XmppPresence
