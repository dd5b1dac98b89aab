// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "passwordprompt.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <cstdio>
#include <iterator>

std::optional<QString> promptForPassword(const QString &prompt)
{
    const HANDLE terminal = GetStdHandle(STD_INPUT_HANDLE);
    DWORD shown = 0;
    if (!GetConsoleMode(terminal, &shown))
        return {};

    SetConsoleMode(terminal, shown & ~DWORD(ENABLE_ECHO_INPUT));
    std::fputs(qPrintable(prompt), stderr);
    wchar_t line[1024];
    DWORD length = 0;
    const bool isRead = ReadConsoleW(terminal, line, DWORD(std::size(line)), &length, nullptr);
    SetConsoleMode(terminal, shown);
    std::fputs("\n", stderr);
    const auto password = QString::fromWCharArray(line, qsizetype(length));
    if (!isRead || !password.endsWith(u"\r\n"))
        return {};
    return password.chopped(2);
}

#else
#include <QFile>

#include <termios.h>
#include <unistd.h>

std::optional<QString> promptForPassword(const QString &prompt)
{
    QFile terminal(QStringLiteral("/dev/tty"));
    termios shown{};
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || tcgetattr(terminal.handle(), &shown) != 0)
        return {};

    // Ctrl+C is to end the line and not the program, which would leave the terminal without its echo.
    auto hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO | ISIG);
    hidden.c_cc[VEOL] = shown.c_cc[VINTR];
    tcsetattr(terminal.handle(), TCSAFLUSH, &hidden); // which forgets what was typed before
    terminal.write(prompt.toLocal8Bit());
    char line[1024];
    const auto length = read(terminal.handle(), line, sizeof line);
    tcsetattr(terminal.handle(), TCSAFLUSH, &shown);
    terminal.write("\n");
    if (length <= 0 || line[length - 1] != '\n')
        return {};
    return QString::fromLocal8Bit(line, length - 1);
}

#endif
