// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencerecorder.h"
#include "presencetracker.h"
#include "testclient.h"

#include <QObject>
#include <QtQmlIntegration>
#include <QVariantMap>

/*!
    \qmltype TestAccount
    \inqmlmodule XmppPresence.Testing
    \brief An account that needs no server, for a TestCase: what it receives, and when its connection is lost and
    resumed, is for the test to say.

    \snippet testing/tst_contacts.qml suite

    It is a TestClient with a PresenceTracker and a PresenceRecorder, and does what they do. startNewSession() and
    resume() run the event loop; models tell with the next turn of it, so look at them with \c tryCompare.
*/
class TestAccount : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(XmppPresence::PresenceTracker *tracker READ tracker CONSTANT FINAL)
    Q_PROPERTY(QVariantList roster READ roster WRITE setRoster NOTIFY rosterChanged FINAL)
    Q_PROPERTY(
        bool streamManagement READ streamManagement WRITE setStreamManagement NOTIFY streamManagementChanged FINAL)

public:
    explicit TestAccount(QObject *parent = nullptr);

    /*!
        \qmlproperty PresenceTracker TestAccount::tracker
        \readonly

        What an application is to be given: its client is signed in once startNewSession() was called.
    */
    XmppPresence::PresenceTracker *tracker() { return &m_tracker; }

    /*!
        \qmlproperty list<var> TestAccount::roster

        The contacts: a list of objects with a \c jid, and as they like with a \c name, a list of \c groups, and a \c
        subscription, which is \c none, \c to, \c from or \c both. That is \c both unless it is said. If the account is
        signed in, it is told of each difference, and by resume() if its session is suspended. A contact without a JID,
        or with anything else, is refused with a warning, and so are the others then.
    */
    QVariantList roster() const { return m_roster; }
    void setRoster(const QVariantList &contacts);

    /*!
        \qmlproperty bool TestAccount::streamManagement

        Whether sessions can be resumed (XEP-0198), from the next one on: true by default.
    */
    bool streamManagement() const { return m_streamManagement; }
    void setStreamManagement(bool isManaged);

    /*!
        \qmlmethod bool TestAccount::startNewSession()

        Signs in, and returns true when the roster has come. A session before is over.
    */
    Q_INVOKABLE bool startNewSession();

    /*!
        \qmlmethod void TestAccount::loseConnection()

        Loses the connection suddenly: the tracker is stale until resume() or startNewSession().
    */
    Q_INVOKABLE void loseConnection();

    /*!
        \qmlmethod void TestAccount::endSession()

        Ends the session as a server does that is shutting down: everybody goes.
    */
    Q_INVOKABLE void endSession();

    /*!
        \qmlmethod bool TestAccount::resume()

        Resumes the session after loseConnection(). Returns false, with a warning, if there is none.
    */
    Q_INVOKABLE bool resume();

    /*!
        \qmlmethod void TestAccount::logOut()

        Logs out: everybody goes.
    */
    Q_INVOKABLE void logOut();

    /*!
        \qmlmethod bool TestAccount::receive(var stanza)

        Receives \a stanza, an object with any of \c from, \c to, \c type (\c unavailable, \c error, \c subscribe,
        \c subscribed, \c unsubscribe, \c unsubscribed or \c probe), \c show (\c away, \c xa, \c chat or \c dnd),
        \c status, \c priority and \c idleSince (a Date). Whatever else a stanza can say is for receiveXml(). Returns
        false, with a warning, if it says anything else, or if there is no connection.
    */
    Q_INVOKABLE bool receive(const QVariantMap &stanza);

    /*!
        \qmlmethod bool TestAccount::receiveXml(string xml)

        Receives the elements of \a xml as they are. Returns false, with a warning, if it is no XML.
    */
    Q_INVOKABLE bool receiveXml(const QString &xml);

    /*!
        \qmlmethod list<string> TestAccount::takeSignals()

        Returns a line for each signal of the tracker about peers, as PresenceRecorder has them, and forgets them.
    */
    Q_INVOKABLE QStringList takeSignals();

    /*!
        \qmlmethod string TestAccount::difference(list<string> expected)

        Returns in what the signals differ from \a expected, for people to read, or nothing if they do not, and forgets
        them.
    */
    Q_INVOKABLE QString difference(const QStringList &expected);

Q_SIGNALS:
    void rosterChanged();
    void streamManagementChanged();

private:
    XmppPresence::TestClient m_client;
    XmppPresence::PresenceTracker m_tracker{&m_client};
    XmppPresence::PresenceRecorder m_recorder{&m_tracker};
    QVariantList m_roster;
    bool m_streamManagement = true;
};
