// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencetracewriter.h"

#include "presencetracker.h"
#include "traceanonymizer_p.h"
#include "traceevent_p.h"

#include <QDomElement>
#include <QElapsedTimer>
#include <QIODevice>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

#include <QXmppClient.h>
#include <QXmppClientExtension.h>
#include <QXmppConfiguration.h>

#include <functional>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using Kind = TraceEvent::Kind;

Q_LOGGING_CATEGORY(lcTraceWriter, "xmpppresence.testing")

// Sees presence as it came.
class TraceExtension final : public QXmppClientExtension
{
public:
    std::function<void(const QDomElement &)> seen;

    using QXmppClientExtension::handleStanza;
    bool handleStanza(const QDomElement &element, const std::optional<QXmppE2eeMetadata> & /*metadata*/) override
    {
        if (element.tagName() == "presence"_L1 && seen)
            seen(element);
        return false;
    }
};

class PresenceTraceWriterPrivate
{
public:
    PresenceTraceWriterPrivate(PresenceTracker *presenceTracker, QIODevice *output, bool anonymous);
    ~PresenceTraceWriterPrivate();

    void wire(QObject *context);
    void noteEnd();
    void writeBeginning();
    void write(Kind kind, const QString &text = {});
    void writeLine(const QByteArray &line);

    const QPointer<PresenceTracker> tracker;
    const QPointer<QXmppClient> client;
    QIODevice *const device;
    const bool isAnonymous;
    TraceAnonymizer anonymizer;
    QElapsedTimer clock;
    QPointer<TraceExtension> watch;
    bool mayHaveEnded = false; // the session, unless the tracker turns out to be stale
    bool hasFailed = false;
};

PresenceTraceWriterPrivate::PresenceTraceWriterPrivate(
    PresenceTracker *presenceTracker, QIODevice *output, bool anonymous)
    : tracker(presenceTracker)
    , client(presenceTracker->client())
    , device(output)
    , isAnonymous(anonymous)
    , watch(new TraceExtension)
{
    clock.start();
    watch->seen = [this](const QDomElement &element) {
        write(Kind::Stanza, isAnonymous ? anonymizer.stanza(element) : xmlOf(element));
    };
    // QXmpp may be going through its extensions now.
    watch->setParent(client);
    QTimer::singleShot(0, client, [to = client.get(), what = watch.get()] { to->insertExtension(0, what); });
}

PresenceTraceWriterPrivate::~PresenceTraceWriterPrivate()
{
    noteEnd();
    if (!watch || !client)
        return;
    watch->seen = nullptr;
    QTimer::singleShot(0, client, [from = client.get(), what = watch.get()] { from->removeExtension(what); });
}

// The tracker knows whether a session may be resumed. It may have to tell of other things first.
void PresenceTraceWriterPrivate::wire(QObject *context)
{
    QObject::connect(client, &QXmppClient::connected, context, [this] {
        if (client->streamManagementState() == QXmppClient::ResumedStream)
            write(Kind::Resumed);
        else
            writeBeginning();
    });
    QObject::connect(tracker, &PresenceTracker::staleChanged, context, [this] {
        mayHaveEnded = false;
        if (tracker->isStale())
            write(Kind::Lost);
        else if (client && !client->isConnected())
            write(Kind::Ended);
    });
    QObject::connect(
        client, &QXmppClient::disconnected, context, [this] { mayHaveEnded = tracker && !tracker->isStale(); });
    QObject::connect(client, &QXmppClient::disconnected, context, [this] { noteEnd(); }, Qt::QueuedConnection);
}

void PresenceTraceWriterPrivate::noteEnd()
{
    if (std::exchange(mayHaveEnded, false))
        write(Kind::Ended);
}

void PresenceTraceWriterPrivate::writeBeginning()
{
    const auto account = client->configuration().jid();
    write(Kind::Begun, isAnonymous ? anonymizer.jid(account) : account);
}

void PresenceTraceWriterPrivate::write(Kind kind, const QString &text)
{
    writeLine(TraceEvent{clock.elapsed(), kind, text}.toLine());
}

void PresenceTraceWriterPrivate::writeLine(const QByteArray &line)
{
    if (hasFailed || device->write(line) == line.size())
        return;
    hasFailed = true;
    qCWarning(lcTraceWriter) << "Cannot write the trace:" << device->errorString();
}

PresenceTraceWriter::PresenceTraceWriter(PresenceTracker *tracker, QIODevice *device, Privacy privacy, QObject *parent)
    : QObject(parent)
    , d(tracker->client() ? std::make_unique<PresenceTraceWriterPrivate>(tracker, device, privacy == Privacy::Anonymous)
                          : nullptr)
{
    if (!d) {
        qCWarning(lcTraceWriter) << "A tracker without a client has nothing to record";
        return;
    }
    d->wire(this);
    d->writeLine(traceHeader(d->isAnonymous));
    if (d->client->isConnected())
        d->writeBeginning();
}

PresenceTraceWriter::~PresenceTraceWriter() = default;

} // namespace XmppPresence
