// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "options.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

static constexpr auto description = R"(Prints the presence of an account's contacts as it changes, then who is there.

The password of an account is asked for on the terminal, or taken from the
environment variable XMPP_PASSWORD. Ctrl+C prints the summary and ends.)"_L1;

static constexpr auto epilog = R"(
With --json each line is an object. One for a signal has the keys "time" (ISO
8601, UTC), "signal" (as PresenceTracker names it), "jid", "state" (xa, away,
online, chat, dnd, unavailable or error), "priority" and "status". The last one
has the keys "time" and "summary": an array of objects with the keys "jid",
"state", "priority" and "status".

Exit status:
  0  success
  1  a failure that is none of these
  2  wrong usage
  3  malformed JID
  4  wrong password, or account disabled
  5  unknown host
  6  connection refused
  7  no TLS, or a certificate that is not trusted
  8  timeout, or connection lost
)"_L1;

static void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(description);
    parser.addOption({{u"h"_s, u"help"_s}, u"Print this help."_s});
    parser.addOptions(AccountOptions::options());
    parser.addOptions({
        {u"duration"_s, u"End after SECONDS."_s, u"SECONDS"_s},
        {u"json"_s, u"Print JSON lines."_s},
        {u"record"_s, u"Write a trace of all presence to FILE, for XmppPresence::PresenceTracePlayer."_s, u"FILE"_s},
        {u"anonymous"_s, u"Invent the names and the texts in the trace."_s},
    });
}

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText() + epilog;
}

Options Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        throw wrongUsage(parser.errorText());
    Options options;
    options.isHelp = parser.isSet(u"help"_s);
    if (options.isHelp)
        return options;
    const bool isChosen = parser.isSet(u"loopback"_s) || parser.isSet(u"jid"_s);
    if (!isChosen && parser.positionalArguments().isEmpty())
        throw wrongUsage(u"Say either --loopback or --jid"_s);
    options.isJson = parser.isSet(u"json"_s);
    options.record = parser.value(u"record"_s);
    if (parser.isSet(u"record"_s) && options.record.isEmpty())
        throw wrongUsage(u"--record takes the name of a file"_s);
    options.isAnonymous = parser.isSet(u"anonymous"_s);
    if (options.isAnonymous && options.record.isEmpty())
        throw wrongUsage(u"--anonymous is for a trace: say --record, too"_s);
    if (parser.isSet(u"duration"_s))
        options.duration = seconds(parser, u"duration"_s);
    options.read(parser);
    return options;
}
