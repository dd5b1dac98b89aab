// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "testclient.h"

#include "streampeer_p.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDomElement>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QPointer>
#include <QScopedValueRollback>
#include <QSslSocket>
#include <QTimer>

#include <QXmppClientExtension.h>
#include <QXmppRosterManager.h>

#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcTestClient, "xmpppresence.testing")

static constexpr auto patience = 30s; // on a loaded machine
static constexpr int glance = 100; // ms
static constexpr int glancesInVain = 30; // what comes over the loopback interface is there at once

// Sees how much of what was written the client has taken in: streams keep the order.
class Milestones final : public QXmppClientExtension
{
public:
    QString next()
    {
        ++m_written;
        return u"<message><milestone xmlns='%1'/></message>"_s.arg(xmlns);
    }
    bool areReached() const { return m_reached == m_written; }
    void giveUp() { m_reached = m_written; }

    using QXmppClientExtension::handleStanza;
    bool handleStanza(const QDomElement &element, const std::optional<QXmppE2eeMetadata> & /*metadata*/) override
    {
        const auto child = element.firstChildElement();
        const bool isMilestone = child.tagName() == "milestone"_L1 && child.namespaceURI() == xmlns;
        m_reached += int(isMilestone);
        return isMilestone;
    }

private:
    static constexpr auto xmlns = "urn:xmpppresence:testing"_L1;

    int m_written = 0;
    int m_reached = 0;
};

class TestClientPrivate
{
public:
    explicit TestClientPrivate(TestClient *client);

    bool connectStream(bool isResuming);
    bool isInSlot() const;
    bool isIn() const;
    void waitForDisconnection();
    bool deliver(const QString &xml);
    bool tellRoster() { return deliver(peer.rosterPushes()); }
    bool settle();
    QXmppPresence initialPresence() const;

    TestClient *const q;
    StreamPeer peer;
    Milestones *const milestones;
    bool isSuspended = false;
    bool isWaiting = false; // whoever calls now is a slot
};

TestClientPrivate::TestClientPrivate(TestClient *client)
    : q(client)
    , peer(&client->configuration())
    , milestones(new Milestones)
{
    client->insertExtension(0, milestones);
}

bool TestClientPrivate::connectStream(bool isResuming)
{
    if (!peer.listen()) {
        qCWarning(lcTestClient) << "Cannot listen on the loopback interface";
        return false;
    }
    milestones->giveUp(); // what was under way when the connection was lost
    peer.isResuming = isResuming;
    peer.configure();
    isWaiting = true;
    q->connectToServer(QXmppConfiguration(q->configuration()), initialPresence());
    QEventLoop loop;
    QTimer wake;
    wake.start(glance);
    const QDeadlineTimer deadline(patience);
    const QPointer guard(q);
    while (guard && !isIn() && !deadline.hasExpired())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    if (!guard)
        return false;
    isWaiting = false;
    if (!isIn())
        qCWarning(lcTestClient) << "The session has not begun in time";
    return isIn() && settle();
}

bool TestClientPrivate::isInSlot() const
{
    if (isWaiting)
        qCWarning(lcTestClient) << "A slot that the client calls cannot begin or resume a session";
    return isWaiting;
}

// A new session asks for the roster.
bool TestClientPrivate::isIn() const
{
    const auto *roster = q->findExtension<QXmppRosterManager>();
    return q->isConnected()
        && (q->streamManagementState() == QXmppClient::ResumedStream || !roster || roster->isRosterReceived());
}

QXmppPresence TestClientPrivate::initialPresence() const
{
    const auto presence = q->clientPresence();
    return presence.type() == QXmppPresence::Unavailable ? QXmppPresence() : presence; // after a log-out
}

void TestClientPrivate::waitForDisconnection()
{
    const QScopedValueRollback waiting(isWaiting, true);
    auto *socket = q->findChild<QSslSocket *>();
    const QDeadlineTimer deadline(patience);
    while (q->state() != QXmppClient::DisconnectedState && !deadline.hasExpired()) {
        peer.flush();
        socket->waitForDisconnected(glance);
    }
}

bool TestClientPrivate::deliver(const QString &xml)
{
    if (!q->isConnected()) {
        qCWarning(lcTestClient) << "There is no connection to receive anything from";
        return false;
    }
    peer.write(xml + milestones->next());
    return isWaiting || settle();
}

// Takes in what was written, without the event loop. What was posted to the client comes before, as it would with one.
bool TestClientPrivate::settle()
{
    isWaiting = true;
    QCoreApplication::sendPostedEvents(q, QEvent::MetaCall);
    auto *socket = q->findChild<QSslSocket *>();
    int inVain = 0;
    while (!milestones->areReached() && q->isConnected() && inVain < glancesInVain) {
        peer.flush();
        inVain = socket->waitForReadyRead(glance) ? 0 : inVain + 1;
        if (socket->bytesAvailable() == 0)
            continue;
        // It is being read from, and this is a slot: the socket tells of what it has with what comes next.
        QTimer::singleShot(0, &peer, [this] { peer.write(u" "_s); });
        break;
    }
    isWaiting = false;
    if (inVain < glancesInVain)
        return q->isConnected();
    qCWarning(lcTestClient) << "It is not seen what the client takes in: one of its extensions takes all messages";
    milestones->giveUp();
    return false;
}

TestClient::TestClient(QObject *parent)
    : QXmppClient(parent)
    , d(std::make_unique<TestClientPrivate>(this))
{
    configuration().setJid(u"me@example.org/desk"_s);
    d->peer.listen();
    d->peer.configure(); // for an application that signs in itself
}

TestClient::~TestClient() = default;

bool TestClient::startNewSession()
{
    if (d->isInSlot())
        return false;
    loseConnection();
    d->isSuspended = false;
    return d->connectStream(false);
}

void TestClient::loseConnection(Loss loss)
{
    if (!isConnected())
        return;
    d->isSuspended = loss == Loss::Resumable && streamManagementState() != NoStreamManagement;
    if (loss == Loss::Resumable)
        d->peer.abort();
    else
        d->peer.shutDown();
    d->waitForDisconnection();
}

bool TestClient::resume()
{
    if (d->isInSlot())
        return false;
    const bool isLoggedOut = clientPresence().type() == QXmppPresence::Unavailable;
    if (!std::exchange(d->isSuspended, false) || isLoggedOut) {
        qCWarning(lcTestClient) << "There is no session to resume";
        return false;
    }
    return d->connectStream(true) && streamManagementState() == ResumedStream && d->tellRoster();
}

void TestClient::logOut()
{
    d->isSuspended = false;
    disconnectFromServer();
    d->waitForDisconnection();
}

void TestClient::setStreamManagement(bool isManaged)
{
    d->peer.isManaged = isManaged;
}

bool TestClient::receive(const QXmppPresence &stanza)
{
    return d->deliver(presenceXml(stanza));
}

// QXmpp would wait for what makes XML of it.
bool TestClient::receiveXml(const QString &xml)
{
    QDomDocument document;
    if (const auto result = document.setContent(
            QString(u"<stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"_s + xml
                + u"</stream>"_s),
            QDomDocument::ParseOption::UseNamespaceProcessing);
        !result) {
        qCWarning(lcTestClient) << "Not XML:" << result.errorMessage;
        return false;
    }
    return d->deliver(xml);
}

void TestClient::setRoster(const QList<QXmppRosterIq::Item> &items)
{
    d->peer.roster = items;
    if (isConnected())
        d->tellRoster();
}

QXmppRosterIq::Item contact(const QString &jid, const QString &name, const QSet<QString> &groups,
    QXmppRosterIq::Item::SubscriptionType subscription)
{
    QXmppRosterIq::Item item;
    item.setBareJid(jid);
    item.setName(name);
    item.setGroups(groups);
    item.setSubscriptionType(subscription);
    return item;
}

} // namespace XmppPresence
