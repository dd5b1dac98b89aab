// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/PresenceTracker>

#include <QMap>
#include <QSet>

#include <algorithm>

// The presence contract in as few words as possible, rooms, strangers and gateways included: all that is known is in
// one list, which is gone through for every question. All JIDs are in normal form.
class NaivePresence
{
public:
    struct Resource
    {
        QString bare;
        QString full;
        QXmppPresence stanza;
        int received;
    };

    void receive(const QXmppPresence &stanza, const QString &full)
    {
        const auto bare = bareOf(full);
        const bool wasStranger = isStranger(bare);
        switch (stanza.type()) {
        case QXmppPresence::Available:
            available(stanza, bare, full, wasStranger);
            break;
        case QXmppPresence::Unavailable:
            unavailable(stanza, bare, full, rooms.contains(bare));
            break;
        case QXmppPresence::Error:
            error(stanza, bare, full);
            break;
        case QXmppPresence::Unsubscribed:
            if (!subscribed.contains(bare))
                return;
            if (m_own.contains(bare))
                return finish();
            drop(bare);
            break;
        default:
            return;
        }
        meet(bare, wasStranger);
        cascade(bare);
        finish();
    }

    void clear(bool isBeginning = false)
    {
        isStale = false;
        isInitialSync = isBeginning;
        for (const auto &peer : peers())
            drop(peer);
        finish();
    }

    // The account has unsubscribed, or blocked what is not a device.
    void silence(const QString &bare, bool isBlocked)
    {
        if (bare != self && (isBlocked || !m_own.contains(bare))) {
            drop(bare);
            if (isBlocked && !bare.contains(u'@'))
                dropDomain(bare);
            else
                cascade(bare);
        }
        finish();
    }

    void blockDevice(const QString &full)
    {
        if (bareOf(full) != self)
            unavailable({}, bareOf(full), full, true);
        finish();
    }

    // Who is, or is not, of interest any more.
    void meet(const QString &bare, bool isStranger)
    {
        m_strangers.removeOne(bare);
        if (isStranger && peers().contains(bare))
            m_strangers.append(bare);
    }

    void evictStrangers()
    {
        while (m_strangers.size() > maxStrangers) {
            const auto bare = m_strangers.takeFirst();
            evicted += resourcesOf(bare).size() + (m_errors.contains(bare) ? 1 : 0);
            drop(bare);
            tellAll();
        }
    }

    // What the last event has done is told; then those go who are too many.
    void finish()
    {
        tellAll();
        evictStrangers();
    }

    bool isStranger(const QString &bare) const
    {
        return bare != self && !contacts.contains(bare) && !watched.contains(bare) && !rooms.contains(bare);
    }

    QStringList peers() const
    {
        auto jids = m_errors.keys();
        for (const auto &resource : resources)
            jids.append(resource.bare);
        jids.removeDuplicates();
        jids.sort();
        return jids;
    }

    QList<Resource> resourcesOf(const QString &bare) const
    {
        auto result = resources;
        result.removeIf([&](const Resource &resource) { return resource.bare != bare; });
        std::ranges::sort(result, {}, &Resource::full);
        return result;
    }

    std::optional<Resource> mostAvailable(const QString &bare) const
    {
        const auto all = resourcesOf(bare);
        const auto best =
            std::ranges::max_element(all, {}, [this](const Resource &resource) { return rank(resource); });
        return best == all.end() ? std::nullopt : std::optional(*best);
    }

    // All that can be asked for: of each peer, of its resources, and of one that it does not have.
    QStringList known() const
    {
        QStringList lines;
        for (const auto &peer : peers()) {
            const auto best = mostAvailable(peer);
            lines.append(peer + u' ' + said(peer) + u'*' + (best ? said(best->full) + show(best->stanza) : QString()));
            for (const auto &resource : resourcesOf(peer))
                lines.append(resource.full + u' ' + said(resource.full) + show(resource.stanza));
            lines.append(said(peer + QStringLiteral("/nowhere")));
        }
        return lines;
    }

    static QString show(const QXmppPresence &stanza) { return u'/' + QString::number(stanza.availableStatusType()); }

    const QString self = QStringLiteral("romeo@localhost");
    XmppPresence::PresenceTracker::Ranking ranking = {};
    bool isStale = false;
    bool isInitialSync = false;
    bool hasCascade = false;
    int maxStrangers = 3;
    int maxStrangerResources = 2;
    int maxResources = 3;
    int maxOccupants = 3;
    qint64 evicted = 0;
    QSet<QString> contacts, watched, rooms; // bare JIDs that somebody has asked for
    QSet<QString> subscribed; // contacts whose presence the account gets
    QList<Resource> resources;
    QStringList told; // signals, each followed by what was known then

private:
    static QString bareOf(const QString &full) { return full.section(u'/', 0, 0); }

    static bool has(const QXmppPresence &stanza, int statusCode)
    {
        return stanza.mucStatusCodes().contains(statusCode);
    }

    QString said(const QString &jid) const
    {
        if (m_errors.contains(bareOf(jid)))
            return u'!' + m_errors[bareOf(jid)].statusText();
        return find(jid) < 0 ? QString() : resources[find(jid)].stanza.statusText();
    }

    qsizetype find(const QString &full) const
    {
        const auto found = std::ranges::find(resources, full, &Resource::full);
        return found == resources.end() ? -1 : found - resources.begin();
    }

    void available(const QXmppPresence &stanza, const QString &bare, const QString &full, bool wasStranger)
    {
        const auto place = find(full);
        if (place >= 0) {
            resources[place] = {bare, full, stanza, ++m_received};
            tell("resourceChanged", full);
        } else {
            m_errors.remove(bare);
            if (resourcesOf(bare).isEmpty())
                tell("peerAvailable", bare);
            resources.append({bare, full, stanza, ++m_received});
            tell("resourceAvailable", full);
        }
        if (rooms.contains(bare) && has(stanza, 110)) {
            const auto former = std::exchange(m_own[bare], full);
            if (former != full && find(former) >= 0)
                take(former);
        }
        const int max = rooms.contains(bare) ? maxOccupants : wasStranger ? maxStrangerResources : maxResources;
        evictResources(bare, full, max);
    }

    void evictResources(const QString &bare, const QString &last, int max)
    {
        auto candidates = resourcesOf(bare);
        qsizetype excess = candidates.size() - max;
        candidates.removeIf([&](const Resource &one) { return one.full == last || one.full == m_own.value(bare); });
        std::ranges::sort(candidates, {}, &Resource::received);
        for (; excess > 0 && !candidates.isEmpty(); --excess, ++evicted)
            take(candidates.takeFirst().full);
    }

    void unavailable(const QXmppPresence &stanza, const QString &bare, const QString &full, bool mayBeRoom)
    {
        const bool isRoom = m_own.contains(bare);
        const auto place = find(full);
        const auto newName = bare + u'/' + stanza.mucItem().nick();
        const bool isRename = has(stanza, 303) && full != bare && !stanza.mucItem().nick().isEmpty();
        if (isRoom && isRename && place >= 0 && find(newName) < 0) {
            resources[place].full = newName;
            if (m_own[bare] == full)
                m_own[bare] = newName;
            return tell("resourceRenamed", full + u' ' + newName);
        }
        const bool isOwn = (mayBeRoom && has(stanza, 110)) || (isRoom && m_own[bare] == full);
        if ((full == bare && !isRoom) || (isOwn && !has(stanza, 303)))
            return drop(bare);
        if (place < 0)
            return forget(bare);
        take(full);
        if (resourcesOf(bare).isEmpty())
            drop(bare, true);
    }

    void error(const QXmppPresence &stanza, const QString &bare, const QString &full)
    {
        using Error = QXmppStanza::Error;
        const auto condition = stanza.error().condition();
        const bool isUnreachable = condition == Error::RemoteServerNotFound || condition == Error::RemoteServerTimeout;
        const auto others = resourcesOf(bare).size() - (find(full) >= 0 ? 1 : 0);
        if (m_own.contains(bare) && full != bare && !isUnreachable) {
            // of one occupant
        } else if (full != bare && others > 0 && condition == Error::RecipientUnavailable) {
            if (find(full) >= 0)
                take(full);
        } else {
            drop(bare);
            m_errors[bare] = stanza;
        }
        tell("peerError", bare);
    }

    void cascade(const QString &bare)
    {
        if (hasCascade && !bare.contains(u'@') && m_signals.contains(QStringLiteral("peerUnavailable ") + bare))
            dropDomain(bare);
    }

    void dropDomain(const QString &domain)
    {
        for (const auto &peer : peers()) {
            if (peer.endsWith(u'@' + domain) && peer != self)
                drop(peer);
        }
    }

    void take(const QString &full)
    {
        resources.removeAt(find(full));
        tell("resourceUnavailable", full);
    }

    void drop(const QString &bare, bool wasAvailable = false)
    {
        for (const auto &resource : resourcesOf(bare)) {
            take(resource.full);
            wasAvailable = true;
        }
        if (wasAvailable)
            tell("peerUnavailable", bare);
        m_errors.remove(bare);
        m_own.remove(bare);
        m_strangers.removeOne(bare);
    }

    void forget(const QString &bare)
    {
        if (resourcesOf(bare).isEmpty())
            drop(bare);
    }

    std::tuple<int, int, int> rank(const Resource &resource) const
    {
        using Ranking = XmppPresence::PresenceTracker::Ranking;
        static const QList<int> byAvailability{
            QXmppPresence::XA, QXmppPresence::Away, QXmppPresence::Online, QXmppPresence::Chat, QXmppPresence::DND};
        static const QList<int> byReachability{
            QXmppPresence::XA, QXmppPresence::Away, QXmppPresence::DND, QXmppPresence::Online, QXmppPresence::Chat};
        const auto &order = ranking == Ranking::Reachability ? byReachability : byAvailability;
        const int show = int(order.indexOf(resource.stanza.availableStatusType()));
        const int priority = resource.stanza.priority();
        return ranking == Ranking::Priority ? std::tuple(priority, show, resource.received)
                                            : std::tuple(show, priority, resource.received);
    }

    void tell(const char *signal, const QString &jid) { m_signals.append(QLatin1StringView(signal) + u' ' + jid); }

    void tellAll()
    {
        for (const auto &signal : std::as_const(m_signals))
            told += QStringList{signal} + known();
        m_signals.clear();
    }

    QMap<QString, QXmppPresence> m_errors; // by bare JID
    QMap<QString, QString> m_own; // our own occupant in a room
    QStringList m_strangers; // bare JIDs, the one heard last at the end
    QStringList m_signals; // of what is being received
    int m_received = 0;
};
