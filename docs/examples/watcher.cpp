// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "examples.h"

#include <QDateTime>
#include <QDebug>
#include <QLabel>

#include <XmppPresence/AgeText>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

PresenceWatcher *showInTitle(PresenceTracker &tracker, QLabel &title)
{
    //! [watcher]
    auto *juliet = new PresenceWatcher(&tracker, u"juliet@example.org"_s, &title);
    const auto show = [juliet, &title] {
        title.setText(juliet->isAvailable() ? availabilityText(juliet->availability()) : juliet->errorText());
        title.setToolTip(juliet->statusText());
        title.setEnabled(!juliet->isStale());
    };
    QObject::connect(juliet, &PresenceWatcher::availabilityChanged, &title, show);
    QObject::connect(juliet, &PresenceWatcher::statusTextChanged, &title, show);
    QObject::connect(juliet, &PresenceWatcher::errorTextChanged, &title, show);
    QObject::connect(juliet, &PresenceWatcher::staleChanged, &title, show);
    QObject::connect(juliet, &PresenceWatcher::cameOnline, &title, [] { qInfo() << "Juliet has come"; });
    show();
    //! [watcher]
    return juliet;
}

QStringList details(PresenceWatcher &watcher, PresenceTracker &tracker)
{
    //! [details]
    watcher.setTracker(&tracker);
    watcher.setJid(u"romeo@example.org"_s);
    QStringList lines{watcher.jid()};
    if (watcher.isAvailable()) {
        lines += u"%1 devices, best on %2"_s.arg(watcher.resources().size()).arg(watcher.bestResource());
        lines += u"so for %1, priority %2"_s.arg(ageText(watcher.since())).arg(watcher.priority());
    }
    if (watcher.idleSince().isValid())
        lines += u"idle for "_s + ageText(watcher.idleSince());
    //! [details]
    return lines;
}
