// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "presencerow_p.h"

#include <functional>
#include <memory>
#include <vector>

namespace XmppPresence {

struct RowBlock;

// A row that has a place in a list, or is to get one.
struct ListedRow
{
    PresenceRow row;
    RowBlock *block = nullptr; // of the list that it is in
    bool isShown = false; // whether it counts
    quint32 reading = 0; // of the model, in which it was read last

    bool isTold() const { return block; }
};
using Rows = std::vector<ListedRow *>;

struct RowBlock
{
    Rows rows;
    size_t number; // of the block in its list
    qsizetype shown; // how many of the rows are
};

// The rows of a model in their order, in blocks of a few hundred: a row is found, put in and taken out among a hundred
// thousand without moving them all. Indexes are those of the rows that are shown; the others have their places among
// them.
class RowList
{
public:
    using Less = std::function<bool(const PresenceRow &, const PresenceRow &)>;

    // Where something may be put in, until the list changes.
    struct Place
    {
        qsizetype index;
        size_t block;
        qsizetype offset; // in the block
    };

    qsizetype size() const { return m_size; }
    const PresenceRow &at(qsizetype index) const;
    qsizetype indexOf(const ListedRow &row) const; // of a row that is not shown, the one that it would have
    Place placeFor(const PresenceRow &row, const Less &less) const;
    void insert(const Place &place, ListedRow *row);
    void move(ListedRow *row, Place place); // the place counts the row where it is now
    void take(ListedRow *row);
    void show(ListedRow *row, bool isShown);
    Rows rows() const; // whether they are shown or not
    void setRows(const Rows &rows);

private:
    size_t blockAt(qsizetype index) const;
    void count(RowBlock &block, qsizetype change);
    void splitInTwo(size_t number);
    void moveFirsts(size_t begin, qsizetype by);
    void renumber(size_t begin);

    std::vector<std::unique_ptr<RowBlock>> m_blocks; // none of them empty
    std::vector<qsizetype> m_firsts; // index of the first shown row of each
    qsizetype m_size = 0;
};

} // namespace XmppPresence
