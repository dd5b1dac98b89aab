// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rowlist_p.h"

#include <algorithm>

namespace XmppPresence {

static constexpr size_t blockSize = 256; // up to twice that

static std::unique_ptr<RowBlock> blockOf(Rows::const_iterator begin, Rows::const_iterator end, qsizetype first)
{
    auto block = std::make_unique<RowBlock>(Rows(begin, end), first);
    for (auto *row : block->rows)
        row->block = block.get();
    return block;
}

// The block that has the index, or the last one for the end of the list. There must be one.
auto RowList::blockAt(qsizetype index) const -> Blocks::const_iterator
{
    const auto next = std::ranges::upper_bound(m_blocks, index, {}, &RowBlock::first);
    return std::prev(next);
}

const PresenceRow &RowList::at(qsizetype index) const
{
    const auto &block = **blockAt(index);
    return block.rows[size_t(index - block.first)]->row;
}

qsizetype RowList::indexOf(const ListedRow &row)
{
    return row.block->first + (std::ranges::find(row.block->rows, &row) - row.block->rows.begin());
}

qsizetype RowList::lowerBound(const PresenceRow &row, const Less &less) const
{
    const auto isBefore = [&](const ListedRow *other) { return less(other->row, row); };
    const auto block =
        std::ranges::partition_point(m_blocks, [&](const auto &rows) { return isBefore(rows->rows.back()); });
    if (block == m_blocks.end())
        return m_size;
    const auto &rows = (*block)->rows;
    return (*block)->first + (std::ranges::partition_point(rows, isBefore) - rows.begin());
}

void RowList::insert(qsizetype index, ListedRow *row)
{
    if (m_size == 0)
        return setRows({row});
    const auto block = blockAt(index);
    auto &rows = (*block)->rows;
    row->block = block->get();
    rows.insert(rows.begin() + (index - (*block)->first), row);
    ++m_size;
    moveFirsts(std::next(block), 1);
    if (rows.size() > 2 * blockSize)
        splitInTwo(block);
}

void RowList::splitInTwo(Blocks::const_iterator block)
{
    auto &rows = (*block)->rows;
    auto upper = blockOf(rows.begin() + blockSize, rows.end(), (*block)->first + qsizetype(blockSize));
    rows.resize(blockSize);
    m_blocks.insert(std::next(block), std::move(upper));
}

void RowList::take(qsizetype index)
{
    const auto block = blockAt(index);
    auto &rows = (*block)->rows;
    const auto row = rows.begin() + (index - (*block)->first);
    (*row)->block = nullptr;
    rows.erase(row);
    --m_size;
    moveFirsts(std::next(block), -1);
    if (rows.empty())
        m_blocks.erase(block);
}

void RowList::moveFirsts(Blocks::const_iterator begin, qsizetype by)
{
    for (auto block = begin; block != m_blocks.end(); ++block)
        (*block)->first += by;
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
    m_size = std::ssize(rows);
    for (size_t first = 0; first < rows.size(); first += blockSize) {
        const auto begin = rows.begin() + qsizetype(first);
        const auto end = begin + qsizetype(std::min(blockSize, rows.size() - first));
        m_blocks.push_back(blockOf(begin, end, qsizetype(first)));
    }
}

} // namespace XmppPresence
