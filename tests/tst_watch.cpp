// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <XmppPresence/LoopbackServer>
#include <XmppPresence/PresenceRecorder>
#include <XmppPresence/PresenceTracePlayer>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/TestClient>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <QXmppClient.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace XmppPresence;

// For localhost, by nobody that anybody trusts.
static constexpr auto certificate = R"(-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUYnDHuY1E0edQhDCxf9CIWX38v0AwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAx
MDAwMDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQcka7Ypwo0MWowrLckwayCBM8oXUzKdGo0yv7AlxpjwI7HGsH9WTI6
XM3fcVUkZw39jj4I0lgPXoF2cQMvZU7Jo2kwZzAdBgNVHQ4EFgQUEIf4MhXm/cAu
Ou7Hf9n5wPTPZf0wHwYDVR0jBBgwFoAUEIf4MhXm/cAuOu7Hf9n5wPTPZf0wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgak/cwijWtwOFzRCZE3Z0FE9EWp3y/xaHKzMA5DpiXHQCIAs5rbhAHnbe
yCV+A8JEf7b0ZmpEgSmE1CQWgemlfdsX
-----END CERTIFICATE-----
)";
static constexpr auto privateKey = R"(-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIF0XcSquNYwQNiQN9pHfcfOKgv+4gOZceRDXisz3tt0DoAoGCCqGSM49
AwEHoUQDQgAEHJGu2KcKNDFqMKy3JMGsggTPKF1MynRqNMr+wJcaY8COxxrB/Vky
OlzN33FVJGcN/Y4+CNJYD16BdnEDL2VOyQ==
-----END EC PRIVATE KEY-----
)";

static constexpr int patience = 60000; // ms, on a loaded machine

// The program, run with nothing but these arguments and this password, and with no terminal to ask on.
class Watch : public QProcess
{
public:
    explicit Watch(const QStringList &arguments, const QString &password = QString())
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"XMPP_PASSWORD"_s);
        if (!password.isEmpty())
            environment.insert(u"XMPP_PASSWORD"_s, password);
        setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
        setUnixProcessParameters(UnixProcessFlag::CreateNewSession);
#endif
        setProgram(QStringLiteral(WATCH_PROGRAM));
        setArguments(arguments);
    }

    ~Watch() override
    {
        kill();
        waitForFinished();
    }

    void begin()
    {
        m_isBegun = true;
        start();
    }

    // Unlike waitForFinished(), lets a server in this process do its work meanwhile.
    bool runToEnd()
    {
        if (!m_isBegun)
            begin();
        return QTest::qWaitFor([this] { return state() == NotRunning; }, patience) && exitStatus() == NormalExit;
    }

    // Whether text is printed, before or from now on.
    bool prints(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return peek(bytesAvailable()).contains(text); }, patience);
    }

    QStringList newLines() { return QString::fromUtf8(readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts); }
    QStringList errorLines() { return QString::fromUtf8(readAllStandardError()).split(u'\n', Qt::SkipEmptyParts); }

private:
    bool m_isBegun = false;
};

static QStringList simulation(int seed, int duration)
{
    return {u"--loopback"_s, u"--seed"_s, QString::number(seed), u"--duration"_s, QString::number(duration)};
}

static QStringList account(const LoopbackServer &server)
{
    return {u"--jid"_s, u"juliet@localhost/watch"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
        QString::number(server.port())};
}

static QJsonObject parsed(const QString &line)
{
    return QJsonDocument::fromJson(line.toUtf8()).object();
}

static QStringList withoutTimes(const QStringList &lines)
{
    static const QRegularExpression time(u"\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d|\"time\":\"[^\"]*\""_s);
    QStringList result = lines;
    return result.replaceInStrings(time, u"TIME"_s);
}

class TestWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sameSeedSameOutput_data();
    void sameSeedSameOutput();
    void jsonLines();
    void summaryAgreesWithSignals();
    void everythingHappens();
    void textLines();
    void help();
    void endsOnSignal_data();
    void endsOnSignal();
    void watchesAnAccount();
    void recordsATrace_data();
    void recordsATrace();
    void cannotRecord();
    void recordsToAFullDisk();
    void recordsToAPipe();
    void recordsToAPipeThatIsClosed();
    void cannotPrint();
    void endsWithItsReader();
    void cleansNetworkText_data();
    void cleansNetworkText();
    void wrongArguments_data();
    void wrongArguments();
    void unknownHost_data();
    void unknownHost();
    void refusedConnection();
    void wrongPassword_data();
    void wrongPassword();
    void badCertificate();
    void insecureTakesAnyCertificate();
    void noTls();
    void silentServer();
    void lostConnection();
    void noTerminal();
    void promptHidesThePassword();
    void promptGivenUp();

private:
    QList<QJsonObject> m_simulated; // what seed 32 prints in six seconds: all there is, and an error at the end
    std::unique_ptr<LoopbackServer> m_server;
};

// One line on standard error that contains words, nothing on standard output, and the status.
static void compareFailure(Watch &watch, int status, const QString &words)
{
    QVERIFY(watch.runToEnd());
    const auto errors = watch.errorLines();
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.first().startsWith(u"watch: ") && errors.first().contains(words), qPrintable(errors.first()));
    QCOMPARE(watch.newLines(), QStringList());
    QCOMPARE(watch.exitCode(), status);
}

void TestWatch::initTestCase()
{
    Watch watch(simulation(32, 6) + QStringList{u"--json"_s});
    QVERIFY(watch.runToEnd());
    for (const auto &line : watch.newLines())
        m_simulated.append(parsed(line));
    QCOMPARE_GT(m_simulated.size(), 6 * 4); // a signal at least for each of four steps a second
}

void TestWatch::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_server->addAccount(u"juliet"_s, u"wherefore"_s);
    m_server->addAccount(u"romeo"_s, u"secret"_s);
    QVERIFY(m_server->makeContacts(u"juliet"_s, u"romeo"_s));
}

void TestWatch::cleanup()
{
    m_server.reset();
}

void TestWatch::sameSeedSameOutput_data()
{
    QTest::addColumn<QStringList>("format");

    QTest::newRow("text") << QStringList();
    QTest::newRow("JSON") << QStringList{u"--json"_s};
}

void TestWatch::sameSeedSameOutput()
{
    QFETCH(const QStringList, format);
    Watch first(simulation(1, 4) + format);
    Watch second(simulation(1, 4) + format);
    Watch other(simulation(2, 4) + format);
    for (auto *watch : {&first, &second, &other})
        watch->begin();
    for (auto *watch : {&first, &second, &other}) {
        QVERIFY(watch->runToEnd());
        QCOMPARE(watch->exitCode(), 0);
        QCOMPARE(watch->errorLines(), QStringList());
    }

    const auto lines = withoutTimes(first.newLines());
    QCOMPARE(withoutTimes(second.newLines()), lines);
    QCOMPARE_NE(withoutTimes(other.newLines()), lines);
}

void TestWatch::jsonLines()
{
    const QStringList names{u"peerAvailable"_s, u"resourceAvailable"_s, u"resourceChanged"_s, u"resourceUnavailable"_s,
        u"peerUnavailable"_s, u"peerError"_s};
    const QStringList states{u"xa"_s, u"away"_s, u"online"_s, u"chat"_s, u"dnd"_s, u"unavailable"_s, u"error"_s};

    for (const auto &line : m_simulated) {
        const auto time = QDateTime::fromString(line[u"time"].toString(), Qt::ISODateWithMs);
        QCOMPARE(time.timeSpec(), Qt::UTC);
        QCOMPARE_LT(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())), 3600);
        if (line == m_simulated.last())
            break;
        QCOMPARE(line.keys(), (QStringList{u"jid"_s, u"priority"_s, u"signal"_s, u"state"_s, u"status"_s, u"time"_s}));
        QVERIFY(names.contains(line[u"signal"].toString()));
        QVERIFY(states.contains(line[u"state"].toString()));
        QVERIFY(line[u"jid"].toString().contains(u"@localhost"));
    }
    QCOMPARE(m_simulated.last().keys(), (QStringList{u"summary"_s, u"time"_s}));
    for (const auto &entry : m_simulated.last()[u"summary"].toArray())
        QCOMPARE(entry.toObject().keys(), (QStringList{u"jid"_s, u"priority"_s, u"state"_s, u"status"_s}));
}

// Keeps the books by itself: what the signals said last of everybody is what the summary says.
void TestWatch::summaryAgreesWithSignals()
{
    QMap<QString, QJsonObject> expected;
    QMap<QString, QJsonObject> actual;
    for (auto line : std::as_const(m_simulated)) {
        line.remove(u"time");
        const auto jid = line[u"jid"].toString();
        const auto signal = line.take(u"signal").toString();
        if (signal == u"resourceAvailable" || signal == u"resourceChanged" || signal == u"peerError")
            expected[jid] = line;
        else
            expected.remove(jid);
    }
    for (const auto &entry : m_simulated.last()[u"summary"].toArray())
        actual[entry[u"jid"].toString()] = entry.toObject();
    QCOMPARE_GE(actual.size(), 4);
    expected.remove(QString()); // the summary itself
    QCOMPARE(actual, expected);
}

void TestWatch::everythingHappens()
{
    QSet<QString> names;
    QSet<QString> states;
    for (const auto &line : m_simulated.first(m_simulated.size() - 1)) {
        names.insert(line[u"signal"].toString());
        states.insert(line[u"state"].toString());
    }
    QCOMPARE(names.size(), 6);
    QCOMPARE(states.size(), 7);
}

void TestWatch::textLines()
{
    Watch watch(simulation(1, 3));
    QVERIFY(watch.runToEnd());
    const auto lines = watch.newLines();
    static const QRegularExpression signal(
        u"^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (peer|resource)\\w+ +\\w+@localhost(/\\w+)? +(xa|away|online|chat|dnd|unavailable|error)\\b"_s);
    static const QRegularExpression resource(u"^\\w+@localhost(/\\w+)? +(xa|away|online|chat|dnd|error)\\b"_s);

    const auto heading = lines.indexOf(u"Who is there:"_s);
    QCOMPARE(lines.first(), u"Simulation with seed 1"_s);
    QVERIFY(heading > 1);
    for (const auto &line : lines.first(heading).sliced(1))
        QVERIFY2(signal.match(line).hasMatch(), qPrintable(line));
    QCOMPARE_GE(lines.size(), heading + 2);
    for (const auto &line : lines.sliced(heading + 1))
        QVERIFY2(resource.match(line).hasMatch(), qPrintable(line));
}

void TestWatch::help()
{
    Watch watch({u"--help"_s});
    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.exitCode(), 0);
    const auto text = watch.newLines().join(u'\n');
    for (const auto &word : {u"--loopback"_s, u"--seed"_s, u"--duration"_s, u"--jid"_s, u"--host"_s, u"--port"_s,
             u"--insecure"_s, u"--json"_s, u"XMPP_PASSWORD"_s, u"Exit status:"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    for (int status = 0; status <= 8; ++status)
        QVERIFY(text.contains(u"\n  %1  "_s.arg(status)));
}

void TestWatch::endsOnSignal_data()
{
    QTest::addColumn<int>("signal");

#ifdef Q_OS_UNIX
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
#endif
}

void TestWatch::endsOnSignal()
{
#ifdef Q_OS_UNIX
    QFETCH(const int, signal);
    Watch watch({u"--loopback"_s, u"--json"_s});
    watch.begin();
    QVERIFY(watch.prints("resourceAvailable"));

    ::kill(pid_t(watch.processId()), signal);

    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.exitCode(), 0);
    QVERIFY(parsed(watch.newLines().last()).contains(u"summary"));
#endif
}

void TestWatch::watchesAnAccount()
{
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s, u"--json"_s}, u"wherefore"_s);
    watch.begin();
    QXmppClient romeo;
    romeo.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s));
    QVERIFY(watch.prints("romeo@localhost/orchard"));

    watch.terminate();

    QVERIFY(watch.runToEnd());

    QCOMPARE(watch.errorLines(), QStringList());
    QCOMPARE(watch.exitCode(), 0);
    auto lines = watch.newLines();
    const auto summary = parsed(lines.takeLast())[u"summary"].toArray();
    QStringList told;
    for (const auto &line : std::as_const(lines))
        told.append(parsed(line)[u"signal"].toString() + u' ' + parsed(line)[u"jid"].toString());
    QCOMPARE(told,
        (QStringList{u"peerAvailable juliet@localhost"_s, u"resourceAvailable juliet@localhost/watch"_s,
            u"peerAvailable romeo@localhost"_s, u"resourceAvailable romeo@localhost/orchard"_s}));
    QCOMPARE(summary.size(), 2);
    QCOMPARE(summary[1][u"jid"].toString(), u"romeo@localhost/orchard"_s);
}

void TestWatch::recordsATrace_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("account");

    QTest::newRow("as it came") << QStringList() << u"juliet@localhost/watch"_s;
    QTest::newRow("anonymous") << QStringList{u"--anonymous"_s} << u"user1@domain1.example/resource1"_s;
}

// Played again, it tells of the same.
void TestWatch::recordsATrace()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, account);
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"trace.jsonl"_s);
    Watch watch(simulation(32, 2) + QStringList{u"--json"_s, u"--record"_s, name} + options);
    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.exitCode(), 0);
    const auto printed = watch.newLines();

    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    TestClient client;
    PresenceTracker tracker(&client);
    const PresenceRecorder recorder(&tracker);
    PresenceTracePlayer player(&client);
    QVERIFY2(player.load(&file), qUtf8Printable(player.errorString()));
    player.playAll();
    QStringList names;
    for (const auto &line : printed.first(printed.size() - 1))
        names.append(parsed(line)[u"signal"].toString());
    QStringList played;
    const auto recorded = recorder.recorded();
    for (const auto &signal : recorded)
        played.append(signal.name);
    QCOMPARE(played.first(names.size()), names); // what follows is of the end of the session
    QCOMPARE(client.configuration().jid(), account);
    file.seek(0);
    const auto trace = file.readAll();
    QCOMPARE(trace.contains("romeo"), options.isEmpty());
    QVERIFY(trace.contains(R"("event":"ended")"));
}

void TestWatch::cannotRecord()
{
    Watch watch(simulation(1, 1) + QStringList{u"--record"_s, u"/nowhere/trace.jsonl"_s});
    compareFailure(watch, 1, u"Cannot write /nowhere/trace.jsonl"_s);
}

// Whose trace cannot be written to its end: the last line tells.
[[maybe_unused]] static void compareLostTrace(Watch &watch, const QString &name)
{
    QVERIFY(watch.runToEnd());
    const auto errors = watch.errorLines();
    QVERIFY2(
        errors.value(errors.size() - 1).startsWith(u"watch: Cannot write "_s + name), qPrintable(errors.join(u'\n')));
    QCOMPARE(watch.exitCode(), 1);
}

void TestWatch::recordsToAFullDisk()
{
#ifdef Q_OS_LINUX
    Watch watch({u"--loopback"_s, u"--record"_s, u"/dev/full"_s});
    compareLostTrace(watch, u"/dev/full"_s);
    QCOMPARE(watch.newLines(), QStringList());
#endif
}

#ifdef Q_OS_UNIX
// Which others may read, too, and which is read until it is closed.
class Pipe
{
public:
    Pipe()
    {
        const auto encoded = QFile::encodeName(name());
        ::mkfifo(encoded.constData(), S_IRUSR | S_IWUSR | S_IRGRP);
        m_file = ::open(encoded.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~Pipe() { close(); }

    QString name() const { return m_folder.filePath(u"pipe"_s); }
    void close() { ::close(std::exchange(m_file, -1)); }

private:
    const QTemporaryDir m_folder;
    int m_file = -1;
};
#endif

void TestWatch::recordsToAPipe()
{
#ifdef Q_OS_UNIX
    const Pipe pipe;
    const auto before = QFile::permissions(pipe.name());
    Watch watch(simulation(1, 1) + QStringList{u"--record"_s, pipe.name()});
    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.exitCode(), 0);
    QCOMPARE(QFile::permissions(pipe.name()), before);
#endif
}

void TestWatch::recordsToAPipeThatIsClosed()
{
#ifdef Q_OS_UNIX
    Pipe pipe;
    Watch watch(simulation(1, 2) + QStringList{u"--record"_s, pipe.name()});
    watch.begin();
    QVERIFY(watch.prints("peerAvailable"));

    pipe.close();

    compareLostTrace(watch, pipe.name());
#endif
}

void TestWatch::cannotPrint()
{
#ifdef Q_OS_LINUX
    Watch watch(simulation(1, 1));
    watch.setStandardOutputFile(u"/dev/full"_s);
    compareFailure(watch, 1, u"Cannot write to the standard output"_s);
#endif
}

// As in: watch --loopback | head -n 1
void TestWatch::endsWithItsReader()
{
#ifdef Q_OS_UNIX
    QProcess reader;
    Watch watch({u"--loopback"_s});
    watch.setStandardOutputProcess(&reader);
    reader.start(u"head"_s, {u"-n"_s, u"1"_s});
    compareFailure(watch, 1, u"Cannot write to the standard output"_s);
#endif
}

void TestWatch::cleansNetworkText_data()
{
    sameSeedSameOutput_data();
}

void TestWatch::cleansNetworkText()
{
    QFETCH(const QStringList, format);
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s} + format, u"wherefore"_s);
    watch.begin();
    QXmppPresence evil;
    evil.setStatusText(u"see\n\u009b31m\u202ethis\u2066"_s + QString(5000, u'!'));
    QXmppClient romeo;
    romeo.connectToServer(m_server->configuration(u"romeo"_s, u"orchard"_s), evil);
    QVERIFY(watch.prints("romeo@localhost/orchard"));

    watch.terminate();

    QVERIFY(watch.runToEnd());

    const auto output = QString::fromUtf8(watch.readAllStandardOutput());
    QVERIFY(output.contains(u"see 31mthis!!!"));
    QVERIFY(!output.contains(QString(1000, u'!')));
    for (const auto c : output)
        QVERIFY2(c == u'\n' || c.isPrint(), qPrintable(QString::number(c.unicode(), 16)));
}

void TestWatch::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");

    const auto addUsage = [](const char *row, const QStringList &arguments, const QString &words) {
        QTest::newRow(row) << arguments << 2 << words;
    };
    addUsage("nothing", {}, u"either --loopback or --jid"_s);
    addUsage("both", {u"--loopback"_s, u"--jid"_s, u"a@localhost"_s}, u"either --loopback or --jid"_s);
    addUsage("unknown option", {u"--loopback"_s, u"--frobnicate"_s}, u"frobnicate"_s);
    addUsage("positional argument", {u"--loopback"_s, u"more"_s}, u"more"_s);
    addUsage("no value", {u"--jid"_s}, u"jid"_s);
    addUsage("password", {u"--jid"_s, u"a@localhost"_s, u"--password"_s, u"x"_s}, u"password"_s);
    addUsage("password as an argument", {u"--jid"_s, u"a@localhost"_s, u"x"_s}, u"Unexpected"_s);
    addUsage("duration of nothing", {u"--loopback"_s, u"--duration"_s, u"0"_s}, u"--duration"_s);
    addUsage("duration in words", {u"--loopback"_s, u"--duration"_s, u"1s"_s}, u"--duration"_s);
    addUsage("trace without a file", {u"--loopback"_s, u"--record"_s, u""_s}, u"--record"_s);
    addUsage("anonymous without a trace", {u"--loopback"_s, u"--anonymous"_s}, u"--record"_s);
    addUsage("negative seed", {u"--loopback"_s, u"--seed"_s, u"-1"_s}, u"--seed"_s);
    addUsage("seed over 32 bits", {u"--loopback"_s, u"--seed"_s, u"4294967296"_s}, u"--seed"_s);
    addUsage("no such port", {u"--jid"_s, u"a@localhost"_s, u"--port"_s, u"65536"_s}, u"--port"_s);
    addUsage("seed of an account", {u"--jid"_s, u"a@localhost"_s, u"--seed"_s, u"1"_s}, u"--seed"_s);
    addUsage("host of the simulation", {u"--loopback"_s, u"--host"_s, u"127.0.0.1"_s}, u"--host"_s);
    addUsage("insecure to a host", {u"--jid"_s, u"a@localhost"_s, u"--insecure"_s, u"--host"_s, u"192.0.2.1"_s},
        u"192.0.2.1"_s);
    addUsage("insecure to a domain", {u"--jid"_s, u"a@example.org"_s, u"--insecure"_s}, u"example.org"_s);
    addUsage("insecure to a look-alike", {u"--jid"_s, u"a@localhost.example.org"_s, u"--insecure"_s}, u"loopback"_s);

    const auto addJid = [](const char *row, const QString &jid) {
        QTest::newRow(row) << QStringList{u"--jid"_s, jid} << 3 << u"Not the JID of an account"_s;
    };
    addJid("empty JID", u""_s);
    addJid("JID without a local part", u"example.org"_s);
    addJid("JID with an empty local part", u"@example.org"_s);
    addJid("JID with an empty domain", u"juliet@"_s);
    addJid("JID with an empty resource", u"juliet@example.org/"_s);
    addJid("JID with two domains", u"juliet@example.org@example.com"_s);
    addJid("JID with a space", u"juli et@example.org"_s);
    addJid("JID with a password", u"juliet:secret@example.org"_s);
    addJid("JID with a line break", u"juliet@example.org/x\ny"_s);
    addJid("JID with an over-long part", QString(1024, u'x') + u"@example.org"_s);
}

void TestWatch::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, words);
    Watch watch(arguments, u"secret"_s);
    compareFailure(watch, status, words);
}

void TestWatch::unknownHost_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("domain of the JID") << QStringList{u"--jid"_s, u"juliet@capulet.invalid"_s};
    QTest::newRow("--host") << QStringList{u"--jid"_s, u"juliet@localhost"_s, u"--host"_s, u"capulet.invalid"_s};
}

void TestWatch::unknownHost()
{
    QFETCH(const QStringList, arguments);
    Watch watch(arguments, u"secret"_s);
    compareFailure(watch, 5, u"capulet.invalid"_s);
}

void TestWatch::refusedConnection()
{
    QVERIFY(m_server->start());
    const auto arguments = account(*m_server);
    m_server->stop();
    Watch watch(arguments, u"secret"_s);
    compareFailure(watch, 6, u"refused the connection"_s);
}

void TestWatch::wrongPassword_data()
{
    QTest::addColumn<QString>("password");

    QTest::newRow("of somebody else") << u"secret"_s;
    QTest::newRow("in another case") << u"Wherefore"_s;
}

void TestWatch::wrongPassword()
{
    QFETCH(const QString, password);
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s}, password);
    compareFailure(watch, 4, u"refused the password"_s);
}

void TestWatch::badCertificate()
{
    m_server->setCertificate(QSslCertificate(QByteArray(certificate)), QSslKey(QByteArray(privateKey), QSsl::Ec));
    QVERIFY(m_server->start());
    Watch watch(account(*m_server), u"wherefore"_s);
    compareFailure(watch, 7, u"self-signed"_s);
}

void TestWatch::insecureTakesAnyCertificate()
{
    m_server->setCertificate(QSslCertificate(QByteArray(certificate)), QSslKey(QByteArray(privateKey), QSsl::Ec));
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s, u"--duration"_s, u"1"_s}, u"wherefore"_s);
    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.errorLines(), QStringList());
    QCOMPARE(watch.exitCode(), 0);
    QVERIFY(watch.newLines().last().startsWith(u"juliet@localhost/watch "));
}

void TestWatch::noTls()
{
    QVERIFY(m_server->start());
    Watch watch(account(*m_server), u"wherefore"_s);
    compareFailure(watch, 7, u"offers no TLS"_s);
}

void TestWatch::silentServer()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Watch watch(
        {u"--jid"_s, u"juliet@localhost"_s, u"--port"_s, QString::number(silent.serverPort()), u"--timeout"_s, u"1"_s},
        u"secret"_s);
    compareFailure(watch, 8, u"No answer"_s);
}

void TestWatch::lostConnection()
{
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s, u"--json"_s}, u"wherefore"_s);
    watch.begin();
    QVERIFY(watch.prints("resourceAvailable"));

    m_server->stop();

    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.exitCode(), 8);
    QCOMPARE(watch.errorLines().size(), 1);
    const auto last = parsed(watch.newLines().last());
    QCOMPARE(last[u"signal"].toString(), u"peerUnavailable"_s);
    QCOMPARE(last[u"jid"].toString(), u"juliet@localhost"_s);
}

void TestWatch::noTerminal()
{
    QVERIFY(m_server->start());
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s});
    compareFailure(watch, 2, u"XMPP_PASSWORD"_s);
}

#ifdef Q_OS_UNIX
// A pseudo-terminal, which a program gets as the one that it runs on.
class Terminal
{
public:
    Terminal()
    {
        grantpt(m_side);
        unlockpt(m_side);
        m_name = ptsname(m_side);
    }
    ~Terminal() { close(m_side); }

    void attach(Watch &watch)
    {
        // The first terminal that the leader of a session opens is the session's own.
        watch.setUnixProcessParameters(QProcess::UnixProcessParameters());
        watch.setChildProcessModifier([name = m_name] {
            setsid();
            close(open(name.constData(), O_RDWR));
        });
    }

    void type(const QByteArray &text) { QCOMPARE(write(m_side, text.constData(), size_t(text.size())), text.size()); }

    // Whether text is shown, after what has been shown before.
    bool shows(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return shown().contains(text); }, patience);
    }

    QByteArray shown()
    {
        char buffer[1000];
        const auto size = read(m_side, buffer, sizeof buffer);
        if (size > 0)
            m_shown.append(buffer, size);
        return m_shown;
    }

private:
    const int m_side = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    QByteArray m_name;
    QByteArray m_shown;
};
#endif

void TestWatch::promptHidesThePassword()
{
#ifdef Q_OS_UNIX
    QVERIFY(m_server->start());
    Terminal terminal;
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s, u"--duration"_s, u"1"_s});
    terminal.attach(watch);
    watch.begin();
    QVERIFY(terminal.shows("Password of juliet@localhost/watch: "));

    terminal.type("wherefore\n");

    QVERIFY(watch.runToEnd());
    QCOMPARE(watch.errorLines(), QStringList());
    QCOMPARE(watch.exitCode(), 0);
    QCOMPARE(terminal.shown(), "Password of juliet@localhost/watch: \r\n");
#endif
}

void TestWatch::promptGivenUp()
{
#ifdef Q_OS_UNIX
    QVERIFY(m_server->start());
    Terminal terminal;
    Watch watch(account(*m_server) + QStringList{u"--insecure"_s});
    terminal.attach(watch);
    watch.begin();
    QVERIFY(terminal.shows("Password of juliet@localhost/watch: "));

    terminal.type("where\x03");

    compareFailure(watch, 2, u"No password"_s);
#endif
}

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
