// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "windowbackend.h"

#include "accountoptions.h"
#include "loopbackdemo.h"
#include "session.h"

using namespace Qt::StringLiterals;

void qml_register_types_Contacts();
void qml_register_types_XmppPresence();

WindowBackend::WindowBackend(Session *session, LoopbackDemo *demo, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_demo(demo)
{
    // The linker leaves out what nothing refers to, and QML modules are referred to by QML alone.
    [[maybe_unused]] volatile auto contacts = &qml_register_types_Contacts;
    [[maybe_unused]] volatile auto presence = &qml_register_types_XmppPresence;
    connect(session, &Session::stateChanged, this, &WindowBackend::remember);
}

bool WindowBackend::isAccountJid(const QString &jid)
{
    return !jidFailure(jid.trimmed());
}

void WindowBackend::signIn(const QString &jid, const QString &password, const QString &host, int port)
{
    AccountOptions options;
    options.jid = jid.trimmed(); // as it may be pasted
    options.host = host;
    options.port = port;
    m_session->setAccount(options.account(u"contacts"_s));
    m_session->signIn(password);
}

void WindowBackend::remember() const
{
    const bool isOwn = m_session->account().jid() != m_demo->account().jid();
    if (isOwn && m_session->state() == Session::State::Connected)
        AccountSettings::of(m_session->account()).save();
}
