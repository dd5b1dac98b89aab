// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencemodel.h"

#include "presenceitemmodel_p.h"

namespace XmppPresence {

class PresenceModelPrivate : public PresenceItemModelPrivate
{
public:
    RowKeys allKeys() const override
    {
        RowKeys keys;
        const auto peers = tracker ? tracker->peers() : QStringList();
        for (const auto &peer : peers)
            keys.push_back({peer});
        return keys;
    }
    bool read(PresenceRow &row, const QString &key) const override
    {
        readPeer(row, key);
        return row.heard.has_value();
    }
    std::weak_ordering compare(const PresenceRow &a, const PresenceRow &b) const override { return a.jid <=> b.jid; }
    void touchPeer(const QString &bareJid, const QString & /*fullJid*/) override { touch(bareJid); }
    QStringList toldKeysOf(const Jid &jid) override { return {jid.toBare()}; }
};

PresenceModel::PresenceModel(QObject *parent)
    : PresenceItemModel(std::make_unique<PresenceModelPrivate>(), parent)
{
}

PresenceModel::PresenceModel(PresenceTracker *tracker, QObject *parent)
    : PresenceModel(parent)
{
    setTracker(tracker);
}

} // namespace XmppPresence
