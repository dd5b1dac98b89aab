// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QImage>

#include <functional>

struct WindowOptions;

// Has Qt draw into memory if it is only for a screenshot, or for no window at all, and there is no display. Call it
// before there is an application.
void chooseDisplay(int argc, char **argv);

// Sets colours, language and direction of the application.
void applyAppearance(const WindowOptions &options);

// Where text begins in a window, be it of the other direction: without this, text alone says where it stands.
Qt::Alignment startAlignment();

// Whether a font is installed that has Chinese, Japanese and Korean letters: without one a name is a row of boxes.
bool hasEastAsianFont();

// Ends the application with a picture of its window, if options ask for one; with status 1 if it cannot be saved.
void scheduleScreenshot(const WindowOptions &options, std::function<QImage()> grab);
