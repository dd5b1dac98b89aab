// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "account.h"

#include <XmppPresence/Availability>
#include <XmppPresence/PresenceTracker>

#include <QXmppConfiguration.h>

// What a window needs of an account: its client and tracker, the state of the connection in words, and the own
// presence.
//
// A connection that cannot be made, or is lost, is tried again after a pause that grows from a second to a minute:
// unlike QXmpp's own pause it begins short, and it ends at once with retry(). What time does not heal, such as a
// refused password, waits for the user.
class Session : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QXmppClient *client READ client CONSTANT FINAL)
    Q_PROPERTY(XmppPresence::PresenceTracker *tracker READ tracker CONSTANT FINAL)
    Q_PROPERTY(QString jid READ jid NOTIFY accountChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool passwordRefused READ isPasswordRefused NOTIFY stateChanged FINAL)
    Q_PROPERTY(XmppPresence::Availability availability READ availability WRITE setAvailability NOTIFY
            availabilityChanged FINAL)
    Q_PROPERTY(QString statusText READ statusText WRITE setStatusText NOTIFY statusTextChanged FINAL)
    Q_PROPERTY(int priority READ priority WRITE setPriority NOTIFY priorityChanged FINAL)

public:
    // Stale is a connection that was lost and is being tried again: what the tracker still knows may be out of date.
    // Error is one that could not be made: reason() says why.
    enum class State { SignedOut, Connecting, Connected, Stale, Error };
    Q_ENUM(State)

    explicit Session(QObject *parent = nullptr);

    QXmppClient *client() { return m_account.client(); }
    XmppPresence::PresenceTracker *tracker() { return &m_tracker; }

    // The bare JID of the account.
    QString jid() const;
    const QXmppConfiguration &account() const { return m_configuration; }

    // Takes effect with the next signIn().
    void setAccount(const QXmppConfiguration &configuration, std::chrono::seconds timeout = std::chrono::seconds(30));

    State state() const { return m_state; }

    // The state in a sentence, for a banner; nothing while connected.
    QString stateText() const;

    // Why the state is Stale or Error, as plain text.
    QString reason() const;
    bool isPasswordRefused() const;

    // The own presence, which is sent at once if connected, and else with the next signIn(). A state that nobody can
    // be in while being there, and a priority outside of -128 to 127, are refused with a warning.
    XmppPresence::Availability availability() const { return m_availability; }
    void setAvailability(XmppPresence::Availability availability);
    QString statusText() const { return m_statusText; }
    void setStatusText(const QString &text);
    int priority() const { return m_priority; }
    void setPriority(int priority);

    // The pause after the first failure.
    void setShortestPause(std::chrono::milliseconds pause);

public Q_SLOTS:
    void signIn();
    void signIn(const QString &password);
    void signOut();

    // Tries again at once, if the state is Stale or Error.
    void retry();

Q_SIGNALS:
    void accountChanged();
    void stateChanged();
    void availabilityChanged();
    void statusTextChanged();
    void priorityChanged();

private:
    void setState(State state, const std::optional<Failure> &failure = {});
    void handleSignedIn();
    void handleFailure(const Failure &failure);
    void connectToServer();
    QXmppPresence presence() const;
    void sendPresence();

    Account m_account;
    XmppPresence::PresenceTracker m_tracker{m_account.client()};
    QXmppConfiguration m_configuration;
    std::chrono::seconds m_timeout{30};
    State m_state = State::SignedOut;
    std::optional<Failure> m_failure;

    QTimer m_pause; // before the next attempt
    std::chrono::milliseconds m_shortestPause{1000};
    std::chrono::milliseconds m_nextPause = m_shortestPause;

    XmppPresence::Availability m_availability = XmppPresence::Availability::Online;
    QString m_statusText;
    int m_priority = 0;
};
