// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"

namespace XmppPresence {

/*!
    \class XmppPresence::PresenceModel
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceModel
    \brief The PresenceModel class has a row for each peer that is available or in error, in the order of the JIDs.

    \snippet models.cpp peers
*/
class XMPPPRESENCE_CORE_EXPORT PresenceModel : public PresenceItemModel
{
    Q_OBJECT

public:
    /*! Constructs a model with \a parent that has no rows until it is given a tracker. */
    explicit PresenceModel(QObject *parent = nullptr);

    /*! Constructs a model with \a parent that shows what \a tracker knows. */
    explicit PresenceModel(PresenceTracker *tracker, QObject *parent = nullptr);
};

} // namespace XmppPresence
