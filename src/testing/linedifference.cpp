// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "linedifference_p.h"

#include <algorithm>
#include <vector>

namespace XmppPresence {

using namespace Qt::StringLiterals;

using Lengths = std::vector<std::vector<qsizetype>>;

// How many lines what is left of both, from each two lines on, has in common: the longest common subsequence.
static Lengths commonLengths(const QStringList &a, const QStringList &b)
{
    Lengths lengths(size_t(a.size()) + 1, std::vector<qsizetype>(size_t(b.size()) + 1, 0));
    for (auto i = size_t(a.size()); i-- > 0;) {
        for (auto j = size_t(b.size()); j-- > 0;)
            lengths[i][j] = a[qsizetype(i)] == b[qsizetype(j)] ? lengths[i + 1][j + 1] + 1
                                                               : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
    return lengths;
}

static QStringList differences(const QStringList &expected, const QStringList &actual)
{
    const auto lengths = commonLengths(expected, actual);
    QStringList lines;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < expected.size() || j < actual.size()) {
        const bool isLeft = i < expected.size();
        const bool isRight = j < actual.size();
        if (isLeft && isRight && expected[i] == actual[j]) {
            lines.append(QStringLiteral("  ") + expected[i++]);
            ++j;
        } else if (isLeft && (!isRight || lengths[size_t(i) + 1][size_t(j)] >= lengths[size_t(i)][size_t(j) + 1])) {
            lines.append(QStringLiteral("- ") + expected[i++]);
        } else {
            lines.append(QStringLiteral("+ ") + actual[j++]);
        }
    }
    return lines;
}

static QStringList unchanged(QStringList lines)
{
    for (auto &line : lines)
        line.prepend("  "_L1);
    return lines;
}

QString lineDifference(const QStringList &expected, const QStringList &actual)
{
    if (expected == actual)
        return {};
    // What is the same at both ends is left out: to compare takes memory for each two lines.
    const auto begin = std::ranges::mismatch(expected, actual).in1 - expected.begin();
    const auto most = std::min(expected.size(), actual.size()) - begin;
    const auto end =
        std::mismatch(expected.rbegin(), expected.rbegin() + most, actual.rbegin()).first - expected.rbegin();
    const auto inner = [=](const QStringList &lines) { return lines.sliced(begin, lines.size() - begin - end); };
    const auto lines =
        unchanged(expected.first(begin)) + differences(inner(expected), inner(actual)) + unchanged(expected.last(end));
    return lines.join(u'\n');
}

} // namespace XmppPresence
