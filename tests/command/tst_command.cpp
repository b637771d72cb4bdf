// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include "support/samplecourse.h"
#include "support/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using testing::CourseFiles;
using testing::Position;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// What a run of the program leaves behind.
struct Outcome {
    int status = -1;
    QString out;
    QString err;

    [[nodiscard]] QStringList lines() const { return err.split(u'\n', Qt::SkipEmptyParts); }
};

Outcome run(const QStringList &arguments)
{
    Outcome outcome;
    QTextStream out(&outcome.out);
    QTextStream err(&outcome.err);
    outcome.status = command::run(arguments, out, err);
    out.flush();
    err.flush();
    return outcome;
}

/// A course in a folder of its own.
class Folder
{
public:
    explicit Folder(const CourseFiles &files) { files.writeTo(path()); }

    [[nodiscard]] QString path() const { return m_folder.filePath(text("course")); }
    [[nodiscard]] Outcome check(const QStringList &options = {}) const
    {
        return run(QStringList{text("check"), path()} + options);
    }

private:
    QTemporaryDir m_folder;
};

/// One thing planted in the shipped course: in `file`, the first `before` becomes `after` (which is put at the end
/// where `before` is empty). The fault stands in the line of the first `at` from there on. Where more than one line is
/// told, something hangs on it that is closed with it.
struct Plant {
    const char *name;
    const char *file;
    const char *before;
    const char *after;
    const char *at;
    const char *severity;
    const char *code;
    int lines;
};

constexpr auto lessonFile = "05-what-happened-next/lesson.md";
constexpr auto itemsFile = "05-what-happened-next/items.gift";
constexpr auto tableFile = "figures/rescued-and-after.csv";

constexpr std::array plants{
    Plant{"a claim of nobody", lessonFile, "(claim:P6.5)", "(claim:P6.9)", "claim:P6.9", "error", "unknown-claim", 1},
    Plant{"a term of nobody", lessonFile, "(term:denominator)", "(term:denominater)", "term:", "error", "unknown-term",
          1},
    Plant{"a figure of nobody", lessonFile, "(figure:known-to-be-back)", "(figure:known-to-be-gone)",
          "figure:", "error", "unknown-figure", 1},
    Plant{"an unknown callout", lessonFile, "[!DISCUSS]", "[!DISCUS]", "[!", "error", "callout-unknown", 1},
    Plant{"a heading's unknown word", lessonFile, "{#reasons-to-leave room=", "{#reasons-to-leave rooms=", "rooms",
          "error", "value-unknown", 1},
    Plant{"a key of nobody", lessonFile, "---\ntitle:", "---\nmood: calm\ntitle:", "mood", "warning", "key-unknown", 1},
    Plant{"HTML", lessonFile, "", "\n\n<br>\n", "<br>", "warning", "raw-html", 1},
    Plant{"a link to the network", lessonFile, "", "\n\nThere is\n[more](https://example.org).\n", "[more]", "error",
          "unknown-scheme", 1},
    Plant{"an item without an id", itemsFile, "// [id:two-nights]\n", "// no id\n", "::", "error", "item-without-id",
          1},
    Plant{"an item of no section", itemsFile, "[tag:section:who-was-in-the-room]", "[tag:section:in-the-room]",
          "::", "error", "unknown-section", 1},
    Plant{"a decimal comma", itemsFile, "%100%37:0", "%100%37,5:0", "37,5", "error", "gift-decimal-comma", 1},
    Plant{"a brace left open", itemsFile, "// [id:says-nineteen]",
          "// [id:planted]\n::Planted::Planted? {\n=a\n~b\n\n// [id:says-nineteen]", "Planted? {", "error",
          "gift-brace-missing", 1},
    Plant{"more than all", tableFile, ",12,at-least,", ",48,at-least,", "48", "error", "count-above-total", 4},
    Plant{"a number for a word", tableFile, ",,some,", ",5,some,", "5", "error", "count-forbidden", 2},
    Plant{"an unknown kind", "claims.yaml", "kind: prediction", "kind: prophecy", "kind", "error", "value-unknown", 5},
    Plant{"a term twice", "glossary.yaml", "",
          "\n  - id: shelter\n    term: shelter\n    definition: Twice.\n    source: None\n", "id", "error",
          "id-duplicate", 1},
};

/// These close the whole course, so nothing else is told beside them.
constexpr std::array plantsInTheCourse{
    Plant{"a key twice", "course.yaml", "licence:", "title: Twice\nlicence:", "title", "error", "yaml-duplicate-key",
          1},
    Plant{"an anchor", "claims.yaml", "claims:", "claims: &all", "claims", "error", "yaml-forbidden", 1},
    Plant{"a line pushed out", "glossary.yaml", "    term: shelter\n", "   term: shelter\n", "term", "error",
          "yaml-syntax", 1},
};

CourseFiles shippedCourse()
{
    return CourseFiles::readFrom(testing::sourcePath(text("lessons/after-the-raid")));
}

/// The sample with every claim told and asked about, so that nobody has anything to remark.
CourseFiles goodSample()
{
    CourseFiles files = testing::sampleCourse();
    files.replace(text("02-second/lesson.md"), "Nothing leads here.",
                  "Nothing leads here. [P1.2](claim:P1.2) [P3.1](claim:P3.1)");
    files.replace(text("02-second/items.gift"), "[tag:P2.1]", "[tag:P1.2] [tag:P2.1] [tag:P3.1]");
    return files;
}

void plant(const Plant &one, CourseFiles &files)
{
    QByteArray bytes = files.text(text(one.file));
    const QByteArray before(one.before);
    const qsizetype at = before.isEmpty() ? bytes.size() : bytes.indexOf(before);
    if (at < 0)
        qFatal("“%s” is not in %s", one.before, one.file);
    files.set(text(one.file), bytes.replace(at, before.size(), one.after));
}

/// The line of the file in which the planted thing stands now.
qsizetype lineOf(const Plant &one, const CourseFiles &files)
{
    const QByteArray bytes = files.text(text(one.file));
    const qsizetype begin = bytes.indexOf(one.after);
    if (begin < 0)
        qFatal("“%s” has not been planted", one.after);
    return bytes.first(bytes.indexOf(one.at, begin)).count('\n') + 1;
}

/// The lines that tell of the planted thing, as they should.
QStringList linesAbout(const Plant &one, const Folder &folder, const CourseFiles &files, const QStringList &lines)
{
    const QString place = folder.path() + u'/' + text(one.file) + u':' + QString::number(lineOf(one, files));
    const QRegularExpression form(u'^' + QRegularExpression::escape(place) + text(":[1-9][0-9]*: ") +
                                  text(one.severity) + text(": .+ \\[") + text(one.code) + text("\\]$"));
    return lines.filter(form);
}

} // namespace

Q_DECLARE_METATYPE(Plant)

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void verbs();
    void wrongUsage_data();
    void wrongUsage();
    void aSoundCourse();
    void theShippedCourse();
    void warningsAreDone();
    void errors();
    void aFaultOfTheFileAsAWhole();
    void noCourse();
    void everyFaultOnOneLine();
    void filesAreNamedAsTheCourseWas_data();
    void filesAreNamedAsTheCourseWas();
    void json();
    void jsonHasEveryScope();
    void planted_data();
    void planted();
    void plantedAllAtOnce();
};

void TestCommand::verbs()
{
    QVERIFY(command::isVerb(text("check")));
    QVERIFY(!command::isVerb(text("Check")));
    QVERIFY(!command::isVerb(text("tour")));
    QVERIFY(!command::isVerb(text("--help")));
    QVERIFY(!command::isVerb(QString()));
    QVERIFY(command::usage().contains(text("after-the-raid check COURSE [--json]")));
}

void TestCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("an unknown verb") << QStringList(text("chek"));
    QTest::newRow("no course") << QStringList(text("check"));
    QTest::newRow("an option alone") << QStringList({text("check"), text("--json")});
    QTest::newRow("two courses") << QStringList({text("check"), text("a"), text("b")});
    QTest::newRow("an unknown option") << QStringList({text("check"), text("a"), text("--xml")});
}

void TestCommand::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, static_cast<int>(command::WrongUsage));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err, command::usage());
    QCOMPARE(outcome.out, QString());
}

void TestCommand::aSoundCourse()
{
    const Outcome outcome = Folder(goodSample()).check();
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.status, 0);
}

void TestCommand::theShippedCourse()
{
    const Outcome outcome = run({text("check"), testing::sourcePath(text("lessons/after-the-raid"))});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.status, 0);
}

void TestCommand::warningsAreDone()
{
    CourseFiles files = goodSample();
    files.replace(text("course.yaml"), "language: en", "language: en\ncolour: red");
    const Folder folder(files);
    const Outcome outcome = folder.check();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err,
             QString(folder.path() + text("/course.yaml:6:1: warning: The key “colour” means nothing here. "
                                          "Check its spelling, or take it out. [key-unknown]\n")));
}

void TestCommand::errors()
{
    CourseFiles files = testing::sampleCourse();
    files.replace(text("02-second/lesson.md"), "term:window", "term:door");
    const Folder folder(files);
    const Outcome outcome = folder.check();
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err,
             QString(folder.path() + text("/02-second/lesson.md:8:12: error: There is no term “door”. Check "
                                          "its id, or add the term to glossary.yaml. [unknown-term]\n")));
}

void TestCommand::aFaultOfTheFileAsAWhole()
{
    CourseFiles files = testing::sampleCourse();
    files.remove(text("claims.yaml"));
    const Folder folder(files);
    const Outcome outcome = folder.check();
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err,
             QString(folder.path() + text("/claims.yaml: error: The file is not there. Put the file back, or "
                                          "take its name out of the course. [file-missing]\n")));
}

void TestCommand::noCourse()
{
    const QTemporaryDir folder;
    const Outcome outcome = run({text("check"), folder.filePath(text("nowhere"))});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.startsWith(folder.filePath(text("nowhere/course.yaml: error: "))));
    QCOMPARE(outcome.lines().size(), 1);
}

/// However an author wrote what is wrong: one fault is one line.
void TestCommand::everyFaultOnOneLine()
{
    CourseFiles files = testing::sampleCourse();
    files.replace(text("figures/rivers.csv"), ",corroborated,", ",\"cor\nro\r\n  %1 %2\nborated\",");
    files.replace(text("claims.yaml"), "kind: prediction", "kind: |\n      pre\n      diction");
    const Outcome outcome = Folder(files).check();
    QCOMPARE(outcome.lines().size(), 3);
    for (const QString &line : outcome.lines())
        QVERIFY2(line.contains(QRegularExpression(text("^/.*: error: .* \\[[a-z-]+\\]$"))), qUtf8Printable(line));
    QVERIFY(outcome.err.contains(text("“cor ro %1 %2 borated” is not a value that “status” can have.")));
}

void TestCommand::filesAreNamedAsTheCourseWas_data()
{
    QTest::addColumn<QString>("course");
    QTest::addColumn<QString>("file");
    QTest::newRow("below") << text("course") << text("course/course.yaml");
    QTest::newRow("with a slash") << text("course/") << text("course/course.yaml");
    QTest::newRow("with a dot") << text("./course") << text("course/course.yaml");
    QTest::newRow("beside") << text("../beside") << text("../beside/course.yaml");
    QTest::newRow("here") << text(".") << text("course.yaml");
    QTest::newRow("no name") << text("") << text("course.yaml");
}

void TestCommand::filesAreNamedAsTheCourseWas()
{
    QFETCH(const QString, course);
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const Outcome outcome = run({text("check"), course});
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(outcome.err.section(u':', 0, 0), file);
}

void TestCommand::json()
{
    const Outcome none = Folder(goodSample()).check({text("--json")});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.err, QString());
    QVERIFY(QJsonDocument::fromJson(none.out.toUtf8()).isArray());
    QVERIFY(QJsonDocument::fromJson(none.out.toUtf8()).array().isEmpty());

    CourseFiles files = testing::sampleCourse();
    files.replace(text("course.yaml"), "language: en", "language: en\ncolour: red");
    files.replace(text("02-second/lesson.md"), "term:window", "term:door");
    const Folder folder(files);
    const Outcome outcome = folder.check({text("--json")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QString());
    const QJsonArray expected{
        QJsonObject{
            {text("severity"), text("error")},
            {text("scope"), text("module")},
            {text("code"), text("unknown-term")},
            {text("file"), QString(folder.path() + text("/02-second/lesson.md"))},
            {text("line"), 8},
            {text("column"), 12},
            {text("message"), text("There is no term “door”. Check its id, or add the term to glossary.yaml.")},
        },
        QJsonObject{
            {text("severity"), text("warning")},
            {text("scope"), text("course")},
            {text("code"), text("key-unknown")},
            {text("file"), QString(folder.path() + text("/course.yaml"))},
            {text("line"), 6},
            {text("column"), 1},
            {text("message"), text("The key “colour” means nothing here. Check its spelling, or take it out.")},
        },
    };
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()).array(), expected);
    // The option may stand in front as well.
    QCOMPARE(run({text("check"), text("--json"), folder.path()}).out, outcome.out);
}

void TestCommand::jsonHasEveryScope()
{
    CourseFiles files = testing::sampleCourse();
    files.replace(text("course.yaml"), "language: en", "language: en\ncolour: red");
    files.replace(text("claims.yaml"), "status: corroborated", "status: unsure");
    files.replace(text("02-second/lesson.md"), "term:window", "term:door");
    files.replace(text("01-first/items.gift"), "=Nobody", "=");
    files.replace(text("figures/rivers.csv"), "fled,4,exact", "fled,5,exact");
    QStringList scopes;
    for (const QJsonValue fault : QJsonDocument::fromJson(Folder(files).check({text("--json")}).out.toUtf8()).array())
        scopes.append(fault.toObject().value(text("scope")).toString());
    QCOMPARE(scopes, QStringList({text("item"), text("module"), text("entry"), text("course"), text("figure")}));
}

void TestCommand::planted_data()
{
    QTest::addColumn<Plant>("one");
    for (const Plant &one : plants)
        QTest::addRow("%s: %s", one.file, one.name) << one;
    for (const Plant &one : plantsInTheCourse)
        QTest::addRow("%s: %s", one.file, one.name) << one;
}

void TestCommand::planted()
{
    QFETCH(const Plant, one);
    CourseFiles files = shippedCourse();
    plant(one, files);
    const Folder folder(files);
    const Outcome outcome = folder.check();
    QCOMPARE(outcome.status, qstrcmp(one.severity, "error") == 0 ? 1 : 0);
    QCOMPARE(outcome.lines().size(), one.lines);
    QVERIFY2(linesAbout(one, folder, files, outcome.lines()).size() == 1, qUtf8Printable(outcome.err));
}

void TestCommand::plantedAllAtOnce()
{
    static_assert(plants.size() >= 12);
    CourseFiles files = shippedCourse();
    for (const Plant &one : plants)
        plant(one, files);
    const Folder folder(files);
    const Outcome outcome = folder.check();
    QCOMPARE(outcome.status, 1);
    for (const Plant &one : plants)
        QVERIFY2(linesAbout(one, folder, files, outcome.lines()).size() == 1,
                 qUtf8Printable(text(one.name) + u'\n' + outcome.err));
}

TEST_MAIN_GUILESS(TestCommand)

#include "tst_command.moc"
