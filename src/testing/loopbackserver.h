// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_testing_export.h"

#include <QObject>

#include <QXmppConfiguration.h>
#include <QXmppRosterIq.h>

#include <memory>

class QSslCertificate;
class QSslKey;

namespace XmppPresence {

class LoopbackServerPrivate;

/*!
    \class XmppPresence::LoopbackServer
    \inmodule XmppPresence
    \inheaderfile XmppPresence/LoopbackServer
    \brief The LoopbackServer class is an XMPP server inside the process, for tests and demonstrations.

    It listens on 127.0.0.1 alone, serves the domain \c localhost, and knows the accounts and rosters that it is given.
    It authenticates clients, answers the request for the roster, and handles presence as RFC 6121 has it: initial
    presence (4.2), probes (4.3), updates (4.4), unavailable presence, also on behalf of a client whose connection was
    lost (4.5), and directed presence (4.6). Presence for a domain that it does not serve comes back with the error
    \c remote-server-not-found. Whatever goes to several receivers goes in the order of their JIDs, so that a test can
    rely on it.

    It changes no subscription: subscription stanzas are passed on, and rosters stay as they were given. JIDs are
    compared to the letter: usernames are to be in normal form, as must be the addresses that clients send to.

    \snippet testing.cpp server

    It needs an event loop, and may share the one of its clients, or be moved to a thread of its own before start(). It
    is called from its own thread only.
*/
class XMPPPRESENCE_TESTING_EXPORT LoopbackServer : public QObject
{
    Q_OBJECT

public:
    /*! Constructs a server with \a parent that has no accounts, and does not listen yet. */
    explicit LoopbackServer(QObject *parent = nullptr);

    /*! Does what stop() does. */
    ~LoopbackServer() override;

    /*! Returns the domain that the server serves, \c localhost. */
    QString domain() const;

    /*! Returns the port that the server listens on, 0 while it does not. */
    quint16 port() const;

    /*! Adds the account \a username at domain(), or gives it another \a password. */
    void addAccount(const QString &username, const QString &password);

    /*!
        Puts \a item into the roster of \a username, in place of one of the same JID. Who is subscribed to the presence
        of \a username, and may probe it, is whoever has an item of subscription \c from or \c both there. Clients that
        are signed in already are not told. Returns false, with a warning, if there is no such account.
    */
    bool setRosterItem(const QString &username, const QXmppRosterIq::Item &item);

    /*!
        Subscribes \a username and \a other to the presence of each other. Items that their rosters have of each other
        keep name and groups. Returns false, with a warning, if there is no account of one of them: nothing is changed
        then.
    */
    bool makeContacts(const QString &username, const QString &other);

    /*! Offers TLS with \a certificate and \a key to whoever connects from now on. Without them there is none. */
    void setCertificate(const QSslCertificate &certificate, const QSslKey &key);

    /*!
        Listens on \a port, or on a free one if that is 0, the default. Returns false, with a warning, if there is none,
        or if this is not the thread of the server. Does nothing if it listens already. To be found where it was before
        stop(), give it the same port again.
    */
    bool start(quint16 port = 0);

    /*!
        Stops listening, and loses every connection with no farewell, as when the network fails: a client that may
        reconnect tries to. There is no stream management (XEP-0198), so that every session is over. The accounts and
        rosters stay for the next start().
    */
    void stop();

    /*!
        Returns what a client needs to sign in with the account \a username as \a resource: address, password, no TLS,
        and SASL 1, as the server would choose a resource of its own under SASL 2. The client does not reconnect by
        itself, so that a lost connection stays lost until a test says otherwise (setAutoReconnectionEnabled()).
        Valid until stop(). Without such an account the password is empty.
    */
    QXmppConfiguration configuration(const QString &username, const QString &resource) const;

private:
    const std::unique_ptr<LoopbackServerPrivate> d;
};

} // namespace XmppPresence
