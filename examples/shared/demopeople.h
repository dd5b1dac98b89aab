// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QXmppPresence.h>

#include <span>

// Who is in the contact list of the demonstration, and what they say.

struct DemoPerson
{
    const char16_t *username;
    const char16_t *name;
    const char16_t *groups; // with commas between them
    const char16_t *devices; // with commas between them; without any, the person never comes
    const char16_t *language; // which the person writes statuses in, too
    const char16_t *latinName = nullptr; // for where no font has the letters of the name
};

struct DemoMood
{
    const char16_t *language;
    QXmppPresence::AvailableStatusType show;
    const char16_t *status;
};

std::span<const DemoPerson> demoPeople();
std::span<const DemoMood> demoMoods();
