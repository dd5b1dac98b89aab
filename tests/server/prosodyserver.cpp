// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "prosodyserver.h"

#include <QDir>

using namespace Qt::StringLiterals;

// No TLS, but real SCRAM. Stream management (smacks) only where it is asked for: with it the contacts of a client that
// vanishes hear nothing until the server has waited in vain for its return.
static const QString configurationName = u"prosody.cfg.lua"_s;
static const QString groupsName = u"groups.txt"_s;
static const QString configurationText = uR"(
run_as_root = true -- if it is root; any other user will do
data_path = "."
certificates = "."
log = { debug = "*console" }

interfaces = { "127.0.0.1" }
c2s_ports = { %1 }
c2s_require_encryption = false

authentication = "internal_hashed"
allow_registration = true
modules_enabled = { "blocklist", "ping", "register_ibr", "roster", "saslauth"%3 }
smacks_hibernation_time = %4
groups_file = "groups.txt"
modules_disabled = { "offline", "s2s" }

VirtualHost "%2"

Component "rooms.%2" "muc"
    muc_room_locking = false
)"_s;

ProsodyServer::ProsodyServer(std::chrono::seconds resumption, const QStringList &modules)
    : m_resumption(resumption)
    , m_modules(resumption.count() ? modules + QStringList{u"smacks"_s} : modules)
{
}

QString ProsodyServer::name() const
{
    return u"Prosody"_s;
}

bool ProsodyServer::prepare(QProcess &process)
{
    process.setProgram(u"prosody"_s);
    process.setArguments({u"--config"_s, filePath(configurationName), u"-F"_s});
    QString modules;
    for (const auto &module : m_modules)
        modules += uR"(, "%1")"_s.arg(module);
    return write(configurationName, configurationText.arg(port()).arg(domain, modules).arg(m_resumption.count()));
}

QString ProsodyServer::portIsOpen() const
{
    return u"Activated service 'c2s' on [127.0.0.1]:%1"_s.arg(port());
}

QString ProsodyServer::portIsTaken() const
{
    return u"Activated service 'c2s' on no ports"_s;
}

bool ProsodyServer::addGroups(const QMap<QString, QMap<QString, QString>> &namesByUserByGroup) const
{
    QString groups;
    bool isWritten = QDir(filePath({})).mkpath(domain + u"/accounts"_s);
    for (const auto &[group, names] : namesByUserByGroup.asKeyValueRange()) {
        groups += u"[%1]\n"_s.arg(group);
        for (const auto &[user, name] : names.asKeyValueRange()) {
            groups += u"%1@%2=%3\n"_s.arg(user, domain, name);
            isWritten = isWritten
                && write(u"%1/accounts/%2.dat"_s.arg(domain, user), u"return { password = '%1' };"_s.arg(password));
        }
    }
    return isWritten && write(groupsName, groups);
}
