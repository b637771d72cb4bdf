// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

#include "desk/answerinput.h"
#include "desk/cardpage.h"
#include "desk/checkpresenter.h"
#include "desk/figurecard.h"
#include "desk/learnerpages.h"
#include "desk/person.h"
#include "desk/predictpanel.h"
#include "type/tokens.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>

using desk::Location;
using testing::Person;
using testing::settled;
using Page = Location::Page;

namespace {

const course::Module &shippedModule()
{
    return testing::shippedCourse().course.modules.front();
}

QString object(const QString &id)
{
    return testing::shippedCourse().course.id + QLatin1Char('/') + id;
}

/// The statements of reading the module once, in their order.
QStringList linesOfReading()
{
    QStringList lines;
    for (const course::Section &section : shippedModule().sections)
        lines << QStringLiteral("opened ") + object(section.id) << QStringLiteral("experienced ") + object(section.id);
    return lines;
}

/// The statements of going through the check once with these responses.
QStringList linesOfCheck(const std::vector<quiz::Response> &responses)
{
    QStringList lines{QStringLiteral("started ") + object(shippedModule().id)};
    for (std::size_t i = 0; i < responses.size(); ++i) {
        const QString item = object(shippedModule().items[i].id);
        lines << QStringLiteral("opened ") + item
              << QStringLiteral("answered ") + item + QLatin1Char(' ') + responses[i].join(QLatin1Char(' '));
    }
    if (responses.size() == shippedModule().items.size())
        lines << QStringLiteral("completed ") + object(shippedModule().id);
    return lines;
}

/// What the keyboard can say to an item in full, and the mouse where it can.
quiz::Response fullAnswer(const items::Item &item)
{
    return item.type == items::ItemType::Numerical ? quiz::Response{QStringLiteral("37")} : testing::rightKeys(item);
}

quiz::Response mouseAnswer(const items::Item &item)
{
    return item.type == items::ItemType::Numerical ? quiz::dontKnow() : testing::rightKeys(item);
}

std::vector<quiz::Response> answers(quiz::Response (*answerTo)(const items::Item &), std::size_t count = 1000)
{
    std::vector<quiz::Response> all;
    for (const items::Item &item : shippedModule().items) {
        if (all.size() < count)
            all.push_back(answerTo(item));
    }
    return all;
}

/// A learner's folder: their journal and their settings.
class Learner
{
public:
    [[nodiscard]] std::unique_ptr<desk::Window> open(QSize size = {1366, 768}) const
    {
        return testing::makeWindow(testing::partsIn(m_folder.path(), testing::shippedCourse()), size);
    }
    [[nodiscard]] QStringList lines() const { return testing::linesOf(m_folder.filePath(journalName)); }

private:
    QString journalName = QStringLiteral("journal.sqlite");
    QTemporaryDir m_folder;
};

void addSizes()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366x768") << QSize(1366, 768);
    QTest::newRow("1000x700") << QSize(1000, 700);
}

/// Whether this paragraph refers to one of these claims.
bool restsOn(const QTextBlock &block, const QStringList &claims)
{
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
        const QString link = fragment.fragment().charFormat().anchorHref();
        if (link.startsWith(type::claimLink) && claims.contains(link.mid(type::claimLink.size())))
            return true;
    }
    return false;
}

void answerByMouse(const Person &person, const items::Item &item)
{
    if (item.type == items::ItemType::Numerical) {
        QVERIFY(person.clickButton(QStringLiteral("I don’t know")));
    } else {
        for (const QString &key : testing::rightKeys(item))
            QVERIFY(person.clickCard(items::optionPosition(key)));
        QVERIFY(person.clickButton(QStringLiteral("main")));
    }
    QVERIFY(person.isAnswered());
}

void answerByKeys(const Person &person, const items::Item &item)
{
    if (item.type == items::ItemType::Numerical) {
        person.type(QStringLiteral("37"));
    } else {
        for (const QString &key : testing::rightKeys(item))
            person.press(Qt::Key_1 + static_cast<int>(items::optionPosition(key)));
    }
    person.press(Qt::Key_Return);
    QVERIFY(person.isAnswered());
}

/// Goes through `count` items with the keys, from the one on the table, and on to the one after.
void goThroughByKeys(const Person &person, qsizetype count)
{
    const qsizetype from = person.check().view().at;
    for (qsizetype at = from; at < from + count; ++at) {
        QVERIFY(person.isAtItem(at));
        answerByKeys(person, person.check().item(at));
        if (QTest::currentTestFailed())
            return;
        person.press(Qt::Key_Return);
        QVERIFY(person.isAtItem(at + 1));
    }
}

QStringList summaryOf(const Person &person)
{
    return testing::shownIn(person.page());
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testing::failOnWarnings(); }

    void isReadAndFinishedByMouse_data() { addSizes(); }
    void isReadAndFinishedByMouse();
    void isReadAndFinishedByKeys_data() { addSizes(); }
    void isReadAndFinishedByKeys();
    void goesWhereTheContentsLead();
    void showsWhereAnAnswerRestsAndComesBack();
    void showsNothingWhereAnAnswerRestsOnNoSection();
    void comesBackToTheSummary();
    void turnsPagesWithAnOverlap();
    void opensACardAndComesBack();
    void leavesAQuestionForLater();
    void leadsToQuestionsByArrowsFromEverywhere();
    void pressesTheFocusedButtonByEnter();
    void continuesAtTheSameSection();
    void continuesWhereThePageWasScrolledTo();
    void continuesInTheSameItem();
    void continuesAtAnOpenAnswer();
    void knowsAfterTheEndWhereOneWas();
    void offersWhatComesNext();
    void asksOnceWhetherToKeepProgress();
    void keepsWhatAGuestDid();
    void leavesNothingOfAGuest();
    void keepsThePlaceWhenTheTextGrows();
    void keepsThePlaceWhenTheWindowIsResized();
    void keepsTheChoiceWhenTheTextGrows();
    void asksForAGuessFirst();
    void setsTheTextByKeys();
    void lettersLeaveANumberAlone();
    void keepsTheWayOnInSight();
    void writesNothingWhenTheLookChanges();
    void foldsTheContentsInANarrowWindow();
};

void TestWindow::initTestCase()
{
    QCOMPARE(testing::shippedCourse().faults.size(), 0U);
    QCOMPARE(testing::shippedCourse().course.modules.size(), 1U);
    QVERIFY(shippedModule().items.size() >= 10);
}

void TestWindow::isReadAndFinishedByMouse()
{
    QFETCH(const QSize, size);
    const Learner learner;
    {
        const auto window = learner.open(size);
        const Person person(*window);
        QVERIFY(person.clickButton(QStringLiteral("continue")));
        for (const course::Section &section : shippedModule().sections) {
            QVERIFY2(person.isAt(Page::Section, section.id), qPrintable(section.id));
            QVERIFY(person.clickButton(QStringLiteral("next")));
        }
        QVERIFY(person.isAt(Page::Check, shippedModule().id));
        for (qsizetype i = 0; i < std::ssize(shippedModule().items); ++i) {
            QVERIFY(person.isAtItem(i));
            answerByMouse(person, person.check().item(i));
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(person.saving(), QStringLiteral("Saved"));
            QVERIFY(person.clickButton(QStringLiteral("main")));
        }
        QVERIFY(settled([&] { return person.check().view().isAtEnd(); }));
        QVERIFY(summaryOf(person).contains(QStringLiteral("What you understood, and what to look at again")));
        QVERIFY(summaryOf(person).contains(QStringLiteral("Worth another look")));
        QVERIFY(summaryOf(person).contains(QStringLiteral("Understood")));
        QVERIFY(person.clickButton(QStringLiteral("main")));
        QVERIFY(person.isAt(Page::Start));
    }
    QCOMPARE(learner.lines(), linesOfReading() + linesOfCheck(answers(mouseAnswer)));
}

void TestWindow::isReadAndFinishedByKeys()
{
    QFETCH(const QSize, size);
    const Learner learner;
    {
        const auto window = learner.open(size);
        const Person person(*window);
        person.press(Qt::Key_Return);
        for (const course::Section &section : shippedModule().sections) {
            QVERIFY2(person.isAt(Page::Section, section.id), qPrintable(section.id));
            const QScrollBar *bar = window->lessonPage()->view()->verticalScrollBar();
            for (int pages = 0; pages < 50 && bar->value() < bar->maximum(); ++pages)
                person.press(Qt::Key_PageDown);
            QCOMPARE(bar->value(), bar->maximum());
            person.press(Qt::Key_N);
        }
        QVERIFY(person.isAt(Page::Check, shippedModule().id));
        goThroughByKeys(person, std::ssize(shippedModule().items));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(person.check().view().isAtEnd());
        QVERIFY(summaryOf(person).contains(QStringLiteral("All of it holds")));
        QVERIFY(!summaryOf(person).contains(QStringLiteral("Worth another look")));
        person.press(Qt::Key_Return); // the main button says that it is there for Enter
        QVERIFY(person.isAt(Page::Start));
    }
    QCOMPARE(learner.lines(), linesOfReading() + linesOfCheck(answers(fullAnswer)));
}

void TestWindow::goesWhereTheContentsLead()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    QVERIFY(person.clickContents(shippedModule().title));
    QVERIFY(person.isAt(Page::Section, shippedModule().sections.front().id));
    const course::Section &third = shippedModule().sections[2];
    QVERIFY(person.clickContents(third.title));
    QVERIFY(person.isAt(Page::Section, third.id));
    QVERIFY(person.clickContents(QStringLiteral("Check your understanding")));
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    person.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(person.isAt(Page::Section, third.id));
    person.press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    person.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(person.isAt(Page::Start));
    person.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(person.isAt(Page::Section, third.id));
}

void TestWindow::showsWhereAnAnswerRestsAndComesBack()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    goThroughByKeys(person, 1);
    answerByKeys(person, person.check().item(1));
    const QString section = items::tagValues(shippedModule().items[1], QStringLiteral("section")).value(0);
    QVERIFY(!section.isEmpty());
    QVERIFY(person.clickButton(QStringLiteral("Show me where")));
    QVERIFY(person.isAt(Page::Section, section));
    person.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    QCOMPARE(person.check().view().at, 1);
    QVERIFY(person.isAnswered());
    person.press(Qt::Key_W);
    QVERIFY(person.isAt(Page::Section, section));
    const desk::LessonView *view = window->lessonPage()->view();
    QVERIFY(!view->extraSelections().empty());
    for (const auto &marked : view->extraSelections())
        QVERIFY(restsOn(marked.cursor.block(), shippedModule().items[1].tags));
    QCOMPARE(view->textCursor().block(), view->extraSelections().front().cursor.block());
    const double passage = view->scrolled();
    person.press(Qt::Key_End);
    QVERIFY(view->scrolled() > passage);
    person.press(Qt::Key_W); // and back to the question
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    // However far down that section was left, whoever asks again begins at the passage.
    person.press(Qt::Key_W);
    QCOMPARE(view->scrolled(), passage);
    person.press(Qt::Key_W);
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    QCOMPARE(person.check().view().at, 1);
    // On other pages the key means nothing.
    person.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(person.isAt(Page::Start));
    person.press(Qt::Key_W);
    QCOMPARE(window->location(), Location());
}

/// An item of another course may rest on no section: there is nothing to show, and nothing happens.
void TestWindow::showsNothingWhereAnAnswerRestsOnNoSection()
{
    QTemporaryDir folder;
    course::Reading reading = testing::readTinyCourse();
    reading.course.modules.front().items.front().tags.clear();
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), reading), {1366, 768});
    const desk::Location check{Page::Check, window->study().course().modules.front().id};
    window->go(check);
    window->check().dontKnow();
    QVERIFY(window->check().view().isRevealed);
    window->learners().check()->showWhere();
    QCOMPARE(window->location(), check);
}

/// From the summary to a question or a passage, and straight back.
void TestWindow::comesBackToTheSummary()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    person.press(Qt::Key_End); // nothing is there yet
    QVERIFY(person.isAtItem(0));
    QVERIFY(person.button(QStringLiteral("The summary")) == nullptr);
    goThroughByKeys(person, std::ssize(shippedModule().items));
    QVERIFY(person.check().view().isAtEnd());
    const items::Item &second = person.check().item(1);
    QVERIFY(person.clickButton(QStringLiteral("2. ") + second.title));
    QVERIFY(person.isAtItem(1));
    QVERIFY(person.clickButton(QStringLiteral("The summary")));
    QVERIFY(person.check().view().isAtEnd());
    person.check().show(0);
    person.press(Qt::Key_End);
    QVERIFY(person.check().view().isAtEnd());
    const QString section = items::tagValues(second, QStringLiteral("section")).value(0);
    QVERIFY(person.clickButton(course::findSection(testing::shippedCourse().course, section).section->title));
    QVERIFY(person.isAt(Page::Section, section));
    QVERIFY(person.clickButton(QStringLiteral("Back to the summary")));
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    QVERIFY(person.check().view().isAtEnd());
}

/// A page that is turned by key keeps the last lines of the one before.
void TestWindow::turnsPagesWithAnOverlap()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    window->go({Page::Section, shippedModule().sections[1].id});
    const QScrollBar *bar = window->lessonPage()->view()->verticalScrollBar();
    const int page = window->lessonPage()->view()->viewport()->height();
    QVERIFY(bar->maximum() > 2 * page);
    person.press(Qt::Key_PageDown);
    const int turned = bar->value();
    QVERIFY2(turned > page * 3 / 4 && turned < page - 40, qPrintable(QString::number(turned)));
    person.press(Qt::Key_Space);
    QCOMPARE(bar->value(), 2 * turned);
    person.press(Qt::Key_Space, Qt::ShiftModifier);
    person.press(Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
}

/// A card is read and left again; it is no section, so nothing is written of it.
void TestWindow::opensACardAndComesBack()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    const Location section{Page::Section, shippedModule().sections.front().id};
    window->go(section);
    Q_EMIT window->lessonPage()->view()->cardLinkActivated(QStringLiteral("help-card"));
    QVERIFY(person.isAt(Page::Card, QStringLiteral("help-card")));
    QVERIFY(window->learners().card()->view()->toPlainText().contains(QStringLiteral("Emergency")));
    QVERIFY(person.clickButton(QStringLiteral("back")));
    QVERIFY(person.isAt(Page::Section, section.id));
    Q_EMIT window->lessonPage()->view()->cardLinkActivated(QStringLiteral("our-law"));
    QVERIFY(person.isAt(Page::Card, QStringLiteral("our-law")));
    person.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(person.isAt(Page::Section, section.id));
}

void TestWindow::leavesAQuestionForLater()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    QVERIFY(person.clickButton(QStringLiteral("Skip")));
    QVERIFY(person.isAtItem(1));
    person.press(Qt::Key_S);
    QVERIFY(person.isAtItem(2));
    person.press(Qt::Key_0);
    QVERIFY(person.isAnswered());
    person.press(Qt::Key_Left);
    QVERIFY(person.isAtItem(1));
    QVERIFY(person.clickButton(QStringLiteral("Back")));
    QVERIFY(person.isAtItem(0));
    const auto &states = person.check().view().states;
    QCOMPARE(states[0].phase, quiz::ItemState::Phase::Skipped);
    QCOMPARE(states[1].phase, quiz::ItemState::Phase::Skipped);
    QCOMPARE(states[2].response, quiz::dontKnow());
}

void TestWindow::leadsToQuestionsByArrowsFromEverywhere()
{
    const Learner learner;
    const auto window = learner.open();
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    goThroughByKeys(person, 2);
    person.press(Qt::Key_1); // the focus is on a card now
    person.press(Qt::Key_Left);
    QVERIFY(person.isAtItem(1));
    QVERIFY(person.isAnswered()); // and now on the main button
    person.press(Qt::Key_Left);
    QVERIFY(person.isAtItem(0));
    person.press(Qt::Key_Right);
    QVERIFY(person.isAtItem(1));
}

void TestWindow::pressesTheFocusedButtonByEnter()
{
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.asks = true;
    const auto window = testing::makeWindow(std::move(parts));
    const Person person(*window);
    QVERIFY(person.button(QStringLiteral("Be a guest"))->hasFocus());
    person.press(Qt::Key_Return);
    QVERIFY(settled([&] { return person.button(QStringLiteral("Be a guest")) == nullptr; }));
    window->go({Page::Check, shippedModule().id});
    person.button(QStringLiteral("Skip"))->setFocus();
    person.press(Qt::Key_Return);
    QVERIFY(person.isAtItem(1));
    QCOMPARE(person.check().view().states[0].phase, quiz::ItemState::Phase::Skipped);
}

void TestWindow::continuesAtTheSameSection()
{
    const Learner learner;
    const course::Section &fourth = shippedModule().sections[3];
    {
        const auto window = learner.open();
        const Person person(*window);
        QVERIFY(person.clickContents(shippedModule().title));
        QVERIFY(person.isAt(Page::Section, shippedModule().sections.front().id));
        QVERIFY(person.clickContents(fourth.title));
        QVERIFY(person.isAt(Page::Section, fourth.id));
        QVERIFY(window->close());
    }
    const auto window = learner.open();
    const Person person(*window);
    QVERIFY(testing::shownIn(person.page()).contains(QStringLiteral("Where you were")));
    QVERIFY(testing::shownIn(person.page()).contains(fourth.title));
    QVERIFY(person.clickButton(QStringLiteral("Continue")));
    QVERIFY(person.isAt(Page::Section, fourth.id));
}

void TestWindow::continuesWhereThePageWasScrolledTo()
{
    const Learner learner;
    const course::Section &second = shippedModule().sections[1];
    double before = 0;
    {
        const auto window = learner.open();
        const Person person(*window);
        window->go({Page::Section, second.id});
        person.press(Qt::Key_PageDown);
        before = window->lessonPage()->view()->scrolled();
        QVERIFY(before > 0.2 && before < 0.95);
        QVERIFY(window->close());
    }
    const auto window = learner.open();
    const Person person(*window);
    QVERIFY(person.clickButton(QStringLiteral("continue")));
    QVERIFY(person.isAt(Page::Section, second.id));
    const double after = window->lessonPage()->view()->scrolled();
    QVERIFY2(qAbs(after - before) < 0.02, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
}

void TestWindow::continuesInTheSameItem()
{
    constexpr qsizetype done = 5;
    const Learner learner;
    {
        const auto window = learner.open();
        const Person person(*window);
        window->go({Page::Check, shippedModule().id});
        goThroughByKeys(person, done);
        person.press(Qt::Key_2);
        QVERIFY(window->close());
    }
    const QStringList before = learner.lines();
    {
        const auto window = learner.open();
        const Person person(*window);
        QVERIFY(testing::shownIn(person.page()).contains(QStringLiteral("Check your understanding")));
        QVERIFY(person.clickButton(QStringLiteral("Continue")));
        QVERIFY(person.isAt(Page::Check, shippedModule().id));
        QCOMPARE(person.check().view().at, done);
        QCOMPARE(person.state().phase, quiz::ItemState::Phase::Open);
        const items::Item &item = shippedModule().items[static_cast<std::size_t>(done)];
        QVERIFY(testing::shownIn(person.page()).contains(item.stem.content));
        QCOMPARE(learner.lines(), before);
        goThroughByKeys(person, std::ssize(shippedModule().items) - done);
    }
    const QStringList all = linesOfCheck(answers(fullAnswer));
    QCOMPARE(learner.lines(), all);
}

void TestWindow::continuesAtAnOpenAnswer()
{
    const Learner learner;
    {
        const auto window = learner.open();
        const Person person(*window);
        window->go({Page::Check, shippedModule().id});
        goThroughByKeys(person, 2);
        answerByKeys(person, person.check().item(2));
        QVERIFY(window->close());
    }
    const auto window = learner.open();
    const Person person(*window);
    QVERIFY(person.clickButton(QStringLiteral("continue")));
    QVERIFY(person.isAt(Page::Check, shippedModule().id));
    QCOMPARE(person.check().view().at, 2);
    QCOMPARE(person.state().response, fullAnswer(shippedModule().items[2]));
    QVERIFY(testing::shownIn(person.page()).contains(shippedModule().items[2].generalFeedback.content));
}

void TestWindow::knowsAfterTheEndWhereOneWas()
{
    const Learner learner;
    {
        const auto window = learner.open();
        const Person person(*window);
        window->go({Page::Section, shippedModule().sections.back().id});
        window->go({Page::Check, shippedModule().id});
        goThroughByKeys(person, std::ssize(shippedModule().items));
        QVERIFY(window->close());
    }
    const auto window = learner.open();
    const QStringList shown = testing::shownIn(window->currentPage());
    QVERIFY2(shown.contains(QStringLiteral("Where you were")), qPrintable(shown.join(QLatin1Char('\n'))));
    QVERIFY(shown.contains(shippedModule().sections.back().title));
}

/// Behind the end of a module and of its check the start page leads on, not back to its last section.
void TestWindow::offersWhatComesNext()
{
    QTemporaryDir folder;
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::readTinyCourse()), {1366, 768});
    const Person person(*window);
    const course::Course &course = window->study().course();
    for (const course::Section &section : course.modules.front().sections) {
        window->go({Page::Section, section.id});
        window->lessonPage()->goOn();
    }
    QVERIFY(person.isAt(Page::Check, course.modules.front().id));
    window->go({});
    QVERIFY(
        testing::settled([&] { return testing::shownIn(person.page()).contains(QStringLiteral("Where you were")); }));
    window->go({Page::Check, course.modules.front().id});
    for (int item = 0; item < 3; ++item)
        person.check().skip();
    QVERIFY(person.check().view().isAtEnd());
    window->go({});
    QVERIFY(
        testing::settled([&] { return testing::shownIn(person.page()).contains(QStringLiteral("What comes next")); }));
    QVERIFY(person.clickButton(QStringLiteral("continue")));
    QVERIFY(person.isAt(Page::Section, course.modules.back().sections.front().id));
}

void TestWindow::asksOnceWhetherToKeepProgress()
{
    const QTemporaryDir folder;
    for (const bool asks : {true, false}) {
        desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
        parts.asks = asks;
        const auto window = testing::makeWindow(std::move(parts));
        const Person person(*window);
        QCOMPARE(person.button(QStringLiteral("Keep my progress")) != nullptr, asks);
        QCOMPARE(person.button(QStringLiteral("Be a guest")) != nullptr, asks);
    }
}

void TestWindow::keepsWhatAGuestDid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data/journal.sqlite"));
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.asks = true;
    parts.store = keep::Store(folder.filePath(QStringLiteral("settings")));
    parts.openKept = [path] { return journal::Journal::open(path, base::fixedClock(testing::eightOClock)); };
    {
        const auto window = testing::makeWindow(std::move(parts));
        const Person person(*window);
        window->go({Page::Section, shippedModule().sections.front().id});
        window->go({});
        QVERIFY(!QFile::exists(path));
        QVERIFY(person.clickButton(QStringLiteral("Keep my progress")));
        QVERIFY(settled([&] { return person.button(QStringLiteral("Keep my progress")) == nullptr; }));
        QVERIFY(window->study().isKept());
        window->go({Page::Section, shippedModule().sections[1].id});
    }
    QCOMPARE(testing::linesOf(path), (QStringList{QStringLiteral("opened ") + object(shippedModule().sections[0].id),
                                                  QStringLiteral("opened ") + object(shippedModule().sections[1].id)}));
    QCOMPARE(keep::Store(folder.filePath(QStringLiteral("settings"))).settings().progress, keep::Progress::Keep);
}

void TestWindow::leavesNothingOfAGuest()
{
    const QTemporaryDir folder;
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.asks = true;
    parts.store = keep::Store(folder.filePath(QStringLiteral("settings")));
    {
        const auto window = testing::makeWindow(std::move(parts));
        const Person person(*window);
        QVERIFY(person.clickButton(QStringLiteral("Be a guest")));
        QVERIFY(settled([&] { return person.button(QStringLiteral("Be a guest")) == nullptr; }));
        QVERIFY(person.clickButton(QStringLiteral("continue")));
        QVERIFY(person.isAt(Page::Section, shippedModule().sections.front().id));
        window->go({Page::Check, shippedModule().id});
        answerByKeys(person, person.check().item(0));
        QCOMPARE(person.saving(), QStringLiteral("Kept until you close the window"));
        QVERIFY(window->close());
    }
    // The answer to the question is kept, so that it is asked once; where they read is not.
    QCOMPARE(QDir(folder.filePath(QStringLiteral("settings"))).entryList(QDir::Files),
             QStringList{QStringLiteral("settings.json")});
    QCOMPARE(keep::Store(folder.filePath(QStringLiteral("settings"))).settings().progress, keep::Progress::Guest);
}

namespace {

/// Chooses an entry of one of the bar's menus, with the keyboard's help or without: an action is what both lead to.
bool chooseAction(const desk::Window &window, const QString &text)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->text() != text)
            continue;
        action->trigger();
        QApplication::processEvents(); // the window changes in the next turn
        return true;
    }
    return false;
}

} // namespace

void TestWindow::keepsThePlaceWhenTheTextGrows()
{
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    const auto window = testing::makeWindow(std::move(parts));
    const Person person(*window);
    window->go({Page::Section, shippedModule().sections[1].id});
    person.press(Qt::Key_PageDown);
    const double before = window->lessonPage()->view()->scrolled();
    QVERIFY(before > 0.2 && before < 0.8);
    QVERIFY(chooseAction(*window, QStringLiteral("Larger text")));
    QVERIFY(settled([] { return QApplication::font().pixelSize() == 21; }));
    QVERIFY(person.isAt(Page::Section, shippedModule().sections[1].id));
    const auto scrolled = [&] { return window->lessonPage()->view()->scrolled(); };
    QTRY_VERIFY2(qAbs(scrolled() - before) < 0.1, qPrintable(QStringLiteral("%1 %2").arg(before).arg(scrolled())));
    double after = -1;
    QTRY_VERIFY(qFuzzyCompare(std::exchange(after, scrolled()), after)); // a long text is laid out in several turns
    QVERIFY(chooseAction(*window, QStringLiteral("Dark")));
    QTRY_VERIFY2(qAbs(scrolled() - after) < 0.02, qPrintable(QStringLiteral("%1 %2").arg(after).arg(scrolled())));
}

void TestWindow::keepsThePlaceWhenTheWindowIsResized()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Section, shippedModule().sections[1].id});
    person.press(Qt::Key_PageDown);
    const auto scrolled = [&] { return window->lessonPage()->view()->scrolled(); };
    const double before = scrolled();
    QVERIFY(before > 0.2 && before < 0.8);
    for (const QSize size : {QSize(1000, 700), QSize(820, 900), QSize(1366, 768)}) { // notes fold, contents fold
        window->resize(size);
        QTRY_COMPARE(window->size(), size);
        QTRY_VERIFY2(qAbs(scrolled() - before) < 0.03, qPrintable(QStringLiteral("%1 %2").arg(before).arg(scrolled())));
    }
}

void TestWindow::keepsTheChoiceWhenTheTextGrows()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    person.press(Qt::Key_2);
    QCOMPARE(person.check().view().draft, quiz::Response{QStringLiteral("b")});
    QVERIFY(chooseAction(*window, QStringLiteral("Larger text")));
    QVERIFY(settled([] { return QApplication::font().pixelSize() == 21; }));
    QCOMPARE(person.check().view().draft, quiz::Response{QStringLiteral("b")});
    QVERIFY(person.page()->findChildren<desk::OptionCard *>().at(1)->isChecked());
    QVERIFY(settled([&] { return person.button(QStringLiteral("main")) != nullptr; }));
    QVERIFY(person.button(QStringLiteral("main"))->isEnabled());
}

/// The figure waits until it is opened, and once the section is read it does no more.
void TestWindow::asksForAGuessFirst()
{
    using Mode = desk::FigureCard::Mode;
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    const Location section{Page::Section, QStringLiteral("what-is-known")};
    window->go(section);
    const auto mode = [&] { return window->lessonPage()->view()->figures().front()->mode(); };
    QCOMPARE(mode(), Mode::Predict);
    window->lessonPage()->view()->figures().front()->predictPanel()->openButton()->click();
    QCOMPARE(mode(), Mode::Marks);
    window->resize(900, 800); // the text is set anew
    QTRY_COMPARE(window->width(), 900);
    QCOMPARE(mode(), Mode::Marks);
    window->go({});
    window->go(section);
    QCOMPARE(mode(), Mode::Marks);
    window->go({Page::Section, QStringLiteral("before-you-begin")});
    window->go(section);
    QCOMPARE(mode(), Mode::Predict); // nobody has read it yet
    person.press(Qt::Key_End);
    QVERIFY(settled([&] { return window->study().isRead(QStringLiteral("what-is-known")); }));
    window->go({});
    window->go({Page::Section, QStringLiteral("before-you-begin")});
    window->go(section);
    QCOMPARE(mode(), Mode::Marks);
}

void TestWindow::setsTheTextByKeys()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    const auto pressAndSee = [&](Qt::Key key, int pixels) {
        person.press(key, Qt::ControlModifier);
        return settled([pixels] { return QApplication::font().pixelSize() == pixels; });
    };
    QVERIFY(pressAndSee(Qt::Key_Plus, 17));
    QVERIFY(pressAndSee(Qt::Key_Equal, 21)); // the same key without Shift
    QVERIFY(pressAndSee(Qt::Key_Plus, 21));
    QVERIFY(pressAndSee(Qt::Key_Minus, 17));
    QVERIFY(pressAndSee(Qt::Key_0, 14));
}

/// No number has a letter in it: a word that is typed there leads nowhere.
void TestWindow::lettersLeaveANumberAlone()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    const auto number = std::ranges::find(shippedModule().items, items::ItemType::Numerical, &items::Item::type);
    QVERIFY(number != shippedModule().items.end());
    const qsizetype at = number - shippedModule().items.begin();
    window->check().show(at);
    QVERIFY(settled([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("seven4wp"));
    QVERIFY(person.isAtItem(at));
    QCOMPARE(person.check().view().draft, quiz::Response{QStringLiteral("4")});
}

/// Of every question of the course, once it is answered.
void TestWindow::keepsTheWayOnInSight()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {1024, 600});
    const Person person(*window);
    window->go({Page::Check, shippedModule().id});
    for (qsizetype item = 0; item < person.check().view().count; ++item) {
        person.press(Qt::Key_0); // "I don't know"
        if (!person.check().view().isRevealed)
            person.press(Qt::Key_Return);
        QVERIFY(person.check().view().isRevealed);
        const auto isInSight = [&] {
            const QAbstractButton *main = person.button(QStringLiteral("main"));
            const auto *input = person.page()->findChild<desk::AnswerInput *>();
            const auto *area = qobject_cast<const QScrollArea *>(person.page());
            if (main == nullptr || input == nullptr || area == nullptr)
                return false;
            const QRect whole = area->viewport()->rect();
            const QRect on(main->mapTo(area->viewport(), QPoint()), main->size());
            const QPoint answered = input->mapTo(area->viewport(), QPoint());
            return whole.contains(on) || (answered.y() >= 0 && answered.y() < type::sized(40));
        };
        QVERIFY2(settled(isInSight), qPrintable(person.check().item(item).id));
        person.press(Qt::Key_Return);
    }
}

void TestWindow::writesNothingWhenTheLookChanges()
{
    const Learner learner;
    const auto window = learner.open();
    window->go({Page::Section, shippedModule().sections[1].id});
    const QStringList before = learner.lines();
    for (const char *text : {"Larger text", "Dark", "Slides and facilitator notes in the text", "Normal text", "Light"})
        QVERIFY2(chooseAction(*window, QLatin1String(text)), text);
    QCOMPARE(window->location(), (Location{Page::Section, shippedModule().sections[1].id}));
    QCOMPARE(learner.lines(), before);
}

void TestWindow::foldsTheContentsInANarrowWindow()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {1000, 700});
    const Person person(*window);
    const auto *contents = window->findChild<desk::Contents *>();
    QVERIFY(contents->isVisible());
    window->resize(880, 700);
    QVERIFY(settled([&] { return !contents->isVisible(); }));
    QVERIFY(person.clickButton(QStringLiteral("Contents")));
    QVERIFY(settled([&] { return contents->isVisible(); }));
    person.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(settled([&] { return !contents->isVisible(); }));
    window->resize(1366, 768);
    person.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(settled([&] { return contents->isVisible(); }));
}

DESK_TEST_MAIN(TestWindow)

#include "tst_window.moc"
