// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QListView>

namespace XmppPresence {
class ContactListModel;
}

// The contacts in their sections, or why there are none.
class ContactView : public QListView
{
    Q_OBJECT

public:
    explicit ContactView(XmppPresence::ContactListModel *model, QWidget *parent = nullptr);

    // Be it when it comes.
    void choose(const QString &jid);

Q_SIGNALS:
    // The user has chosen contact. It stays chosen while it is not shown, and is found again when it is.
    void contactChosen(const QPersistentModelIndex &contact);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void letGo(const QModelIndex &parent, int first, int last);
    void findAgain();
    QString emptyText() const;

    XmppPresence::ContactListModel *m_model;
    QString m_jid; // of the contact that is chosen
};
