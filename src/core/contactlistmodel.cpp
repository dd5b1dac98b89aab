// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contactlistmodel.h"

#include "contactlistmodel_p.h"
#include "logging_p.h"

namespace XmppPresence {

ContactListModel::ContactListModel(QObject *parent)
    : PresenceItemModel(std::make_unique<ContactListModelPrivate>(), parent)
{
}

ContactListModelPrivate *ContactListModel::own() const
{
    return static_cast<ContactListModelPrivate *>(d.get());
}

template <typename T>
void ContactListModel::set(
    T ContactListModelPrivate::*option, const std::type_identity_t<T> &value, void (ContactListModel::*changed)())
{
    if (own()->*option == value)
        return;
    own()->*option = value;
    const QPointer guard(this);
    own()->optionChanged();
    if (guard)
        Q_EMIT(this->*changed)();
}

QXmppRosterManager *ContactListModel::rosterManager() const
{
    return own()->contacts.roster();
}

void ContactListModel::setRosterManager(QXmppRosterManager *rosterManager)
{
    own()->givenRoster = rosterManager;
    own()->rosterChanged();
}

QStringList ContactListModel::groups() const
{
    return own()->contacts.groups();
}

bool ContactListModel::showOffline() const
{
    return own()->showOffline;
}

void ContactListModel::setShowOffline(bool show)
{
    set(&ContactListModelPrivate::showOffline, show, &ContactListModel::showOfflineChanged);
}

bool ContactListModel::showSelf() const
{
    return own()->showSelf;
}

void ContactListModel::setShowSelf(bool show)
{
    set(&ContactListModelPrivate::showSelf, show, &ContactListModel::showSelfChanged);
}

bool ContactListModel::showStrangers() const
{
    return own()->showStrangers;
}

void ContactListModel::setShowStrangers(bool show)
{
    set(&ContactListModelPrivate::showStrangers, show, &ContactListModel::showStrangersChanged);
}

QString ContactListModel::groupFilter() const
{
    return own()->groupFilter;
}

void ContactListModel::setGroupFilter(const QString &group)
{
    set(&ContactListModelPrivate::groupFilter, group, &ContactListModel::groupFilterChanged);
}

QString ContactListModel::filterText() const
{
    return own()->filterText;
}

void ContactListModel::setFilterText(const QString &text)
{
    set(&ContactListModelPrivate::filterText, text, &ContactListModel::filterTextChanged);
}

ContactListModel::SortOrder ContactListModel::sortOrder() const
{
    return own()->sortOrder;
}

void ContactListModel::setSortOrder(SortOrder order)
{
    if (order != sortOrder())
        own()->reorder();
    set(&ContactListModelPrivate::sortOrder, order, &ContactListModel::sortOrderChanged);
}

ContactListModel::Sections ContactListModel::sections() const
{
    return own()->sections;
}

void ContactListModel::setSections(Sections sections)
{
    if (sections != own()->sections)
        own()->reorder();
    set(&ContactListModelPrivate::sections, sections, &ContactListModel::sectionsChanged);
}

bool ContactListModel::oncePerGroup() const
{
    return own()->oncePerGroup;
}

void ContactListModel::setOncePerGroup(bool once)
{
    set(&ContactListModelPrivate::oncePerGroup, once, &ContactListModel::oncePerGroupChanged);
}

int ContactListModel::offlineDelay() const
{
    return own()->offlineDelay;
}

void ContactListModel::setOfflineDelay(int milliseconds)
{
    if (milliseconds < 0) {
        qCWarning(lcPresence) << "Refused an offline delay that is negative:" << milliseconds;
        return;
    }
    set(&ContactListModelPrivate::offlineDelay, milliseconds, &ContactListModel::offlineDelayChanged);
}

} // namespace XmppPresence
