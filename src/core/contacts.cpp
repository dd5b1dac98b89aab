// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contacts_p.h"

#include "displaytext.h"

#include <algorithm>
#include <iterator>

namespace XmppPresence {

using namespace Qt::StringLiterals;

// Between the numbers of neighbours is room for others, so that a new contact changes the number of no other.
static constexpr quint64 gap = 1ULL << 32;

static QString nameOf(const QXmppRosterIq::Item &item, const QString &bareJid)
{
    const auto name = displayText(item.name()).trimmed();
    return name.isEmpty() ? bareJid : name;
}

static QStringList groupsOf(const QXmppRosterIq::Item &item, const QCollator &collator)
{
    QStringList groups;
    const auto names = item.groups();
    for (const auto &name : names)
        groups.append(displayText(name));
    if (groups.size() > 1) {
        groups.removeDuplicates();
        std::ranges::sort(groups, collator);
    }
    return groups;
}

static QString subscriptionOf(const QXmppRosterIq::Item &item)
{
    switch (item.subscriptionType()) {
    case QXmppRosterIq::Item::To:
        return u"to"_s;
    case QXmppRosterIq::Item::From:
        return u"from"_s;
    case QXmppRosterIq::Item::Both:
        return u"both"_s;
    default:
        return u"none"_s;
    }
}

Contact::Contact(const QString &jid, const QXmppRosterIq::Item &item, const QCollator &collator)
    : bareJid(jid)
    , name(nameOf(item, jid))
    , groups(groupsOf(item, collator))
    , subscription(subscriptionOf(item))
    , isSubscribed(XmppPresence::isSubscribed(item))
    , isPending(item.subscriptionStatus() == "subscribe"_L1)
    , sortKey(collator.sortKey(name))
    // A line break, which no name and no JID has, keeps a text from being found across the two.
    , folded(XmppPresence::folded(name + u'\n' + jid))
{
}

static bool isBefore(const std::shared_ptr<Contact> &a, const std::shared_ptr<Contact> &b)
{
    const int order = a->sortKey.compare(b->sortKey);
    return order != 0 ? order < 0 : a->bareJid < b->bareJid;
}

void Contacts::setRoster(QXmppRosterManager *manager)
{
    m_roster = manager ? Roster::of(manager) : nullptr;
    m_wiring = manager ? std::make_unique<QObject>() : nullptr;
    if (m_roster) {
        auto *context = m_wiring.get();
        connect(m_roster, &Roster::received, context, [this] {
            readAll();
            Q_EMIT reset();
        });
        connect(m_roster, &Roster::changed, context, [this](const QString &jid, const QXmppRosterIq::Item &item) {
            set(jid, std::make_shared<Contact>(jid, item, m_collator));
        });
        connect(m_roster, &Roster::removed, context, [this](const QString &jid) { set(jid, nullptr); });
        connect(manager, &QObject::destroyed, context, [this] {
            setRoster(nullptr);
            Q_EMIT rosterDestroyed();
        });
    }
    readAll();
}

void Contacts::readAll()
{
    for (const auto &contact : std::exchange(m_contacts, {}))
        contact->isFormer = true;
    m_ordered.clear();
    m_former.clear();
    m_groups.clear();
    static const std::vector<Roster::Item> none;
    const auto &items = m_roster ? m_roster->items() : none;
    m_contacts.reserve(qsizetype(items.size()));
    m_ordered.reserve(items.size());
    for (const auto &[jid, item] : items) {
        auto &contact = m_contacts[jid];
        if (contact) // two of the roster are one in normal form
            continue;
        contact = std::make_shared<Contact>(jid, item, m_collator);
        countGroups(*contact, 1);
        m_ordered.push_back(contact);
    }
    std::ranges::stable_sort(m_ordered, isBefore); // compares less often than sort()
    number();
}

void Contacts::number()
{
    quint64 order = 0;
    for (const auto &contact : m_ordered)
        contact->order = order += gap;
}

void Contacts::set(const QString &bareJid, const std::shared_ptr<Contact> &contact)
{
    Q_EMIT aboutToChange(bareJid);
    const auto former = m_contacts.take(bareJid);
    if (former) {
        countGroups(*former, -1);
        former->isFormer = true;
        m_former.push_back(former);
    }
    bool isRenumbered = false;
    if (contact) {
        countGroups(*contact, 1);
        m_contacts.insert(bareJid, contact);
        isRenumbered = putInOrder(contact);
    }
    if (isRenumbered)
        Q_EMIT reset();
    else
        Q_EMIT changed(bareJid);
}

// Returns whether there was no room, and all have another number now.
bool Contacts::putInOrder(const std::shared_ptr<Contact> &contact)
{
    const auto next = std::ranges::lower_bound(m_ordered, contact, isBefore);
    const auto before = next == m_ordered.begin() ? 0 : (*std::prev(next))->order;
    const auto after = next == m_ordered.end() ? before + 2 * gap : (*next)->order;
    contact->order = before + (after - before) / 2;
    m_ordered.insert(next, contact);
    const bool hasRoom = contact->order != before;
    if (!hasRoom)
        number();
    return !hasRoom;
}

// While a row shows a former contact, no other may take its place in the order: the rows would contradict each other.
void Contacts::forgetFormer()
{
    std::erase_if(m_former, [this](const std::shared_ptr<Contact> &former) {
        const bool isShown = former.use_count() > 2; // there, and in the order
        if (!isShown)
            m_ordered.erase(std::ranges::lower_bound(m_ordered, former->order, {}, &Contact::order));
        return !isShown;
    });
}

void Contacts::countGroups(const Contact &contact, int change)
{
    for (const auto &group : contact.groups) {
        auto &contacts = m_groups[group];
        contacts += change;
        if (contacts == 0)
            m_groups.remove(group);
    }
}

std::vector<Contacts::Entry> Contacts::all() const
{
    std::vector<Entry> all;
    all.reserve(m_ordered.size());
    std::ranges::copy_if(
        m_ordered, std::back_inserter(all), [](const std::shared_ptr<Contact> &contact) { return !contact->isFormer; });
    return all;
}

QStringList Contacts::groups() const
{
    auto groups = m_groups.keys();
    std::ranges::sort(groups, m_collator);
    return groups;
}

Contacts::Entry Contacts::find(const QString &bareJid) const
{
    return m_contacts.value(bareJid);
}

} // namespace XmppPresence
