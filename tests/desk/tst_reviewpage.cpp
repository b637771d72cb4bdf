// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerrow.h"
#include "desk/person.h"
#include "desk/reviewpage.h"
#include "desk/workshopflow.h"

using desk::Location;
using testing::Person;
using testing::text;

namespace {

/// Single choices of module 5 that people may be counted in openly.
QStringList choices()
{
    QStringList ids;
    for (const items::Item &item : course::findModule(testing::shipped().course, text("what-happened-next"))->items) {
        if (item.type == items::ItemType::Choice && item.single && !item.tags.contains(text("sensitive")))
            ids.append(item.id);
    }
    return ids;
}

/// A journal with a session that is over: of twelve people few had the second question, and most the first.
std::unique_ptr<journal::Journal> journalOfASession()
{
    auto journal = testing::journalInMemory();
    desk::Room room(testing::shipped().course, *journal, base::fixedClock(testing::eightOClock));
    if (room.begin({testing::shipped().course.plans.front(), 12, false}))
        qFatal("cannot begin");
    const auto take = [&room](const auto &statement) {
        if (!room.record(statement))
            qFatal("not recorded");
    };
    int had = 10;
    for (const QString &id : choices().mid(0, 2)) {
        const items::Item &item = *course::findItem(testing::shipped().course, id);
        QMap<QString, int> counts;
        int others = 12 - had;
        for (qsizetype option = 0; option < std::ssize(item.options); ++option) {
            const bool isRight = quiz::isRight(item, option);
            counts.insert(items::optionKey(option), isRight ? had : others);
            others = isRight ? others : 0; // all of them chose the first that does not hold
        }
        take(room.session().ask(item, workshop::Way::Hands));
        take(room.session().tally(id, counts, true));
        had = 3;
    }
    take(room.session().end());
    return journal;
}

std::unique_ptr<desk::Window> windowAfterASession()
{
    desk::WindowParts parts = testing::partsOf(testing::shipped());
    parts.courseFolder = QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid");
    parts.journal = journalOfASession();
    parts.openKept = nullptr; // the guest's own is where the session is
    return testing::makeWindow(std::move(parts));
}

desk::ReviewPage *reviewIn(const Person &person)
{
    return qobject_cast<desk::ReviewPage *>(person.page());
}

} // namespace

/// The review in its window.
class TestReviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeClicksToTheMostMissed();
    void byKeysAlone();
    void nothingHoldsBeforeItIsRevealed();
    void theSectionAndBack();
    void everyItemFits();
};

void TestReviewPage::threeClicksToTheMostMissed()
{
    const auto window = windowAfterASession();
    const Person person(*window);
    person.press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(person.clickButton(text("Review"))); // one
    QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
    const desk::ReviewPage *page = reviewIn(person);
    const QStringList shown = testing::shownIn(page);
    QVERIFY(!shown.filter(text("Question 1 of 2 · 12 answered")).empty());
    QCOMPARE(page->list()->model()->data(page->list()->model()->index(0, 0), desk::ReviewModel::ResultRole).toString(),
             text("3 of 12 had it"));
    QVERIFY(!page->findChildren<desk::AnswerRow *>().isEmpty());
    QVERIFY(shown.contains(text("Others that ask about the same")));
    QVERIFY(person.clickButton(text("Show the passage (W)"))); // two
    QVERIFY(testing::settled([&] { return testing::shownIn(page).contains(text("Read the section")); }));
}

void TestReviewPage::byKeysAlone()
{
    const auto window = windowAfterASession();
    const Person person(*window);
    window->go({Location::Page::Workshop, {}});
    QVERIFY(person.clickButton(text("Review")));
    QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
    const desk::ReviewPage *page = reviewIn(person);
    QVERIFY(page->list()->hasFocus());
    person.press(Qt::Key_Down);
    QVERIFY(!testing::shownIn(page).filter(text("Question 2 of 2 · 12 answered")).empty());
    person.press(Qt::Key_R);
    QVERIFY(testing::shownIn(page).contains(text("What holds, and why")));
    person.press(Qt::Key_Up);
    QVERIFY(!testing::shownIn(page).contains(text("What holds, and why")));
    person.press(Qt::Key_Escape);
    QVERIFY(person.isAt(Location::Page::Workshop));
}

void TestReviewPage::nothingHoldsBeforeItIsRevealed()
{
    const auto window = windowAfterASession();
    const Person person(*window);
    window->go({Location::Page::Workshop, {}});
    QVERIFY(person.clickButton(text("Review")));
    QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
    const auto holds = [&] {
        int count = 0;
        for (const desk::AnswerRow *row : reviewIn(person)->findChildren<desk::AnswerRow *>())
            count += row->accessibleName().contains(text("This one holds.")) ? 1 : 0;
        return count;
    };
    QCOMPARE(holds(), 0);
    person.press(Qt::Key_R);
    QCOMPARE(holds(), 1);
}

void TestReviewPage::theSectionAndBack()
{
    const auto window = windowAfterASession();
    const Person person(*window);
    window->go({Location::Page::Workshop, {}});
    QVERIFY(person.clickButton(text("Review")));
    QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
    person.press(Qt::Key_W);
    QVERIFY(person.clickButton(text("Read the section")));
    QVERIFY(testing::settled([&] { return window->location().page == Location::Page::Section; }));
    person.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
}

/// No label of the page is narrower than its longest word, and no row of an option is cut.
void TestReviewPage::everyItemFits()
{
    for (const QSize size : {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)}) {
        const auto window = windowAfterASession();
        window->resize(size);
        const Person person(*window);
        window->go({Location::Page::Workshop, {}});
        QVERIFY(person.clickButton(text("Review")));
        QVERIFY(testing::settled([&] { return reviewIn(person) != nullptr; }));
        person.press(Qt::Key_R);
        QApplication::processEvents();
        for (const desk::AnswerRow *row : reviewIn(person)->findChildren<desk::AnswerRow *>())
            QVERIFY(row->height() >= row->heightForWidth(row->width()));
        for (const QLabel *label : reviewIn(person)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()) - 1, qPrintable(label->text()));
        }
    }
}

DESK_TEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
