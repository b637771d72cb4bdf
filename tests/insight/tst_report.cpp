// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report.h"

#include "base/csv.h"
#include "base/textfile.h"
#include "insight/reportfile.h"
#include "insight/teller.h"
#include "items/gift.h"
#include "support/testing.h"

#include <QDateTime>
#include <QRegularExpression>

using insight::AnswerSet;
using insight::Material;
using insight::optionBit;
using insight::Reader;
using insight::Report;
using insight::ReportBlock;
using testing::text;
using workshop::When;

namespace {

constexpr qint64 eightOClock = 1767254400000; // of the first day of 2026

/// A choice of three, of which the first holds.
items::Item choice(const char *id, const QStringList &tags = {})
{
    items::Item item;
    item.id = text(id);
    item.title = text("Question ") + item.id;
    item.stem.content = text("What is known of ") + item.id + u'?';
    item.type = items::ItemType::Choice;
    item.tags = tags;
    item.options.resize(3);
    item.options[0].fraction = 1;
    item.options[0].text.content = text("Not much");
    item.options[1].text.content = text("All of it");
    item.options[2].text.content = text("=SUM(A1)");
    return item;
}

course::Course smallCourse()
{
    course::Course course;
    course.id = text("course");
    course.modules.resize(2);
    course.modules[0].id = text("first");
    course.modules[0].title = text("The first");
    course.modules[0].items = {choice("one"), choice("quiet", {text("sensitive")})};
    course.modules[1].id = text("second");
    course.modules[1].title = text("The second");
    course.modules[1].items = {choice("two"), choice("several")};
    course.modules[1].items.back().single = false;
    course.forms = {{text("a"), {choice("a-1", {text("pair:p")})}}, {text("b"), {choice("b-1", {text("pair:p")})}}};
    course.misconceptions = {
        {text("counts-tell-all"),
         text("A count tells all of it."),
         {{text("one"), {text("b")}, {}}, {text("two"), {text("b")}, {}}, {text("several"), {text("b")}, {}}}}};
    course.plans.resize(1);
    course.plans[0].id = text("hour");
    course.plans[0].title = text("One hour");
    return course;
}

/// A session in which items were asked and counted.
workshop::HeldSession session(int people, const QMap<QString, QMap<QString, int>> &asked, const char *plan = "hour")
{
    workshop::Session session(text("course/"), QUuid::createUuid());
    const auto accept = [&session](const std::optional<base::Statement> &statement) {
        if (!statement)
            qFatal("the session refuses");
        session.accept(*statement);
    };
    workshop::Setting setting;
    setting.room = people;
    setting.plan.id = text(plan);
    setting.plan.title = setting.plan.id == text("hour") ? text("One hour") : text("For Ann in Sunder Quay");
    setting.plan.minutes = 10;
    setting.plan.steps.resize(1);
    setting.plan.steps[0].minutes = 10;
    accept(session.start(setting));
    for (auto one = asked.begin(); one != asked.end(); ++one) {
        accept(session.ask(*course::findItem(smallCourse(), one.key()), workshop::Way::Hands));
        accept(session.tally(one.key(), one.value(), true));
    }
    return {session, eightOClock, eightOClock};
}

/// So many people with one answer to an item each.
void add(AnswerSet &set, const char *item, int option, int people, qint8 sure = 0)
{
    qsizetype at = set.items.indexOf(text(item));
    if (at < 0) {
        at = set.items.size();
        set.items.append(text(item));
    }
    for (int i = 0; i < people; ++i) {
        const auto person = static_cast<int>(set.people.size());
        set.people.push_back({.actor = QUuid::createUuid()});
        set.answers.push_back({person, static_cast<int>(at), optionBit(option), option == 0 ? 1.0F : 0.0F, sure});
    }
}

/// As a report writes it, wherever this runs.
QString localDay(qint64 at)
{
    return insight::reportLanguage().toString(QDateTime::fromMSecsSinceEpoch(at).date(), QStringLiteral("d MMMM yyyy"));
}

Report reportOf(const Material &material, Reader reader = Reader::Trainer, bool isScrubbed = false)
{
    return insight::reportOf(smallCourse(), material, reader, isScrubbed);
}

/// All that it says, a line each.
QStringList saidIn(const Report &report)
{
    QStringList said{report.title};
    for (const insight::ReportChapter &chapter : report.chapters) {
        said.append(chapter.heading);
        for (const ReportBlock &block : chapter.blocks) {
            said.append(block.heading);
            said.append(block.words + block.columns + block.notes);
            for (const insight::ReportRow &row : block.rows) {
                said.append(insight::headText(row));
                for (const insight::ReportCell &cell : row.cells)
                    said.append(cell.text);
            }
        }
    }
    said.removeAll(QString());
    return said;
}

QString joined(const Report &report)
{
    return saidIn(report).join(u'\n');
}

/// The first cell of the row that is called so.
QString cellOf(const Report &report, const char *block, const char *row)
{
    for (const insight::ReportChapter &chapter : report.chapters) {
        for (const ReportBlock &one : chapter.blocks) {
            for (const insight::ReportRow &line : one.rows) {
                if (one.heading == text(block) && line.head == text(row))
                    return line.cells.front().text;
            }
        }
    }
    return {};
}

Material roomOf(int people, const QMap<QString, int> &counts)
{
    return {{session(people, {{text("one"), counts}})}, {}};
}

/// People with a form before and its partner after, each marked 1 or 0.
void addCouples(AnswerSet &set, const char *marks, int people)
{
    if (set.items.isEmpty())
        set.items = {text("a-1"), text("b-1")};
    for (int i = 0; i < people; ++i) {
        const QString code = text("P") + QString::number(set.people.size());
        for (const bool isAfter : {false, true}) {
            const auto person = static_cast<int>(set.people.size());
            set.people.push_back({.form = isAfter ? text("b") : text("a"),
                                  .when = isAfter ? When::After : When::Before,
                                  .code = code,
                                  .pile = QUuid::createUuid()});
            const bool isRight = marks[isAfter ? 1 : 0] == '1';
            set.answers.push_back({person, isAfter ? 1 : 0, optionBit(isRight ? 0 : 1), isRight ? 1.0F : 0.0F, 0});
        }
    }
}

} // namespace

/// What a report tells, and what it does not.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionByQuestion();
    void sharesFromTwentyOn();
    void ofFourThereIsNoShareAnywhere();
    void handsOfARoomThatNobodyCounted();
    void fewAreListedAndCanBeLeftOut();
    void whatIsSensitiveIsNeverCounted();
    void hiddenNumbersAreNotGivenBack();
    void wordsInOneTableAreWordsInAll();
    void workshopsThatAreNotShownCount();
    void thePeopleOfAWorkshopAreCountedOnce();
    void boxesLeaveOutWhatIsSensitive();
    void coefficientsRestOnPeopleOfTheirOwn();
    void namesAndDatesAreListed();
    void beliefsAllTogetherAndByModule();
    void certainty();
    void beforeAndAfter();
    void tooFewToTellAChange();
    void roomsSideBySide();
    void authorsAndTheirNumbers();
    void nothingAnswered();
    void saysOnlyTheDaysThatWereSet();
    void filesSayWhatTheReportSays();
    void noFormulaInATable();
};

void TestReport::questionByQuestion()
{
    const Report report = reportOf(roomOf(12, {{text("a"), 3}, {text("b"), 6}, {text("c"), 3}}));
    QCOMPARE(cellOf(report, "Question one", "Had it"), text("3 of 12"));
    QCOMPARE(cellOf(report, "Question one", "B  All of it"), text("6 of 12"));
    QVERIFY(joined(report).contains(text("A  Not much (this one holds)")));
    QVERIFY(joined(report).contains(text("Behind B: A count tells all of it.")));
    QVERIFY(report.concerns.size() == 1); // the date
}

void TestReport::sharesFromTwentyOn()
{
    const Report nineteen = reportOf(roomOf(19, {{text("a"), 9}, {text("b"), 10}}));
    QVERIFY(!joined(nineteen).contains(u'%'));
    const Report twenty = reportOf(roomOf(20, {{text("a"), 9}, {text("b"), 11}}));
    QCOMPARE(cellOf(twenty, "Question one", "Had it"), text("9 of 20 (45 %)"));
}

void TestReport::ofFourThereIsNoShareAnywhere()
{
    Material material = roomOf(4, {{text("a"), 1}, {text("b"), 3}});
    add(material.answers, "two", 0, 2, 3);
    add(material.answers, "two", 1, 2, 3);
    static const QRegularExpression share(text("\\d\\s*%|\\d of 4\\b|(one|two|three|four) of four|0\\.\\d"));
    for (const Reader reader : {Reader::Trainer, Reader::Funder, Reader::Author}) {
        const Report report = reportOf(material, reader);
        for (const QString &line : saidIn(report))
            QVERIFY2(!share.match(line).hasMatch(), qPrintable(line));
        const QString html = QString::fromUtf8(insight::htmlOf(report, {}));
        QVERIFY(!html.mid(html.indexOf(text("<body>"))).contains(u'%'));
        QVERIFY(!html.contains(text("class=\"bar\""))); // nor to be measured
        QVERIFY(!QString::fromUtf8(insight::csvOf(report)).contains(share));
    }
}

/// Where several options may be chosen, hands of a room that nobody counted are those of nobody knows how many people.
void TestReport::handsOfARoomThatNobodyCounted()
{
    const QMap<QString, QMap<QString, int>> hands{{text("several"), {{text("a"), 33}, {text("b"), 37}}}};
    const QString why = text("nobody counted the room");
    Material material;
    material.sessions = {session(0, hands)};
    for (const Reader reader : {Reader::Trainer, Reader::Funder, Reader::Author}) {
        const QString said = joined(reportOf(material, reader));
        QCOMPARE(said.contains(why), reader == Reader::Trainer);
        QVERIFY2(!said.contains(u'%') && !said.contains(text("33")) && !said.contains(text("37")), qPrintable(said));
    }
    material.sessions = {session(40, hands)};
    QVERIFY(!joined(reportOf(material)).contains(why));
    QCOMPARE(cellOf(reportOf(material), "Question several", "B  All of it"), text("37 of 40 (93 %)"));
}

void TestReport::fewAreListedAndCanBeLeftOut()
{
    const Material material = roomOf(12, {{text("a"), 1}, {text("b"), 9}, {text("c"), 2}});
    const Report open = reportOf(material);
    QVERIFY(std::ranges::any_of(open.concerns, [](const auto &one) {
        return one.where == text("Question one") && one.what == text("1 of 12");
    }));
    const Report scrubbed = reportOf(material, Reader::Trainer, true);
    QVERIFY(scrubbed.concerns.empty());
    static const QRegularExpression few(text("\\b(1|2|one|two) of\\b"));
    for (const QString &line : saidIn(scrubbed).filter(QRegularExpression(text("\\d"))))
        QVERIFY2(!few.match(line).hasMatch(), qPrintable(line));
    QCOMPARE(cellOf(scrubbed, "Question one", "Had it"), text("a few"));
    // Nine of twelve would leave three to two rows.
    QCOMPARE(cellOf(scrubbed, "Question one", "B  All of it"), text("most"));
    QCOMPARE(cellOf(scrubbed, "Question one", "C  =SUM(A1)"), text("a few"));
    const Report all = reportOf(roomOf(12, {{text("a"), 11}, {text("b"), 1}}), Reader::Trainer, true);
    QCOMPARE(cellOf(all, "Question one", "Had it"), text("nearly all"));
}

void TestReport::whatIsSensitiveIsNeverCounted()
{
    const Material material{{session(12, {{text("quiet"), {{text("a"), 10}, {text("b"), 2}}}})}, {}};
    const Report report = reportOf(material);
    QCOMPARE(cellOf(report, "Question quiet", "B  All of it"), text("a few"));
    // The sum beside it may tell.
    QVERIFY(std::ranges::any_of(report.concerns, [](const auto &one) { return one.what == text("a few"); }));
}

/// What is hidden in one place is not to be had from the sums in others.
void TestReport::hiddenNumbersAreNotGivenBack()
{
    // Four people of one workshop, and the sum of both.
    const Material two{{session(4, {{text("one"), {{text("a"), 1}, {text("b"), 3}}}}),
                        session(12, {{text("one"), {{text("a"), 8}, {text("b"), 4}}}})},
                       {}};
    const Report side = reportOf(two);
    QCOMPARE(cellOf(side, "Question one", "Had it"), text("9 of 16"));
    QVERIFY(!joined(side).contains(text("8 of 12")));
    QVERIFY(joined(side).contains(text("Questions are left out here")));
    // Four answered in one module, twelve in the other.
    Material apart;
    add(apart.answers, "one", 1, 4);
    add(apart.answers, "two", 1, 3);
    add(apart.answers, "two", 0, 9);
    const Report beliefs = reportOf(apart);
    QCOMPARE(cellOf(beliefs, "", "A count tells all of it."), text("3 of 12"));
    QVERIFY(cellOf(beliefs, "The second", "A count tells all of it.").isEmpty());
    // One of four boxes.
    Material boxes;
    add(boxes.answers, "one", 0, 5, 3);
    add(boxes.answers, "one", 1, 1, 3);
    add(boxes.answers, "one", 0, 6, 1);
    add(boxes.answers, "one", 1, 3, 1);
    QCOMPARE(cellOf(reportOf(boxes), "", "Sure"), text("5 of 15"));
    QVERIFY(cellOf(reportOf(boxes, Reader::Trainer, true), "", "Sure").isEmpty());
    // Two options of two people each, told by how many had it.
    const Material twos = roomOf(20, {{text("a"), 16}, {text("b"), 2}, {text("c"), 2}});
    QCOMPARE(cellOf(reportOf(twos, Reader::Trainer, true), "Question one", "Had it"), text("most"));
    const Material open = roomOf(20, {{text("a"), 17}, {text("b"), 2}, {text("c"), 1}});
    QCOMPARE(cellOf(reportOf(open, Reader::Trainer, true), "Question one", "Had it"), text("17 of 20 (85 %)"));
    // Two left a pair out, and of the twelve who did not one had it only the second time.
    Material pairs;
    addCouples(pairs.answers, "11", 11);
    addCouples(pairs.answers, "01", 1);
    addCouples(pairs.answers, "00", 2);
    for (int answer = 0; answer < 4; ++answer)
        pairs.answers.answers.pop_back();
    const Report changed = reportOf(pairs, Reader::Trainer, true);
    QCOMPARE(cellOf(changed, "Pair by pair", "Question a-1"), text("nearly all"));
    QVERIFY(!joined(changed).contains(text("up 1 of ")));
    QCOMPARE(cellOf(changed, "Before and after the workshop", "Without a code"), text("0"));
}

/// What stands in words in one table is not told by another.
void TestReport::wordsInOneTableAreWordsInAll()
{
    // Of one question the belief behind B is B.
    const Report rough =
        reportOf(roomOf(24, {{text("a"), 14}, {text("b"), 6}, {text("c"), 3}, {text("?"), 1}}), Reader::Trainer, true);
    QCOMPARE(cellOf(rough, "Question one", "B  All of it"), text("some"));
    QCOMPARE(cellOf(rough, "", "A count tells all of it."), text("some"));
    // Of two such questions the sum tells nothing of either.
    const QMap<QString, int> counts{{text("a"), 14}, {text("b"), 6}, {text("c"), 3}, {text("?"), 1}};
    const Report both =
        reportOf({{session(24, {{text("one"), counts}, {text("two"), counts}})}, {}}, Reader::Trainer, true);
    QCOMPARE(cellOf(both, "", "A count tells all of it."), text("12 of 48 (25 %)"));
    QVERIFY(cellOf(both, "The second", "A count tells all of it.").isEmpty());
    // Nobody who had it stands in the boxes, nor in the authors' table.
    Material sure = roomOf(24, {});
    add(sure.answers, "one", 0, 16, 3);
    add(sure.answers, "one", 1, 2, 3);
    add(sure.answers, "one", 2, 2, 3);
    QVERIFY(!joined(reportOf(sure, Reader::Trainer, true)).contains(text("16 of 20")));
    QVERIFY(!joined(reportOf(sure, Reader::Author, true)).contains(text("16 of 20")));
    QVERIFY(joined(reportOf(sure, Reader::Author)).contains(text("16 of 20")));
    // Sixteen of twenty in one workshop, all of twenty in the other: the four are two and two.
    const Material two{{session(20, {{text("one"), {{text("a"), 16}, {text("b"), 2}, {text("c"), 2}}}}),
                        session(20, {{text("one"), {{text("a"), 20}}}})},
                       {}};
    const QString said = joined(reportOf(two, Reader::Trainer, true));
    QVERIFY2(!said.contains(text("16 of 20")) && !said.contains(text("36 of 40")), qPrintable(said));
    // Twelve of a form, all paired: ten had it, one chose B and one C.
    Material pairs;
    addCouples(pairs.answers, "10", 8);
    addCouples(pairs.answers, "00", 4);
    for (int person = 0; person < 2; ++person)
        pairs.answers.answers[static_cast<std::size_t>(16 + 2 * person)].chosen = optionBit(2);
    const Report paired = reportOf(pairs, Reader::Trainer, true);
    QCOMPARE(cellOf(paired, "Question a-1", "Had it"), text("most"));
    QCOMPARE(cellOf(paired, "Pair by pair", "Question a-1"), text("most"));
}

/// The sum of all workshops less those that are shown would be one that is not.
void TestReport::workshopsThatAreNotShownCount()
{
    Material six{{session(3, {{text("one"), {{text("a"), 1}, {text("b"), 2}}}})}, {}};
    for (int at = 0; at < 5; ++at)
        six.sessions.push_back(session(20, {{text("one"), {{text("a"), 10}, {text("b"), 10}}}}));
    QVERIFY(!joined(reportOf(six)).contains(text("10 of 20 (50 %)")));
    six.sessions.erase(six.sessions.begin());
    QVERIFY(joined(reportOf(six)).contains(text("10 of 20 (50 %)")));
}

/// The same four people by hands and on paper are four, and twelve who fill a form in twice are twelve.
void TestReport::thePeopleOfAWorkshopAreCountedOnce()
{
    Material four = roomOf(4, {{text("a"), 1}, {text("b"), 3}});
    add(four.answers, "one", 1, 4);
    for (insight::Sitting &sitting : four.answers.people)
        sitting.session = four.sessions.front().session.id();
    QVERIFY(!joined(reportOf(four)).contains(text("of eight")));
    Material twice;
    const QUuid workshop = QUuid::createUuid();
    add(twice.answers, "a-1", 0, 24);
    for (std::size_t at = 0; at < 24; ++at)
        twice.answers.people[at] = {
            .when = at < 12 ? When::Before : When::Later, .session = workshop, .pile = QUuid::createUuid()};
    const QString said = joined(reportOf(twice, Reader::Author));
    QVERIFY2(said.contains(text("12 people answered all of it.")), qPrintable(said));
    QVERIFY2(!said.contains(text("24")), qPrintable(said));
}

/// Boxes of certainty tell counts of one and two: none of sensitive questions.
void TestReport::boxesLeaveOutWhatIsSensitive()
{
    Material material;
    add(material.answers, "quiet", 0, 10, 3);
    add(material.answers, "quiet", 1, 2, 3);
    QVERIFY(!joined(reportOf(material)).contains(text("Sure, and not so")));
    add(material.answers, "one", 0, 8, 3);
    QCOMPARE(cellOf(reportOf(material), "", "Sure"), text("eight of eight"));
}

/// Twenty answered an item, and two of them another: two people tell nothing of either.
void TestReport::coefficientsRestOnPeopleOfTheirOwn()
{
    Material material;
    add(material.answers, "one", 0, 10);
    add(material.answers, "one", 1, 10);
    material.answers.items.append(text("quiet"));
    std::vector<insight::Answer> answers;
    for (const insight::Answer &answer : material.answers.answers) {
        answers.push_back(answer);
        if (answer.person == 0 || answer.person == 19)
            answers.push_back({answer.person, 1, answer.chosen, answer.fraction, 0});
    }
    material.answers.answers = answers;
    const QString said = joined(reportOf(material, Reader::Author));
    QVERIFY(!said.contains(text("tells apart")));
    QVERIFY(!said.contains(text("1.00")));
}

void TestReport::namesAndDatesAreListed()
{
    const Material material{{session(12, {}, "own")}, {}};
    const QString open = joined(reportOf(material));
    QVERIFY(open.contains(text("Sunder Quay")));
    QCOMPARE(reportOf(material).concerns.size(), 2U);
    const QString scrubbed = joined(reportOf(material, Reader::Trainer, true));
    QVERIFY(!scrubbed.contains(text("Sunder Quay")));
    QVERIFY(scrubbed.contains(text("A plan of the trainer’s own, ")));
}

void TestReport::beliefsAllTogetherAndByModule()
{
    const Material material{{session(12, {{text("one"), {{text("a"), 4}, {text("b"), 8}}},
                                          {text("two"), {{text("a"), 7}, {text("b"), 5}}}})},
                            {}};
    const Report report = reportOf(material);
    QCOMPARE(cellOf(report, "", "A count tells all of it."), text("13 of 24"));
    QCOMPARE(cellOf(report, "The first", "A count tells all of it."), text("8 of 12"));
    QCOMPARE(cellOf(report, "The second", "A count tells all of it."), text("5 of 12"));
}

void TestReport::certainty()
{
    Material material;
    add(material.answers, "one", 0, 4, 3);
    add(material.answers, "one", 1, 5, 3);
    add(material.answers, "one", 1, 3, 1);
    const Report report = reportOf(material);
    QCOMPARE(cellOf(report, "", "Sure"), text("4 of 12"));
    QCOMPARE(cellOf(report, "Questions that many were sure of, and did not have", "Question one"), text("5 of 12"));
}

void TestReport::beforeAndAfter()
{
    Material material;
    addCouples(material.answers, "11", 6);
    addCouples(material.answers, "10", 3);
    addCouples(material.answers, "01", 9);
    addCouples(material.answers, "00", 4);
    material.answers.people.push_back(
        {.form = text("a"), .when = When::Before, .code = text("ALONE"), .pile = QUuid::createUuid()});
    for (const Reader reader : {Reader::Trainer, Reader::Funder}) {
        const Report report = reportOf(material, reader);
        const char *heading = "Before and after the workshop";
        QCOMPARE(cellOf(report, heading, "People who can be paired by their codes"), text("22"));
        QCOMPARE(cellOf(report, heading, "First forms without a partner"), text("1"));
        QCOMPARE(cellOf(report, "Pair by pair", "Question a-1"), text("9 of 22 (41 %)"));
        QVERIFY2(joined(report).contains(text("up 27 points (")), qPrintable(joined(report)));
    }
}

void TestReport::tooFewToTellAChange()
{
    Material material;
    addCouples(material.answers, "01", 4);
    addCouples(material.answers, "10", 5);
    const QString said = joined(reportOf(material));
    QVERIFY(said.contains(text("not told of fewer than 10")));
    QVERIFY(said.contains(text("here they are 9")));
    QVERIFY(!said.contains(text("points")));
    // Of ten to nineteen it is told in people.
    addCouples(material.answers, "01", 6);
    QVERIFY(joined(reportOf(material)).contains(text("up 5 of ")));
}

void TestReport::roomsSideBySide()
{
    const Material material{{session(12, {{text("one"), {{text("a"), 4}, {text("b"), 8}}}}),
                             session(25, {{text("one"), {{text("a"), 20}, {text("b"), 5}}}})},
                            {}};
    const Report report = reportOf(material);
    const auto side =
        std::ranges::find(report.chapters, text("Workshops side by side"), &insight::ReportChapter::heading);
    QVERIFY(side != report.chapters.end());
    QCOMPARE(side->blocks[0].rows[0].cells[0].text, text("4 of 12"));
    QCOMPARE(side->blocks[0].rows[0].cells[1].text, text("20 of 25 (80 %)"));
    QCOMPARE(cellOf(report, "Question one", "Had it"), text("24 of 37 (65 %)")); // and all of them together
}

void TestReport::authorsAndTheirNumbers()
{
    Material material;
    // Twenty who had both or neither, so that each tells the other apart.
    material.answers.items = {text("one"), text("quiet")};
    for (int person = 0; person < 20; ++person) {
        material.answers.people.push_back({.actor = QUuid::createUuid()});
        const bool isRight = person < 12;
        for (int item = 0; item < 2; ++item)
            material.answers.answers.push_back({person, item, optionBit(isRight ? 0 : 1), isRight ? 1.0F : 0.0F, 0});
    }
    const Report report = reportOf(material, Reader::Author);
    const QString said = joined(report);
    QVERIFY(said.contains(text("some had it, some not, tells apart")));
    QVERIFY(said.contains(text("1.00"))); // r of an item with its twin
    QVERIFY(said.contains(text("only told from 30 people on")));
    QVERIFY(said.contains(text("Nobody of 20 chose C."))); // the doctor
    Material few;
    add(few.answers, "one", 0, 8);
    add(few.answers, "one", 1, 6);
    const QString told = joined(reportOf(few, Reader::Author));
    QVERIFY(!told.contains(text("tells apart")) && !told.contains(text("0.")));
}

void TestReport::nothingAnswered()
{
    for (const Reader reader : {Reader::Trainer, Reader::Funder, Reader::Author}) {
        const Report report = reportOf({}, reader);
        QVERIFY(joined(report).contains(text("Nothing was answered yet.")));
        QVERIFY(report.concerns.empty());
        QVERIFY(!joined(report).contains(text("nan"), Qt::CaseInsensitive));
    }
}

/// An end that nobody set is no date.
void TestReport::saysOnlyTheDaysThatWereSet()
{
    Material material;
    add(material.answers, "one", 0, 6);
    const char *outside = "Outside of workshops";
    QVERIFY(!joined(reportOf(material)).contains(text(outside)));
    const qint64 end = eightOClock + 10 * 86'400'000LL;
    const QString first = localDay(eightOClock);
    const QString last = localDay(end - 1);
    material.scope.from = eightOClock;
    QVERIFY(joined(reportOf(material)).contains(text("Outside of workshops: begun from %1 on.").arg(first)));
    material.scope.until = end;
    QVERIFY(joined(reportOf(material)).contains(text("begun from %1 to %2.").arg(first, last)));
    material.scope.from = 0;
    QVERIFY(joined(reportOf(material)).contains(text("Outside of workshops: begun until %1.").arg(last)));
    material.scope.sessions = std::vector{QUuid::createUuid()};
    QVERIFY(!joined(reportOf(material)).contains(text(outside)));
}

void TestReport::filesSayWhatTheReportSays()
{
    Material material = roomOf(22, {{text("a"), 9}, {text("b"), 10}, {text("c"), 3}});
    addCouples(material.answers, "01", 12);
    for (const Reader reader : {Reader::Trainer, Reader::Funder, Reader::Author}) {
        const Report report = reportOf(material, reader);
        const QString html = QString::fromUtf8(insight::htmlOf(report, text("A foot")));
        for (const QString &line : saidIn(report))
            QVERIFY2(html.contains(line.toHtmlEscaped()), qPrintable(line));
        QVERIFY(!html.contains(text("http"))); // it needs nothing else
        if (reader == Reader::Trainer)
            QVERIFY(html.contains(text("class=\"range\"")));
        QVERIFY(insight::csvOf(report).startsWith("\xEF\xBB\xBF")); // or a spreadsheet takes it for something else
        base::Faults faults;
        const base::CsvTable table =
            base::readCsv(base::TextFile(text("report.csv"), insight::csvOf(report)), {}, faults);
        QVERIFY(faults.empty() && table.isWhole && !table.endsEarly);
        QStringList texts;
        for (const auto &row : table.rows) {
            QCOMPARE(row.size(), 5U);
            texts.append(row[4].text);
        }
        for (const insight::ReportChapter &chapter : report.chapters) {
            for (const ReportBlock &block : chapter.blocks) {
                for (const insight::ReportRow &row : block.rows) {
                    for (const insight::ReportCell &cell : row.cells)
                        QVERIFY2(texts.contains(cell.text), qPrintable(cell.text));
                }
            }
        }
    }
}

void TestReport::noFormulaInATable()
{
    const Report report{text("T"), {{text("=1+1"), {{.words = {text("-2")}}}}}, {}};
    const QString csv = QString::fromUtf8(insight::csvOf(report));
    QVERIFY(csv.contains(text("\r\n'=1+1,")) && csv.contains(text(",'-2\r\n")));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
