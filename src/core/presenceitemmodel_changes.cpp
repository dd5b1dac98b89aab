// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What is to be told.

#include "presenceitemmodel_p.h"

#include <utility>

namespace XmppPresence {

bool PresenceItemModelPrivate::readNow(PresenceRow &row, const QString &key) const
{
    if (!read(row, key))
        return false;
    row.isHidden = isHidden(row);
    return true;
}

// Null if there is to be none.
std::unique_ptr<PresenceRow> PresenceItemModelPrivate::rowNow(const QString &key, const Contacts::Entry &contact) const
{
    auto row = std::make_unique<PresenceRow>();
    row->contact = contact;
    return readNow(*row, key) ? std::move(row) : nullptr;
}

bool PresenceItemModelPrivate::isAlike(const PresenceRow &a, const PresenceRow &b) const
{
    return a.isHidden == b.isHidden && std::is_eq(compare(a, b)) && a.rolesUnlike(b).isEmpty();
}

QList<int> PresenceItemModelPrivate::rolesUnlike(const PresenceRow &a, const PresenceRow &b) const
{
    auto roles = a.rolesUnlike(b);
    if (!decorator) // there is no decoration
        roles.removeOne(Qt::DecorationRole);
    return roles;
}

PresenceItemModelPrivate::Changes PresenceItemModelPrivate::changes()
{
    if (tracker)
        PresenceTrackerPrivate::of(tracker)->store.share();
    aboutToRead();
    const bool isAll = std::exchange(m_isAllTouched, false);
    auto touched = std::exchange(m_touched, {});
    if (isAll) {
        const auto keys = allKeys();
        for (const auto &key : keys)
            touched.append(key.text);
        for (const auto &[key, row] : m_rows)
            touched.append(key);
    }
    // Among many, what was touched twice is seen when it is read.
    if (!m_renamed.isEmpty() || touched.size() <= 4 * maxSingleChanges)
        touched.removeDuplicates();
    Changes result;
    result.reserve(size_t(touched.size()));
    if (!areMany(touched.size()) && !m_isReordered)
        takeRenamed(touched, result);
    m_renamed.clear();
    if (!areMany(touched.size()))
        touched.sort(); // so that the same changes are always told in the same order
    readTouched(touched, isAll && !m_isReordered, result);
    return result;
}

// Those that are alike may be left out.
void PresenceItemModelPrivate::readTouched(const QStringList &touched, bool unlikeOnly, Changes &result)
{
    if (size_t(touched.size()) > m_rows.bucket_count())
        m_rows.reserve(size_t(touched.size()));
    ++m_readings;
    QStringList none;
    for (const auto &key : touched) {
        auto &row = m_rows.try_emplace(key).first->second;
        if (std::exchange(row.reading, m_readings) == m_readings)
            continue; // it was touched twice
        if (row.isTold()) {
            auto now = rowNow(row.row.key, row.row.contact);
            if (!unlikeOnly || !now || !isAlike(row.row, *now))
                result.emplace_back(&row, std::move(now));
        } else if (readNow(row.row, key)) {
            result.emplace_back(&row, nullptr);
        } else {
            none.append(key);
        }
    }
    for (const auto &key : std::as_const(none))
        m_rows.erase(m_rows.find(key));
}

// A row whose key has changed stays the same row, if nobody else goes by the former key by now.
void PresenceItemModelPrivate::takeRenamed(QStringList &touched, Changes &result)
{
    for (const auto &[newKey, key] : std::as_const(m_renamed).asKeyValueRange()) {
        auto *row = told(newKey) || rowNow(key) ? nullptr : told(key);
        auto now = row ? rowNow(newKey) : nullptr;
        if (!now || !touched.removeOne(key)) // two may have gone by one key in turn
            continue;
        touched.removeOne(newKey);
        result.emplace_back(row, std::move(now));
    }
}

} // namespace XmppPresence
