// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "banner.h"

#include "appearance.h"
#include "session.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

static QLabel *label(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(startAlignment());
    return label;
}

Banner::Banner(Session *session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_icon(new QLabel(this))
    , m_text(label(this, u"bannerText"_s))
    , m_reason(label(this, u"bannerReason"_s))
    , m_button(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    setAutoFillBackground(true);
    auto bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_reason);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &Banner::act);
    connect(m_session, &Session::stateChanged, this, &Banner::update);
    update();
}

void Banner::update()
{
    const auto text = m_session->stateText();
    const bool isNews = text != m_text->text();
    m_text->setText(text);
    m_reason->setText(m_session->reason());
    m_reason->setVisible(!m_session->reason().isEmpty());
    m_button->setText(buttonText());
    m_button->setVisible(!buttonText().isEmpty());
    setAccessibleName(QString(text + u' ' + m_session->reason()).trimmed());
    setVisible(!text.isEmpty());
    updateColors();
    if (isNews && isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

struct Look
{
    int hue;
    QStyle::StandardPixmap icon;
};

// Blue is for what goes its way, yellow for what is being mended, red for what needs the user.
static Look lookOf(Session::State state)
{
    if (state == Session::State::Error)
        return {4, QStyle::SP_MessageBoxCritical};
    if (state == Session::State::Stale)
        return {44, QStyle::SP_MessageBoxWarning};
    return {212, QStyle::SP_MessageBoxInformation};
}

void Banner::updateColors()
{
    const bool isDark = parentWidget() && parentWidget()->palette().window().color().lightness() < 128;
    const auto [hue, icon] = lookOf(m_session->state());
    auto colors = palette();
    colors.setColor(QPalette::Window, isDark ? QColor::fromHsl(hue, 100, 50) : QColor::fromHsl(hue, 190, 226));
    colors.setColor(QPalette::WindowText, isDark ? QColor::fromHsl(hue, 120, 228) : QColor::fromHsl(hue, 190, 50));
    setPalette(colors);
    m_icon->setPixmap(style()->standardIcon(icon, nullptr, this).pixmap(QSize(24, 24), devicePixelRatio()));
}

QString Banner::buttonText() const
{
    switch (m_session->state()) {
    case Session::State::SignedOut:
        return tr("Sign &in");
    case Session::State::Stale:
        return tr("&Try again");
    case Session::State::Error:
        return m_session->isPasswordRefused() ? tr("Other &password…") : tr("&Try again");
    case Session::State::Connecting:
        return tr("&Cancel");
    case Session::State::Connected:
        break;
    }
    return {};
}

void Banner::act()
{
    if (m_session->isPasswordRefused())
        Q_EMIT passwordWanted();
    else if (m_session->state() == Session::State::SignedOut)
        m_session->signIn();
    else if (m_session->state() == Session::State::Connecting)
        m_session->signOut();
    else
        m_session->retry();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ThemeChange
        || event->type() == QEvent::ParentChange)
        updateColors();
}
