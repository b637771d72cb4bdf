// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/person.h"
#include "desk/practicepage.h"
#include "desk/progresswords.h"

using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;

/// What is to be read on a page, one text a line.
QString wordsOn(const QWidget &page)
{
    return testing::shownIn(&page).join(u'\n');
}

/// Whether the page comes to say so.
bool says(desk::Window &window, const char *words)
{
    return settled([&] { return wordsOn(*window.currentPage()).contains(text(words)); });
}

/// Presses a button of the page, once it is there.
void click(desk::Window &window, const char *name)
{
    const Person person(window);
    if (!settled([&] { return person.button(text(name)) != nullptr; }))
        qFatal("no button %s", name);
    person.button(text(name))->click();
}

/// A window whose clock goes on when it is told to.
struct Learner {
    QTemporaryDir folder;
    qint64 now = testing::eightOClock;

    [[nodiscard]] std::unique_ptr<desk::Window> open()
    {
        desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
        parts.clock = [this] { return now; };
        parts.journal = std::move(*journal::Journal::open(folder.filePath(text("journal.sqlite")), parts.clock));
        return testing::makeWindow(std::move(parts));
    }
};

const course::Module &module()
{
    return *course::findSection(testing::shippedCourse().course, text("what-is-known")).module;
}

/// Answers so many questions of the module's check, with "I don't know".
void answerNone(desk::Window &window, int count)
{
    window.go({Page::Check, module().id});
    for (int i = 0; i < count; ++i) {
        window.check().dontKnow();
        window.check().next();
    }
}

} // namespace

class TestPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void nothingIsDueAtFirst();
    void whatWasMissedBecomesDue();
    void practiceAsksIt();
    void continuesAfterwards();
    void tenMinutesAreEnough();
    void tenMinutesReadOnWhereNothingIsDue();
    void tenMinutesComeToAnEnd();
    void aTileTellsWhatIsLeft();
    void tellsProgressInWords_data();
    void tellsProgressInWords();
    void knowsObjectives();
};

void TestPractice::nothingIsDueAtFirst()
{
    Learner learner;
    const auto window = learner.open();
    window->go({Page::Practice, {}});
    QVERIFY(says(*window, "Nothing is due yet"));
    QVERIFY(!Person(*window).button(text("practise"))->isEnabled());
}

void TestPractice::whatWasMissedBecomesDue()
{
    Learner learner;
    const auto window = learner.open();
    answerNone(*window, 3);
    window->go({Page::Practice, {}});
    QVERIFY(says(*window, "comes back later today"));
    learner.now += msPerHour;
    window->go({Page::Practice, {}});
    QVERIFY(says(*window, "3 questions due today. About 3 minutes."));
    window->go({});
    QVERIFY(says(*window, "3 questions due today"));
}

void TestPractice::practiceAsksIt()
{
    Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    answerNone(*window, 3);
    learner.now += msPerHour;
    window->go({Page::Practice, {}});
    click(*window, "practise");
    QVERIFY(person.isAt(Page::Check, text("practice")));
    QCOMPARE(window->check().view().count, 3);
    QCOMPARE(window->check().item(0).id, module().items[0].id);
    for (int i = 0; i < 3; ++i) {
        window->check().choose({text("a")});
        if (!window->check().canCommit())
            window->check().dontKnow();
        else
            window->check().commit();
        window->check().next();
    }
    QVERIFY(window->check().view().isAtEnd());
    QVERIFY(person.button(text("Another go at all of it")) == nullptr);
    // The module's own check is where it was.
    QCOMPARE(window->study().progressOf(module()).itemsSeen, 3);
    QCOMPARE(window->study().latestCheck(module())->current(), 3);
}

void TestPractice::continuesAfterwards()
{
    Learner learner;
    {
        const auto window = learner.open();
        answerNone(*window, 4);
        learner.now += msPerHour;
        window->go({Page::Practice, {}});
        click(*window, "practise");
        QVERIFY(Person(*window).isAt(Page::Check, text("practice")));
        window->check().dontKnow();
        window->check().next();
    }
    const auto window = learner.open();
    const Person person(*window);
    QVERIFY(says(*window, "Question 2 of 4."));
    click(*window, "continue");
    QVERIFY(person.isAt(Page::Check, text("practice")));
    QVERIFY(person.isAtItem(1));
}

void TestPractice::tenMinutesAreEnough()
{
    Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    answerNone(*window, 13);
    learner.now += msPerDay;
    window->go({});
    click(*window, "ten");
    QVERIFY(person.isAt(Page::Check, text("practice")));
    QCOMPARE(window->check().view().count, 10);
    for (int i = 0; i < 10; ++i) {
        window->check().dontKnow();
        window->check().next();
    }
    QVERIFY(says(*window, "This was what fits your time."));
    QVERIFY(person.button(text("Another go at what does not hold yet")) == nullptr);
    QVERIFY(person.button(text("Back to the start page")) != nullptr);
}

void TestPractice::tenMinutesReadOnWhereNothingIsDue()
{
    Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    const course::Section *next = window->study().nextUnread();
    QVERIFY(next != nullptr);
    click(*window, "ten");
    QVERIFY(person.isAt(Page::Section, next->id));
    window->study().finishSection(next->id);
    QVERIFY(window->study().nextUnread() != next);
}

/// What somebody was sure of and that did not hold is not asked again at once, and nothing offers it.
void TestPractice::tenMinutesComeToAnEnd()
{
    Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    const auto answerSurely = [&] {
        base::Statement statement;
        statement.verb = base::Verb::Answered;
        statement.object = window->study().course().id + u'/' + module().items.front().id;
        statement.result = {{text("fraction"), 0.0}, {text("sure"), quiz::mostSure}, {text("try"), 1}};
        window->study().record(statement);
    };
    const auto canPractise = [&] {
        window->go({});
        window->go({Page::Practice, {}});
        if (!settled([&] { return person.button(text("practise")) != nullptr; }))
            qFatal("no practice page");
        return person.button(text("practise"))->isEnabled();
    };
    answerSurely();
    QVERIFY(!canPractise());
    QVERIFY(says(*window, "Nothing is due right now."));
    learner.now += msPerDay;
    QVERIFY(canPractise());
    QVERIFY(says(*window, "which you were sure of and which did not hold"));
    answerSurely();
    QVERIFY(!canPractise());
    const course::Section *next = window->study().nextUnread();
    QVERIFY(next != nullptr);
    window->go({});
    click(*window, "ten");
    QVERIFY(person.isAt(Page::Section, next->id));
}

/// All of a module that is not begun, what is left of one that is: as it is heard.
void TestPractice::aTileTellsWhatIsLeft()
{
    Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    const QString title = text("Module 5: ") + module().title;
    const int all = course::selfMinutes(module());
    const auto hears = [&](const QString &words) {
        window->go({Page::Figures, {}});
        window->go({});
        return settled([&] { return person.button(title + words) != nullptr; });
    };
    QVERIFY(hears(text(", not begun, %1 minutes").arg(all)));
    const course::Section &first = module().sections.front();
    window->study().finishSection(first.id);
    const int left = all - course::selfMinutes(first);
    const int percent = qRound(window->study().progressOf(module()).share() * 100);
    QVERIFY(percent > 0);
    QVERIFY(hears(text(", %1 percent done, %2 minutes left").arg(percent).arg(left)));
    for (const course::Section &section : module().sections)
        window->study().finishSection(section.id);
    answerNone(*window, static_cast<int>(module().items.size()));
    QVERIFY(hears(text(", done")));
}

void TestPractice::tellsProgressInWords_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("met");
    QTest::addColumn<int>("held");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing to ask") << 0 << 0 << 0 << QString();
    QTest::newRow("not asked") << 3 << 0 << 0 << text("not asked yet");
    QTest::newRow("all held") << 3 << 3 << 3 << text("understood: 3 of 3 held");
    QTest::newRow("some asked, all held") << 3 << 2 << 2 << text("well on the way: 2 of 3 held");
    QTest::newRow("some did not") << 3 << 3 << 1 << text("worth another look: 1 of 3 held");
}

void TestPractice::tellsProgressInWords()
{
    QFETCH(const int, items);
    QFETCH(const int, met);
    QFETCH(const int, held);
    QFETCH(const QString, words);
    QCOMPARE(desk::heldWords({QString(), items, met, held}), words);
}

/// Every marked question of the shipped course is on an objective of its module.
void TestPractice::knowsObjectives()
{
    for (const course::Module &one : testing::shippedCourse().course.modules) {
        const auto marked = std::ranges::count_if(one.items, &quiz::isMarked);
        int counted = 0;
        for (const desk::ObjectiveProgress &objective : desk::objectivesOf(one, {})) {
            QVERIFY2(objective.items > 0, qPrintable(objective.text));
            counted += objective.items;
        }
        QVERIFY2(counted >= marked, qPrintable(one.id));
    }
}

DESK_TEST_MAIN(TestPractice)
#include "tst_practice.moc"
