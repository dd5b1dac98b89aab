// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QLoggingCategory>

namespace XmppPresence {

Q_DECLARE_LOGGING_CATEGORY(lcPresence)

} // namespace XmppPresence
