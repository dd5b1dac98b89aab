// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceitemmodel_p.h"

#include <algorithm>
#include <ranges>

namespace XmppPresence {

PresenceItemModelPrivate::PresenceItemModelPrivate()
{
    timer.setSingleShot(true);
    timer.callOnTimeout(&timer, [this] { tell(); });
}

void PresenceItemModelPrivate::setTracker(PresenceTracker *newTracker)
{
    m_isNew = true;
    tellSoon();
    if (rebuild([this, next = QPointer(newTracker)] { listenTo(next); }))
        Q_EMIT q->trackerChanged();
}

void PresenceItemModelPrivate::listenTo(PresenceTracker *newTracker)
{
    tracker = newTracker;
    m_wiring = tracker ? std::make_unique<QObject>() : nullptr;
    if (tracker) {
        const auto *notifier = &PresenceTrackerPrivate::of(tracker)->notifiers.everybody;
        QObject::connect(notifier, &PresenceNotifier::changed, m_wiring.get(),
            [this](const QString &bareJid, const QString &fullJid, const QXmppPresence *stanza) {
                if (stanza)
                    hear(bareJid, *stanza);
                bareJid.isNull() ? touchEverybody() : touchPeer(bareJid, fullJid);
            });
        QObject::connect(tracker, &QObject::destroyed, m_wiring.get(), [this] { setTracker(nullptr); });
    }
    trackerReplaced();
}

bool PresenceItemModelPrivate::isLess(const PresenceRow &a, const PresenceRow &b) const
{
    const auto order = compare(a, b);
    return std::is_neq(order) ? std::is_lt(order) : a.key < b.key;
}

bool PresenceItemModelPrivate::isElsewhere(const PresenceRow &before, const PresenceRow &now) const
{
    return before.key != now.key || std::is_neq(compare(before, now));
}

RowList::Less PresenceItemModelPrivate::less() const
{
    return [this](const PresenceRow &a, const PresenceRow &b) { return isLess(a, b); };
}

ListedRow *PresenceItemModelPrivate::told(const QString &key)
{
    const auto row = m_rows.find(key);
    return row != m_rows.end() && row->second.isTold() ? &row->second : nullptr;
}

void PresenceItemModelPrivate::readPeer(PresenceRow &row, const QString &bareJid) const
{
    row.key = bareJid;
    row.jid = bareJid;
    row.bareJid = bareJid;
    row.otherName = bareJid;
    if (!tracker)
        return;
    row.isStale = tracker->isStale();
    const auto *peer = store().peer(bareJid);
    if (peer && peer->error()) {
        row.hear(*peer->error());
    } else if (peer && !peer->resources.isEmpty()) {
        const auto *best = peer->resources.best();
        row.hear(best->heard);
        row.resourceJid = best->jid;
        row.resourceCount = peer->resources.size();
        if (row.resourceCount > 1)
            row.devices = devicesOf(*peer, bareJid.size());
    }
}

QList<Device> PresenceItemModelPrivate::devicesOf(const Peer &peer, qsizetype bareSize) const
{
    QList<Device> devices;
    const auto resources = store().firsts(peer, Device::maxShown);
    devices.reserve(resources.size());
    for (const auto *resource : resources)
        devices.emplaceBack(*resource, bareSize);
    return devices;
}

void PresenceItemModelPrivate::touch(const QString &key)
{
    if (m_isAllTouched)
        return;
    m_touched.append(key);
    if (m_touched.size() == maxTouched)
        touchAll();
    else
        tellLater();
}

void PresenceItemModelPrivate::rename(const QString &key, const QString &newKey)
{
    const auto toldKey = m_renamed.take(key);
    m_renamed.insert(newKey, toldKey.isNull() ? key : toldKey);
}

void PresenceItemModelPrivate::touchAll()
{
    m_isAllTouched = true;
    m_touched.clear();
    tellLater();
}

void PresenceItemModelPrivate::refilter()
{
    m_isRefiltered = true;
    tellLater();
}

void PresenceItemModelPrivate::reorder()
{
    m_isReordered = true;
    touchAll();
}

void PresenceItemModelPrivate::tellLater()
{
    if (!timer.isActive())
        timer.start(interval);
}

void PresenceItemModelPrivate::tellNow()
{
    if (m_isTelling)
        return;
    timer.stop();
    tell();
}

bool PresenceItemModelPrivate::rebuild(const std::function<void()> &change)
{
    const QPointer guard(q);
    const bool wasTelling = std::exchange(m_isTelling, true);
    q->beginResetModel();
    if (!guard)
        return false;
    change();
    m_rebuilds++;
    m_touched.clear();
    m_renamed.clear();
    m_isAllTouched = false;
    m_isReordered = false;
    m_isRefiltered = false;
    m_list.setRows({});
    m_rows.clear();
    m_availableCount = 0;
    auto rows = readAll();
    sort(rows);
    m_list.setRows(rows);
    q->endResetModel();
    if (!guard)
        return false;
    m_isTelling = wasTelling;
    if (isAnythingTouched())
        tellLater();
    tellCounts();
    if (guard)
        rebuilt();
    return guard;
}

Rows PresenceItemModelPrivate::readAll()
{
    aboutToRead();
    Rows rows;
    const auto keys = allKeys();
    m_rows.reserve(keys.size());
    for (const auto &[key, contact] : keys) {
        const auto entry = m_rows.try_emplace(key).first;
        auto *added = &entry->second;
        added->row.contact = contact;
        if (!readNow(added->row, key)) {
            m_rows.erase(entry);
            continue;
        }
        added->isShown = !added->row.isHidden;
        if (added->isShown)
            countAvailable(added->row, 1);
        rows.push_back(added);
    }
    return rows;
}

void PresenceItemModelPrivate::tellCounts()
{
    const QPointer guard(q);
    if (std::exchange(m_toldCount, m_list.size()) != m_list.size())
        Q_EMIT q->countChanged();
    if (guard && std::exchange(m_toldAvailableCount, m_availableCount) != m_availableCount)
        Q_EMIT q->availableCountChanged();
}

// What comes is often in order already.
void PresenceItemModelPrivate::sort(Rows &rows) const
{
    const auto isBefore = [this](const ListedRow *a, const ListedRow *b) { return isLess(a->row, b->row); };
    if (std::ranges::is_sorted(rows, isBefore))
        return;
    std::vector<std::pair<quint64, ListedRow *>> abbreviations;
    abbreviations.reserve(rows.size());
    for (auto *row : rows)
        abbreviations.emplace_back(abbreviated(row->row), row);
    std::ranges::sort(abbreviations, [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : isBefore(a.second, b.second);
    });
    std::ranges::copy(abbreviations | std::views::values, rows.begin());
}

void PresenceItemModelPrivate::countAvailable(const PresenceRow &row, int change)
{
    if (row.resourceCount > 0)
        m_availableCount += change;
}

bool PresenceItemModelPrivate::areToldAtOnce(const Changes &todo) const
{
    const auto isSeen = [](const Change &change) { return change.row->isShown || change.isToShow(); };
    const auto isMoved = [this](const Change &change) {
        return change.row->isShown && change.isToShow() && isElsewhere(change.row->row, *change.now);
    };
    return areMany(std::ranges::count_if(todo, isSeen)) || std::ranges::count_if(todo, isMoved) > maxSingleChanges;
}

bool PresenceItemModelPrivate::isAnythingTouched() const
{
    return m_isAllTouched || m_isRefiltered || !m_touched.empty();
}

// A slot may delete the model, give it another tracker, or run an event loop of its own, in which nothing is told.
void PresenceItemModelPrivate::tell()
{
    m_isNew = false;
    if (m_isTelling)
        return;
    m_isTelling = true;
    const QPointer guard(q);
    auto todo = changes();
    if (m_isReordered || areToldAtOnce(todo)) {
        tellMany(todo);
    } else {
        const auto isAsBefore = sameAsNow();
        for (auto change = todo.begin(); change != todo.end() && isAsBefore(); ++change)
            tellOne(*change);
    }
    if (guard && std::exchange(m_isRefiltered, false))
        tellToggled();
    if (!guard)
        return;
    m_isTelling = false;
    todo.clear(); // and with them what the rows were
    if (isAnythingTouched())
        tellLater();
    else
        settled();
    tellCounts();
}

} // namespace XmppPresence
