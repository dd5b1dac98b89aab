// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "accountoptions.h"

#include <QCommandLineParser>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <QXmppConfiguration.h>
#include <QXmppUtils.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

static constexpr int defaultPort = 5222;
static constexpr int longest = 24 * 60 * 60; // seconds

QList<QCommandLineOption> AccountOptions::options()
{
    return {
        {u"loopback"_s, u"Watch simulated contacts on a server inside this program."_s},
        {u"seed"_s, u"Simulate the same as every time with N."_s, u"N"_s},
        {u"jid"_s, u"Watch the contacts of the account JID."_s, u"JID"_s},
        {u"host"_s, u"Connect to HOST, and do not look for the server of the JID's domain."_s, u"HOST"_s},
        {u"port"_s, u"Connect to port P (default %1)."_s.arg(defaultPort), u"P"_s},
        {u"insecure"_s, u"Do without TLS or a trusted certificate, towards a loopback address only."_s},
        {u"timeout"_s, u"Give up if not signed in after SECONDS (default 30)."_s, u"SECONDS"_s, u"30"_s},
    };
}

std::optional<QString> passwordFromEnvironment()
{
    if (qEnvironmentVariableIsSet("XMPP_PASSWORD"))
        return qEnvironmentVariable("XMPP_PASSWORD");
    return {};
}

Failure wrongUsage(const QString &message)
{
    return {ExitStatus::WrongUsage, message + u" (see --help)"_s};
}

qint64 number(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most)
{
    bool isNumber = false;
    const auto value = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        throw wrongUsage(u"--%1 takes a number from %2 to %3"_s.arg(option).arg(least).arg(most));
    return value;
}

std::chrono::seconds seconds(const QCommandLineParser &parser, const QString &option)
{
    return std::chrono::seconds(number(parser, option, 1, longest));
}

static void checkCombination(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        throw wrongUsage(u"Unexpected argument: %1"_s.arg(parser.positionalArguments().first()));
    if (parser.isSet(u"loopback"_s) && parser.isSet(u"jid"_s))
        throw wrongUsage(u"Say either --loopback or --jid"_s);
    const auto foreign = parser.isSet(u"jid"_s) ? QStringList{u"seed"_s}
                                                : QStringList{u"host"_s, u"port"_s, u"insecure"_s, u"timeout"_s};
    for (const auto &option : foreign) {
        if (parser.isSet(option))
            throw wrongUsage(u"--%1 has no use here"_s.arg(option));
    }
}

// The parts that an account has (RFC 7622, 3), less what only tables of Unicode can tell: the server knows that.
std::optional<Failure> jidFailure(const QString &jid)
{
    static const QRegularExpression form(uR"(^([^\s"&'/:<>@\p{Cc}]+)@([^\s/@\p{Cc}]+)(?:/([^\p{Cc}]+))?$)"_s);
    const auto isTooLong = [](const QString &part) { return part.toUtf8().size() > 1023; };
    const auto parts = form.match(jid).capturedTexts().mid(1);
    if (parts.isEmpty() || std::ranges::any_of(parts, isTooLong))
        return Failure{ExitStatus::MalformedJid, u"Not the JID of an account: %1"_s.arg(jid)};
    return {};
}

static bool isLoopbackAddress(const QString &host)
{
    return QHostAddress(host).isLoopback() || host.compare(u"localhost", Qt::CaseInsensitive) == 0;
}

static void readAccount(const QCommandLineParser &parser, AccountOptions &options)
{
    options.jid = parser.value(u"jid"_s);
    if (const auto failure = jidFailure(options.jid))
        throw *failure; // NOLINT(misc-throw-by-value-catch-by-reference): it is a copy
    options.isInsecure = parser.isSet(u"insecure"_s);
    options.timeout = seconds(parser, u"timeout"_s);
    const bool isNamed = parser.isSet(u"host"_s) || parser.isSet(u"port"_s) || options.isInsecure;
    if (!isNamed)
        return;
    options.host = parser.isSet(u"host"_s) ? parser.value(u"host"_s) : QXmppUtils::jidToDomain(options.jid);
    options.port = parser.isSet(u"port"_s) ? int(number(parser, u"port"_s, 1, 65535)) : defaultPort;
    if (options.isInsecure && !isLoopbackAddress(options.host))
        throw wrongUsage(u"--insecure is for a loopback address only, which %1 is not"_s.arg(options.host));
}

void AccountOptions::read(const QCommandLineParser &parser)
{
    checkCombination(parser);
    isLoopback = !parser.isSet(u"jid"_s);
    seed = parser.isSet(u"seed"_s) ? quint32(number(parser, u"seed"_s, 0, std::numeric_limits<quint32>::max()))
                                   : QRandomGenerator::global()->generate();
    if (!isLoopback)
        readAccount(parser, *this);
}

QXmppConfiguration AccountOptions::account(const QString &program) const
{
    QXmppConfiguration account;
    account.setJid(jid);
    account.setResource(QXmppUtils::jidToResource(jid)); // without one, the server chooses
    account.setResourcePrefix(program);
    account.setUseSasl2Authentication(account.resource().isEmpty()); // with it, the server chooses anyway
    account.setAutoReconnectionEnabled(false);
    if (!host.isEmpty()) {
        account.setHost(host);
        account.setPort(port);
    }
    if (isInsecure) {
        account.setStreamSecurityMode(QXmppConfiguration::TLSEnabled);
        account.setIgnoreSslErrors(true);
    } else {
        account.setStreamSecurityMode(QXmppConfiguration::TLSRequired);
    }
    return account;
}
