// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/review.h"

#include "course/describing.h"
#include "support/testing.h"

using testing::CourseFiles;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

constexpr auto courseFile = "course.yaml";
constexpr auto plansFile = "plans.yaml";
constexpr auto lessonFile = "01-one/lesson.md";
constexpr auto itemsFile = "01-one/items.gift";

constexpr auto courseYaml = R"(id: small
version: "1"
title: A small one
language: en
licence: CC0-1.0
authors:
  - Nobody
sources:
  - { id: report, author: A, title: B, publisher: C, date: "2001", checked: Made up. }
modules:
  - id: one
    dir: 01-one
)";

constexpr auto plansYaml = R"(plans:
  - id: short
    title: A short one
    minutes: 9
    steps:
      - { section: begin, minutes: 5, keep: must }
      - { check: one, minutes: 4 }
coverage:
  - { tag: "*", items: 4, in: each-module }
  - { tag: decision, share: 50, of: harm }
  - { tag: offered, items: 2, per: answer }
)";

constexpr auto claimsYaml = R"(claims:
  - { id: P1.1, paragraph: P1, statement: Some left., kind: fact, status: essay-only }
)";

constexpr auto wordingYaml = R"(avoid:
  - { id: freed, language: en, pattern: "sets? free", instead: removed, quoted: allowed }
  - { id: gone, language: en, pattern: "gone for good", instead: not reported }
)";

constexpr auto package = R"({ "resources": [ { "name": "rows", "title": "Rows", "path": "rows.csv" } ] }
)";

constexpr auto rows =
    "id,figure,case,place,country,event,date,date_precision,counted,total,total_qualifier,question,outcome,count,"
    "qualifier,window,window_text,within,source,claim,status,confidence,note\n"
    "r1,rows-left,A,,,raid,,none,people,5,exact,left,ran away,2,exact,,,,report,,essay-only,,\n";

constexpr auto lessonMd = R"(---
title: One
objectives: [Read.]
claims: [P1.1]
---

## To begin {#begin room=5}

Some of them left in the first week. [P1.1](claim:P1.1) They had their own reasons for it.

![Two of five people left the house.](figure:rows-left)

> [!SLIDE]
> They had their own reasons for it.
)";

constexpr auto itemsGift = R"(// [id:q1]
// [tag:P1.1] [tag:harm] [tag:decision] [tag:offered]
::Q1::What do you do? {
=Ask her.#Good.
~Wait until it is later.#Later.
~Go at once.#Go.
~Say nothing.#No.
}

// [id:q2]
// [tag:harm] [tag:offered]
::Q2::What is known? {
=Two left.#Yes.
~All of them left.#No.
~None left.#No.
~Not said.#No.
}

// [id:q3]
// [tag:answer]
::Q3::Which one? {
=The one that was told to us.#Yes.
~One.#No.
~Two.#No.
~Three.#No.
}

// [id:q4]
::Q4::How many? {#
=%100%2:0#Two.
~#Read again.
}
)";

CourseFiles small()
{
    CourseFiles files;
    files.set(text(courseFile), courseYaml);
    files.set(text(plansFile), plansYaml);
    files.set(text("claims.yaml"), claimsYaml);
    files.set(text("wording.yaml"), wordingYaml);
    files.set(text("figures/datapackage.json"), package);
    files.set(text("figures/rows.csv"), rows);
    files.set(text(lessonFile), lessonMd);
    files.set(text(itemsFile), itemsGift);
    return files;
}

QStringList remarksOn(const CourseFiles &files)
{
    const course::Reading reading = readingOf(files);
    // A review is of what is sound.
    return reading.faults.empty() ? describe(course::review(reading.course)) : describe(reading.faults);
}

struct Remark {
    const char *name;
    const char *file;
    const char *before;
    const char *after;
    const char *remark;
};

constexpr Remark remarks[] = {
    {"a claim untold", lessonFile, "[P1.1](claim:P1.1) ", "", "claims.yaml:2:5 warning entry:P1.1 claim-untold (P1.1)"},
    {"a claim unasked", itemsFile, "[tag:P1.1] ", "", "claims.yaml:2:5 warning entry:P1.1 claim-unasked (P1.1)"},
    {"a claim told to trainers alone", lessonFile, "[P1.1](claim:P1.1) They",
     "\n\n> [!FACILITATOR]\n> [P1.1](claim:P1.1) is told.\n\nThey",
     "claims.yaml:2:5 warning entry:P1.1 claim-untold (P1.1)"},
    {"an option without feedback", itemsFile, "~Go at once.#Go.", "~Go at once.",
     "01-one/items.gift:3:1 warning item:q1 feedback-missing (c)"},
    {"right options that are long", itemsFile, "=Two left.", "=Two of the five people left.",
     "01-one/items.gift:0:0 warning module:one longest-is-right (2, 3)"},
    {"a word to avoid", lessonFile, "Some of them left", "Some were set free and left",
     "01-one/lesson.md:9:1 warning module:one word-avoided (set free, removed)"},
    {"a word to avoid in a question", itemsFile, "#Later.", "#Later they are gone for good.",
     "01-one/items.gift:3:1 warning item:q1 word-avoided (gone for good, not reported)"},
    {"a figure without words", lessonFile, "![Two of five people left the house.]", "![]",
     "01-one/lesson.md:11:5 warning module:one figure-without-words (rows-left)"},
    {"a plan that does not sum", plansFile, "minutes: 9", "minutes: 10",
     "plans.yaml:2:5 warning entry:short plan-minutes (short, 9, 10)"},
    {"a sentence twice", lessonFile, "They had their own reasons for it.\n\n!",
     "They had their own reasons for it.\n\nThey had their own reasons, for it!\n\n!",
     "01-one/lesson.md:11:1 warning module:one sentence-twice (01-one/lesson.md:9, They had their own reasons, for "
     "it!)"},
    {"too few items", plansFile, "items: 4, in", "items: 5, in",
     "plans.yaml:9:5 warning module:one coverage-short (4, 5, *)"},
    {"too few of a kind", plansFile, "share: 50", "share: 60",
     "plans.yaml:10:5 warning course coverage-short (1, 2, decision)"},
    {"too few for each", plansFile, "offered, items: 2", "offered, items: 3",
     "plans.yaml:11:5 warning course coverage-short (2, 3, offered)"},
};

} // namespace

/// What a careful colleague says: one remark for each kind of weakness, and none where there is none.
class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void saysNothingOfAGoodCourse();
    void oneRemark_data();
    void oneRemark();
    void quotationsMaySayIt();
    void aLongSection();
    void aHardSection();
    void gradesEnglishAlone();
};

void TestReview::saysNothingOfAGoodCourse()
{
    QCOMPARE(remarksOn(small()), QStringList());
}

void TestReview::oneRemark_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Remark &remark : remarks)
        QTest::newRow(remark.name) << index++;
}

void TestReview::oneRemark()
{
    QFETCH(const int, index);
    const Remark &remark = remarks[index];
    CourseFiles files = small();
    files.replace(text(remark.file), remark.before, remark.after);
    QCOMPARE(remarksOn(files), QStringList(text(remark.remark)));
}

void TestReview::quotationsMaySayIt()
{
    CourseFiles files = small();
    files.replace(text(lessonFile), "Some of them left", "Some were “set free” and left");
    QCOMPARE(remarksOn(files), QStringList());
    // A word that has no such permission is avoided between quotation marks too.
    files.replace(text(lessonFile), "“set free”", "“gone for good”");
    QCOMPARE(remarksOn(files).size(), 1);
}

void TestReview::aLongSection()
{
    QByteArray words;
    for (int i = 0; i < 700; ++i)
        words += "Word" + QByteArray::number(i) + (i % 8 == 7 ? ". " : " ");
    CourseFiles files = small();
    files.replace(text(lessonFile), "\n![Two", "\n" + words + "\n\n![Two");
    const QStringList found = remarksOn(files);
    QVERIFY2(found.size() == 1, qUtf8Printable(found.join(u'\n')));
    QCOMPARE(found.front(), text("01-one/lesson.md:7:4 warning module:one section-too-long (begin, 717, 700)"));
}

constexpr auto hard = "Institutionalised interdisciplinary accountability mechanisms notwithstanding, organisational "
                      "considerations systematically predetermine humanitarian intervention possibilities.\n\n";

void TestReview::aHardSection()
{
    CourseFiles files = small();
    files.replace(text(lessonFile), "Some of them left in the first week. ", hard);
    const QStringList found = remarksOn(files);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.front().startsWith(text("01-one/lesson.md:7:4 warning module:one grade-too-high (begin, ")),
             qUtf8Printable(found.front()));
}

/// The formula was made for English.
void TestReview::gradesEnglishAlone()
{
    CourseFiles files = small();
    files.replace(text(lessonFile), "Some of them left in the first week. ", hard);
    files.replace(text(courseFile), "language: en", "language: de");
    QCOMPARE(remarksOn(files), QStringList());
}

TEST_MAIN_GUILESS(TestReview)

#include "tst_review.moc"
