// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "appearance.h"
#include "loopbackdemo.h"
#include "session.h"
#include "windowbackend.h"
#include "windowoptions.h"

#include <QGuiApplication>
#include <QMetaEnum>
#include <QPalette>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cctype>

using namespace Qt::StringLiterals;

// Without a display there is nothing that could draw but the processor.
static void chooseRenderer()
{
    if (QGuiApplication::platformName() == u"offscreen" && !qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

// The styles of Qt Quick have palettes of their own, whatever the application has. Their shades are theirs.
static void applyPalette(QObject *window)
{
    auto *active = window->property("palette").value<QObject *>();
    auto *disabled = active->property("disabled").value<QObject *>();
    const auto roles = QMetaEnum::fromType<QPalette::ColorRole>();
    for (const auto role : {QPalette::WindowText, QPalette::Button, QPalette::Text, QPalette::ButtonText,
             QPalette::Base, QPalette::Window, QPalette::Highlight, QPalette::HighlightedText, QPalette::Link,
             QPalette::AlternateBase, QPalette::ToolTipBase, QPalette::ToolTipText, QPalette::PlaceholderText}) {
        QByteArray name = roles.valueToKey(role);
        name[0] = char(std::tolower(name[0]));
        active->setProperty(name.constData(), QGuiApplication::palette().color(QPalette::Active, role));
        disabled->setProperty(name.constData(), QGuiApplication::palette().color(QPalette::Disabled, role));
    }
}

static void signIn(WindowBackend &backend, const WindowOptions &options)
{
    if (options.isLoopback) {
        backend.demo()->signIn(backend.session());
        return;
    }
    backend.session()->setAccount(options.account(u"contacts"_s), options.timeout);
    if (const auto password = passwordFromEnvironment())
        backend.session()->signIn(*password);
    else
        Q_EMIT backend.passwordWanted();
}

static int run(const WindowOptions &options)
{
    chooseRenderer();
    applyAppearance(options);
    Session session;
    LoopbackDemo demo(options.seed, hasEastAsianFont() ? LoopbackDemo::Names::Native : LoopbackDemo::Names::Latin);
    WindowBackend backend(&session, &demo);
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{u"backend"_s, QVariant::fromValue(&backend)}, {u"contact"_s, options.contact}});
    engine.loadFromModule("Contacts", "ContactsWindow");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return int(ExitStatus::OtherFailure);
    if (options.colorScheme)
        applyPalette(window);
    scheduleScreenshot(options, [window] { return window->grabWindow(); });
    signIn(backend, options);
    return QGuiApplication::exec();
}

int main(int argc, char **argv)
{
    chooseDisplay(argc, argv);
    QCoreApplication::setOrganizationName(u"XmppPresence"_s);
    QCoreApplication::setApplicationName(u"contacts-qml"_s);
    const QGuiApplication application(argc, argv);
    return runWindow(run);
}
