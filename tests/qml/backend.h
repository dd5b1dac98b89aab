// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "../rosterclient.h"
#include "../stanza.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtQmlIntegration>

#include <XmppPresence/PresenceTracker>

#include <memory>

// An account for the tests in QML, and eyes for what they cannot see.
class Backend : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(XmppPresence::PresenceTracker *tracker READ tracker NOTIFY trackerChanged FINAL)

public:
    explicit Backend(QObject *parent = nullptr);

    XmppPresence::PresenceTracker *tracker() const { return m_account ? &m_account->tracker : nullptr; }

    // Another account, with an empty roster, or none.
    Q_INVOKABLE void signIn();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void addContact(const QString &jid, const QString &name, const QStringList &groups = {});
    // As stanza() reads it: "away juliet@example.org/balcony".
    Q_INVOKABLE void receive(const QString &text, const QString &status = {}, int idleMinutes = -1);
    // What happens when a session begins: the presence of the contacts arrives.
    Q_INVOKABLE void beginSession();

    // A key with its text, as a keyboard sends it: keyClick() gives some keys none.
    Q_INVOKABLE static void press(QQuickItem *item, int key, const QString &text);

    // The texts that are to be seen in an item, from top to bottom and from left to right.
    Q_INVOKABLE static QStringList texts(QQuickItem *root);
    // The item that shows text, be it elided.
    Q_INVOKABLE static QQuickItem *itemWithText(QQuickItem *root, const QString &text);
    // The item that assistive technology calls by this name.
    Q_INVOKABLE static QQuickItem *itemNamed(QQuickItem *root, const QString &name);
    Q_INVOKABLE static QString accessibleName(QObject *object);
    Q_INVOKABLE static bool hasAccessibleRole(QObject *object, int role);
    Q_INVOKABLE static bool isAnyTextRich(QQuickItem *root);
    // What an item looks like on a light ground without its colours: where it is light, and where it is not.
    Q_INVOKABLE static QString shape(QQuickItem *item);
    Q_INVOKABLE static void save(QQuickItem *item, const QString &name);
    Q_INVOKABLE static void setDark(QQuickItem *item, bool dark);

Q_SIGNALS:
    void trackerChanged();

private:
    struct Account
    {
        RosterClient client;
        XmppPresence::PresenceTracker tracker{&client};
    };
    std::unique_ptr<Account> m_account;
};
