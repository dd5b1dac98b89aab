// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "displaytext.h"
#include "presenceitemmodel.h"
#include "presencerow_p.h"
#include "presencestate.h"
#include "stanzanames_p.h"
#include "tooltip_p.h"

#include <QDateTime>
#include <QTimeZone>
#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using Role = PresenceItemModel::Role;
using PhotoState = PresenceItemModel::PhotoState;

static bool isAvailable(const PresenceRow &row)
{
    return row.stanza().type() == QXmppPresence::Available;
}

static bool isError(const PresenceRow &row)
{
    return row.stanza().type() == QXmppPresence::Error;
}

static PresenceState::Show show(const PresenceRow &row)
{
    return PresenceState::fromStanza(row.stanza()).show();
}

static QString statusText(const PresenceRow &row)
{
    return isError(row) ? QString() : row.statusText;
}

static int priority(const PresenceRow &row)
{
    return isAvailable(row) ? std::clamp(row.stanza().priority(), -128, 127) : 0;
}

static int resourceCount(const PresenceRow &row)
{
    return int(row.resourceCount);
}

static QString errorCondition(const PresenceRow &row)
{
    return isError(row) ? nameOf(row.stanza().error().condition()) : QString();
}

static QString errorText(const PresenceRow &row)
{
    return isError(row) ? row.statusText : QString();
}

static QDateTime dateTime(std::optional<qint64> time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(*time, QTimeZone::UTC) : QDateTime();
}

static std::optional<qint64> sinceTime(const PresenceRow &row)
{
    return row.heard ? std::optional(row.heard->since) : std::nullopt;
}

static QDateTime since(const PresenceRow &row)
{
    return dateTime(sinceTime(row));
}

static QDateTime idle(const PresenceRow &row)
{
    return dateTime(row.idleSince());
}

static PhotoState photoState(const PresenceRow &row)
{
    switch (row.stanza().vCardUpdateType()) {
    case QXmppPresence::VCardUpdateNone:
        return PhotoState::NoPhotoSupport;
    case QXmppPresence::VCardUpdateNoPhoto:
        return PhotoState::NoPhoto;
    case QXmppPresence::VCardUpdateValidPhoto:
        return PhotoState::HasPhoto;
    case QXmppPresence::VCardUpdateNotReady:
        return PhotoState::PhotoNotReady;
    }
    Q_UNREACHABLE_RETURN(PhotoState::NoPhotoSupport);
}

static QByteArray photo(const PresenceRow &row)
{
    return row.stanza().photoHash();
}

static QString photoHash(const PresenceRow &row)
{
    return displayText(QString::fromLatin1(photo(row).toHex()));
}

static QString node(const PresenceRow &row)
{
    return row.stanza().capabilityNode();
}

static QString capabilitiesNode(const PresenceRow &row)
{
    return displayText(node(row));
}

static QByteArray version(const PresenceRow &row)
{
    return row.stanza().capabilityVer();
}

static QString capabilitiesVersion(const PresenceRow &row)
{
    return displayText(QString::fromLatin1(version(row).toBase64()));
}

// The freedesktop.org specification has no names for presence; these are what icon themes have.
static QString iconName(const PresenceRow &row)
{
    switch (row.availability) {
    case Availability::Unknown:
    case Availability::Offline:
        return u"im-user-offline"_s;
    case Availability::ExtendedAway:
    case Availability::Away:
        return u"im-user-away"_s;
    case Availability::Online:
    case Availability::FreeForChat:
        return u"im-user-online"_s;
    case Availability::DoNotDisturb:
        return u"im-user-busy"_s;
    case Availability::Error:
        return u"dialog-error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

static QString stateText(const PresenceRow &row)
{
    return availabilityText(row.availability);
}

static QString accessibleText(const PresenceRow &row)
{
    return inOneLine(row.name(), row.availability, row.statusText);
}

static QStringList groups(const PresenceRow &row)
{
    return row.contact ? row.contact->groups : QStringList();
}

static bool inRoster(const PresenceRow &row)
{
    return row.contact != nullptr;
}

// RFC 6121, section 2.1.2.5
static QString subscription(const PresenceRow &row)
{
    return row.contact ? row.contact->subscription : QString();
}

static bool subscribed(const PresenceRow &row)
{
    return row.contact && row.contact->isSubscribed;
}

static bool pending(const PresenceRow &row)
{
    return row.contact && row.contact->isPending;
}

// Whether the row may stand for an occupant of a room.
static bool isOccupant(const PresenceRow &row)
{
    return row.jid.size() > row.bareJid.size();
}

static QString nickname(const PresenceRow &row)
{
    return isOccupant(row) && !row.stanza().mucItem().isNull() ? row.resource() : QString();
}

static QString roomRole(const PresenceRow &row)
{
    return isOccupant(row) ? nameOf(row.stanza().mucItem().role()) : QString();
}

static QString roomAffiliation(const PresenceRow &row)
{
    return isOccupant(row) ? nameOf(row.stanza().mucItem().affiliation()) : QString();
}

static QString realJid(const PresenceRow &row)
{
    return isOccupant(row) ? displayText(row.stanza().mucItem().jid()) : QString();
}

// A role that models have: its number and name, how to read it from a row, and whether two rows are unlike in it.
struct RoleReader
{
    int role;
    const char *name;
    QVariant (*value)(const PresenceRow &);
    bool (*isUnlike)(const PresenceRow &, const PresenceRow &);
};

template <typename T>
static bool isUnlike(const T &a, const T &b)
{
    return a != b;
}

// Most texts of a row are shared with what it was before.
static bool isUnlike(const QString &a, const QString &b)
{
    return a.size() != b.size() || (a.constData() != b.constData() && a != b);
}

// Two rows are unlike in a role if they are in any of what it is made from.
template <auto get, auto... sources>
static constexpr RoleReader madeReader(int role, const char *name)
{
    return {role, name, [](const PresenceRow &row) { return QVariant::fromValue(std::invoke(get, row)); },
        [](const PresenceRow &a, const PresenceRow &b) {
            return (isUnlike(std::invoke(sources, a), std::invoke(sources, b)) || ...);
        }};
}

template <auto get, auto source = get>
static constexpr RoleReader reader(int role, const char *name)
{
    return madeReader<get, source>(role, name);
}

// Likewise, of what may be alike though its source is not.
template <auto get, auto source>
static constexpr RoleReader derivedReader(int role, const char *name)
{
    return {role, name, [](const PresenceRow &row) { return QVariant::fromValue(std::invoke(get, row)); },
        [](const PresenceRow &a, const PresenceRow &b) {
            return isUnlike(std::invoke(source, a), std::invoke(source, b))
                && isUnlike(std::invoke(get, a), std::invoke(get, b));
        }};
}

// As what is made from the contact, which most changes leave as it is.
template <auto get>
static constexpr RoleReader contactReader(int role, const char *name)
{
    return derivedReader<get, &PresenceRow::contact>(role, name);
}

static constexpr std::array readers{
    reader<&PresenceRow::name>(Qt::DisplayRole, "display"),
    reader<&PresenceRow::name>(Qt::EditRole, "edit"), // a completer looks for it
    derivedReader<iconName, &PresenceRow::availability>(Qt::DecorationRole, "decoration"),
    madeReader<toolTip, &PresenceRow::name, &PresenceRow::jid, loneAvailability, loneStatus, &PresenceRow::idleSince,
        &PresenceRow::devices, devicesLeft>(Qt::ToolTipRole, "toolTip"),
    madeReader<accessibleText, &PresenceRow::name, &PresenceRow::availability, &PresenceRow::statusText>(
        Qt::AccessibleTextRole, "accessibleText"),
    reader<&PresenceRow::jid>(Role::JidRole, "jid"),
    reader<&PresenceRow::bareJid>(Role::BareJidRole, "bareJid"),
    reader<&PresenceRow::name>(Role::NameRole, "name"),
    reader<&PresenceRow::availability>(Role::AvailabilityRole, "availability"),
    reader<stateText, &PresenceRow::availability>(Role::AvailabilityTextRole, "availabilityText"),
    reader<isAvailable>(Role::AvailableRole, "available"),
    reader<show>(Role::ShowRole, "show"),
    reader<statusText>(Role::StatusTextRole, "statusText"),
    reader<priority>(Role::PriorityRole, "priority"),
    reader<resourceCount>(Role::ResourceCountRole, "resourceCount"),
    derivedReader<&PresenceRow::resource, &PresenceRow::resourceJid>(Role::ResourceRole, "resource"),
    reader<errorCondition>(Role::ErrorConditionRole, "errorCondition"),
    reader<errorText>(Role::ErrorTextRole, "errorText"),
    reader<&PresenceRow::isStale>(Role::StaleRole, "stale"),
    reader<since, sinceTime>(Role::SinceRole, "since"),
    reader<idle, &PresenceRow::idleSince>(Role::IdleSinceRole, "idleSince"),
    reader<photoState>(Role::PhotoStateRole, "photoState"),
    reader<photoHash, photo>(Role::PhotoHashRole, "photoHash"),
    reader<capabilitiesNode, node>(Role::CapabilitiesNodeRole, "capabilitiesNode"),
    reader<capabilitiesVersion, version>(Role::CapabilitiesVersionRole, "capabilitiesVersion"),
    derivedReader<iconName, &PresenceRow::availability>(Role::IconNameRole, "iconName"),
    contactReader<groups>(Role::GroupsRole, "groups"),
    contactReader<inRoster>(Role::InRosterRole, "inRoster"),
    contactReader<subscription>(Role::SubscriptionRole, "subscription"),
    contactReader<subscribed>(Role::SubscribedRole, "subscribed"),
    contactReader<pending>(Role::PendingRole, "pending"),
    reader<&PresenceRow::section>(Role::SectionRole, "section"),
    reader<nickname>(Role::NicknameRole, "nickname"),
    reader<roomRole>(Role::RoomRoleRole, "roomRole"),
    reader<roomAffiliation>(Role::RoomAffiliationRole, "roomAffiliation"),
    reader<realJid>(Role::RealJidRole, "realJid"),
};

QVariant PresenceRow::value(int role) const
{
    const auto *const reader = std::ranges::find(readers, role, &RoleReader::role);
    return reader == readers.end() ? QVariant() : reader->value(*this);
}

QList<int> PresenceRow::rolesUnlike(const PresenceRow &other) const
{
    QVarLengthArray<int, readers.size()> roles;
    for (const auto &reader : readers) {
        if (reader.isUnlike(*this, other))
            roles.append(reader.role);
    }
    return {roles.cbegin(), roles.cend()};
}

QHash<int, QByteArray> PresenceRow::roleNames()
{
    QHash<int, QByteArray> names;
    for (const auto &reader : readers)
        names.insert(reader.role, reader.name);
    return names;
}

} // namespace XmppPresence
