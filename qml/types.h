// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "contactlistmodel.h"
#include "presencemodel.h"
#include "presencestate.h"
#include "presencetracker.h"
#include "presencewatcher.h"
#include "resourcemodel.h"

#include <QtQmlIntegration>

#include <QXmppClient.h>
#include <QXmppRosterManager.h>

// What the core and QXmpp have, by its name in QML. Only here does one know of the other.

namespace ForeignAvailability {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(XmppPresence)
QML_NAMED_ELEMENT(Availability)
} // namespace ForeignAvailability

struct ForeignPresenceState
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::PresenceState)
    QML_VALUE_TYPE(presenceState)
};

// A value type has no enumerations in QML. Those of PresenceState are found in this.
struct PresenceStateEnums : XmppPresence::PresenceState
{
    Q_GADGET
};

namespace ForeignPresenceStateEnums {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(PresenceStateEnums)
QML_NAMED_ELEMENT(PresenceState)
} // namespace ForeignPresenceStateEnums

struct ForeignPresenceTracker
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::PresenceTracker)
    QML_NAMED_ELEMENT(PresenceTracker)
};

struct ForeignPresenceWatcher
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::PresenceWatcher)
    QML_NAMED_ELEMENT(PresenceWatcher)
};

struct ForeignPresenceItemModel
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::PresenceItemModel)
    QML_NAMED_ELEMENT(PresenceItemModel)
    QML_UNCREATABLE("What the models have in common: see ContactListModel, PresenceModel and ResourceModel.")
};

struct ForeignContactListModel
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::ContactListModel)
    QML_NAMED_ELEMENT(ContactListModel)
};

struct ForeignPresenceModel
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::PresenceModel)
    QML_NAMED_ELEMENT(PresenceModel)
};

struct ForeignResourceModel
{
    Q_GADGET
    QML_FOREIGN(XmppPresence::ResourceModel)
    QML_NAMED_ELEMENT(ResourceModel)
};

// Of QXmpp, only to be handed on.

struct ForeignClient
{
    Q_GADGET
    QML_FOREIGN(QXmppClient)
    QML_ANONYMOUS
};

struct ForeignRosterManager
{
    Q_GADGET
    QML_FOREIGN(QXmppRosterManager)
    QML_ANONYMOUS
};
