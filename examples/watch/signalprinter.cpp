// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "signalprinter.h"

#include <XmppPresence/DisplayText>
#include <XmppPresence/PresenceTracker>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static QString stateName(const QXmppPresence &stanza)
{
    if (stanza.type() == QXmppPresence::Error)
        return u"error"_s;
    const auto state = PresenceState::fromStanza(stanza);
    if (!state.isAvailable())
        return u"unavailable"_s;
    switch (state.show()) {
    case PresenceState::Show::ExtendedAway:
        return u"xa"_s;
    case PresenceState::Show::Away:
        return u"away"_s;
    case PresenceState::Show::Chat:
        return u"chat"_s;
    case PresenceState::Show::DoNotDisturb:
        return u"dnd"_s;
    case PresenceState::Show::None:
        break;
    }
    return u"online"_s;
}

static QString statusOf(const QXmppPresence &stanza)
{
    return displayText(stanza.type() == QXmppPresence::Error ? stanza.error().text() : stanza.statusText());
}

// All that came from the network is made fit for a terminal, in either format.
static QString toText(const QString &jid, const QXmppPresence &stanza)
{
    return QString(
        displayText(jid).leftJustified(28) + u' ' + stateName(stanza).leftJustified(11) + u' ' + statusOf(stanza))
        .trimmed();
}

static QJsonObject toJson(const QString &jid, const QXmppPresence &stanza)
{
    return {
        {u"jid"_s, displayText(jid)},
        {u"state"_s, stateName(stanza)},
        {u"priority"_s, stanza.priority()},
        {u"status"_s, statusOf(stanza)},
    };
}

static QString toLine(QJsonObject object)
{
    object.insert(u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Each resource, and the bare JID of each peer in error.
static QList<std::pair<QString, QXmppPresence>> whoIsThere(const PresenceTracker &tracker)
{
    QList<std::pair<QString, QXmppPresence>> present;
    for (const auto &peer : tracker.peers()) {
        const auto resources = tracker.resources(peer);
        for (const auto &[resource, stanza] : resources.asKeyValueRange())
            present.append({resource.isEmpty() ? peer : QString(peer + u'/' + resource), stanza});
        if (resources.isEmpty())
            present.append({peer, tracker.presence(peer).value_or(QXmppPresence(QXmppPresence::Error))});
    }
    return present;
}

SignalPrinter::SignalPrinter(const PresenceTracker *tracker, Format format, QObject *parent)
    : QObject(parent)
    , m_tracker(tracker)
    , m_format(format)
    , m_out(stdout)
{
    const auto listenTo = [this, tracker](auto signal, const char *name) {
        connect(tracker, signal, this,
            [this, name](const QString &jid, const QXmppPresence &stanza) { print(name, jid, stanza); });
    };
    listenTo(&PresenceTracker::peerAvailable, "peerAvailable");
    listenTo(&PresenceTracker::resourceAvailable, "resourceAvailable");
    listenTo(&PresenceTracker::resourceChanged, "resourceChanged");
    connect(tracker, &PresenceTracker::resourceRenamed, this,
        [this](const QString & /*oldJid*/, const QString &newJid, const QXmppPresence &stanza) {
            print("resourceRenamed", newJid, stanza);
        });
    listenTo(&PresenceTracker::resourceUnavailable, "resourceUnavailable");
    listenTo(&PresenceTracker::peerUnavailable, "peerUnavailable");
    listenTo(&PresenceTracker::peerError, "peerError");
}

void SignalPrinter::print(const char *signal, const QString &jid, const QXmppPresence &stanza)
{
    const auto name = QString::fromLatin1(signal);
    if (m_format == Format::Json) {
        auto object = toJson(jid, stanza);
        object.insert(u"signal"_s, name);
        m_out << toLine(object) << Qt::endl;
    } else {
        const auto time = QTime::currentTime().toString(u"HH:mm:ss.zzz"_s);
        m_out << time << u' ' << name.leftJustified(19) << u' ' << toText(jid, stanza) << Qt::endl;
    }
    if (m_out.status() != QTextStream::Ok) {
        m_tracker->disconnect(this);
        Q_EMIT failed();
    }
}

bool SignalPrinter::printSummary()
{
    m_tracker->disconnect(this);
    const auto present = whoIsThere(*m_tracker);
    if (m_format == Format::Json) {
        QJsonArray summary;
        for (const auto &[jid, stanza] : present)
            summary.append(toJson(jid, stanza));
        m_out << toLine({{u"summary"_s, summary}}) << Qt::endl;
    } else {
        m_out << (present.isEmpty() ? u"\nNobody is there."_s : u"\nWho is there:"_s) << Qt::endl;
        for (const auto &[jid, stanza] : present)
            m_out << toText(jid, stanza) << Qt::endl;
    }
    return m_out.status() == QTextStream::Ok;
}
