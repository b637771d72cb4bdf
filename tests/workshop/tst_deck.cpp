// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/deck.h"

#include "course/reading.h"
#include "support/testing.h"

#include <algorithm>

using course::CalloutKind;
using workshop::Slide;
using workshop::Stage;

namespace {

const course::Course &shipped()
{
    static const course::Reading reading = course::read(testing::sourcePath(QStringLiteral("lessons/after-the-raid")));
    return reading.course;
}

course::Plan planOf(course::PlanStep::Kind kind, const char *target, const QStringList &items = {})
{
    course::PlanStep step;
    step.kind = kind;
    step.target = QString::fromLatin1(target);
    step.minutes = 10;
    step.items = items;
    course::Plan plan;
    plan.steps.push_back(step);
    return plan;
}

/// What is shown in order; not what only stands aside.
std::vector<Slide::Kind> kindsOf(const Stage &stage)
{
    std::vector<Slide::Kind> kinds;
    for (const Slide &slide : stage.slides) {
        if (!slide.isAside)
            kinds.push_back(slide.kind);
    }
    return kinds;
}

} // namespace

class TestDeck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void careComesFirst();
    void questionsComeLast();
    void showsWhatTheCourseHasNotByItsName_data();
    void showsWhatTheCourseHasNotByItsName();
    void everyPlanHasSlides();
};

void TestDeck::careComesFirst()
{
    using Kind = Slide::Kind;
    const Stage stage =
        workshop::stagesOf(shipped(), planOf(course::PlanStep::Kind::Section, "before-you-begin")).front();
    QCOMPARE(kindsOf(stage), (std::vector{Kind::Care, Kind::Words, Kind::Discuss}));
    QCOMPARE(stage.slides.front().text.callout, CalloutKind::Care);
    QCOMPARE(stage.slides[1].text.callout, CalloutKind::Slide);
    QVERIFY(!stage.notes.empty());
    // What the projector gets has no block that is the trainer's.
    for (const Slide &slide : stage.slides)
        QVERIFY(slide.text.callout != CalloutKind::Facilitator);
}

void TestDeck::questionsComeLast()
{
    // What the plan asks; what else could be asked there stands aside, behind it.
    const QStringList asked{QStringLiteral("rest-of-the-sentence"), QStringLiteral("gone-from-the-course")};
    const Stage stage =
        workshop::stagesOf(shipped(), planOf(course::PlanStep::Kind::Section, "two-questions", asked)).front();
    const auto first = std::ranges::find(stage.slides, Slide::Kind::Question, &Slide::kind);
    QCOMPARE(first->id, asked.front());
    QVERIFY(!first->isAside);
    QVERIFY(std::next(first) != stage.slides.end());
    for (auto slide = std::next(first); slide != stage.slides.end(); ++slide) {
        QVERIFY(slide->isAside);
        QCOMPARE(slide->kind, Slide::Kind::Question);
        QVERIFY(course::findItem(shipped(), slide->id)->tags.contains(QStringLiteral("section:two-questions")));
    }
}

void TestDeck::showsWhatTheCourseHasNotByItsName_data()
{
    using Kind = course::PlanStep::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("shown");
    const auto row = [](const char *name, Kind kind, Slide::Kind shown) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(shown);
    };
    row("section", Kind::Section, Slide::Kind::Pause);
    row("check", Kind::Check, Slide::Kind::Paper);
    row("form", Kind::Form, Slide::Kind::Paper);
    row("card", Kind::Card, Slide::Kind::Card);
    row("break", Kind::Break, Slide::Kind::Pause);
    row("talk", Kind::Discuss, Slide::Kind::Pause);
}

void TestDeck::showsWhatTheCourseHasNotByItsName()
{
    QFETCH(const int, kind);
    QFETCH(const int, shown);
    const auto stages =
        workshop::stagesOf(shipped(), planOf(static_cast<course::PlanStep::Kind>(kind), "of-another-edition"));
    QCOMPARE(kindsOf(stages.front()), std::vector{static_cast<Slide::Kind>(shown)});
    QCOMPARE(stages.front().slides.front().title, QStringLiteral("of-another-edition"));
}

void TestDeck::everyPlanHasSlides()
{
    QVERIFY(shipped().plans.size() >= 3);
    for (const course::Plan &plan : shipped().plans) {
        const std::vector<Stage> stages = workshop::stagesOf(shipped(), plan);
        QCOMPARE(stages.size(), plan.steps.size());
        for (const Stage &stage : stages) {
            QVERIFY2(!stage.slides.empty(), qPrintable(stage.title));
            QVERIFY2(stage.title != QString(), qPrintable(plan.id));
        }
    }
}

TEST_MAIN_GUILESS(TestDeck)
#include "tst_deck.moc"
