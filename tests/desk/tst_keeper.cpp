// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeper.h"

#include "desk/dialogs.h"
#include "desk/keptpage.h"
#include "desk/learnerpages.h"
#include "desk/person.h"
#include "desk/topbar.h"

#include <QAction>
#include <QFileInfo>
#include <QInputDialog>
#include <QSignalSpy>
#include <QTimer>

using base::Verb;
using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

/// What is to be read on a page, one text a line.
QString wordsOn(const QWidget &page)
{
    return testing::shownIn(&page).join(u'\n');
}

/// Enters a text into the field that is asked for next.
void enterNext(const QString &value)
{
    QTimer::singleShot(0, QCoreApplication::instance(), [value] {
        auto *box = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        if (box == nullptr) {
            enterNext(value);
            return;
        }
        box->setTextValue(value);
        box->accept();
    });
}

/// A folder of somebody's, and windows on it.
struct Computer {
    QTemporaryDir folder;

    [[nodiscard]] QString journal() const { return folder.filePath(text("journal.sqlite")); }
    [[nodiscard]] std::unique_ptr<desk::Window> open() const
    {
        desk::WindowParts parts = testing::partsIn(folder.path(), testing::shippedCourse());
        parts.openKept = [path = journal()] {
            return journal::Journal::open(path, base::fixedClock(testing::eightOClock));
        };
        const keep::People people(parts.store.folder());
        if (people.faces().size() > 1 && parts.journal->persons()->size() > 1) {
            parts.asksWho = true;
            parts.journal = testing::journalInMemory();
        }
        return testing::makeWindow(std::move(parts));
    }

    /// Zeros in the middle of the file, as after a power cut.
    void damage() const
    {
        QByteArray bytes = testing::bytesOf(journal());
        testing::write(journal(), bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\0')));
    }

    /// As the program starts on a file that cannot be opened.
    [[nodiscard]] std::unique_ptr<desk::Window> openDamaged() const
    {
        desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
        parts.keptPath = journal();
        parts.openKept = [path = journal()] {
            return journal::Journal::open(path, base::fixedClock(testing::eightOClock));
        };
        parts.store = keep::Store(folder.filePath(text("settings")));
        parts.problem = journal::Error{journal::ErrorCode::Damaged, journal(), {}};
        return testing::makeWindow(std::move(parts));
    }
};

base::Statement hasRead(const char *section)
{
    base::Statement statement;
    statement.verb = Verb::Experienced;
    statement.object = testing::shippedCourse().course.id + QLatin1Char('/') + text(section);
    return statement;
}

void read(desk::Window &window, const char *section)
{
    window.study().finishSection(text(section));
}

} // namespace

class TestKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void severalLearnWithOneFile();
    void nothingIsShownBeforeOneSaysWhoTheyAre();
    void travelsOnAStick();
    void putsABackupBack();
    void offersToMendADamagedFile_data();
    void offersToMendADamagedFile();
    void leavesADamagedFileOfAnotherName();
    void asksBeforeItForgets();
    void forgets_data();
    void forgets();
    void aGuestLeavesTheFileAlone();
    void aGuestSaysWhoTheyAreBeforeTheyGoBack();
    void tendsQuietly();
    void keepsWhatWasDoneBesideADamagedFile();
    void asksBeforeItPurgesWhatIsOld();
    void offersToDeleteACopyThatRemains();
    void stillAsksWhoAfterAnotherLook();
    void aChoiceChangesNothingElse();
    void goesOnAsTheOneWhoLearns();
    void tellsOfAnotherWindow();
    void tellsOfAClockThatWentBack();
    void findsDamageByItself();
    void thePageHasAllOfIt();
};

void TestKeeper::severalLearnWithOneFile()
{
    const Computer computer;
    const auto window = computer.open();
    read(*window, "what-is-known");
    const QUuid first = window->keeper().face().id;
    window->keeper().addPerson(text("B"));
    QVERIFY(settled([&] { return window->keeper().face().name == text("B"); }));
    QVERIFY(!window->study().isRead(text("what-is-known")));
    read(*window, "two-questions");
    window->keeper().choose(first);
    QVERIFY(window->study().isRead(text("what-is-known")));
    QVERIFY(!window->study().isRead(text("two-questions")));
    QCOMPARE(window->keeper().persons().size(), std::size_t(2));
}

void TestKeeper::nothingIsShownBeforeOneSaysWhoTheyAre()
{
    const Computer computer;
    QUuid first;
    {
        const auto window = computer.open();
        first = window->keeper().face().id;
        keep::Face face = window->keeper().face();
        face.name = text("A");
        window->keeper().setFace(face);
        window->study().openSection(text("two-questions"));
        read(*window, "what-is-known");
        window->keeper().addPerson(text("B"));
    }
    const auto window = computer.open();
    const Person person(*window);
    QVERIFY(!window->study().isKept());
    QVERIFY(!window->study().isRead(text("what-is-known")));
    QVERIFY(settled([&] { return wordsOn(*window->currentPage()).contains(text("Who is learning?")); }));
    QVERIFY(person.button(text("A guest: nothing is kept"))->hasFocus());
    person.button(text("A"))->click();
    QVERIFY(settled([&] { return window->study().isKept(); }));
    QCOMPARE(window->keeper().face().id, first);
    QVERIFY(window->study().isRead(text("what-is-known")));
    QVERIFY(settled([&] { return person.button(text("A guest: nothing is kept")) == nullptr; }));
}

void TestKeeper::travelsOnAStick()
{
    const Computer here;
    const Computer there;
    const QString stick = here.folder.filePath(text("stick.sqlite"));
    {
        const auto window = here.open();
        read(*window, "what-is-known");
        keep::Face face = window->keeper().face();
        face.name = text("Secretname");
        window->keeper().setFace(face);
        QSignalSpy told(&window->keeper(), &desk::Keeper::told);
        window->keeper().exportTo(stick);
        QVERIFY(told.back().front().toString().contains(stick));
        window->keeper().exportTo(stick);
        QVERIFY(told.back().front().toString().contains(text("left as it is")));
    }
    QVERIFY(!testing::bytesOf(stick).contains("Secretname"));
    const auto window = there.open();
    window->keeper().merge(stick);
    QCOMPARE(window->keeper().persons().size(), std::size_t(2));
    window->keeper().choose(window->keeper().persons().back().id);
    QVERIFY(window->study().isRead(text("what-is-known")));
    QCOMPARE(window->keeper().face().name, QString());
}

void TestKeeper::putsABackupBack()
{
    const Computer computer;
    const auto window = computer.open();
    read(*window, "what-is-known");
    window->keeper().backUp();
    QCOMPARE(window->keeper().backups().size(), std::size_t(1));
    read(*window, "two-questions");
    QSignalSpy told(&window->keeper(), &desk::Keeper::told);
    window->keeper().restore(window->keeper().backups().front().path);
    QVERIFY2(told.back().front().toString().contains(text("What is kept is sound again")),
             qPrintable(told.back().front().toString()));
    QVERIFY(window->study().isKept());
    QVERIFY(window->study().isRead(text("what-is-known")));
    QVERIFY(window->study().isRead(text("two-questions"))); // what it had besides was taken over
    read(*window, "reasons-to-leave");
    QCOMPARE(testing::openJournal(computer.journal())->objects({.verbs = {Verb::Experienced}})->size(), std::size_t(3));
}

void TestKeeper::offersToMendADamagedFile_data()
{
    QTest::addColumn<bool>("hasBackup");
    QTest::newRow("from a backup") << true;
    QTest::newRow("from what can be read") << false;
}

void TestKeeper::offersToMendADamagedFile()
{
    QFETCH(const bool, hasBackup);
    const Computer computer;
    {
        const auto window = computer.open();
        read(*window, "what-is-known");
        if (hasBackup)
            window->keeper().backUp();
    }
    if (!hasBackup)
        QVERIFY(QDir(computer.folder.filePath(text("backups"))).removeRecursively());
    computer.damage();
    const auto window = computer.openDamaged();
    const Person person(*window);
    QVERIFY(!window->study().isKept());
    QVERIFY(settled([&] { return person.button(text("mend")) != nullptr; }));
    if (hasBackup)
        testing::answerNext({}, text("Put it back"));
    person.button(text("mend"))->click();
    QVERIFY(settled([&] { return window->study().isKept(); }));
    if (hasBackup)
        QVERIFY(window->study().isRead(text("what-is-known")));
    QCOMPARE(QDir(computer.folder.path()).entryList({text("journal.sqlite.damaged-*Z")}).size(), 1);
    read(*window, "two-questions");
    QVERIFY(window->study().isRead(text("two-questions")));
}

void TestKeeper::leavesADamagedFileOfAnotherName()
{
    const QTemporaryDir folder;
    const QString notes = folder.filePath(text("notes.txt"));
    testing::write(notes, "These are notes.");
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.keptPath = notes;
    parts.problem = journal::Error{journal::ErrorCode::Damaged, notes, {}};
    const auto window = testing::makeWindow(std::move(parts));
    QVERIFY(settled([&] { return Person(*window).button(text("continue")) != nullptr; }));
    QVERIFY(Person(*window).button(text("mend")) == nullptr);
}

void TestKeeper::asksBeforeItForgets()
{
    const Computer computer;
    const auto window = computer.open();
    const Person person(*window);
    read(*window, "what-is-known");
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return person.button(text("Forget me…")) != nullptr; }));
    bool asked = false;
    QTimer::singleShot(0, this, [&] { asked = true; });
    testing::answerNext({}, text("Leave it"));
    person.button(text("Forget me…"))->click();
    QVERIFY(settled([&] { return asked && QApplication::activeModalWidget() == nullptr; }));
    QVERIFY(window->study().isRead(text("what-is-known")));
}

void TestKeeper::forgets_data()
{
    QTest::addColumn<bool>("forGood");
    QTest::newRow("hidden") << false;
    QTest::newRow("purged") << true;
}

void TestKeeper::forgets()
{
    QFETCH(const bool, forGood);
    const Computer computer;
    const auto window = computer.open();
    read(*window, "what-is-known");
    keep::Face face = window->keeper().face();
    face.name = text("Secretname");
    window->keeper().setFace(face);
    window->keeper().backUp();
    window->keeper().forgetMe(forGood);
    QVERIFY(!window->study().isRead(text("what-is-known")));
    QVERIFY(window->keeper().face().id != face.id);
    QVERIFY(!testing::bytesOf(computer.folder.filePath(text("settings/people.json"))).contains("Secretname"));
    QVERIFY(settled([&] { return window->location() == desk::Location(); }));
    const QString backup = window->keeper().backups().front().path;
    QCOMPARE(testing::bytesOf(backup).contains("what-is-known"), !forGood);
}

void TestKeeper::aGuestLeavesTheFileAlone()
{
    const Computer computer;
    const auto window = computer.open();
    const Person person(*window);
    read(*window, "what-is-known");
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return person.button(text("Be a guest")) != nullptr; }));
    person.button(text("Be a guest"))->click();
    QVERIFY(settled([&] { return !window->study().isKept(); }));
    QVERIFY(!window->study().isRead(text("what-is-known")));
    read(*window, "two-questions");
    QCOMPARE(testing::openJournal(computer.journal())->objects({.verbs = {Verb::Experienced}})->size(), std::size_t(1));
}

/// A PIN is asked for on the way back from being a guest too.
void TestKeeper::aGuestSaysWhoTheyAreBeforeTheyGoBack()
{
    const Computer computer;
    const auto window = computer.open();
    const Person person(*window);
    read(*window, "what-is-known");
    keep::Face face = keep::withPin(window->keeper().face(), text("4711"));
    face.name = text("A");
    window->keeper().setFace(face);
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return person.button(text("Be a guest")) != nullptr; }));
    person.button(text("Be a guest"))->click();
    QVERIFY(settled([&] { return !window->study().isKept(); }));
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return person.button(text("Keep my progress")) != nullptr; }));
    person.button(text("Keep my progress"))->click();
    QVERIFY(settled([&] { return person.button(text("A")) != nullptr; }));
    QVERIFY(!window->study().isKept());
    enterNext(text("4711"));
    person.button(text("A"))->click();
    QVERIFY(settled([&] { return window->study().isKept(); }));
    QVERIFY(window->study().isRead(text("what-is-known")));
}

void TestKeeper::tendsQuietly()
{
    const Computer computer;
    const auto window = computer.open();
    QSignalSpy told(&window->keeper(), &desk::Keeper::told);
    read(*window, "what-is-known");
    window->keeper().tend(0);
    QCOMPARE(window->keeper().backups().size(), std::size_t(1));
    QCOMPARE(told.size(), 0);
}

/// Damage that nothing has stumbled upon yet is found by looking over the file, and no backup is made of it.
/// What could be read and answered all the same "until the window closes" is there when the file is sound again.
void TestKeeper::keepsWhatWasDoneBesideADamagedFile()
{
    const Computer computer;
    {
        const auto window = computer.open();
        read(*window, "two-questions");
        window->keeper().backUp();
        for (int i = 0; i < 200; ++i)
            window->study().openSection(text("two-questions"));
    }
    computer.damage();
    const auto window = computer.openDamaged();
    read(*window, "reasons-to-leave");
    window->notebook().set({QUuid::createUuid(), text("reasons-to-leave"), text("q"), 0, text("Mine.")});
    window->keeper().restore(window->keeper().backups().front().path);
    QVERIFY(settled([&] { return window->study().isKept(); }));
    QVERIFY(window->study().isRead(text("two-questions")));
    QVERIFY(window->study().isRead(text("reasons-to-leave")));
    QVERIFY(settled([&] { return !window->notebook().isEmpty(); }));
}

void TestKeeper::asksBeforeItPurgesWhatIsOld()
{
    const Computer computer;
    {
        const auto journal = journal::Journal::open(computer.journal(), base::fixedClock(946684800000)).value();
        journal->append(hasRead("two-questions"), {});
    }
    const auto window = computer.open();
    window->go({Page::Kept, {}});
    const auto choose = [&](int days) {
        Q_EMIT window->learners().kept()->keptDaysChosen(days);
        QApplication::processEvents();
    };
    testing::answerNext({}, text("Leave it as it was"));
    choose(365);
    QVERIFY(window->study().isRead(text("two-questions")));
    QCOMPARE(keep::Store(computer.folder.filePath(text("settings"))).settings().keptDays, 0);
    testing::answerNext({}, text("Purge them"));
    choose(365);
    QVERIFY(!window->study().isRead(text("two-questions")));
    QCOMPARE(keep::Store(computer.folder.filePath(text("settings"))).settings().keptDays, 365);
    choose(30); // nothing is older, and nothing is asked
    QCOMPARE(keep::Store(computer.folder.filePath(text("settings"))).settings().keptDays, 30);
}

void TestKeeper::offersToDeleteACopyThatRemains()
{
    const Computer computer;
    const auto window = computer.open();
    read(*window, "two-questions");
    const QString damaged = computer.journal() + text(".damaged-20260101T080000Z");
    testing::write(damaged, "no database");
    window->keeper().forgetMe(true);
    QApplication::processEvents(); // the pages of another person are made
    QPushButton *mend = nullptr;
    QVERIFY(settled([&] {
        mend = window->findChild<QPushButton *>(text("mend"));
        return mend != nullptr && mend->isVisible();
    }));
    QCOMPARE(mend->text(), text("Delete that file"));
    mend->click();
    QVERIFY(settled([&] { return !QFileInfo::exists(damaged); }));
}

void TestKeeper::stillAsksWhoAfterAnotherLook()
{
    const Computer computer;
    {
        const auto window = computer.open();
        read(*window, "two-questions");
        QVERIFY(window->keeper().addPerson(text("Ben")).has_value());
        read(*window, "reasons-to-leave");
    }
    desk::WindowParts parts = testing::partsIn(computer.folder.path(), testing::shippedCourse());
    parts.openKept = [path = computer.journal()] {
        return journal::Journal::open(path, base::fixedClock(testing::eightOClock));
    };
    parts.asksWho = true;
    parts.journal = testing::journalInMemory();
    const auto window = testing::makeWindow(std::move(parts));
    const auto asks = [&] { return wordsOn(*window->currentPage()).contains(text("Ben")); };
    QVERIFY(settled(asks));
    auto *bar = window->findChild<desk::TopBar *>();
    keep::Settings larger;
    larger.textScale = 1.3;
    Q_EMIT bar->settingsChanged(larger);
    QApplication::processEvents();
    QVERIFY(settled(asks));
}

/// What was set on a page is not taken back by a menu that was made before.
void TestKeeper::aChoiceChangesNothingElse()
{
    const Computer computer;
    const auto window = computer.open();
    window->go({Page::Kept, {}});
    Q_EMIT window->learners().kept()->keptDaysChosen(91);
    auto *bar = window->findChild<desk::TopBar *>();
    for (QAction *action : bar->findChildren<QAction *>()) {
        if (action->text() == text("Dark"))
            action->trigger();
    }
    QApplication::processEvents();
    const keep::Settings kept = keep::Store(computer.folder.filePath(text("settings"))).settings();
    QCOMPARE(kept.theme, keep::Theme::Dark);
    QCOMPARE(kept.keptDays, 91);
}

/// A journal that came on a stick belongs to the one who did something in it, not to the one this computer began with.
void TestKeeper::goesOnAsTheOneWhoLearns()
{
    const Computer computer;
    QUuid learner;
    {
        const auto journal = testing::openJournal(computer.journal());
        learner = journal->addPerson().value();
        QVERIFY(journal->choosePerson(learner).has_value());
        journal->append(hasRead("two-questions"), {});
    }
    const desk::StartOptions options{.course = {}, .journal = computer.journal()};
    const desk::WindowParts parts =
        desk::makeParts(options, computer.folder.filePath(text("settings")), desk::beginReading(options));
    QVERIFY(!parts.asksWho);
    QCOMPARE(parts.journal->person(), learner);
}

void TestKeeper::tellsOfAnotherWindow()
{
    const Computer computer;
    const auto window = computer.open();
    QSignalSpy told(&window->keeper(), &desk::Keeper::told);
    const auto other = testing::openJournal(computer.journal());
    other->append(hasRead("two-questions"), {});
    QVERIFY(!window->study().isRead(text("two-questions")));
    window->keeper().lookElsewhere();
    QVERIFY(window->study().isRead(text("two-questions")));
    QCOMPARE(told.size(), 1);
    QVERIFY(told.front().front().toString().contains(text("Another window")));
    window->keeper().lookElsewhere();
    QCOMPARE(told.size(), 1);
    // It looks when somebody comes back to it.
    other->append(hasRead("reasons-to-leave"), {});
    QEvent back(QEvent::ActivationChange);
    QApplication::sendEvent(window.get(), &back);
    QVERIFY(window->study().isRead(text("reasons-to-leave")));
    QCOMPARE(told.size(), 2);
}

void TestKeeper::tellsOfAClockThatWentBack()
{
    constexpr qint64 day = 86'400'000;
    const Computer computer;
    {
        const auto later =
            journal::Journal::open(computer.journal(), base::fixedClock(testing::eightOClock + day)).value();
        later->append(hasRead("two-questions"), {});
    }
    const auto window = computer.open();
    QSignalSpy told(&window->keeper(), &desk::Keeper::told);
    window->keeper().tend(0);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.front().front().toString().contains(text("Nothing is lost, and the order holds.")));
    window->keeper().tend(0);
    QCOMPARE(told.size(), 1); // once is enough
}

void TestKeeper::findsDamageByItself()
{
    const Computer computer;
    const auto window = computer.open();
    for (const char *section : {"what-is-known", "two-questions", "reasons-to-leave"})
        read(*window, section);
    QVERIFY(window->study().ledger().exportTo(computer.folder.filePath(text("copy.sqlite"))));
    const QByteArray bytes = testing::bytesOf(computer.folder.filePath(text("copy.sqlite")));
    QCOMPARE(window->keeper().backups().size(), std::size_t(0));
    window->study().resume([&] {
        QByteArray broken = bytes;
        testing::write(computer.journal(), broken.replace("experienced", "experiencex"));
        for (const char *beside : {"-wal", "-shm"})
            QFile::remove(computer.journal() + text(beside));
        return testing::openJournal(computer.journal());
    });
    QSignalSpy damaged(&window->keeper(), &desk::Keeper::damaged);
    window->keeper().tend(0);
    QCOMPARE(damaged.size(), 1);
    QCOMPARE(window->keeper().backups().size(), std::size_t(0));
}

void TestKeeper::thePageHasAllOfIt()
{
    const Computer computer;
    const auto window = computer.open();
    const Person person(*window);
    read(*window, "what-is-known");
    person.button(text("kept"))->click();
    QVERIFY(person.isAt(Page::Kept));
    QVERIFY(settled([&] { return person.button(text("Forget me…")) != nullptr; }));
    const QString words = wordsOn(*window->currentPage());
    QVERIFY(words.contains(computer.journal()));
    QVERIFY(words.contains(text("Somebody, last here on")));
    for (const char *button : {"Name, sign and PIN", "Somebody new", "Be a guest", "Copy to a stick…",
                               "Take in from a stick…", "Look it over", "Make one now", "Forget me…"})
        QVERIFY2(person.button(text(button)) != nullptr, button);
    person.button(text("Make one now"))->click();
    QVERIFY(settled([&] { return person.button(text("Put it back…")) != nullptr; }));
}

DESK_TEST_MAIN(TestKeeper)
#include "tst_keeper.moc"
