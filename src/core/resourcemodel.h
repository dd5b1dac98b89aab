// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"

namespace XmppPresence {

class ResourceModelPrivate;

/*!
    \class XmppPresence::ResourceModel
    \inmodule XmppPresence
    \inheaderfile XmppPresence/ResourceModel
    \brief The ResourceModel class has a row for each available resource of one peer, the most available first.

    The resources of a person are devices, those of a room its occupants. The order is that of
    PresenceTracker::ranking, and where that tells no difference that of the names: unlike the choice of
    PresenceTracker::mostAvailable(), it does not depend on which stanza came last, so that rows do not jump.

    \snippet models.cpp devices

    The same of a room:

    \snippet models.cpp room
*/
class XMPPPRESENCE_CORE_EXPORT ResourceModel : public PresenceItemModel
{
    Q_OBJECT
    Q_PROPERTY(QString jid READ jid WRITE setJid NOTIFY jidChanged FINAL)

public:
    /*! Constructs a model with \a parent that has no rows until it is given a tracker and a JID. */
    explicit ResourceModel(QObject *parent = nullptr);

    /*! Constructs a model with \a parent of the resources of \a jid that \a tracker knows. */
    ResourceModel(PresenceTracker *tracker, const QString &jid, QObject *parent = nullptr);

    /*!
        \property XmppPresence::ResourceModel::jid
        \brief whose resources are shown, as it was set; of a full JID, those of its peer

        With another JID the model resets.
    */
    QString jid() const;
    void setJid(const QString &jid);

Q_SIGNALS:
    void jidChanged();

private:
    ResourceModelPrivate *own() const;
};

} // namespace XmppPresence
