// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QtTypes>

// How often the program has asked for memory. Qt's containers do so with malloc(), so that is what is counted, and
// operator new with it.
qint64 allocations();

// How many bytes of it are in use.
qint64 allocatedBytes();
