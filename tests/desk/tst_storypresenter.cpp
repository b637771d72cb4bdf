// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/storypresenter.h"

#include "desk/deskhelpers.h"

#include <QSignalSpy>

using course::Story;
using desk::StoryPresenter;
using desk::StoryStep;
using desk::Study;
using testing::FakeJournal;

namespace {

Story::Choice leadingTo(const char *to)
{
    return {QStringLiteral("Go to ") + QLatin1String(to), QLatin1String(to), {}};
}

Story::Passage passage(const char *name, std::vector<Story::Choice> choices)
{
    Story::Passage made;
    made.name = QLatin1String(name);
    if (choices.empty())
        made.tags = {QStringLiteral("end")};
    made.choices = std::move(choices);
    return made;
}

/// door -> hall or garden; hall -> roof or garden; garden -> gate. Roof and gate are endings.
course::Course courseWithAStory()
{
    course::Course course = testing::readTinyCourse().course;
    Story story;
    story.id = QStringLiteral("house");
    story.title = QStringLiteral("A house");
    story.start = QStringLiteral("door");
    story.passages = {passage("door", {leadingTo("hall"), leadingTo("garden")}),
                      passage("hall", {leadingTo("roof"), leadingTo("garden")}), passage("garden", {leadingTo("gate")}),
                      passage("roof", {}), passage("gate", {})};
    course.modules.front().stories.push_back(story);
    return course;
}

struct Fixture {
    Fixture()
    {
        auto made = std::make_unique<FakeJournal>(QStringLiteral("/the/journal"));
        journal = made.get();
        study = std::make_unique<Study>(courseWithAStory(), std::move(made), base::fixedClock(testing::eightOClock));
        presenter = std::make_unique<StoryPresenter>(*study);
    }

    void open() const { presenter->open(study->course().modules.front().stories.front()); }

    [[nodiscard]] QStringList path() const
    {
        QStringList names;
        for (const StoryStep &step : presenter->path())
            names.append(step.passage);
        return names;
    }

    [[nodiscard]] QStringList verbs() const
    {
        QStringList verbs;
        for (const base::Statement &statement : journal->written())
            verbs.append(base::verbName(statement.verb));
        return verbs;
    }

    FakeJournal *journal = nullptr;
    std::unique_ptr<Study> study;
    std::unique_ptr<StoryPresenter> presenter;
};

QStringList list(const char *words)
{
    return QString::fromUtf8(words).split(u' ');
}

} // namespace

class TestStoryPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void begins();
    void walksToAnEnding();
    void goesOnOnlyWhenItIsOnDisk();
    void staysWhereAStepIsRefused();
    void looksAtOtherBranches();
    void passesOverWhatIsNoChoice();
    void continuesWhereItWasLeft();
    void beginsAnew();
};

void TestStoryPresenter::begins()
{
    const Fixture fixture;
    QVERIFY(fixture.presenter->passage() == nullptr);
    fixture.open();
    QCOMPARE(fixture.path(), list("door"));
    QCOMPARE(fixture.presenter->passage()->name, QStringLiteral("door"));
    QCOMPARE(fixture.verbs(), list("started"));
    QCOMPARE(fixture.journal->written().front().object, QStringLiteral("tiny/house"));
    QVERIFY(!fixture.study->isWalked(QStringLiteral("house")));
}

void TestStoryPresenter::walksToAnEnding()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->choose(0);
    fixture.presenter->choose(1);
    QCOMPARE(fixture.path(), list("door hall garden"));
    QCOMPARE(fixture.presenter->path()[1], (StoryStep{QStringLiteral("hall"), 1}));
    QVERIFY(!fixture.study->isWalked(QStringLiteral("house")));
    fixture.presenter->choose(0);
    QVERIFY(fixture.presenter->passage()->isEnd());
    QCOMPARE(fixture.verbs(), list("started chose chose chose completed"));
    const QJsonObject second = fixture.journal->written()[2].result;
    QCOMPARE(second.value(QLatin1String("from")).toString(), QStringLiteral("hall"));
    QCOMPARE(second.value(QLatin1String("to")).toString(), QStringLiteral("garden"));
    QVERIFY(fixture.study->isWalked(QStringLiteral("house")));
}

void TestStoryPresenter::goesOnOnlyWhenItIsOnDisk()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->isSlow = true;
    fixture.presenter->choose(0);
    QCOMPARE(fixture.path(), list("door"));
    fixture.presenter->choose(1); // a second click while the disk is slow
    QCOMPARE(fixture.journal->waiting(), qsizetype(1));
    fixture.journal->replyAll();
    QCOMPARE(fixture.path(), list("door hall"));
}

void TestStoryPresenter::staysWhereAStepIsRefused()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->refusal = journal::ErrorCode::DiskFull;
    const QSignalSpy failed(fixture.study.get(), &Study::failed);
    fixture.presenter->choose(0);
    QCOMPARE(fixture.path(), list("door"));
    QCOMPARE(failed.count(), 1);
    fixture.journal->refusal.reset();
    fixture.presenter->choose(1);
    QCOMPARE(fixture.path(), list("door garden"));
}

void TestStoryPresenter::looksAtOtherBranches()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->choose(0);
    fixture.presenter->choose(0);
    QCOMPARE(fixture.path(), list("door hall roof"));
    fixture.presenter->returnTo(1);
    QCOMPARE(fixture.path(), list("door hall"));
    QCOMPARE(fixture.presenter->path().back().chosen, -1);
    QVERIFY(fixture.presenter->hasFollowed(QStringLiteral("hall"), 0));
    QVERIFY(!fixture.presenter->hasFollowed(QStringLiteral("hall"), 1));
    fixture.presenter->choose(1);
    fixture.presenter->choose(0);
    QCOMPARE(fixture.path(), list("door hall garden gate"));
    QVERIFY(fixture.presenter->hasFollowed(QStringLiteral("hall"), 0));
    fixture.presenter->returnTo(9);
    QCOMPARE(fixture.path(), list("door hall garden gate"));
}

void TestStoryPresenter::passesOverWhatIsNoChoice()
{
    const Fixture fixture;
    fixture.presenter->choose(0);
    fixture.open();
    fixture.presenter->choose(-1);
    fixture.presenter->choose(2);
    QCOMPARE(fixture.path(), list("door"));
    QCOMPARE(fixture.verbs(), list("started"));
}

void TestStoryPresenter::continuesWhereItWasLeft()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->choose(0);
    fixture.presenter->choose(0);
    fixture.presenter->returnTo(0);
    fixture.presenter->choose(1);
    StoryPresenter again(*fixture.study);
    again.open(fixture.study->course().modules.front().stories.front());
    QCOMPARE(again.path(), fixture.presenter->path());
    QVERIFY(again.hasFollowed(QStringLiteral("hall"), 0));
    QCOMPARE(fixture.verbs().count(QStringLiteral("started")), 1);
}

void TestStoryPresenter::beginsAnew()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->choose(0);
    fixture.presenter->openAgain();
    QCOMPARE(fixture.path(), list("door"));
    QVERIFY(!fixture.presenter->hasFollowed(QStringLiteral("door"), 0));
    fixture.presenter->choose(1);
    StoryPresenter again(*fixture.study);
    again.open(fixture.study->course().modules.front().stories.front());
    QCOMPARE(again.path().back().passage, QStringLiteral("garden"));
}

DESK_TEST_MAIN(TestStoryPresenter)

#include "tst_storypresenter.moc"
