// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "detailspane.h"

#include "appearance.h"

#include <XmppPresence/AgeText>
#include <XmppPresence/DisplayText>
#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceIcon>

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;

static constexpr int iconSize = 32;

// Text from the network, which can be marked and copied.
static QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setAlignment(startAlignment());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

static void enlarge(QLabel *label, double factor)
{
    auto font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
}

DetailsPane::DetailsPane(PresenceTracker *tracker, QWidget *parent)
    : QStackedWidget(parent)
    , m_watcher(tracker, QString())
    , m_devices(tracker, QString())
{
    auto *nobody = new QLabel(tr("Choose a contact to see where it is"));
    nobody->setAlignment(Qt::AlignCenter);
    nobody->setWordWrap(true);
    nobody->setForegroundRole(QPalette::PlaceholderText);
    addWidget(nobody);
    addWidget(makePage());
    for (const auto signal : {&PresenceWatcher::availabilityChanged, &PresenceWatcher::statusTextChanged,
             &PresenceWatcher::errorTextChanged, &PresenceWatcher::sinceChanged, &PresenceWatcher::idleSinceChanged})
        connect(&m_watcher, signal, this, &DetailsPane::updatePresence);
    connect(&m_devices, &ResourceModel::countChanged, this, &DetailsPane::updateDevices);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &DetailsPane::updatePresence);
    m_minute.start();
}

QWidget *DetailsPane::makePage()
{
    m_heading = new QLabel;
    m_heading->setAlignment(startAlignment());
    enlarge(m_heading, 1);
    auto *devices = new QListView;
    devices->setObjectName(u"devices"_s);
    devices->setAccessibleName(tr("Devices"));
    devices->setModel(&m_devices);
    devices->setItemDelegate(new PresenceDelegate(devices));
    devices->setSelectionMode(QAbstractItemView::NoSelection);
    devices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    devices->setResizeMode(QListView::Adjust);
    devices->setFrameShape(QFrame::NoFrame);
    devices->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 16, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(makeHead());
    layout->addSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(devices, 1);
    return page;
}

QWidget *DetailsPane::makeHead()
{
    m_icon = new QLabel;
    m_name = plainLabel(u"contactName"_s);
    enlarge(m_name, 1.4);
    m_jid = plainLabel(u"contactJid"_s);
    m_jid->setForegroundRole(QPalette::PlaceholderText);
    m_availability = plainLabel(u"contactAvailability"_s);
    m_status = plainLabel(u"contactStatus"_s);
    m_groups = plainLabel(u"contactGroups"_s);
    m_groups->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QWidget;
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    int row = 0;
    for (auto *label : {m_name, m_jid, m_availability, m_status, m_groups})
        layout->addWidget(label, row++, 1);
    layout->setColumnStretch(1, 1);
    return head;
}

void DetailsPane::setContact(const QPersistentModelIndex &contact)
{
    if (m_contact.model())
        m_contact.model()->disconnect(this);
    m_contact = contact;
    connect(m_contact.model(), &QAbstractItemModel::dataChanged, this, &DetailsPane::updateContact);
    const auto jid = contact.data(Role::JidRole).toString();
    m_watcher.setJid(jid);
    m_devices.setJid(jid);
    updateContact();
    updatePresence();
    updateDevices();
    setCurrentIndex(1);
}

void DetailsPane::updateContact()
{
    if (!m_contact.isValid())
        return;
    m_name->setText(m_contact.data(Role::NameRole).toString());
    m_jid->setText(displayText(m_contact.data(Role::JidRole).toString()));
    QStringList groups;
    for (const auto &group : m_contact.data(Role::GroupsRole).toStringList())
        groups.append(displayText(group));
    m_groups->setText(QLocale().createSeparatedList(groups));
    m_groups->setVisible(!groups.isEmpty());
}

// Nothing for what has only just begun.
static QString duration(const QString &text, const QDateTime &since)
{
    const bool isShort = !since.isValid() || since.secsTo(QDateTime::currentDateTimeUtc()) < 60;
    return isShort ? QString() : text.arg(ageText(since));
}

void DetailsPane::updatePresence()
{
    const auto availability = m_watcher.availability();
    m_icon->setPixmap(presenceIcon(availability).pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
    QStringList parts{availabilityText(availability), duration(tr("for %1"), m_watcher.since()),
        duration(tr("idle for %1"), m_watcher.idleSince())};
    parts.removeAll(QString());
    m_availability->setText(parts.join(u" · "_s));
    const auto status = m_watcher.errorText().isEmpty() ? m_watcher.statusText() : m_watcher.errorText();
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
}

void DetailsPane::updateDevices()
{
    m_heading->setText(m_devices.count() == 0 ? tr("No devices") : tr("Devices (%n)", nullptr, m_devices.count()));
}
