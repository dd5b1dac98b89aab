// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "ownpresence.h"

#include "appearance.h"
#include "session.h"

#include <XmppPresence/DisplayText>
#include <XmppPresence/PresenceIcon>

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using XmppPresence::Availability;

OwnPresence::OwnPresence(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_jid(new QLabel(this))
    , m_availability(new QComboBox(this))
    , m_status(new QLineEdit(this))
    , m_priority(new QSpinBox(this))
{
    m_jid->setTextFormat(Qt::PlainText);
    m_jid->setAlignment(startAlignment());
    m_availability->setObjectName(u"ownAvailability"_s);
    m_availability->setAccessibleName(tr("Own availability"));
    for (const auto availability : {Availability::Online, Availability::FreeForChat, Availability::Away,
             Availability::ExtendedAway, Availability::DoNotDisturb}) {
        m_availability->addItem(XmppPresence::presenceIcon(availability), XmppPresence::availabilityText(availability),
            QVariant::fromValue(availability));
    }
    m_status->setObjectName(u"ownStatus"_s);
    m_status->setAccessibleName(tr("Own status"));
    m_status->setPlaceholderText(tr("What are you up to?"));
    m_status->setClearButtonEnabled(true);
    m_priority->setObjectName(u"ownPriority"_s);
    m_priority->setRange(-128, 127);
    m_priority->setToolTip(tr("Messages go to the device with the highest priority, and to none below zero"));
    lay();
    listen();
    update();
}

void OwnPresence::lay()
{
    auto font = m_jid->font();
    font.setBold(true);
    m_jid->setFont(font);
    auto *priority = new QLabel(tr("&Priority:"), this);
    priority->setBuddy(m_priority);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_jid, 0, 0, 1, 3);
    layout->addWidget(m_availability, 1, 0);
    layout->addWidget(priority, 1, 1);
    layout->addWidget(m_priority, 1, 2);
    layout->addWidget(m_status, 2, 0, 1, 3);
    layout->setColumnStretch(0, 1);
}

void OwnPresence::listen()
{
    connect(m_availability, &QComboBox::activated, m_session,
        [this] { m_session->setAvailability(m_availability->currentData().value<Availability>()); });
    connect(m_status, &QLineEdit::editingFinished, m_session, [this] { m_session->setStatusText(m_status->text()); });
    connect(m_priority, &QSpinBox::editingFinished, m_session, [this] { m_session->setPriority(m_priority->value()); });
    for (const auto signal : {&Session::accountChanged, &Session::availabilityChanged, &Session::statusTextChanged,
             &Session::priorityChanged})
        connect(m_session, signal, this, &OwnPresence::update);
}

void OwnPresence::update()
{
    m_jid->setText(XmppPresence::displayText(m_session->jid()));
    m_availability->setCurrentIndex(m_availability->findData(QVariant::fromValue(m_session->availability())));
    if (m_status->text() != m_session->statusText())
        m_status->setText(m_session->statusText());
    m_priority->setValue(m_session->priority());
}
