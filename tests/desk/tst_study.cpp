// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/study.h"

#include "desk/deskhelpers.h"

#include <QSignalSpy>

using desk::Study;
using testing::FakeJournal;

namespace {

const QString first = QStringLiteral("first");
const QString one = QStringLiteral("one");
const QString two = QStringLiteral("two");

/// The tiny course over a journal that the test keeps in its hand.
struct Fixture {
    explicit Fixture(const QString &path = QStringLiteral("/the/journal"))
    {
        auto made = std::make_unique<FakeJournal>(path);
        journal = made.get();
        study = std::make_unique<Study>(testing::readTinyCourse().course, std::move(made),
                                        base::fixedClock(testing::eightOClock));
    }

    [[nodiscard]] const course::Module &module(qsizetype at = 0) const
    {
        return study->course().modules[static_cast<std::size_t>(at)];
    }

    /// A go at the module's check in which the first `count` questions are answered.
    void answer(qsizetype moduleAt, qsizetype count) const
    {
        quiz::Check check = study->newCheck(module(moduleAt));
        study->record(check.start());
        for (qsizetype i = 0; i < count; ++i) {
            study->record(*check.open(i));
            study->record(*check.answer(i, quiz::dontKnow()));
        }
    }

    FakeJournal *journal = nullptr;
    std::unique_ptr<Study> study;
};

/// The same journal file, read by a study that has just been made.
std::unique_ptr<Study> reopened(const QString &path)
{
    return std::make_unique<Study>(testing::readTinyCourse().course, testing::openJournal(path),
                                   base::fixedClock(testing::eightOClock));
}

} // namespace

class TestStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void readsTheTinyCourseWithoutFaults();
    void knowsNothingOfANewcomer();
    void countsASectionOnlyWhenItIsWritten();
    void writesASectionAsReadOnce();
    void countsNothingThatIsRefused();
    void tellsWhoRecordsBeforeTheOthers();
    void measuresProgress();
    void weighsTheCheckAsOneSection();
    void continuesInTheSection();
    void continuesInTheCheck();
    void forgetsTheCheckWhenASectionIsOpened();
    void goesBackToTheSectionAfterACompleteCheck();
    void readsTheSameFromTheFile();
    void reopensAtTheSectionBehindACheck();
    void keepsTheSectionBehindACompleteCheck();
    void goesOnInTheLatestGo();
    void anotherGoTakesNothingBack();
    void tellsModulesApartWhoseIdsBeginAlike();
    void passesOverOtherCourses();
    void takesAlongWhatAGuestDid();
    void staysWithTheGuestsJournalWhereTheOtherRefuses();
};

void TestStudy::readsTheTinyCourseWithoutFaults()
{
    const course::Reading reading = testing::readTinyCourse();
    QCOMPARE(reading.faults.size(), 0U);
    QCOMPARE(reading.course.modules.size(), 2U);
    QCOMPARE(reading.course.modules.front().sections.size(), 3U);
    QCOMPARE(reading.course.modules.front().items.size(), 3U);
}

void TestStudy::knowsNothingOfANewcomer()
{
    const Fixture fixture;
    QCOMPARE(fixture.study->lastSection(), QString());
    QCOMPARE(fixture.study->lastCheck(), QString());
    QVERIFY(!fixture.study->isRead(one));
    QVERIFY(!fixture.study->latestCheck(fixture.module()));
    const desk::ModuleProgress progress = fixture.study->progressOf(fixture.module());
    const desk::ModuleProgress expected{
        .sections = 3, .items = 3, .minutesLeft = course::selfMinutes(fixture.module())};
    QCOMPARE(progress, expected);
    QCOMPARE(progress.share(), 0.0);
}

void TestStudy::countsASectionOnlyWhenItIsWritten()
{
    const Fixture fixture;
    fixture.journal->isSlow = true;
    const QSignalSpy changed(fixture.study.get(), &Study::changed);
    fixture.study->openSection(one);
    fixture.study->finishSection(one);
    QVERIFY(!fixture.study->isRead(one));
    QCOMPARE(fixture.study->lastSection(), QString());
    QCOMPARE(changed.count(), 0);
    fixture.journal->replyAll();
    QVERIFY(fixture.study->isRead(one));
    QCOMPARE(fixture.study->lastSection(), one);
    QCOMPARE(changed.count(), 2);
}

void TestStudy::writesASectionAsReadOnce()
{
    const Fixture fixture;
    fixture.study->finishSection(one);
    fixture.study->finishSection(one);
    QCOMPARE(testing::linesOf(fixture.journal->written()), QStringList{QStringLiteral("experienced tiny/one")});
}

void TestStudy::countsNothingThatIsRefused()
{
    const Fixture fixture;
    fixture.journal->refusal = journal::ErrorCode::DiskFull;
    const QSignalSpy changed(fixture.study.get(), &Study::changed);
    const QSignalSpy recorded(fixture.study.get(), &Study::recorded);
    std::vector<journal::Error> errors;
    connect(fixture.study.get(), &Study::failed, this,
            [&errors](const journal::Error &error) { errors.push_back(error); });
    fixture.study->finishSection(one);
    QVERIFY(!fixture.study->isRead(one));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(recorded.count(), 0);
    QCOMPARE(errors.size(), 1U);
    QCOMPARE(errors.front().code, journal::ErrorCode::DiskFull);
    QCOMPARE(errors.front().path, QStringLiteral("/the/journal"));
}

void TestStudy::tellsWhoRecordsBeforeTheOthers()
{
    const Fixture fixture;
    const QSignalSpy changed(fixture.study.get(), &Study::changed);
    const QSignalSpy recorded(fixture.study.get(), &Study::recorded);
    qsizetype before = -1;
    QUuid id;
    base::Statement statement;
    statement.verb = base::Verb::Experienced;
    statement.object = QStringLiteral("tiny/one");
    fixture.study->record(statement, [&](const journal::Result<base::Statement> &written) {
        before = changed.count();
        id = written->id;
    });
    QCOMPARE(before, 0);
    QVERIFY(!id.isNull());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(recorded.count(), 1);
}

void TestStudy::measuresProgress()
{
    const Fixture fixture;
    const int all = course::selfMinutes(fixture.module());
    fixture.study->finishSection(two);
    fixture.answer(0, 2);
    const desk::ModuleProgress progress = fixture.study->progressOf(fixture.module());
    QCOMPARE(progress.sectionsRead, 1);
    QCOMPARE(progress.itemsSeen, 2);
    QVERIFY(!progress.checkComplete);
    QCOMPARE(progress.minutesLeft, all - course::selfMinutes(fixture.module().sections[1]) - 2);
    QCOMPARE(fixture.study->progressOf(fixture.module(1)).itemsSeen, 0);
}

void TestStudy::weighsTheCheckAsOneSection()
{
    const Fixture fixture;
    fixture.study->finishSection(one);
    QCOMPARE(fixture.study->progressOf(fixture.module()).share(), 0.25);
    fixture.answer(0, 3);
    QCOMPARE(fixture.study->progressOf(fixture.module()).share(), 0.5);
    QVERIFY(fixture.study->progressOf(fixture.module()).checkComplete);
    fixture.study->finishSection(two);
    fixture.study->finishSection(QStringLiteral("three"));
    QCOMPARE(fixture.study->progressOf(fixture.module()).share(), 1.0);
    QCOMPARE(fixture.study->progressOf(fixture.module()).minutesLeft, 0);
    QCOMPARE(desk::ModuleProgress().share(), 0.0);
}

void TestStudy::continuesInTheSection()
{
    const Fixture fixture;
    fixture.study->openSection(one);
    fixture.study->openSection(two);
    QCOMPARE(fixture.study->lastSection(), two);
    QCOMPARE(fixture.study->lastCheck(), QString());
}

void TestStudy::continuesInTheCheck()
{
    const Fixture fixture;
    fixture.study->openSection(two);
    fixture.answer(0, 2);
    QCOMPARE(fixture.study->lastCheck(), first);
    QCOMPARE(fixture.study->lastSection(), two);
    const auto check = fixture.study->latestCheck(fixture.module());
    QVERIFY(check);
    QCOMPARE(check->current(), 1);
    QCOMPARE(check->state(1).response, quiz::dontKnow());
}

void TestStudy::forgetsTheCheckWhenASectionIsOpened()
{
    const Fixture fixture;
    fixture.answer(0, 1);
    fixture.study->openSection(two);
    QCOMPARE(fixture.study->lastCheck(), QString());
    QCOMPARE(fixture.study->lastSection(), two);
}

void TestStudy::goesBackToTheSectionAfterACompleteCheck()
{
    const Fixture fixture;
    fixture.study->openSection(two);
    fixture.answer(0, 3);
    QCOMPARE(fixture.study->lastCheck(), QString());
    QCOMPARE(fixture.study->lastSection(), two);
}

void TestStudy::readsTheSameFromTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    desk::ModuleProgress before;
    QUuid attempt;
    {
        const auto study = reopened(path);
        const course::Module &module = study->course().modules.front();
        study->openSection(one);
        study->finishSection(one);
        study->openSection(two);
        quiz::Check check = study->newCheck(module);
        study->record(check.start());
        study->record(*check.open(0));
        study->record(*check.answer(0, {QStringLiteral("b")}));
        study->record(*check.open(1));
        before = study->progressOf(module);
        attempt = check.attempt();
    }
    const auto study = reopened(path);
    const course::Module &module = study->course().modules.front();
    QVERIFY(study->isKept());
    QCOMPARE(study->journalPath(), path);
    QCOMPARE(study->progressOf(module), before);
    QCOMPARE(before.sectionsRead, 1);
    QCOMPARE(before.itemsSeen, 1);
    QCOMPARE(study->lastCheck(), first);
    QCOMPARE(study->latestCheck(module)->attempt(), attempt);
    QCOMPARE(study->latestCheck(module)->current(), 1);
    QCOMPARE(study->latestCheck(module)->state(0).fraction, 1.0);
}

void TestStudy::reopensAtTheSectionBehindACheck()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        const auto study = reopened(path);
        study->openSection(two);
        quiz::Check check = study->newCheck(study->course().modules.front());
        study->record(check.start());
        study->record(*check.open(0));
    }
    const auto study = reopened(path);
    QCOMPARE(study->lastCheck(), first);
    QCOMPARE(study->lastSection(), two);
}

void TestStudy::keepsTheSectionBehindACompleteCheck()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        const auto study = reopened(path);
        study->openSection(two);
        quiz::Check check = study->newCheck(study->course().modules.front());
        study->record(check.start());
        for (qsizetype i = 0; i < check.size(); ++i) {
            study->record(*check.open(i));
            study->record(*check.answer(i, quiz::dontKnow()));
        }
    }
    const auto study = reopened(path);
    QVERIFY(study->progressOf(study->course().modules.front()).checkComplete);
    QCOMPARE(study->lastCheck(), QString());
    QCOMPARE(study->lastSection(), two);
}

void TestStudy::goesOnInTheLatestGo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        const auto study = reopened(path);
        quiz::Check done = study->newCheck(study->course().modules.front());
        study->record(done.start());
        for (qsizetype i = 0; i < done.size(); ++i)
            study->record(*done.answer(i, quiz::dontKnow()));
        quiz::Check another = study->newCheck(study->course().modules.front());
        study->record(another.start());
        study->record(*another.open(0));
    }
    const auto study = reopened(path);
    QCOMPARE(study->lastCheck(), first);
    QVERIFY(!study->latestCheck(study->course().modules.front())->isComplete());
}

/// What was answered or skipped in any go stays seen, after a restart as well.
void TestStudy::anotherGoTakesNothingBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    desk::ModuleProgress before;
    {
        const auto study = reopened(path);
        const course::Module &module = study->course().modules.front();
        quiz::Check begun = study->newCheck(module);
        study->record(begun.start());
        study->record(*begun.answer(0, quiz::dontKnow()));
        study->record(*begun.skip(1));
        before = study->progressOf(module);
        QCOMPARE(before.itemsSeen, 2);
        QCOMPARE(before.itemsAnswered, 1);
        QCOMPARE(before.minutesLeft, course::selfMinutes(module) - 2);
        quiz::Check another = study->newCheck(module);
        study->record(another.start());
        QCOMPARE(study->progressOf(module), before);
        study->record(*another.skip(0));
        QCOMPARE(study->progressOf(module), before);
    }
    {
        const auto study = reopened(path);
        const course::Module &module = study->course().modules.front();
        QCOMPARE(study->progressOf(module), before);
        quiz::Check whole = study->newCheck(module);
        study->record(whole.start());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            const auto answer = *whole.answer(i, quiz::dontKnow());
            study->record(answer);
            whole.accept(answer);
        }
        study->record(*whole.complete());
        QCOMPARE(study->progressOf(module).itemsSeen, 3);
        study->record(study->newCheck(module).start());
        before = study->progressOf(module);
        QVERIFY(before.checkComplete);
        QCOMPARE(before.share(), 0.25);
    }
    const auto study = reopened(path);
    QCOMPARE(study->progressOf(study->course().modules.front()), before);
    QCOMPARE(study->progressOf(study->course().modules.back()).itemsSeen, 0);
}

void TestStudy::tellsModulesApartWhoseIdsBeginAlike()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        const auto study = reopened(path);
        for (const course::Module &module : study->course().modules) {
            quiz::Check check = study->newCheck(module);
            study->record(check.start());
            study->record(*check.answer(0, quiz::dontKnow()));
        }
    }
    const auto study = reopened(path);
    QCOMPARE(study->progressOf(study->course().modules[0]).itemsSeen, 1);
    QCOMPARE(study->progressOf(study->course().modules[1]).itemsSeen, 1);
}

void TestStudy::passesOverOtherCourses()
{
    const Fixture fixture;
    const desk::ModuleProgress before = fixture.study->progressOf(fixture.module());
    for (const base::Verb verb : {base::Verb::Opened, base::Verb::Experienced, base::Verb::Started}) {
        base::Statement statement;
        statement.verb = verb;
        statement.object = QStringLiteral("tiny-two/one");
        fixture.journal->append(statement, [](const auto & /*written*/) {});
    }
    QVERIFY(fixture.study->moveTo(testing::journalInMemory())); // reads all of it anew
    QCOMPARE(fixture.study->lastSection(), QString());
    QCOMPARE(fixture.study->progressOf(fixture.module()), before);
}

void TestStudy::takesAlongWhatAGuestDid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    const Fixture fixture{QString()};
    fixture.study->openSection(one);
    fixture.study->finishSection(one);
    fixture.answer(0, 2);
    const desk::ModuleProgress before = fixture.study->progressOf(fixture.module());
    const std::vector<base::Statement> asGuest = fixture.journal->written();
    QVERIFY(!fixture.study->isKept());

    const QSignalSpy changed(fixture.study.get(), &Study::changed);
    QVERIFY(fixture.study->moveTo(testing::openJournal(path)));
    QVERIFY(fixture.study->isKept());
    QCOMPARE(fixture.study->progressOf(fixture.module()), before);
    QCOMPARE(fixture.study->lastCheck(), first);
    QCOMPARE(changed.count(), 1);
    const std::vector<base::Statement> kept = testing::openJournal(path)->read({}).value();
    QCOMPARE(kept.size(), asGuest.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        QCOMPARE(kept[i].id, asGuest[i].id);
}

void TestStudy::staysWithTheGuestsJournalWhereTheOtherRefuses()
{
    const Fixture fixture{QString()};
    fixture.study->finishSection(one);
    auto other = std::make_unique<FakeJournal>(QStringLiteral("/another"));
    other->refusal = journal::ErrorCode::DiskFull;
    const auto moved = fixture.study->moveTo(std::move(other));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, journal::ErrorCode::DiskFull);
    QVERIFY(!fixture.study->isKept());
    fixture.study->finishSection(two);
    QVERIFY(fixture.study->isRead(one));
    QVERIFY(fixture.study->isRead(two));
}

DESK_TEST_MAIN(TestStudy)

#include "tst_study.moc"
