// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/lessonreader.h"

#include "course/describing.h"
#include "support/testing.h"

using course::Module;
using course::TextFile;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::vector<course::Claim> knownClaims()
{
    return {{text("P1.1"), text("P1"), text("Something."), course::ClaimKind::Fact, course::Status::EssayOnly, {}, {}},
            {text("P1.2"), text("P1"), text("More."), course::ClaimKind::Fact, course::Status::EssayOnly, {}, {}}};
}

Module readModule(const QByteArray &lesson, base::Faults &faults)
{
    Module module;
    module.id = text("first");
    module.folder = text("01-first");
    module.title = module.folder;
    course::readLesson(TextFile(text("lesson.md"), lesson), knownClaims(), module, faults);
    return module;
}

/// The sections as "id|title|minutes|blocks".
QStringList shown(const Module &module)
{
    QStringList sections;
    for (const course::Section &section : module.sections)
        sections.append(QStringList({section.id, section.title, QString::number(section.roomMinutes),
                                     QString::number(section.blocks.size())})
                            .join(u'|'));
    return sections;
}

constexpr auto front = "---\ntitle: A title\n---\n";

} // namespace

class TestLessonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void reads();
    void frontMatter_data();
    void frontMatter();
    void headings_data();
    void headings();
    void sectionsKnowTheirPlace();
    void headingsOfOtherLevels();
    void closedClaimsAreLeftOut();
};

void TestLessonReader::reads()
{
    base::Faults faults;
    const Module module = readModule(
        "---\ntitle: \"A title: what else\"\nobjectives:\n  - One.\n  - text: Two.\n    sections: [there, here]\n"
        "claims: [P1.2, P1.1]\n---\n\n## Here {#here room=4}\n\nOne.\n\n> [!CARE]\n> Two.\n\n"
        "## There {#there}\n\nThree.\n",
        faults);
    QCOMPARE(describe(faults), QStringList());
    QCOMPARE(module.title, text("A title: what else"));
    QCOMPARE(module.objectives.size(), std::size_t(2));
    QCOMPARE(module.objectives[0].text, text("One."));
    QCOMPARE(module.objectives[0].sections, QStringList());
    QCOMPARE(module.objectives[1].text, text("Two."));
    QCOMPARE(module.objectives[1].sections, QStringList({text("there"), text("here")}));
    QCOMPARE(module.claims, QStringList({text("P1.2"), text("P1.1")}));
    QCOMPARE(shown(module), QStringList({text("here|Here|4|2"), text("there|There|0|1")}));
    QVERIFY(module.isOpen());
}

void TestLessonReader::frontMatter_data()
{
    QTest::addColumn<QByteArray>("lesson");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("faults");
    const QByteArray body = "\n## Here {#here}\n\nOne.\n";
    const auto row = [&body](const char *name, const QByteArray &lesson, const char *title,
                             std::initializer_list<const char *> faults) {
        QStringList expected;
        for (const char *fault : faults)
            expected.append(text("lesson.md:") + text(fault));
        QTest::newRow(name) << QByteArray(lesson + body) << text(title) << expected;
    };
    row("title alone", front, "A title", {});
    row("spaces behind the dashes", "---  \ntitle: A title\n--- \n", "A title", {});
    row("Windows line ends", "---\r\ntitle: A title\r\n---\r\n", "A title", {});
    row("none", "", "01-first", {"1:1 error module:first front-matter-missing"});
    // CommonMark takes words above dashes for a heading.
    row("a blank line in front", QByteArray("\n") + front, "01-first",
        {"1:1 error module:first front-matter-missing", "3:1 error module:first section-without-id (title: A title)",
         "3:1 error module:first section-empty ()"});
    row("no end", "---\ntitle: A title\n", "01-first", {"1:1 error module:first front-matter-missing"});
    row("empty", "---\n---\n", "01-first", {"2:1 error module:first yaml-syntax (empty)"});
    row("a list", "---\n- title\n---\n", "01-first", {"2:1 error module:first yaml-wrong-kind (list, map)"});
    row("unsound", "---\ntitle: {A\n---\n", "01-first",
        {"3:1 error module:first yaml-syntax (did not find expected ',' or '}')"});
    row("an unknown claim", "---\ntitle: A title\nclaims: [P1.1, P9.9]\n---\n", "A title",
        {"3:16 error module:first unknown-claim (P9.9)"});
    row("a claim that is a list", "---\ntitle: A title\nclaims: [[P1.1]]\n---\n", "A title",
        {"3:10 error module:first yaml-wrong-kind (claims, text)"});
}

void TestLessonReader::frontMatter()
{
    QFETCH(const QByteArray, lesson);
    base::Faults faults;
    const Module module = readModule(lesson, faults);
    QTEST(describe(faults), "faults");
    QTEST(module.title, "title");
    QCOMPARE(shown(module).last(), text("here|Here|0|1"));
}

void TestLessonReader::headings_data()
{
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *heading, const char *section, std::initializer_list<const char *> faults = {}) {
        QStringList expected;
        for (const char *fault : faults)
            expected.append(text("lesson.md:4:4 error module:first ") + text(fault));
        QTest::newRow(heading) << QByteArray(heading) << text(section) << expected;
    };
    row("Here {#here room=6}", "here|Here|6");
    row("Here {room=6 #here}", "here|Here|6");
    row("Here {  #here   room=6  }", "here|Here|6");
    row("Here{#here}", "here|Here|0");
    row("Here {#here room=0}", "here|Here|0");
    row("Here and *there* {#here-and-there-2}", "here-and-there-2|Here and there|0");
    row("{Here} and {there} {#here}", "here|{Here} and {there}|0");
    row("Here", "|Here|0", {"section-without-id (Here)"});
    row("Here {room=6}", "|Here|6", {"section-without-id (Here)"});
    row("Here {}", "|Here|0", {"section-without-id (Here)"});
    row("Here {#}", "|Here|0", {"section-without-id (Here)"});
    row("Here {#here} now", "|Here {#here} now|0", {"section-without-id (Here {#here} now)"});
    row("Here {#Here}", "Here|Here|0", {"id-invalid (Here)"});
    row("Here {#-here}", "-here|Here|0", {"id-invalid (-here)"});
    row("Here {#h\xC3\xA9re}", "h\xC3\xA9re|Here|0", {"id-invalid (h\xC3\xA9re)"});
    row("Here {#here room=six}", "here|Here|0", {"value-unknown (heading, room=six)"});
    row("Here {#here room=-1}", "here|Here|0", {"value-unknown (heading, room=-1)"});
    row("Here {#here room=1.5}", "here|Here|0", {"value-unknown (heading, room=1.5)"});
    row("Here {#here room=}", "here|Here|0", {"value-unknown (heading, room=)"});
    row("Here {#here minutes=6}", "here|Here|0", {"value-unknown (heading, minutes=6)"});
    row("Here {here}", "|Here|0", {"section-without-id (Here)", "value-unknown (heading, here)"});
    row("{#here}", "here||0", {"key-missing (title)"});
}

void TestLessonReader::headings()
{
    QFETCH(const QByteArray, heading);
    QFETCH(const QString, section);
    base::Faults faults;
    const Module module = readModule(front + QByteArray("## ") + heading + "\n\nOne.\n", faults);
    QTEST(describe(faults), "faults");
    QCOMPARE(shown(module), QStringList(QString(section + text("|1"))));
}

void TestLessonReader::sectionsKnowTheirPlace()
{
    base::Faults faults;
    const Module module = readModule(front + QByteArray("\n## Here {#here}\n\n\n## There {#there}\n"), faults);
    QVERIFY(module.sections.at(0).place == (base::Place{text("lesson.md"), 5, 4}));
    QVERIFY(module.sections.at(1).place == (base::Place{text("lesson.md"), 8, 4}));
    QCOMPARE(describe(faults), QStringList({text("lesson.md:5:4 error module:first section-empty (here)"),
                                            text("lesson.md:8:4 error module:first section-empty (there)")}));
}

void TestLessonReader::headingsOfOtherLevels()
{
    base::Faults faults;
    const Module module =
        readModule(front + QByteArray("# Early\n\n### Early too\n\n## Here {#here}\n\n### Inside\n\n# Inside too\n\n"
                                      "> ## In a quote\n\n##\n\nOne.\n"),
                   faults);
    QCOMPARE(describe(faults), QStringList({
                                   text("lesson.md:4:3 error module:first text-outside-section"),
                                   text("lesson.md:6:5 error module:first text-outside-section"),
                                   text("lesson.md:14:6 error module:first section-without-id ()"),
                               }));
    QCOMPARE(shown(module), QStringList({text("here|Here|0|3"), text("||0|1")}));
}

/// The claim has been told where it stands; the lesson that names it stays open.
void TestLessonReader::closedClaimsAreLeftOut()
{
    base::Fault closed;
    closed.scope = base::Scope::Entry;
    closed.scopeId = text("P2.1");
    base::Faults faults{closed};
    const Module module =
        readModule("---\ntitle: A title\nclaims: [P1.1, P2.1]\n---\n\n## Here {#here}\n\nOne.\n", faults);
    QCOMPARE(faults.size(), std::size_t{1});
    QCOMPARE(module.claims, QStringList(text("P1.1")));
}

TEST_MAIN_GUILESS(TestLessonReader)

#include "tst_lessonreader.moc"
