// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencesingleton.h"

#include "agetext.h"
#include "displaytext.h"

#include <QFutureWatcher>
#include <QQmlInfo>

#include <QXmppPresence.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using XmppPresence::Availability;

// A number in QML may be any.
static Availability known(Availability availability)
{
    return availability >= Availability::Unknown && availability <= Availability::Error ? availability
                                                                                        : Availability::Unknown;
}

static QUrl icon(QLatin1StringView name)
{
    return QUrl(u"qrc:/qt/qml/XmppPresence/icons/"_s + name + u".svg"_s);
}

PresenceSingleton::PresenceSingleton(QObject *parent)
    : QObject(parent)
{
    m_timer.callOnTimeout(this, &PresenceSingleton::nowChanged);
    m_timer.start(1min);
}

QDateTime PresenceSingleton::now()
{
    return QDateTime::currentDateTimeUtc();
}

QString PresenceSingleton::ageText(const QDateTime &time, const QDateTime &now)
{
    return XmppPresence::ageText(time, now);
}

QString PresenceSingleton::availabilityText(Availability availability)
{
    return XmppPresence::availabilityText(known(availability));
}

QUrl PresenceSingleton::iconSource(Availability availability)
{
    static const QList<QUrl> urls{icon("unknown"_L1), icon("offline"_L1), icon("extended-away"_L1), icon("away"_L1),
        icon("online"_L1), icon("free-for-chat"_L1), icon("do-not-disturb"_L1),
        icon("error"_L1)}; // as they are numbered
    return urls.at(qsizetype(known(availability)));
}

QString PresenceSingleton::displayText(const QString &text)
{
    return XmppPresence::displayText(text);
}

namespace {

// Cancels the wait when its context is destroyed.
class Wait final : public QFutureWatcher<QXmppPresence>
{
public:
    using QFutureWatcher::QFutureWatcher;
    ~Wait() override { cancel(); }
};

} // namespace

void PresenceSingleton::watchOnce(
    XmppPresence::PresenceTracker *tracker, const QString &jid, const QJSValue &callback, QObject *context)
{
    if (!tracker || !callback.isCallable()) {
        qmlWarning(this) << "watchOnce() needs a tracker and a function";
        return;
    }
    auto *wait = new Wait(context ? context : this);
    connect(this, &QObject::destroyed, wait, &QObject::deleteLater);
    connect(wait, &QFutureWatcherBase::finished, this, [this, wait, jid, callback] {
        wait->deleteLater();
        if (wait->isCanceled())
            return;
        if (const auto result = callback.call({jid}); result.isError())
            qmlWarning(this) << "watchOnce(): " << result.toString();
    });
    wait->setFuture(tracker->watchOnce(jid));
}
