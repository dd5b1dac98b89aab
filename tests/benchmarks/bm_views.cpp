// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// What a contact list in a QML view costs, beside the one that applications usually write.

#include "contenders.h"
#include "handwrittenlist.h"
#include "stopwatch.h"

#include <QCollator>
#include <QGuiApplication>
#include <QQuickView>

#include <XmppPresence/ContactListModel>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
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

// Hardly anybody could do less to show who has come: they are put in order once, by state and name, and told of at
// once.
class PlainModel : public QAbstractListModel
{
public:
    void hear(qint64 number, const QString &bareJid, const QXmppPresence &stanza)
    {
        m_come.push_back({stanza.availableStatusType(), number, bareJid, stanza.statusText()});
    }

    void showOnce()
    {
        std::ranges::sort(m_come, {}, [](const Row &row) { return std::pair(row.show, row.number); });
        beginInsertRows({}, 0, int(m_come.size()) - 1);
        m_shown = std::exchange(m_come, {});
        endInsertRows();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &row = m_shown[size_t(index.row())];
        if (role == ContactListModel::AvailabilityRole)
            return int(row.show);
        return role == ContactListModel::StatusTextRole ? row.statusText : row.name;
    }
    QHash<int, QByteArray> roleNames() const override { return ContactListModel().roleNames(); }

private:
    struct Row
    {
        QXmppPresence::AvailableStatusType show;
        qint64 number; // in the order of the names
        QString name;
        QString statusText;
    };

    std::vector<Row> m_come;
    std::vector<Row> m_shown;
};

class PlainList
{
public:
    explicit PlainList(qint64 contacts)
        : m_contender(contacts)
    {
        QObject::connect(&m_contender, &PlainContender::peerAvailable, &m_model,
            [this](const QString &bareJid, const QXmppPresence &stanza) {
                m_model.hear(m_contender.heard(), bareJid, stanza);
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
    PlainContender m_contender;
    PlainModel m_model;
    ShownList m_list;
};

template <typename List>
static void expectCount(benchmark::State &state, const List &list, qint64 count)
{
    if (list.count() != count)
        state.SkipWithError("There are other rows than there should be");
}

// Everybody comes online.
template <typename List>
static void flood(benchmark::State &state)
{
    const auto contacts = state.range(0);
    Stopwatch watch(state);
    for (auto _ : state) {
        List list(contacts);
        for (qint64 peer = 0; peer < contacts; ++peer) {
            const auto received = available(deskOf(peer));
            watch.measurePart([&] { list.receive(received); });
        }
        watch.measurePart([&] { list.showFrame(); });
        watch.endIteration(contacts);
        expectCount(state, list, contacts);
    }
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

// With the roster that the application has kept since it last ran.
static void start(benchmark::State &state)
{
    ClientWithContacts client(state.range(0));
    Stopwatch watch(state);
    for (auto _ : state) {
        std::unique_ptr<PresenceTracker> tracker;
        std::unique_ptr<ContactListModel> model;
        watch.measure(1, [&] {
            tracker = std::make_unique<PresenceTracker>(&client);
            model = std::make_unique<ContactListModel>();
            model->setTracker(tracker.get());
        });
        if (model->rowCount() != state.range(0))
            state.SkipWithError("A contact has no row");
    }
}

// What start() can hardly do without: the roster is read, and the names are put in their order.
static void orderOfNames(benchmark::State &state)
{
    ClientWithContacts client(state.range(0));
    const QCollator collator;
    Stopwatch watch(state);
    for (auto _ : state) {
        std::vector<QCollatorSortKey> keys;
        watch.measure(1, [&] {
            const auto jids = client.roster()->getRosterBareJids();
            for (const auto &jid : jids)
                keys.push_back(collator.sortKey(client.roster()->getRosterEntry(jid).name()));
            std::ranges::sort(keys, [](const auto &a, const auto &b) { return a.compare(b) < 0; });
        });
        if (std::ssize(keys) != state.range(0))
            state.SkipWithError("A name is not there");
    }
}

static constexpr qint64 many = 50'000;

BENCHMARK(flood<HandWrittenList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(flood<OurList>)->Arg(1000)->Arg(10'000)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(flood<PlainList>)->Arg(many)->Iterations(1)->UseManualTime();
BENCHMARK(shownUpdate<HandWrittenList>)->Arg(1000)->Arg(10'000)->Arg(many)->UseManualTime();
BENCHMARK(shownUpdate<OurList>)->Arg(1000)->Arg(10'000)->Arg(many)->UseManualTime();
BENCHMARK(shownUpdate<BareList>)->Arg(many)->UseManualTime();
BENCHMARK(keyStroke<HandWrittenList>)->Arg(many)->UseManualTime();
BENCHMARK(keyStroke<OurList>)->Arg(many)->UseManualTime();
BENCHMARK(start)->Arg(many)->UseManualTime();
BENCHMARK(orderOfNames)->Arg(many)->UseManualTime();

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // what is to be shown is shown at once
    const QGuiApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return EXIT_FAILURE;
    benchmark::RunSpecifiedBenchmarks();
    std::cout.flush();
    std::_Exit(EXIT_SUCCESS); // the windows that were made once would outlive the application
}
