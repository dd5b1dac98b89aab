// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "backend.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPalette>
#include <QStyleHints>

#include <XmppPresence/PresenceItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

Backend::Backend(QObject *parent)
    : QObject(parent)
{
    signIn();
}

void Backend::signIn()
{
    signOut();
    m_account = std::make_unique<Account>();
    Q_EMIT trackerChanged();
}

void Backend::signOut()
{
    m_account.reset();
    Q_EMIT trackerChanged();
}

void Backend::addContact(const QString &jid, const QString &name, const QStringList &groups)
{
    m_account->client.push(jid, u"name='%1' subscription='both'"_s.arg(name.toHtmlEscaped()), groups);
}

void Backend::receive(const QString &text, const QString &status, int idleMinutes)
{
    auto presence = stanza(text);
    presence.setStatusText(status);
    if (idleMinutes >= 0)
        presence.setLastUserInteraction(QDateTime::currentDateTimeUtc().addSecs(-60LL * idleMinutes));
    Q_EMIT m_account->client.presenceReceived(presence);
}

void Backend::beginSession()
{
    Q_EMIT m_account->client.connected();
}

void Backend::press(QQuickItem *item, int key, const QString &text)
{
    QKeyEvent event(QEvent::KeyPress, key, {}, text);
    QCoreApplication::sendEvent(item->window(), &event);
}

// A list keeps rows and headings that it does not show, to use them again. QQuickItem does not tell.
static bool isUnused(const QQuickItem *child, QQuickItem *view)
{
    const auto rowAt = [view](qreal y) {
        int row = -1;
        QMetaObject::invokeMethod(view, "indexAt", qReturnArg(row), 1.0, y);
        return row;
    };
    if (const auto index = child->property("index"); index.isValid()) {
        QQuickItem *shown = nullptr;
        QMetaObject::invokeMethod(view, "itemAtIndex", qReturnArg(shown), index.toInt());
        return shown != child;
    }
    const auto section = child->property("section");
    auto *model = view->property("model").value<QAbstractItemModel *>();
    if (!section.isValid() || !model)
        return false;
    const auto row = model->index(rowAt(child->y() + child->height() + 1), 0);
    return row.data(XmppPresence::PresenceItemModel::SectionRole) != section;
}

template <typename Visitor>
static void visit(QQuickItem *item, const Visitor &visitor)
{
    if (!item->isVisible())
        return;
    visitor(item);
    const auto children = item->childItems();
    auto *view = item->parentItem() && item->parentItem()->inherits("QQuickListView") ? item->parentItem() : nullptr;
    for (auto *child : children) {
        if (!view || !isUnused(child, view))
            visit(child, visitor);
    }
}

static bool isText(const QQuickItem *item)
{
    return item->inherits("QQuickText") && !item->property("text").toString().isEmpty();
}

QStringList Backend::texts(QQuickItem *root)
{
    std::vector<std::pair<QPointF, QString>> found;
    visit(root, [&](const QQuickItem *item) {
        const auto place = item->mapToItem(root, QPointF());
        if (isText(item) && root->contains(place + QPointF(1, 1)))
            found.emplace_back(place, item->property("text").toString());
    });
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) {
        return std::pair(qRound(a.first.y() / 8), a.first.x()) < std::pair(qRound(b.first.y() / 8), b.first.x());
    });
    QStringList texts;
    for (const auto &[place, text] : found)
        texts.append(text);
    return texts;
}

QQuickItem *Backend::itemWithText(QQuickItem *root, const QString &text)
{
    QQuickItem *found = nullptr;
    visit(root, [&](QQuickItem *item) {
        if (isText(item) && item->property("text") == text)
            found = item;
    });
    return found;
}

QQuickItem *Backend::itemNamed(QQuickItem *root, const QString &name)
{
    QQuickItem *found = nullptr;
    visit(root, [&](QQuickItem *item) {
        if (!found && accessibleName(item) == name)
            found = item;
    });
    return found;
}

QString Backend::accessibleName(QObject *object)
{
    const auto *interface = QAccessible::queryAccessibleInterface(object);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool Backend::hasAccessibleRole(QObject *object, int role)
{
    const auto *interface = QAccessible::queryAccessibleInterface(object);
    return interface && interface->role() == role;
}

bool Backend::isAnyTextRich(QQuickItem *root)
{
    bool isAny = false;
    visit(root, [&](const QQuickItem *item) {
        isAny |= item->inherits("QQuickText") && item->property("textFormat").toInt() != Qt::PlainText;
    });
    return isAny;
}

QString Backend::shape(QQuickItem *item)
{
    const auto image = item->window()->grabWindow();
    const auto place = item->mapRectToScene(item->boundingRect()).toRect();
    QString shape;
    for (int y = place.top(); y <= place.bottom(); y += 2) {
        for (int x = place.left(); x <= place.right(); x += 2)
            shape += QColor(image.pixel(x, y)).lightness() > 200 ? u'.' : u'#';
    }
    return shape;
}

void Backend::save(QQuickItem *item, const QString &name)
{
    const auto folder = qEnvironmentVariable("XMPPPRESENCE_PICTURES");
    if (!folder.isEmpty())
        item->window()->grabWindow().save(folder + u'/' + name + u".png"_s);
}

void Backend::setDark(QQuickItem *item, bool dark)
{
    auto palette = QPalette();
    if (dark) {
        palette = QPalette(QColor(0x2b2f33), QColor(0x202326));
        palette.setColor(QPalette::Base, QColor(0x17191b));
        palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    }
    QGuiApplication::setPalette(palette);
    item->window()->setColor(palette.color(QPalette::Window));
}
