// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "loopbackserver.h"

#include "loopbackpresence_p.h"

#include <QHash>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QThread>

#include <QXmppIncomingClient.h>
#include <QXmppPasswordChecker.h>
#include <QXmppServer.h>

#include <ranges>

using namespace Qt::StringLiterals;

namespace XmppPresence {

Q_LOGGING_CATEGORY(lcLoopback, "xmpppresence.loopback")

QT_WARNING_PUSH
QT_WARNING_DISABLE_GCC("-Wnon-virtual-dtor") // of the base class; nobody deletes this one through it
class Accounts final : public QXmppPasswordChecker
{
public:
    bool hasGetPassword() const override { return true; }

    QHash<QString, QString> passwords;

protected:
    QXmppPasswordReply::Error getPassword(const QXmppPasswordRequest &request, QString &password) override
    {
        const auto account = passwords.constFind(request.username());
        if (account == passwords.cend())
            return QXmppPasswordReply::AuthorizationError;
        password = *account;
        return QXmppPasswordReply::NoError;
    }
};
QT_WARNING_POP

class LoopbackServerPrivate
{
public:
    explicit LoopbackServerPrivate(LoopbackServer *q);

    QString bareJid(const QString &username) const { return username + u'@' + server.domain(); }
    void accept(QSslSocket *socket);
    bool hasAccount(const QString &username) const;
    void subscribe(const QString &account, const QString &jid) const;

    Accounts accounts; // outlives the server, which uses it
    QXmppServer server;
    LoopbackPresence *presence = new LoopbackPresence;
};

// It goes to another thread with its parent.
LoopbackServerPrivate::LoopbackServerPrivate(LoopbackServer *q)
    : server(q)
{
}

// QXmpp 1.14 goes on with the same document where SASL 1 begins a new one (RFC 6120, section 6.4.6), and refuses to
// have it declared once more.
static void dropDeclaration(QSslSocket *socket)
{
    auto text = socket->readAll();
    if (text.startsWith("<?xml"))
        text.remove(0, text.indexOf('>') + 1);
    for (const char byte : std::views::reverse(text))
        socket->ungetChar(byte);
}

// As QXmppServer does, but what comes is seen before.
void LoopbackServerPrivate::accept(QSslSocket *socket)
{
    QObject::connect(socket, &QIODevice::readyRead, socket, [socket] { dropDeclaration(socket); });
    auto *stream = new QXmppIncomingClient(socket, server.domain(), &server);
    socket->setParent(stream);
    stream->setPasswordChecker(&accounts);
    server.addIncomingClient(stream);
}

bool LoopbackServerPrivate::hasAccount(const QString &username) const
{
    if (accounts.passwords.contains(username))
        return true;
    qCWarning(lcLoopback) << "No account" << username << "that could have a roster";
    return false;
}

void LoopbackServerPrivate::subscribe(const QString &account, const QString &jid) const
{
    auto item = presence->rosterItem(account, jid);
    item.setSubscriptionType(QXmppRosterIq::Item::Both);
    item.setSubscriptionStatus({}); // what was asked for is granted
    presence->setRosterItem(account, item);
}

LoopbackServer::LoopbackServer(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<LoopbackServerPrivate>(this))
{
    d->server.setDomain(u"localhost"_s);
    d->server.setPasswordChecker(&d->accounts);
    d->server.addExtension(d->presence);
}

LoopbackServer::~LoopbackServer()
{
    stop();
}

QString LoopbackServer::domain() const
{
    return d->server.domain();
}

quint16 LoopbackServer::port() const
{
    const auto *listener = d->server.findChild<QXmppSslServer *>();
    return listener ? listener->serverPort() : 0;
}

void LoopbackServer::addAccount(const QString &username, const QString &password)
{
    d->accounts.passwords.insert(username, password);
}

bool LoopbackServer::setRosterItem(const QString &username, const QXmppRosterIq::Item &item)
{
    if (!d->hasAccount(username))
        return false;
    d->presence->setRosterItem(d->bareJid(username), item);
    return true;
}

bool LoopbackServer::makeContacts(const QString &username, const QString &other)
{
    if (!d->hasAccount(username) || !d->hasAccount(other))
        return false;
    d->subscribe(d->bareJid(username), d->bareJid(other));
    d->subscribe(d->bareJid(other), d->bareJid(username));
    return true;
}

void LoopbackServer::setCertificate(const QSslCertificate &certificate, const QSslKey &key)
{
    d->server.setLocalCertificate(certificate);
    d->server.setPrivateKey(key);
}

bool LoopbackServer::start(quint16 port)
{
    if (this->port() != 0)
        return true;
    if (thread() != QThread::currentThread()) {
        qCWarning(lcLoopback) << "A server listens in its own thread only";
        return false;
    }
    if (d->server.listenForClients(QHostAddress::LocalHost, port)) {
        auto *listener = d->server.findChild<QXmppSslServer *>();
        disconnect(listener, &QXmppSslServer::newConnection, &d->server, nullptr);
        connect(listener, &QXmppSslServer::newConnection, this, [this](QSslSocket *socket) { d->accept(socket); });
        return true;
    }
    qCWarning(lcLoopback) << "Cannot listen on the loopback interface, port" << port;
    return false;
}

// QXmppServer alone would end the streams in an orderly way, after which no client comes back.
void LoopbackServer::stop()
{
    d->presence->stop();
    const auto sockets = d->server.findChildren<QSslSocket *>();
    for (auto *socket : sockets)
        socket->abort();
    d->server.close();
}

QXmppConfiguration LoopbackServer::configuration(const QString &username, const QString &resource) const
{
    QXmppConfiguration configuration;
    configuration.setJid(d->bareJid(username) + u'/' + resource);
    configuration.setPassword(d->accounts.passwords.value(username));
    configuration.setHost(QHostAddress(QHostAddress::LocalHost).toString());
    configuration.setPort(port());
    configuration.setStreamSecurityMode(QXmppConfiguration::TLSDisabled);
    configuration.setUseSasl2Authentication(false);
    configuration.setAutoReconnectionEnabled(false);
    return configuration;
}

} // namespace XmppPresence
