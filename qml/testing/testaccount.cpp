// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "testaccount.h"

#include <QDateTime>
#include <QHash>
#include <QQmlInfo>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using Item = QXmppRosterIq::Item;

static bool hasOnly(const QVariantMap &map, const QStringList &keys)
{
    const auto names = map.keys();
    return std::ranges::all_of(names, [&](const QString &name) { return keys.contains(name); });
}

static std::optional<Item> itemOf(const QVariantMap &contact)
{
    static const QHash<QString, Item::SubscriptionType> subscriptions{
        {u"none"_s, Item::None}, {u"to"_s, Item::To}, {u"from"_s, Item::From}, {u"both"_s, Item::Both}};
    const auto jid = contact.value(u"jid"_s).toString();
    const auto subscription = contact.value(u"subscription"_s, u"both"_s).toString();
    if (jid.isEmpty() || !subscriptions.contains(subscription)
        || !hasOnly(contact, {u"jid"_s, u"name"_s, u"groups"_s, u"subscription"_s}))
        return {};
    const auto groups = contact.value(u"groups"_s).toStringList();
    return XmppPresence::contact(
        jid, contact.value(u"name"_s).toString(), {groups.begin(), groups.end()}, subscriptions.value(subscription));
}

// An empty word is available, with no show.
static std::optional<QXmppPresence> stanzaOf(const QVariantMap &map)
{
    static const QHash<QString, QXmppPresence::Type> types{{QString(), QXmppPresence::Available},
        {u"unavailable"_s, QXmppPresence::Unavailable}, {u"error"_s, QXmppPresence::Error},
        {u"subscribe"_s, QXmppPresence::Subscribe}, {u"subscribed"_s, QXmppPresence::Subscribed},
        {u"unsubscribe"_s, QXmppPresence::Unsubscribe}, {u"unsubscribed"_s, QXmppPresence::Unsubscribed},
        {u"probe"_s, QXmppPresence::Probe}};
    static const QHash<QString, QXmppPresence::AvailableStatusType> shows{{QString(), QXmppPresence::Online},
        {u"away"_s, QXmppPresence::Away}, {u"xa"_s, QXmppPresence::XA}, {u"chat"_s, QXmppPresence::Chat},
        {u"dnd"_s, QXmppPresence::DND}};
    const auto type = map.value(u"type"_s).toString();
    const auto show = map.value(u"show"_s).toString();
    if (!types.contains(type) || !shows.contains(show)
        || !hasOnly(map, {u"from"_s, u"to"_s, u"type"_s, u"show"_s, u"status"_s, u"priority"_s, u"idleSince"_s}))
        return {};
    QXmppPresence stanza(types.value(type));
    stanza.setAvailableStatusType(shows.value(show));
    stanza.setFrom(map.value(u"from"_s).toString());
    stanza.setTo(map.value(u"to"_s).toString());
    stanza.setStatusText(map.value(u"status"_s).toString());
    stanza.setPriority(map.value(u"priority"_s).toInt());
    stanza.setLastUserInteraction(map.value(u"idleSince"_s).toDateTime().toUTC());
    return stanza;
}

TestAccount::TestAccount(QObject *parent)
    : QObject(parent)
{
}

void TestAccount::setRoster(const QVariantList &contacts)
{
    QList<Item> items;
    for (const auto &contact : contacts) {
        const auto item = itemOf(contact.toMap());
        if (!item) {
            qmlWarning(this) << "No contact of a roster: " << contact.toMap();
            return;
        }
        items.append(*item);
    }
    m_roster = contacts;
    m_client.setRoster(items);
    Q_EMIT rosterChanged();
}

void TestAccount::setStreamManagement(bool isManaged)
{
    m_client.setStreamManagement(isManaged);
    if (std::exchange(m_streamManagement, isManaged) != isManaged)
        Q_EMIT streamManagementChanged();
}

bool TestAccount::startNewSession()
{
    return m_client.startNewSession();
}

void TestAccount::loseConnection()
{
    m_client.loseConnection();
}

void TestAccount::endSession()
{
    m_client.loseConnection(XmppPresence::TestClient::Loss::Final);
}

bool TestAccount::resume()
{
    return m_client.resume();
}

void TestAccount::logOut()
{
    m_client.logOut();
}

bool TestAccount::receive(const QVariantMap &stanza)
{
    const auto presence = stanzaOf(stanza);
    if (!presence)
        qmlWarning(this) << "No presence: " << stanza;
    return presence && m_client.receive(*presence);
}

bool TestAccount::receiveXml(const QString &xml)
{
    return m_client.receiveXml(xml);
}

QStringList TestAccount::takeSignals()
{
    return m_recorder.take();
}

QString TestAccount::difference(const QStringList &expected)
{
    const auto difference = m_recorder.difference(expected);
    m_recorder.take();
    return difference;
}
