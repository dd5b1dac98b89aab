// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencerow_p.h"

#include <functional>
#include <memory>
#include <vector>

namespace XmppPresence {

struct RowBlock;

// A row that has a place in a list.
struct ListedRow
{
    PresenceRow row;
    RowBlock *block = nullptr; // of the list that it is in
};
using Rows = std::vector<ListedRow *>;

struct RowBlock
{
    Rows rows;
    size_t number; // of the block in its list
};

// The rows of a model in their order, in blocks of a few hundred: a row is found, put in and taken out among a hundred
// thousand without moving them all.
class RowList
{
public:
    using Less = std::function<bool(const PresenceRow &, const PresenceRow &)>;

    qsizetype size() const { return m_size; }
    const PresenceRow &at(qsizetype index) const;
    qsizetype indexOf(const ListedRow &row) const;
    qsizetype lowerBound(const PresenceRow &row, const Less &less) const;
    void insert(qsizetype index, ListedRow *row);
    void take(qsizetype index);
    Rows rows() const;
    void setRows(const Rows &rows);

private:
    size_t blockAt(qsizetype index) const;
    void splitInTwo(size_t number);
    void moveFirsts(size_t begin, qsizetype by);
    void renumber(size_t begin);

    std::vector<std::unique_ptr<RowBlock>> m_blocks; // none of them empty
    std::vector<qsizetype> m_firsts; // index of the first row of each
    qsizetype m_size = 0;
};

} // namespace XmppPresence
