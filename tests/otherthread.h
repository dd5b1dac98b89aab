// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QMetaObject>
#include <QObject>

#include <atomic>

// Does something in the thread of an object, and returns when it is done. ThreadSanitizer does not see how Qt hands
// over.
template <typename Work>
void doInThreadOf(QObject *object, const Work &work)
{
    static std::atomic<int> handovers = 0;
    const auto inOrder = [&] {
        ++handovers;
        work();
        ++handovers;
    };
    ++handovers;
    QMetaObject::invokeMethod(object, inOrder, Qt::BlockingQueuedConnection);
    ++handovers;
}
