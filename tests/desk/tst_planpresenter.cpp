// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planpresenter.h"

#include "desk/deskhelpers.h"
#include "desk/planwords.h"
#include "workshop/planjson.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>

using course::Plan;
using course::PlanStep;
using desk::OwnPlan;
using desk::PlanPresenter;
using testing::text;
using Kind = course::PlanStep::Kind;

namespace {

const Plan &planOf(const char *id)
{
    return *std::ranges::find(testing::shipped().course.plans, text(id), &Plan::id);
}

QStringList targets(const PlanPresenter &presenter)
{
    QStringList found;
    for (const PlanStep &step : presenter.view().own->plan.steps)
        found.append(step.target);
    return found;
}

/// The open plan, and nothing where there is none.
Plan openPlan(const PlanPresenter &presenter)
{
    return presenter.view().own ? presenter.view().own->plan : Plan();
}

/// What somebody would find who opened the program now.
std::vector<OwnPlan> onDisk(const QString &folder)
{
    return desk::ownPlans(testing::shipped().course, keep::Plans(folder));
}

/// Any one thing that somebody can do to a plan.
void doAnything(PlanPresenter &presenter, QRandomGenerator &random)
{
    static const QStringList sections{text("what-is-known"), text("two-questions"), text("before-you-begin")};
    const int count = static_cast<int>(presenter.view().own->plan.steps.size());
    const int at = random.bounded(-1, count + 1); // sometimes no step
    switch (random.bounded(8)) {
    case 0:
    case 1:
        presenter.choose(at);
        presenter.add({presenter.stepFor(Kind::Section, sections.at(random.bounded(3)))});
        break;
    case 2:
        presenter.insert(at,
                         {presenter.stepFor(Kind::Break, text("tea")), presenter.stepFor(Kind::Discuss, text("talk"))});
        break;
    case 3:
        presenter.takeOut(at);
        break;
    case 4:
        presenter.move(at, random.bounded(-1, count + 1));
        break;
    case 5:
        presenter.setMinutes(at, random.bounded(-5, 1200));
        break;
    case 6:
        presenter.setMustKeep(at, random.bounded(2) == 0);
        break;
    default:
        presenter.rename(at, QStringLiteral("name %1").arg(random.bounded(100)));
    }
}

} // namespace

class TestPlanPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void beginsWithNothing();
    void beginsWithACopy();
    void stepsComeWithTheirMinutes_data();
    void stepsComeWithTheirMinutes();
    void minutesAreAlwaysTheSum();
    void movesAStepToWhereItIsWanted_data();
    void movesAStepToWhereItIsWanted();
    void keepsMinutesInTheirRange();
    void onlyBreaksHaveNamesOfTheirOwn();
    void lettersAreTakenBackTogether();
    void whatWasTakenAwayComesBack();
    void asksTheRoom();
    void knowsWhichContentNoteIsMissing();
    void tellsHowItFits_data();
    void tellsHowItFits();
    void showsWhatTheCourseHasNoMore();
    void listsTheCoursesFirst();
    void readsAPlanThatWasMendedByHand();
    void twoWindowsKeepEachOthers();
    void aPlanThatChangedElsewhereIsShownAndNotOverwritten();
    void tellsWhereItCannotWrite();
    void aGuestsComeAlong();
};

void TestPlanPresenter::beginsWithNothing()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.keepIn(folder.path());
    QVERIFY(!presenter.view().own);
    presenter.begin();
    const QString first = openPlan(presenter).id;
    QVERIFY(first.startsWith(text("own-")) && base::isId(first));
    QCOMPARE(openPlan(presenter).minutes, 0);
    QCOMPARE(presenter.view().own->start, QTime(9, 0));
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{*presenter.view().own}); // without a step it is kept too
    presenter.begin();
    QVERIFY(openPlan(presenter).id != first);
    QCOMPARE(onDisk(folder.path()).size(), std::size_t(2));
}

void TestPlanPresenter::beginsWithACopy()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.keepIn(folder.path());
    for (const Plan &plan : testing::shipped().course.plans) {
        presenter.beginFrom(plan);
        const Plan copy = openPlan(presenter);
        QVERIFY(copy.id != plan.id);
        QCOMPARE(copy.minutes, plan.minutes);
        QCOMPARE(workshop::toJson(copy).value(text("steps")), workshop::toJson(plan).value(text("steps")));
        QCOMPARE(onDisk(folder.path()).back(), *presenter.view().own);
    }
    presenter.takeOut(0);
    QCOMPARE(planOf("one-hour").steps.size(), std::size_t(8)); // the course's own stays as it is
}

void TestPlanPresenter::stepsComeWithTheirMinutes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("mustKeep");
    const auto row = [](Kind kind, const char *target, int minutes, bool mustKeep) {
        QTest::newRow(target) << static_cast<int>(kind) << text(target) << minutes << mustKeep;
    };
    row(Kind::Section, "what-is-known", 9, false);
    row(Kind::Section, "before-you-begin", 5, true); // a content note
    row(Kind::Check, "what-happened-next", 13, false);
    row(Kind::Form, "a", 12, false);
    row(Kind::Card, "help-card", 10, false);
    row(Kind::Break, "lunch", 15, false);
    row(Kind::Discuss, "what we take home", 10, false);
    row(Kind::Section, "of-another-edition", 1, false);
}

void TestPlanPresenter::stepsComeWithTheirMinutes()
{
    QFETCH(const int, kind);
    QFETCH(const QString, target);
    const PlanStep step = PlanPresenter(testing::shipped().course).stepFor(static_cast<Kind>(kind), target);
    QCOMPARE(step.target, target);
    QTEST(step.minutes, "minutes");
    QTEST(step.mustKeep, "mustKeep");
}

/// Whatever is done, in whatever order: the sum holds, it is on disk, and all of it can be undone and done again.
void TestPlanPresenter::minutesAreAlwaysTheSum()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.keepIn(folder.path());
    QRandomGenerator random(20'260'101);
    presenter.beginFrom(planOf("ninety-minutes"));
    for (int round = 0; round < 300; ++round) {
        doAnything(presenter, random);
        const Plan plan = openPlan(presenter);
        QCOMPARE(plan.minutes, desk::minutesBefore(plan, plan.steps.size()));
        QVERIFY(presenter.view().at >= (plan.steps.empty() ? -1 : 0));
        QVERIFY(presenter.view().at < static_cast<int>(plan.steps.size()));
        if (round % 25 == 0)
            QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{*presenter.view().own});
    }
    const OwnPlan last = *presenter.view().own;
    int undone = 0;
    for (; !presenter.view().undo.isEmpty(); ++undone)
        presenter.undo();
    QVERIFY2(undone > 150, qPrintable(QString::number(undone)));
    QVERIFY(!presenter.view().own);
    QVERIFY(onDisk(folder.path()).empty());
    while (!presenter.view().redo.isEmpty())
        presenter.redo();
    QVERIFY(presenter.view().own == last);
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{last});
}

void TestPlanPresenter::movesAStepToWhereItIsWanted_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("order");
    QTest::newRow("down") << 0 << 2 << "b c a d";
    QTest::newRow("up") << 3 << 1 << "a d b c";
    QTest::newRow("to the end") << 1 << 3 << "a c d b";
    QTest::newRow("to the beginning") << 2 << 0 << "c a b d";
    QTest::newRow("nowhere") << 2 << 2 << "a b c d";
    QTest::newRow("beyond the end") << 2 << 4 << "a b c d";
    QTest::newRow("before the beginning") << 0 << -1 << "a b c d";
}

void TestPlanPresenter::movesAStepToWhereItIsWanted()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const QString, order);
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    for (const char *name : {"a", "b", "c", "d"})
        presenter.add({presenter.stepFor(Kind::Break, text(name))});
    presenter.move(from, to);
    QCOMPARE(targets(presenter).join(u' '), order);
    if (order != text("a b c d"))
        QCOMPARE(presenter.view().at, to);
}

void TestPlanPresenter::keepsMinutesInTheirRange()
{
    PlanPresenter presenter(testing::shipped().course);
    presenter.setMinutes(0, 5); // no plan is open
    presenter.takeOut(0);
    presenter.begin();
    presenter.setMinutes(0, 5); // and no step is there
    QVERIFY(openPlan(presenter).steps.empty());
    presenter.add({presenter.stepFor(Kind::Break, text("tea"))});
    for (const auto &[typed, kept] : std::vector<std::pair<int, int>>{{0, 1}, {-3, 1}, {100'000, 999}, {45, 45}}) {
        presenter.setMinutes(0, typed);
        QCOMPARE(openPlan(presenter).minutes, kept);
    }
}

void TestPlanPresenter::onlyBreaksHaveNamesOfTheirOwn()
{
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    presenter.add(
        {presenter.stepFor(Kind::Section, text("what-is-known")), presenter.stepFor(Kind::Break, text("break"))});
    presenter.rename(0, text("something else"));
    presenter.rename(1, text("  lunch,\n in the garden "));
    QCOMPARE(targets(presenter), (QStringList{text("what-is-known"), text("lunch, in the garden")}));
    presenter.rename(1, text("   "));
    QCOMPARE(targets(presenter).back(), text("lunch, in the garden"));
    presenter.rename(1, QString(500, u'x'));
    QCOMPARE(targets(presenter).back().size(), desk::longestPlanTitle);
}

void TestPlanPresenter::lettersAreTakenBackTogether()
{
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    const QString before = openPlan(presenter).title;
    for (const char *typed : {"T", "Tu", "Tue"})
        presenter.setTitle(text(typed));
    presenter.undo();
    QCOMPARE(openPlan(presenter).title, before);
    presenter.redo();
    QCOMPARE(openPlan(presenter).title, text("Tue"));
    presenter.setStart(QTime(13, 30, 59));
    QCOMPARE(presenter.view().own->start, QTime(13, 30));
    presenter.setStart(QTime());
    QCOMPARE(presenter.view().own->start, QTime(13, 30));
    presenter.undo();
    QCOMPARE(presenter.view().own->start, QTime(9, 0));
}

void TestPlanPresenter::whatWasTakenAwayComesBack()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.keepIn(folder.path());
    presenter.beginFrom(planOf("one-hour"));
    const OwnPlan own = *presenter.view().own;
    presenter.close();
    presenter.remove(own.plan.id);
    QVERIFY(onDisk(folder.path()).empty());
    presenter.remove(own.plan.id); // twice is once
    presenter.undo();
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{own});
    QVERIFY(presenter.view().own == own);
}

void TestPlanPresenter::asksTheRoom()
{
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    presenter.add({presenter.stepFor(Kind::Section, text("two-questions"))});
    const auto offered = desk::itemsFor(testing::shipped().course, openPlan(presenter).steps.front());
    QVERIFY(offered.size() > 3);
    const auto isOfSection = [](const items::Item *item) {
        return items::tagValues(*item, QStringLiteral("section")).contains(text("two-questions"));
    };
    QVERIFY(isOfSection(offered.front()) && !isOfSection(offered.back()));
    QVERIFY(std::ranges::is_partitioned(offered, isOfSection));
    presenter.setItems(0, {offered.front()->id});
    QCOMPARE(desk::stepNote(testing::shipped().course, openPlan(presenter).steps.front()).section(text(" · "), -1),
             text("asks 1 question"));
    presenter.undo();
    QVERIFY(openPlan(presenter).steps.front().items.isEmpty());
    QVERIFY(desk::itemsFor(testing::shipped().course, presenter.stepFor(Kind::Break, text("tea"))).empty());
    QVERIFY(
        desk::itemsFor(testing::shipped().course, presenter.stepFor(Kind::Section, text("no-such-section"))).empty());
}

void TestPlanPresenter::knowsWhichContentNoteIsMissing()
{
    PlanPresenter presenter(testing::shipped().course);
    const auto missing = [&](int at) {
        const course::Section *note =
            desk::noteMissing(testing::shipped().course, openPlan(presenter), static_cast<std::size_t>(at));
        return note == nullptr ? QString() : note->id;
    };
    presenter.begin();
    presenter.add({presenter.stepFor(Kind::Section, text("what-is-known"))});
    QCOMPARE(missing(0), text("before-you-begin"));
    presenter.putNoteBefore(0);
    QCOMPARE(targets(presenter), (QStringList{text("before-you-begin"), text("what-is-known")}));
    QCOMPARE(missing(1), QString());
    presenter.move(0, 1);
    QCOMPARE(missing(0), text("before-you-begin"));
    // A section with a note of its own needs none, and neither does what is no section.
    presenter.begin();
    presenter.add(
        {presenter.stepFor(Kind::Section, text("reasons-to-leave")), presenter.stepFor(Kind::Break, text("tea"))});
    QCOMPARE(missing(0), QString());
    QCOMPARE(missing(1), QString());
    QCOMPARE(missing(2), QString());
    presenter.putNoteBefore(1);
    QCOMPARE(targets(presenter).size(), 2);
    // The plans that the course ships with have theirs where they begin.
    const Plan &plan = planOf("ninety-minutes");
    for (std::size_t at = 0; at < plan.steps.size(); ++at) {
        const auto *note = desk::noteMissing(testing::shipped().course, plan, at);
        QVERIFY2(note == nullptr, qPrintable(plan.steps[at].target));
    }
}

void TestPlanPresenter::tellsHowItFits_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("wished");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("words");
    QTest::newRow("nobody said") << 90 << 0 << "09:00"
                                 << "90 minutes|10:30||";
    QTest::newRow("over") << 102 << 90 << "09:00"
                          << "102 minutes|10:42|12 minutes over|";
    QTest::newRow("one over") << 91 << 90 << "09:00"
                              << "91 minutes|10:31|1 minute over|";
    QTest::newRow("free") << 82 << 90 << "13:15"
                          << "82 minutes|14:37|8 minutes free|";
    QTest::newRow("fits") << 90 << 90 << "09:00"
                          << "90 minutes|10:30|it fits|";
    QTest::newRow("hours") << 450 << 450 << "09:00"
                           << "450 minutes (7:30)|16:30|it fits|";
    QTest::newRow("until midnight") << 120 << 0 << "22:00"
                                    << "120 minutes (2:00)|00:00 (+1)||";
    QTest::newRow("past midnight") << 121 << 0 << "22:00"
                                   << "121 minutes (2:01)|00:01 (+1)||This goes on past midnight.";
    QTest::newRow("a day") << 1440 << 0 << "00:00"
                           << "1440 minutes (24:00)|00:00 (+1)||";
    QTest::newRow("longer than a day")
        << 3000 << 1500 << "09:00"
        << "3000 minutes (50:00)|11:00 (+2)|1500 minutes over|This is longer than a day.";
}

void TestPlanPresenter::tellsHowItFits()
{
    QFETCH(const int, minutes);
    QFETCH(const int, wished);
    QFETCH(const QString, start);
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    presenter.setStart(QTime::fromString(start, text("HH:mm")));
    presenter.setWished(wished);
    for (int left = minutes; left > 0; left -= desk::mostStepMinutes) {
        presenter.add({presenter.stepFor(Kind::Discuss, text("talk"))});
        presenter.setMinutes(presenter.view().at, std::min(left, desk::mostStepMinutes));
    }
    const OwnPlan &own = *presenter.view().own;
    QTEST(QStringList({desk::lengthText(own.plan.minutes), desk::clockText(own.start, own.plan.minutes),
                       desk::fitText(own), desk::dayText(own)})
              .join(u'|'),
          "words");
}

/// A plan that was made of another edition of the course.
void TestPlanPresenter::showsWhatTheCourseHasNoMore()
{
    PlanPresenter presenter(testing::shipped().course);
    for (const Kind kind : {Kind::Section, Kind::Check, Kind::Form, Kind::Card}) {
        const PlanStep step = presenter.stepFor(kind, text("of-another-edition"));
        QVERIFY(!desk::isThere(testing::shipped().course, step));
        QVERIFY(
            desk::stepTitle(testing::shipped().course, step).contains(text("of-another-edition"), Qt::CaseInsensitive));
        QCOMPARE(desk::stepNote(testing::shipped().course, step), text("The course has this no more"));
    }
    presenter.begin();
    presenter.add({presenter.stepFor(Kind::Section, text("of-another-edition"))});
    presenter.setMinutes(0, 7);
    QCOMPARE(openPlan(presenter).minutes, 7);
}

void TestPlanPresenter::listsTheCoursesFirst()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.keepIn(folder.path());
    presenter.begin(); // without steps nobody can hold a workshop by it
    presenter.beginFrom(planOf("one-hour"));
    keep::Plans others(folder.path());
    OwnPlan other = *presenter.view().own;
    other.plan.id = text("own-of-another-course");
    QVERIFY(others.set(desk::toJson(other, text("another-course"))));
    QJsonObject unknown = desk::toJson(other, testing::shipped().course.id);
    unknown.insert(text("id"), text("own-unknown"));
    unknown.insert(text("steps"), QJsonArray{QJsonObject{{text("dance"), text("waltz")}, {text("minutes"), 5}}});
    QVERIFY(others.set(unknown));
    presenter.reload();
    const std::vector<Plan> all = presenter.all();
    QCOMPARE(all.size(), testing::shipped().course.plans.size() + 1);
    QCOMPARE(all.front(), testing::shipped().course.plans.front());
    QCOMPARE(all.back(), openPlan(presenter));
    presenter.setTitle(text("Another title"));
    QCOMPARE(keep::Plans(folder.path()).plan(text("own-unknown")), unknown); // and nothing that we cannot read is lost
    QCOMPARE(keep::Plans(folder.path()).all().size(), std::size_t(4));
}

void TestPlanPresenter::readsAPlanThatWasMendedByHand()
{
    const OwnPlan own = *desk::ownPlanFrom(
        {{text("id"), text("own-1")},
         {text("title"), text("By hand")},
         {text("minutes"), 60},
         {text("start"), text("half past nine")},
         {text("wished"), -5},
         {text("steps"), QJsonArray{QJsonObject{{text("break"), text("tea")}, {text("minutes"), 20}}}}});
    QCOMPARE(own.plan.minutes, 20);
    QCOMPARE(own.start, QTime(9, 0));
    QCOMPARE(own.wished, 0);
    QVERIFY(!desk::ownPlanFrom({}));
    QVERIFY(!desk::ownPlanFrom({{text("title"), text("no id")}}));
}

void TestPlanPresenter::twoWindowsKeepEachOthers()
{
    const QTemporaryDir folder;
    PlanPresenter here(testing::shipped().course);
    PlanPresenter there(testing::shipped().course);
    here.keepIn(folder.path());
    there.keepIn(folder.path());
    here.beginFrom(planOf("one-hour"));
    there.begin();
    here.setMinutes(0, 9);
    there.setTitle(text("There"));
    here.undo();
    const std::vector<OwnPlan> kept{*here.view().own, *there.view().own};
    QCOMPARE(onDisk(folder.path()), kept);
    here.reload();
    QCOMPARE(here.own(), kept);
}

void TestPlanPresenter::aPlanThatChangedElsewhereIsShownAndNotOverwritten()
{
    const QTemporaryDir folder;
    PlanPresenter here(testing::shipped().course);
    PlanPresenter there(testing::shipped().course);
    here.keepIn(folder.path());
    here.beginFrom(planOf("one-hour"));
    here.setMinutes(0, 9);
    there.keepIn(folder.path());
    there.open(openPlan(here).id);
    QVERIFY(there.view().own == here.view().own);
    there.takeOut(0);
    const OwnPlan fromThere = *there.view().own;
    const QSignalSpy failed(&here, &PlanPresenter::failed);
    here.setMinutes(0, 30); // that step is gone: nobody meant the one that stands there now
    QCOMPARE(failed.size(), 1);
    QVERIFY(here.view().own == fromThere);
    QVERIFY(here.view().undo.isEmpty()); // what was before would overwrite it as well
    here.undo();
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{fromThere});
    here.setMinutes(0, 30);
    QCOMPARE(onDisk(folder.path()).front().plan.steps.front().minutes, 30);
    here.remove(fromThere.plan.id);
    there.setMinutes(0, 5);
    QVERIFY(!there.view().own);
    QVERIFY(onDisk(folder.path()).empty());
}

void TestPlanPresenter::tellsWhereItCannotWrite()
{
    const QTemporaryDir folder;
    const QString inTheWay = folder.filePath(text("settings"));
    testing::write(inTheWay, "a file where the folder should be");
    PlanPresenter presenter(testing::shipped().course);
    QSignalSpy failed(&presenter, &PlanPresenter::failed);
    presenter.keepIn(inTheWay);
    presenter.begin();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains(inTheWay));
    presenter.add({presenter.stepFor(Kind::Break, text("tea"))});
    QCOMPARE(openPlan(presenter).minutes, 15); // it holds for this run
    QVERIFY(QFile::remove(inTheWay));
    presenter.setMinutes(0, 20);
    QCOMPARE(onDisk(inTheWay), std::vector<OwnPlan>{*presenter.view().own});
}

void TestPlanPresenter::aGuestsComeAlong()
{
    const QTemporaryDir folder;
    PlanPresenter presenter(testing::shipped().course);
    presenter.begin();
    presenter.add({presenter.stepFor(Kind::Break, text("tea"))});
    const OwnPlan own = *presenter.view().own;
    presenter.keepIn(folder.path());
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{own});
    QVERIFY(presenter.view().own == own);
    presenter.keepIn(QString()); // a guest again, who leaves it to whoever it belongs to
    QVERIFY(!presenter.view().own && presenter.own().empty());
    QCOMPARE(onDisk(folder.path()).size(), std::size_t(1));
}

DESK_TEST_MAIN(TestPlanPresenter)
#include "tst_planpresenter.moc"
