// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../rosterclient.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>

#include <XmppPresence/PresenceTracker>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// A ContactList with 10,000 contacts is scrolled while 1,000 stanzas a second come in. Each frame scrolls on, and asks
// for the next one when it has been swapped: as no display holds it back, the time from one QQuickWindow::frameSwapped
// to the next is what all the work for one frame takes, the stanzas that have come meanwhile included.
class Benchmark : public QObject
{
    Q_OBJECT

public:
    Benchmark();
    int run();

private:
    void fillRoster();
    void sendDue();
    void sendNext();
    void frameSwapped();
    void report();

    static constexpr int contacts = 10'000;
    static constexpr int perSecond = 1'000;
    static constexpr int seconds = 10;
    RosterClient m_client;
    PresenceTracker m_tracker{&m_client};
    QQuickView m_view;
    QQuickItem *m_list = nullptr;
    QTimer m_stanzas;
    QElapsedTimer m_clock;
    QElapsedTimer m_frame;
    std::vector<double> m_times; // in ms
    qint64 m_sent = 0;
};

Benchmark::Benchmark()
{
    fillRoster();
    m_view.setResizeMode(QQuickView::SizeRootObjectToView);
    m_view.resize(360, 640);
    m_view.setInitialProperties({{u"tracker"_s, QVariant::fromValue(&m_tracker)}});
    m_view.engine()->addImportPath(QStringLiteral(QML_IMPORT_PATH));
    m_view.loadFromModule("XmppPresence", "ContactList");
    connect(&m_view, &QQuickWindow::frameSwapped, this, &Benchmark::frameSwapped, Qt::QueuedConnection);
    m_stanzas.callOnTimeout(this, &Benchmark::sendDue);
}

void Benchmark::fillRoster()
{
    QString items;
    for (int i = 0; i < contacts; ++i) {
        items +=
            u"<item jid='peer%1@example.org' name='Name %2' subscription='both'><group>Group %3</group></item>"_s.arg(i)
                .arg(i * 7919 % contacts)
                .arg(i % 20);
    }
    m_client.pushItems(items);
    for (int i = 0; i < contacts; i += 2)
        sendNext();
    m_sent = 0;
}

// As many as should have been sent by now.
void Benchmark::sendDue()
{
    const auto due = m_clock.elapsed() * perSecond / 1000;
    while (m_sent < due)
        sendNext();
}

// Somebody's show or status changes: half of the rows move.
void Benchmark::sendNext()
{
    QXmppPresence presence;
    presence.setFrom(u"peer%1@example.org/x"_s.arg(m_sent * 31 % contacts));
    presence.setAvailableStatusType(m_sent % 2 ? QXmppPresence::Away : QXmppPresence::Online);
    presence.setStatusText(u"status %1"_s.arg(m_sent));
    ++m_sent;
    Q_EMIT m_client.presenceReceived(presence);
}

void Benchmark::frameSwapped()
{
    if (m_frame.isValid())
        m_times.push_back(double(m_frame.nsecsElapsed()) / 1e6);
    m_frame.start();
    if (m_clock.hasExpired(seconds * 1000))
        return QCoreApplication::quit();
    const auto height = m_list->property("contentHeight").toReal() - m_list->height();
    m_list->setProperty("contentY", std::fmod(m_list->property("contentY").toReal() + 25, height));
    m_view.update();
}

int Benchmark::run()
{
    const auto items = m_view.rootObject()->findChildren<QQuickItem *>();
    const auto list = std::ranges::find_if(items, [](const QObject *item) { return item->inherits("QQuickListView"); });
    if (list == items.end())
        return EXIT_FAILURE;
    m_list = *list;
    m_view.show();
    m_stanzas.start(1);
    m_clock.start();
    QCoreApplication::exec();
    report();
    return m_times.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}

void Benchmark::report()
{
    std::ranges::sort(m_times);
    const auto quantile = [this](double part) {
        return m_times.empty() ? 0 : m_times.at(size_t(part * double(m_times.size() - 1)));
    };
    std::printf("{\"contacts\": %d, \"stanzas\": %lld, \"seconds\": %d, \"frames\": %zu, \"median_ms\": %.2f, "
                "\"p99_ms\": %.2f, \"max_ms\": %.2f}\n",
        contacts, static_cast<long long>(m_sent), seconds, m_times.size(), quantile(0.5), quantile(0.99), quantile(1));
}

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    Benchmark benchmark;
    return benchmark.run();
}

#include "bm_qmlcontactlist.moc"
