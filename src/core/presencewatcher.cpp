// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencewatcher.h"

#include "presenceitemmodel.h"
#include "presencerow_p.h"
#include "presencetracker_p.h"
#include "stamps_p.h"

#include <QMetaProperty>

#include <algorithm>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using Role = PresenceItemModel::Role;

class PresenceWatcherPrivate
{
public:
    explicit PresenceWatcherPrivate(PresenceWatcher *watcher)
        : q(watcher)
    {
    }

    const PresenceStore &store() const { return PresenceTrackerPrivate::of(tracker)->store; }
    void listen();
    void hear(const QString &changedJid, const QXmppPresence *stanza);
    void hearOfContact();
    void hearOfRename(const QString &formerJid, const QString &newJid);
    bool isSubscribed() const;
    RosterState rosterStateNow() const;
    void read(const QString &changedJid, const QXmppPresence *stanza);
    void readAbsence(const PresenceRow &before, const QXmppPresence *stanza);
    void readResources(const QString &changedJid);
    void listOrDrop(const QString &resource, bool isThere);
    void tell();

    PresenceWatcher *const q;
    QPointer<PresenceTracker> tracker;
    QString jid; // as it was set
    std::optional<Jid> usable; // none: nothing can be known
    std::shared_ptr<PresenceNotifier> notifier;
    std::unique_ptr<QObject> wiring; // context of all connections to the tracker
    PresenceRow row;
    RosterState rosterState = RosterState::Absent; // as it was read last
    QStringList resources;
    QString bestResource;
    bool areResourcesNew = false; // and this was not told yet
    bool hasComeOnline = false; // likewise
    QHash<int, QVariant> told; // the values of the properties by index, as they were told last
};

// Begins anew with another tracker, none, or another JID.
void PresenceWatcherPrivate::listen()
{
    auto *tracked = tracker ? PresenceTrackerPrivate::of(tracker) : nullptr;
    usable = tracked && !jid.isEmpty() ? tracked->usable(jid) : std::nullopt;
    notifier = usable ? tracked->notifiers.of(usable->toBare()) : nullptr;
    wiring = std::make_unique<QObject>();
    if (tracker)
        QObject::connect(tracker, &QObject::destroyed, wiring.get(), [this] { listen(); });
    if (notifier) {
        QObject::connect(notifier.get(), &PresenceNotifier::changed, wiring.get(),
            [this](
                const QString &, const QString &changedJid, const QXmppPresence *stanza) { hear(changedJid, stanza); });
        QObject::connect(notifier.get(), &PresenceNotifier::renamed, wiring.get(),
            [this](const QString &former, const QString &now) { hearOfRename(former, now); });
        QObject::connect(notifier.get(), &PresenceNotifier::contactChanged, wiring.get(), [this] { hearOfContact(); });
    }
    row = {};
    rosterState = rosterStateNow();
    read({}, nullptr);
    hasComeOnline = false;
    tell();
}

// Another resource is of no interest to a full JID, unless it ends the error of them all.
void PresenceWatcherPrivate::hear(const QString &changedJid, const QXmppPresence *stanza)
{
    const bool isOfAnother = usable && !usable->isBare() && !changedJid.isNull() && changedJid != usable->full();
    if (isOfAnother && row.availability != Availability::Error)
        return;
    read(changedJid, stanza);
    tell();
}

void PresenceWatcherPrivate::hearOfRename(const QString &formerJid, const QString &newJid)
{
    read(formerJid, nullptr);
    readResources(newJid); // it is new, as the former one has gone
    tell();
}

// Who is not in the roster any more is unknown again.
void PresenceWatcherPrivate::hearOfContact()
{
    const auto before = std::exchange(rosterState, rosterStateNow());
    if (before != rosterState && !isSubscribed() && row.availability == Availability::Offline)
        row = {};
    read({}, nullptr);
    tell();
}

RosterState PresenceWatcherPrivate::rosterStateNow() const
{
    return usable ? store().rosterState(usable->bare()) : RosterState::Absent;
}

bool PresenceWatcherPrivate::isSubscribed() const
{
    return rosterStateNow() == RosterState::Subscribed;
}

void PresenceWatcherPrivate::read(const QString &changedJid, const QXmppPresence *stanza)
{
    const bool wasAvailable = q->isAvailable();
    const auto before = std::exchange(row, {});
    if (usable) {
        row.isStale = tracker->isStale();
        if (const auto *heard = store().summary(*usable))
            row.hear(*heard);
        else
            readAbsence(before, stanza);
    }
    readResources(changedJid);
    if (q->isAvailable() != wasAvailable)
        hasComeOnline = !wasAvailable;
}

static bool isOfAnotherDevice(const QXmppPresence &stanza, const Jid &jid)
{
    const auto sender = Jid::fromString(stanza.from());
    return sender && !sender->isBare() && !jid.isBare() && sender->full() != jid.full();
}

void PresenceWatcherPrivate::readAbsence(const PresenceRow &before, const QXmppPresence *stanza)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const bool isTold =
        stanza && stanza->type() == QXmppPresence::Unavailable && usable && !isOfAnotherDevice(*stanza, *usable);
    const bool isCancelled = stanza && stanza->type() == QXmppPresence::Unsubscribed;
    if (!isCancelled && before.heard && before.availability == Availability::Offline)
        row.hear(*before.heard);
    else if (before.heard && isTold)
        row.hear({*stanza, sentAt(*stanza, now), sentAt(*stanza, now)});
    else if (!isCancelled && before.heard)
        row.hear({QXmppPresence(QXmppPresence::Unavailable), now, now});
    else
        row.availability = isSubscribed() ? Availability::Offline : Availability::Unknown;
}

// In a room of thousands, one who comes or goes must not cost a new list of all.
void PresenceWatcherPrivate::readResources(const QString &changedJid)
{
    const auto *best = usable ? store().best(*usable) : nullptr;
    if (!usable || !best) {
        areResourcesNew |= !resources.isEmpty();
        resources.clear();
        bestResource.clear();
        return;
    }
    const auto nameAt = usable->bare().size() + 1;
    bestResource = best->jid.mid(nameAt);
    if (usable->isBare() && !changedJid.isNull())
        return listOrDrop(changedJid.mid(nameAt), store().peer(usable->bare())->byJid.find(changedJid));
    const auto now = usable->isBare() ? store().resources(*usable).keys() : QStringList{bestResource};
    areResourcesNew |= now != resources;
    resources = now;
}

void PresenceWatcherPrivate::listOrDrop(const QString &resource, bool isThere)
{
    const auto place = std::ranges::lower_bound(std::as_const(resources), resource);
    const bool isListed = place != resources.cend() && *place == resource;
    areResourcesNew |= isThere != isListed;
    if (isThere && !isListed)
        resources.insert(place, resource);
    else if (!isThere && isListed)
        resources.erase(place);
}

// A slot may change the properties again, which tells the rest of what differs, or delete the watcher. The resources
// come first, as no slot can have changed them since they were read: so they need not be kept as they were told.
void PresenceWatcherPrivate::tell()
{
    const QPointer guard(q);
    if (std::exchange(areResourcesNew, false))
        Q_EMIT q->resourcesChanged();
    const auto &metaObject = PresenceWatcher::staticMetaObject;
    for (int i = metaObject.propertyOffset(); guard && i < metaObject.propertyCount(); ++i) {
        const auto property = metaObject.property(i);
        if (QLatin1StringView(property.name()) == "resources"_L1)
            continue;
        const auto value = property.read(q);
        if (std::exchange(told[i], value) != value)
            property.notifySignal().invoke(q);
    }
    if (guard && std::exchange(hasComeOnline, false))
        Q_EMIT q->cameOnline();
}

PresenceWatcher::PresenceWatcher(QObject *parent)
    : PresenceWatcher(nullptr, {}, parent)
{
}

PresenceWatcher::PresenceWatcher(PresenceTracker *tracker, const QString &jid, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<PresenceWatcherPrivate>(this))
{
    d->tracker = tracker;
    d->jid = jid;
    d->listen();
}

PresenceWatcher::~PresenceWatcher() = default;

PresenceTracker *PresenceWatcher::tracker() const
{
    return d->tracker;
}

void PresenceWatcher::setTracker(PresenceTracker *tracker)
{
    if (tracker == d->tracker)
        return;
    d->tracker = tracker;
    d->listen();
}

QString PresenceWatcher::jid() const
{
    return d->jid;
}

void PresenceWatcher::setJid(const QString &jid)
{
    if (jid == d->jid)
        return;
    d->jid = jid;
    d->listen();
}

Availability PresenceWatcher::availability() const
{
    return d->row.availability;
}

bool PresenceWatcher::isAvailable() const
{
    return d->row.value(Role::AvailableRole).toBool();
}

QString PresenceWatcher::statusText() const
{
    return d->row.value(Role::StatusTextRole).toString();
}

QString PresenceWatcher::errorText() const
{
    return d->row.value(Role::ErrorTextRole).toString();
}

int PresenceWatcher::priority() const
{
    return d->row.value(Role::PriorityRole).toInt();
}

QStringList PresenceWatcher::resources() const
{
    return d->resources;
}

QString PresenceWatcher::bestResource() const
{
    return d->bestResource;
}

QDateTime PresenceWatcher::since() const
{
    return d->row.value(Role::SinceRole).toDateTime();
}

QDateTime PresenceWatcher::idleSince() const
{
    return d->row.value(Role::IdleSinceRole).toDateTime();
}

bool PresenceWatcher::isStale() const
{
    return d->row.isStale;
}

} // namespace XmppPresence
