// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// hotpaths NAME: does a thousand times what valgrind counts the instructions of. Without a name: tells the names.

#include "presencestore_p.h"
#include "ranking_p.h"

#include <QHashSeed>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include <valgrind/callgrind.h>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static constexpr int many = 1000;

static QString deskOf(int peer)
{
    return u"peer%1@example.org/desk"_s.arg(peer);
}

static QString stranger(int number)
{
    return u"stranger%1@example.org/desk"_s.arg(number);
}

static QString occupant(int number)
{
    return u"room@chat.example.org/occupant %1"_s.arg(number);
}

using NameOf = QString (*)(int);

class Paths
{
public:
    // The peers are contacts.
    Paths()
    {
        for (int peer = 0; peer < many; ++peer) {
            if (const auto jid = Jid::fromString(deskOf(peer)))
                m_store.setRosterState(*jid, RosterState::Subscribed);
        }
    }

    void available(NameOf nameOf) { applyAll(nameOf, QXmppPresence::Available); }
    void unavailable(NameOf nameOf) { applyAll(nameOf, QXmppPresence::Unavailable); }

    // As PresenceTracker asks for whoever is there.
    void query()
    {
        std::vector<QString> jids;
        for (int peer = 0; peer < many; ++peer)
            jids.push_back(deskOf(peer).section(u'/', 0, 0));
        qsizetype found = 0;
        count([&] {
            for (const auto &jid : jids)
                found += m_store.mostAvailable(jid) ? 1 : 0;
        });
        expect(found == many);
    }

    bool isCounted = false;

private:
    template <typename Work>
    void count(Work work) const
    {
        if (isCounted)
            CALLGRIND_TOGGLE_COLLECT;
        work();
        if (isCounted)
            CALLGRIND_TOGGLE_COLLECT;
    }

    // Stanzas have texts of their own, as those that come from a stream.
    QXmppPresence stanzaFrom(const QString &jid, QXmppPresence::Type type)
    {
        ++m_sent;
        QXmppPresence stanza(type);
        stanza.setFrom(jid);
        stanza.setTo(u"me@example.org/"_s + u"desk");
        stanza.setLang(u"e"_s + u"n");
        stanza.setStatusText(u"status %1"_s.arg(m_sent));
        stanza.setAvailableStatusType(m_sent / many % 2 ? QXmppPresence::Away : QXmppPresence::DND);
        stanza.setCapabilityNode(u"https://example.org/"_s + u"client");
        stanza.setCapabilityHash(u"sha"_s + u"-1");
        stanza.setCapabilityVer(QByteArray("QgayPKawpkPSDYmwT") + QByteArray("/WM94"));
        return stanza;
    }

    void applyAll(NameOf nameOf, QXmppPresence::Type type)
    {
        qsizetype told = 0;
        for (int peer = 0; peer < many; ++peer) {
            const auto stanza = stanzaFrom(nameOf(peer), type);
            count([&] {
                const auto from = m_store.jid(stanza.from());
                told += from ? m_store.apply(stanza, *from, m_sent).size() : 0;
            });
        }
        expect(told >= many);
    }

    static void expect(bool isTrue)
    {
        if (!isTrue) {
            std::fputs("It is not done what is to be counted\n", stderr);
            std::exit(EXIT_FAILURE);
        }
    }

    PresenceStore m_store{comparisonFor({})};
    qint64 m_sent = 0;
};

// What each path counts, after what is to be there before.
static const std::map<std::string_view, std::pair<std::function<void(Paths &)>, std::function<void(Paths &)>>> paths{
    {"first presence", {[](Paths &) {}, [](Paths &all) { all.available(deskOf); }}},
    {"update", {[](Paths &all) { all.available(deskOf); }, [](Paths &all) { all.available(deskOf); }}},
    {"departure", {[](Paths &all) { all.available(deskOf); }, [](Paths &all) { all.unavailable(deskOf); }}},
    {"most available", {[](Paths &all) { all.available(deskOf); }, [](Paths &all) { all.query(); }}},
    {"first presence of a stranger", {[](Paths &) {}, [](Paths &all) { all.available(stranger); }}},
    {"departure of a stranger",
        {[](Paths &all) { all.available(stranger); }, [](Paths &all) { all.unavailable(stranger); }}},
    {"first presence of an occupant", {[](Paths &) {}, [](Paths &all) { all.available(occupant); }}},
    {"update of an occupant",
        {[](Paths &all) { all.available(occupant); }, [](Paths &all) { all.available(occupant); }}},
    {"departure of an occupant",
        {[](Paths &all) { all.available(occupant); }, [](Paths &all) { all.unavailable(occupant); }}},
};

int main(int argc, char *argv[])
{
    const auto path = argc == 2 ? paths.find(argv[1]) : paths.end();
    if (path == paths.end()) {
        for (const auto &[name, what] : paths)
            std::printf("%s\n", name.data());
        return argc == 1 ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    QHashSeed::setDeterministicGlobalSeed();
    const auto &[before, counted] = path->second;
    Paths all;
    before(all);
    all.isCounted = true;
    counted(all);
    return EXIT_SUCCESS;
}
