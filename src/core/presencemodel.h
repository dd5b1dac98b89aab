// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"

namespace XmppPresence {

/*!
    \class XmppPresence::PresenceModel
    \inmodule XmppPresence
    \brief The PresenceModel class has a row for each peer that is available or in error, in the order of the JIDs.
*/
class XMPPPRESENCE_CORE_EXPORT PresenceModel : public PresenceItemModel
{
    Q_OBJECT

public:
    explicit PresenceModel(QObject *parent = nullptr);
    explicit PresenceModel(PresenceTracker *tracker, QObject *parent = nullptr);
};

} // namespace XmppPresence
