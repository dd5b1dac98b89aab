// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "examples.h"

#include <QDebug>
#include <QLabel>

#include <QXmppPresence.h>

#include <XmppPresence/AgeText>
#include <XmppPresence/Availability>
#include <XmppPresence/DisplayText>
#include <XmppPresence/LeaveReason>
#include <XmppPresence/PresenceItemModel>
#include <XmppPresence/PresenceState>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/Translations>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

bool mayInterrupt(const QXmppPresence &stanza)
{
    //! [state]
    const auto state = PresenceState::fromStanza(stanza);
    if (state.isAvailable() && state.show() == PresenceState::Show::DoNotDisturb)
        return false;
    return state > PresenceState(PresenceState::Show::Away);
    //! [state]
}

QString describe(Availability availability)
{
    //! [availability]
    return availability == Availability::Unknown ? u"nothing is known"_s : availabilityText(availability);
    //! [availability]
}

QString idleText(const QModelIndex &index)
{
    //! [age]
    const auto idleSince = index.data(PresenceItemModel::IdleSinceRole).toDateTime();
    return idleSince.isValid() ? u"idle for "_s + ageText(idleSince) : QString();
    //! [age]
}

void showStatus(QLabel &label, const QXmppPresence &stanza)
{
    //! [display]
    label.setTextFormat(Qt::PlainText);
    label.setText(displayText(stanza.statusText(), 80));
    //! [display]
}

void sayWhyTheyLeft(const PresenceTracker &tracker, QObject *context)
{
    //! [leavereason]
    QObject::connect(&tracker, &PresenceTracker::resourceUnavailable, context,
        [](const QString &fullJid, const QXmppPresence &stanza) {
            if (leaveReason(stanza) == LeaveReason::Kicked)
                qInfo() << fullJid << "was kicked by" << stanza.mucItem().actor();
        });
    //! [leavereason]
}

void speakGerman()
{
    //! [translations]
    if (!installTranslations(QLocale(QLocale::German)))
        qWarning() << "the texts are in English";
    //! [translations]
}
