// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

class QXmppClient;
class QXmppDiscoveryIq;
class QXmppPresence;

namespace XmppPresence {

// The features of devices by the string that they announce (XEP-0115), asked for when somebody wants to know.
class Capabilities : public QObject
{
    Q_OBJECT

public:
    // Whether the device is known to have the feature. If nothing is known of it, it is asked.
    bool supports(QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza, const QString &feature);
    void forget(const QString &fullJid); // which has gone

Q_SIGNALS:
    void learned(const QString &fullJid); // something of a device that somebody wanted to know of

private:
    struct Question
    {
        QString asked; // full JID
        QSet<QString> waiting; // full JIDs
    };

    void ask(QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza);
    void answer(const QString &fullJid, const QXmppPresence &stanza, const QXmppDiscoveryIq *info);
    void close(const QString &string, const QString &asked);

    QCache<QString, QStringList> m_features{10'000}; // by string; strangers choose them, so that the number is bounded
    QHash<QString, QStringList> m_ownFeatures; // of those that there is no believing of others, by full JID
    QHash<QString, Question> m_questions; // by string
};

} // namespace XmppPresence
