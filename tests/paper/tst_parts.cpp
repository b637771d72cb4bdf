// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/inlay.h"
#include "paper/paperhelpers.h"
#include "paper/parts.h"
#include "quiz/marking.h"

#include <QRegularExpression>

using paper::Part;
using paper::QuestionSet;
using paper::Stock;
using testing::inlaid;
using testing::wordsOf;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

const course::Course &theCourse()
{
    return testing::wholeCourse();
}

/// Everything that is asked on paper: both forms, and the checks of all modules.
std::vector<QuestionSet> allSets()
{
    std::vector<QuestionSet> sets;
    for (const course::Form &form : theCourse().forms)
        sets.push_back({form.id, true, &form.items});
    for (const course::Module &module : theCourse().modules) {
        if (!module.items.empty())
            sets.push_back({module.title, false, &module.items});
    }
    return sets;
}

/// A set of one question.
Part paperOf(const items::Item &item)
{
    static std::vector<items::Item> items;
    items = {item};
    return paper::questionsOf(theCourse(), {text("One"), false, &items}, Stock());
}

/// What stands in the boxes of a part, in order.
QStringList boxes(const Part &part)
{
    QStringList letters;
    for (const QTextCharFormat &box : inlaid(part, paper::BoxObject))
        letters.append(box.stringProperty(paper::InlaidText));
    return letters;
}

/// The words in the order of the page, so that line breaks do not hide what stands there.
QString flat(const QString &words)
{
    return words.simplified();
}

} // namespace

class TestParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void aQuestionPaperAsksEverything();
    void aQuestionPaperTellsNothing();
    void onlyFormsHaveACode();
    void nobodyIsAskedForAName();
    void otherKindsOfQuestion();
    void theKeyExplainsEverything();
    void theKeyNamesItsGrounds();
    void aHandoutHasItsSections();
    void aHandoutEndsInTheHelpCard();
    void theGuideHasItsRunSheet();
    void theGuideHasEachSlideAndNote();
    void blanksAreLongEnough();
    void everyFigureHasAPoster();
    void largePrintIsLarge();
};

void TestParts::aQuestionPaperAsksEverything()
{
    for (const QuestionSet &set : allSets()) {
        const Part part = paper::questionsOf(theCourse(), set, Stock());
        const QString words = flat(wordsOf(part));
        qsizetype at = 0;
        QStringList letters(set.hasCode ? 6 : 0); // the code's boxes are empty
        for (const items::Item &item : *set.items) {
            at = words.indexOf(flat(item.stem.content), at);
            QVERIFY2(at >= 0, qPrintable(item.id));
            if (item.type != items::ItemType::Choice)
                continue;
            for (std::size_t i = 0; i < item.options.size(); ++i) {
                at = words.indexOf(flat(item.options[i].text.content), at);
                QVERIFY2(at >= 0, qPrintable(item.id)); // in the file's order, whatever the screen's is
            }
        }
        const bool isChoice = std::ranges::all_of(
            *set.items, [](const items::Item &item) { return item.type == items::ItemType::Choice; });
        for (const items::Item &item : *set.items) {
            for (std::size_t i = 0; i < item.options.size(); ++i)
                letters.append(items::optionKey(static_cast<qsizetype>(i)));
            letters.append(text("?"));
        }
        if (isChoice)
            QCOMPARE(boxes(part), letters);
    }
}

void TestParts::aQuestionPaperTellsNothing()
{
    for (const QuestionSet &set : allSets()) {
        const Part part = paper::questionsOf(theCourse(), set, Stock());
        for (const QTextCharFormat &box : inlaid(part, paper::BoxObject))
            QVERIFY(!box.boolProperty(paper::InlaidFilled));
        const QString words = flat(wordsOf(part));
        for (const items::Item &item : *set.items) {
            QVERIFY(item.generalFeedback.isEmpty() || !words.contains(flat(item.generalFeedback.content)));
            for (const items::Option &option : item.options)
                QVERIFY(option.feedback.isEmpty() || !words.contains(flat(option.feedback.content)));
        }
    }
}

void TestParts::onlyFormsHaveACode()
{
    for (const QuestionSet &set : allSets()) {
        const Part part = paper::questionsOf(theCourse(), set, Stock());
        QCOMPARE(wordsOf(part).contains(text("A code, if you like")), set.hasCode);
    }
}

void TestParts::nobodyIsAskedForAName()
{
    static const QRegularExpression field(text("\\bName\\s*[:_]"));
    for (const QuestionSet &set : allSets()) {
        const QString words = wordsOf(paper::questionsOf(theCourse(), set, Stock()));
        QVERIFY(words.contains(text("Please write no name.")));
        QVERIFY(!words.contains(field));
    }
}

void TestParts::otherKindsOfQuestion()
{
    items::Item item;
    item.stem = {text("Which?"), items::TextFormat::Plain};

    item.type = items::ItemType::TrueFalse;
    item.options.resize(2);
    item.options[0].text.content = text("true");
    item.options[1].text.content = text("false");
    QCOMPARE(boxes(paperOf(item)), (QStringList{text("a"), text("b"), text("?")}));
    QVERIFY(wordsOf(paperOf(item)).contains(text("Not true")));

    item.type = items::ItemType::Choice;
    item.single = false;
    QVERIFY(wordsOf(paperOf(item)).contains(text("Put a cross in every box that holds.")));

    item.type = items::ItemType::Matching;
    item.options[0].match = text("second");
    item.options[1].match = text("first");
    QCOMPARE(boxes(paperOf(item)), (QStringList{QString(), QString(), text("?")})); // a letter is written in each
    QVERIFY(flat(wordsOf(paperOf(item))).contains(text("a first b second")));

    item.options.resize(1);
    item.type = items::ItemType::Numerical;
    QVERIFY(wordsOf(paperOf(item)).contains(text("______________")));

    item.type = items::ItemType::Essay;
    QVERIFY(inlaid(paperOf(item), paper::RuleObject).size() > 3U);
    item.type = items::ItemType::Description;
    QVERIFY(inlaid(paperOf(item), paper::LabelObject).empty()); // nothing is asked, so it has no number
}

void TestParts::theKeyExplainsEverything()
{
    for (const QuestionSet &set : allSets()) {
        const Part part = paper::keyOf(theCourse(), set, Stock());
        const QString words = flat(wordsOf(part));
        QStringList right;
        for (const items::Item &item : *set.items) {
            QVERIFY2(words.contains(flat(item.generalFeedback.content)), qPrintable(item.id));
            for (std::size_t i = 0; i < item.options.size(); ++i) {
                QVERIFY2(words.contains(flat(item.options[i].feedback.content)), qPrintable(item.id));
                const bool isChosen = item.type == items::ItemType::Choice || item.type == items::ItemType::TrueFalse ||
                                      item.type == items::ItemType::MissingWord;
                if (isChosen && quiz::isRight(item, static_cast<qsizetype>(i)))
                    right.append(items::optionKey(static_cast<qsizetype>(i)));
            }
        }
        QStringList filled;
        for (const QTextCharFormat &box : inlaid(part, paper::BoxObject)) {
            if (box.boolProperty(paper::InlaidFilled))
                filled.append(box.stringProperty(paper::InlaidText));
        }
        QCOMPARE(filled, right);
    }
}

void TestParts::theKeyNamesItsGrounds()
{
    const course::Form &form = theCourse().forms.front();
    const QString words = flat(wordsOf(paper::keyOf(theCourse(), {text("A"), true, &form.items}, Stock())));
    for (const items::Item &item : form.items) {
        for (const QString &id : items::tagValues(item, text("section")))
            QVERIFY2(words.contains(course::findSection(theCourse(), id).section->title), qPrintable(id));
        for (const QString &tag : item.tags) {
            if (const course::Claim *claim = course::findClaim(theCourse(), tag))
                QVERIFY2(words.contains(flat(claim->statement)), qPrintable(tag));
        }
    }
    QVERIFY(words.contains(text("not yet calibrated")));
    QVERIFY(words.contains(text("Source: Dana Bruxvoort")));
}

void TestParts::aHandoutHasItsSections()
{
    for (const course::Module &module : theCourse().modules) {
        const Part part = paper::handoutOf(theCourse(), module, Stock(), {});
        const QString words = wordsOf(part);
        qsizetype at = 0;
        for (const course::Section &section : module.sections) {
            at = words.indexOf(section.title, at);
            QVERIFY2(at >= 0, qPrintable(section.id));
        }
        QVERIFY(!words.contains(text("For the facilitator"))); // that is not for participants
        QVERIFY(!words.contains(text("Skip this section")));
        for (const QTextCharFormat &figure : inlaid(part, type::FigureObject)) {
            QVERIFY(figure.doubleProperty(paper::InlaidHeight) > 0);
            QVERIFY(figure.doubleProperty(paper::InlaidHeight) < Stock().area().height());
        }
    }
}

void TestParts::aHandoutEndsInTheHelpCard()
{
    const course::Module &module = theCourse().modules.front();
    const Part filled = paper::handoutOf(theCourse(), module, Stock(), text("Ask Mia.\nBy the window."));
    QVERIFY(wordsOf(filled).endsWith(text("If you need somebody now\nAsk Mia.\nBy the window.")));
    QVERIFY(inlaid(filled, paper::RuleObject).empty());
    const Part blank = paper::handoutOf(theCourse(), module, Stock(), text(" \n"));
    QVERIFY(inlaid(blank, paper::RuleObject).size() > 4U);
}

void TestParts::theGuideHasItsRunSheet()
{
    for (const course::Plan &plan : theCourse().plans) {
        const QString words = wordsOf(paper::guideOf(theCourse(), plan, Stock()));
        QVERIFY(words.contains(plan.title));
        int at = 0;
        for (const course::PlanStep &step : plan.steps) {
            const QString clock = QStringLiteral("%1:%2").arg(at / 60).arg(at % 60, 2, 10, QLatin1Char('0'));
            const QString row = clock + u'\n' + QString::number(step.minutes) + u'\n';
            QVERIFY2(words.contains(row), qPrintable(plan.id + u' ' + step.target));
            at += step.minutes;
        }
        QCOMPARE(words.contains(text("may go\n")),
                 std::ranges::any_of(plan.steps, [](const course::PlanStep &step) { return !step.mustKeep; }));
    }
}

void TestParts::theGuideHasEachSlideAndNote()
{
    const QString words = flat(wordsOf(paper::wholeGuideOf(theCourse(), Stock())));
    for (const course::Module &module : theCourse().modules) {
        for (const course::Section &section : module.sections) {
            QVERIFY2(words.contains(section.title), qPrintable(section.id));
            for (const course::Block &block : section.blocks) {
                if (block.kind != course::BlockKind::Callout || block.callout == course::CalloutKind::Limits)
                    continue;
                for (const course::Block &child : block.children) {
                    const bool hasChips = std::ranges::any_of(
                        child.spans, [](const course::Span &span) { return span.link.startsWith(text("claim:")); });
                    if (child.kind == course::BlockKind::Paragraph && !hasChips)
                        QVERIFY2(words.contains(flat(course::plainText(child.spans))), qPrintable(section.id));
                }
            }
        }
    }
    QVERIFY(words.contains(text("If late, cut.")));
}

void TestParts::blanksAreLongEnough()
{
    static const QRegularExpression blank(text("_{6,}")); // shorter ones are for initials
    for (const course::Card &card : theCourse().cards) {
        const Part part = paper::cardOf(theCourse(), card, Stock());
        const QString words = part.document->toPlainText();
        QVERIFY(!words.contains(QChar(0x2610))); // drawn instead
        for (auto match = blank.globalMatch(words); match.hasNext();)
            QVERIFY2(match.next().capturedLength() >= 18, qPrintable(card.id));
    }
}

void TestParts::everyFigureHasAPoster()
{
    for (const course::FigureData &figure : theCourse().figures) {
        const Part part = paper::posterOf(theCourse(), figure.id, Stock());
        QCOMPARE(part.pages, 1);
        QCOMPARE(part.layout.pageSize().id(), QPageSize::A3);
        const Part beside = paper::posterOf(theCourse(), figure.id, {.size = paper::PaperSize::Letter});
        QCOMPARE(beside.layout.pageSize().id(), QPageSize::Tabloid);
    }
}

void TestParts::largePrintIsLarge()
{
    const Stock large{.isLarge = true};
    const course::Module &module = theCourse().modules.at(1);
    for (const Part &part :
         {paper::handoutOf(theCourse(), module, large, {}), paper::questionsOf(theCourse(), allSets().front(), large),
          paper::keyOf(theCourse(), allSets().front(), large)}) {
        for (QTextBlock block = part.document->begin(); block.isValid(); block = block.next()) {
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                const QTextCharFormat format = run.fragment().charFormat();
                const bool isWords = format.objectType() == QTextFormat::NoObject;
                QVERIFY2(!isWords || format.font().pixelSize() >= 180, qPrintable(run.fragment().text()));
            }
        }
    }
}

PAPER_TEST_MAIN(TestParts)

#include "tst_parts.moc"
