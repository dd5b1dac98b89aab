// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "rowlist_p.h"

#include <algorithm>
#include <span>
#include <utility>

namespace XmppPresence {

static constexpr size_t blockSize = 256; // up to twice that

static qsizetype countShown(std::span<ListedRow *const> rows)
{
    return std::ranges::count_if(rows, &ListedRow::isShown);
}

static std::unique_ptr<RowBlock> blockOf(std::span<ListedRow *const> rows, size_t number)
{
    auto block = std::make_unique<RowBlock>(Rows(rows.begin(), rows.end()), number, countShown(rows));
    for (auto *row : rows)
        row->block = block.get();
    return block;
}

// How many are shown before the one at the offset.
static qsizetype shownBefore(const RowBlock &block, qsizetype offset)
{
    const bool isEachShown = block.shown == std::ssize(block.rows);
    return isEachShown ? offset : countShown(std::span(block.rows).first(size_t(offset)));
}

// The number of the block that has the row of the index.
size_t RowList::blockAt(qsizetype index) const
{
    return size_t(std::ranges::upper_bound(m_firsts, index) - m_firsts.begin()) - 1;
}

const PresenceRow &RowList::at(qsizetype index) const
{
    const auto number = blockAt(index);
    const auto &block = *m_blocks[number];
    auto left = index - m_firsts[number];
    if (block.shown == std::ssize(block.rows))
        return block.rows[size_t(left)]->row;
    return (*std::ranges::find_if(block.rows, [&](const ListedRow *row) { return row->isShown && left-- == 0; }))->row;
}

qsizetype RowList::indexOf(const ListedRow &row) const
{
    const auto &block = *row.block;
    return m_firsts[block.number] + shownBefore(block, std::ranges::find(block.rows, &row) - block.rows.begin());
}

RowList::Place RowList::placeFor(const PresenceRow &row, const Less &less) const
{
    const auto isBefore = [&](const ListedRow *other) { return less(other->row, row); };
    const auto next =
        std::ranges::partition_point(m_blocks, [&](const auto &block) { return isBefore(block->rows.back()); });
    if (m_blocks.empty())
        return {};
    const auto &block = next == m_blocks.end() ? *m_blocks.back() : **next;
    const auto offset = std::ranges::partition_point(block.rows, isBefore) - block.rows.begin();
    return {m_firsts[block.number] + shownBefore(block, offset), block.number, offset};
}

void RowList::insert(const Place &place, ListedRow *row)
{
    if (m_blocks.empty())
        return setRows({row});
    auto &block = *m_blocks[place.block];
    row->block = &block;
    block.rows.insert(block.rows.begin() + place.offset, row);
    if (row->isShown)
        count(block, 1);
    if (block.rows.size() > 2 * blockSize)
        splitInTwo(place.block);
}

void RowList::move(ListedRow *row, Place place)
{
    auto &rows = row->block->rows;
    if (row->block->number != place.block) {
        const bool isLast = rows.size() == 1;
        if (isLast && row->block->number < place.block)
            --place.block;
        take(row);
        return insert(place, row);
    }
    const auto from = std::ranges::find(rows, row);
    const auto to = rows.begin() + place.offset;
    if (from < to)
        std::rotate(from, from + 1, to);
    else
        std::rotate(to, from, from + 1);
}

void RowList::splitInTwo(size_t number)
{
    auto &block = *m_blocks[number];
    const auto next = number + 1;
    m_blocks.insert(m_blocks.begin() + qsizetype(next), blockOf(std::span(block.rows).subspan(blockSize), next));
    block.rows.resize(blockSize);
    block.shown -= m_blocks[next]->shown;
    m_firsts.insert(m_firsts.begin() + qsizetype(next), m_firsts[number] + block.shown);
    renumber(next);
}

void RowList::take(ListedRow *row)
{
    auto &block = *std::exchange(row->block, nullptr);
    block.rows.erase(std::ranges::find(block.rows, row));
    if (row->isShown)
        count(block, -1);
    if (block.rows.empty()) {
        const auto number = block.number;
        m_blocks.erase(m_blocks.begin() + qsizetype(number));
        m_firsts.erase(m_firsts.begin() + qsizetype(number));
        renumber(number);
    }
}

void RowList::show(ListedRow *row, bool isShown)
{
    if (std::exchange(row->isShown, isShown) != isShown)
        count(*row->block, isShown ? 1 : -1);
}

void RowList::count(RowBlock &block, qsizetype change)
{
    block.shown += change;
    m_size += change;
    moveFirsts(block.number + 1, change);
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
    all.reserve(m_blocks.size() * blockSize);
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
    m_size = 0;
    const std::span all(rows);
    for (size_t begin = 0; begin < rows.size(); begin += blockSize) {
        m_firsts.push_back(m_size);
        m_blocks.push_back(blockOf(all.subspan(begin, std::min(blockSize, rows.size() - begin)), m_blocks.size()));
        m_size += m_blocks.back()->shown;
    }
}

} // namespace XmppPresence
