// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notebook.h"

#include "desk/dialogs.h"
#include "desk/person.h"
#include "desk/searchbox.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTimer>

using testing::filesWith;
using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

/// Selects the first place of some words in the section on the page.
void select(desk::Window &window, const char *words)
{
    desk::LessonView *view = window.lessonPage()->view();
    view->setTextCursor(view->document()->find(text(words)));
}

QStringList notesShown(desk::Window &window)
{
    QStringList notes;
    for (const QWidget *card : window.lessonPage()->view()->findChildren<QWidget *>()) {
        if (card->accessibleName() == text("Your note") && card->isVisible())
            notes.append(card->accessibleDescription().trimmed());
    }
    return notes;
}

} // namespace

class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void areOffUntilSomebodyWantsThem();
    void standBesideTheirPassage();
    void standUnderIt();
    void highlightsAskNothing();
    void areUndone();
    void areFound();
    void areWipedByOneKey();
    void stayWhereThePassageIsGone();
    void aGuestsAreGone();
    void aGuestMayTakeThemAlong();
};

void TestNotes::areOffUntilSomebodyWantsThem()
{
    const QTemporaryDir folder;
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Section, text("reasons-to-leave")});
    select(*window, "debt, drugs");
    testing::answerNext({}, text("Leave them off"));
    person.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(settled([] { return QApplication::activeModalWidget() == nullptr; }));
    QVERIFY(window->notebook().isEmpty());
}

void TestNotes::standBesideTheirPassage()
{
    const QTemporaryDir folder;
    const auto open = [&] {
        desk::WindowParts parts = testing::partsIn(folder.path(), testing::shippedCourse());
        keep::Settings settings = parts.store.settings();
        settings.notes = true;
        static_cast<void>(parts.store.setSettings(settings));
        return testing::makeWindow(std::move(parts));
    };
    {
        const auto window = open();
        window->go({Page::Section, text("reasons-to-leave")});
        select(*window, "nobody asked them");
        testing::answerNext(text("Say this slowly."), text("Keep it"));
        Q_EMIT window->lessonPage()->view()->noteWanted();
        QVERIFY(settled([&] { return notesShown(*window) == QStringList{text("Say this slowly.")}; }));
        QCOMPARE(window->lessonPage()->view()->extraSelections().size(), 1);
        QCOMPARE(window->lessonPage()->view()->extraSelections().front().cursor.selectedText(),
                 text("nobody asked them"));
    }
    const auto window = open();
    window->go({Page::Section, text("reasons-to-leave")});
    QVERIFY(settled([&] { return notesShown(*window) == QStringList{text("Say this slowly.")}; }));
    const QUuid id = window->notebook().notesOf(text("reasons-to-leave")).front().id;
    testing::answerNext(text("Say this twice."), text("Keep it"));
    Q_EMIT window->lessonPage()->view()->noteActivated(id);
    QVERIFY(settled([&] { return notesShown(*window) == QStringList{text("Say this twice.")}; }));
    window->go({Page::Section, text("two-questions")});
    QVERIFY(settled([&] { return notesShown(*window).isEmpty(); }));
}

/// A narrow window has no margin.
void TestNotes::standUnderIt()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {640, 600});
    window->go({Page::Section, text("reasons-to-leave")});
    desk::LessonView *view = window->lessonPage()->view();
    const auto note = [](const char *quote, const char *words) {
        return keep::Note{QUuid::createUuid(), text("reasons-to-leave"), text(quote), 0, text(words)};
    };
    const keep::Note slow = note("nobody asked them", "Say this slowly: nobody asked them.\nThen wait.");
    window->notebook().set(slow);
    window->notebook().set(note("words of another edition", "Kept."));
    QCOMPARE(notesShown(*window), QStringList());
    const QTextCursor passage = view->document()->find(text("nobody asked them"));
    QVERIFY(passage.block().next().text().startsWith(text("Your note Say this slowly")));
    QVERIFY(view->document()->firstBlock().next().next().text().startsWith(text("Your note Kept.")));
    QCOMPARE(view->extraSelections().size(), 1);
    QCOMPARE(view->extraSelections().front().cursor, passage);
    // A link in it leads to the note, and what somebody wrote is no passage of the course.
    QSignalSpy activated(view, &desk::LessonView::noteActivated);
    Q_EMIT view->anchorClicked(QUrl(text("note:") + slow.id.toString(QUuid::WithoutBraces)));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toUuid(), slow.id);
    view->setTextCursor(QTextCursor(passage.block().next()));
    QVERIFY(view->markedPassage().quote.isEmpty());
    view->moveCursor(QTextCursor::Start);
    QCOMPARE(view->markedPassage().quote, view->document()->firstBlock().next().text());
    // In a wide window it stands in the margin again.
    window->resize(1366, 768);
    QVERIFY(settled([&] { return notesShown(*window).size() == 2; }));
}

void TestNotes::highlightsAskNothing()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Section, text("reasons-to-leave")});
    select(*window, "nobody asked them");
    person.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(settled([&] { return window->lessonPage()->view()->extraSelections().size() == 1; }));
    QCOMPARE(notesShown(*window), QStringList());
}

void TestNotes::areUndone()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Section, text("reasons-to-leave")});
    keep::Note note{QUuid::createUuid(), text("reasons-to-leave"), text("nobody asked them"), 0, text("One.")};
    window->notebook().set(note);
    note.text = text("Two.");
    window->notebook().set(note);
    QCOMPARE(notesShown(*window), QStringList{text("Two.")});
    person.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(notesShown(*window), QStringList{text("One.")});
    person.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(notesShown(*window), QStringList());
    window->notebook().redo();
    QCOMPARE(notesShown(*window), QStringList{text("One.")});
}

void TestNotes::areFound()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->notebook().set(
        {QUuid::createUuid(), text("reasons-to-leave"), text("nobody asked them"), 0, text("zeppelin")});
    QSignalSpy chosen(window->searchBox(), &desk::SearchBox::chosen);
    window->searchBox()->setFocus();
    QTest::keyClicks(window->searchBox(), text("zepp"));
    QTest::keyClick(window->searchBox(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(Person(*window).isAt(Page::Section, text("reasons-to-leave")));
}

void TestNotes::areWipedByOneKey()
{
    const QTemporaryDir folder;
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()));
    const Person person(*window);
    window->notebook().set({QUuid::createUuid(), text("reasons-to-leave"), text("q"), 0, text("zeppelin")});
    QCOMPARE(filesWith(folder.path(), "zeppelin").size(), 1);
    person.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->notebook().isEmpty());
    QCOMPARE(filesWith(folder.path(), "zeppelin"), QStringList());
    person.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window->notebook().isEmpty()); // for good
}

void TestNotes::stayWhereThePassageIsGone()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->notebook().set(
        {QUuid::createUuid(), text("reasons-to-leave"), text("words of another edition"), 0, text("Kept.")});
    window->go({Page::Section, text("reasons-to-leave")});
    QVERIFY(settled([&] { return notesShown(*window) == QStringList{text("Kept.")}; }));
}

void TestNotes::aGuestsAreGone()
{
    const QTemporaryDir folder;
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.store = keep::Store(folder.filePath(text("settings")));
    const auto window = testing::makeWindow(std::move(parts));
    window->notebook().set({QUuid::createUuid(), text("reasons-to-leave"), text("q"), 0, text("zeppelin")});
    QCOMPARE(filesWith(folder.path(), "zeppelin"), QStringList());
}

void TestNotes::aGuestMayTakeThemAlong()
{
    const QTemporaryDir folder;
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.store = keep::Store(folder.filePath(text("settings")));
    parts.asks = true;
    parts.openKept = [path = folder.filePath(text("journal.sqlite"))] {
        return journal::Journal::open(path, base::fixedClock(testing::eightOClock));
    };
    const auto window = testing::makeWindow(std::move(parts));
    window->notebook().set({QUuid::createUuid(), text("reasons-to-leave"), text("q"), 0, text("zeppelin")});
    QVERIFY(settled([&] { return Person(*window).button(text("Keep my progress")) != nullptr; }));
    Person(*window).button(text("Keep my progress"))->click();
    QVERIFY(settled([&] { return window->study().isKept(); }));
    QVERIFY(settled([&] { return filesWith(folder.path(), "zeppelin") == QStringList{text("notes.json")}; }));
    QVERIFY(!window->notebook().isEmpty());
}

DESK_TEST_MAIN(TestNotes)
#include "tst_notes.moc"
