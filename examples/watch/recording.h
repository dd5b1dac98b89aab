// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "failure.h"

#include <QFile>

#include <XmppPresence/PresenceTraceWriter>

#include <optional>

struct Options;

// The trace that the command line asks for, if any.
class Recording
{
public:
    // Throws a Failure.
    Recording(XmppPresence::PresenceTracker *tracker, const Options &options);

    // That not all could be written.
    std::optional<Failure> failure() const;

private:
    QFile m_file;
    std::optional<XmppPresence::PresenceTraceWriter> m_writer;
};
