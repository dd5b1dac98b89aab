// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>

class QXmppConfiguration;

// What is remembered of the account from one run to the next. The password is not.
struct AccountSettings
{
    static AccountSettings load();
    static AccountSettings of(const QXmppConfiguration &configuration);
    void save() const;

    bool operator==(const AccountSettings &other) const = default;

    QString jid; // with the resource, if one was asked for
    QString host; // empty: what the domain of the JID says
    int port = 5222;
};
