// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "ejabberdserver.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

static const QString configurationName = u"ejabberd.yml"_s;
static const QString configurationText = uR"(
hosts: [%2]
loglevel: info
hide_sensitive_log_data: true
auth_method: internal
auth_password_format: scram
registration_timeout: infinity
s2s_access: none
listen:
  - module: ejabberd_c2s
    ip: 127.0.0.1
    port: %1
modules:
  mod_blocking: {}
  mod_muc:
    host: rooms.%2
  mod_ping: {}
  mod_privacy: {}
  mod_register:
    ip_access: all
  mod_roster: {}
)"_s;
static const QString streamManagement = uR"(
  mod_stream_mgmt:
    resume_timeout: %1
)"_s;

// Where the distribution has put it
static QString libraries()
{
    // Debian's is for root and ejabberd alone.
    const QStringList folders = qEnvironmentVariable("PATH").split(u':') + QStringList{u"/usr/sbin"_s};
    QFile script(QStandardPaths::findExecutable(u"ejabberdctl"_s, folders));
    if (!script.open(QFile::ReadOnly))
        return {};
    static const QRegularExpression setting(u"^ERL_LIBS='?([^'\n]*)"_s, QRegularExpression::MultilineOption);
    return setting.match(QString::fromUtf8(script.readAll())).captured(1);
}

EjabberdServer::EjabberdServer(std::chrono::seconds resumption)
    : m_resumption(resumption)
{
}

QString EjabberdServer::name() const
{
    return u"ejabberd"_s;
}

// Not by ejabberdctl, which wants to be root or ejabberd. A node without a name needs no epmd.
bool EjabberdServer::prepare(QProcess &process)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"EJABBERD_CONFIG_PATH"_s, filePath(configurationName));
    environment.insert(u"EJABBERD_LOG_PATH"_s, filePath(u"ejabberd.log"_s));
    environment.insert(u"ERL_LIBS"_s, libraries());
    process.setProcessEnvironment(environment);
    process.setProgram(u"erl"_s);
    process.setArguments(
        {u"-noinput"_s, u"-mnesia"_s, u"dir"_s, uR"("%1")"_s.arg(filePath(u"database"_s)), u"-s"_s, u"ejabberd"_s});
    auto text = configurationText.arg(port()).arg(domain);
    if (m_resumption.count())
        text += streamManagement.arg(m_resumption.count());
    return write(configurationName, text);
}

QString EjabberdServer::portIsOpen() const
{
    return u"Start accepting TCP connections at 127.0.0.1:%1 for ejabberd_c2s"_s.arg(port());
}

QString EjabberdServer::portIsTaken() const
{
    return u"Failed to open socket at 127.0.0.1:%1"_s.arg(port());
}
