// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presenceitemmodel.h"

#include <QStringList>

#include <type_traits>

class QXmppRosterManager;

namespace XmppPresence {

class ContactListModelPrivate;

/*!
    \class XmppPresence::ContactListModel
    \inmodule XmppPresence
    \inheaderfile XmppPresence/ContactListModel
    \brief The ContactListModel class is the contact list that an application shows: roster and presence, sorted,
        filtered and grouped.

    \snippet models.cpp list

    The contacts stay, as offline, when the connection ends, until another roster is received. The account's own devices
    are no contacts: see showSelf, or give the own JID to a ResourceModel.

    \snippet models.cpp options
*/
class XMPPPRESENCE_CORE_EXPORT ContactListModel : public PresenceItemModel
{
    Q_OBJECT
    Q_MOC_INCLUDE(<QXmppRosterManager.h>)
    Q_PROPERTY(
        QXmppRosterManager *rosterManager READ rosterManager WRITE setRosterManager NOTIFY rosterManagerChanged FINAL)
    Q_PROPERTY(bool showOffline READ showOffline WRITE setShowOffline NOTIFY showOfflineChanged FINAL)
    Q_PROPERTY(bool showSelf READ showSelf WRITE setShowSelf NOTIFY showSelfChanged FINAL)
    Q_PROPERTY(bool showStrangers READ showStrangers WRITE setShowStrangers NOTIFY showStrangersChanged FINAL)
    Q_PROPERTY(QString groupFilter READ groupFilter WRITE setGroupFilter NOTIFY groupFilterChanged FINAL)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY filterTextChanged FINAL)
    Q_PROPERTY(SortOrder sortOrder READ sortOrder WRITE setSortOrder NOTIFY sortOrderChanged FINAL)
    Q_PROPERTY(Sections sections READ sections WRITE setSections NOTIFY sectionsChanged FINAL)
    Q_PROPERTY(bool oncePerGroup READ oncePerGroup WRITE setOncePerGroup NOTIFY oncePerGroupChanged FINAL)
    Q_PROPERTY(int offlineDelay READ offlineDelay WRITE setOfflineDelay NOTIFY offlineDelayChanged FINAL)
    Q_PROPERTY(QStringList groups READ groups NOTIFY groupsChanged FINAL)

public:
    /*!
        Names are sorted by the rules of the default locale, and are what equal rows are sorted by in every order.

        \value AvailabilityThenName free for chat, online, do not disturb, away, extended away, error, offline, unknown;
            the default
        \value Name by name alone
        \value MostRecentChange by SinceRole, the latest first
    */
    enum class SortOrder { AvailabilityThenName, Name, MostRecentChange };
    Q_ENUM(SortOrder)

    /*!
        What PresenceItemModel::SectionRole says, for \c section.property of a ListView. The rows of a section stand
        together.

        \value NoSections nothing, the default
        \value ByGroup the group, or nothing for a contact without one
        \value ByAvailability the availability in words
    */
    enum class Sections { NoSections, ByGroup, ByAvailability };
    Q_ENUM(Sections)

    /*! Constructs a model with \a parent that has no rows until it is given a tracker. */
    explicit ContactListModel(QObject *parent = nullptr);

    /*!
        \property XmppPresence::ContactListModel::rosterManager
        \brief whom the contacts are taken from

        Unless one was set, or if that was null, it is the one of the tracker's client.
    */
    QXmppRosterManager *rosterManager() const;
    void setRosterManager(QXmppRosterManager *rosterManager);

    /*!
        \property XmppPresence::ContactListModel::showOffline
        \brief whether contacts are shown that are not available; true by default
    */
    bool showOffline() const;
    void setShowOffline(bool show);

    /*!
        \property XmppPresence::ContactListModel::showSelf
        \brief whether the account itself has a row; false by default
    */
    bool showSelf() const;
    void setShowSelf(bool show);

    /*!
        \property XmppPresence::ContactListModel::showStrangers
        \brief whether peers are shown that are not in the roster, while they are there; false by default
    */
    bool showStrangers() const;
    void setShowStrangers(bool show);

    /*!
        \property XmppPresence::ContactListModel::groupFilter
        \brief the group whose contacts alone are shown, one of groups; all if empty, the default
    */
    QString groupFilter() const;
    void setGroupFilter(const QString &group);

    /*!
        \property XmppPresence::ContactListModel::filterText
        \brief the text that name, JID or status must have in them, whatever its case and accents; none by
            default
    */
    QString filterText() const;
    void setFilterText(const QString &text);

    /*!
        \property XmppPresence::ContactListModel::sortOrder
        \brief what the rows are sorted by; SortOrder::AvailabilityThenName by default
    */
    SortOrder sortOrder() const;
    void setSortOrder(SortOrder order);

    /*!
        \property XmppPresence::ContactListModel::sections
        \brief what SectionRole says, and the rows are grouped by; Sections::NoSections by default
    */
    Sections sections() const;
    void setSections(Sections sections);

    /*!
        \property XmppPresence::ContactListModel::oncePerGroup
        \brief whether a contact has a row in each of its groups under Sections::ByGroup, or, the default, only in
            the first; with a groupFilter only in that one
    */
    bool oncePerGroup() const;
    void setOncePerGroup(bool once);

    /*!
        \property XmppPresence::ContactListModel::offlineDelay
        \brief for how many milliseconds a contact that drops out keeps its place, so that a reconnect moves
            nothing; 0 by default

        It is shown as offline at once. A new delay is also the longest that any contact is held from then on. A
        negative one is refused with a warning.
    */
    int offlineDelay() const;
    void setOfflineDelay(int milliseconds);

    /*!
        \property XmppPresence::ContactListModel::groups
        \brief the groups of all contacts, sorted
    */
    QStringList groups() const;

Q_SIGNALS:
    void rosterManagerChanged();
    void showOfflineChanged();
    void showSelfChanged();
    void showStrangersChanged();
    void groupFilterChanged();
    void filterTextChanged();
    void sortOrderChanged();
    void sectionsChanged();
    void oncePerGroupChanged();
    void offlineDelayChanged();
    void groupsChanged();

private:
    template <typename T>
    void set(
        T ContactListModelPrivate::*option, const std::type_identity_t<T> &value, void (ContactListModel::*changed)());
    ContactListModelPrivate *own() const;
};

} // namespace XmppPresence
