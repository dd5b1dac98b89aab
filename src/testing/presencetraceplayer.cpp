// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetraceplayer.h"

#include "presencetracker.h"
#include "testclient.h"
#include "traceevent_p.h"

#include <QDomDocument>
#include <QElapsedTimer>
#include <QIODevice>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using Kind = TraceEvent::Kind;

Q_LOGGING_CATEGORY(lcTracePlayer, "xmpppresence.testing")

class PresenceTracePlayerPrivate
{
public:
    explicit PresenceTracePlayerPrivate(PresenceTracePlayer *player)
        : q(player)
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        timer.callOnTimeout(q, [this] { playDue(); });
    }

    bool isAtEnd() const { return next == events.size(); }
    bool read(const QByteArray &line);
    void playDue();
    int untilNext() const;
    void play(const TraceEvent &event) const;
    void playToTracker(const TraceEvent &event) const;
    void playToClient(const TraceEvent &event) const;

    PresenceTracePlayer *const q;
    QPointer<PresenceTracker> tracker;
    QPointer<TestClient> client;
    QList<TraceEvent> events;
    QString error;
    qsizetype next = 0;
    bool isPlaying = false;
    double speed = 1;
    QElapsedTimer clock;
    QTimer timer{q};
};

bool PresenceTracePlayerPrivate::read(const QByteArray &line)
{
    const auto event = TraceEvent::fromLine(line, error);
    const bool isInOrder = !event || events.isEmpty() || event->time >= events.last().time;
    if (!isInOrder)
        error = u"a time before that of the line above"_s;
    if (event && isInOrder)
        events.append(*event);
    return event && isInOrder;
}

// Whatever is played may end all this.
void PresenceTracePlayerPrivate::playDue()
{
    const QPointer guard(q);
    while (isPlaying && !isAtEnd() && double(events.at(next).time) <= double(clock.elapsed()) * speed) {
        play(TraceEvent(events.at(next++))); // which may load another one
        if (!guard)
            return;
    }
    if (!isPlaying)
        return;
    isPlaying = !isAtEnd();
    if (isPlaying)
        timer.start(untilNext());
    else
        Q_EMIT q->finished();
}

// In milliseconds. What is further away than a timer can be set to is looked at again before.
int PresenceTracePlayerPrivate::untilNext() const
{
    const double interval = std::ceil(double(events.at(next).time) / speed - double(clock.elapsed()));
    return int(std::clamp(interval, 0.0, double(std::numeric_limits<int>::max())));
}

void PresenceTracePlayerPrivate::play(const TraceEvent &event) const
{
    if (client)
        playToClient(event);
    else if (tracker && event.kind == Kind::Stanza)
        playToTracker(event);
}

void PresenceTracePlayerPrivate::playToTracker(const TraceEvent &event) const
{
    QDomDocument document;
    document.setContent(event.text, QDomDocument::ParseOption::UseNamespaceProcessing);
    QXmppPresence stanza;
    stanza.parse(document.documentElement());
    // RFC 6121, section 4.7.1: what is available has no type. QXmpp takes any type that it does not know for that.
    const bool isUnknown =
        stanza.type() == QXmppPresence::Available && !document.documentElement().attribute(u"type"_s).isEmpty();
    if (!isUnknown)
        tracker->handlePresence(stanza);
}

void PresenceTracePlayerPrivate::playToClient(const TraceEvent &event) const
{
    switch (event.kind) {
    case Kind::Stanza:
        client->receiveXml(event.text);
        return;
    case Kind::Begun:
        if (!event.text.isEmpty())
            client->configuration().setJid(event.text);
        client->startNewSession();
        return;
    case Kind::Lost:
        client->loseConnection();
        return;
    case Kind::Resumed:
        client->resume();
        return;
    case Kind::Ended:
        if (client->isConnected())
            client->loseConnection(TestClient::Loss::Final);
        else
            client->logOut();
        return;
    }
}

PresenceTracePlayer::PresenceTracePlayer(TestClient *client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<PresenceTracePlayerPrivate>(this))
{
    d->client = client;
}

PresenceTracePlayer::PresenceTracePlayer(PresenceTracker *tracker, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<PresenceTracePlayerPrivate>(this))
{
    d->tracker = tracker;
}

PresenceTracePlayer::~PresenceTracePlayer() = default;

bool PresenceTracePlayer::load(QIODevice *device)
{
    stop();
    d->events.clear();
    d->error.clear();
    bool isRight = isTraceHeader(device->readLine(), d->error);
    int number = 1;
    while (isRight && !device->atEnd()) {
        isRight = d->read(device->readLine());
        ++number;
    }
    if (!isRight) {
        d->events.clear();
        d->error = u"Line %1: %2"_s.arg(number).arg(d->error);
    }
    return isRight;
}

QString PresenceTracePlayer::errorString() const
{
    return d->error;
}

qsizetype PresenceTracePlayer::size() const
{
    return d->events.size();
}

qint64 PresenceTracePlayer::duration() const
{
    return d->events.isEmpty() ? 0 : d->events.last().time;
}

void PresenceTracePlayer::playAll()
{
    stop();
    d->next = 0;
    d->isPlaying = true;
    const QPointer guard(this);
    while (guard && d->isPlaying && !d->isAtEnd())
        d->play(TraceEvent(d->events.at(d->next++))); // which may load another one
    if (guard && std::exchange(d->isPlaying, false))
        Q_EMIT finished();
}

void PresenceTracePlayer::play(double speed)
{
    if (!(speed > 0)) {
        qCWarning(lcTracePlayer) << "A trace cannot be played at the speed" << speed;
        return;
    }
    stop();
    d->next = 0;
    d->speed = speed;
    d->isPlaying = true;
    d->clock.start();
    d->timer.start(0);
}

void PresenceTracePlayer::stop()
{
    d->timer.stop();
    d->isPlaying = false;
}

bool PresenceTracePlayer::isPlaying() const
{
    return d->isPlaying;
}

} // namespace XmppPresence
