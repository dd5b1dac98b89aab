// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QDir>
#include <QDomDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// Every text of the sources has its translation in each language, with all that is to be put into it.
class TestCatalogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isComplete_data();
    void isComplete();

private:
    const QTemporaryDir m_folder; // has catalogues that know all that the sources say now
};

void TestCatalogues::initTestCase()
{
    const QDir catalogues(QStringLiteral(CATALOGUES));
    for (const auto &file : catalogues.entryList({u"*.ts"_s}))
        QVERIFY(QFile::copy(catalogues.filePath(file), m_folder.filePath(file)));
    QProcess cmake;
    cmake.setProcessChannelMode(QProcess::MergedChannels);
    cmake.start(QStringLiteral(CMAKE_PROGRAM),
        {u"-DLUPDATE="_s + QStringLiteral(LUPDATE_PROGRAM), u"-DFOLDER="_s + m_folder.path(), u"-P"_s,
            catalogues.filePath(u"update.cmake"_s)});
    QVERIFY2(cmake.waitForFinished(), qPrintable(cmake.errorString()));
    QVERIFY2(cmake.exitCode() == 0, cmake.readAll().constData());
}

void TestCatalogues::isComplete_data()
{
    QTest::addColumn<int>("texts"); // at least
    QTest::addColumn<int>("forms"); // of a plural

    const auto rows = [](const char *catalogue, int texts, int textsWithPlural) {
        QTest::addRow("%s_ar", catalogue) << texts << 6;
        QTest::addRow("%s_de", catalogue) << texts << 2;
        QTest::addRow("%s_en", catalogue) << textsWithPlural << 2;
        QTest::addRow("%s_es", catalogue) << texts << 2;
        QTest::addRow("%s_fr", catalogue) << texts << 2;
    };
    rows("xmpppresence", 30, 5);
    rows("xmpppresence-examples", 80, 2);
}

static QStringList translations(const QDomElement &message)
{
    const auto translation = message.firstChildElement(u"translation"_s);
    if (message.attribute(u"numerus"_s) != u"yes")
        return {translation.text()};
    QStringList forms;
    for (auto form = translation.firstChildElement(); !form.isNull(); form = form.nextSiblingElement())
        forms.append(form.text());
    return forms;
}

// What is put into a text, and the mark of its key. %Ln is %n in digits of the language.
static QStringList marks(const QString &text)
{
    static const QRegularExpression mark(u"%L?n|%\\d|&"_s);
    QStringList found;
    for (const auto &match : mark.globalMatch(text))
        found.append(match.captured().remove(u'L'));
    found.sort();
    return found;
}

// No, one and two are words in Arabic.
static bool isWord(qsizetype form, qsizetype forms)
{
    return forms == 6 && form < 3;
}

static bool hasMarks(const QString &source, const QStringList &forms)
{
    for (qsizetype i = 0; i < forms.size(); ++i) {
        auto wanted = marks(source);
        if (isWord(i, forms.size()) && !marks(forms[i]).contains(u"%n"))
            wanted.removeAll(u"%n"_s);
        if (marks(forms[i]) != wanted)
            return false;
    }
    return true;
}

static QString problem(const QDomElement &message, int pluralForms)
{
    const auto translation = message.firstChildElement(u"translation"_s);
    const auto forms = translations(message);
    if (translation.hasAttribute(u"type"_s))
        return translation.attribute(u"type"_s);
    if (forms.size() != (message.attribute(u"numerus"_s) == u"yes" ? pluralForms : 1))
        return u"%1 forms"_s.arg(forms.size());
    if (std::ranges::any_of(forms, &QString::isEmpty))
        return u"empty"_s;
    return hasMarks(message.firstChildElement(u"source"_s).text(), forms) ? QString() : u"other marks"_s;
}

void TestCatalogues::isComplete()
{
    QFETCH(int, texts);
    QFETCH(int, forms);

    QFile file(m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".ts"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QDomDocument document;
    QVERIFY(document.setContent(&file));
    const auto messages = document.elementsByTagName(u"message"_s);
    QCOMPARE_GE(messages.size(), texts);
    QStringList problems;
    for (int i = 0; i < messages.size(); ++i) {
        const auto message = messages.at(i).toElement();
        const auto context = message.parentNode().firstChildElement(u"name"_s).text();
        if (const auto what = problem(message, forms); !what.isEmpty())
            problems.append(context + u": "_s + message.firstChildElement(u"source"_s).text() + u": "_s + what);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
