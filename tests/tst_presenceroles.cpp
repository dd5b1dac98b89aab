// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QDomDocument>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceState>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/ResourceModel>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;
using PhotoState = PresenceItemModel::PhotoState;
using Show = PresenceState::Show;

// What the roles of a row say of a stanza, which is given as it stands in the stream.
class TestPresenceRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void role_data();
    void role();
    void hostileText_data();
    void hostileText();
    void sinceIsWhenTheStateBegan();
    void times_data();
    void times();
    void toolTipOfOddResource();
    void toolTipOfSeveralDevices_data();
    void toolTipOfSeveralDevices();
    void decorator();
    void decorationChangesIfThereIsOne();
    void roleNames();
    void foreignIndexes();
};

static QXmppPresence parse(const QString &attributes, const QString &children)
{
    QDomDocument document;
    document.setContent(
        QString(u"<presence xmlns='jabber:client' "_s + attributes + u'>' + children + u"</presence>"_s),
        QDomDocument::ParseOption::UseNamespaceProcessing);
    QXmppPresence stanza;
    stanza.parse(document.documentElement());
    return stanza;
}

void TestPresenceRoles::role_data()
{
    QTest::addColumn<QString>("attributes");
    QTest::addColumn<QString>("children");
    QTest::addColumn<int>("role");
    QTest::addColumn<QVariant>("ofPeer");
    QTest::addColumn<QVariant>("ofResource"); // if the peer has one

    const auto juliet = u"from='juliet@example.org/balcony'"_s;
    const auto occupant = u"from='coven@chat.example.org/First Witch'"_s;
    const auto failed = u"from='juliet@example.org' type='error'"_s;
    const auto error = u"<error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                       "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>no such host</text></error>"_s;
    const auto member = u"<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'"
                        " jid='wiccarocks@example.org/laptop'/></x>"_s;
    const auto row = [](const char *name, const QString &attributes, const QString &children, int role,
                         const QVariant &ofPeer, const QVariant &ofResource = {}) {
        QTest::newRow(name) << attributes << children << role << ofPeer << ofResource;
    };
    const auto both = [&](const char *name, const QString &attributes, const QString &children, int role,
                          const QVariant &value) { row(name, attributes, children, role, value, value); };
    const auto availability = [](Availability value) { return QVariant::fromValue(value); };

    row("jid", juliet, {}, Role::JidRole, u"juliet@example.org"_s, u"juliet@example.org/balcony"_s);
    both("bare jid", juliet, {}, Role::BareJidRole, u"juliet@example.org"_s);
    row("name", juliet, {}, Role::NameRole, u"juliet@example.org"_s, u"balcony"_s);
    row("display", juliet, {}, Qt::DisplayRole, u"juliet@example.org"_s, u"balcony"_s);
    row("edit", juliet, {}, Qt::EditRole, u"juliet@example.org"_s, u"balcony"_s); // as QCompleter asks
    row("name of a bare JID's own resource", u"from='gate.example.org'"_s, {}, Role::NameRole, u"gate.example.org"_s,
        u"gate.example.org"_s);
    both("xa", juliet, u"<show>xa</show>"_s, Role::AvailabilityRole, availability(Availability::ExtendedAway));
    both("away", juliet, u"<show>away</show>"_s, Role::AvailabilityRole, availability(Availability::Away));
    both("online", juliet, {}, Role::AvailabilityRole, availability(Availability::Online));
    both("chat", juliet, u"<show>chat</show>"_s, Role::AvailabilityRole, availability(Availability::FreeForChat));
    both("dnd", juliet, u"<show>dnd</show>"_s, Role::AvailabilityRole, availability(Availability::DoNotDisturb));
    row("error", failed, error, Role::AvailabilityRole, availability(Availability::Error));
    both("available", juliet, {}, Role::AvailableRole, true);
    row("not available", failed, error, Role::AvailableRole, false);
    both("show", juliet, u"<show>dnd</show>"_s, Role::ShowRole, QVariant::fromValue(Show::DoNotDisturb));
    both("status", juliet, u"<status>wooing</status>"_s, Role::StatusTextRole, u"wooing"_s);
    both("no status", juliet, {}, Role::StatusTextRole, QString());
    both("priority", juliet, u"<priority>-5</priority>"_s, Role::PriorityRole, -5);
    both("priority too high", juliet, u"<priority>2000000</priority>"_s, Role::PriorityRole, 127);
    both("priority too low", juliet, u"<priority>-2000000</priority>"_s, Role::PriorityRole, -128);
    both("resource count", juliet, {}, Role::ResourceCountRole, 1);
    both("resource", juliet, {}, Role::ResourceRole, u"balcony"_s);
    row("no resource", failed, error, Role::ResourceRole, QString());
    row("error condition", failed, error, Role::ErrorConditionRole, u"remote-server-not-found"_s);
    row("error text", failed, error, Role::ErrorTextRole, u"no such host"_s);
    row("error without a condition", failed, {}, Role::ErrorConditionRole, u"undefined-condition"_s);
    both("no error condition", juliet, {}, Role::ErrorConditionRole, QString());
    both("not stale", juliet, {}, Role::StaleRole, false);
    both("photo: no support", juliet, {}, Role::PhotoStateRole, QVariant::fromValue(PhotoState::NoPhotoSupport));
    both("photo: not ready", juliet, u"<x xmlns='vcard-temp:x:update'/>"_s, Role::PhotoStateRole,
        QVariant::fromValue(PhotoState::PhotoNotReady));
    both("photo: none", juliet, u"<x xmlns='vcard-temp:x:update'><photo/></x>"_s, Role::PhotoStateRole,
        QVariant::fromValue(PhotoState::NoPhoto));
    both("photo", juliet, u"<x xmlns='vcard-temp:x:update'><photo>01B87fcd</photo></x>"_s, Role::PhotoStateRole,
        QVariant::fromValue(PhotoState::HasPhoto));
    both("photo hash", juliet, u"<x xmlns='vcard-temp:x:update'><photo>01B87fcd</photo></x>"_s, Role::PhotoHashRole,
        u"01b87fcd"_s);
    const auto caps = u"<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org/client'"
                      " ver='QgayPKawpkPSDYmwT/WM94uAlu0='/>"_s;
    both("capabilities node", juliet, caps, Role::CapabilitiesNodeRole, u"https://example.org/client"_s);
    both("capabilities version", juliet, caps, Role::CapabilitiesVersionRole, u"QgayPKawpkPSDYmwT/WM94uAlu0="_s);
    both("icon", juliet, u"<show>dnd</show>"_s, Role::IconNameRole, u"im-user-busy"_s);
    row("accessible text", juliet, u"<show>away</show><status>tea</status>"_s, Qt::AccessibleTextRole,
        u"juliet@example.org, Away: tea"_s, u"balcony, Away: tea"_s);
    row("accessible text of an error", failed, error, Qt::AccessibleTextRole,
        u"juliet@example.org, Error: no such host"_s);
    const auto idleNow = u"<idle xmlns='urn:xmpp:idle:1' since='9999-12-31T23:59:59Z'/>"_s; // clamped
    row("tool tip with idle age", juliet, idleNow, Qt::ToolTipRole,
        u"<p>juliet@example.org<br/>Online<br/>Idle: now</p>"_s,
        u"<p>balcony<br/>juliet@example.org/balcony<br/>Online<br/>Idle: now</p>"_s);
    row("tool tip", juliet, u"<status>tea &amp; &lt;b&gt;</status>"_s, Qt::ToolTipRole,
        u"<p>juliet@example.org<br/>Online<br/>tea &amp; &lt;b&gt;</p>"_s,
        u"<p>balcony<br/>juliet@example.org/balcony<br/>Online<br/>tea &amp; &lt;b&gt;</p>"_s);
    both("not in the roster", juliet, {}, Role::InRosterRole, false);
    row("nickname", occupant, member, Role::NicknameRole, QString(), u"First Witch"_s);
    both("no nickname", juliet, {}, Role::NicknameRole, QString());
    row("role in a room", occupant, member, Role::RoomRoleRole, QString(), u"moderator"_s);
    row("affiliation", occupant, member, Role::RoomAffiliationRole, QString(), u"owner"_s);
    row("real JID", occupant, member, Role::RealJidRole, QString(), u"wiccarocks@example.org/laptop"_s);
    both("no role in a room", juliet, {}, Role::RoomRoleRole, QString());
}

void TestPresenceRoles::role()
{
    QFETCH(QString, attributes);
    QFETCH(QString, children);
    QFETCH(int, role);
    QFETCH(QVariant, ofPeer);
    QFETCH(QVariant, ofResource);

    PresenceTracker tracker;
    const auto stanza = parse(attributes, children);
    tracker.handlePresence(stanza);
    PresenceModel peers(&tracker);
    ResourceModel resources(&tracker, stanza.from());
    QCOMPARE(peers.rowCount(), 1);
    QCOMPARE(peers.index(0).data(role), ofPeer);
    QCOMPARE(resources.rowCount(), ofResource.isValid() ? 1 : 0);
    QCOMPARE(resources.index(0).data(role), ofResource);
}

void TestPresenceRoles::hostileText_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("shown");

    QTest::newRow("markup stays text") << u"<img src='x'/>"_s << u"<img src='x'/>"_s;
    QTest::newRow("bidirectional override") << u"a\u202eb\u2066c"_s << u"abc"_s;
    QTest::newRow("NUL and escape") << QString(u"a"_s + QChar(0) + u"\x1b[31mb"_s) << u"a[31mb"_s;
    QTest::newRow("lone surrogates") << QString(u"a"_s + QChar(0xd83d) + u"b"_s + QChar(0xdca9))
                                     << QString(u"a"_s + QChar(0xd83d) + u"b"_s + QChar(0xdca9));
    QTest::newRow("megabyte") << QString(1'000'000, u'x') << QString(QString(999, u'x') + u'\u2026');
}

void TestPresenceRoles::hostileText()
{
    QFETCH(QString, status);
    QFETCH(QString, shown);

    PresenceTracker tracker;
    QXmppPresence stanza;
    stanza.setFrom(u"juliet@example.org/balcony"_s);
    stanza.setStatusText(status);
    tracker.handlePresence(stanza);
    const PresenceModel model(&tracker);
    QCOMPARE(model.index(0).data(Role::StatusTextRole), shown);
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(shown));
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().size() < 10'000);
    QCOMPARE(tracker.presence(stanza.from())->statusText(), status);
}

static QDateTime since(const PresenceModel &model)
{
    return model.index(0).data(Role::SinceRole).toDateTime();
}

void TestPresenceRoles::sinceIsWhenTheStateBegan()
{
    const auto juliet = u"from='juliet@example.org/balcony'"_s;
    const auto stamped = [&](const QString &time, const QString &show) {
        return parse(juliet, u"<delay xmlns='urn:xmpp:delay' stamp='%1'/><show>%2</show>"_s.arg(time, show));
    };
    PresenceTracker tracker;
    tracker.handlePresence(stamped(u"2020-01-01T00:00:00Z"_s, u"away"_s));
    PresenceModel model(&tracker);
    const QDateTime began(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::UTC);
    QCOMPARE(since(model), began);

    tracker.handlePresence(stamped(u"2021-01-01T00:00:00Z"_s, u"away"_s));
    QCoreApplication::processEvents();
    QCOMPARE(since(model), began);

    tracker.handlePresence(stamped(u"2022-01-01T00:00:00Z"_s, u"dnd"_s));
    QCoreApplication::processEvents();
    QCOMPARE(since(model), began.addYears(2));
}

void TestPresenceRoles::times_data()
{
    QTest::addColumn<QString>("children");
    QTest::addColumn<QString>("since"); // "now" or as in ISO 8601
    QTest::addColumn<QString>("idleSince"); // also "none"

    const auto delay = u"<delay xmlns='urn:xmpp:delay' stamp='%1'/>"_s;
    const auto idle = u"<idle xmlns='urn:xmpp:idle:1' since='%1'/>"_s;
    const auto last = u"<query xmlns='jabber:iq:last' seconds='%1'/>"_s;
    QTest::newRow("nothing") << QString() << u"now"_s << u"none"_s;
    QTest::newRow("delay (XEP-0203)") << delay.arg(u"2020-01-01T02:00:00+02:00"_s) << u"2020-01-01T00:00:00Z"_s
                                      << u"none"_s;
    QTest::newRow("delay in the future") << delay.arg(u"9999-12-31T23:59:59Z"_s) << u"now"_s << u"none"_s;
    QTest::newRow("delay in the year 0") << delay.arg(u"0000-01-01T00:00:00Z"_s) << u"now"_s << u"none"_s;
    QTest::newRow("delay before 1970") << delay.arg(u"1960-01-01T00:00:00Z"_s) << u"now"_s << u"none"_s;
    QTest::newRow("delay that is none") << delay.arg(u"yesterday"_s) << u"now"_s << u"none"_s;
    QTest::newRow("idle (XEP-0319)") << idle.arg(u"2020-01-01T00:00:00Z"_s) << u"now"_s << u"2020-01-01T00:00:00Z"_s;
    QTest::newRow("idle in the future") << idle.arg(u"9999-12-31T23:59:59Z"_s) << u"now"_s << u"now"_s;
    QTest::newRow("idle before 1970") << idle.arg(u"1960-01-01T00:00:00Z"_s) << u"now"_s << u"none"_s;
    QTest::newRow("idle that is none") << idle.arg(u"yesterday"_s) << u"now"_s << u"none"_s;
    QTest::newRow("last activity (XEP-0256)") << QString(delay.arg(u"2020-01-01T00:01:00Z"_s) + last.arg(60))
                                              << u"2020-01-01T00:01:00Z"_s << u"2020-01-01T00:00:00Z"_s;
    QTest::newRow("last activity before 1970") << last.arg(u"4294967295"_s) << u"now"_s << u"none"_s;
    QTest::newRow("last activity that is none") << last.arg(u"-1"_s) << u"now"_s << u"none"_s;
    QTest::newRow("idle before last activity")
        << QString(idle.arg(u"2020-01-01T00:00:00Z"_s) + last.arg(60)) << u"now"_s << u"2020-01-01T00:00:00Z"_s;
}

void TestPresenceRoles::times()
{
    QFETCH(QString, children);
    QFETCH(QString, since);
    QFETCH(QString, idleSince);

    PresenceTracker tracker;
    const auto before = QDateTime::currentDateTimeUtc();
    tracker.handlePresence(parse(u"from='juliet@example.org/balcony'"_s, children));
    const auto after = QDateTime::currentDateTimeUtc();
    const PresenceModel model(&tracker);
    const auto check = [&](int role, const QString &expected) {
        const auto time = model.index(0).data(role).toDateTime();
        if (expected == u"now"_s)
            return time >= before && time <= after;
        return expected == u"none"_s ? !time.isValid() : time == QDateTime::fromString(expected, Qt::ISODate);
    };
    QVERIFY(check(Role::SinceRole, since));
    QVERIFY(check(Role::IdleSinceRole, idleSince));
}

// The right-to-left isolate is newer than the tables of resourceprep.
void TestPresenceRoles::toolTipOfOddResource()
{
    PresenceTracker tracker;
    QXmppPresence presence;
    presence.setFrom(u"juliet@example.org/a\u2067b"_s);
    tracker.handlePresence(presence);
    const ResourceModel model(&tracker, u"juliet@example.org"_s);
    QCOMPARE(model.index(0).data(Role::JidRole), presence.from());
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u'\u2067'));
}

void TestPresenceRoles::toolTipOfSeveralDevices_data()
{
    QTest::addColumn<QStringList>("stanzas"); // show, resource, status
    QTest::addColumn<QStringList>("lines"); // below the JID

    const auto row = [](const char *name, const QStringList &stanzas, const QStringList &lines) {
        QTest::newRow(name) << stanzas << lines;
    };
    row("one", {u"away desk tea"_s}, {u"Away"_s, u"tea"_s});
    row("best first", {u"away desk tea"_s, u"chat phone"_s, u"xa tablet"_s},
        {u"phone, Free for chat"_s, u"desk, Away: tea"_s, u"tablet, Extended away"_s});
    row("equal ones by name", {u"chat b"_s, u"chat c"_s, u"chat a"_s, u"chat b"_s},
        {u"a, Free for chat"_s, u"b, Free for chat"_s, u"c, Free for chat"_s});
    row("markup", {u"away <b>desk</b> <i>tea</i>"_s, u"dnd phone"_s},
        {u"phone, Do not disturb"_s, u"&lt;b&gt;desk&lt;/b&gt;, Away: &lt;i&gt;tea&lt;/i&gt;"_s});
    row("bare JID", {u"away  tea"_s, u"dnd phone"_s}, {u"phone, Do not disturb"_s, u"juliet@example.org, Away: tea"_s});
    row("long status", {u"dnd phone "_s + QString(300, u'x'), u"away desk"_s},
        {u"phone, Do not disturb: "_s + QString(199, u'x') + u'\u2026', u"desk, Away"_s});
    QStringList stanzas;
    QStringList lines;
    for (int i = 0; i < 8; ++i) {
        stanzas.prepend(u"chat %1"_s.arg(i));
        lines.append(u"%1, Free for chat"_s.arg(i));
    }
    row("eight", stanzas, lines);
    row("nine", QStringList{u"away desk"_s} + stanzas, lines + QStringList{u"and 1 more"_s});
    for (int i = 0; i < 1000; ++i)
        stanzas.append(u"away desk%1"_s.arg(i));
    row("a thousand", stanzas, lines + QStringList{u"and 1000 more"_s});
}

void TestPresenceRoles::toolTipOfSeveralDevices()
{
    QFETCH(QStringList, stanzas);
    QFETCH(QStringList, lines);

    PresenceTracker tracker;
    for (const auto &text : std::as_const(stanzas)) {
        const auto resource = text.section(u' ', 1, 1);
        QXmppPresence stanza;
        stanza.setFrom(u"juliet@example.org"_s + (resource.isEmpty() ? QString() : QString(u'/' + resource)));
        stanza.setAvailableStatusType(
            parse({}, QString(u"<show>"_s + text.section(u' ', 0, 0) + u"</show>"_s)).availableStatusType());
        stanza.setStatusText(text.section(u' ', 2));
        tracker.handlePresence(stanza);
    }
    const PresenceModel model(&tracker);
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(),
        QString(u"<p>juliet@example.org<br/>"_s + lines.join(u"<br/>"_s) + u"</p>"_s));
}

void TestPresenceRoles::decorator()
{
    PresenceTracker tracker;
    tracker.handlePresence(parse(u"from='juliet@example.org/balcony'"_s, {}));
    PresenceModel model(&tracker);
    QCOMPARE(model.index(0).data(Qt::DecorationRole), QVariant());
    model.setDecorator([](const QString &iconName) { return QVariant(iconName.size()); });
    QCOMPARE(model.index(0).data(Qt::DecorationRole), u"im-user-online"_s.size());
    QCOMPARE(model.index(0).data(Role::IconNameRole), u"im-user-online"_s);
}

void TestPresenceRoles::decorationChangesIfThereIsOne()
{
    PresenceTracker tracker;
    tracker.handlePresence(parse(u"from='juliet@example.org/balcony'"_s, {}));
    PresenceModel model(&tracker);
    QSignalSpy changed(&model, &PresenceModel::dataChanged);
    const auto rolesOf = [&](const QString &show) {
        changed.clear();
        tracker.handlePresence(parse(u"from='juliet@example.org/balcony'"_s, show));
        QCoreApplication::processEvents();
        return changed.value(0).value(2).value<QList<int>>();
    };
    const auto undecorated = rolesOf(u"<show>away</show>"_s);
    QVERIFY(undecorated.contains(Role::IconNameRole));
    QVERIFY(!undecorated.contains(Qt::DecorationRole));
    model.setDecorator([](const QString &iconName) { return iconName; });
    QVERIFY(rolesOf(u"<show>dnd</show>"_s).contains(Qt::DecorationRole));
}

void TestPresenceRoles::roleNames()
{
    const PresenceModel model;
    const auto names = model.roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        auto expected = QByteArray(roles.key(i));
        QVERIFY(expected.endsWith("Role"));
        expected.chop(4);
        expected[0] = char(std::tolower(expected[0]));
        QCOMPARE(names.value(roles.value(i)), expected);
        QVERIFY(roles.value(i) > Qt::UserRole);
    }
}

void TestPresenceRoles::foreignIndexes()
{
    PresenceTracker tracker;
    tracker.handlePresence(parse(u"from='juliet@example.org/balcony'"_s, {}));
    PresenceModel model(&tracker);
    const PresenceModel other(&tracker);
    const auto index = model.index(0);
    QCOMPARE(model.rowCount(index), 0);
    QCOMPARE(model.data({}, Qt::DisplayRole), QVariant());
    QCOMPARE(model.data(other.index(0), Qt::DisplayRole), QVariant());
    QCOMPARE(model.data(index, Qt::FontRole), QVariant());

    tracker.handlePresence(parse(u"from='juliet@example.org' type='unavailable'"_s, {}));
    QCoreApplication::processEvents();
    QCOMPARE(model.data(index, Qt::DisplayRole), QVariant());
}

QTEST_GUILESS_MAIN(TestPresenceRoles)
#include "tst_presenceroles.moc"
