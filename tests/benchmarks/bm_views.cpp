// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What a contact list in a QML view costs, beside the one that applications usually write.

#include "contenders.h"
#include "handwrittenlist.h"
#include "stopwatch.h"

#include <QCollator>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickView>

#include <XmppPresence/ContactListModel>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <type_traits>
#include <vector>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// A list of contacts in a window, as it is shown to whoever watches.
class ShownList
{
public:
    void show(QAbstractItemModel *model)
    {
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.resize(360, 640);
        m_view.setInitialProperties({{u"model"_s, QVariant::fromValue(model)}});
        m_view.setSource(QUrl::fromLocalFile(QStringLiteral(CONTACTS_VIEW)));
        QObject::connect(&m_view, &QQuickWindow::frameSwapped, &m_view, [this] { m_isShown = true; });
        m_view.show();
        showFrame();
    }

    // All that waits is done, and then shown.
    void showFrame()
    {
        QCoreApplication::processEvents();
        m_isShown = false;
        m_view.update();
        while (!m_isShown)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    QQuickView m_view;
    bool m_isShown = false;
};

class OurList
{
public:
    explicit OurList(qint64 contacts)
        : m_contender(contacts)
    {
        m_model.setShowOffline(false);
        m_model.setTracker(&m_contender.tracker);
        m_list.show(&m_model);
    }

    void receive(const Received &received) { m_contender.receive(received); }
    void setFilterText(const QString &text) { m_model.setFilterText(text); }
    qint64 count() const { return m_model.rowCount(); }
    void showFrame() { m_list.showFrame(); }

private:
    TrackerContender m_contender;
    ContactListModel m_model;
    ShownList m_list;
};

class HandWrittenList
{
public:
    explicit HandWrittenList(qint64 contacts)
        : m_client(contacts)
    {
        QObject::connect(&m_client, &QXmppClient::presenceReceived, &m_model, &HandWrittenContactList::hear);
        m_list.show(&m_model);
    }

    void receive(const Received &received) { Q_EMIT m_client.presenceReceived(received.stanza); }
    void setFilterText(const QString &text) { m_model.setFilterText(text); }
    qint64 count() const { return m_model.rowCount(); }
    void showFrame() { m_list.showFrame(); }

private:
    ClientWithContacts m_client;
    HandWrittenContactList m_model{m_client.roster()};
    ShownList m_list;
};

// Rows that are always there and always the same: with them, only the view has work to do.
class BareModel : public QAbstractListModel
{
public:
    explicit BareModel(qint64 rows)
        : m_rows(int(rows))
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex & /*index*/, int role) const override
    {
        return role == ContactListModel::AvailabilityRole ? QVariant(0) : QVariant(m_text);
    }
    QHash<int, QByteArray> roleNames() const override { return ContactListModel().roleNames(); }

    // As one of two availabilities that are equally frequent: every second time the row belongs elsewhere now.
    void changeRow()
    {
        const auto from = int(anyBelow(m_rows));
        const auto to = m_isMoving ? (from + m_rows / 2) % m_rows : from;
        if (m_isMoving) {
            beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
            endMoveRows();
        }
        m_isMoving = !m_isMoving;
        Q_EMIT dataChanged(index(to), index(to), {ContactListModel::AvailabilityRole});
    }

private:
    const int m_rows;
    const QString m_text = u"text"_s;
    bool m_isMoving = false;
};

class BareList
{
public:
    explicit BareList(qint64 contacts)
        : m_model(contacts)
    {
        m_list.show(&m_model);
    }

    void receive(const Received & /*received*/) { m_model.changeRow(); }
    qint64 count() const { return m_model.rowCount(); }
    void showFrame() { m_list.showFrame(); }

private:
    BareModel m_model;
    ShownList m_list;
};

// A model of whoever has come: they are put in order once, by state and name, and told of at once.
class PlainModel : public QAbstractListModel
{
public:
    // Contacts have numbers in the order of their names.
    void add(qint64 number, const QString &bareJid, const QXmppPresence &stanza)
    {
        static constexpr int numberBits = 32;
        const auto show = stanza.availableStatusType();
        m_order.emplace_back((quint64(show) << numberBits) + quint64(number), qsizetype(m_come.size()));
        m_come.push_back({show, bareJid, stanza.statusText()});
    }

    void showOnce()
    {
        std::ranges::sort(m_order);
        beginInsertRows({}, 0, int(m_come.size()) - 1);
        m_isShown = true;
        endInsertRows();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || !m_isShown ? 0 : int(m_come.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &row = m_come[size_t(m_order[size_t(index.row())].second)];
        if (role == ContactListModel::AvailabilityRole)
            return int(row.show);
        return role == ContactListModel::StatusTextRole ? row.statusText : row.name;
    }
    QHash<int, QByteArray> roleNames() const override { return ContactListModel().roleNames(); }

private:
    struct Row
    {
        QXmppPresence::AvailableStatusType show;
        QString name;
        QString statusText;
    };

    std::vector<Row> m_come;
    std::vector<std::pair<quint64, qsizetype>> m_order; // by state and name: indexes
    bool m_isShown = false;
};

// The plainest list of what a keeper of presence tells in its signals: it finds a contact in a table of its own. Under
// PlainContender, it is what hardly anybody could do with less.
template <typename Contender>
class PlainList
{
public:
    explicit PlainList(qint64 contacts)
        : m_contender(contacts)
    {
        m_numbers.reserve(contacts);
        for (qint64 peer = 0; peer < contacts; ++peer)
            m_numbers.insert(bareJidOf(peer), peer);
        const auto &teller = m_contender.teller();
        QObject::connect(&teller, &std::remove_cvref_t<decltype(teller)>::peerAvailable, &m_model,
            [this](const QString &bareJid, const QXmppPresence &stanza) {
                m_model.add(m_numbers.value(bareJid), bareJid, stanza);
            });
        m_list.show(&m_model);
    }

    void receive(const Received &received) { m_contender.receive(received); }
    qint64 count() const { return m_model.rowCount(); }
    void showFrame()
    {
        m_model.showOnce();
        m_list.showFrame();
    }

private:
    Contender m_contender;
    QHash<QString, qint64> m_numbers; // by bare JID
    PlainModel m_model;
    ShownList m_list;
};

template <typename List>
static void expectCount(benchmark::State &state, const List &list, qint64 count)
{
    if (list.count() != count)
        state.SkipWithError("There are other rows than there should be");
}

enum class Part { Parsing, Receiving };

// Everybody comes online, in any order, and after so many each the event loop has a turn.
template <typename List>
static void comeOnline(benchmark::State &state, qint64 turn, Part part = Part::Receiving)
{
    const auto contacts = state.range(0);
    std::vector<qint64> peers(static_cast<size_t>(contacts));
    std::iota(peers.begin(), peers.end(), 0);
    std::ranges::shuffle(peers, std::mt19937_64(1));
    Stopwatch watch(state);
    const auto measureIf = [&watch](bool isMeasured, auto work) { isMeasured ? watch.measurePart(work) : work(); };
    for (auto _ : state) {
        List list(contacts);
        qint64 come = 0;
        for (const auto peer : peers) {
            const auto text = xmlOf(deskOf(peer));
            Received received;
            measureIf(part == Part::Parsing, [&] { received = parsed(text); });
            measureIf(part == Part::Receiving, [&] {
                list.receive(received);
                if (++come % turn == 0)
                    QCoreApplication::processEvents();
            });
        }
        measureIf(part == Part::Receiving, [&] { list.showFrame(); });
        watch.endIteration(contacts);
        expectCount(state, list, contacts);
    }
}

// In one turn.
template <typename List>
static void flood(benchmark::State &state)
{
    comeOnline<List>(state, state.range(0) + 1);
}

// What goes before, and finds little in the caches, as something else is done in between.
static void parsingOfFlood(benchmark::State &state)
{
    comeOnline<PlainList<PlainContender>>(state, state.range(0) + 1, Part::Parsing);
}

// As a socket brings them.
template <typename List>
static void floodInTurns(benchmark::State &state)
{
    comeOnline<List>(state, 100);
}

template <typename List>
static List &withContacts(qint64 contacts)
{
    return *madeOnce(contacts, [contacts] {
        auto list = std::make_unique<List>(contacts);
        for (qint64 peer = 0; peer < contacts; ++peer)
            list->receive(available(deskOf(peer)));
        list->showFrame();
        return list;
    });
}

template <typename List>
static void shownUpdate(benchmark::State &state)
{
    const auto contacts = state.range(0);
    auto &list = withContacts<List>(contacts);
    Stopwatch watch(state);
    for (auto _ : state) {
        const auto received = available(deskOf(anyBelow(contacts)));
        watch.measure(1, [&] {
            list.receive(received);
            list.showFrame();
        });
    }
    expectCount(state, list, contacts);
}

template <typename List>
static void keyStroke(benchmark::State &state)
{
    const auto contacts = state.range(0);
    auto &list = withContacts<List>(contacts);
    const auto typed = u"name 12"_s;
    qsizetype size = 0;
    Stopwatch watch(state);
    for (auto _ : state) {
        size = size % typed.size() + 1;
        watch.measure(1, [&] {
            list.setFilterText(typed.first(size));
            list.showFrame();
        });
    }
    list.setFilterText({});
    list.showFrame();
    expectCount(state, list, contacts);
}

// With the roster that the application has kept since it last ran: all are shown.
class OurStart
{
public:
    explicit OurStart(RosterClient &client)
        : m_tracker(&client)
    {
        m_model.setTracker(&m_tracker);
    }

    qint64 count() const { return m_model.rowCount(); }

private:
    PresenceTracker m_tracker;
    ContactListModel m_model;
};

class HandWrittenStart
{
public:
    explicit HandWrittenStart(RosterClient &client)
        : m_model(client.roster(), HandWrittenContactList::ShowOffline)
    {
    }

    qint64 count() const { return m_model.rowCount(); }

private:
    HandWrittenContactList m_model;
};

template <typename List>
static void start(benchmark::State &state)
{
    ClientWithContacts client(state.range(0));
    Stopwatch watch(state);
    for (auto _ : state) {
        std::optional<List> list;
        watch.measure(1, [&] {
            list.emplace(client);
            QCoreApplication::processEvents();
        });
        expectCount(state, *list, state.range(0));
    }
}

// What start() can hardly do without: the roster is read, the names are put in their order, and each contact is found
// by its JID.
static void plainStart(benchmark::State &state)
{
    ClientWithContacts client(state.range(0));
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    Stopwatch watch(state);
    for (auto _ : state) {
        std::vector<std::pair<QCollatorSortKey, int>> names;
        QHash<QString, int> numbers;
        watch.measure(1, [&] {
            const auto jids = client.roster()->getRosterBareJids();
            names.reserve(size_t(jids.size()));
            numbers.reserve(jids.size());
            for (const auto &jid : jids) {
                const auto number = int(names.size());
                names.emplace_back(collator.sortKey(client.roster()->getRosterEntry(jid).name()), number);
                numbers.insert(jid, number);
            }
            std::ranges::stable_sort(names, [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
        });
        if (numbers.size() != state.range(0))
            state.SkipWithError("A contact is not there");
    }
}

static constexpr qint64 many = 50'000;

BENCHMARK(flood<HandWrittenList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(flood<OurList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(parsingOfFlood)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(flood<PlainList<PlainContender>>)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(flood<PlainList<TrackerContender>>)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(floodInTurns<HandWrittenList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(floodInTurns<OurList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(shownUpdate<HandWrittenList>)->Arg(1000)->Arg(10'000)->Arg(many)->UseManualTime();
BENCHMARK(shownUpdate<OurList>)->Arg(1000)->Arg(10'000)->Arg(many)->UseManualTime();
BENCHMARK(shownUpdate<BareList>)->Arg(many)->UseManualTime();
BENCHMARK(keyStroke<HandWrittenList>)->Arg(many)->UseManualTime();
BENCHMARK(keyStroke<OurList>)->Arg(many)->UseManualTime();
BENCHMARK(start<HandWrittenStart>)->Arg(many)->UseManualTime();
BENCHMARK(start<OurStart>)->Arg(many)->UseManualTime();
BENCHMARK(plainStart)->Arg(many)->UseManualTime();

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // what is to be shown is shown at once
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // in "C", names are not collated
    const QGuiApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return EXIT_FAILURE;
    benchmark::RunSpecifiedBenchmarks();
    std::cout.flush();
    std::_Exit(EXIT_SUCCESS); // the windows that were made once would outlive the application
}
