// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QString>
#include <QXmppPresence.h>

#include <memory>
#include <optional>
#include <unordered_map>

namespace XmppPresence {

// Looks up texts by what is no QString.
struct TextHash
{
    using is_transparent = void;
    size_t operator()(QStringView text) const { return qHash(text); }
};
template <typename T>
using TextMap = std::unordered_map<QString, T, TextHash, std::equal_to<>>;

// A stanza, and its times in milliseconds since 1970.
struct Heard
{
    QXmppPresence stanza;
    qint64 sent; // as its server says (XEP-0203), else when it came
    qint64 since; // when the state that it shows began
};

// One device of a peer, or one occupant of a room, while it is available.
struct Resource
{
    QString jid; // full, in normal form
    Heard heard;
    quint64 received; // counts up: the later stanza has the higher number
    qsizetype place = 0; // in the peer's heap
};

// The resources of one peer, each of which stays where it is until it is removed. One of them, and most peers have no
// second, lives in here: it costs neither an allocation nor a look-up of its own.
class ResourceMap
{
public:
    ResourceMap() = default;
    Q_DISABLE_COPY_MOVE(ResourceMap)

    Resource *find(QStringView fullJid);
    const Resource *find(QStringView fullJid) const { return const_cast<ResourceMap *>(this)->find(fullJid); }
    Resource *add(Resource resource);
    void rename(Resource *resource, const QString &newFullJid);
    void remove(const Resource *resource);
    void clear();

private:
    std::optional<Resource> m_inner;
    std::unique_ptr<TextMap<Resource>> m_others;
};

} // namespace XmppPresence
