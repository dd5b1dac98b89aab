// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QObject>
#include <QTextStream>

class QXmppPresence;

namespace XmppPresence {
class PresenceTracker;
}

// Prints each signal of a tracker about a peer as a line, and on demand who is there.
class SignalPrinter : public QObject
{
    Q_OBJECT

public:
    enum class Format { Text, Json };

    SignalPrinter(const XmppPresence::PresenceTracker *tracker, Format format, QObject *parent = nullptr);

    // Prints no more signals then. Returns whether all could be printed.
    bool printSummary();

Q_SIGNALS:
    // A signal could not be printed, and no more are.
    void failed();

private:
    void print(const char *signal, const QString &jid, const QXmppPresence &stanza);

    const XmppPresence::PresenceTracker *m_tracker;
    const Format m_format;
    QTextStream m_out;
};
