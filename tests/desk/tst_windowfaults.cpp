// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

#include "desk/checkpresenter.h"
#include "desk/person.h"
#include "desk/problemtext.h"

#include <QAction>
#include <QClipboard>

using desk::Location;
using testing::FakeJournal;
using testing::Person;
using testing::settled;
using Page = Location::Page;

namespace {

/// A window on the tiny course over a journal that the test keeps in its hand, at the first question.
struct Fixture {
    Fixture()
    {
        desk::WindowParts parts = testing::partsOf(testing::readTinyCourse());
        auto made = std::make_unique<FakeJournal>(QStringLiteral("/the/journal.sqlite"));
        journal = made.get();
        parts.journal = std::move(made);
        window = testing::makeWindow(std::move(parts));
        window->go({Page::Check, QStringLiteral("first")});
        QApplication::processEvents();
    }

    [[nodiscard]] QString shown() const { return testing::shownIn(window.get()).join(QLatin1Char('\n')); }

    FakeJournal *journal = nullptr;
    std::unique_ptr<desk::Window> window;
};

/// What the window of this program shows when it is started with these options.
std::unique_ptr<desk::Window> started(const desk::StartOptions &options, const QTemporaryDir &folder)
{
    const QString settings = folder.filePath(QStringLiteral("settings"));
    return testing::makeWindow(desk::makeParts(options, settings, desk::beginReading(options)));
}

QString shownIn(const desk::Window &window)
{
    return testing::shownIn(&window).join(QLatin1Char('\n'));
}

/// The number of the first line that has `text` in it.
int lineOf(const QByteArray &bytes, const QByteArray &text)
{
    return static_cast<int>(bytes.left(bytes.indexOf(text)).count('\n')) + 1;
}

constexpr auto sectionWithoutId = "---\ntitle: Afterwards\n---\n\n## A section\n\nText.\n";

} // namespace

class TestWindowFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void opensWhatIsSoundBesideABrokenLesson();
    void opensWhatIsSoundBesideABrokenQuestion();
    void namesFileAndLineOfEachFault();
    void opensWithoutACourse();
    void opensWithACourseThatIsClosed();
    void copiesTheListOfFaults();
    void saysThatAJournalCannotBeOpened_data();
    void saysThatAJournalCannotBeOpened();
    void leavesAFileThatIsNoJournalAlone();
    void opensTheAnswerOnlyWhenItIsOnDisk();
    void saysThatAnAnswerWasNotSaved_data();
    void saysThatAnAnswerWasNotSaved();
    void savesAfterTheDiskHasSpaceAgain();
    void readsOnWhereNothingCanBeSaved();
    void saysThatProgressCannotBeKept();
    void putsANoticeAway();
    void keepsTheNoticeWhenTheTextGrows();
};

void TestWindowFaults::opensWhatIsSoundBesideABrokenLesson()
{
    const QTemporaryDir folder;
    const QString course = folder.filePath(QStringLiteral("course"));
    testing::copyFolder(testing::shippedCoursePath(), course);
    const QString list = course + QStringLiteral("/course.yaml");
    testing::write(list, testing::bytesOf(list) + "\n  - id: afterwards\n    dir: 06-afterwards\n");
    testing::write(course + QStringLiteral("/06-afterwards/lesson.md"), sectionWithoutId);
    testing::write(course + QStringLiteral("/06-afterwards/items.gift"), "");
    const auto window = started({course, {}}, folder);
    const Person person(*window);
    const course::Course &read = window->study().course();
    QCOMPARE(read.modules.size(), 2U);
    QVERIFY(!read.modules.back().isOpen());
    QVERIFY(shownIn(*window).contains(QStringLiteral("in this course need")) ||
            shownIn(*window).contains(QStringLiteral("in this course needs")));

    QVERIFY(person.clickButton(QStringLiteral("Show what needs mending")));
    QVERIFY(person.isAt(Page::Faults));
    QVERIFY2(shownIn(*window).contains(QStringLiteral("06-afterwards/lesson.md:5")), qPrintable(shownIn(*window)));
    QVERIFY(shownIn(*window).contains(QStringLiteral("“afterwards” stays closed")));

    window->go({});
    QVERIFY(person.clickButton(QStringLiteral("continue")));
    QVERIFY(person.isAt(Page::Section, read.modules.front().sections.front().id));
}

void TestWindowFaults::opensWhatIsSoundBesideABrokenQuestion()
{
    const QTemporaryDir folder;
    const QString course = folder.filePath(QStringLiteral("course"));
    testing::copyFolder(testing::shippedCoursePath(), course);
    const QString items = course + QStringLiteral("/05-what-happened-next/items.gift");
    const QByteArray sound = testing::bytesOf(items);
    const QByteArray question = "::Broken::Which one? {=one ~two}\n\n";
    testing::write(items, "// [id:broken]\n// [tag:section:nowhere]\n" + question + sound);
    const auto window = started({course, {}}, folder);
    const Person person(*window);
    const course::Module &module = window->study().course().modules.front();
    QCOMPARE(module.items.size(), testing::shippedCourse().course.modules.front().items.size());
    window->go({Page::Check, module.id});
    QVERIFY(shownIn(*window).contains(module.items.front().stem.content));
    window->go({Page::Faults, {}});
    QVERIFY2(shownIn(*window).contains(QStringLiteral("05-what-happened-next/items.gift:")),
             qPrintable(shownIn(*window)));
    QVERIFY(shownIn(*window).contains(QStringLiteral("“broken” is not asked")));
}

void TestWindowFaults::namesFileAndLineOfEachFault()
{
    const QTemporaryDir folder;
    testing::writeTinyCourse(folder.path());
    QByteArray lesson = testing::tinyLesson;
    lesson.replace("[the beginning](section:one)", "[the beginning](section:nowhere)");
    testing::write(folder.filePath(QStringLiteral("01-first/lesson.md")), lesson);
    QByteArray numbers = testing::tinyNumbers;
    numbers.replace("stones,7,exact", "stones,many,exact");
    testing::write(folder.filePath(QStringLiteral("figures/stones.csv")), numbers);
    const course::Reading reading = course::read(folder.path());
    QVERIFY(reading.faults.size() >= 2);
    const auto window = started({folder.path(), {}}, folder);
    window->go({Page::Faults, {}});
    const QString shown = shownIn(*window);
    for (const base::Fault &fault : reading.faults) {
        const QString place = QStringLiteral("%1:%2").arg(fault.place.file).arg(fault.place.line);
        QVERIFY2(shown.contains(place), qPrintable(place + QLatin1Char('\n') + shown));
    }
    QVERIFY(shown.contains(QStringLiteral("01-first/lesson.md:%1").arg(lineOf(lesson, "section:nowhere"))));
    QVERIFY(shown.contains(QStringLiteral("figures/stones.csv:2")));
}

void TestWindowFaults::opensWithoutACourse()
{
    const QTemporaryDir folder;
    const auto window = started({folder.filePath(QStringLiteral("nowhere")), {}}, folder);
    const Person person(*window);
    QCOMPARE(window->location().page, Page::Faults);
    QVERIFY2(shownIn(*window).contains(QStringLiteral("The course cannot be opened yet")),
             qPrintable(shownIn(*window)));
    QVERIFY(shownIn(*window).contains(QStringLiteral("course.yaml")));
    // The way to the start page and on leads nowhere, and says nothing that is not so.
    person.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window->location().page, Page::Faults);
    person.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!shownIn(*window).contains(QStringLiteral("What is sound is open.")));
}

void TestWindowFaults::opensWithACourseThatIsClosed()
{
    const QTemporaryDir folder;
    testing::writeTinyCourse(folder.path());
    testing::write(folder.filePath(QStringLiteral("course.yaml")), "id: tiny\ntitle: [no end\n");
    const auto window = started({folder.path(), {}}, folder);
    QCOMPARE(window->location().page, Page::Faults);
    QVERIFY2(shownIn(*window).contains(QStringLiteral("course.yaml:")), qPrintable(shownIn(*window)));
    QVERIFY(shownIn(*window).contains(QStringLiteral("The course stays closed until then.")));
}

void TestWindowFaults::copiesTheListOfFaults()
{
    const QTemporaryDir folder;
    testing::writeTinyCourse(folder.path());
    testing::write(folder.filePath(QStringLiteral("02-first-again/lesson.md")), sectionWithoutId);
    const auto window = started({folder.path(), {}}, folder);
    const Person person(*window);
    window->go({Page::Faults, {}});
    QVERIFY(person.clickButton(QStringLiteral("Copy the list")));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("02-first-again/lesson.md:5:")));
    const qsizetype lines = QGuiApplication::clipboard()->text().count(QLatin1Char('\n')) + 1;
    QCOMPARE(lines, std::ssize(course::read(folder.path()).faults));
}

void TestWindowFaults::saysThatAJournalCannotBeOpened_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("below a file") << QStringLiteral("file/journal.sqlite") << QByteArray()
                                  << static_cast<int>(journal::ErrorCode::CannotOpen);
    QTest::newRow("a folder") << QString() << QByteArray() << static_cast<int>(journal::ErrorCode::CannotOpen);
    QTest::newRow("not a database") << QStringLiteral("notes.txt") << QByteArray("These are notes. ").repeated(100)
                                    << static_cast<int>(journal::ErrorCode::Damaged);
}

void TestWindowFaults::saysThatAJournalCannotBeOpened()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    const QTemporaryDir folder;
    testing::write(folder.filePath(QStringLiteral("file")), "not a folder");
    const QString journal = path.isEmpty() ? folder.path() : folder.filePath(path);
    if (!bytes.isEmpty())
        testing::write(journal, bytes);
    const auto window = started({testing::shippedCoursePath(), journal}, folder);
    const Person person(*window);
    const QString said = desk::problemText({static_cast<journal::ErrorCode>(code), journal, {}});
    // The sentence of this very error; of a path only its beginning is compared, where a folder above is at fault.
    const QString beginning = said.left(said.indexOf(QLatin1Char(':')));
    QVERIFY2(shownIn(*window).contains(beginning), qPrintable(shownIn(*window)));
    QVERIFY(shownIn(*window).contains(QStringLiteral("You can read and answer all the same")));
    QVERIFY(!window->study().isKept());

    QVERIFY(person.clickButton(QStringLiteral("continue")));
    const course::Module &module = window->study().course().modules.front();
    QVERIFY(person.isAt(Page::Section, module.sections.front().id));
    window->go({Page::Check, module.id});
    person.press(Qt::Key_1);
    person.press(Qt::Key_Return);
    QVERIFY(person.isAnswered());
    QCOMPARE(person.saving(), QStringLiteral("Kept until you close the window"));
    // Reading and answering in memory does not mean that the journal is well: the notice stays.
    QVERIFY2(shownIn(*window).contains(beginning), qPrintable(shownIn(*window)));
}

void TestWindowFaults::leavesAFileThatIsNoJournalAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.txt"));
    const QByteArray notes = QByteArray("These are notes. ").repeated(100);
    testing::write(path, notes);
    {
        const auto window = started({testing::shippedCoursePath(), path}, folder);
        window->go({Page::Section, window->study().course().modules.front().sections.front().id});
    }
    QCOMPARE(testing::bytesOf(path), notes);
}

void TestWindowFaults::opensTheAnswerOnlyWhenItIsOnDisk()
{
    const Fixture fixture;
    const Person person(*fixture.window);
    fixture.journal->isSlow = true;
    person.press(Qt::Key_2);
    person.press(Qt::Key_Return);
    QVERIFY(settled([&] { return fixture.journal->waiting() == 1; }));
    QCOMPARE(person.saving(), QString());
    QVERIFY(!fixture.shown().contains(QStringLiteral("This one holds.")));
    QVERIFY(!fixture.shown().contains(QStringLiteral("Saved")));
    fixture.journal->replyAll();
    QVERIFY(person.isAnswered());
    QCOMPARE(person.saving(), QStringLiteral("Saved"));
    QApplication::processEvents();
    QVERIFY(fixture.shown().contains(QStringLiteral("This one holds. Two it is.")));
}

void TestWindowFaults::saysThatAnAnswerWasNotSaved_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= static_cast<int>(journal::ErrorCode::Failed); ++code)
        QTest::addRow("code %d", code) << code;
}

void TestWindowFaults::saysThatAnAnswerWasNotSaved()
{
    QFETCH(const int, code);
    const Fixture fixture;
    const Person person(*fixture.window);
    fixture.journal->refusal = static_cast<journal::ErrorCode>(code);
    person.press(Qt::Key_2);
    person.press(Qt::Key_Return);
    QVERIFY(settled([&] { return person.saving() == QStringLiteral("Not saved"); }));
    QApplication::processEvents();
    const QString said = desk::problemText({*fixture.journal->refusal, fixture.journal->path(), {}});
    QVERIFY2(fixture.shown().contains(said), qPrintable(fixture.shown()));
    QVERIFY(!fixture.shown().contains(QStringLiteral("This one holds.")));
    QCOMPARE(person.state().phase, quiz::ItemState::Phase::Open);
    QVERIFY(person.page()->findChildren<desk::OptionCard *>().at(1)->isChecked());
}

void TestWindowFaults::savesAfterTheDiskHasSpaceAgain()
{
    const Fixture fixture;
    const Person person(*fixture.window);
    fixture.journal->refusal = journal::ErrorCode::DiskFull;
    person.press(Qt::Key_2);
    person.press(Qt::Key_Return);
    QVERIFY(settled([&] { return person.saving() == QStringLiteral("Not saved"); }));
    fixture.journal->refusal.reset();
    QVERIFY(person.clickButton(QStringLiteral("main")));
    QVERIFY(person.isAnswered());
    QCOMPARE(person.saving(), QStringLiteral("Saved"));
    QApplication::processEvents();
    QVERIFY(!fixture.shown().contains(QStringLiteral("the disk with")));
}

void TestWindowFaults::readsOnWhereNothingCanBeSaved()
{
    const Fixture fixture;
    const Person person(*fixture.window);
    fixture.journal->refusal = journal::ErrorCode::ReadOnly;
    fixture.window->go({Page::Section, QStringLiteral("one")});
    QVERIFY(person.clickButton(QStringLiteral("next")));
    QVERIFY(person.isAt(Page::Section, QStringLiteral("two")));
    QVERIFY(!fixture.window->study().isRead(QStringLiteral("one")));
    const QString said = desk::problemText({journal::ErrorCode::ReadOnly, fixture.journal->path(), {}});
    QVERIFY2(fixture.shown().contains(said), qPrintable(fixture.shown()));
    QVERIFY(!fixture.shown().contains(QStringLiteral("Read · saved")));
}

void TestWindowFaults::saysThatProgressCannotBeKept()
{
    const QTemporaryDir folder;
    testing::write(folder.filePath(QStringLiteral("file")), "not a folder");
    desk::WindowParts parts = testing::partsOf(testing::readTinyCourse());
    parts.asks = true;
    const QString path = folder.filePath(QStringLiteral("file/journal.sqlite"));
    parts.openKept = [path] { return journal::Journal::open(path, base::fixedClock(testing::eightOClock)); };
    parts.store = keep::Store(folder.filePath(QStringLiteral("file/settings")));
    const auto window = testing::makeWindow(std::move(parts));
    const Person person(*window);
    QVERIFY(person.clickButton(QStringLiteral("Keep my progress")));
    QVERIFY(settled([&] { return person.button(QStringLiteral("Keep my progress")) == nullptr; }));
    QApplication::processEvents();
    // That the choice could not be kept either is the smaller news, and must not stand in its place.
    QVERIFY2(shownIn(*window).contains(QStringLiteral("cannot be opened")), qPrintable(shownIn(*window)));
    QVERIFY(!window->study().isKept());
}

void TestWindowFaults::putsANoticeAway()
{
    const Fixture fixture;
    const Person person(*fixture.window);
    fixture.journal->refusal = journal::ErrorCode::Locked;
    fixture.window->go({Page::Section, QStringLiteral("one")});
    QVERIFY(settled([&] { return fixture.shown().contains(QStringLiteral("another program holds")); }));
    QVERIFY(person.clickButton(QStringLiteral("Put away")));
    QVERIFY(settled([&] { return !fixture.shown().contains(QStringLiteral("another program holds")); }));
}

void TestWindowFaults::keepsTheNoticeWhenTheTextGrows()
{
    const QTemporaryDir folder;
    const auto window = started({testing::shippedCoursePath(), folder.path()}, folder);
    QVERIFY(shownIn(*window).contains(QStringLiteral("cannot be opened")));
    const auto actions = window->findChildren<QAction *>();
    const auto larger = std::ranges::find(actions, QStringLiteral("Larger text"), &QAction::text);
    QVERIFY(larger != actions.end());
    (*larger)->trigger();
    QTRY_VERIFY(QApplication::font().pixelSize() > 20);
    QTRY_VERIFY(shownIn(*window).contains(QStringLiteral("cannot be opened")));
}

DESK_TEST_MAIN(TestWindowFaults)

#include "tst_windowfaults.moc"
