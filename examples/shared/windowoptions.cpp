// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "windowoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cstdio>

using namespace Qt::StringLiterals;

static constexpr auto description = R"(Shows the contacts of an account, and who of them is there.

Without --jid they are simulated. The password of an account is asked for in a
window, or taken from the environment variable XMPP_PASSWORD.)"_L1;

static void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(description);
    parser.addOption({{u"h"_s, u"help"_s}, u"Print this help."_s});
    parser.addOptions(AccountOptions::options());
    parser.addOptions({
        {u"screenshot"_s, u"Save the window to FILE and end. Needs no display."_s, u"FILE"_s},
        {u"after"_s, u"Save the window after SECONDS (default 5)."_s, u"SECONDS"_s, u"5"_s},
        {u"contact"_s, u"Show the details of the contact JID."_s, u"JID"_s},
        {u"dark"_s, u"Be dark, whatever the desktop is."_s},
        {u"light"_s, u"Be light, whatever the desktop is."_s},
        {u"language"_s, u"Speak LANGUAGE, such as de or ar."_s, u"LANGUAGE"_s},
        {u"rtl"_s, u"Lay the window out from right to left."_s},
    });
}

QString windowHelpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

static void readScreenshot(const QCommandLineParser &parser, WindowOptions &options)
{
    options.screenshot = parser.value(u"screenshot"_s);
    options.after = seconds(parser, u"after"_s);
    if (parser.isSet(u"after"_s) && options.screenshot.isEmpty())
        throw wrongUsage(u"--after needs --screenshot"_s);
    if (parser.isSet(u"screenshot"_s) && QFileInfo(options.screenshot).suffix().isEmpty())
        throw wrongUsage(u"--screenshot takes a file such as contacts.png"_s);
}

static void readAppearance(const QCommandLineParser &parser, WindowOptions &options)
{
    if (parser.isSet(u"dark"_s) && parser.isSet(u"light"_s))
        throw wrongUsage(u"Say either --dark or --light"_s);
    if (parser.isSet(u"dark"_s))
        options.colorScheme = Qt::ColorScheme::Dark;
    else if (parser.isSet(u"light"_s))
        options.colorScheme = Qt::ColorScheme::Light;
    options.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && QLocale(options.language).language() == QLocale::C)
        throw wrongUsage(u"--language takes a code such as de or ar"_s);
    options.isRightToLeft = parser.isSet(u"rtl"_s);
}

WindowOptions WindowOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        throw wrongUsage(parser.errorText());
    WindowOptions options;
    options.isHelp = parser.isSet(u"help"_s);
    if (options.isHelp)
        return options;
    options.read(parser);
    options.contact = parser.value(u"contact"_s);
    readScreenshot(parser, options);
    readAppearance(parser, options);
    if (!options.isLoopback && !options.screenshot.isEmpty() && !passwordFromEnvironment())
        throw Failure{ExitStatus::WrongUsage, u"No password in XMPP_PASSWORD"_s};
    return options;
}

int runWindow(int (*run)(const WindowOptions &options))
{
    try {
        const auto options = WindowOptions::parse(QCoreApplication::arguments());
        if (!options.isHelp)
            return run(options);
        std::fputs(qUtf8Printable(windowHelpText()), stdout);
        return 0;
    } catch (const Failure &failure) {
        return report(failure);
    }
}
