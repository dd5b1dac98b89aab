// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceitemmodel_p.h"

#include <algorithm>

namespace XmppPresence {

PresenceItemModelPrivate::PresenceItemModelPrivate()
{
    timer.setSingleShot(true);
    timer.callOnTimeout(&timer, [this] { tell(); });
}

void PresenceItemModelPrivate::setTracker(PresenceTracker *newTracker)
{
    m_isNew = true;
    timer.start();
    if (rebuild([this, newTracker] { listenTo(newTracker); }))
        Q_EMIT q->trackerChanged();
}

void PresenceItemModelPrivate::listenTo(PresenceTracker *newTracker)
{
    tracker = newTracker;
    m_wiring = tracker ? std::make_unique<QObject>() : nullptr;
    if (tracker) {
        const auto *notifier = &PresenceTrackerPrivate::of(tracker)->notifiers.everybody;
        QObject::connect(notifier, &PresenceNotifier::changed, m_wiring.get(),
            [this](const QString &bareJid, const QString &fullJid) {
                bareJid.isNull() ? touchAll() : touchPeer(bareJid, fullJid);
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

RowList::Less PresenceItemModelPrivate::less() const
{
    return [this](const PresenceRow &a, const PresenceRow &b) { return isLess(a, b); };
}

// Null if there is to be none.
std::unique_ptr<ListedRow> PresenceItemModelPrivate::rowNow(const QString &key, const PresenceRow *last) const
{
    auto listed = std::make_unique<ListedRow>();
    auto &row = listed->row;
    if (!read(row, key, last))
        return nullptr;
    row.isHidden = isHidden(row);
    return listed;
}

ListedRow *PresenceItemModelPrivate::told(const QString &key)
{
    const auto row = m_rows.find(key);
    return row == m_rows.end() ? nullptr : row->second.get();
}

void PresenceItemModelPrivate::readPeer(PresenceRow &row, const QString &bareJid) const
{
    row.key = bareJid;
    row.jid = bareJid;
    row.bareJid = bareJid;
    row.name = bareJid;
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
    m_touched.insert(key);
    if (!timer.isActive())
        timer.start();
}

void PresenceItemModelPrivate::rename(const QString &key, const QString &newKey)
{
    const auto toldKey = m_renamed.take(key);
    m_renamed.insert(newKey, toldKey.isNull() ? key : toldKey);
}

void PresenceItemModelPrivate::touchAll()
{
    m_isAllTouched = true;
    if (!timer.isActive())
        timer.start();
}

void PresenceItemModelPrivate::refilter()
{
    m_isRefiltered = true;
    if (!timer.isActive())
        timer.start();
}

void PresenceItemModelPrivate::reorder()
{
    m_isReordered = true;
    touchAll();
}

bool PresenceItemModelPrivate::rebuild(const std::function<void()> &change)
{
    const QPointer guard(q);
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
    Rows rows;
    aboutToRead();
    const auto keys = allKeys();
    m_rows.reserve(size_t(keys.size()));
    for (const auto &key : keys) {
        auto row = rowNow(key, nullptr);
        if (!row)
            continue;
        auto *added = add(std::move(row));
        added->isShown = !added->row.isHidden;
        if (added->isShown)
            countAvailable(added->row, 1);
        rows.push_back(added);
    }
    sort(rows);
    m_list.setRows(rows);
    q->endResetModel();
    if (guard)
        tellCounts();
    if (guard)
        rebuilt();
    return guard;
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
    if (!std::ranges::is_sorted(rows, isBefore))
        std::ranges::sort(rows, isBefore);
}

void PresenceItemModelPrivate::countAvailable(const PresenceRow &row, int change)
{
    if (row.resourceCount > 0)
        m_availableCount += change;
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
    const auto isSeen = [](const Change &change) {
        return (change.row && change.row->isShown) || (change.now && !change.now->row.isHidden);
    };
    if (m_isReordered || std::ranges::count_if(todo, isSeen) > maxSingleChanges) {
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
    if (m_isAllTouched || m_isRefiltered || !m_touched.empty())
        timer.start();
    tellCounts();
}

bool PresenceItemModelPrivate::isAlike(const PresenceRow &a, const PresenceRow &b) const
{
    return a.isHidden == b.isHidden && std::is_eq(compare(a, b)) && a.rolesUnlike(b).isEmpty();
}

PresenceItemModelPrivate::Changes PresenceItemModelPrivate::changes()
{
    if (tracker)
        PresenceTrackerPrivate::of(tracker)->store.share();
    aboutToRead();
    auto touched = std::exchange(m_touched, {});
    const bool isAll = std::exchange(m_isAllTouched, false);
    if (isAll) {
        const auto all = allKeys();
        touched.unite({all.begin(), all.end()});
        for (const auto &[key, row] : m_rows)
            touched.insert(key);
    }
    Changes result;
    result.reserve(size_t(touched.size()));
    if (touched.size() <= maxSingleChanges && !m_isReordered)
        takeRenamed(touched, result);
    m_renamed.clear();
    auto keys = touched.values();
    if (keys.size() <= maxSingleChanges)
        keys.sort(); // so that the same changes are always told in the same order
    for (const auto &key : std::as_const(keys)) {
        auto *row = told(key);
        auto now = row ? rowNow(row->row.key, &row->row) : rowNow(key, nullptr);
        const bool isSame = isAll && !m_isReordered && row && now && isAlike(row->row, now->row);
        if ((row || now) && !isSame)
            result.emplace_back(row, std::move(now));
    }
    return result;
}

// A row whose key has changed stays the same row, if nobody else goes by the former key by now.
void PresenceItemModelPrivate::takeRenamed(QSet<QString> &touched, Changes &result)
{
    for (const auto &[newKey, key] : std::as_const(m_renamed).asKeyValueRange()) {
        auto *row = told(newKey) || rowNow(key, nullptr) ? nullptr : told(key);
        auto now = row ? rowNow(newKey, nullptr) : nullptr;
        if (!now || !touched.remove(key)) // two may have gone by one key in turn
            continue;
        touched.remove(newKey);
        result.emplace_back(row, std::move(now));
    }
}

ListedRow *PresenceItemModelPrivate::add(std::unique_ptr<ListedRow> row)
{
    const auto &key = row->row.key;
    return m_rows.try_emplace(key, std::move(row)).first->second.get();
}

} // namespace XmppPresence
