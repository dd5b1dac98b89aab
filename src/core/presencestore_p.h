// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "jid_p.h"
#include "peer_p.h"
#include "stanzapool_p.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <QVarLengthArray>

#include <functional>
#include <limits>

namespace XmppPresence {

// One thing that became true of a peer or a resource. The JID is in normal form, bare in the kinds named Peer.
struct Transition
{
    enum Kind {
        PeerAvailable,
        ResourceAvailable,
        ResourceChanged,
        ResourceRenamed,
        ResourceUnavailable,
        PeerUnavailable,
        PeerError
    };

    Kind kind;
    QString jid;
    QXmppPresence stanza;
    QString formerJid = {}; // of what was renamed
};
using Transitions = QVarLengthArray<Transition, 2>; // what most stanzas need

// What is told of a JID where no stanza was received.
QXmppPresence unavailableFrom(const QString &jid);

// What a peer may have us do. It is asked for only where it matters, as the answer takes a look-up in the roster, and
// must not change the store.
struct Standing
{
    qsizetype maxResources = std::numeric_limits<qsizetype>::max();
    bool mayBeRoom = true; // whether what it says as a room counts: anybody can say that
};
using StandingOf = std::function<Standing()>;

// The bookkeeping of the presence contract: takes stanzas, and tells what each of them changed, in order.
class PresenceStore
{
public:
    explicit PresenceStore(Comparison ranking);
    ~PresenceStore();
    Q_DISABLE_COPY_MOVE(PresenceStore)

    // The time that it is, in milliseconds since 1970, is what a state that begins is stamped with.
    Transitions apply(
        const QXmppPresence &stanza, const Jid &from, qint64 now,
        const StandingOf &standing = [] { return Standing(); });
    Transitions evict(const Jid &jid); // as drop()
    qint64 evicted() const { return m_evicted; } // how many resources were forgotten for want of space, and errors
    Transitions clear(); // with an unavailable stanza for each JID
    // Likewise, all peers of a domain but itself, and but one of them if it is to be spared.
    void clearDomain(QStringView domain, Transitions &told, QStringView spared = {});
    Transitions drop(const Jid &jid, const QXmppPresence *cause = nullptr); // likewise, all that is known of the peer
    void setRanking(Comparison ranking);

    // Whom the roster has keeps a place here: to come again takes no memory, and to ask for them no table of its own.
    RosterState rosterState(QStringView bareJid) const;
    RosterState setRosterState(const Jid &jid, RosterState state); // returns what it was
    void clearRoster();
    void reserve(qsizetype places);
    qsizetype places() const { return m_peers.size(); } // of those, and of those who were heard

    // Makes the stanza that came last take less memory (see StanzaPool). To be called once nobody else has a copy of
    // it: at the latest when the next one comes.
    void share();

    std::weak_ordering compare(const QXmppPresence &a, const QXmppPresence &b) const;

    // The JID that a text is, if anybody can have it (see Jid). That of one who has a place here is normal as it is.
    std::optional<Jid> jid(const QString &text) const;

    const Peer *peer(QStringView bareJid) const; // null for one who was not heard
    const Resource *resource(const Jid &jid) const;
    const Heard *presence(const Jid &jid) const;
    const Heard *mostAvailable(QStringView bareJid) const;
    QList<const Resource *> firsts(const Peer &peer, qsizetype count) const; // see ResourceHeap
    const Resource *best(const Jid &jid) const; // of a bare JID the most available one, else itself
    const Heard *summary(const Jid &jid) const; // of the best resource, or the error
    QMap<QString, QXmppPresence> resources(const Jid &jid) const;
    QString bareJid(const Jid &jid) const; // as it is kept, if it is: to have it takes no memory
    QStringList peers() const;
    QStringList peersByAge() const; // the least recently heard first
    QList<const Resource *> resourcesOf(const Jid &jid) const; // of a bare JID all, else itself

private:
    // By bare JID. A look-up among a million waits for fewer cache lines than in a table of nodes.
    using Peers = QHash<QString, Peer *>;
    using Entry = Peers::const_iterator;

    Entry find(QStringView bareJid) const;
    Entry entryOf(const Jid &jid);
    Transitions applyAvailable(const QXmppPresence &stanza, const Jid &from, qint64 now, const StandingOf &standing);
    Transitions applyUnavailable(const QXmppPresence &stanza, const Jid &from, const StandingOf &standing);
    Transitions applyError(const QXmppPresence &stanza, const Jid &from, qint64 now);
    static Transitions rename(Peer &peer, Resource *resource, const Jid &newJid, const QXmppPresence &stanza);
    Resource *add(const Heard &heard, const Jid &from, Entry peer, Transitions &told);
    void update(Peer &peer, Resource *resource, const QXmppPresence &stanza, qint64 sent, Transitions &told);
    void evictOldest(Peer &peer, qsizetype maxResources, Transitions &told);
    void drop(Peer &peer, const Resource *resource, const QXmppPresence &cause, Transitions &told);
    void dropAll(Entry peer, const QXmppPresence *cause, Transitions &told);
    void end(Entry peer, const QXmppPresence *cause, Transitions &told);
    void forget(Entry peer);
    void erase(Entry peer);

    Peers m_peers;
    mutable Entry m_found = m_peers.cend(); // by the last look-up: one peer is asked for several times in a row
    Resource *m_last = nullptr; // whose stanza is still to be shared
    StanzaPool m_pool;
    Comparison m_ranking;
    bool m_isSilent = true; // nobody was heard since all were forgotten: a model is made a twentieth faster then
    quint64 m_received = 0;
    qint64 m_evicted = 0;
};

} // namespace XmppPresence
