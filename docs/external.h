// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

// What the public headers include of others, for QDoc to read once, and not for each of them.

#include <QtCore>
#include <QtWidgets>

#include <QXmppClient.h>
#include <QXmppRosterManager.h>
