// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "prosodyserver.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

static const QString domain = u"localhost"_s;
static const QString password = u"wherefore art thou"_s;

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
modules_enabled = { "ping", "roster", "saslauth"%3 }
groups_file = "groups.txt"
modules_disabled = { "offline", "s2s" }

VirtualHost "%2"
)"_s;

static quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

ProsodyServer::ProsodyServer(const QStringList &modules)
    : m_modules(modules)
{
}

ProsodyServer::~ProsodyServer()
{
    stop();
}

bool ProsodyServer::start()
{
    // Somebody else may take a free port before Prosody does.
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = freePort();
        if (!launch())
            return false;
        if (log().contains(u"Activated service 'c2s' on [127.0.0.1]:%1"_s.arg(m_port)))
            return true;
        stop();
    }
    qCritical().noquote() << "Prosody cannot listen on any of the ports that were free:" << logTail();
    return false;
}

// Returns when Prosody has opened its port, or failed to.
bool ProsodyServer::launch()
{
    if (!writeConfiguration())
        return false;
#ifdef Q_OS_LINUX
    // After a crash of the test nobody else would end it.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.setStandardOutputFile(m_folder.filePath(u"prosody.log"_s));
    if (!run(m_process, u"prosody"_s, {u"-F"_s}))
        return false;
    const auto isDone = [this] {
        return m_process.state() == QProcess::NotRunning || log().contains("Activated service 'c2s'"_L1);
    };
    if (QTest::qWaitFor(isDone, patience) && m_process.state() == QProcess::Running)
        return true;
    qCritical().noquote() << "Prosody does not start:" << logTail();
    return false;
}

bool ProsodyServer::writeConfiguration() const
{
    QString modules;
    for (const auto &module : m_modules)
        modules += uR"(, "%1")"_s.arg(module);
    return write(configurationName, configurationText.arg(m_port).arg(domain, modules));
}

bool ProsodyServer::write(const QString &fileName, const QString &text) const
{
    QFile file(m_folder.filePath(fileName));
    const auto bytes = text.toUtf8();
    if (file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    qCritical().noquote() << "Cannot write" << file.fileName() << '-' << file.errorString();
    return false;
}

bool ProsodyServer::run(QProcess &process, const QString &program, const QStringList &arguments) const
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, QStringList{u"--config"_s, m_folder.filePath(configurationName)} + arguments);
    if (process.waitForStarted())
        return true;
    qCritical().noquote() << "Cannot run" << program << "(of Debian's package prosody) -" << process.errorString();
    return false;
}

bool ProsodyServer::addAccount(const QString &user) const
{
    QProcess prosodyctl;
    if (!run(prosodyctl, u"prosodyctl"_s, {u"register"_s, user, domain, password}))
        return false;
    if (prosodyctl.waitForFinished(patience) && prosodyctl.exitCode() == 0)
        return true;
    qCritical().noquote() << "Cannot add the account" << user << '-' << prosodyctl.readAll();
    return false;
}

bool ProsodyServer::addGroups(const QMap<QString, QMap<QString, QString>> &namesByUserByGroup) const
{
    QString groups;
    bool isWritten = QDir(m_folder.path()).mkpath(domain + u"/accounts"_s);
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

QXmppConfiguration ProsodyServer::configuration(const QString &user, const QString &resource) const
{
    QXmppConfiguration configuration;
    configuration.setHost(u"127.0.0.1"_s);
    configuration.setPort(m_port);
    configuration.setUser(user);
    configuration.setDomain(domain);
    configuration.setResource(resource);
    configuration.setPassword(password);
    configuration.setStreamSecurityMode(QXmppConfiguration::TLSDisabled);
    configuration.setAutoReconnectionEnabled(false);
    return configuration;
}

void ProsodyServer::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        kill();
}

void ProsodyServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString ProsodyServer::logTail() const
{
    return log().right(5000);
}

QString ProsodyServer::log() const
{
    QFile file(m_folder.filePath(u"prosody.log"_s));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
