// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What a tracker hears of its client.

#include "presencetracker_p.h"

#include "presenceextension_p.h"
#include "rosterwatch_p.h"
#include "streamwatch_p.h"

#include <QXmlStreamReader>
#include <QXmppClient.h>
#include <QXmppMucManager.h>
#include <QXmppRosterManager.h>

namespace XmppPresence {

using namespace Qt::StringLiterals;

void PresenceTrackerPrivate::replaceClient(QXmppClient *newClient)
{
    client = newClient;
    rooms.clear();
    store.clearRoster();
    wiring = client ? wire() : nullptr;
    const QPointer guard(q);
    notifiers.notifyOfContacts();
    if (guard)
        handle(SessionEnd());
    if (guard)
        Q_EMIT q->clientChanged();
}

std::unique_ptr<QObject> PresenceTrackerPrivate::wire()
{
    auto stream = std::make_unique<StreamWatch>(client);
    stream->setParent(q);
    auto *context = stream.get();
    QObject::connect(context, &StreamWatch::suspended, context, [this] { handle(Staleness{true}); });
    QObject::connect(context, &StreamWatch::resumed, context, [this] { handle(Staleness{false}); });
    QObject::connect(context, &StreamWatch::ended, context, [this] { handle(SessionEnd()); });
    QObject::connect(context, &StreamWatch::begun, context, [this, context] {
        if (!roster) // it was added to the client meanwhile
            wireRoster(context);
        handle(SessionEnd{.isBeginning = true});
    });
    noteRooms();
    const auto extension = extend(context);
    QObject::connect(
        client, &QXmppClient::presenceReceived, context, [this, context, extension](const QXmppPresence &stanza) {
            if (!context->isOver())
                receive(stanza, extension);
        });
    QObject::connect(
        client, &QXmppLoggable::logMessage, context, [this](QXmppLogger::MessageType type, const QString &text) {
            if (type == QXmppLogger::SentMessage)
                noteJoin(text);
        });
    QObject::connect(client, &QObject::destroyed, context, [this] { replaceClient(nullptr); });
    wireRoster(context);
    return stream;
}

// QXmpp may be going through its extensions now: they are changed when it is through.
QPointer<PresenceExtension> PresenceTrackerPrivate::extend(QObject *session)
{
    auto *extension = new PresenceExtension;
    extension->setParent(client);
    QTimer::singleShot(0, client, [to = client.get(), extension] { to->insertExtension(0, extension); });
    QObject::connect(
        extension, &PresenceExtension::blocked, session, [this](const QString &jid) { silence(jid, true); });
    QObject::connect(session, &QObject::destroyed, extension, [from = client, extension] {
        if (from)
            QTimer::singleShot(0, from, [from, extension] { from->removeExtension(extension); });
    });
    return extension;
}

void PresenceTrackerPrivate::receive(const QXmppPresence &stanza, PresenceExtension *elements)
{
    std::optional<QXmppPresence> changed;
    const auto *completed = elements ? elements->completed(stanza, changed) : &stanza;
    if (!completed)
        return;
    if (isInitialSync && !isStale)
        initialSyncTimer.start();
    q->handlePresence(*completed);
}

// Those that were entered before the client was the tracker's, if QXmpp knows them.
void PresenceTrackerPrivate::noteRooms()
{
    const auto *manager = client->findExtension<QXmppMucManager>();
    const auto entered = manager ? manager->rooms() : QList<QXmppMucRoom *>();
    for (const auto *room : entered) {
        if (const auto jid = Jid::fromString(room->jid()); jid && room->isJoined())
            rooms.insert(jid->toBare());
    }
}

// QXmpp tells of what it sends nowhere else.
void PresenceTrackerPrivate::noteJoin(const QString &sent)
{
    if (!sent.startsWith("<presence"_L1) || !sent.contains(R"(http://jabber.org/protocol/muc")"_L1))
        return;
    QXmlStreamReader reader(sent);
    reader.readNextStartElement();
    if (const auto room = Jid::fromString(reader.attributes().value("to"_L1).toString())) {
        rooms.insert(room->toBare());
        meet(*room, false);
    }
}

void PresenceTrackerPrivate::wireRoster(QObject *context)
{
    auto *manager = client->findExtension<QXmppRosterManager>();
    if (!manager)
        return;
    roster = new RosterWatch(Roster::of(manager), &store);
    roster->setParent(context);
    QObject::connect(manager, &QObject::destroyed, context, [this] {
        store.clearRoster();
        notifiers.notifyOfContacts();
    });
    QObject::connect(roster, &RosterWatch::contactChanged, context, [this](const QString &jid) {
        meet(jid);
        notifiers.notifyOfContact(jid);
    });
    QObject::connect(roster, &RosterWatch::reset, context, [this, context] {
        const QPointer guard(context);
        meetAll();
        if (guard)
            notifiers.notifyOfContacts();
    });
    QObject::connect(
        roster, &RosterWatch::subscriptionEnded, context, [this](const QString &jid) { silence(jid, false); });
}

void PresenceTrackerPrivate::silence(const QString &jid, bool isBlocked)
{
    if (auto usable = Jid::fromString(jid))
        handle(Silence{*std::move(usable), isBlocked});
}

} // namespace XmppPresence
