// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencebuilder.h"

#include <QTest>

#include <optional>

/*!
    \headerfile <XmppPresence/PresenceComparison>
    \inmodule XmppPresence
    \title Comparing presence in tests
    \brief What QCOMPARE needs to compare stanzas, and what a query may have found or not.

    \snippet testing.cpp comparison

    Two stanzas are equal if they are sent as the same XML; QXmpp has no comparison of its own. A suite that is linked
    to Qt Test has this header with that of PresenceBuilder.

    All other values of XmppPresence need no header: Qt Test prints a PresenceState, and the enumerations, by name.
*/

// Nothing could have been compared before, so that it is no matter which sources of a suite include this.
namespace QTest {

template <>
inline char *toString(const QXmppPresence &stanza)
{
    return qstrdup(XmppPresence::presenceXml(stanza).toUtf8().constData());
}

template <>
inline char *toString(const std::optional<QXmppPresence> &stanza)
{
    return stanza ? toString(*stanza) : qstrdup("nothing");
}

inline bool qCompare(const std::optional<QXmppPresence> &actual, const std::optional<QXmppPresence> &expected,
    const char *actualText, const char *expectedText, const char *file, int line)
{
    using XmppPresence::presenceXml;
    const bool isSame =
        actual.has_value() == expected.has_value() && (!actual || presenceXml(*actual) == presenceXml(*expected));
    const auto formatter = Internal::genericToString<std::optional<QXmppPresence>>;
    return compare_helper(isSame, "Compared stanzas are not the same", &actual, &expected, formatter, formatter,
        actualText, expectedText, file, line);
}

inline bool qCompare(const std::optional<QXmppPresence> &actual, const QXmppPresence &expected, const char *actualText,
    const char *expectedText, const char *file, int line)
{
    return qCompare(actual, std::optional(expected), actualText, expectedText, file, line);
}

inline bool qCompare(const QXmppPresence &actual, const QXmppPresence &expected, const char *actualText,
    const char *expectedText, const char *file, int line)
{
    return qCompare(std::optional(actual), std::optional(expected), actualText, expectedText, file, line);
}

} // namespace QTest
