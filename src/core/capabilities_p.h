// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

class QXmppClient;
class QXmppPresence;

namespace XmppPresence {

// The features of devices by the string that they announce (XEP-0115), asked for when somebody wants to know.
class Capabilities : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Whether the device is known to have the feature. If nothing is known of it, it is asked.
    bool supports(QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza, const QString &feature);
    void forget(const QString &fullJid); // which has gone
    void resume(); // the connection is there again: whoever was waiting is to ask anew

Q_SIGNALS:
    void learned(const QString &fullJid); // something of a device that somebody wanted to know of

private:
    struct Question
    {
        QString asked; // full JID
        quint64 number = 0; // of the asking
        QSet<QString> waiting; // full JIDs
    };

    struct OwnFeatures
    {
        QString string; // that the device announced then
        QStringList features;
        quint64 number = 0; // of the asking
    };

    void ask(QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza);
    void answer(const QString &fullJid, const QXmppPresence &stanza, quint64 number, const QStringList &features = {},
        const QByteArray &version = {}); // nothing: it answered with an error
    void giveUp(const QString &string, const QString &fullJid, quint64 number);
    void keep(const QString &fullJid, const OwnFeatures &features);
    void close(const QString &string);
    void tell(const QSet<QString> &fullJids);

    QCache<QString, QStringList> m_features{100'000}; // by string; strangers choose them, so that the number is bounded
    QHash<QString, OwnFeatures> m_ownFeatures; // that hold for that device alone, by full JID
    QHash<QString, Question> m_questions; // by string
    QSet<QString> m_interrupted; // full JIDs that were waiting when the connection was lost
    quint64 m_asked = 0;
};

} // namespace XmppPresence
