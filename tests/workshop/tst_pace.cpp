// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/pace.h"

#include "course/reading.h"
#include "support/testing.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

using course::Plan;
using workshop::Cuts;
using workshop::Standing;

namespace {

constexpr qint64 minute = 60'000;

/// A plan of steps such as "must 10" and "may 5".
Plan planOf(const QString &steps)
{
    Plan plan;
    plan.id = QStringLiteral("plan");
    for (const QString &one : steps.split(QLatin1Char(','))) {
        course::PlanStep step;
        step.target = QStringLiteral("step-%1").arg(plan.steps.size());
        step.minutes = one.section(QLatin1Char(' '), -1).toInt();
        step.mustKeep = one.contains(QLatin1String("must"));
        plan.minutes += step.minutes;
        plan.steps.push_back(step);
    }
    return plan;
}

std::vector<int> numbers(const QString &text)
{
    std::vector<int> found;
    for (const QString &one : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        found.push_back(one.toInt());
    return found;
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsHowLateItIs_data();
    void knowsHowLateItIs();
    void proposesWhatToCut_data();
    void proposesWhatToCut();
    void proposesTheLeast();
    void theHourAndAHalfLosesTwentyMinutes_data();
    void theHourAndAHalfLosesTwentyMinutes();
};

void TestPace::knowsHowLateItIs_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<int>("inStep");
    QTest::addColumn<QString>("cut");
    QTest::addColumn<int>("late");

    QTest::newRow("at the beginning") << 0 << 0 << 0 << "" << 0;
    QTest::newRow("as planned") << 1 << 15 << 5 << "" << 0;
    QTest::newRow("a step that takes longer") << 1 << 45 << 35 << "" << 15;
    QTest::newRow("a step that began late") << 1 << 25 << 0 << "" << 15;
    QTest::newRow("early") << 2 << 20 << 0 << "" << -10;
    QTest::newRow("late, and something was cut") << 1 << 45 << 35 << "2" << 5;
    QTest::newRow("the last one") << 3 << 60 << 20 << "" << 0;
    QTest::newRow("all done, early") << 4 << 60 << 0 << "" << -10;
    QTest::newRow("over") << 3 << 95 << 40 << "" << 25;
}

void TestPace::knowsHowLateItIs()
{
    QFETCH(const int, step);
    QFETCH(const int, elapsed);
    QFETCH(const int, inStep);
    QFETCH(const QString, cut);
    QFETCH(const int, late);
    const Plan plan = planOf(QStringLiteral("must 10,must 20,may 10,must 30"));
    const std::vector<int> taken = numbers(cut);
    const workshop::Pace pace =
        workshop::paceOf(plan, {step, elapsed * minute, inStep * minute, {taken.begin(), taken.end()}});
    QCOMPARE(pace.late, late * minute);
    QCOMPARE(pace.left, (plan.minutes - elapsed) * minute);
    QCOMPARE(pace.need, pace.left + pace.late);
}

void TestPace::proposesWhatToCut_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<QString>("already");
    QTest::addColumn<QString>("cut");
    QTest::addColumn<int>("stillOver");

    const QString day = QStringLiteral("must 20,may 10,must 20,may 15,may 5,must 20"); // 90 minutes
    QTest::newRow("on time") << day << 0 << 0 << ""
                             << "" << 0;
    QTest::newRow("five minutes late") << day << 0 << 25 << ""
                                       << "4" << 0;
    QTest::newRow("ten") << day << 0 << 30 << ""
                         << "1" << 0;
    QTest::newRow("eleven: whole parts only") << day << 0 << 31 << ""
                                              << "3" << 0;
    QTest::newRow("twenty") << day << 0 << 40 << ""
                            << "3 4" << 0;
    QTest::newRow("thirty: all that may go") << day << 0 << 50 << ""
                                             << "1 3 4" << 0;
    QTest::newRow("forty: the rest is too long by ten") << day << 0 << 60 << ""
                                                        << "1 3 4" << 10;
    QTest::newRow("what was cut is not cut twice") << day << 0 << 40 << "4"
                                                   << "3" << 0;
    QTest::newRow("what is over stays") << day << 2 << 40 << ""
                                        << "3" << 0;
    QTest::newRow("the last step") << day << 5 << 90 << ""
                                   << "" << 20;
    QTest::newRow("fewer parts rather than more") << "must 10,may 5,may 5,may 10" << 0 << 20 << ""
                                                  << "3" << 0;
    QTest::newRow("the later of two alike") << "must 10,may 5,may 5,may 10" << 0 << 15 << ""
                                            << "2" << 0;
    QTest::newRow("nothing may go") << "must 10,must 10" << 0 << 15 << ""
                                    << "" << 5;
}

void TestPace::proposesWhatToCut()
{
    QFETCH(const QString, plan);
    QFETCH(const int, step);
    QFETCH(const int, elapsed);
    QFETCH(const QString, already);
    QFETCH(const QString, cut);
    QFETCH(const int, stillOver);
    const std::vector<int> taken = numbers(already);
    const Plan whole = planOf(plan);
    // The step that they are in takes all of its own time.
    const qint64 inStep = step == 0 ? elapsed * minute : 0;
    const Cuts cuts = workshop::proposeCuts(whole, {step, elapsed * minute, inStep, {taken.begin(), taken.end()}});
    QCOMPARE(cuts.steps, numbers(cut));
    QCOMPARE(cuts.stillOver, stillOver * minute);
}

/// Over random plans: what must be kept is kept, the rest fits, and nothing that is cut would fit too.
void TestPace::proposesTheLeast()
{
    QRandomGenerator random(20'260'101);
    int tight = 0;
    for (int round = 0; round < 2000; ++round) {
        Plan plan;
        for (int left = random.bounded(1, 14); left > 0; --left) {
            course::PlanStep step;
            step.minutes = random.bounded(1, 20);
            step.mustKeep = random.bounded(2) == 0;
            plan.minutes += step.minutes;
            plan.steps.push_back(step);
        }
        Standing standing;
        standing.step = random.bounded(static_cast<int>(plan.steps.size()));
        standing.elapsed = random.bounded(plan.minutes + 10) * minute + random.bounded(static_cast<int>(minute));
        standing.inStep = random.bounded(25) * minute;
        const Cuts cuts = workshop::proposeCuts(plan, standing);
        const auto minutes = [&plan](int sum, int step) {
            return sum + plan.steps[static_cast<std::size_t>(step)].minutes;
        };
        QCOMPARE(cuts.minutes, std::accumulate(cuts.steps.begin(), cuts.steps.end(), 0, minutes));
        Standing after = standing;
        for (const int step : cuts.steps) {
            QVERIFY(step > standing.step && !plan.steps[static_cast<std::size_t>(step)].mustKeep);
            after.cut.insert(step);
        }
        const workshop::Pace pace = workshop::paceOf(plan, after);
        QCOMPARE(std::max<qint64>(0, pace.late), cuts.stillOver);
        for (const int step : cuts.steps)
            QVERIFY(pace.late + plan.steps[static_cast<std::size_t>(step)].minutes * minute > 0);
        tight += !cuts.steps.empty() && cuts.stillOver == 0 ? 1 : 0;
    }
    QVERIFY2(tight > 200, qPrintable(QString::number(tight)));
}

void TestPace::theHourAndAHalfLosesTwentyMinutes_data()
{
    QTest::addColumn<QString>("lostIn");
    for (const char *section :
         {"what-we-agree", "the-first-number", "hour-0-and-hour-24", "before-you-begin", "what-is-known"})
        QTest::newRow(section) << QString::fromLatin1(section);
}

/// The plan that the course ships with: whatever must be kept is kept, and ends in time.
void TestPace::theHourAndAHalfLosesTwentyMinutes()
{
    QFETCH(const QString, lostIn);
    static const course::Reading reading = course::read(testing::sourcePath(QStringLiteral("lessons/after-the-raid")));
    const auto plan = std::ranges::find(reading.course.plans, QStringLiteral("ninety-minutes"), &Plan::id);
    QVERIFY(plan != reading.course.plans.end());
    Standing standing;
    for (const course::PlanStep &step : plan->steps) {
        if (step.target == lostIn)
            break;
        standing.elapsed += step.minutes * minute;
        ++standing.step;
    }
    const int lasts = plan->steps.at(static_cast<std::size_t>(standing.step)).minutes;
    standing.inStep = (lasts + 20) * minute;
    standing.elapsed += standing.inStep;
    const Cuts cuts = workshop::proposeCuts(*plan, standing);
    QVERIFY(!cuts.steps.empty());
    QCOMPARE(cuts.stillOver, qint64(0));
    for (const int step : cuts.steps) {
        QVERIFY(!plan->steps.at(static_cast<std::size_t>(step)).mustKeep);
        standing.cut.insert(step);
    }
    const workshop::Pace pace = workshop::paceOf(*plan, standing);
    QVERIFY(pace.need <= pace.left);
    for (const int step : cuts.steps)
        QVERIFY(pace.need + plan->steps.at(static_cast<std::size_t>(step)).minutes * minute > pace.left);
}

TEST_MAIN_GUILESS(TestPace)
#include "tst_pace.moc"
