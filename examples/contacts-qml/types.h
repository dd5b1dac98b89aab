// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "loopbackdemo.h"
#include "session.h"

#include <QtQmlIntegration>

// What the examples share, by its name in QML.

struct ForeignSession
{
    Q_GADGET
    QML_FOREIGN(Session)
    QML_NAMED_ELEMENT(Session)
    QML_UNCREATABLE("A WindowBackend has it.")
};

struct ForeignLoopbackDemo
{
    Q_GADGET
    QML_FOREIGN(LoopbackDemo)
    QML_NAMED_ELEMENT(LoopbackDemo)
    QML_UNCREATABLE("A WindowBackend has it.")
};
