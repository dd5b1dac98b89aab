// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contactspane.h"

//! [pane]
ContactsPane::ContactsPane(QXmppClient *client)
    : m_tracker(client)
{
    m_contacts.setShowOffline(false);
    m_contacts.setTracker(&m_tracker);
}

QString ContactsPane::headline() const
{
    return m_tracker.isStale() ? tr("Connecting again…") : tr("%1 are there").arg(m_contacts.rowCount());
}
//! [pane]
