// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contactview.h"

#include "sectiondelegate.h"

#include <XmppPresence/ContactListModel>

#include <QPainter>

using namespace Qt::StringLiterals;
using XmppPresence::ContactListModel;

ContactView::ContactView(ContactListModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(u"contacts"_s);
    setAccessibleName(tr("Contacts"));
    setItemDelegate(new SectionDelegate(this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    connect(model, &ContactListModel::rowsAboutToBeRemoved, this, &ContactView::letGo); // before the base class
    setModel(model);
    connect(model, &ContactListModel::rowsInserted, this, &ContactView::findAgain);
    connect(model, &ContactListModel::countChanged, this, [this] { viewport()->update(); });
}

void ContactView::choose(const QString &jid)
{
    m_jid = jid;
    selectionModel()->clear();
    findAgain();
}

// The neighbour would be chosen else, by nobody.
void ContactView::letGo(const QModelIndex & /*parent*/, int first, int last)
{
    if (first <= currentIndex().row() && currentIndex().row() <= last)
        selectionModel()->clear();
}

void ContactView::findAgain()
{
    const auto row = m_jid.isEmpty() || currentIndex().isValid() ? -1 : m_model->rowOf(m_jid);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

void ContactView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid())
        return;
    m_jid = current.data(ContactListModel::JidRole).toString();
    Q_EMIT contactChosen(current);
}

QString ContactView::emptyText() const
{
    if (!m_model->filterText().isEmpty())
        return tr("Nobody is found");
    return m_model->showOffline() ? tr("No contacts") : tr("Nobody is there");
}

void ContactView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model->count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
}
