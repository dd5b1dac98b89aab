// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "collation_p.h"

#include <algorithm>

namespace XmppPresence {

QCollator nameCollator()
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

static bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c < u'\x80'; });
}

QString folded(QString text)
{
    if (isAscii(text)) {
        for (auto &c : text) {
            if (c >= u'A' && c <= u'Z')
                c = QChar(c.unicode() | 0x20);
        }
        return text;
    }
    auto result = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    result.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return result;
}

bool containsFolded(const QString &text, const QString &foldedPart)
{
    return isAscii(text) ? text.contains(foldedPart, Qt::CaseInsensitive) : folded(text).contains(foldedPart);
}

} // namespace XmppPresence
