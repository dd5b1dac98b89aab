// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "testserver.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

const QString TestServer::domain = u"localhost"_s;
const QString TestServer::password = u"wherefore art thou"_s;

static const QString logName = u"server.log"_s;

// In-band registration (XEP-0077)
static const QString registration =
    u"<stream:stream to='%1' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
    "<iq type='set' id='register' to='%1'><query xmlns='jabber:iq:register'>"
    "<username>%2</username><password>%3</password></query></iq>"_s;

static quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

TestServer::~TestServer()
{
    stop();
}

bool TestServer::start()
{
    // Somebody else may take a free port before the server does.
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = freePort();
        if (launch() && log().contains(portIsOpen()))
            return true;
        kill();
    }
    qCritical().noquote() << name() << "cannot be started:" << logTail();
    return false;
}

// Returns when the server has opened its port, or failed to.
bool TestServer::launch()
{
#ifdef Q_OS_LINUX
    // After a crash of the test nobody else would end it.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(filePath(logName));
    m_process.setWorkingDirectory(m_folder.path());
    if (!prepare(m_process))
        return false;
    m_process.start();
    const auto isDone = [this] {
        const auto text = log();
        return m_process.state() == QProcess::NotRunning || text.contains(portIsOpen()) || text.contains(portIsTaken());
    };
    if (m_process.waitForStarted() && QTest::qWaitFor(isDone, 4 * patience) && m_process.state() == QProcess::Running)
        return true;
    qCritical().noquote() << name() << "does not start:" << m_process.errorString() << logTail();
    return false;
}

bool TestServer::write(const QString &fileName, const QString &text) const
{
    QFile file(filePath(fileName));
    const auto bytes = text.toUtf8();
    if (file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    qCritical().noquote() << "Cannot write" << file.fileName() << '-' << file.errorString();
    return false;
}

bool TestServer::addAccount(const QString &user) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write(registration.arg(domain, user, password).toUtf8());
    QByteArray answer;
    while (!answer.contains("<iq ") && socket.waitForReadyRead(patience))
        answer += socket.readAll();
    if (answer.contains("type='result'"))
        return true;
    qCritical().noquote() << "Cannot add the account" << user << '-' << answer;
    return false;
}

QXmppConfiguration TestServer::configuration(const QString &user, const QString &resource) const
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

void TestServer::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        kill();
}

void TestServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString TestServer::logTail() const
{
    return log().right(5000);
}

QString TestServer::log() const
{
    QFile file(filePath(logName));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
