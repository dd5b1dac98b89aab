// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presenceicon.h"

#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

// Must not be in a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(presenceicons);
}

namespace XmppPresence {

using namespace Qt::StringLiterals;

// Draws itself at any size and scale, and needs no plugin for that.
class PresenceIconEngine : public QIconEngine
{
public:
    explicit PresenceIconEngine(const QString &fileName)
        : m_fileName(fileName)
        , m_renderer(fileName)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        static constexpr qreal disabledOpacity = 0.5;
        const auto opacity = painter->opacity();
        if (mode == QIcon::Disabled)
            painter->setOpacity(opacity * disabledOpacity);
        m_renderer.render(painter, rect);
        painter->setOpacity(opacity);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override { return size; }
    QIconEngine *clone() const override { return new PresenceIconEngine(m_fileName); }

private:
    QString m_fileName;
    QSvgRenderer m_renderer;
};

static QString nameOf(Availability availability)
{
    switch (availability) {
    case Availability::Unknown:
        return u"unknown"_s;
    case Availability::Offline:
        return u"offline"_s;
    case Availability::ExtendedAway:
        return u"extended-away"_s;
    case Availability::Away:
        return u"away"_s;
    case Availability::Online:
        return u"online"_s;
    case Availability::FreeForChat:
        return u"free-for-chat"_s;
    case Availability::DoNotDisturb:
        return u"do-not-disturb"_s;
    case Availability::Error:
        return u"error"_s;
    }
    return u"unknown"_s; // a number that came through a QVariant may be anything
}

QIcon presenceIcon(const QString &iconName)
{
    static const QHash<QString, Availability> drawn{
        {u"im-user-offline"_s, Availability::Offline},
        {u"im-user-away"_s, Availability::Away},
        {u"im-user-online"_s, Availability::Online},
        {u"im-user-busy"_s, Availability::DoNotDisturb},
        {u"dialog-error"_s, Availability::Error},
    };
    const auto themed = QIcon::fromTheme(iconName);
    return themed.isNull() && drawn.contains(iconName) ? presenceIcon(drawn[iconName]) : themed;
}

QIcon presenceIcon(Availability availability)
{
    initResources();
    return QIcon(new PresenceIconEngine(u":/xmpppresence/icons/"_s + nameOf(availability) + u".svg"_s));
}

} // namespace XmppPresence
