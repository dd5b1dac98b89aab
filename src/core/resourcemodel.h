// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"

namespace XmppPresence {

class ResourceModelPrivate;

/*!
    \class XmppPresence::ResourceModel
    \inmodule XmppPresence
    \brief The ResourceModel class has a row for each available resource of one peer, the most available first.

    The resources of a person are devices, those of a room its occupants. The order is that of
    PresenceTracker::ranking, and where that tells no difference that of the names: unlike the choice of
    PresenceTracker::mostAvailable(), it does not depend on which stanza came last, so that rows do not jump.
*/
class XMPPPRESENCE_CORE_EXPORT ResourceModel : public PresenceItemModel
{
    Q_OBJECT
    Q_PROPERTY(QString jid READ jid WRITE setJid NOTIFY jidChanged FINAL)

public:
    explicit ResourceModel(QObject *parent = nullptr);
    ResourceModel(PresenceTracker *tracker, const QString &jid, QObject *parent = nullptr);

    /*! Returns the JID of the peer, as it was set. */
    QString jid() const;

    /*! Shows the resources of \a jid; of a full JID, of its peer. The model resets. */
    void setJid(const QString &jid);

Q_SIGNALS:
    void jidChanged();

private:
    ResourceModelPrivate *own() const;
};

} // namespace XmppPresence
