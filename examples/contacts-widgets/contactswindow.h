// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <XmppPresence/ContactListModel>

#include <QMainWindow>

class ContactView;
class DetailsPane;
class LoopbackDemo;
class QCheckBox;
class QLabel;
class QLineEdit;
class QSplitter;
class Session;

// The contacts of a session, which is that of an account or of the demonstration.
class ContactsWindow : public QMainWindow
{
    Q_OBJECT

public:
    ContactsWindow(Session *session, LoopbackDemo *demo, QWidget *parent = nullptr);

    // Looks as when it was closed last, and remembers from now on.
    void restoreSettings();

    // Shows the details of a contact, or will do when it comes.
    void choose(const QString &jid);
    void askForPassword();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addMenus();
    QWidget *makeList();
    void enterList();
    void askForAccount();
    void rememberAccount();
    void updateCount();

    Session *m_session;
    LoopbackDemo *m_demo;
    XmppPresence::ContactListModel m_contacts;
    bool m_isRemembering = false;

    QLineEdit *m_search;
    ContactView *m_view;
    QCheckBox *m_showOffline;
    QSplitter *m_splitter;
    QLabel *m_count;
};
