// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "appearance.h"

#include "windowoptions.h"

#include <XmppPresence/Translations>

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>
#include <QStyleHints>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <span>

using namespace Qt::StringLiterals;

void chooseDisplay(int argc, char **argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const std::span arguments(argv, size_t(argc));
    const bool isInvisible = std::ranges::any_of(arguments, [](const QByteArrayView argument) {
        return argument.startsWith("--screenshot") || argument == "--help" || argument == "-h";
    });
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    if (isInvisible && !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
#endif
}

static QPalette darkPalette()
{
    QPalette palette(QColor(50, 50, 54), QColor(37, 37, 40));
    palette.setColor(QPalette::Base, QColor(30, 30, 32));
    palette.setColor(QPalette::AlternateBase, QColor(42, 42, 46));
    palette.setColor(QPalette::Highlight, QColor(42, 100, 170));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(110, 170, 250));
    palette.setColor(QPalette::ToolTipBase, QColor(60, 60, 64));
    palette.setColor(QPalette::ToolTipText, QColor(240, 240, 240));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, QColor(236, 236, 238));
        palette.setColor(QPalette::Disabled, role, QColor(130, 130, 136));
    }
    palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 156));
    return palette;
}

// Not every platform does as it is asked.
static void applyColorScheme(Qt::ColorScheme scheme)
{
    auto *hints = QGuiApplication::styleHints();
    hints->setColorScheme(scheme);
    const bool isDark = QGuiApplication::palette().window().color().lightness() < 128;
    if (isDark == (scheme == Qt::ColorScheme::Dark))
        return;
    QGuiApplication::setPalette(
        scheme == Qt::ColorScheme::Dark ? darkPalette() : QPalette(QColor(239, 239, 239), QColor(239, 239, 239)));
}

static void installTranslation(const QLocale &locale, const QString &catalogue, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, catalogue, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
}

static void applyLanguage(const QLocale &locale)
{
    Q_INIT_RESOURCE(xmpppresence_examples_translations);
    QLocale::setDefault(locale);
    installTranslation(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installTranslation(locale, u"xmpppresence-examples"_s, u":/i18n"_s);
    XmppPresence::installTranslations(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

void applyAppearance(const WindowOptions &options)
{
    if (options.colorScheme)
        applyColorScheme(*options.colorScheme);
    applyLanguage(options.language.isEmpty() ? QLocale() : QLocale(options.language));
    if (options.isRightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

Qt::Alignment startAlignment()
{
    return Qt::AlignAbsolute | Qt::AlignVCenter | (QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
}

bool hasEastAsianFont()
{
    return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty()
        && !QFontDatabase::families(QFontDatabase::Japanese).isEmpty()
        && !QFontDatabase::families(QFontDatabase::Korean).isEmpty();
}

void scheduleScreenshot(const WindowOptions &options, std::function<QImage()> grab)
{
    if (options.screenshot.isEmpty())
        return;
    QTimer::singleShot(options.after, qGuiApp, [file = options.screenshot, grab = std::move(grab)] {
        const bool isSaved = grab().save(file);
        if (!isSaved)
            std::fprintf(stderr, "Cannot save %s\n", qUtf8Printable(file));
        QCoreApplication::exit(isSaved ? 0 : int(ExitStatus::OtherFailure));
    });
}
