// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "availability.h"
#include "presencetracker.h"

#include <QDateTime>
#include <QJSValue>
#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>
#include <QUrl>

/*!
    \qmltype Presence
    \inqmlmodule XmppPresence
    \brief The functions of XmppPresence, for QML: a singleton.

    \snippet presence.qml texts
*/
class PresenceSingleton : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Presence)
    QML_SINGLETON
    Q_PROPERTY(QDateTime now READ now NOTIFY nowChanged FINAL)

public:
    explicit PresenceSingleton(QObject *parent = nullptr);

    /*!
        \qmlproperty date Presence::now
        \readonly

        The current time. It tells that it has changed once a minute, for all ages that are shown:

        \snippet presence.qml age
    */
    static QDateTime now();

    /*!
        \qmlmethod string Presence::ageText(date time, date now)

        Returns how long before \a now, by default the current time, the time \a time was, in a few words: see
        XmppPresence::ageText().
    */
    Q_INVOKABLE static QString ageText(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTimeUtc());

    /*!
        \qmlmethod string Presence::availabilityText(enumeration availability)

        Returns \a availability in words.
    */
    Q_INVOKABLE static QString availabilityText(XmppPresence::Availability availability);

    /*!
        \qmlmethod url Presence::iconSource(enumeration availability)

        Returns where the icon of \a availability is that a PresenceIndicator shows.
    */
    Q_INVOKABLE static QUrl iconSource(XmppPresence::Availability availability);

    /*!
        \qmlmethod string Presence::displayText(string text)

        Returns \a text, which came from the network, as one line to be shown as Text.PlainText.
    */
    Q_INVOKABLE static QString displayText(const QString &text);

    /*!
        \qmlmethod void Presence::watchOnce(PresenceTracker tracker, string jid, var callback, QtObject context)

        Calls \a callback once, with the JID, when \a jid is available by what \a tracker knows: at the next turn of the
        event loop if it is so already.

        \snippet presence.qml watchonce

        The wait ends without a call with the tracker, the engine, and \a context, if one is given: give the object that
        the callback uses. A JID that nobody can have is never available.
    */
    Q_INVOKABLE void watchOnce(XmppPresence::PresenceTracker *tracker, const QString &jid, const QJSValue &callback,
        QObject *context = nullptr);

Q_SIGNALS:
    void nowChanged();

private:
    QTimer m_timer;
};
