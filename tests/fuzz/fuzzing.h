// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QDebug>
#include <QStringList>

#include <cstdint>
#include <cstdlib>

// What all fuzzers have in common. LLVMFuzzerTestOneInput() is theirs.

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// What has happened to the present input, for whoever reads a finding.
inline QStringList happened;

// Ends the process, as a finding, if the two differ.
template <typename T>
void expectEqual(const T &actual, const T &expected, const char *what)
{
    if (actual == expected)
        return;
    for (const auto &event : std::as_const(happened))
        qCritical().noquote() << event;
    qCritical().nospace() << what << "\n  is        " << actual << "\n  should be " << expected;
    std::abort();
}

inline void expect(bool isTrue, const char *what)
{
    expectEqual(isTrue, true, what);
}

// Iterations of the event loop until nothing is left to do: timers of no time wait for the next one.
void wholeTurn();
