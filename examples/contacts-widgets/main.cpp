// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "appearance.h"
#include "contactswindow.h"
#include "loopbackdemo.h"
#include "session.h"
#include "windowoptions.h"

#include <QApplication>

using namespace Qt::StringLiterals;

static int run(const WindowOptions &options)
{
    applyAppearance(options);
    Session session;
    LoopbackDemo demo(options.seed, hasEastAsianFont() ? LoopbackDemo::Names::Native : LoopbackDemo::Names::Latin);
    ContactsWindow window(&session, &demo);
    if (options.screenshot.isEmpty())
        window.restoreSettings();
    window.choose(options.contact);
    window.show();
    scheduleScreenshot(options, [&window] { return window.grab().toImage(); });
    if (options.isLoopback) {
        demo.signIn(&session);
    } else {
        session.setAccount(options.account(u"contacts"_s), options.timeout);
        if (const auto password = passwordFromEnvironment())
            session.signIn(*password);
        else
            window.askForPassword();
    }
    return QApplication::exec();
}

int main(int argc, char **argv)
{
    chooseDisplay(argc, argv);
    QCoreApplication::setOrganizationName(u"XmppPresence"_s);
    QCoreApplication::setApplicationName(u"contacts-widgets"_s);
    const QApplication application(argc, argv);
    return runWindow(run);
}
