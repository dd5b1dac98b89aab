// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "allocations.h"

#include <atomic>
#include <cstdlib>

#include <malloc.h>

static constinit std::atomic<qint64> count = 0;

// Threads may lose some. To count them all would make it slower to allocate, and who allocates look slower than they
// are.
static void countOne()
{
    count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

// What the C library allows a program to replace, and calls itself.
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    countOne();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    countOne();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size)
{
    countOne();
    return __libc_realloc(memory, size);
}
}

qint64 allocations()
{
    return count.load(std::memory_order_relaxed);
}

qint64 allocatedBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}
