// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "fuzzing.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const auto *const app = new QCoreApplication(*argc, *argv); // for as long as there is anything of Qt
    Q_UNUSED(app)
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.warning=false"));
    return 0;
}

void wholeTurn()
{
    int iterations = 0;
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
        expect(++iterations < 1000, "The event loop comes to rest");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}
