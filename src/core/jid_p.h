// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>

#include <optional>

namespace XmppPresence {

// All before the resourcepart.
inline QStringView bareOf(QStringView jid)
{
    const auto slash = jid.indexOf(u'/');
    return slash < 0 ? jid : jid.first(slash);
}

// A JID in normal form (RFC 7622, section 3): the localpart prepared with nodeprep, the domainpart with Unicode labels
// in lower case, the resourcepart to the letter as it came. Two JIDs name one entity if their normal forms are equal.
class Jid
{
public:
    // Nothing for a JID that nobody can have: a part that is empty, over 1023 bytes, or has forbidden code points.
    static std::optional<Jid> fromString(const QString &text);
    // Takes a text apart and checks nothing. The caller knows that its bare part is in normal form, or looks it up
    // among those that are.
    static Jid asItIs(const QString &text) { return {text, bareOf(text).size()}; }

    bool hasUsableResource() const; // or none at all

    const QString &full() const { return m_full; }
    QStringView bare() const { return QStringView(m_full).first(m_bareSize); }
    QString toBare() const { return isBare() ? m_full : bare().toString(); }
    bool isBare() const { return m_bareSize == m_full.size(); }
    QStringView resource() const { return QStringView(m_full).sliced(isBare() ? m_bareSize : m_bareSize + 1); }

private:
    Jid(QString full, qsizetype bareSize)
        : m_full(std::move(full))
        , m_bareSize(bareSize)
    {
    }

    QString m_full;
    qsizetype m_bareSize;
};

} // namespace XmppPresence
