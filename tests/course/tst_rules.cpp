// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/describing.h"
#include "course/reading.h"
#include "support/testing.h"

#include <QTemporaryDir>

#include <algorithm>

using course::Reading;
using testing::CourseFiles;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

constexpr auto plansFile = "plans.yaml";
constexpr auto partsFile = "figures/parts.csv";
constexpr auto packageFile = "figures/datapackage.json";
constexpr auto beliefsFile = "misconceptions.yaml";
constexpr auto wordingFile = "wording.yaml";
constexpr auto storyFile = "01-first/walk.twee";
constexpr auto formFile = "forms/a.gift";
constexpr auto cardFile = "cards/pocket.md";

constexpr auto plans = R"(plans:
  - id: short
    title: A short one
    minutes: 12
    steps:
      - { section: numbers, minutes: 5, keep: must, items: [how-many] }
      - { check: first, minutes: 3 }
      - { form: a, minutes: 2, keep: may }
      - { card: pocket, minutes: 1 }
      - { break: a pause, minutes: 1 }

coverage:
  - { tag: harm, items: 2, in: each-module }
  - { tag: decision, share: 50, of: harm }
)";

constexpr auto parts = R"(id,figure,part,text,from,to,source,claim,status,note
map-a,map,node,A raid,,,report,P1.1,essay-only,
map-b,map,node,Tension,,,,,,Ours.
map-ab,map,arrow,can raise,map-a,map-b,report,P1.1,essay-only,
board-row,board,row,Planned,,,,,,
board-column,board,column,Ready,,,,,,
board-cell,board,cell,,board-row,board-column,,,,
day-start,day,moment,The door opens,PT0H,,,,,
day-end,day,moment,Let in,PT24H,,,,,
day-gap,day,gap,Nothing is told,day-start,day-end,,,,
day-gate,day,gate,Kept out,day-start,,,,,
)";

constexpr auto partsResource = R"(    { "name": "parts", "path": "parts.csv", "holds": "parts", "figures": {
        "map": { "title": "A map", "form": "map", "argument": true, "description": "No counts." },
        "board": { "title": "A board", "form": "board" },
        "day": { "title": "A day", "form": "timeline" } } },
    { "name": "rivers")";

constexpr auto beliefs = R"(misconceptions:
  - id: exact
    statement: A bound is exact.
    shownBy:
      - { item: how-many, options: [a] }
)";

constexpr auto wording = R"(avoid:
  - id: freed
    language: en
    pattern: "set free"
    instead: removed
    quoted: allowed
  - id: libre
    language: es
    pattern: "liberadas"
    instead: sacadas
)";

constexpr auto story = R"(:: StoryTitle
A walk

:: StoryData
{ "ifid": "C41D8A36-92F7-4B0E-8C55-E10B7F639AD2", "start": "Door" }

:: Door [care section:numbers]
You stand at a *door*.

[[Knock->Inside]]
[[Outside]]

:: Inside [end claim:P1.1]
Somebody opens.

:: Outside [end] {"position":"1,2"}
You wait. [[Inside<-Go in after all]]
)";

constexpr auto form = R"(// [id:%-one]
// [tag:pair:one]
::One::Which? {
=Right#Yes.
~Other#No.
}
)";

QByteArray formOf(const char *id)
{
    return QByteArray(form).replace("%", id);
}

/// The sample course with plans, parts, beliefs, words to avoid, a story and two forms.
CourseFiles fullSample()
{
    CourseFiles files = testing::sampleCourse();
    files.set(text(plansFile), plans);
    files.set(text(partsFile), parts);
    files.replace(text(packageFile), "    { \"name\": \"rivers\"", partsResource);
    files.set(text(beliefsFile), beliefs);
    files.set(text(wordingFile), wording);
    files.set(text(storyFile), story);
    files.set(text("forms/a.gift"), formOf("a"));
    files.set(text("forms/b.gift"), formOf("b"));
    return files;
}

struct Mistake {
    const char *name;
    const char *file;
    const char *before;
    const char *after;
    const char *at;    ///< words of the broken file where the fault stands
    const char *fault; ///< as `describe` tells it, without its place
};

constexpr Mistake mistakes[] = {
    // plans and coverage
    {"a step to no section", plansFile, "section: numbers", "section: nowhere", "{ section: nowhere",
     "error entry:short unknown-section (nowhere)"},
    {"a step to no module", plansFile, "check: first", "check: third", "{ check: third",
     "error entry:short unknown-module (third)"},
    {"a step to no form", plansFile, "form: a,", "form: c,", "{ form: c", "error entry:short unknown-form (c)"},
    {"a step to no card", plansFile, "card: pocket", "card: wallet", "{ card: wallet",
     "error entry:short unknown-card (wallet)"},
    {"a step that asks no item", plansFile, "items: [how-many]", "items: [how-few]", "{ section: numbers",
     "error entry:short unknown-item (how-few)"},
    {"a step without a target", plansFile, "{ break: a pause, minutes: 1 }", "{ minutes: 1 }", "{ minutes: 1 }",
     "error entry:short key-missing (section)"},
    {"minutes in words", plansFile, "minutes: 5, keep", "minutes: five, keep", "five, keep",
     "error entry:short number-expected (minutes, five)"},
    {"a keep of nobody", plansFile, "keep: must", "keep: perhaps", "perhaps,",
     "error entry:short value-unknown (keep, perhaps)"},
    {"a plan without steps", plansFile,
     "    steps:\n      - { section: numbers, minutes: 5, keep: must, items: "
     "[how-many] }\n      - { check: first, minutes: 3 }\n      - { form: a, "
     "minutes: 2, keep: may }\n      - { card: pocket, minutes: 1 }\n      - { "
     "break: a pause, minutes: 1 }\n",
     "", "id: short", "error entry:short key-missing (steps)"},
    {"coverage without a tag", plansFile, "{ tag: decision, share", "{ share", "{ share",
     "error entry key-missing (tag)"},
    // parts
    {"an arrow from nowhere", partsFile, "map-a,map-b,report", "map-c,map-b,report", "map-ab,map",
     "error figure:map unknown-part (from, map-c)"},
    {"an arrow to a row of another figure", partsFile, "map-a,map-b,report", "map-a,board-row,report", "map-ab,map",
     "error figure:map unknown-part (to, board-row)"},
    {"a cell without a column", partsFile, "board-row,board-column", "board-row,", "board-cell,board",
     "error figure:board unknown-part (to, )"},
    {"a gap from a gate", partsFile, "Nothing is told,day-start", "Nothing is told,day-gate", "day-gap,day",
     "error figure:day unknown-part (from, day-gate)"},
    {"a part of nobody", partsFile, "map-b,map,node", "map-b,map,knot", "knot,",
     "error figure:map value-unknown (part, knot)"},
    {"a node without words", partsFile, "node,Tension", "node,", ",,,,,Ours.", "error figure:map key-missing (text)"},
    {"a time that is none", partsFile, "PT24H", "tomorrow", "tomorrow",
     "error figure:day value-unknown (from, tomorrow)"},
    {"a part's unknown source", partsFile, "A raid,,,report", "A raid,,,rumour", "rumour",
     "error figure:map unknown-source (rumour)"},
    {"a part's unknown claim", partsFile, "A raid,,,report,P1.1", "A raid,,,report,P7.7", "P7.7",
     "error figure:map unknown-claim (P7.7)"},
    {"a form of nobody", packageFile, "\"form\": \"board\"", "\"form\": \"bored\"", "\"parts\", \"path\"",
     "error figure:board value-unknown (form, bored)"},
    {"a column of parts that is missing", partsFile, "text,from", "words,from", "id,figure",
     "error figure:parts csv-column-missing (text)|warning figure:parts csv-column-unknown (words)"},
    // beliefs and words
    {"a belief about no item", beliefsFile, "item: how-many", "item: how-few", "{ item: how-few",
     "error entry:exact unknown-item (how-few)"},
    {"a belief about no option", beliefsFile, "options: [a]", "options: [z]", "{ item: how-many",
     "error entry:exact value-unknown (options, z)"},
    {"a belief without a statement", beliefsFile, "    statement: A bound is exact.\n", "", "id: exact",
     "error entry:exact key-missing (statement)"},
    {"a pattern that is none", wordingFile, "\"set free\"", "\"set (free\"", "\"set (free\"",
     "error entry:freed value-unknown (pattern, set (free)"},
    {"a word's unknown permission", wordingFile, "quoted: allowed", "quoted: maybe", "maybe",
     "error entry:freed value-unknown (quoted, maybe)"},
    // cards
    {"a card without front matter", cardFile, "---\ntitle: A card\nkind: job-aid\nfor: Nobody\n---\n\n", "", "A card.",
     "error entry:pocket front-matter-missing"},
    {"a card of no kind", cardFile, "kind: job-aid", "kind: flyer", "flyer",
     "error entry:pocket value-unknown (kind, flyer)"},
    {"a card with a dead link", cardFile, "\nA card.", "\nA [card](term:none).", "term:none",
     "error entry:pocket unknown-term (none)"},
    // stories
    {"a passage without a name", storyFile, ":: Inside [end claim:P1.1]", ":: [end]", ":: [end]",
     "error entry:walk twee-header|error entry:walk unknown-passage (Inside)"},
    {"a passage twice", storyFile, ":: Outside [end]", ":: Inside [end]", ":: Inside [end] {",
     "error entry:walk id-duplicate (Inside)|error entry:walk unknown-passage (Outside)"},
    {"a macro", storyFile, "Somebody opens.", "<<set $x to 1>>Somebody opens.", "<<set",
     "error entry:walk twee-forbidden (<<set $x to 1>>)"},
    {"a macro of Harlowe", storyFile, "Somebody opens.", "(set: $x to 1)Somebody opens.",
     "(set:", "error entry:walk twee-forbidden ((set:)"},
    {"a variable", storyFile, "Somebody opens.", "Hello, $name.", "$name", "error entry:walk twee-forbidden ($name)"},
    {"a script", storyFile, ":: Inside [end claim:P1.1]", ":: Inside [end script]", ":: Inside [end",
     "error entry:walk twee-forbidden (script)"},
    {"a link to no passage", storyFile, "[[Knock->Inside]]", "[[Knock->Attic]]", "[[Knock",
     "error entry:walk unknown-passage (Attic)"},
    {"a dead end", storyFile, ":: Inside [end claim:P1.1]", ":: Inside [claim:P1.1]", ":: Inside",
     "error entry:walk passage-dead-end (Inside)"},
    {"a passage out of reach", storyFile, "[[Outside]]\n", "", ":: Outside",
     "error entry:walk passage-unreachable (Outside)"},
    {"a way back", storyFile, "Somebody opens.", "Somebody opens. [[Back->Door]]", "[[Back",
     "error entry:walk passage-cycle (Door)"},
    {"no start", storyFile, ", \"start\": \"Door\"", "", ":: StoryData", "error entry:walk key-missing (start)"},
    {"a start that is no passage", storyFile, "\"start\": \"Door\"", "\"start\": \"Gate\"", ":: StoryData",
     "error entry:walk unknown-passage (Gate)"},
    {"no title", storyFile, ":: StoryTitle\nA walk\n", "", "\n:: StoryData",
     "error entry:walk key-missing (StoryTitle)"},
    {"a tag that leads nowhere", storyFile, "claim:P1.1", "claim:P8.8", ":: Inside",
     "error entry:walk unknown-claim (P8.8)"},
    // forms
    {"a pair of one", formFile, "pair:one", "pair:two", "::One", "error item:a-one form-pair-broken (two)"},
};

} // namespace

/// Plans, parts, beliefs, words to avoid, cards, stories and forms: read, and each mistake told at its place.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void readsAll();
    void readsWhatLearnersSee();
    void readsParts();
    void readsTheStory();
    void oneMistake_data();
    void oneMistake();
    void aBrokenStoryClosesNothingElse();
    void aTableWithoutATitleIsNoFigure();
    void followsNoEndlessStory();
};

void TestRules::readsAll()
{
    const Reading reading = readingOf(fullSample());
    QCOMPARE(describe(reading.faults), QStringList());
    const course::Course &course = reading.course;
    QCOMPARE(course.plans.size(), std::size_t{1});
    const course::Plan &plan = course.plans.front();
    QCOMPARE(plan.minutes, 12);
    QCOMPARE(plan.steps.size(), std::size_t{5});
    QCOMPARE(plan.steps[0].kind, course::PlanStep::Kind::Section);
    QCOMPARE(plan.steps[0].target, text("numbers"));
    QVERIFY(plan.steps[0].mustKeep);
    QVERIFY(!plan.steps[2].mustKeep);
    QCOMPARE(plan.steps[0].items, QStringList(text("how-many")));
    QCOMPARE(plan.steps[4].kind, course::PlanStep::Kind::Break);
    QCOMPARE(course.coverage.size(), std::size_t{2});
    QVERIFY(course.coverage[0].eachModule);
    QCOMPARE(course.coverage[1].share, 50);
    QCOMPARE(course.misconceptions.front().shownBy.front().options, QStringList(text("a")));
    // Only the course's own language is held to.
    QCOMPARE(course.avoidedWords.size(), std::size_t{1});
    QVERIFY(course.avoidedWords.front().mayBeQuoted);
    QCOMPARE(course.cards.front().title, text("A card"));
    QCOMPARE(course.forms.size(), std::size_t{2});
    QVERIFY(course::findItem(course, text("b-one")) != nullptr);
    QVERIFY(course::findItem(course, text("how-many")) != nullptr);
    QVERIFY(course::findItem(course, text("none")) == nullptr);
}

/// Whatever stands in a trainers' or authors' file does not keep the window waiting, nor close anything in it.
void TestRules::readsWhatLearnersSee()
{
    CourseFiles files = fullSample();
    files.set(text(plansFile), "plans: none");
    files.set(text(beliefsFile), "misconceptions: none");
    const QTemporaryDir folder;
    files.writeTo(folder.path());
    const Reading reading = course::read(folder.path(), course::Extent::ForLearners);
    QCOMPARE(describe(reading.faults), QStringList());
    const course::Course whole = readingOf(fullSample()).course;
    QCOMPARE(reading.course.modules, whole.modules);
    QCOMPARE(reading.course.figures, whole.figures);
    QCOMPARE(reading.course.cards, whole.cards);
    QCOMPARE(reading.course.forms, whole.forms);
    QVERIFY(reading.course.misconceptions.empty());
}

void TestRules::readsParts()
{
    const course::Course course = readingOf(fullSample()).course;
    const course::FigureData *map = course::findFigure(course, text("map"));
    QVERIFY(map != nullptr);
    QCOMPARE(map->form, course::FigureForm::Map);
    QVERIFY(map->isArgument);
    QCOMPARE(map->description, text("No counts."));
    QCOMPARE(map->parts.size(), std::size_t{3});
    QCOMPARE(map->parts[2].kind, course::PartKind::Arrow);
    QCOMPARE(map->parts[0].status, std::optional(course::Status::EssayOnly));
    QCOMPARE(map->parts[1].status, std::nullopt);
    QCOMPARE(course::findFigure(course, text("board"))->parts.back().text, QString());
    QVERIFY(course::findFigure(course, text("parts")) == nullptr);
}

void TestRules::readsTheStory()
{
    const course::Course course = readingOf(fullSample()).course;
    QCOMPARE(course.modules.front().stories.size(), std::size_t{1});
    const course::Story &walk = course.modules.front().stories.front();
    QCOMPARE(walk.id, text("walk"));
    QCOMPARE(walk.title, text("A walk"));
    QCOMPARE(walk.start, text("Door"));
    QCOMPARE(walk.passages.size(), std::size_t{3});
    const course::Story::Passage &door = walk.passages.front();
    QCOMPARE(door.tags, QStringList({text("care"), text("section:numbers")}));
    QCOMPARE(door.choices.size(), std::size_t{2});
    QCOMPARE(door.choices[0].text, text("Knock"));
    QCOMPARE(door.choices[0].to, text("Inside"));
    QCOMPARE(door.choices[1].text, text("Outside"));
    // The links are no part of the text.
    QCOMPARE(door.blocks.size(), std::size_t{1});
    QCOMPARE(course::plainText(door.blocks.front().spans), text("You stand at a door."));
    QVERIFY(door.blocks.front().spans[1].emphasis);
    QCOMPARE(door.blocks.front().place.line, 8);
    QVERIFY(!door.isEnd());
    QVERIFY(walk.passages[1].isEnd());
    QCOMPARE(walk.passages[2].choices.front().text, text("Go in after all"));
    QCOMPARE(walk.passages[2].choices.front().to, text("Inside"));
}

void TestRules::oneMistake_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Mistake &mistake : mistakes)
        QTest::newRow(mistake.name) << index++;
}

void TestRules::oneMistake()
{
    QFETCH(const int, index);
    const Mistake &mistake = mistakes[index];
    CourseFiles files = fullSample();
    files.replace(text(mistake.file), mistake.before, mistake.after);
    const testing::Position position = testing::positionOf(mistake.at, files.text(text(mistake.file)));
    const Reading reading = readingOf(files);
    const QStringList expected = text(mistake.fault).split(u'|');
    QStringList found = describe(reading.faults);
    // The first stands where the mistake is; what else it brings about may stand elsewhere in the file.
    const QString place = text(mistake.file) + u':' + QString::number(position.line) + u':';
    QVERIFY2(
        std::ranges::any_of(
            found, [&](const QString &fault) { return fault.startsWith(place) && fault.contains(expected.front()); }),
        qUtf8Printable(place + u' ' + found.join(u'\n')));
    for (const QString &fault : expected)
        QVERIFY2(std::ranges::any_of(found, [&fault](const QString &one) { return one.endsWith(fault); }),
                 qUtf8Printable(found.join(u'\n')));
    QVERIFY(reading.isOpen());
}

void TestRules::aBrokenStoryClosesNothingElse()
{
    CourseFiles files = fullSample();
    files.replace(text(storyFile), "[[Knock->Inside]]", "[[Knock->Attic]]");
    const Reading reading = readingOf(files);
    QVERIFY(reading.course.modules.front().isOpen());
    QVERIFY(reading.course.modules.front().stories.empty());
    QCOMPARE(reading.course.modules.front().items, readingOf(fullSample()).course.modules.front().items);
}

/// What must not be pooled has no figure that shows it all together.
void TestRules::aTableWithoutATitleIsNoFigure()
{
    CourseFiles files = fullSample();
    files.replace(text(packageFile), R"("name": "rivers", "title": "The rivers",)", R"("name": "rivers",)");
    const Reading reading = readingOf(files);
    QVERIFY(course::findFigure(reading.course, text("rivers")) == nullptr);
}

/// A story of more passages than anybody walks through is refused before its paths are followed.
void TestRules::followsNoEndlessStory()
{
    QByteArray endless = ":: StoryTitle\nEndless\n\n:: StoryData\n{\"start\": \"0\"}\n";
    for (int i = 0; i < 20000; ++i)
        endless += "\n:: " + QByteArray::number(i) + "\n[[" + QByteArray::number(i + 1) + "]]\n";
    CourseFiles files = fullSample();
    files.set(text(storyFile), endless);
    const Reading reading = readingOf(files);
    QCOMPARE(reading.faults.size(), std::size_t{1});
    QVERIFY(describe(reading.faults.front()).contains(text("twee-forbidden (500+ passages)")));
}

TEST_MAIN_GUILESS(TestRules)

#include "tst_rules.moc"
