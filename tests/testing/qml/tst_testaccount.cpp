// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QtQuickTest>

QUICK_TEST_MAIN(tst_testaccount)
