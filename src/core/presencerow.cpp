// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencerow_p.h"

#include "displaytext.h"
#include "presencestate.h"
#include "stamps_p.h"

namespace XmppPresence {

Device::Device(const Resource &resource, qsizetype bareSize)
    : name(displayText(resource.jid.size() > bareSize ? resource.jid.sliced(bareSize + 1) : resource.jid, maxLength))
    , availability(availabilityOf(resource.heard.stanza))
    , statusText(displayText(resource.heard.stanza.statusText(), maxLength))
{
}

void PresenceRow::hear(const Heard &what)
{
    heard = what;
    availability = availabilityOf(what.stanza);
    const bool isError = availability == Availability::Error;
    statusText = displayText(isError ? what.stanza.error().text() : what.stanza.statusText());
}

const QXmppPresence &PresenceRow::stanza() const
{
    static const QXmppPresence none(QXmppPresence::Unavailable);
    return heard ? heard->stanza : none;
}

std::optional<qint64> PresenceRow::idleSince() const
{
    if (!heard || heard->stanza.type() != QXmppPresence::Available)
        return {};
    return XmppPresence::idleSince(heard->stanza, heard->sent);
}

QString PresenceRow::resource() const
{
    return displayText(resourceJid.mid(bareJid.size() + 1));
}

static const QCollatorSortKey *nameKeyOf(const PresenceRow &row)
{
    if (row.contact)
        return &row.contact->sortKey;
    return row.nameKey ? &*row.nameKey : nullptr;
}

std::weak_ordering PresenceRow::compareNames(const PresenceRow &other) const
{
    if (order > 0 && other.order > 0)
        return order <=> other.order;
    const auto *ownKey = nameKeyOf(*this);
    const auto *otherKey = nameKeyOf(other);
    return ownKey && otherKey ? ownKey->compare(*otherKey) <=> 0 : std::weak_ordering::equivalent;
}

Availability availabilityOf(const QXmppPresence &stanza)
{
    using Show = PresenceState::Show;
    const auto state = PresenceState::fromStanza(stanza);
    if (!state.isAvailable())
        return stanza.type() == QXmppPresence::Error ? Availability::Error : Availability::Offline;
    switch (state.show()) {
    case Show::ExtendedAway:
        return Availability::ExtendedAway;
    case Show::Away:
        return Availability::Away;
    case Show::None:
        return Availability::Online;
    case Show::Chat:
        return Availability::FreeForChat;
    case Show::DoNotDisturb:
        return Availability::DoNotDisturb;
    }
    Q_UNREACHABLE_RETURN(Availability::Unknown);
}

} // namespace XmppPresence
