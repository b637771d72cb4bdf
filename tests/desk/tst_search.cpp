// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hitplace.h"
#include "desk/notebook.h"
#include "desk/person.h"
#include "desk/searchbox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>

using desk::Location;
using find::Hit;
using find::Kind;
using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

/// The list of what was found, as it stands on the screen.
QAbstractItemView *list(desk::Window &window)
{
    return window.searchBox()->findChild<QCompleter *>()->popup();
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void findsAsOneTypes();
    void opensWhatIsChosenByKeys();
    void opensWhatIsChosenByMouse();
    void leavesByEscape();
    void everyKindHasAPlace();
    void speaksOfWhatItFound();
    void aNoteLeadsToItsPassage();
    void showsThePassageOfANote();
};

void TestSearch::findsAsOneTypes()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(window->searchBox()->hasFocus());
    person.type(text("x"));
    person.type(text("q"));
    QVERIFY(!list(*window)->isVisible()); // nothing has it
    window->searchBox()->clear();
    person.type(text("sh"));
    QVERIFY(settled([&] { return list(*window)->isVisible(); }));
    const int many = list(*window)->model()->rowCount();
    QTest::keyClicks(window->searchBox(), text("elter fence"));
    QVERIFY(list(*window)->model()->rowCount() < many);
}

void TestSearch::opensWhatIsChosenByKeys()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window->searchBox(), text("what is known, and"));
    QVERIFY(settled([&] { return list(*window)->isVisible(); }));
    QTest::keyClick(list(*window), Qt::Key_Return);
    QVERIFY(person.isAt(Page::Section, text("what-is-known")));
    QCOMPARE(window->searchBox()->text(), QString());

    person.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window->searchBox(), text("shelter"));
    QVERIFY(settled([&] { return list(*window)->isVisible(); }));
    QTest::keyClick(list(*window), Qt::Key_Down);
    QCOMPARE(list(*window)->currentIndex().row(), 1);
    const auto second = list(*window)->model()->index(1, 0).data().toString();
    QSignalSpy chosen(window->searchBox(), &desk::SearchBox::chosen);
    QTest::keyClick(list(*window), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<Hit>().title.text, second);
}

void TestSearch::opensWhatIsChosenByMouse()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window->searchBox(), text("reasons to leave"));
    QVERIFY(settled([&] { return list(*window)->isVisible(); }));
    const QRect first = list(*window)->visualRect(list(*window)->model()->index(0, 0));
    QTest::mouseClick(list(*window)->viewport(), Qt::LeftButton, {}, first.center());
    QVERIFY(person.isAt(Page::Section, text("reasons-to-leave")));
}

void TestSearch::leavesByEscape()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window->searchBox(), text("qqq"));
    QTest::keyClick(window->searchBox(), Qt::Key_Escape);
    QCOMPARE(window->searchBox()->text(), QString());
    QVERIFY(!window->searchBox()->hasFocus());
    QVERIFY(person.isAt(Page::Start));
}

void TestSearch::everyKindHasAPlace()
{
    const course::Course course = course::read(testing::sourcePath(text("lessons/after-the-raid"))).course;
    for (const find::Entry &entry : find::entriesOf(course)) {
        Hit hit;
        hit.kind = entry.kind;
        hit.id = entry.id;
        const Location location = desk::placeOf(course, hit);
        // A word that no section has is told where one is.
        QVERIFY2(location.page != Page::Start || entry.kind == Kind::Term, qPrintable(entry.id));
        if (location.page == Page::Section)
            QVERIFY2(course::findSection(course, location.id).section != nullptr, qPrintable(entry.id));
    }
}

void TestSearch::speaksOfWhatItFound()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window->searchBox(), text("what is known, and"));
    const auto spoken = list(*window)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(text("Section: What is known, and what is not.")), qPrintable(spoken));
}

void TestSearch::aNoteLeadsToItsPassage()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const keep::Note note{QUuid::createUuid(), text("reasons-to-leave"), text("nobody asked them"), 0,
                          text("Why they left")};
    window->notebook().set(note);
    const std::vector<find::Entry> entries = window->notebook().entries(window->study().course());
    QCOMPARE(entries.size(), std::size_t(1));
    const std::vector<Hit> hits = find::Index::make(entries).value()->find(text("left"));
    QCOMPARE(hits.size(), std::size_t(1));
    QCOMPARE(desk::placeOf(window->study().course(), hits.front()), (Location{Page::Section, note.section}));
    QCOMPARE(window->notebook().note(QUuid::fromString(hits.front().part)), note);
    // The words of the note are looked for nowhere in the lesson, which has some of them.
    QCOMPARE(desk::wordsIn(hits.front()), QStringList());
}

/// The second of two equal ones is another passage than the first.
void TestSearch::showsThePassageOfANote()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->go({Page::Section, text("reasons-to-leave")});
    desk::LessonView *view = window->lessonPage()->view();
    keep::Note note{QUuid::createUuid(), text("reasons-to-leave"), text("the"), 1, text("Words")};
    view->showNote(note);
    QCOMPARE(view->textCursor().selectedText(), note.quote);
    const int second = view->textCursor().position();
    note.occurrence = 0;
    view->showNote(note);
    const int first = view->textCursor().position();
    QVERIFY(first < second);
    // A passage that is gone moves nothing, and neither does a note that is.
    note.quote = text("words of another edition");
    view->showNote(note);
    view->showNote({});
    QCOMPARE(view->textCursor().position(), first);
}

DESK_TEST_MAIN(TestSearch)
#include "tst_search.moc"
