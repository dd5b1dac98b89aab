// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QHash>
#include <QString>

class QDomDocument;
class QDomElement;

namespace XmppPresence {

// Makes up a name for each name, always the same for the same. What it does not know, it leaves out;
// PresenceTraceWriter says what stays.
class TraceAnonymizer
{
public:
    QString jid(const QString &jid);
    QString stanza(const QDomElement &presence);

private:
    enum class Treatment { Keep, Jid, Resource, Id, Text, PhotoHash, Show, Number };
    struct Rule;

    static const Rule *ruleFor(const QDomElement &element);
    QDomElement copy(const QDomElement &element, const Rule &rule, QDomDocument &document);
    QString treated(const QString &value, Treatment treatment);
    QString alias(const QString &kind, const QString &name);

    QHash<QString, QHash<QString, qsizetype>> m_aliases; // the number of each name, by kind
};

} // namespace XmppPresence
