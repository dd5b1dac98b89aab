// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencebuilder.h"
#include "xmpppresence_testing_export.h"

#include <QSet>

#include <QXmppClient.h>
#include <QXmppRosterIq.h>

#include <memory>

namespace XmppPresence {

class TestClientPrivate;

/*!
    \class XmppPresence::TestClient
    \inmodule XmppPresence
    \inheaderfile XmppPresence/TestClient
    \brief The TestClient class is a QXmppClient that needs no server: a test says what it receives, and when its
    connection is lost and resumed.

    It is a real client on a real stream, whose other end is inside the object, on a free port of 127.0.0.1: whatever
    a test receives goes through QXmpp as it does from a server, its state() and streamManagementState() are those of a
    client that has lost or resumed a session, and what an application sends, it sends.

    \snippet testing.cpp client

    \section1 What the other end does

    It lets the account in that configuration() names, \c me@example.org/desk unless it is changed, sends the roster to
    whoever asks, and refuses all else that is asked of the server with \c service-unavailable. It says nothing of its
    own accord, not even what real servers send, as the account's own presence back to it. What is asked of others, as
    their features are, stays without an answer until the test has receiveXml() give one.

    \section1 The event loop

    startNewSession() and resume() run the event loop, as QTest::qWait() does, and return false if it deletes the
    client. The other functions do not: when they return, the tracker has told its signals, and what waits for the next
    turn of the event loop, as the changes of models do, still waits.

    In a slot that is called meanwhile receive() and setRoster() return at once, and take effect after the stanza that
    is being told, as it is with a server; startNewSession() and resume() are refused there, with a warning.

    In the global namespace QXmpp (1.10) has a declaration of this name: write \c{using namespace XmppPresence}, or the
    whole name, as \c{using XmppPresence::TestClient} is an error there.

    It lives in one thread, that in which it was made, which needs a QCoreApplication.
*/
class XMPPPRESENCE_TESTING_EXPORT TestClient : public QXmppClient
{
    Q_OBJECT

public:
    /*!
        How a connection is lost.

        \value Resumable Suddenly: the session may be resumed, if there is stream management (XEP-0198).
        \value Final The server says that it is shutting down: the session is over (RFC 6120, section 4.9.3.21).
    */
    enum class Loss { Resumable, Final };
    Q_ENUM(Loss)

    /*! Constructs a client with \a parent that is not signed in yet. */
    explicit TestClient(QObject *parent = nullptr);

    /*! Trackers and models of the client may outlive it: everybody goes for them. */
    ~TestClient() override;

    /*!
        Signs in, with the roster, and returns when it has come. What was known of a session before is over: if that is
        still connected, the connection is lost first. Returns false, with a warning, if there is no free port, or if
        that takes longer than 30 s.
    */
    bool startNewSession();

    /*!
        Loses the connection as \a loss says. A tracker is stale after Loss::Resumable, and knows of nobody after
        Loss::Final, or if there is no stream management. Does nothing without a connection.
    */
    void loseConnection(Loss loss = Loss::Resumable);

    /*!
        Resumes the session that loseConnection() has suspended. Returns false, with a warning, if there is none.
    */
    bool resume();

    /*!
        Logs out, as disconnectFromServer() does, and returns when there is no connection any more. While a tracker is
        stale it notices within a second.
    */
    void logOut();

    /*! Sets whether sessions can be resumed (XEP-0198), as \a isManaged says, from the next one on: true by default. */
    void setStreamManagement(bool isManaged);

    /*!
        Receives \a stanza. When this returns, the tracker has told of it. Returns false, with a warning, if there is no
        connection that it could come from, or if that is not seen, as an extension takes all messages.
    */
    bool receive(const QXmppPresence &stanza);

    /*!
        Receives the elements of \a xml, which are in the namespace \c jabber:client, as they are: several at once, or
        such as QXmpp does not write. Returns false, with a warning, when receive() does and if it is no XML; and with
        none, if there is no connection any more because of it.
    */
    bool receiveXml(const QString &xml);

    /*!
        Gives the account a roster of \a items. If it is signed in it is told of each difference, as by another device
        (RFC 6121, section 2.1.6), and by resume() if its session is suspended; a new session begins with them.
    */
    void setRoster(const QList<QXmppRosterIq::Item> &items);

private:
    const std::unique_ptr<TestClientPrivate> d;
};

/*!
    \relates XmppPresence::TestClient
    Returns a contact for TestClient::setRoster(): \a jid, by the name \a name, in \a groups, of \a subscription.
*/
XMPPPRESENCE_TESTING_EXPORT QXmppRosterIq::Item contact(const QString &jid, const QString &name = {},
    const QSet<QString> &groups = {}, QXmppRosterIq::Item::SubscriptionType subscription = QXmppRosterIq::Item::Both);

} // namespace XmppPresence
