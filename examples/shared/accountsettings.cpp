// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "accountsettings.h"

#include <QSettings>

#include <QXmppConfiguration.h>

using namespace Qt::StringLiterals;

AccountSettings AccountSettings::load()
{
    const QSettings settings;
    const AccountSettings none;
    return {settings.value(u"account/jid"_s).toString(), settings.value(u"account/host"_s).toString(),
        settings.value(u"account/port"_s, none.port).toInt()};
}

AccountSettings AccountSettings::of(const QXmppConfiguration &configuration)
{
    return {configuration.resource().isEmpty() ? configuration.jidBare() : configuration.jid(), configuration.host(),
        configuration.port()};
}

void AccountSettings::save() const
{
    QSettings settings;
    settings.setValue(u"account/jid"_s, jid);
    settings.setValue(u"account/host"_s, host);
    settings.setValue(u"account/port"_s, port);
}
