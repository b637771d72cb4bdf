// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quickhide.h"

#include "desk/helpdialog.h"
#include "desk/person.h"

#include <QKeySequenceEdit>
#include <QMenu>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>

using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

/// Whether nothing of a window is to be seen but what covers it.
bool isCovered(QWidget &window)
{
    const QWidget *top = window.childAt(window.rect().center());
    while (top != nullptr && top->parentWidget() != &window)
        top = top->parentWidget();
    return top != nullptr && top->geometry() == window.rect() && top->accessibleName() == text("Calendar");
}

/// Whether the keys go to the sheet, or to something on it.
bool isOnTheSheet(const QWidget *widget)
{
    while (widget != nullptr && widget->accessibleName() != text("Calendar"))
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace

class TestQuickHide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void hidesEveryPage();
    void hidesADialogToo();
    void closesMenus();
    void hidesWhatOpensLater();
    void comesBackWhereItWas();
    void tabStaysOnTheSheet();
    void nothingReachesWhatIsCovered();
    void whatTakesTheFocusMeanwhileHasItAfterwards();
    void aDialogIsNotClosedUnderItsSheet();
    void menusDoNotOpen();
    void aWindowIsCoveredOnce();
    void anotherKeyWillDo();
    void titlesTellNothing();
};

void TestQuickHide::hidesEveryPage()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    const QString section = text("what-is-known");
    const QString module = course::findSection(window->study().course(), section).module->id;
    const std::vector<desk::Location> pages{{Page::Start, {}},
                                            {Page::Section, section},
                                            {Page::Check, module},
                                            {Page::Figures, {}},
                                            {Page::Practice, {}},
                                            {Page::Kept, {}},
                                            {Page::Figures, text("rescued-and-after")}};
    for (const desk::Location &page : pages) {
        window->go(page);
        QVERIFY(!isCovered(*window));
        person.press(Qt::Key_F9);
        QVERIFY(isCovered(*window));
        window->resize(window->size() + QSize(10, 10));
        QVERIFY(settled([&] { return isCovered(*window); }));
        person.press(Qt::Key_F9);
        QVERIFY(settled([&] { return !isCovered(*window); }));
        QCOMPARE(window->location(), page);
    }
}

void TestQuickHide::hidesADialogToo()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_F1);
    auto *dialog = window->findChild<desk::HelpDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_F9);
    QVERIFY(isCovered(*dialog) && isCovered(*window));
    QVERIFY(dialog->isVisible()); // nothing is closed
    QTest::keyClick(dialog, Qt::Key_F9);
    QVERIFY(settled([&] { return !isCovered(*dialog) && !isCovered(*window); }));
}

void TestQuickHide::closesMenus()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    QMenu menu;
    menu.addAction(text("Something"));
    menu.popup(QPoint());
    window->quickHide().hide();
    QVERIFY(!menu.isVisible());
    QVERIFY(isCovered(*window));
    window->quickHide().show();
}

void TestQuickHide::hidesWhatOpensLater()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->quickHide().hide();
    QWidget late;
    late.resize(400, 300);
    late.show();
    QVERIFY(isCovered(late));
    window->quickHide().show();
    QVERIFY(settled([&] { return !isCovered(late); }));
}

void TestQuickHide::comesBackWhereItWas()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    QAbstractButton *hide = person.button(text("Hide"));
    QVERIFY(hide != nullptr);
    hide->setFocus();
    person.press(Qt::Key_Space);
    QVERIFY(isCovered(*window));
    person.press(Qt::Key_N); // what is done to the sheet is not done to what lies under it
    person.press(Qt::Key_2, Qt::ControlModifier);
    person.press(Qt::Key_F9);
    QVERIFY(settled([&] { return !isCovered(*window); }));
    QVERIFY(hide->hasFocus());
    QCOMPARE(window->location(), desk::Location());
}

/// Round and round, both ways, and there is nothing on the way that would open a page.
void TestQuickHide::tabStaysOnTheSheet()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    QAbstractButton *before = person.button(text("continue"));
    QVERIFY(before != nullptr);
    before->setFocus();
    person.press(Qt::Key_F9);
    QVERIFY(isOnTheSheet(QApplication::focusWidget()));
    QSet<QWidget *> reached;
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        for (int i = 0; i < 20; ++i) {
            person.press(key);
            QVERIFY(isOnTheSheet(QApplication::focusWidget()));
            reached.insert(QApplication::focusWidget());
        }
    }
    QVERIFY(reached.contains(person.button(text("Back")))); // who has no other key comes back by it
    person.press(Qt::Key_F9);
    QVERIFY(settled([&] { return !isCovered(*window); }));
    QVERIFY(before->hasFocus());
}

void TestQuickHide::nothingReachesWhatIsCovered()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    QAbstractButton *covered = person.button(text("continue"));
    QVERIFY(covered != nullptr);
    const QSignalSpy clicked(covered, &QAbstractButton::clicked);
    person.press(Qt::Key_F9);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Tab})
        QTest::keyClick(covered, key);
    QTest::mouseClick(covered, Qt::LeftButton);
    QCOMPARE(clicked.count(), 0);
    QVERIFY(isCovered(*window));
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_F11, Qt::Key_Escape, Qt::Key_Menu})
        person.press(key);
    person.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(window->findChild<desk::HelpDialog *>() == nullptr);
    QVERIFY(settled([] { return isOnTheSheet(QApplication::focusWidget()); }));
    QCOMPARE(window->location(), desk::Location());
    QVERIFY(!window->isFullScreen());
    person.press(Qt::Key_F9);
}

/// A page that is made anew under its sheet sets the focus: the keys do not go there yet.
void TestQuickHide::whatTakesTheFocusMeanwhileHasItAfterwards()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    QAbstractButton *another = person.button(text("ten"));
    QVERIFY(another != nullptr && !another->hasFocus());
    person.press(Qt::Key_F9);
    another->setFocus();
    QVERIFY(settled([] { return isOnTheSheet(QApplication::focusWidget()); }));
    person.press(Qt::Key_F9);
    QVERIFY(settled([&] { return another->hasFocus(); }));
}

void TestQuickHide::aDialogIsNotClosedUnderItsSheet()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    person.press(Qt::Key_F1);
    auto *dialog = window->findChild<desk::HelpDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const QPointer<QWidget> before = dialog->focusWidget();
    const auto press = [&](Qt::Key key) { QTest::keyClick(dialog->windowHandle(), key); };
    press(Qt::Key_F9);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Space, Qt::Key_Tab, Qt::Key_Return, Qt::Key_Escape})
        press(key);
    QVERIFY(isCovered(*dialog) && dialog->isVisible());
    QVERIFY(isOnTheSheet(QApplication::focusWidget()));
    press(Qt::Key_F9);
    QVERIFY(settled([&] { return !isCovered(*dialog); }));
    QVERIFY(before && dialog->focusWidget() == before);
    press(Qt::Key_Escape);
    QVERIFY(settled([&] { return window->findChild<desk::HelpDialog *>() == nullptr; }));
}

void TestQuickHide::menusDoNotOpen()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->quickHide().hide();
    QMenu menu(window.get());
    const QAction *action = menu.addAction(text("Something"));
    const QSignalSpy triggered(action, &QAction::triggered);
    menu.popup(QPoint());
    QTest::keyClick(&menu, Qt::Key_Down);
    QTest::keyClick(&menu, Qt::Key_Return);
    QVERIFY(settled([&] { return !menu.isVisible(); }));
    QCOMPARE(triggered.count(), 0);
    window->quickHide().show();
}

/// Also where it was minimised and comes back.
void TestQuickHide::aWindowIsCoveredOnce()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const QString title = window->windowTitle();
    window->quickHide().hide();
    window->setVisible(false);
    window->setVisible(true);
    QVERIFY(isCovered(*window));
    window->quickHide().show();
    QVERIFY(settled([&] { return !isCovered(*window); }));
    QCOMPARE(window->windowTitle(), title);
}

void TestQuickHide::anotherKeyWillDo()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const Person person(*window);
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return window->currentPage()->findChild<QKeySequenceEdit *>() != nullptr; }));
    auto *edit = window->currentPage()->findChild<QKeySequenceEdit *>();
    edit->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_Space));
    Q_EMIT edit->editingFinished();
    person.press(Qt::Key_F9);
    QVERIFY(!isCovered(*window));
    window->setFocus();
    person.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(isCovered(*window));
    person.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(settled([&] { return !isCovered(*window); }));
    // No key at all is none: the one before stays.
    edit->setKeySequence(QKeySequence());
    Q_EMIT edit->editingFinished();
    QCOMPARE(edit->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_Space));
}

void TestQuickHide::titlesTellNothing()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const QString title = window->windowTitle();
    QVERIFY(!title.contains(text("raid"), Qt::CaseInsensitive));
    window->quickHide().hide();
    QCOMPARE(window->windowTitle(), text("Calendar"));
    window->quickHide().show();
    QCOMPARE(window->windowTitle(), title);
}

DESK_TEST_MAIN(TestQuickHide)
#include "tst_quickhide.moc"
