// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "resourcemodel.h"

#include "collation_p.h"
#include "presenceitemmodel_p.h"

namespace XmppPresence {

class ResourceModelPrivate : public PresenceItemModelPrivate
{
public:
    RowKeys allKeys() const override;
    bool read(PresenceRow &row, const QString &key) const override;
    std::weak_ordering compare(const PresenceRow &a, const PresenceRow &b) const override;
    void touchPeer(const QString &peer, const QString &fullJid) override;
    void trackerReplaced() override;
    void watchPeer();

    const QCollator collator = nameCollator();
    QString jid; // as it was set
    QString bareJid; // in normal form
    std::shared_ptr<PresenceNotifier> watch; // so that it is no stranger
};

RowKeys ResourceModelPrivate::allKeys() const
{
    RowKeys keys;
    if (const auto *peer = tracker ? store().peer(bareJid) : nullptr) {
        for (const auto *resource : peer->resources)
            keys.push_back({resource->jid});
    }
    return keys;
}

bool ResourceModelPrivate::read(PresenceRow &row, const QString &key) const
{
    const auto *peer = tracker ? store().peer(bareJid) : nullptr;
    const auto *resource = peer ? peer->byJid.find(key) : nullptr;
    const bool isRoomItself = resource && key == bareJid && peer->isJoinedRoom();
    if (!resource || isRoomItself) // which is no occupant (XEP-0486)
        return false;
    row.key = key;
    row.jid = key;
    row.bareJid = bareJid;
    row.resourceCount = 1;
    row.isStale = tracker->isStale();
    row.hear(resource->heard);
    row.resourceJid = key;
    const auto resourceName = row.resource();
    row.otherName = resourceName.isEmpty() ? bareJid : resourceName;
    row.nameKey = collator.sortKey(row.otherName);
    return true;
}

// The best first. Equal ones stand in the order of their names, so that a stanza sent again moves nothing.
std::weak_ordering ResourceModelPrivate::compare(const PresenceRow &a, const PresenceRow &b) const
{
    const auto order = tracker ? store().compare(b.stanza(), a.stanza()) : std::weak_ordering::equivalent;
    return std::is_neq(order) ? order : a.compareNames(b);
}

void ResourceModelPrivate::touchPeer(const QString &peer, const QString &fullJid)
{
    if (peer != bareJid)
        return;
    if (fullJid.isNull())
        return touchAll();
    touch(fullJid);
    touch(bareJid); // which may be a room's, and be joined now
}

void ResourceModelPrivate::watchPeer()
{
    const bool isAnybody = tracker && !bareJid.isEmpty();
    watch = isAnybody ? PresenceTrackerPrivate::of(tracker)->notifiers.of(bareJid) : nullptr;
}

void ResourceModelPrivate::trackerReplaced()
{
    watchPeer();
    if (!tracker)
        return;
    QObject::connect(tracker, &PresenceTracker::rankingChanged, trackerContext(), [this] { reorder(); });
    const auto *notifier = &PresenceTrackerPrivate::of(tracker)->notifiers.everybody;
    QObject::connect(notifier, &PresenceNotifier::renamed, trackerContext(),
        [this](const QString &fullJid, const QString &newFullJid) {
            if (fullJid.startsWith(bareJid + u'/'))
                rename(fullJid, newFullJid);
        });
}

ResourceModel::ResourceModel(QObject *parent)
    : PresenceItemModel(std::make_unique<ResourceModelPrivate>(), parent)
{
}

ResourceModel::ResourceModel(PresenceTracker *tracker, const QString &jid, QObject *parent)
    : ResourceModel(parent)
{
    setJid(jid);
    setTracker(tracker);
}

QString ResourceModel::jid() const
{
    return own()->jid;
}

void ResourceModel::setJid(const QString &jid)
{
    if (jid == own()->jid)
        return;
    const bool isAlive = d->rebuild([&] {
        const auto parsed = Jid::fromString(jid);
        own()->jid = jid;
        own()->bareJid = parsed ? parsed->toBare() : QString();
        own()->watchPeer();
    });
    if (isAlive)
        Q_EMIT jidChanged();
}

ResourceModelPrivate *ResourceModel::own() const
{
    return static_cast<ResourceModelPrivate *>(d.get());
}

} // namespace XmppPresence
