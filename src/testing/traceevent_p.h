// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QDomElement;

namespace XmppPresence {

// A line of a trace, after the first one.
struct TraceEvent
{
    enum class Kind { Stanza, Begun, Lost, Resumed, Ended };

    qint64 time = 0; // ms since the trace began
    Kind kind = Kind::Stanza;
    QString text; // the XML of the stanza, or the JID of the account that has begun a session

    QByteArray toLine() const;

    // Nothing, and why, if it is none.
    static std::optional<TraceEvent> fromLine(const QByteArray &line, QString &error);
};

// The first line says what the others are.
QByteArray traceHeader(bool isAnonymous);
bool isTraceHeader(const QByteArray &line, QString &error);

QString xmlOf(const QDomElement &element);

} // namespace XmppPresence
