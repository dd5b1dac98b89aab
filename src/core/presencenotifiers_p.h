// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QMetaMethod>
#include <QObject>

#include <functional>
#include <memory>

class QXmppPresence;

namespace XmppPresence {

// Tells that something of a peer is new, once it has been told by the tracker's signals.
class PresenceNotifier : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    // Null JIDs mean all: all resources of the peer, all peers. There may have been no stanza.
    void changed(const QString &bareJid, const QString &fullJid, const QXmppPresence *stanza);
    void renamed(const QString &fullJid, const QString &newFullJid); // to everybody, changed() follows for both
    void contactChanged(); // what the roster says of the peer

public:
    bool hasListener() const
    {
        static const auto signal = QMetaMethod::fromSignal(&PresenceNotifier::changed);
        return isSignalConnected(signal);
    }
};

// A notifier for each peer that somebody watches, so that the others cost nothing, and one for those who watch them
// all.
class PresenceNotifiers
{
public:
    std::shared_ptr<PresenceNotifier> of(const QString &bareJid);
    bool isWatched(QStringView bareJid) const { return m_notifiers.contains(bareJid); }
    bool isAnybodyInterested(QStringView bareJid) const { return everybody.hasListener() || isWatched(bareJid); }
    void notify(const QString &bareJid, const QString &fullJid, const QXmppPresence *stanza);
    void notifyOfAll() { notify({}, {}, nullptr); } // of all peers
    void notifyOfRename(const QString &bareJid, const QString &fullJid, const QString &newFullJid);
    void notifyOfContact(const QString &bareJid);
    void notifyOfContacts();

    std::function<void(const QString &bareJid)>
        watchedChanged; // called when the first watches a peer, or none any more
    PresenceNotifier everybody; // never emits contactChanged(): a model may have another roster than the tracker

private:
    void each(const std::function<void(PresenceNotifier *)> &tell) const;

    QHash<QString, std::weak_ptr<PresenceNotifier>> m_notifiers; // by bare JID
};

} // namespace XmppPresence
