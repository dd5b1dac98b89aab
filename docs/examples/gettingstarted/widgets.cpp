// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

//! [program]
#include <QApplication>
#include <QListView>
#include <QXmppClient.h>
#include <XmppPresence/ContactListModel>
#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceTracker>

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    QXmppClient client;
    XmppPresence::PresenceTracker tracker(&client);
    XmppPresence::ContactListModel contacts;
    contacts.setTracker(&tracker);
    QListView view;
    view.setModel(&contacts);
    view.setItemDelegate(new XmppPresence::PresenceDelegate(&view));
    view.setUniformItemSizes(true);
    view.show();
    QObject::connect(&client, &QXmppClient::errorOccurred, &client,
        [](const QXmppError &error) { qWarning() << error.description; });
    client.connectToServer(app.arguments().value(1), qEnvironmentVariable("XMPP_PASSWORD"));
    return app.exec();
}
//! [program]
