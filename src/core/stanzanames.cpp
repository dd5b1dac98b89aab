// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "stanzanames_p.h"

#include <QHash>

namespace XmppPresence {

using namespace Qt::StringLiterals;

QString nameOf(QXmppStanza::Error::Condition condition)
{
    using Error = QXmppStanza::Error;
    static const QHash<int, QString> names{
        {Error::BadRequest, u"bad-request"_s},
        {Error::Conflict, u"conflict"_s},
        {Error::FeatureNotImplemented, u"feature-not-implemented"_s},
        {Error::Forbidden, u"forbidden"_s},
        {Error::Gone, u"gone"_s},
        {Error::InternalServerError, u"internal-server-error"_s},
        {Error::ItemNotFound, u"item-not-found"_s},
        {Error::JidMalformed, u"jid-malformed"_s},
        {Error::NotAcceptable, u"not-acceptable"_s},
        {Error::NotAllowed, u"not-allowed"_s},
        {Error::NotAuthorized, u"not-authorized"_s},
        {Error::PolicyViolation, u"policy-violation"_s},
        {Error::RecipientUnavailable, u"recipient-unavailable"_s},
        {Error::Redirect, u"redirect"_s},
        {Error::RegistrationRequired, u"registration-required"_s},
        {Error::RemoteServerNotFound, u"remote-server-not-found"_s},
        {Error::RemoteServerTimeout, u"remote-server-timeout"_s},
        {Error::ResourceConstraint, u"resource-constraint"_s},
        {Error::ServiceUnavailable, u"service-unavailable"_s},
        {Error::SubscriptionRequired, u"subscription-required"_s},
        {Error::UnexpectedRequest, u"unexpected-request"_s},
    };
    return names.value(condition, u"undefined-condition"_s);
}

QString nameOf(QXmppMucItem::Role role)
{
    switch (role) {
    case QXmppMucItem::UnspecifiedRole:
        return {};
    case QXmppMucItem::NoRole:
        return u"none"_s;
    case QXmppMucItem::VisitorRole:
        return u"visitor"_s;
    case QXmppMucItem::ParticipantRole:
        return u"participant"_s;
    case QXmppMucItem::ModeratorRole:
        return u"moderator"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(QXmppMucItem::Affiliation affiliation)
{
    switch (affiliation) {
    case QXmppMucItem::UnspecifiedAffiliation:
        return {};
    case QXmppMucItem::OutcastAffiliation:
        return u"outcast"_s;
    case QXmppMucItem::NoAffiliation:
        return u"none"_s;
    case QXmppMucItem::MemberAffiliation:
        return u"member"_s;
    case QXmppMucItem::AdminAffiliation:
        return u"admin"_s;
    case QXmppMucItem::OwnerAffiliation:
        return u"owner"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace XmppPresence
