// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "session.h"

#include <XmppPresence/DisplayText>

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using XmppPresence::Availability;

Q_LOGGING_CATEGORY(lcSession, "xmpppresence.examples.session")

static constexpr std::chrono::milliseconds longestPause = 1min;

static std::optional<QXmppPresence::AvailableStatusType> showOf(Availability availability)
{
    switch (availability) {
    case Availability::Online:
        return QXmppPresence::Online;
    case Availability::FreeForChat:
        return QXmppPresence::Chat;
    case Availability::Away:
        return QXmppPresence::Away;
    case Availability::ExtendedAway:
        return QXmppPresence::XA;
    case Availability::DoNotDisturb:
        return QXmppPresence::DND;
    case Availability::Unknown:
    case Availability::Offline:
    case Availability::Error:
        break;
    }
    return {};
}

Session::Session(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Session::connectToServer);
    connect(&m_account, &Account::signedIn, this, &Session::handleSignedIn);
    connect(&m_account, &Account::failed, this, &Session::handleFailure);
    connect(&m_tracker, &XmppPresence::PresenceTracker::staleChanged, this, &Session::stateChanged); // see stateText()
}

QString Session::jid() const
{
    return m_configuration.jidBare();
}

void Session::setAccount(const QXmppConfiguration &configuration, std::chrono::seconds timeout)
{
    m_configuration = configuration;
    m_configuration.setAutoReconnectionEnabled(false);
    m_timeout = timeout;
    Q_EMIT accountChanged();
}

QString Session::stateText() const
{
    switch (m_state) {
    case State::SignedOut:
        return tr("Signed out");
    case State::Connecting:
        return tr("Connecting…");
    case State::Stale:
        return m_tracker.isStale() ? tr("Connection lost: what you see may be out of date") : tr("Connection lost");
    case State::Error:
        return tr("Not connected");
    case State::Connected:
        break;
    }
    return {};
}

QString Session::reason() const
{
    return m_failure ? XmppPresence::displayText(m_failure->message) : QString();
}

bool Session::isPasswordRefused() const
{
    return m_failure && m_failure->status == ExitStatus::WrongPassword;
}

void Session::setAvailability(Availability availability)
{
    if (!showOf(availability)) {
        qCWarning(lcSession) << "Nobody can be there and" << availability;
        return;
    }
    if (std::exchange(m_availability, availability) == availability)
        return;
    sendPresence();
    Q_EMIT availabilityChanged();
}

void Session::setStatusText(const QString &text)
{
    if (std::exchange(m_statusText, text) == text)
        return;
    sendPresence();
    Q_EMIT statusTextChanged();
}

void Session::setPriority(int priority)
{
    if (priority < -128 || priority > 127) {
        qCWarning(lcSession) << "No priority of a presence:" << priority;
        return;
    }
    if (std::exchange(m_priority, priority) == priority)
        return;
    sendPresence();
    Q_EMIT priorityChanged();
}

void Session::setShortestPause(std::chrono::milliseconds pause)
{
    m_shortestPause = pause;
    m_nextPause = pause;
}

void Session::signIn()
{
    if (m_state != State::SignedOut)
        signOut();
    setState(State::Connecting);
    connectToServer();
}

void Session::signIn(const QString &password)
{
    m_configuration.setPassword(password);
    signIn();
}

void Session::signOut()
{
    m_pause.stop();
    m_nextPause = m_shortestPause;
    m_account.signOut();
    setState(State::SignedOut);
}

void Session::retry()
{
    if (m_state == State::Stale || m_state == State::Error)
        connectToServer();
}

void Session::setState(State state, const std::optional<Failure> &failure)
{
    m_state = state;
    m_failure = failure;
    Q_EMIT stateChanged();
}

// A connection that was lost stays so in the eyes of the user while it is tried again.
void Session::connectToServer()
{
    m_pause.stop();
    if (m_state != State::Stale)
        setState(State::Connecting);
    m_account.signIn(m_configuration, m_timeout, presence());
}

void Session::handleSignedIn()
{
    m_nextPause = m_shortestPause;
    setState(State::Connected);
    if (client()->streamManagementState() == QXmppClient::ResumedStream)
        sendPresence(); // which may have changed meanwhile; a new session begins with it
}

void Session::handleFailure(const Failure &failure)
{
    const bool wasThere = m_state == State::Connected || m_state == State::Stale;
    const bool mayHeal =
        !failure.isFinal && failure.status != ExitStatus::WrongPassword && failure.status != ExitStatus::NoTrustedTls;
    if (mayHeal) {
        m_pause.start(m_nextPause);
        m_nextPause = std::min(m_nextPause * 2, longestPause);
    }
    setState(wasThere && mayHeal ? State::Stale : State::Error, failure);
}

QXmppPresence Session::presence() const
{
    QXmppPresence presence;
    presence.setAvailableStatusType(showOf(m_availability).value_or(QXmppPresence::Online));
    presence.setStatusText(m_statusText);
    presence.setPriority(m_priority);
    return presence;
}

void Session::sendPresence()
{
    if (m_state == State::Connected)
        client()->setClientPresence(presence());
}
