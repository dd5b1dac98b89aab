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
    qsizetype first; // index of the first of them
};

// The rows of a model in their order, in blocks of a few hundred: a row is found, put in and taken out among a hundred
// thousand without moving them all.
class RowList
{
public:
    using Less = std::function<bool(const PresenceRow &, const PresenceRow &)>;

    qsizetype size() const { return m_size; }
    const PresenceRow &at(qsizetype index) const;
    static qsizetype indexOf(const ListedRow &row);
    qsizetype lowerBound(const PresenceRow &row, const Less &less) const;
    void insert(qsizetype index, ListedRow *row);
    void take(qsizetype index);
    Rows rows() const;
    void setRows(const Rows &rows);

private:
    using Blocks = std::vector<std::unique_ptr<RowBlock>>; // none of them empty

    Blocks::const_iterator blockAt(qsizetype index) const;
    void splitInTwo(Blocks::const_iterator block);
    void moveFirsts(Blocks::const_iterator begin, qsizetype by);

    Blocks m_blocks;
    qsizetype m_size = 0;
};

} // namespace XmppPresence
