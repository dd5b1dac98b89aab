// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "../stanza.h"

#include <QAccessible>
#include <QConcatenateTablesProxyModel>
#include <QDateTime>
#include <QDir>
#include <QHelpEvent>
#include <QIdentityProxyModel>
#include <QListView>
#include <QMetaEnum>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolTip>

#include <XmppPresence/PresenceDelegate>
#include <XmppPresence/PresenceIcon>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;
using Roles = QMap<int, QVariant>;

// What the delegate paints of a row is looked at pixel by pixel: it has roles, and there is no model behind them.
class TestPresenceDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void indicator_data();
    void indicator();
    void indicatorOnSelection_data() { states(); }
    void indicatorOnSelection();
    void iconOfTheTheme();
    void iconByName();
    void staysInItsPlace_data();
    void staysInItsPlace();
    void isElidedBeforeTheAge();
    void elideModeOfTheView();
    void mirrored();
    void textKeepsItsDirection();
    void secondLine_data();
    void secondLine();
    void plainText_data();
    void plainText();
    void deviceCount();
    void dimmed_data();
    void dimmed();
    void paletteOfTheState_data();
    void paletteOfTheState();
    void crisp();
    void sizeHint();
    void throughProxies();
    void heading();
    void toolTip();
    void accessibleText();
    void agesGrow();
    void pictures_data();
    void pictures();

private:
    static void states();
};

static const int margin = 8; // around a row, nothing is painted there

static QColor colorOf(Availability availability)
{
    static const QMap<Availability, QColor> colors{
        {Availability::Unknown, u"#7f7f7f"_s},
        {Availability::Offline, u"#7f7f7f"_s},
        {Availability::ExtendedAway, u"#b87a00"_s},
        {Availability::Away, u"#b87a00"_s},
        {Availability::Online, u"#2a9447"_s},
        {Availability::FreeForChat, u"#2a9447"_s},
        {Availability::DoNotDisturb, u"#dc3b41"_s},
        {Availability::Error, u"#d0611c"_s},
    };
    return colors.value(availability);
}

// Online, and without a text, but for the roles that are given.
class Row
{
public:
    explicit Row(const Roles &roles)
    {
        Roles all{{Role::AvailabilityRole, QVariant::fromValue(Availability::Online)}};
        all.insert(roles);
        auto *item = new QStandardItem;
        for (const auto &[role, value] : all.asKeyValueRange())
            item->setData(value, role);
        m_model.appendRow(item);
        option.rect = QRect(margin, margin, 240, 0);
        option.decorationSize = QSize(22, 22);
        option.state = QStyle::State_Enabled | QStyle::State_Active;
        option.font = QFont(u"DejaVu Sans"_s, 10);
        option.palette = lightPalette();
        option.direction = Qt::LeftToRight;
        option.textElideMode = Qt::ElideRight;
    }

    static QPalette lightPalette()
    {
        QPalette palette(Qt::black, Qt::lightGray, Qt::white, Qt::darkGray, Qt::gray, Qt::black, Qt::white);
        palette.setColor(QPalette::Highlight, QColor(0, 0, 255));
        palette.setColor(QPalette::HighlightedText, QColor(255, 255, 0));
        palette.setColor(QPalette::Inactive, QPalette::Text, QColor(0, 255, 255));
        palette.setColor(QPalette::Disabled, QPalette::Text, QColor(255, 0, 255));
        return palette;
    }

    QSize sizeHint() const { return m_delegate.sizeHint(option, m_model.index(0, 0)); }

    // Of the row and the margin around it, which is transparent.
    QImage picture(qreal scale = 1)
    {
        if (option.rect.height() == 0)
            option.rect.setHeight(sizeHint().height());
        const auto size = option.rect.size() + QSize(2 * margin, 2 * margin);
        QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        m_delegate.paint(&painter, option, m_model.index(0, 0));
        return image;
    }

    QRect iconRect() const
    {
        const auto height = option.rect.height();
        QRect rect(QPoint(option.rect.left(), option.rect.top()), QSize(height, height));
        return QStyle::visualRect(option.direction, option.rect, rect);
    }

    QStyleOptionViewItem option;

private:
    QStandardItemModel m_model;
    PresenceDelegate m_delegate;
};

static int count(const QImage &image, const QColor &color, const QRect &rect)
{
    int found = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            found += image.pixelColor(x, y) == color;
    }
    return found;
}

static int count(const QImage &image, const QColor &color)
{
    return count(image, color, image.rect());
}

static int painted(const QImage &image, const QRect &rect)
{
    return rect.width() * rect.height() - count(image, Qt::transparent, rect);
}

// Without what is transparent around it.
static QImage trimmed(const QImage &image)
{
    QRegion region;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                region += QRect(x, y, 1, 1);
        }
    }
    return image.copy(region.boundingRect());
}

void TestPresenceDelegate::initTestCase()
{
    QIcon::setThemeName(u"none"_s);
    QIcon::setFallbackThemeName(u"none"_s);
    QIcon::setThemeSearchPaths({});
}

void TestPresenceDelegate::states()
{
    QTest::addColumn<Availability>("availability");

    const auto meta = QMetaEnum::fromType<Availability>();
    for (int i = 0; i < meta.keyCount(); ++i)
        QTest::newRow(meta.key(i)) << Availability(meta.value(i));
}

void TestPresenceDelegate::indicator_data()
{
    QTest::addColumn<Availability>("availability");
    QTest::addColumn<Qt::LayoutDirection>("direction");

    const auto meta = QMetaEnum::fromType<Availability>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        QTest::addRow("%s", meta.key(i)) << Availability(meta.value(i)) << Qt::LeftToRight;
        QTest::addRow("%s, right to left", meta.key(i)) << Availability(meta.value(i)) << Qt::RightToLeft;
    }
}

void TestPresenceDelegate::indicator()
{
    QFETCH(Availability, availability);
    QFETCH(Qt::LayoutDirection, direction);

    Row row({{Role::AvailabilityRole, QVariant::fromValue(availability)}, {Role::NameRole, u"Juliet"_s}});
    row.option.direction = direction;
    const auto picture = row.picture();
    const auto color = colorOf(availability);
    QVERIFY(count(picture, color, row.iconRect()) >= 20);
    QCOMPARE(count(picture, color, row.iconRect()), count(picture, color));
}

// On a highlight of the very same colour, too.
void TestPresenceDelegate::indicatorOnSelection()
{
    QFETCH(Availability, availability);

    Row row({{Role::AvailabilityRole, QVariant::fromValue(availability)}});
    row.option.state |= QStyle::State_Selected;
    row.option.palette.setColor(QPalette::Highlight, colorOf(availability));
    const auto picture = row.picture();
    QVERIFY(count(picture, Qt::white, row.iconRect()) > 100);
    QVERIFY(count(picture, colorOf(availability), row.iconRect()) > 20);
}

// Its icon is preferred, in a row as well as by name.
void TestPresenceDelegate::iconOfTheTheme()
{
    QTemporaryDir folder;
    const QDir theme(folder.filePath(u"mine"_s));
    QVERIFY(theme.mkpath(u"22"_s));
    QImage image(22, 22, QImage::Format_ARGB32);
    image.fill(Qt::cyan);
    QVERIFY(image.save(theme.filePath(u"22/im-user-online.png"_s)));
    QFile index(theme.filePath(u"index.theme"_s));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=mine\nDirectories=22\n[22]\nSize=22\n");
    index.close();
    QIcon::setThemeSearchPaths({folder.path()});
    QIcon::setThemeName(u"mine"_s);
    const auto guard = qScopeGuard([this] { initTestCase(); });

    Row online({{Role::IconNameRole, u"im-user-online"_s}});
    QCOMPARE(count(online.picture(), Qt::cyan), 22 * 22);
    QCOMPARE(presenceIcon(u"im-user-online"_s).pixmap(22).toImage().pixelColor(11, 11), QColor(Qt::cyan));
    Row busy({{Role::IconNameRole, u"im-user-busy"_s}});
    QCOMPARE(count(busy.picture(), Qt::cyan), 0);
}

void TestPresenceDelegate::iconByName()
{
    const auto image = [](const QIcon &icon) { return icon.pixmap(32).toImage(); };
    QCOMPARE(image(presenceIcon(u"im-user-online"_s)), image(presenceIcon(Availability::Online)));
    QCOMPARE(image(presenceIcon(u"im-user-away"_s)), image(presenceIcon(Availability::Away)));
    QCOMPARE(image(presenceIcon(u"im-user-busy"_s)), image(presenceIcon(Availability::DoNotDisturb)));
    QCOMPARE(image(presenceIcon(u"im-user-offline"_s)), image(presenceIcon(Availability::Offline)));
    QCOMPARE(image(presenceIcon(u"dialog-error"_s)), image(presenceIcon(Availability::Error)));
    QVERIFY(presenceIcon(u"no such icon"_s).isNull());
    QCOMPARE(image(presenceIcon(Availability(99))), image(presenceIcon(Availability::Unknown)));
}

void TestPresenceDelegate::staysInItsPlace_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");

    for (const auto &style : QStyleFactory::keys()) {
        for (const auto size : {QSize(240, 40), QSize(60, 40), QSize(12, 12), QSize(1, 1), QSize(300, 8)}) {
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%s, %d x %d, %d", qPrintable(style), size.width(), size.height(), direction)
                    << style << size << direction;
        }
    }
}

void TestPresenceDelegate::staysInItsPlace()
{
    QFETCH(QString, style);
    QFETCH(QSize, size);
    QFETCH(Qt::LayoutDirection, direction);

    QWidget widget;
    const std::unique_ptr<QStyle> owner(QStyleFactory::create(style));
    widget.setStyle(owner.get());
    Row row({{Role::NameRole, u"Juliet Capulet of Verona"_s.repeated(3)}, {Role::StatusTextRole, QString(300, u'W')},
        {Role::IdleSinceRole, QDateTime::currentDateTimeUtc().addSecs(-4000)}, {Role::ResourceCountRole, 12}});
    row.option.widget = &widget;
    row.option.direction = direction;
    row.option.state |= QStyle::State_Selected | QStyle::State_HasFocus;
    row.option.rect.setSize(size);
    const auto picture = row.picture();
    const auto all = painted(picture, picture.rect());
    QVERIFY(all > 0);
    QCOMPARE(all, painted(picture, row.option.rect));
}

static const auto hourAgo = QDateTime::currentDateTimeUtc().addSecs(-4000);

// However long the name is, the age stands there as beside a short one.
void TestPresenceDelegate::isElidedBeforeTheAge()
{
    Row brief({{Role::NameRole, u"J"_s}, {Role::IdleSinceRole, hourAgo}});
    Row lengthy({{Role::NameRole, QString(100, u'J')}, {Role::IdleSinceRole, hourAgo}});
    const auto end = [](Row &row) {
        const auto picture = row.picture();
        return picture.copy(row.option.rect.right() - 30, 0, 30 + margin, picture.height());
    };
    QVERIFY(painted(end(brief), end(brief).rect()) > 0);
    QCOMPARE(end(lengthy), end(brief));
    Row none({{Role::NameRole, QString(100, u'J')}});
    QVERIFY(end(none) != end(brief));
}

void TestPresenceDelegate::elideModeOfTheView()
{
    Row right({{Role::NameRole, QString(u"J"_s.repeated(100) + u"end"_s)}});
    Row middle({{Role::NameRole, QString(u"J"_s.repeated(100) + u"end"_s)}});
    Row otherEnd({{Role::NameRole, QString(u"J"_s.repeated(100) + u"dne"_s)}});
    middle.option.textElideMode = Qt::ElideMiddle;
    QCOMPARE(right.picture(), otherEnd.picture());
    QVERIFY(middle.picture() != right.picture());
    otherEnd.option.textElideMode = Qt::ElideMiddle;
    QVERIFY(middle.picture() != otherEnd.picture());
}

// All that is painted at one end of a row is at the other.
void TestPresenceDelegate::mirrored()
{
    Row row({{Role::NameRole, u"Juliet"_s}, {Role::IdleSinceRole, hourAgo}, {Role::ResourceCountRole, 3}});
    const auto picture = row.picture();
    row.option.direction = Qt::RightToLeft;
    const auto mirror = row.picture().transformed(QTransform::fromScale(-1, 1));
    const QRect gap(150, 0, 50, picture.height()); // between name and age
    QCOMPARE(painted(picture, gap), 0);
    QCOMPARE(painted(mirror, gap), 0);
    const QRect end(200, 0, 48, picture.height());
    QVERIFY(painted(picture, end) > 50);
    QVERIFY(painted(mirror, end) > 50);
}

// At whichever end of the row it is.
void TestPresenceDelegate::textKeepsItsDirection()
{
    Row row({{Role::NameRole, u"<b>Juliet!"_s}});
    row.option.decorationSize = QSize(0, 0);
    row.option.font.setHintingPreference(QFont::PreferFullHinting); // to whole pixels
    row.option.font.setStyleStrategy(QFont::NoAntialias);
    const auto leftToRight = row.picture();
    row.option.direction = Qt::RightToLeft;
    const auto rightToLeft = row.picture();
    QVERIFY(rightToLeft != leftToRight);
    QCOMPARE(trimmed(rightToLeft), trimmed(leftToRight));
}

void TestPresenceDelegate::secondLine_data()
{
    QTest::addColumn<Roles>("roles");
    QTest::addColumn<QString>("line");

    const std::pair<int, QVariant> online{Role::AvailabilityTextRole, u"Online"_s};
    QTest::newRow("availability") << Roles{online} << u"Online"_s;
    QTest::newRow("status") << Roles{online, {Role::StatusTextRole, u"tea"_s}} << u"tea"_s;
    QTest::newRow("error") << Roles{online, {Role::ErrorTextRole, u"no such host"_s}} << u"no such host"_s;
    QTest::newRow("nothing") << Roles() << QString();
}

void TestPresenceDelegate::secondLine()
{
    QFETCH(Roles, roles);
    QFETCH(QString, line);

    Row row(roles);
    Row expected({{Role::StatusTextRole, line}});
    QCOMPARE(row.picture(), expected.picture());
    QCOMPARE(row.sizeHint(), expected.sizeHint());
    Row other({{Role::StatusTextRole, u"other"_s}});
    QVERIFY(row.picture() != other.picture());
}

void TestPresenceDelegate::plainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lookalike"); // if it were more than text

    QTest::newRow("markup") << u"<b>tea</b>"_s << u"tea"_s;
    QTest::newRow("entity") << u"&lt;tea"_s << u"<tea"_s;
    QTest::newRow("mnemonic") << u"&tea"_s << u"tea"_s;
}

void TestPresenceDelegate::plainText()
{
    QFETCH(QString, text);
    QFETCH(QString, lookalike);

    for (const int role : {int(Role::NameRole), int(Role::StatusTextRole)}) {
        Row row({{role, text}});
        Row other({{role, lookalike}});
        QVERIFY(row.picture() != other.picture());
        QVERIFY(row.sizeHint().width() > other.sizeHint().width());
    }
}

void TestPresenceDelegate::deviceCount()
{
    Row none({{Role::ResourceCountRole, 0}});
    Row one({{Role::ResourceCountRole, 1}});
    Row two({{Role::ResourceCountRole, 2}});
    Row three({{Role::ResourceCountRole, 3}});
    QCOMPARE(one.picture(), none.picture());
    QVERIFY(two.picture() != one.picture());
    QVERIFY(three.picture() != two.picture());
    QVERIFY(two.sizeHint().width() > one.sizeHint().width());
}

void TestPresenceDelegate::dimmed_data()
{
    QTest::addColumn<Roles>("roles");
    QTest::addColumn<bool>("isDimmed");
    QTest::addColumn<bool>("isIconDimmed");

    const auto available = [](Availability availability) {
        return Roles{{Role::AvailabilityRole, QVariant::fromValue(availability)}};
    };
    QTest::newRow("online") << available(Availability::Online) << false << false;
    QTest::newRow("error") << available(Availability::Error) << true << false;
    QTest::newRow("offline") << available(Availability::Offline) << true << false;
    QTest::newRow("unknown") << available(Availability::Unknown) << true << false;
    QTest::newRow("stale") << Roles{{Role::StaleRole, true}} << true << true;
}

void TestPresenceDelegate::dimmed()
{
    QFETCH(Roles, roles);
    QFETCH(bool, isDimmed);
    QFETCH(bool, isIconDimmed);

    roles.insert(Role::NameRole, QString(8, u'\u2588')); // blocks that fill their place
    Row row(roles);
    const auto picture = row.picture();
    QCOMPARE(count(picture, Qt::black) == 0, isDimmed);
    row.option.state |= QStyle::State_Selected;
    QVERIFY(count(row.picture(), row.option.palette.highlightedText().color()) > 200);
    const auto availability = roles.value(Role::AvailabilityRole, QVariant::fromValue(Availability::Online));
    QCOMPARE(count(picture, colorOf(availability.value<Availability>())) == 0, isIconDimmed);
    QVERIFY(painted(picture, picture.rect()) > 500);
}

void TestPresenceDelegate::paletteOfTheState_data()
{
    QTest::addColumn<QStyle::State>("state");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background"); // if any

    const QStyle::State active = QStyle::State_Enabled | QStyle::State_Active;
    QTest::newRow("normal") << active << QColor(Qt::black) << QColor(Qt::transparent);
    QTest::newRow("selected") << (active | QStyle::State_Selected) << QColor(Qt::yellow) << QColor(Qt::blue);
    QTest::newRow("inactive") << QStyle::State(QStyle::State_Enabled) << QColor(Qt::cyan) << QColor(Qt::transparent);
    QTest::newRow("disabled") << QStyle::State(QStyle::State_Active) << QColor(Qt::magenta) << QColor(Qt::transparent);
}

void TestPresenceDelegate::paletteOfTheState()
{
    QFETCH(QStyle::State, state);
    QFETCH(QColor, text);
    QFETCH(QColor, background);

    Row row({{Role::NameRole, QString(8, u'\u2588')}, {Qt::DecorationRole, QColor(Qt::red)}}); // not shown
    row.option.state = state;
    const auto picture = row.picture();
    QVERIFY(count(picture, text) > 200);
    QCOMPARE(picture.pixelColor(row.option.rect.topRight() + QPoint(-10, 4)), background);
    QCOMPARE(picture.pixelColor(row.option.rect.bottomLeft() + QPoint(4, -2)), background);
    QCOMPARE(count(picture, colorOf(Availability::Online)) > 0, state.testFlag(QStyle::State_Enabled));
}

// At twice the size the indicator has the details of twice the size.
void TestPresenceDelegate::crisp()
{
    Row row({{Role::AvailabilityRole, QVariant::fromValue(Availability::DoNotDisturb)}});
    const auto picture = row.picture(2);
    QCOMPARE(picture.size(), 2 * (row.option.rect.size() + QSize(2 * margin, 2 * margin)));
    const auto drawn = presenceIcon(Availability::DoNotDisturb).pixmap(44).toImage();
    const auto color = colorOf(Availability::DoNotDisturb);
    QCOMPARE(count(picture, color), count(drawn, color));
}

void TestPresenceDelegate::sizeHint()
{
    const Row row({{Role::NameRole, u"Juliet"_s}, {Role::StatusTextRole, u"tea"_s}});
    const Row unnamed({});
    QCOMPARE(unnamed.sizeHint().height(), row.sizeHint().height());
    QVERIFY(row.sizeHint().width() > unnamed.sizeHint().width());

    Row fits({{Role::NameRole, u"Juliet"_s}, {Role::IdleSinceRole, hourAgo}});
    fits.option.rect.setSize(fits.sizeHint());
    Row mode({{Role::NameRole, u"Juliet"_s}, {Role::IdleSinceRole, hourAgo}});
    mode.option.rect.setSize(mode.sizeHint());
    mode.option.textElideMode = Qt::ElideLeft;
    QCOMPARE(mode.picture(), fits.picture()); // nothing was elided

    Row large({});
    large.option.font.setPointSize(30);
    QVERIFY(large.sizeHint().height() > 2 * unnamed.sizeHint().height());
    Row pixels({});
    pixels.option.font.setPixelSize(40);
    QVERIFY(pixels.sizeHint().height() > 2 * unnamed.sizeHint().height());
    Row icon({});
    icon.option.decorationSize = QSize(100, 100);
    QVERIFY(icon.sizeHint().height() >= 100);
    const auto width = [](int length) { return Row({{Role::NameRole, QString(length, u'x')}}).sizeHint().width(); };
    QCOMPARE(width(1000), width(100)); // is elided
    QCOMPARE(Row({{Qt::SizeHintRole, QSize(7, 9)}}).sizeHint(), QSize(7, 9));
}

// Peers whose rows differ in all that is painted, in a view.
struct Scene
{
    explicit Scene(QAbstractItemModel *proxy = nullptr)
    {
        auto juliet = stanza(u"away juliet@example.org/balcony"_s);
        juliet.setStatusText(u"<i>wooing</i>"_s);
        tracker.handlePresence(juliet);
        tracker.handlePresence(stanza(u"xa juliet@example.org/orchard"_s));
        tracker.handlePresence(stanza(u"dnd nurse@example.org/kitchen"_s));
        view.setModel(proxy ? proxy : &model);
        view.setItemDelegate(new PresenceDelegate(&view));
        view.resize(240, 120);
        QCoreApplication::processEvents(); // the model tells
    }
    ~Scene() { view.setModel(nullptr); }

    PresenceTracker tracker;
    PresenceModel model{&tracker};
    QListView view;
};

void TestPresenceDelegate::throughProxies()
{
    Scene direct;
    const auto expected = direct.view.grab().toImage();
    QSortFilterProxyModel sorted;
    QIdentityProxyModel identity;
    QConcatenateTablesProxyModel concatenated;
    sorted.setSourceModel(&direct.model);
    identity.setSourceModel(&sorted);
    concatenated.addSourceModel(&identity);
    for (auto *proxy : std::initializer_list<QAbstractItemModel *>{&sorted, &identity, &concatenated}) {
        const Scene scene(proxy);
        QCOMPARE(const_cast<QListView &>(scene.view).grab().toImage(), expected);
    }
    direct.view.setModel(nullptr);
    QVERIFY(direct.view.grab().toImage() != expected);
}

// A row that a proxy model has added
void TestPresenceDelegate::heading()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"Family"_s));
    QListView view;
    view.setModel(&model);
    const auto expected = view.grab().toImage();
    const auto size = view.itemDelegate()->sizeHint({}, model.index(0, 0));
    view.setItemDelegate(new PresenceDelegate(&view));
    QCOMPARE(view.grab().toImage(), expected);
    QCOMPARE(view.itemDelegate()->sizeHint({}, model.index(0, 0)), size);
}

void TestPresenceDelegate::toolTip()
{
    Scene scene;
    scene.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scene.view));
    const auto place = scene.view.visualRect(scene.model.index(0)).center();
    QHelpEvent help(QEvent::ToolTip, place, scene.view.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(scene.view.viewport(), &help);
    QCOMPARE(QToolTip::text(),
        u"<p>juliet@example.org<br/>balcony, Away: &lt;i&gt;wooing&lt;/i&gt;<br/>orchard, Extended away</p>"_s);
    QToolTip::hideText();
    QTRY_VERIFY(!QToolTip::isVisible());
}

void TestPresenceDelegate::accessibleText()
{
    Scene scene;
    scene.view.show();
    auto *interface = QAccessible::queryAccessibleInterface(&scene.view);
    QVERIFY(interface);
    QCOMPARE(interface->childCount(), 2);
    QCOMPARE(interface->child(0)->text(QAccessible::Name), u"juliet@example.org, Away: <i>wooing</i>"_s);
    QCOMPARE(interface->child(1)->text(QAccessible::Name), u"nurse@example.org, Do not disturb"_s);
}

// Notes when something is painted.
class PaintSpy : public QObject
{
public:
    int painted = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted += event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

void TestPresenceDelegate::agesGrow()
{
    Scene scene;
    scene.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scene.view));
    QCoreApplication::processEvents();
    auto *timer = scene.view.itemDelegate()->findChild<QTimer *>();
    QVERIFY(timer);
    QCOMPARE(timer->interval(), 60'000);
    PaintSpy spy;
    scene.view.viewport()->installEventFilter(&spy);
    timer->setInterval(0);
    QTRY_VERIFY(spy.painted > 0);
}

void TestPresenceDelegate::pictures_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("scale");

    QTest::newRow("light") << u"Fusion"_s << false << Qt::LeftToRight << 1;
    QTest::newRow("dark") << u"Fusion"_s << true << Qt::LeftToRight << 1;
    QTest::newRow("right-to-left") << u"Fusion"_s << false << Qt::RightToLeft << 1;
    QTest::newRow("twice") << u"Fusion"_s << false << Qt::LeftToRight << 2;
    QTest::newRow("windows") << u"Windows"_s << true << Qt::RightToLeft << 2;
}

static QPalette darkPalette()
{
    QPalette palette(Qt::white, QColor(0x30, 0x30, 0x30), QColor(0x50, 0x50, 0x50), QColor(0x10, 0x10, 0x10),
        QColor(0x40, 0x40, 0x40), Qt::white, QColor(0x1e, 0x1e, 0x1e));
    palette.setColor(QPalette::Disabled, QPalette::Text, Qt::gray);
    return palette;
}

// A row for each availability, then a stale, a selected and a disabled one. All of them can be told apart.
void TestPresenceDelegate::pictures()
{
    QFETCH(QString, style);
    QFETCH(bool, isDark);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(int, scale);

    QListView view;
    const std::unique_ptr<QStyle> owner(QStyleFactory::create(style));
    view.setStyle(owner.get());
    auto palette = isDark ? darkPalette() : owner->standardPalette();
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    view.setPalette(palette);
    view.setLayoutDirection(direction);
    view.setIconSize({20, 20});
    QStandardItemModel model;
    const bool isArabic = direction == Qt::RightToLeft;
    const auto add = [&](Availability availability, const QString &status, const Roles &more = {}) {
        auto *item = new QStandardItem;
        item->setData(isArabic ? u"\u062c\u0648\u0644\u064a\u064a\u062a"_s : u"Juliet Capulet"_s, Role::NameRole);
        item->setData(QVariant::fromValue(availability), Role::AvailabilityRole);
        item->setData(availabilityText(availability), Role::AvailabilityTextRole);
        item->setData(status, Role::StatusTextRole);
        for (const auto &[role, value] : more.asKeyValueRange())
            item->setData(value, role);
        model.appendRow(item);
        return item;
    };
    const auto meta = QMetaEnum::fromType<Availability>();
    for (int i = 0; i < meta.keyCount(); ++i)
        add(Availability(meta.value(i)), {});
    const Roles more{{Role::IdleSinceRole, hourAgo}, {Role::ResourceCountRole, 3}};
    add(Availability::Away, u"What light through yonder window breaks? It is the east"_s, more);
    auto stale = more;
    stale.insert(Role::StaleRole, true);
    add(Availability::DoNotDisturb, u"stale <b>tomb</b>"_s, stale);
    add(Availability::Online, u"disabled"_s, more)->setEnabled(false);
    const auto *selected = add(Availability::Offline, u"selected"_s, more);
    view.setModel(&model);
    view.setItemDelegate(new PresenceDelegate(&view));
    view.setCurrentIndex(selected->index());
    view.resize(260, view.sizeHintForRow(0) * model.rowCount() + 2 * view.frameWidth());
    QImage image(view.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    view.render(&image);

    const auto row = [&](int number) {
        const auto rect = view.visualRect(model.index(number, 0));
        const QRect inner(rect.topLeft() + view.viewport()->pos(), rect.size());
        return image.copy(QRect(inner.topLeft() * scale, inner.size() * scale));
    };
    for (int i = 0; i < model.rowCount(); ++i) {
        for (int j = 0; j < i; ++j)
            QVERIFY(row(i) != row(j));
    }
    if (const auto folder = qEnvironmentVariable("XMPPPRESENCE_PICTURES"); !folder.isEmpty())
        QVERIFY(image.save(folder + u"/delegate-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag()))));
    view.setModel(nullptr);
}

QTEST_MAIN(TestPresenceDelegate)
#include "tst_presencedelegate.moc"
