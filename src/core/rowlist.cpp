// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rowlist_p.h"

#include <algorithm>
#include <span>

namespace XmppPresence {

static constexpr size_t blockSize = 256; // up to twice that

static std::unique_ptr<RowBlock> blockOf(Rows::const_iterator begin, Rows::const_iterator end, size_t number)
{
    auto block = std::make_unique<RowBlock>(Rows(begin, end), number);
    for (auto *row : block->rows)
        row->block = block.get();
    return block;
}

// The number of the block that has the index, or of the last one for the end of the list. There must be one.
size_t RowList::blockAt(qsizetype index) const
{
    return size_t(std::ranges::upper_bound(m_firsts, index) - m_firsts.begin()) - 1;
}

const PresenceRow &RowList::at(qsizetype index) const
{
    const auto block = blockAt(index);
    return m_blocks[block]->rows[size_t(index - m_firsts[block])]->row;
}

qsizetype RowList::indexOf(const ListedRow &row) const
{
    return m_firsts[row.block->number] + (std::ranges::find(row.block->rows, &row) - row.block->rows.begin());
}

qsizetype RowList::lowerBound(const PresenceRow &row, const Less &less) const
{
    const auto isBefore = [&](const ListedRow *other) { return less(other->row, row); };
    const auto block =
        std::ranges::partition_point(m_blocks, [&](const auto &rows) { return isBefore(rows->rows.back()); });
    if (block == m_blocks.end())
        return m_size;
    const auto &rows = (*block)->rows;
    return m_firsts[(*block)->number] + (std::ranges::partition_point(rows, isBefore) - rows.begin());
}

void RowList::insert(qsizetype index, ListedRow *row)
{
    if (m_size == 0)
        return setRows({row});
    const auto number = blockAt(index);
    auto &block = *m_blocks[number];
    row->block = &block;
    block.rows.insert(block.rows.begin() + (index - m_firsts[number]), row);
    ++m_size;
    moveFirsts(number + 1, 1);
    if (block.rows.size() > 2 * blockSize)
        splitInTwo(number);
}

void RowList::splitInTwo(size_t number)
{
    auto &rows = m_blocks[number]->rows;
    const auto next = number + 1;
    m_blocks.insert(m_blocks.begin() + qsizetype(next), blockOf(rows.begin() + blockSize, rows.end(), next));
    m_firsts.insert(m_firsts.begin() + qsizetype(next), m_firsts[number] + qsizetype(blockSize));
    rows.resize(blockSize);
    renumber(next);
}

void RowList::take(qsizetype index)
{
    const auto number = blockAt(index);
    auto &rows = m_blocks[number]->rows;
    const auto row = rows.begin() + (index - m_firsts[number]);
    (*row)->block = nullptr;
    rows.erase(row);
    --m_size;
    moveFirsts(number + 1, -1);
    if (rows.empty()) {
        m_blocks.erase(m_blocks.begin() + qsizetype(number));
        m_firsts.erase(m_firsts.begin() + qsizetype(number));
        renumber(number);
    }
}

void RowList::moveFirsts(size_t begin, qsizetype by)
{
    for (auto &first : std::span(m_firsts).subspan(begin))
        first += by;
}

void RowList::renumber(size_t begin)
{
    for (auto number = begin; number < m_blocks.size(); ++number)
        m_blocks[number]->number = number;
}

Rows RowList::rows() const
{
    Rows all;
    all.reserve(size_t(m_size));
    for (const auto &block : m_blocks)
        all.insert(all.end(), block->rows.begin(), block->rows.end());
    return all;
}

void RowList::setRows(const Rows &rows)
{
    for (const auto &block : m_blocks) {
        for (auto *row : block->rows)
            row->block = nullptr;
    }
    m_blocks.clear();
    m_firsts.clear();
    m_size = std::ssize(rows);
    for (size_t first = 0; first < rows.size(); first += blockSize) {
        const auto begin = rows.begin() + qsizetype(first);
        const auto end = begin + qsizetype(std::min(blockSize, rows.size() - first));
        m_firsts.push_back(qsizetype(first));
        m_blocks.push_back(blockOf(begin, end, m_blocks.size()));
    }
}

} // namespace XmppPresence
