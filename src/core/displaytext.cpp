// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "displaytext.h"

#include <algorithm>

namespace XmppPresence {

static bool isBreak(QChar c)
{
    return (c >= u'\t' && c <= u'\r') || c == u'\x85' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

static bool isLeftOut(QChar c)
{
    return c.category() == QChar::Other_Control || (c >= u'\u202a' && c <= u'\u202e')
        || (c >= u'\u2066' && c <= u'\u2069');
}

static bool isKept(QChar c)
{
    return (c >= u' ' && c <= u'~') || !(isBreak(c) || isLeftOut(c));
}

static QString cut(QString text, qsizetype maxLength)
{
    if (maxLength <= 0)
        return {};
    text.truncate(maxLength - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'\u2026';
}

QString displayText(const QString &text, qsizetype maxLength)
{
    if (text.size() <= maxLength && std::ranges::all_of(text, isKept))
        return text; // nearly all text, and not a copy

    QString shown;
    bool afterGap = false;
    for (const auto c : text) {
        const bool isGap = isBreak(c);
        if (isGap ? afterGap : isLeftOut(c))
            continue;
        shown += isGap ? QChar(u' ') : c;
        afterGap = isGap;
        if (shown.size() > maxLength)
            return cut(std::move(shown), maxLength);
    }
    return shown;
}

} // namespace XmppPresence
