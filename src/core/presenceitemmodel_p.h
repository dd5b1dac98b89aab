// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"
#include "presencetracker_p.h"
#include "rowlist_p.h"

#include <QMap>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <unordered_map>

namespace XmppPresence {

// The key of a row, and its contact if that is at hand.
struct RowKey
{
    QString text;
    Contacts::Entry contact = {};
};
using RowKeys = std::vector<RowKey>;

// Gathers what is touched, and tells the views the difference between the rows as they were told last and as they are.
class PresenceItemModelPrivate
{
public:
    // Above this many changes, a view is better served by a few coarse signals than by many fine ones. Coarse ones cost
    // time for each row, though: of a long list, up to one change for so many rows is told by itself. This is not so
    // for moves, at each of which a proxy model sorts all its rows anew.
    static constexpr qsizetype maxSingleChanges = 64;
    static constexpr qsizetype rowsPerChange = 64;
    // Above this many, all may as well be looked at.
    static constexpr qsizetype maxTouched = 100'000;

    PresenceItemModelPrivate();
    virtual ~PresenceItemModelPrivate() = default;

    // The rows that there should be now: their keys, and what there is to show for one of them. The latter fills a new
    // row, which may have its contact already, and returns whether there is to be one.
    virtual RowKeys allKeys() const = 0;
    virtual bool read(PresenceRow &row, const QString &key) const = 0;
    virtual bool isHidden(const PresenceRow & /*row*/) const { return false; }
    // Equivalent rows are ordered by their keys.
    virtual std::weak_ordering compare(const PresenceRow &a, const PresenceRow &b) const = 0;
    // A number that says most of the order, so that a long list can be sorted without reading every row: a row with a
    // smaller number comes first, and only rows with the same number are compared.
    virtual quint64 abbreviated(const PresenceRow & /*row*/) const { return 0; }
    virtual void hear(const QString & /*bareJid*/, const QXmppPresence & /*stanza*/) {} // before the peer is touched
    virtual void touchPeer(const QString &bareJid, const QString &fullJid) = 0;
    virtual void touchEverybody() { touchAll(); }
    virtual QStringList toldKeysOf(const Jid &jid) { return {jid.full()}; } // at least those that it has
    virtual void trackerReplaced() {} // in the middle of a reset
    virtual void aboutToRead() {} // all the keys, or any row
    virtual void rebuilt() {}
    virtual void settled() {} // all that was touched has been told

    const PresenceStore &store() const { return PresenceTrackerPrivate::of(tracker)->store; }
    void readPeer(PresenceRow &row, const QString &bareJid) const;
    void touch(const QString &key);
    void rename(const QString &key, const QString &newKey); // before both are touched
    void touchAll();
    void refilter(); // isHidden() may answer otherwise than it did
    void reorder(); // as touchAll(), and compare() may answer otherwise than it did
    void tellSoon() { timer.start(0); } // of what the application itself has changed
    void tellNow();
    bool rebuild(const std::function<void()> &change); // whether the model is alive after that
    void setTracker(PresenceTracker *newTracker);
    bool isNew() const { return m_isNew; } // whether nothing was told since the tracker was set
    QObject *trackerContext() const { return m_wiring.get(); }
    ListedRow *told(const QString &key);

    PresenceItemModel *q = nullptr;
    QPointer<PresenceTracker> tracker;
    PresenceItemModel::Decorator decorator;
    QTimer timer;
    int interval = 0;

private:
    friend class PresenceItemModel;

    struct Change
    {
        ListedRow *row; // as it was told; a new one as it is
        std::unique_ptr<PresenceRow> now; // what is to become of a told one; null if it has gone

        const PresenceRow *next() const { return row->isTold() ? now.get() : &row->row; }
        bool isToShow() const { return next() && !next()->isHidden; }
    };
    using Changes = std::vector<Change>;
    using NewRows = std::unordered_map<ListedRow *, PresenceRow *>;
    struct RoleRange
    {
        qsizetype first;
        qsizetype last;
        QList<int> roles;
    };

    QList<Device> devicesOf(const Peer &peer, qsizetype bareSize) const;
    void listenTo(PresenceTracker *newTracker);
    bool isLess(const PresenceRow &a, const PresenceRow &b) const;
    bool isElsewhere(const PresenceRow &before, const PresenceRow &now) const; // in the order of the rows
    bool areMany(qsizetype changes) const
    {
        return changes > std::max(maxSingleChanges, m_list.size() / rowsPerChange);
    }
    bool areToldAtOnce(const Changes &todo) const;
    bool isAlike(const PresenceRow &a, const PresenceRow &b) const;
    QList<int> rolesUnlike(const PresenceRow &a, const PresenceRow &b) const;
    RowList::Less less() const;
    void sort(Rows &rows) const;

    // Returns what asks whether a slot has deleted the model since, or has made it reset.
    auto sameAsNow() const
    {
        return [this, guard = QPointer(q), rebuilds = m_rebuilds] { return guard && rebuilds == m_rebuilds; };
    }

    bool isAnythingTouched() const;
    void tellLater();
    void tell();
    void tellCounts();
    void countAvailable(const PresenceRow &row, int change);
    void tellToggled();
    void toggle(ListedRow *row);
    Changes changes();
    Rows readAll();
    void readTouched(const QStringList &touched, bool unlikeOnly, Changes &result);
    bool readNow(PresenceRow &row, const QString &key) const; // as read(), hidden or not
    std::unique_ptr<PresenceRow> rowNow(const QString &key, const Contacts::Entry &contact = {}) const;
    void takeRenamed(QStringList &touched, Changes &result);

    void tellOne(Change &change);
    void insert(Change &change);
    void remove(Change &change);
    void update(Change &change);
    void assign(ListedRow *row, PresenceRow &&now);
    void list(const RowList::Place &place, Change &change);
    void listHidden(Change &change);
    void forget(ListedRow *row);

    void tellMany(Changes &todo);
    static void swapAll(const NewRows &news);
    void replace(const Rows &next, const Rows &nextShown, NewRows &news);
    static Rows thoseToShow(Rows rows);
    void renew(ListedRow *row, NewRows &news);
    void count(ListedRow *row, bool isShown);
    void tellRoles(const Rows &rows, NewRows &news);
    std::vector<RoleRange> rangesOf(const Rows &rows, const NewRows &news) const;
    static RoleRange unionOf(const std::vector<RoleRange> &ranges);

    std::unique_ptr<QObject> m_wiring; // context of the connections to the tracker
    RowList m_list;
    TextMap<ListedRow> m_rows; // by key
    QStringList m_touched; // keys as they came, maybe more than once
    QMap<QString, QString> m_renamed; // keys as they were told by what they are now
    bool m_isAllTouched = false;
    bool m_isReordered = false;
    bool m_isRefiltered = false;
    bool m_isTelling = false;
    bool m_isNew = false;
    int m_rebuilds = 0;
    quint32 m_readings = 0;
    qsizetype m_toldCount = 0;
    int m_availableCount = 0;
    int m_toldAvailableCount = 0;
};

} // namespace XmppPresence
