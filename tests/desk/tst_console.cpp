// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/console.h"
#include "desk/consolepage.h"
#include "desk/sheetpreview.h"
#include "desk/slidelist.h"
#include "desk/workshopflow.h"
#include "desk/workshoppage.h"
#include "deskhelpers.h"
#include "dialogs.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using desk::Projection;
using testing::text;
using Kind = Projection::Kind;

namespace {

constexpr qint64 minute = 60'000;

course::PlanStep step(const char *section, int minutes, bool mustKeep, const QStringList &items = {})
{
    course::PlanStep made;
    made.target = text(section);
    made.minutes = minutes;
    made.mustKeep = mustKeep;
    made.items = items;
    return made;
}

/// Ninety minutes, of which thirty may go.
course::Plan plan()
{
    course::Plan plan;
    plan.id = text("afternoon");
    plan.title = text("An afternoon");
    plan.steps = {step("what-is-known", 20, true), step("two-questions", 20, true, {text("rest-of-the-sentence")}),
                  step("reasons-to-leave", 20, false), step("good-follow-up", 10, false),
                  step("three-conditions", 20, true)};
    plan.minutes = 90;
    return plan;
}

/// A session of thirty people with a clock that the test sets.
class Workshop
{
public:
    explicit Workshop(bool isRehearsal = false)
        : m_now(std::make_shared<qint64>(testing::eightOClock)),
          journal(std::move(*journal::Journal::inMemory([now = m_now] { return *now; }))),
          room(testing::shipped().course, *journal, [now = m_now] { return *now; }), console(room)
    {
        const auto error = room.begin({plan(), 30, isRehearsal});
        if (error)
            qFatal("cannot begin: %s", qUtf8Printable(error->detail));
    }

    void wait(qint64 minutes) { *m_now += minutes * minute; }

    /// To the question of the second step, where what is asked stands.
    void goToQuestion()
    {
        const auto &slides = room.stages().at(1).slides;
        const auto at = std::ranges::find(slides, workshop::Slide::Kind::Question, &workshop::Slide::kind);
        console.goTo({1, static_cast<int>(at - slides.begin()), 1});
    }

    void count(const std::vector<int> &counts)
    {
        for (const int number : counts) {
            for (const QChar digit : QString::number(number))
                console.counting().type(digit.digitValue());
            console.counting().enter();
        }
    }

private:
    std::shared_ptr<qint64> m_now;

public:
    std::unique_ptr<journal::Journal> journal;
    desk::Room room;
    desk::Console console;
};

/// A colour that nothing of the course has.
const QColor sentinel(255, 0, 254);

bool hasSentinel(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == sentinel)
                return true;
        }
    }
    return false;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::beginDesk();
        desk::dressForReading();
    }

    void walksTheSlidesThereAndBack();
    void comesBackFromAQuestionInBetween();
    void countsAlsoWhileCutsAreOffered();
    void theSheetTakesNoKeys();
    void opensAFigureRowByRow();
    void countsWithDigitsAlone();
    void hidesTheFirstRoundUntilTheSecondCloses();
    void tellsNothingBeforeItIsRevealed();
    void tellsWhereInAsManyScreensAsItTakes();
    void asksToMatchAndTellsThePairs();
    void comesBackToAHalfCountedQuestion();
    void reversesWhatLiesOverASlide();
    void staysFrozenWhileTheTrainerGoesOn();
    void stopsTheClockInAPause();
    void proposesAndPutsBack();
    void goesPastQuestionsThatThePlanHasNot();
    void answersForItselfInARehearsal();
    void showsAFewForTwoOnASensitiveQuestion();
    void showsNothingByOptionForFour();
    void neverShowsANote();
    void fitsEverySlideAndQuestion();
    void wordsStayWholeWithOneRound();
    void takesPresentersKeys();
    void takesTheProposalWithOneKey();
    void asksBeforeItBeginsWithBlankCards();
    void findsAQuestionByItsWords();
    void handsOver();
};

void TestConsole::walksTheSlidesThereAndBack()
{
    Workshop shop;
    std::vector<Projection> onwards{shop.console.projection()};
    while (!shop.console.isAtEnd() || shop.console.upcoming().kind != Kind::Nothing) {
        const Projection next = shop.console.upcoming();
        shop.console.goOn();
        onwards.push_back(shop.console.projection());
        QCOMPARE(onwards.back(), next);
        QCOMPARE(onwards.back().kind == Kind::Nothing, false);
        QVERIFY(onwards.size() < 200);
    }
    QVERIFY(onwards.size() > 15);
    for (std::size_t at = onwards.size() - 1; at > 0; --at) {
        QCOMPARE(shop.console.projection(), onwards[at]);
        shop.console.goBack();
    }
    QCOMPARE(shop.console.projection(), onwards.front());
    shop.console.goBack();
    QCOMPARE(shop.console.projection(), onwards.front());
}

void TestConsole::comesBackFromAQuestionInBetween()
{
    Workshop workshop;
    const workshop::Spot left{0, 1, 0};
    workshop.console.goTo(left);
    const auto &slides = workshop.room.stages().at(1).slides;
    const auto aside = std::ranges::find_if(slides, [](const workshop::Slide &one) { return one.isAside; });
    QVERIFY(aside != slides.end());
    const workshop::Spot between{1, static_cast<int>(aside - slides.begin()), 0};
    workshop.console.goTo(between);
    for (int screens = 0; screens < 5 && workshop.console.session().spot().step == 1; ++screens)
        workshop.console.goOn();
    QCOMPARE(workshop.console.session().spot(), left);
    workshop.console.goTo(between);
    workshop.console.goBack();
    QCOMPARE(workshop.console.session().spot(), left);
}

/// It can get late while a hand is on the digits: Enter still means the count.
void TestConsole::countsAlsoWhileCutsAreOffered()
{
    Workshop shop;
    QWidget window;
    desk::Projector projector(testing::shipped().course, &window);
    desk::ConsolePage page(shop.console, projector);
    page.resize(1366, 768);
    shop.goToQuestion();
    shop.wait(40);
    page.show(); // so late, the proposal is there by itself
    QTest::keyClick(&page, Qt::Key_7);
    QTest::keyClick(&page, Qt::Key_Return);
    QTest::keyClick(&page, Qt::Key_1);
    QVERIFY(shop.console.session().cut().empty());
    QCOMPARE(shop.console.counting().fields().at(0).typed, text("7"));
    QCOMPARE(shop.console.counting().fields().at(1).typed, text("1"));
}

/// Keys that reach the projector's window are the trainer's: no figure on it may walk through its marks with them.
void TestConsole::theSheetTakesNoKeys()
{
    Workshop shop;
    desk::SlideSheet sheet(testing::shipped().course);
    sheet.resize(1024, 768);
    int figures = 0;
    for (int step = 0; step < static_cast<int>(shop.room.stages().size()); ++step) {
        const auto &slides = shop.room.stages().at(static_cast<std::size_t>(step)).slides;
        for (int slide = 0; slide < static_cast<int>(slides.size()); ++slide) {
            shop.console.goTo({step, slide, 0});
            figures += desk::figureOn(shop.console.slide()).isEmpty() ? 0 : 1;
            sheet.project(shop.console.projection());
            for (const QWidget *part : sheet.findChildren<QWidget *>())
                QCOMPARE(part->focusPolicy(), Qt::NoFocus);
        }
    }
    QVERIFY(figures > 0);
}

void TestConsole::opensAFigureRowByRow()
{
    Workshop shop;
    while (desk::figureOn(shop.console.slide()).isEmpty())
        shop.console.goOn();
    const int rows = desk::rowsToOpen(testing::shipped().course, shop.console.slide());
    QVERIFY(rows > 1);
    for (int row = 0; row < rows; ++row) {
        QCOMPARE(shop.console.projection().rows, row);
        shop.console.goOn();
    }
    QCOMPARE(shop.console.projection().rows, -1); // all of it
}

void TestConsole::countsWithDigitsAlone()
{
    Workshop shop;
    shop.goToQuestion();
    QVERIFY(shop.console.item() != nullptr);
    shop.count({4, 18, 5});
    const workshop::Asking asked = shop.console.session().asking(shop.console.item()->id);
    QCOMPARE(asked.rounds.size(), std::size_t(1));
    QCOMPARE(asked.rounds.front().counts.value(text("b")), 18);
    QVERIFY(!asked.rounds.front().isClosed);
    shop.console.counting().moveField(-1); // a slip: it was six
    shop.console.counting().type(6);
    QCOMPARE(shop.console.session().asking(shop.console.item()->id).rounds.front().counts.value(text("c")), 6);
    shop.console.counting().eraseDigit();
    QVERIFY(!shop.console.session().asking(shop.console.item()->id).rounds.front().counts.contains(text("c")));
    shop.console.counting().type(7);
    while (!shop.console.session().asking(shop.console.item()->id).rounds.front().isClosed)
        shop.console.counting().enter();
    QCOMPARE(shop.console.counting().counted(), 4 + 18 + 7);
}

void TestConsole::hidesTheFirstRoundUntilTheSecondCloses()
{
    Workshop shop;
    shop.goToQuestion();
    shop.count({10, 12, 6, 0, 2});
    QVERIFY(shop.console.session().asking(shop.console.item()->id).rounds.front().isClosed);
    QVERIFY(shop.console.projection().asked.rounds.empty());
    shop.console.counting().voteAgain();
    QCOMPARE(shop.console.counting().round(), 2);
    QVERIFY(shop.console.projection().asked.rounds.empty());
    shop.count({3, 22});
    QVERIFY(shop.console.projection().asked.rounds.empty());
    shop.count({4, 0, 1});
    const auto rounds = shop.console.projection().asked.rounds;
    QCOMPARE(rounds.size(), std::size_t(2));
    QCOMPARE(rounds.front().options.front().count, 10);
    QCOMPARE(rounds.back().options.front().count, 3);
    QVERIFY(shop.console.projection().asked.holding.isEmpty()); // that is for later
}

void TestConsole::tellsNothingBeforeItIsRevealed()
{
    Workshop shop;
    shop.goToQuestion();
    shop.console.showWhere();
    QCOMPARE(shop.console.projection().kind, Kind::Question);
    for (int key = 0; key < 3; ++key) {
        QVERIFY(shop.console.projection().asked.holding.isEmpty());
        QVERIFY(shop.console.projection().asked.remarks.empty());
        shop.console.counting().enter();
    }
    shop.console.reveal();
    QVERIFY(!shop.console.projection().asked.holding.isEmpty());
    QVERIFY(!shop.console.projection().asked.remarks.empty());
    shop.console.goOn();
    QCOMPARE(shop.console.projection().kind, Kind::Explanation);
    shop.console.showWhere();
    QCOMPARE(shop.console.projection().kind, Kind::Where);
    QVERIFY(!shop.console.projection().foot.isEmpty()); // a claim has its source
}

void TestConsole::tellsWhereInAsManyScreensAsItTakes()
{
    Projection told;
    told.kind = Kind::Where;
    const QString claim(200, u'n');
    told.lines = {claim + u'1', claim + u'2', text("3")};
    QCOMPARE(desk::whereParts(told), 2);
    QCOMPARE(desk::wherePart(told, 0).lines, told.lines.mid(0, 1));
    QCOMPARE(desk::wherePart(told, 1).lines, told.lines.mid(1));
    QCOMPARE(desk::whereAfter(std::nullopt, told), std::optional(0));
    QCOMPARE(desk::whereAfter(0, told), std::optional(1));
    QCOMPARE(desk::whereAfter(1, told), std::nullopt);
    told.lines = {claim.repeated(3)}; // one that is too long by itself is one screen all the same
    QCOMPARE(desk::whereParts(told), 1);
    told.lines.clear();
    QCOMPARE(desk::whereParts(told), 1);

    Workshop shop;
    shop.goToQuestion();
    shop.console.reveal();
    const Projection slide = shop.console.projection();
    shop.console.showWhere();
    for (int part = 0; shop.console.projection().kind == Kind::Where; ++part) {
        QVERIFY(part < 3);
        QVERIFY(!shop.console.projection().lines.isEmpty());
        shop.console.goOn(); // through all of it, and back to the question
    }
    QCOMPARE(shop.console.projection(), slide);
}

void TestConsole::asksToMatchAndTellsThePairs()
{
    const items::Item *item = course::findItem(testing::shipped().course, text("four-piles"));
    QVERIFY(item != nullptr);
    workshop::Asking asking;
    desk::AskedItem asked = desk::askedItem(*item, asking);
    QCOMPARE(asked.options.size(), item->options.size());
    QCOMPARE(asked.matches.size(), 4);
    QVERIFY(asked.holding.isEmpty());
    for (const desk::AskedItem::Option &option : asked.options)
        QVERIFY(option.match.isEmpty()); // what goes together is not told by being there
    asking.isRevealed = true;
    asked = desk::askedItem(*item, asking);
    QCOMPARE(asked.holding.size(), asked.options.size());
    for (std::size_t at = 0; at < asked.options.size(); ++at)
        QCOMPARE(asked.options[at].match, item->options[at].match);
    QVERIFY(!asked.remarks.empty());
}

void TestConsole::comesBackToAHalfCountedQuestion()
{
    Workshop shop;
    shop.goToQuestion();
    const workshop::Spot spot = shop.console.session().spot();
    shop.count({4});
    shop.console.goTo({0, 0, 0});
    shop.console.goTo(spot);
    QCOMPARE(shop.console.counting().fields().front().typed, text("4"));
    shop.console.counting().moveField(1);
    shop.console.counting().type(9);
    QCOMPARE(shop.console.session().asking(shop.console.item()->id).rounds.front().counts.value(text("b")), 9);
}

void TestConsole::reversesWhatLiesOverASlide()
{
    Workshop shop;
    const Projection before = shop.console.projection();
    shop.console.blank();
    QCOMPARE(shop.console.projection().kind, Kind::Blank);
    desk::SlideSheet sheet(testing::shipped().course);
    sheet.resize(640, 480);
    sheet.show();
    sheet.project(before);
    QVERIFY(sheet.grab().toImage().pixelColor(1, 1) != QColor(Qt::black));
    sheet.project(shop.console.projection());
    QCOMPARE(sheet.grab().toImage().pixelColor(1, 1), QColor(Qt::black)); // to its edges
    shop.console.goOn(); // whoever goes on wants to see something: first what was there
    QCOMPARE(shop.console.projection(), before);
    shop.console.blank();
    shop.console.escape();
    QCOMPARE(shop.console.projection(), before);
    while (desk::figureOn(shop.console.slide()).isEmpty())
        shop.console.goOn();
    shop.console.zoom();
    QCOMPARE(shop.console.projection().kind, Kind::Figure);
    shop.console.zoom();
    QCOMPARE(shop.console.projection().kind, Kind::Slide);
}

void TestConsole::staysFrozenWhileTheTrainerGoesOn()
{
    Workshop shop;
    const Projection before = shop.console.projection();
    shop.console.freeze();
    shop.console.goOn();
    shop.console.goOn();
    QCOMPARE(shop.console.projection(), before);
    const Projection meanwhile = shop.console.here();
    QVERIFY(meanwhile != before);
    shop.console.freeze();
    QCOMPARE(shop.console.projection(), meanwhile);
}

void TestConsole::stopsTheClockInAPause()
{
    Workshop shop;
    shop.console.setHelp(text("Ask for Ann at the door.\nShe has time."));
    shop.wait(5);
    shop.console.pause();
    QCOMPARE(shop.console.projection().kind, Kind::Pause);
    QCOMPARE(shop.console.projection().lines.size(), 2);
    shop.wait(30);
    QCOMPARE(shop.console.session().elapsed(shop.room.now()), 5 * minute);
    shop.console.pause();
    shop.wait(1);
    QCOMPARE(shop.console.session().elapsed(shop.room.now()), 6 * minute);
    QCOMPARE(shop.console.projection().kind, Kind::Slide);
}

void TestConsole::proposesAndPutsBack()
{
    Workshop shop;
    shop.wait(40); // in a step of twenty minutes
    QCOMPARE(shop.console.pace().late, 20 * minute);
    QCOMPARE(shop.console.proposal().steps, (std::vector<int>{2}));
    shop.console.acceptCuts();
    QCOMPARE(shop.console.session().cut(), (std::set<int>{2}));
    QCOMPARE(shop.console.pace().late, 0);
    QCOMPARE(shop.console.spotAfter({1, 99, 0})->step, 3);
    shop.console.putBack();
    QVERIFY(shop.console.session().cut().empty());
}

void TestConsole::goesPastQuestionsThatThePlanHasNot()
{
    Workshop shop;
    int asides = 0;
    for (const workshop::Stage &stage : shop.room.stages())
        asides += static_cast<int>(std::ranges::count(stage.slides, true, &workshop::Slide::isAside));
    QVERIFY(asides > 3);
    while (!shop.console.isAtEnd()) {
        QVERIFY(!shop.console.slide().isAside);
        shop.console.goOn();
    }
    const workshop::Spot last = shop.console.session().spot();
    const auto &slides = shop.room.stages().front().slides;
    const auto aside = std::ranges::find(slides, true, &workshop::Slide::isAside);
    shop.console.goTo({0, static_cast<int>(aside - slides.begin()), 0});
    QVERIFY(shop.console.item() != nullptr);
    shop.console.goTo({0, static_cast<int>(aside - slides.begin()), 9});
    shop.console.goOn();
    QCOMPARE(shop.console.session().spot(), last);
}

void TestConsole::answersForItselfInARehearsal()
{
    desk::Study study(testing::shipped().course, testing::journalInMemory(), base::fixedClock(testing::eightOClock));
    QWidget window;
    desk::WorkshopFlow flow({testing::shipped().course, base::fixedClock(testing::eightOClock), {}, QString()}, study,
                            &window);
    flow.begin({plan(), 25, true});
    desk::Console &console = *flow.presenter();
    const auto &slides = flow.room()->stages().at(1).slides;
    const auto at = std::ranges::find(slides, workshop::Slide::Kind::Question, &workshop::Slide::kind);
    console.goTo({1, static_cast<int>(at - slides.begin()), 1});
    const QString item = console.item()->id;
    QCOMPARE(console.session().asking(item).rounds.front().answers(), 25);
    QVERIFY(!console.session().asking(item).rounds.front().isClosed); // the trainer closes it
    console.counting().voteAgain();
    QCOMPARE(console.session().asking(item).rounds.back().answers(), 25);
    QVERIFY(console.session().setting().isRehearsal);
    QCOMPARE(flow.room()->sessions()->front().isRehearsal, true);
}

void TestConsole::showsAFewForTwoOnASensitiveQuestion()
{
    const auto sensitive = [](const items::Item &item) {
        return item.tags.contains(text("sensitive")) && items::isChosenFrom(item) && item.options.size() > 2;
    };
    const items::Item *item = nullptr;
    for (const course::Module &module : testing::shipped().course.modules) {
        const auto found = std::ranges::find_if(module.items, sensitive);
        if (item == nullptr && found != module.items.end())
            item = &*found;
    }
    QVERIFY(item != nullptr);
    workshop::Asking asking;
    asking.rounds = {{workshop::Way::Paper, {{text("a"), 2}, {text("b"), 20}}, true, 30}};
    asking.isRevealed = true;
    const desk::AskedItem asked = desk::askedItem(*item, asking);
    const auto figure = figures::prepareAnswers(asked.rounds.front());
    QVERIFY(figure.has_value());
    QCOMPARE(std::get<figures::Shelf>(figure->diagram).lines.front().cell.form, figures::CellForm::Words);
}

void TestConsole::showsNothingByOptionForFour()
{
    Workshop shop;
    shop.console.countRoom(4);
    shop.goToQuestion();
    shop.count({1, 2, 1});
    shop.console.reveal();
    const auto rounds = shop.console.projection().asked.rounds;
    QCOMPARE(rounds.size(), std::size_t(1));
    QVERIFY(!figures::prepareAnswers(rounds.front()).has_value());
    desk::SlideSheet sheet(testing::shipped().course);
    sheet.resize(1024, 768);
    sheet.project(shop.console.projection());
    for (const QWidget *part : sheet.findChildren<QWidget *>())
        QVERIFY2(!part->accessibleName().contains(text(" of 4")), qPrintable(part->accessibleName()));
}

/// Every note of the course is filled with one colour; no pixel of it may reach the room, on any slide, in any state.
void TestConsole::neverShowsANote()
{
    course::Course course = testing::shipped().course;
    const QString words = text("<span style='background:#ff00fe;color:#ff00fe'>MMMM</span>");
    for (course::Module &module : course.modules) {
        for (course::Section &section : module.sections) {
            for (course::Block &block : section.blocks) {
                if (block.kind != course::BlockKind::Callout || block.callout != course::CalloutKind::Facilitator)
                    continue;
                for (course::Block &note : block.children)
                    note.spans = {course::Span{text("SENTINEL"), false, false, false, {}, {}}};
            }
        }
    }
    const auto journal = testing::journalInMemory();
    desk::Room room(course, *journal, base::fixedClock(testing::eightOClock));
    QVERIFY(!room.begin({plan(), 30, false}));
    desk::Console console(room);
    QVERIFY(!room.stages().front().notes.empty());
    desk::SlideSheet sheet(course);
    sheet.resize(640, 480);
    QPalette loud = sheet.palette();
    int seen = 0;
    while (true) {
        sheet.project(console.projection());
        for (const QLabel *label : sheet.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(text("SENTINEL")), qPrintable(label->text()));
        ++seen;
        if (console.isAtEnd())
            break;
        console.goOn();
    }
    QVERIFY(seen > 15);
    // The notes are on the console, in the sentinel's colour; the picture of the room has not one pixel of it.
    desk::Projector projector(course, &sheet);
    desk::ConsolePage page(console, projector);
    page.resize(1366, 768);
    page.show();
    for (QLabel *label : page.findChildren<QLabel *>()) {
        if (!label->text().contains(text("SENTINEL")))
            continue;
        loud.setColor(QPalette::WindowText, sentinel);
        label->setPalette(loud);
        label->setText(QString(words).replace(text("MMMM"), text("SENTINEL")));
    }
    QVERIFY(hasSentinel(page.grab().toImage()));
    QVERIFY(!hasSentinel(page.now()->grab().toImage()));
    QVERIFY(!hasSentinel(page.next()->grab().toImage()));
    page.setStage(true);
    QVERIFY(!hasSentinel(page.grab().toImage())); // nor where the room sees the trainer's own screen
}

void TestConsole::fitsEverySlideAndQuestion()
{
    desk::SlideSheet sheet(testing::shipped().course);
    QStringList tooLong;
    for (const QSize size : {QSize(1024, 768), QSize(1920, 1080)}) {
        sheet.resize(size);
        for (const course::Module &module : testing::shipped().course.modules) {
            for (const items::Item &item : module.items) {
                Projection shown;
                workshop::Asking asking;
                shown.asked = desk::askedItem(item, asking);
                shown.title = item.title;
                const auto look = [&](Kind kind) {
                    shown.kind = kind;
                    sheet.project(shown);
                    if (!sheet.fits())
                        tooLong.append(item.id + QLatin1Char(' ') + QString::number(static_cast<int>(kind)) +
                                       QLatin1Char(' ') + QString::number(size.width()));
                };
                if (shown.asked.isSplit)
                    look(Kind::Case);
                const desk::AskedItem whole = shown.asked;
                for (int part = 0; part < desk::askingParts(item); ++part) {
                    shown.asked = desk::askingPart(whole, part);
                    look(Kind::Question);
                }
                const Projection told = desk::whereTold(testing::shipped().course,
                                                        items::tagValues(item, text("section")).value(0), item.tags);
                for (int part = 0; part < desk::whereParts(told); ++part) {
                    sheet.project(desk::wherePart(told, part));
                    if (!sheet.fits())
                        tooLong.append(item.id + text(" where ") + QString::number(size.width()));
                }
                if (shown.asked.options.empty())
                    continue;
                const workshop::Round round{workshop::Way::Hands, {{text("a"), 11}, {text("?"), 13}}, true, 30};
                if (items::isChosenFrom(item))
                    asking.rounds = {round, round};
                asking.isRevealed = true;
                shown.asked = desk::askingPart(desk::askedItem(item, asking), 0);
                look(Kind::Question);
                const int parts = desk::explanationParts(item);
                for (int part = 0; part < parts; ++part) {
                    shown.asked = desk::askedItem(item, asking);
                    if (parts > 1)
                        shown.asked = desk::explanationPart(shown.asked, part);
                    look(Kind::Explanation);
                }
            }
        }
        for (const course::Plan &one : testing::shipped().course.plans) {
            for (const workshop::Stage &stage : workshop::stagesOf(testing::shipped().course, one)) {
                for (const workshop::Slide &slide : stage.slides) {
                    Projection shown;
                    shown.kind = Kind::Slide;
                    shown.slide = slide;
                    shown.title = stage.title;
                    sheet.project(shown);
                    if (!sheet.fits())
                        tooLong.append(stage.title + QLatin1Char(' ') + QString::number(size.width()));
                }
            }
        }
    }
    tooLong.removeDuplicates();
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u'\n')));
}

/// With the answers of one round beside it, no option of the course is cut short on a wide screen.
void TestConsole::wordsStayWholeWithOneRound()
{
    desk::SlideSheet sheet(testing::shipped().course);
    sheet.resize(1366, 768);
    const workshop::Round round{workshop::Way::Hands, {{text("a"), 11}, {text("?"), 13}}, true, 30};
    for (const course::Module &module : testing::shipped().course.modules) {
        for (const items::Item &item : module.items) {
            if (!items::isChosenFrom(item))
                continue;
            workshop::Asking asking;
            asking.rounds = {round};
            asking.isRevealed = true;
            Projection shown;
            shown.kind = Kind::Question;
            shown.asked = desk::askingPart(desk::askedItem(item, asking), 0);
            sheet.project(shown);
            const auto rows = sheet.findChildren<desk::AnswerRow *>();
            QVERIFY(rows.size() > 1);
            for (const desk::AnswerRow *row : rows)
                QVERIFY2(row->form() == desk::AnswerRow::Form::BarsBelow, qPrintable(item.id));
        }
    }
}

void TestConsole::takesPresentersKeys()
{
    Workshop shop;
    QWidget window;
    desk::Projector projector(testing::shipped().course, &window);
    desk::ConsolePage page(shop.console, projector);
    page.resize(1366, 768);
    page.show();
    const auto press = [&page](Qt::Key key) { QTest::keyClick(&page, key); };
    press(Qt::Key_PageDown);
    QCOMPARE(shop.console.session().spot(), (workshop::Spot{0, 0, 1}));
    press(Qt::Key_PageUp);
    QCOMPARE(shop.console.session().spot(), workshop::Spot());
    press(Qt::Key_Period); // a clicker's
    QVERIFY(shop.console.isBlank());
    press(Qt::Key_Escape);
    QVERIFY(!shop.console.isBlank());
    press(Qt::Key_F);
    QVERIFY(shop.console.isFrozen());
    press(Qt::Key_F);
    press(Qt::Key_F5);
    QVERIFY(page.isStage());
    press(Qt::Key_Escape);
    QVERIFY(!page.isStage());
    press(Qt::Key_P);
    QCOMPARE(shop.console.session().phase(), workshop::Session::Phase::Paused);
    press(Qt::Key_P);
    shop.goToQuestion();
    press(Qt::Key_4);
    press(Qt::Key_Tab);
    press(Qt::Key_1);
    press(Qt::Key_2);
    QCOMPARE(shop.console.counting().fields().at(0).typed, text("4"));
    QCOMPARE(shop.console.counting().fields().at(1).typed, text("12"));
    press(Qt::Key_Up);
    press(Qt::Key_Backspace);
    QCOMPARE(shop.console.counting().fields().at(0).typed, QString());
    press(Qt::Key_R);
    QVERIFY(shop.console.projection().asked.isRevealed);
}

void TestConsole::takesTheProposalWithOneKey()
{
    Workshop shop;
    QWidget window;
    desk::Projector projector(testing::shipped().course, &window);
    desk::ConsolePage page(shop.console, projector);
    page.resize(1366, 768);
    shop.wait(40);
    page.show(); // so late, the proposal is there by itself
    QTest::keyClick(&page, Qt::Key_Return);
    QCOMPARE(shop.console.session().cut(), (std::set<int>{2}));
    QTest::keyClick(&page, Qt::Key_U);
    QVERIFY(shop.console.session().cut().empty());
}

void TestConsole::asksBeforeItBeginsWithBlankCards()
{
    desk::Study study(testing::shipped().course, testing::journalInMemory(), base::fixedClock(testing::eightOClock));
    const QTemporaryDir folder;
    QWidget window;
    desk::WorkshopFlow flow({testing::shipped().course, base::fixedClock(testing::eightOClock), {}, folder.path()},
                            study, &window);
    testing::answerNext({}, text("Not yet"));
    flow.begin({plan(), 30, false});
    QVERIFY(!flow.isRunning());
    testing::answerNext({}, text("Begin without"));
    flow.begin({plan(), 30, false});
    QVERIFY(flow.isRunning());
    flow.room()->leave();
    QVERIFY(keep::HelpCard(folder.path()).setText(text("Ann")).has_value());
    QVERIFY(keep::HelpCard(folder.path(), keep::CardKind::Disclosure).setText(text("The quiet room")).has_value());
    flow.begin({plan(), 30, false}); // nothing to ask
    QVERIFY(flow.isRunning());
}

/// By its title, by its words, and by the words of an option.
void TestConsole::findsAQuestionByItsWords()
{
    Workshop shop;
    desk::SlideList list(shop.room, true, nullptr);
    auto *words = list.findChild<QLineEdit *>();
    shop.goToQuestion();
    const items::Item &item = *shop.console.item();
    for (const QString &wanted : {item.title, item.stem.content.right(20), item.options.front().text.content}) {
        words->setText(wanted);
        QVERIFY2(list.chosen().has_value(), qPrintable(wanted));
        const auto &slides = shop.room.stages().at(static_cast<std::size_t>(list.chosen()->step)).slides;
        QCOMPARE(slides.at(static_cast<std::size_t>(list.chosen()->slide)).id, item.id);
    }
    words->setText(text("no question has this"));
    QVERIFY(!list.chosen().has_value());
    QVERIFY(!list.findChild<QPushButton *>()->isEnabled());
}

void TestConsole::handsOver()
{
    const QTemporaryDir folder;
    const QString there = folder.filePath(text("there.sqlite"));
    const QString file = folder.filePath(text("handed.session"));
    desk::Study study(testing::shipped().course, testing::openJournal(folder.filePath(text("here.sqlite"))),
                      base::fixedClock(testing::eightOClock));
    study.openSection(text("the-first-number")); // somebody's own reading stays here
    QWidget window;
    desk::WorkshopFlow flow({testing::shipped().course, base::fixedClock(testing::eightOClock), {}, QString()}, study,
                            &window);
    flow.begin({plan(), 25, true});
    flow.presenter()->goOn();
    flow.presenter()->goOn();
    const workshop::Session session = flow.room()->session();
    flow.handOver(session.id(), file);

    desk::Study other(testing::shipped().course, testing::openJournal(there), base::fixedClock(testing::eightOClock));
    desk::WorkshopFlow otherFlow({testing::shipped().course, base::fixedClock(testing::eightOClock), {}, QString()},
                                 other, &window);
    otherFlow.takeOver(file);
    otherFlow.goOn(session.id());
    QCOMPARE(otherFlow.room()->session(), session);
    QVERIFY(!testing::linesOf(file).join(QLatin1Char(' ')).contains(text("the-first-number")));
    otherFlow.presenter()->goOn();
    QCOMPARE(otherFlow.room()->sessions()->size(), std::size_t(1));
}

DESK_TEST_MAIN(TestConsole)
#include "tst_console.moc"
