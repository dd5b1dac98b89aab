// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"

#include <QAbstractListModel>

#include <functional>
#include <memory>

namespace XmppPresence {

class PresenceItemModelPrivate;
class PresenceTracker;

/*!
    \class XmppPresence::PresenceItemModel
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceItemModel
    \brief The PresenceItemModel class is what the item models of presence have in common: roles, and how they tell
        changes.

    Rows are stable: but for another tracker, and for options that are set in one turn of the event loop with it, a
    model never resets. What the tracker tells is gathered, and told to the views once per turn of the event loop (or
    per interval), as rows inserted, removed and moved, and as data changed with the roles that differ. Until then the
    model answers from what it told last. So that a login does not keep a view busy, much at once is told coarsely: as
    one range of rows removed, one inserted, and data changed. That is so if more than 64 rows move, if the order is
    new, or if more rows change than 64 and more than one in 64 of the list.

    A slot may delete the model, the tracker and the client, and set another tracker, except in the signals of Qt that
    tell what is about to be inserted, removed or moved.

    Text roles are plain text for display (see displayText()), but for Qt::ToolTipRole, which is escaped rich text, with
    a line for each device of a peer that has several, the best eight of them. Qt::DisplayRole and Qt::EditRole answer
    with the name, Qt::AccessibleTextRole with name, availability and status.

    \snippet models.cpp roles
    \snippet models.cpp count
*/
class XMPPPRESENCE_CORE_EXPORT PresenceItemModel : public QAbstractListModel
{
    Q_OBJECT
    Q_MOC_INCLUDE("presencetracker.h")
    Q_PROPERTY(XmppPresence::PresenceTracker *tracker READ tracker WRITE setTracker NOTIFY trackerChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int availableCount READ availableCount NOTIFY availableCountChanged)
    Q_PROPERTY(int interval READ interval WRITE setInterval NOTIFY intervalChanged)

public:
    /*!
        The roles of the rows, by the names that roleNames() has for QML.

        \value JidRole QString: the JID of the row, bare for a peer, full for a resource. It is for addressing: the
            resource is as it came, and not for display
        \value BareJidRole QString: the JID of the peer
        \value NameRole QString: the name in the roster, the resource, or else the JID
        \value AvailabilityRole XmppPresence::Availability
        \value AvailabilityTextRole QString: see availabilityText()
        \value AvailableRole bool
        \value ShowRole PresenceState::Show
        \value StatusTextRole QString
        \value PriorityRole int, -128 to 127
        \value ResourceCountRole int: how many resources of the peer are available
        \value ResourceRole QString: the resource, of a peer the best one
        \value ErrorConditionRole QString: of an error, the condition as in RFC 6120, section 8.3.3
        \value ErrorTextRole QString
        \value StaleRole bool: see PresenceTracker::stale
        \value SinceRole QDateTime: when this availability began (XEP-0203, else when it was received)
        \value IdleSinceRole QDateTime: since when the user has been idle (XEP-0319, else XEP-0256)
        \value PhotoStateRole PresenceItemModel::PhotoState (XEP-0153)
        \value PhotoHashRole QString: SHA-1, in hexadecimal digits
        \value CapabilitiesNodeRole QString (XEP-0115)
        \value CapabilitiesVersionRole QString: the verification string, in Base64 (XEP-0115)
        \value IconNameRole QString: as in the freedesktop.org icon naming convention, im-user-online and so on
        \value GroupsRole QStringList: the groups of a contact, sorted
        \value InRosterRole bool
        \value SubscriptionRole QString: of a contact none, to, from or both (RFC 6121, section 2.1.2.5)
        \value SubscribedRole bool: whether the account gets the contact's presence (RFC 6121, section 3)
        \value PendingRole bool: whether a subscription was asked for and not answered yet
        \value SectionRole QString: what ContactListModel::sections groups by
        \value NicknameRole QString: of an occupant of a room (XEP-0045), as the following
        \value RoomRoleRole QString: moderator, participant, visitor
        \value RoomAffiliationRole QString: owner, admin, member, none, outcast
        \value RealJidRole QString: where the room shows it
    */
    enum Role {
        JidRole = Qt::UserRole + 1,
        BareJidRole,
        NameRole,
        AvailabilityRole,
        AvailabilityTextRole,
        AvailableRole,
        ShowRole,
        StatusTextRole,
        PriorityRole,
        ResourceCountRole,
        ResourceRole,
        ErrorConditionRole,
        ErrorTextRole,
        StaleRole,
        SinceRole,
        IdleSinceRole,
        PhotoStateRole,
        PhotoHashRole,
        CapabilitiesNodeRole,
        CapabilitiesVersionRole,
        IconNameRole,
        GroupsRole,
        InRosterRole,
        SubscriptionRole,
        SubscribedRole,
        PendingRole,
        SectionRole,
        NicknameRole,
        RoomRoleRole,
        RoomAffiliationRole,
        RealJidRole,
    };
    Q_ENUM(Role)

    /*!
        What a peer says of its photo (XEP-0153).

        \value NoPhotoSupport nothing
        \value NoPhoto that there is none
        \value HasPhoto its hash
        \value PhotoNotReady that it does not know yet
    */
    enum class PhotoState { NoPhotoSupport, NoPhoto, HasPhoto, PhotoNotReady };
    Q_ENUM(PhotoState)

    /*!
        \typealias XmppPresence::PresenceItemModel::Decorator

        Makes what Qt::DecorationRole answers of an icon name, for instance by QIcon::fromTheme().
    */
    using Decorator = std::function<QVariant(const QString &iconName)>;

    /*! Emits nothing. */
    ~PresenceItemModel() override;

    /*!
        \property XmppPresence::PresenceItemModel::tracker
        \brief whose knowledge is shown; nothing is if it is null, the default

        With another tracker the model resets.
    */
    PresenceTracker *tracker() const;
    void setTracker(PresenceTracker *tracker);

    /*!
        \property XmppPresence::PresenceItemModel::count
        \brief how many rows there are
    */
    int count() const;

    /*!
        \property XmppPresence::PresenceItemModel::availableCount
        \brief how many of the rows are available
    */
    int availableCount() const;

    /*!
        \property XmppPresence::PresenceItemModel::interval
        \brief for how many milliseconds changes are gathered; 0, the default, is until the event loop's next turn

        What the application changes in the model itself, as the text that it filters by, is told in the next turn all
        the same, and with it what was gathered. See also flush().
    */
    int interval() const;
    void setInterval(int milliseconds);

    /*!
        Has Qt::DecorationRole answer with what \a decorator makes of the icon name. If it is empty, as before this is
        called, there is no decoration, as a name is none that a view could show.
    */
    void setDecorator(const Decorator &decorator);

    /*!
        Tells at once what was gathered: before a row is looked for that must be up to date, or in a test, which then
        waits for nothing. In a slot that the model is just telling something, this does nothing.
    */
    Q_INVOKABLE void flush();

    /*! Returns the first row of \a jid in any form, or -1. */
    Q_INVOKABLE int rowOf(const QString &jid) const;

    /*! \reimp */
    int rowCount(const QModelIndex &parent = {}) const override;

    /*! \reimp */
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /*! \reimp */
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void trackerChanged();
    void countChanged();
    void availableCountChanged();
    void intervalChanged();

protected:
    /*! \internal */
    PresenceItemModel(std::unique_ptr<PresenceItemModelPrivate> d, QObject *parent);
    const std::unique_ptr<PresenceItemModelPrivate> d;

private:
    friend class PresenceItemModelPrivate;
};

} // namespace XmppPresence
