// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "contactswindow.h"

#include "accountsettings.h"
#include "banner.h"
#include "contactview.h"
#include "detailspane.h"
#include "loopbackdemo.h"
#include "ownpresence.h"
#include "session.h"
#include "signindialog.h"

#include <XmppPresence/DisplayText>

#include <QCheckBox>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using XmppPresence::ContactListModel;
using XmppPresence::PresenceTracker;

ContactsWindow::ContactsWindow(Session *session, LoopbackDemo *demo, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_demo(demo)
    , m_search(new QLineEdit)
    , m_view(new ContactView(&m_contacts))
    , m_showOffline(new QCheckBox(tr("Show contacts that are &offline")))
    , m_splitter(new QSplitter)
    , m_count(new QLabel)
{
    m_contacts.setTracker(session->tracker());
    m_contacts.setSections(ContactListModel::Sections::ByGroup);
    auto *details = new DetailsPane(session->tracker());
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({340, 380});
    auto *banner = new Banner(session);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner);
    layout->addWidget(m_splitter, 1);
    setCentralWidget(central);
    m_count->setObjectName(u"count"_s);
    m_count->setContentsMargins(12, 0, 12, 4);
    statusBar()->addWidget(m_count);
    addMenus();
    setWindowTitle(tr("Contacts"));
    resize(720, 640);

    connect(banner, &Banner::passwordWanted, this, &ContactsWindow::askForPassword);
    connect(m_view, &ContactView::contactChosen, details, &DetailsPane::setContact);
    connect(session, &Session::stateChanged, this, &ContactsWindow::rememberAccount);
    connect(session->tracker(), &PresenceTracker::initialSyncChanged, this, &ContactsWindow::updateCount);
    connect(&m_contacts, &ContactListModel::availableCountChanged, this, &ContactsWindow::updateCount);
    updateCount();
}

QWidget *ContactsWindow::makeList()
{
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_showOffline->setObjectName(u"showOffline"_s);
    m_showOffline->setChecked(true);
    connect(m_search, &QLineEdit::textChanged, &m_contacts, &ContactListModel::setFilterText);
    connect(m_showOffline, &QCheckBox::toggled, &m_contacts, &ContactListModel::setShowOffline);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(new OwnPresence(m_session));
    layout->addSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_showOffline);
    return list;
}

void ContactsWindow::addMenus()
{
    auto *account = menuBar()->addMenu(tr("&Account"));
    account->addAction(tr("&Sign In…"), this, &ContactsWindow::askForAccount);
    account->addAction(tr("Sign &Out"), m_session, &Session::signOut);
    account->addSeparator();
    account->addAction(tr("Simulated &Contacts"), m_demo, [this] { m_demo->signIn(m_session); });
    auto *server = account->addAction(tr("Simulated Server &Runs"));
    server->setObjectName(u"serverRuns"_s);
    server->setCheckable(true);
    connect(server, &QAction::triggered, m_demo, [this](bool runs) { runs ? void(m_demo->start()) : m_demo->stop(); });
    connect(m_demo, &LoopbackDemo::runningChanged, server, [this, server] { server->setChecked(m_demo->isRunning()); });
    server->setChecked(m_demo->isRunning());
    account->addSeparator();
    account->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    auto *view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("&Search"), QKeySequence::Find, m_search, qOverload<>(&QWidget::setFocus));
    auto *offline =
        view->addAction(tr("Show &Offline"), QKeySequence(tr("Ctrl+H")), m_showOffline, &QCheckBox::setChecked);
    offline->setCheckable(true);
    offline->setChecked(m_showOffline->isChecked());
    connect(m_showOffline, &QCheckBox::toggled, offline, &QAction::setChecked);
}

void ContactsWindow::askForAccount()
{
    auto *dialog = new SignInDialog(AccountSettings::load(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_session, [this, dialog] {
        m_session->setAccount(dialog->account());
        m_session->signIn();
    });
    dialog->open();
}

void ContactsWindow::askForPassword()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password"));
    dialog->setLabelText(tr("Password of %1:").arg(XmppPresence::displayText(m_session->jid()).toHtmlEscaped()));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, m_session, qOverload<const QString &>(&Session::signIn));
    dialog->open();
}

void ContactsWindow::updateCount()
{
    const auto text = tr("%n available", nullptr, m_contacts.availableCount());
    m_count->setText(m_session->tracker()->isInitialSync() ? tr("Contacts are still coming in…") : text);
}

void ContactsWindow::rememberAccount()
{
    const bool isOwn = m_session->account().jid() != m_demo->account().jid();
    if (m_isRemembering && isOwn && m_session->state() == Session::State::Connected)
        AccountSettings::of(m_session->account()).save();
}

void ContactsWindow::choose(const QString &jid)
{
    m_view->choose(jid);
}

void ContactsWindow::restoreSettings()
{
    m_isRemembering = true;
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_splitter->restoreState(settings.value(u"window/splitter"_s).toByteArray());
    m_showOffline->setChecked(settings.value(u"window/showOffline"_s, true).toBool());
}

void ContactsWindow::closeEvent(QCloseEvent *event)
{
    if (m_isRemembering) {
        QSettings settings;
        settings.setValue(u"window/geometry"_s, saveGeometry());
        settings.setValue(u"window/splitter"_s, m_splitter->saveState());
        settings.setValue(u"window/showOffline"_s, m_showOffline->isChecked());
    }
    QMainWindow::closeEvent(event);
}

// From the search field, the keys that lead into a list lead into the list, and Escape leaves the search.
bool ContactsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QMainWindow::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_search->clear();
    else if (key == Qt::Key_Down)
        enterList();
    else
        return false;
    return true;
}

void ContactsWindow::enterList()
{
    m_contacts.flush(); // the search may have been typed into in this very turn
    if (m_contacts.count() == 0)
        return;
    m_view->setFocus();
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_contacts.index(0));
}
