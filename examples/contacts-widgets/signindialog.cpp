// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "signindialog.h"

#include "accountoptions.h"
#include "accountsettings.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <QXmppConfiguration.h>

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(const AccountSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_jid(new QLineEdit(settings.jid))
    , m_password(new QLineEdit)
    , m_host(new QLineEdit(settings.host))
    , m_port(new QSpinBox)
{
    setWindowTitle(tr("Sign In"));
    m_jid->setObjectName(u"jid"_s);
    m_jid->setMinimumWidth(26 * m_jid->fontMetrics().averageCharWidth());
    m_jid->setPlaceholderText(tr("me@example.org"));
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_host->setObjectName(u"host"_s);
    m_host->setPlaceholderText(tr("As the JID says"));
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, 65535);
    m_port->setValue(settings.port);
    lay();
    connect(m_jid, &QLineEdit::textChanged, this, &SignInDialog::check);
    connect(m_password, &QLineEdit::textChanged, this, &SignInDialog::check);
    connect(m_host, &QLineEdit::textChanged, this, &SignInDialog::check);
    check();
    (settings.jid.isEmpty() ? m_jid : m_password)->setFocus();
}

void SignInDialog::lay()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_signIn = buttons->addButton(tr("&Sign In"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&JID:"), m_jid);
    layout->addRow(tr("&Password:"), m_password);
    layout->addRow(tr("&Server:"), m_host);
    layout->addRow(tr("P&ort:"), m_port);
    layout->addRow(buttons);
}

void SignInDialog::check()
{
    m_port->setEnabled(!m_host->text().isEmpty());
    m_signIn->setEnabled(!jidFailure(m_jid->text().trimmed()) && !m_password->text().isEmpty());
}

QXmppConfiguration SignInDialog::account() const
{
    AccountOptions options;
    options.jid = m_jid->text().trimmed(); // as it may be pasted
    options.host = m_host->text();
    options.port = m_port->value();
    auto account = options.account(u"contacts"_s);
    account.setPassword(m_password->text());
    return account;
}
