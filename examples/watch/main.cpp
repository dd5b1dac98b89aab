// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "account.h"
#include "failure.h"
#include "interrupt.h"
#include "options.h"
#include "passwordprompt.h"
#include "recording.h"
#include "signalprinter.h"
#include "simulation.h"

#include <XmppPresence/DisplayText>
#include <XmppPresence/PresenceTracker>

#include <QCoreApplication>
#include <QTimer>

#include <QXmppConfiguration.h>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using XmppPresence::PresenceTracker;

static QString password(const QString &jid)
{
    if (const auto password = passwordFromEnvironment())
        return *password;
    if (const auto password = promptForPassword(u"Password of %1: "_s.arg(XmppPresence::displayText(jid))))
        return *password;
    throw Failure{ExitStatus::WrongUsage, u"No password from a terminal, nor in XMPP_PASSWORD"_s};
}

static int watch(const Options &options)
{
    Simulation simulation(options.seed);
    if (options.isLoopback && !simulation.start())
        throw Failure{ExitStatus::OtherFailure, u"Cannot listen on the loopback interface"_s};
    auto configuration = options.isLoopback ? simulation.watcher() : options.account(u"watch"_s);
    if (!options.isLoopback)
        configuration.setPassword(password(options.jid));

    Account account;
    PresenceTracker tracker(account.client());
    const Recording recording(&tracker, options);
    SignalPrinter printer(&tracker, options.isJson ? SignalPrinter::Format::Json : SignalPrinter::Format::Text);
    const Interrupt interrupt;
    bool isDone = false;
    const Failure cannotPrint{ExitStatus::OtherFailure, u"Cannot write to the standard output"_s};
    const auto fail = [](const Failure &failure) { QCoreApplication::exit(report(failure)); };
    const auto finish = [&] {
        if (std::exchange(isDone, true))
            return;
        const bool isPrinted = printer.printSummary();
        account.signOut();
        if (!isPrinted)
            fail(cannotPrint);
        else if (const auto failure = recording.failure())
            fail(*failure);
        else
            QCoreApplication::exit();
    };
    QObject::connect(&interrupt, &Interrupt::interrupted, &account, finish);
    QObject::connect(&account, &Account::failed, &account, fail);
    QObject::connect(&printer, &SignalPrinter::failed, &account, [&] { fail(cannotPrint); });
    QObject::connect(&simulation, &Simulation::finished, &account, finish);
    QObject::connect(&simulation, &Simulation::stalled, &account,
        [fail] { fail({ExitStatus::ConnectionLost, u"The simulation has stalled"_s}); });
    if (options.duration && !options.isLoopback) {
        QObject::connect(
            &account, &Account::signedIn, &account, [&] { QTimer::singleShot(*options.duration, &account, finish); });
    }

    if (options.isLoopback && !options.isJson)
        std::printf("Simulation with seed %u\n", options.seed);
    if (options.isLoopback)
        simulation.run(account.client(), options.duration);
    account.signIn(configuration, options.timeout);
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    try {
        const auto options = Options::parse(QCoreApplication::arguments());
        if (options.isHelp) {
            std::fputs(qUtf8Printable(helpText()), stdout);
            return 0;
        }
        return watch(options);
    } catch (const Failure &failure) {
        return report(failure);
    }
}
