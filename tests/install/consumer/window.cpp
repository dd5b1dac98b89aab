// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QApplication>
#include <QListView>

#include <QXmppPresence.h>

#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/Translations>

using namespace Qt::StringLiterals;

// Ends well when the view has drawn Juliet, who is there, with the word for that in German.
int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    XmppPresence::PresenceTracker tracker;
    XmppPresence::PresenceModel model;
    model.setTracker(&tracker);
    QListView view;
    view.setModel(&model);
    view.setItemDelegate(new XmppPresence::PresenceDelegate(&view));
    view.show();
    QXmppPresence presence;
    presence.setFrom(u"juliet@example.org/balcony"_s);
    tracker.handlePresence(presence);
    while (model.rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const bool isTranslated = XmppPresence::installTranslations(QLocale(QLocale::German));
    return isTranslated && !view.grab().isNull() ? 0 : 1;
}
