// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checkpresenter.h"

#include "desk/deskhelpers.h"

#include <QSignalSpy>

using desk::CheckPresenter;
using desk::CheckView;
using desk::Study;
using quiz::ItemState;
using testing::FakeJournal;
using Phase = ItemState::Phase;
using Saving = CheckView::Saving;

Q_DECLARE_METATYPE(journal::ErrorCode)

namespace {

const quiz::Response b{QStringLiteral("b")};

/// The check of the tiny course's first module: a choice, several choices, a number.
struct Fixture {
    explicit Fixture(const QString &path = QStringLiteral("/the/journal"))
    {
        auto made = std::make_unique<FakeJournal>(path);
        journal = made.get();
        study = std::make_unique<Study>(testing::readTinyCourse().course, std::move(made),
                                        base::fixedClock(testing::eightOClock));
        presenter = std::make_unique<CheckPresenter>(*study);
    }

    void open() const { presenter->open(study->course().modules.front()); }
    [[nodiscard]] const CheckView &view() const { return presenter->view(); }
    [[nodiscard]] Phase phase(std::size_t at) const { return view().states[at].phase; }
    [[nodiscard]] QStringList lines() const { return testing::linesOf(journal->written()); }

    /// Chooses and commits; the journal replies at once unless it is slow.
    void answer(const quiz::Response &response) const
    {
        presenter->choose(response);
        presenter->commit();
    }

    FakeJournal *journal = nullptr;
    std::unique_ptr<Study> study;
    std::unique_ptr<CheckPresenter> presenter;
};

QStringList withPrefix(const QStringList &lines)
{
    QStringList full;
    for (const QString &line : lines) {
        const qsizetype space = line.indexOf(QLatin1Char(' '));
        full.append(line.left(space + 1) + QStringLiteral("tiny/") + line.mid(space + 1));
    }
    return full;
}

} // namespace

class TestCheckPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void beginsTheFirstGo();
    void keepsADraftToItself();
    void commitsNothingThatIsIncomplete();
    void opensTheAnswerOnlyWhenItIsOnDisk();
    void skipsOnlyWhenItIsOnDisk();
    void saysThatNothingIsKeptOfAGuest();
    void saysWhyItWasNotSaved_data();
    void saysWhyItWasNotSaved();
    void savesAtTheNextTry();
    void staysWhereASkipIsRefused();
    void writesAnAnswerOnceWhileTheDiskIsSlow();
    void staysAtTheItemWhileTheDiskIsSlow();
    void takesNoSecondAnswer();
    void takesAnAnswerToASkippedItem();
    void acceptsIDontKnow();
    void walksThroughTheItems();
    void writesDownTheWholeCheck();
    void completesOnce();
    void continuesInTheSameItem();
    void endsAtTheSummary();
    void beginsAnotherGo();
    void asksHowSureBeforeItOpens();
    void givesASecondTry();
    void opensNothingBeforeTheEnd();
    void asksOnlyWhatWasMissed();
    void showsAnItemOfTheSameGo();
    void showsAnItemThatThisGoDoesNotAsk();
    void goesOnInItsOwnWay();
    void aModuleMayAskHowSure();
    void aFormOpensAtItsEnd();
};

void TestCheckPresenter::beginsTheFirstGo()
{
    const Fixture fixture;
    QVERIFY(!fixture.presenter->isOpen());
    fixture.open();
    QVERIFY(fixture.presenter->isOpen());
    CheckView expected;
    expected.moduleId = QStringLiteral("first");
    expected.count = 3;
    expected.states.resize(3);
    expected.canAnswer = true;
    QCOMPARE(fixture.view(), expected);
    QCOMPARE(fixture.presenter->item(0).id, QStringLiteral("pick-one"));
    QCOMPARE(fixture.lines(), withPrefix({QStringLiteral("started first"), QStringLiteral("opened pick-one")}));
}

void TestCheckPresenter::keepsADraftToItself()
{
    const Fixture fixture;
    fixture.open();
    const QSignalSpy changed(fixture.presenter.get(), &CheckPresenter::changed);
    const QSignalSpy draftChanged(fixture.presenter.get(), &CheckPresenter::draftChanged);
    const auto before = fixture.journal->written();
    fixture.presenter->choose(b);
    QCOMPARE(fixture.view().draft, b);
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(draftChanged.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(fixture.journal->written(), before);
}

void TestCheckPresenter::commitsNothingThatIsIncomplete()
{
    const Fixture fixture;
    fixture.open();
    const auto before = fixture.journal->written();
    fixture.presenter->commit();
    QCOMPARE(fixture.journal->written(), before);
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(fixture.view().saving, Saving::Nothing);
}

void TestCheckPresenter::opensTheAnswerOnlyWhenItIsOnDisk()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->isSlow = true;
    fixture.answer(b);
    QCOMPARE(fixture.journal->waiting(), 1);
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(fixture.view().saving, Saving::Nothing);
    QCOMPARE(fixture.view().draft, b);

    const QSignalSpy changed(fixture.presenter.get(), &CheckPresenter::changed);
    fixture.journal->replyAll();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(fixture.phase(0), Phase::Answered);
    QCOMPARE(fixture.view().states[0].response, b);
    QCOMPARE(fixture.view().states[0].fraction, 1.0);
    QCOMPARE(fixture.view().saving, Saving::Saved);
    QCOMPARE(fixture.view().at, 0);
}

void TestCheckPresenter::skipsOnlyWhenItIsOnDisk()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->isSlow = true;
    fixture.presenter->skip();
    QCOMPARE(fixture.view().at, 0);
    QCOMPARE(fixture.phase(0), Phase::Open);
    fixture.journal->replyAll();
    QCOMPARE(fixture.view().at, 1);
    QCOMPARE(fixture.phase(0), Phase::Skipped);
    QCOMPARE(fixture.view().saving, Saving::Nothing);
}

void TestCheckPresenter::saysThatNothingIsKeptOfAGuest()
{
    const Fixture fixture{QString()};
    fixture.open();
    fixture.answer(b);
    QCOMPARE(fixture.phase(0), Phase::Answered);
    QCOMPARE(fixture.view().saving, Saving::NotKept);
}

void TestCheckPresenter::saysWhyItWasNotSaved_data()
{
    using enum journal::ErrorCode;
    QTest::addColumn<journal::ErrorCode>("code");
    QTest::newRow("cannot open") << CannotOpen;
    QTest::newRow("read-only") << ReadOnly;
    QTest::newRow("disk full") << DiskFull;
    QTest::newRow("locked") << Locked;
    QTest::newRow("damaged") << Damaged;
    QTest::newRow("not a journal") << NotAJournal;
    QTest::newRow("newer version") << NewerVersion;
    QTest::newRow("rejected") << Rejected;
    QTest::newRow("failed") << Failed;
}

void TestCheckPresenter::saysWhyItWasNotSaved()
{
    QFETCH(const journal::ErrorCode, code);
    const Fixture fixture;
    fixture.open();
    fixture.journal->refusal = code;
    const QSignalSpy changed(fixture.presenter.get(), &CheckPresenter::changed);
    fixture.answer(b);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(fixture.view().saving, Saving::Failed);
    QCOMPARE(fixture.view().error.code, code);
    QCOMPARE(fixture.view().error.path, QStringLiteral("/the/journal"));
    // Nothing is pretended: the item is still open, and what was chosen is still chosen.
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(fixture.view().draft, b);
    QCOMPARE(fixture.view().at, 0);
}

void TestCheckPresenter::savesAtTheNextTry()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->refusal = journal::ErrorCode::DiskFull;
    fixture.answer(b);
    fixture.journal->refusal.reset();
    fixture.presenter->commit();
    QCOMPARE(fixture.phase(0), Phase::Answered);
    QCOMPARE(fixture.view().saving, Saving::Saved);
    QCOMPARE(fixture.lines().last(), QStringLiteral("answered tiny/pick-one b"));
}

void TestCheckPresenter::staysWhereASkipIsRefused()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->refusal = journal::ErrorCode::ReadOnly;
    fixture.presenter->skip();
    QCOMPARE(fixture.view().at, 0);
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(fixture.view().saving, Saving::Failed);
}

void TestCheckPresenter::writesAnAnswerOnceWhileTheDiskIsSlow()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->isSlow = true;
    fixture.answer(b);
    fixture.presenter->commit();
    fixture.presenter->dontKnow();
    fixture.presenter->skip();
    QCOMPARE(fixture.journal->waiting(), 1);
    fixture.journal->replyAll();
    QCOMPARE(fixture.lines().filter(QStringLiteral("pick-one")),
             withPrefix({QStringLiteral("opened pick-one"), QStringLiteral("answered pick-one b")}));
    QCOMPARE(fixture.view().at, 0);
}

void TestCheckPresenter::staysAtTheItemWhileTheDiskIsSlow()
{
    const Fixture fixture;
    fixture.open();
    fixture.journal->isSlow = true;
    fixture.answer(b);
    fixture.presenter->choose({QStringLiteral("c")});
    fixture.presenter->next();
    QCOMPARE(fixture.view().at, 0);
    fixture.journal->replyAll();
    QCOMPARE(fixture.view().at, 0);
    QCOMPARE(fixture.view().saving, Saving::Saved);
    QCOMPARE(fixture.view().states[0].response, b);
    QCOMPARE(fixture.view().draft, b);
}

void TestCheckPresenter::takesNoSecondAnswer()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    const auto before = fixture.journal->written();
    fixture.answer({QStringLiteral("a")});
    fixture.presenter->dontKnow();
    QCOMPARE(fixture.view().draft, b);
    QCOMPARE(fixture.view().states[0].response, b);
    QCOMPARE(fixture.journal->written(), before);
}

void TestCheckPresenter::takesAnAnswerToASkippedItem()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->skip();
    fixture.presenter->back();
    QCOMPARE(fixture.view().at, 0);
    fixture.answer(b);
    QCOMPARE(fixture.phase(0), Phase::Answered);
}

void TestCheckPresenter::acceptsIDontKnow()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->dontKnow();
    QCOMPARE(fixture.phase(0), Phase::Answered);
    QCOMPARE(fixture.view().states[0].response, quiz::dontKnow());
    QCOMPARE(fixture.view().states[0].fraction, 0.0);
    QCOMPARE(fixture.lines().last(), QStringLiteral("answered tiny/pick-one ?"));
}

void TestCheckPresenter::walksThroughTheItems()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->back();
    QCOMPARE(fixture.view().at, 0);
    fixture.presenter->choose(b);
    fixture.presenter->next();
    QCOMPARE(fixture.view().at, 1);
    QCOMPARE(fixture.view().draft, quiz::Response());
    fixture.presenter->show(7);
    QCOMPARE(fixture.view().at, 1);
    fixture.presenter->show(3);
    QVERIFY(fixture.view().isAtEnd());
    fixture.presenter->next();
    fixture.presenter->choose(b);
    fixture.presenter->commit();
    fixture.presenter->dontKnow();
    fixture.presenter->skip();
    QVERIFY(fixture.view().isAtEnd());
    fixture.presenter->back();
    QCOMPARE(fixture.view().at, 2);
}

void TestCheckPresenter::writesDownTheWholeCheck()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    fixture.presenter->next();
    fixture.answer({QStringLiteral("a"), QStringLiteral("c")});
    fixture.presenter->next();
    fixture.answer({QStringLiteral("3.5")});
    fixture.presenter->next();
    QVERIFY(fixture.view().isAtEnd());
    QCOMPARE(fixture.lines(), withPrefix({QStringLiteral("started first"), QStringLiteral("opened pick-one"),
                                          QStringLiteral("answered pick-one b"), QStringLiteral("opened pick-some"),
                                          QStringLiteral("answered pick-some a c"), QStringLiteral("opened how-many"),
                                          QStringLiteral("answered how-many 3.5"), QStringLiteral("completed first")}));
    for (const ItemState &state : fixture.view().states)
        QCOMPARE(state.fraction, 1.0);
}

void TestCheckPresenter::completesOnce()
{
    const Fixture fixture;
    fixture.open();
    fixture.presenter->skip();
    fixture.presenter->dontKnow();
    fixture.presenter->next();
    fixture.presenter->dontKnow();
    fixture.presenter->show(0);
    fixture.answer(b); // skipped before: looked at again after the end
    QCOMPARE(fixture.lines().filter(QStringLiteral("completed")).size(), 1);
}

void TestCheckPresenter::continuesInTheSameItem()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    fixture.presenter->next();
    const QUuid attempt = fixture.journal->written().back().attempt;

    CheckPresenter another(*fixture.study);
    another.open(fixture.study->course().modules.front());
    QCOMPARE(another.view().at, 1);
    QCOMPARE(another.view().states[0].response, b);
    QCOMPARE(another.view().saving, Saving::Nothing);
    another.dontKnow();
    QCOMPARE(fixture.journal->written().back().attempt, attempt);
    QCOMPARE(fixture.lines().filter(QStringLiteral("started")).size(), 1);
}

void TestCheckPresenter::endsAtTheSummary()
{
    const Fixture fixture;
    fixture.open();
    for (int i = 0; i < 3; ++i) {
        fixture.presenter->dontKnow();
        fixture.presenter->next();
    }
    CheckPresenter another(*fixture.study);
    another.open(fixture.study->course().modules.front());
    QVERIFY(another.view().isAtEnd());
}

void TestCheckPresenter::beginsAnotherGo()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    fixture.presenter->openAgain(fixture.study->course().modules.front());
    QCOMPARE(fixture.view().at, 0);
    QCOMPARE(fixture.phase(0), Phase::Open);
    QCOMPARE(fixture.view().draft, quiz::Response());
    const auto &written = fixture.journal->written();
    QVERIFY(written.front().attempt != written.back().attempt);
    QCOMPARE(fixture.lines().filter(QStringLiteral("started")).size(), 2);
}

void TestCheckPresenter::asksHowSureBeforeItOpens()
{
    const Fixture fixture;
    fixture.presenter->setUsual({.asksCertainty = true});
    fixture.open();
    const auto before = fixture.journal->written();
    fixture.answer(b);
    QVERIFY(fixture.view().awaitsCertainty);
    QVERIFY(!fixture.view().isRevealed);
    QCOMPARE(fixture.journal->written(), before);
    fixture.presenter->choose({QStringLiteral("a")}); // it is fixed while the question stands
    QCOMPARE(fixture.view().draft, b);
    fixture.presenter->reconsider();
    QVERIFY(!fixture.view().awaitsCertainty);
    fixture.presenter->beSure(3); // nobody asked
    QCOMPARE(fixture.journal->written(), before);
    fixture.presenter->commit();
    fixture.presenter->beSure(2);
    QVERIFY(fixture.view().isRevealed);
    QCOMPARE(fixture.view().states[0].sure, 2);
    QCOMPARE(fixture.view().states[0].fraction, 1.0);
    fixture.presenter->next();
    fixture.presenter->dontKnow();
    QVERIFY(fixture.view().isRevealed);
}

void TestCheckPresenter::givesASecondTry()
{
    const Fixture fixture;
    fixture.presenter->setUsual({.feedback = quiz::Conduct::Feedback::AfterTries});
    fixture.open();
    fixture.answer({QStringLiteral("a")});
    QVERIFY(fixture.presenter->hasHint());
    QVERIFY(!fixture.view().isRevealed);
    QCOMPARE(fixture.view().at, qsizetype(0));
    QCOMPARE(fixture.view().draft, quiz::Response{QStringLiteral("a")});
    QVERIFY(!fixture.presenter->canCommit()); // the same once more
    fixture.answer(b);
    QVERIFY(fixture.view().isRevealed && !fixture.presenter->hasHint());
    QCOMPARE(fixture.view().states[0].tries, 2);
    QCOMPARE(fixture.view().states[0].fraction, 1.0);
}

void TestCheckPresenter::opensNothingBeforeTheEnd()
{
    const Fixture fixture;
    fixture.presenter->setUsual({.feedback = quiz::Conduct::Feedback::AtEnd});
    fixture.open();
    fixture.answer({QStringLiteral("a")});
    QCOMPARE(fixture.view().at, qsizetype(1)); // on to the next
    fixture.presenter->back();
    QVERIFY(!fixture.view().isRevealed && fixture.view().canAnswer);
    QCOMPARE(fixture.view().draft, quiz::Response{QStringLiteral("a")});
    fixture.answer(b);
    fixture.presenter->dontKnow();
    QVERIFY(!fixture.lines().contains(QStringLiteral("completed tiny/first")));
    fixture.answer({QStringLiteral("3.5")});
    QVERIFY(fixture.view().isAtEnd());
    QVERIFY(fixture.lines().contains(QStringLiteral("completed tiny/first")));
    fixture.presenter->show(0);
    QVERIFY(fixture.view().isRevealed && !fixture.view().canAnswer);
    QCOMPARE(fixture.view().states[0].fraction, 1.0);
}

void TestCheckPresenter::asksOnlyWhatWasMissed()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    fixture.presenter->openAgain(fixture.study->course().modules.front(), {QStringLiteral("how-many")});
    QCOMPARE(fixture.view().count, qsizetype(1));
    QCOMPARE(fixture.presenter->item(0).id, QStringLiteral("how-many"));
    // A short go takes back nothing of the progress that there was.
    QCOMPARE(fixture.study->progressOf(fixture.study->course().modules.front()).itemsSeen, 1);
    fixture.answer({QStringLiteral("3.5")});
    QCOMPARE(fixture.study->progressOf(fixture.study->course().modules.front()).itemsSeen, 2);
    QVERIFY(fixture.study->progressOf(fixture.study->course().modules.front()).checkComplete);
}

void TestCheckPresenter::showsAnItemOfTheSameGo()
{
    const Fixture fixture;
    fixture.open();
    fixture.answer(b);
    fixture.presenter->showItem(QStringLiteral("how-many"));
    QCOMPARE(fixture.view().at, qsizetype(2));
    QCOMPARE(fixture.phase(0), Phase::Answered);
    fixture.presenter->showItem(QStringLiteral("still-true")); // of another module
    QCOMPARE(fixture.view().at, qsizetype(2));
    QCOMPARE(fixture.lines().filter(QStringLiteral("started")).size(), 1);
}

void TestCheckPresenter::showsAnItemThatThisGoDoesNotAsk()
{
    const Fixture fixture;
    fixture.presenter->openAgain(fixture.study->course().modules.front(), {QStringLiteral("how-many")});
    // Not while an answer is on its way to the disk: it belongs to this go.
    fixture.journal->isSlow = true;
    fixture.answer({QStringLiteral("3.5")});
    fixture.presenter->showItem(QStringLiteral("pick-some"));
    QCOMPARE(fixture.view().count, qsizetype(1));
    fixture.journal->replyAll();
    fixture.journal->isSlow = false;
    fixture.presenter->showItem(QStringLiteral("pick-some"));
    QCOMPARE(fixture.view().count, qsizetype(3));
    QCOMPARE(fixture.presenter->item(fixture.view().at).id, QStringLiteral("pick-some"));
    QVERIFY(fixture.presenter->conduct().only.isEmpty());
    QVERIFY(fixture.view().canAnswer);
}

/// Another way is for the next go: one that is under way keeps its own, after a restart as well.
void TestCheckPresenter::goesOnInItsOwnWay()
{
    const Fixture fixture;
    fixture.presenter->setUsual({.feedback = quiz::Conduct::Feedback::AtEnd, .seed = quiz::anySeed});
    fixture.open();
    const quiz::Conduct began = fixture.presenter->conduct();
    QVERIFY(began.seed > quiz::anySeed);
    fixture.presenter->skip();
    fixture.presenter->setUsual({});
    CheckPresenter again(*fixture.study);
    again.open(fixture.study->course().modules.front());
    QCOMPARE(again.conduct(), began);
    for (qsizetype at = 0; at < 3; ++at)
        QCOMPARE(again.item(at).id, fixture.presenter->item(at).id);
    QVERIFY(!fixture.presenter->isFresh());
}

void TestCheckPresenter::aModuleMayAskHowSure()
{
    const Fixture fixture;
    course::Module module = fixture.study->course().modules.front();
    module.asksCertainty = true;
    fixture.presenter->openAgain(module);
    QVERIFY(fixture.presenter->conduct().asksCertainty);
}

void TestCheckPresenter::aFormOpensAtItsEnd()
{
    course::Course course = testing::readTinyCourse().course;
    course.forms.push_back({QStringLiteral("b"), course.modules.front().items});
    auto made = std::make_unique<FakeJournal>(QStringLiteral("/the/journal"));
    const FakeJournal *journal = made.get();
    Study study(course, std::move(made), base::fixedClock(testing::eightOClock));
    QVERIFY(study.isForm(QStringLiteral("form-b")) && !study.isForm(QStringLiteral("first")));
    QCOMPARE(study.asked(QStringLiteral("first")), &study.course().modules.front());
    CheckPresenter presenter(study);
    presenter.setUsual({.seed = quiz::anySeed});
    presenter.open(*study.asked(QStringLiteral("form-b")));
    QCOMPARE(presenter.conduct(),
             (quiz::Conduct{.feedback = quiz::Conduct::Feedback::AtEnd, .form = QStringLiteral("b")}));
    presenter.choose(b);
    presenter.commit();
    QCOMPARE(presenter.view().at, qsizetype(1));
    const base::Statement &answered = journal->written().back().verb == base::Verb::Answered
                                          ? journal->written().back()
                                          : journal->written()[journal->written().size() - 2];
    QCOMPARE(answered.result.value(QLatin1String("form")).toString(), QStringLiteral("b"));
    CheckPresenter again(study);
    again.open(study.forms().front());
    QCOMPARE(again.view().states[0].response, b);
}

DESK_TEST_MAIN(TestCheckPresenter)

#include "tst_checkpresenter.moc"
