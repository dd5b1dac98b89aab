// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "presencedelegate.h"

#include "presenceicon.h"

#include <XmppPresence/AgeText>
#include <XmppPresence/PresenceItemModel>

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTimer>
#include <QtMath>

#include <algorithm>
#include <chrono>
#include <map>

namespace XmppPresence {

using namespace std::chrono_literals;
using Role = PresenceItemModel::Role;

// Times each other, they still leave a contrast of 4.5 between black and white. On a highlight there is none to spare.
static constexpr qreal dimmed = 0.75;
static constexpr qreal secondary = 0.75;
static constexpr qreal staleIcon = 0.5;
// A view is not scrolled for the sake of longer texts: they are elided.
static constexpr int maxLength = 20;

class PresenceDelegatePrivate
{
public:
    QIcon iconOf(const QModelIndex &index);

private:
    std::map<Availability, QIcon> m_drawn;
};

static Availability availabilityOf(const QModelIndex &index)
{
    return index.data(Role::AvailabilityRole).value<Availability>();
}

QIcon PresenceDelegatePrivate::iconOf(const QModelIndex &index)
{
    if (const auto themed = QIcon::fromTheme(index.data(Role::IconNameRole).toString()); !themed.isNull())
        return themed;
    auto &icon = m_drawn[availabilityOf(index)];
    if (icon.isNull())
        icon = presenceIcon(availabilityOf(index));
    return icon;
}

// What a row says.
struct RowTexts
{
    explicit RowTexts(const QModelIndex &index);

    QString name;
    QString status;
    QString age;
    QString devices;
};

static QString statusOf(const QModelIndex &index)
{
    for (const auto role : {Role::StatusTextRole, Role::ErrorTextRole, Role::AvailabilityTextRole}) {
        if (const auto text = index.data(role).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

RowTexts::RowTexts(const QModelIndex &index)
    : name(index.data(Role::NameRole).toString())
    , status(statusOf(index))
    , age(ageText(index.data(Role::IdleSinceRole).toDateTime()))
{
    if (const int count = index.data(Role::ResourceCountRole).toInt(); count > 1)
        devices = QLocale().toString(count);
}

static QFont smaller(QFont font)
{
    static constexpr qreal factor = 0.9;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return font;
}

// Where the parts of a row are, from left to right.
class Layout
{
public:
    Layout(const QStyleOptionViewItem &option, const RowTexts &texts);

    QSize size() const;
    void place(const QRect &rect);

    QFont nameFont;
    QFont smallFont;
    QRect icon;
    QRect name;
    QRect status;
    QRect age;
    QRect devices;

private:
    int m_hMargin;
    int m_vMargin;
    QSize m_icon;
    QSize m_name;
    QSize m_status;
    QSize m_age;
    QSize m_devices;
};

static const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

static QSize sizeOf(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {qCeil(metrics.horizontalAdvance(text)), qCeil(metrics.height())};
}

// The number of devices stands in a capsule.
static QSize capsuleFor(const QSize &text)
{
    return text.width() > 0 ? QSize(std::max(text.width() + text.height() / 2, text.height()), text.height()) : text;
}

Layout::Layout(const QStyleOptionViewItem &option, const RowTexts &texts)
    : nameFont(option.font)
    , smallFont(smaller(option.font))
    , m_hMargin(styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 2)
    , m_vMargin(styleOf(option)->pixelMetric(QStyle::PM_FocusFrameVMargin, &option, option.widget) + 2)
    , m_icon(option.decorationSize)
    , m_name(sizeOf(texts.name, nameFont))
    , m_status(sizeOf(texts.status, smallFont))
    , m_age(sizeOf(texts.age, smallFont))
    , m_devices(capsuleFor(sizeOf(texts.devices, smallFont)))
{
}

static int withGap(int width, int gap)
{
    return width > 0 ? width + gap : 0;
}

QSize Layout::size() const
{
    const auto gap = 2 * m_hMargin;
    const auto longest = maxLength * QFontMetrics(nameFont).averageCharWidth();
    const auto first = std::min(m_name.width(), longest) + withGap(m_age.width(), gap);
    const auto second = std::min(m_status.width(), longest) + withGap(m_devices.width(), gap);
    const auto height = std::max(m_name.height() + m_status.height(), m_icon.height());
    return {withGap(m_icon.width(), gap) + std::max(first, second) + 2 * m_hMargin, height + 2 * m_vMargin};
}

// Splits rect at its far end, for what is there if anything is.
static QRect takeEnd(QRect &rect, int width, int gap)
{
    width = std::min(width, rect.width());
    const QRect end(rect.right() + 1 - width, rect.top(), width, rect.height());
    rect.setWidth(std::max(0, rect.width() - withGap(width, gap)));
    return end;
}

void Layout::place(const QRect &rect)
{
    const auto gap = 2 * m_hMargin;
    const auto inner = rect.adjusted(m_hMargin, m_vMargin, -m_hMargin, -m_vMargin);
    icon = QRect({inner.left(), inner.top() + (inner.height() - m_icon.height()) / 2}, m_icon);
    const auto left = inner.left() + withGap(m_icon.width(), gap);
    const auto width = std::max(0, inner.right() + 1 - left);
    const auto top = inner.top() + (inner.height() - m_name.height() - m_status.height()) / 2;
    name = QRect(left, top, width, m_name.height());
    status = QRect(left, name.bottom() + 1, width, m_status.height());
    age = takeEnd(name, m_age.width(), gap);
    devices = takeEnd(status, m_devices.width(), gap);
}

// Paints the parts of one row.
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option);

    void paintPanel();
    void paintIcon(const QIcon &icon, const QRect &rect);
    void paintText(const QString &text, const QFont &font, const QRect &rect, Qt::Alignment alignment);
    void paintCapsule(const QString &text, const QFont &font, const QRect &rect);
    void paintFocus();
    void setOpacity(qreal opacity) { m_painter->setOpacity(opacity); }
    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }

private:
    QRect visual(const QRect &rect) const { return QStyle::visualRect(m_option.direction, m_option.rect, rect); }
    QColor color(QPalette::ColorRole role) const { return m_option.palette.color(m_group, role); }
    QColor textColor() const { return color(isSelected() ? QPalette::HighlightedText : QPalette::Text); }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QPalette::ColorGroup m_group;
};

static QPalette::ColorGroup colorGroup(QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_group(colorGroup(option.state))
{
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // of a text: markup in it stays in order
    painter->setRenderHint(QPainter::Antialiasing);
}

void RowPainter::paintPanel()
{
    styleOf(m_option)->drawPrimitive(QStyle::PE_PanelItemViewItem, &m_option, m_painter, m_option.widget);
}

// No colour stands out from every highlight colour: on one the icon gets a plate.
void RowPainter::paintIcon(const QIcon &icon, const QRect &rect)
{
    if (rect.isEmpty())
        return;
    const auto place = visual(rect);
    if (isSelected()) {
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(color(QPalette::Base));
        m_painter->drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4, 4);
    }
    icon.paint(m_painter, place, Qt::AlignCenter, m_group == QPalette::Disabled ? QIcon::Disabled : QIcon::Normal);
}

void RowPainter::paintText(const QString &text, const QFont &font, const QRect &rect, Qt::Alignment alignment)
{
    const auto shown = QFontMetrics(font).elidedText(text, m_option.textElideMode, rect.width());
    m_painter->setFont(font);
    m_painter->setPen(textColor());
    const auto visualAlignment = QStyle::visualAlignment(m_option.direction, alignment | Qt::AlignVCenter);
    m_painter->drawText(visual(rect), int(visualAlignment) | Qt::TextSingleLine, shown);
}

void RowPainter::paintCapsule(const QString &text, const QFont &font, const QRect &rect)
{
    if (text.isEmpty())
        return;
    const auto outline = QRectF(visual(rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter->setPen(textColor());
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    paintText(text, font, rect, Qt::AlignHCenter);
}

void RowPainter::paintFocus()
{
    if (!m_option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(m_option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = color(isSelected() ? QPalette::Highlight : QPalette::Window);
    styleOf(m_option)->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, m_painter, m_option.widget);
}

PresenceDelegate::PresenceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , d(std::make_unique<PresenceDelegatePrivate>())
{
    auto *view = qobject_cast<QAbstractItemView *>(parent);
    if (!view)
        return;
    auto *timer = new QTimer(this);
    timer->callOnTimeout(view, [view] { view->viewport()->update(); });
    timer->start(1min);
}

PresenceDelegate::~PresenceDelegate() = default;

static bool isDimmed(const QModelIndex &index)
{
    const auto availability = availabilityOf(index);
    return availability == Availability::Unknown || availability == Availability::Offline
        || index.data(Role::StaleRole).toBool();
}

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto row = option;
    initStyleOption(&row, index);
    row.showDecorationSelected = true; // the whole row
    const RowTexts texts(index);
    Layout layout(row, texts);
    layout.place(row.rect);

    painter->save();
    RowPainter parts(painter, row);
    const auto opacity = painter->opacity();
    const auto textOpacity = !parts.isSelected() && isDimmed(index) ? opacity * dimmed : opacity;
    parts.paintPanel();
    parts.setOpacity(index.data(Role::StaleRole).toBool() ? opacity * staleIcon : opacity);
    parts.paintIcon(d->iconOf(index), layout.icon);
    parts.setOpacity(textOpacity);
    parts.paintText(texts.name, layout.nameFont, layout.name, Qt::AlignLeading);
    parts.setOpacity(parts.isSelected() ? textOpacity : textOpacity * secondary);
    parts.paintText(texts.status, layout.smallFont, layout.status, Qt::AlignLeading);
    parts.paintText(texts.age, layout.smallFont, layout.age, Qt::AlignTrailing);
    parts.paintCapsule(texts.devices, layout.smallFont, layout.devices);
    parts.setOpacity(opacity);
    parts.paintFocus();
    painter->restore();
}

QSize PresenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const auto given = index.data(Qt::SizeHintRole); given.isValid())
        return given.toSize();
    auto row = option;
    initStyleOption(&row, index);
    return Layout(row, RowTexts(index)).size();
}

} // namespace XmppPresence
