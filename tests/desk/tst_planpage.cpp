// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planpage.h"

#include "desk/deskhelpers.h"
#include "desk/offertree.h"
#include "desk/planeditor.h"
#include "desk/planlist.h"
#include "desk/plantable.h"
#include "desk/planwords.h"
#include "desk/shown.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimer>
#include <QVBoxLayout>

using course::Plan;
using course::PlanStep;
using desk::OwnPlan;
using desk::PlanModel;
using testing::text;
using Kind = course::PlanStep::Kind;

namespace {

const Plan &oneHour()
{
    return *std::ranges::find(testing::shipped().course.plans, text("one-hour"), &Plan::id);
}

/// Somebody at a window with the page in it, and with what the real window has: a use of its own for Ctrl+Z.
class Desk
{
public:
    explicit Desk(const QString &folder) : m_presenter(testing::shipped().course)
    {
        m_presenter.keepIn(folder);
        auto *undo = new QShortcut(QKeySequence::Undo, &m_window);
        QObject::connect(undo, &QShortcut::activated, &m_window, [this] { ++m_elsewhere; });
        m_page = new desk::PlanPage(m_presenter, &m_window);
        auto *column = new QVBoxLayout(&m_window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page);
        m_window.resize(1102, 720);
        m_window.show();
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window))
            qFatal("the window does not get the keys");
    }

    [[nodiscard]] desk::PlanPresenter &presenter() { return m_presenter; }
    [[nodiscard]] desk::PlanPage *page() { return m_page; }
    [[nodiscard]] int undoneElsewhere() const { return m_elsewhere; }
    [[nodiscard]] Plan plan() const { return m_presenter.view().own ? m_presenter.view().own->plan : Plan(); }
    template<typename T>
    [[nodiscard]] T *find() const
    {
        return m_page->findChild<T *>();
    }
    [[nodiscard]] desk::PlanTable *table() const { return find<desk::PlanTable>(); }
    [[nodiscard]] desk::OfferTree *offer() const { return find<desk::OfferTree>(); }
    [[nodiscard]] QString words(const char *name) const { return m_page->findChild<QLabel *>(text(name))->text(); }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.windowHandle(), static_cast<Qt::Key>(key), modifiers);
        QApplication::processEvents();
    }

    void type(const char *keys)
    {
        for (const char *key = keys; *key != '\0'; ++key)
            QTest::keyClick(m_window.windowHandle(), *key);
        QApplication::processEvents();
    }

    /// Tab, until it is there.
    [[nodiscard]] bool tabTo(const QString &name, bool isBack = false)
    {
        constexpr int most = 60;
        for (int turn = 0; turn < most; ++turn) {
            QWidget *there = QApplication::focusWidget();
            if (there != nullptr && testing::nameOf(there) == name)
                return true;
            press(isBack ? Qt::Key_Backtab : Qt::Key_Tab, isBack ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return false;
    }

private:
    desk::PlanPresenter m_presenter;
    QWidget m_window;
    desk::PlanPage *m_page = nullptr;
    int m_elsewhere = 0;
};

std::vector<OwnPlan> onDisk(const QString &folder)
{
    return desk::ownPlans(testing::shipped().course, keep::Plans(folder));
}

QStringList targets(const Plan &plan)
{
    QStringList found;
    for (const PlanStep &step : plan.steps)
        found.append(step.target);
    return found;
}

} // namespace

class TestPlanPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void keysAloneMakeAPlan();
    void undoesBackToTheStart();
    void theMouseDoesTheSame();
    void dragsAndDrops();
    void addsAModuleWhole();
    void tellsHowMuchThereIs();
    void asksQuestions();
    void offersTheContentNote();
    void showsWhatAnotherWindowDid();
    void printsWhatIsOpen();
    void everythingHasANameAndCanBeReached();
};

void TestPlanPage::keysAloneMakeAPlan()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    QVERIFY(desk.tabTo(text("Begin with nothing")));
    desk.press(Qt::Key_Return);
    QTRY_VERIFY(desk.offer()->hasFocus()); // at once at what can be added
    // The first module is opened, and its sections are added one after another.
    const Qt::Key in = testing::isMirroredRun() ? Qt::Key_Left : Qt::Key_Right;
    desk.press(in);
    for (int section = 0; section < 3; ++section) {
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Return);
    }
    QCOMPARE(targets(desk.plan()),
             (QStringList{text("what-we-agree"), text("in-this-room"), text("what-the-day-holds")}));
    QCOMPARE(desk.plan().minutes, 8 + 6 + 8);
    // A section that is found, and a break.
    for (const char *words : {"what is known", "break"}) {
        QVERIFY(desk.tabTo(text("Find in the course"), true));
        desk.type(words);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(desk.offer()->hasFocus());
        desk.press(Qt::Key_Return);
    }
    QCOMPARE(desk.plan().steps.size(), std::size_t(5));
    QCOMPARE(desk.plan().steps[3].target, text("what-is-known"));
    QCOMPARE(desk.plan().steps[4].kind, Kind::Break);
    // Minutes, what may be cut, the order, and a name of one's own.
    QVERIFY(desk.tabTo(text("The steps of the plan")));
    desk.type("25");
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.plan().steps[4].minutes, 25);
    QCOMPARE(desk.plan().minutes, 8 + 6 + 8 + 9 + 25);
    QTRY_VERIFY(desk.table()->hasFocus());
    desk.type("m");
    QVERIFY(desk.plan().steps[4].mustKeep);
    desk.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(desk.plan().steps[3].kind, Kind::Break);
    desk.press(Qt::Key_F2);
    desk.type("lunch");
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.plan().steps[3].target, text("lunch"));
    QTRY_VERIFY(desk.table()->hasFocus());
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_Delete);
    QCOMPARE(targets(desk.plan()),
             (QStringList{text("in-this-room"), text("what-the-day-holds"), text("lunch"), text("what-is-known")}));
    desk.type("7");
    desk.press(Qt::Key_Escape); // nothing was meant
    QCOMPARE(desk.plan().steps[0].minutes, 6);
    // All of it is on disk, and another start of the program has it.
    QCOMPARE(onDisk(folder.path()), std::vector<OwnPlan>{*desk.presenter().view().own});
}

void TestPlanPage::undoesBackToTheStart()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.presenter().beginFrom(oneHour());
    QTRY_VERIFY(desk.table()->hasFocus());
    const OwnPlan before = *desk.presenter().view().own;
    desk.type("9");
    desk.press(Qt::Key_Return);
    QTRY_VERIFY(desk.table()->hasFocus());
    desk.press(Qt::Key_Delete);
    desk.type("m");
    desk.press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(desk.presenter().view().own != before);
    const OwnPlan after = *desk.presenter().view().own;
    for (int step = 0; step < 4; ++step)
        desk.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.presenter().view().own == before);
    for (int step = 0; step < 4; ++step)
        desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.presenter().view().own == after);
    for (int step = 0; step < 5; ++step)
        desk.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!desk.presenter().view().own);
    QVERIFY(onDisk(folder.path()).empty());
    QVERIFY(testing::shownIn(desk.page()).contains(text("Begin with nothing"))); // back where all plans are
    QCOMPARE(desk.undoneElsewhere(), 0);
}

void TestPlanPage::theMouseDoesTheSame()
{
    Desk desk{QString()};
    desk.presenter().begin();
    desk::OfferTree *offer = desk.offer();
    offer->narrow(text("two questions"));
    QApplication::processEvents();
    const QModelIndex found = offer->model()->index(0, 0, offer->model()->index(0, 0));
    const QPoint place = offer->viewport()->mapTo(desk.page()->window(), offer->visualRect(found).center());
    QTest::mouseDClick(desk.page()->window()->windowHandle(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(targets(desk.plan()), QStringList{text("two-questions")});
    QPushButton *add = nullptr;
    for (QPushButton *button : desk.page()->findChildren<QPushButton *>()) {
        if (button->text() == text("Add to the plan"))
            add = button;
    }
    QVERIFY(add != nullptr);
    testing::click(add);
    QCOMPARE(desk.plan().steps.size(), std::size_t(2));
    const auto cell = [&](int row, PlanModel::Column column) {
        return desk.table()->visualRect(desk.table()->model()->index(row, static_cast<int>(column))).center();
    };
    QApplication::processEvents();
    testing::clickAt(desk.table()->viewport(), cell(0, PlanModel::Column::Keep));
    QVERIFY(desk.plan().steps[0].mustKeep && !desk.plan().steps[1].mustKeep);
    testing::clickAt(desk.table()->viewport(), cell(0, PlanModel::Column::Keep));
    QVERIFY(!desk.plan().steps[0].mustKeep);
    testing::clickAt(desk.table()->viewport(), cell(1, PlanModel::Column::Step)); // chooses, and changes nothing
    QCOMPARE(desk.presenter().view().at, 1);
    QVERIFY(!desk.plan().steps[1].mustKeep);
}

void TestPlanPage::dragsAndDrops()
{
    Desk desk{QString()};
    desk.presenter().beginFrom(oneHour());
    QAbstractItemModel *steps = desk.table()->model();
    const QAbstractItemModelTester tester(steps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester offered(desk.offer()->model(),
                                           QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QStringList before = targets(desk.plan());
    const auto drag = [](const QAbstractItemModel *model, const QModelIndex &index) {
        return std::unique_ptr<QMimeData>(model->mimeData({index}));
    };
    QVERIFY(steps->dropMimeData(drag(steps, steps->index(0, 1)).get(), Qt::MoveAction, 3, 0, {}));
    QCOMPARE(targets(desk.plan()).mid(0, 3), (QStringList{before[1], before[2], before[0]}));
    QVERIFY(steps->dropMimeData(drag(steps, steps->index(2, 1)).get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(targets(desk.plan()), before);
    QVERIFY(steps->dropMimeData(drag(steps, steps->index(0, 1)).get(), Qt::MoveAction, -1, -1, {}));
    QCOMPARE(targets(desk.plan()).back(), before.front());
    desk.presenter().undo();
    const QAbstractItemModel *offer = desk.offer()->model();
    const QModelIndex section = offer->index(1, 0, offer->index(0, 0));
    QVERIFY(steps->dropMimeData(drag(offer, section).get(), Qt::CopyAction, 2, 0, {}));
    QCOMPARE(targets(desk.plan()).at(2), text("in-this-room"));
    QCOMPARE(desk.plan().minutes, 66);
    QMimeData nothing;
    nothing.setText(text("words from another program"));
    QVERIFY(!steps->dropMimeData(&nothing, Qt::CopyAction, 0, 0, {}));
    QMimeData broken;
    broken.setData(desk::stepsMimeType(), "{\"steps\": [{\"section\": ");
    QVERIFY(!steps->dropMimeData(&broken, Qt::CopyAction, 0, 0, {}));
    QCOMPARE(desk.plan().minutes, 66);
}

void TestPlanPage::addsAModuleWhole()
{
    Desk desk{QString()};
    desk.presenter().begin();
    QTRY_VERIFY(desk.offer()->hasFocus());
    desk.press(Qt::Key_Down); // module 1
    desk.press(Qt::Key_Return, Qt::ShiftModifier);
    const course::Module &module = testing::shipped().course.modules[1];
    QCOMPARE(desk.plan().steps.size(), module.sections.size());
    int minutes = 0;
    for (const course::Section &section : module.sections)
        minutes += section.roomMinutes;
    QCOMPARE(desk.plan().minutes, minutes);
    desk.press(Qt::Key_Z, Qt::ControlModifier); // in one go
    QVERIFY(desk.plan().steps.empty());
}

void TestPlanPage::tellsHowMuchThereIs()
{
    Desk desk{QString()};
    desk.presenter().beginFrom(oneHour());
    QCOMPARE(desk.words("length"), text("60 minutes, 09:00 to 10:00"));
    QCOMPARE(desk.words("fit"), QString());
    QCOMPARE(desk.words("keeps"), text("55 minutes must be kept."));
    QVERIFY(desk.tabTo(text("Minutes that you have")));
    desk.find<QSpinBox>()->selectAll();
    desk.type("48");
    QCOMPARE(desk.words("fit"), text("12 minutes over"));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type("68");
    QCOMPARE(desk.words("fit"), text("8 minutes free"));
    QVERIFY(desk.tabTo(text("When it begins"))); // by way of all that comes before it
    desk.type("23");
    QCOMPARE(desk.presenter().view().own->start, QTime(23, 0));
    desk.presenter().setMinutes(0, 34);
    QCOMPARE(desk.words("length"), text("90 minutes, 23:00 to 00:30 (+1)"));
    QCOMPARE(desk.words("keeps"), text("This goes on past midnight. 85 minutes must be kept."));
    const QModelIndex last = desk.table()->model()->index(7, 0);
    QCOMPARE(last.data().toString(), text("00:22 (+1)"));
}

void TestPlanPage::asksQuestions()
{
    Desk desk{QString()};
    desk.presenter().begin();
    desk.presenter().add({desk.presenter().stepFor(Kind::Section, text("two-questions"))});
    desk.table()->setFocus();
    const auto answer = [](bool tick, QKeyCombination key) {
        QTimer::singleShot(0, QCoreApplication::instance(), [tick, key] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            auto *first = dialog->findChild<QCheckBox *>();
            if (!QTest::qWaitFor([first] { return first->hasFocus(); })) {
                dialog->reject();
                QFAIL("the first question does not get the keys");
            }
            if (tick)
                QTest::keyClick(first, Qt::Key_Space);
            QTest::keyClick(first, key.key(), key.keyboardModifiers());
        });
    };
    answer(true, Qt::Key_Escape);
    desk.press(Qt::Key_Q);
    QVERIFY(desk.plan().steps[0].items.isEmpty());
    answer(true, Qt::Key_Return);
    desk.press(Qt::Key_Q);
    const auto offered = desk::itemsFor(testing::shipped().course, desk.plan().steps[0]);
    QCOMPARE(desk.plan().steps[0].items, QStringList{offered.front()->id});
    // What is asked and not on offer, from another edition, stays.
    desk.presenter().setItems(0, {text("of-another-edition"), offered.front()->id});
    answer(true, Qt::Key_Return);
    desk.press(Qt::Key_Q);
    QCOMPARE(desk.plan().steps[0].items, QStringList{text("of-another-edition")});
}

void TestPlanPage::offersTheContentNote()
{
    Desk desk{QString()};
    desk.presenter().begin();
    desk.presenter().add({desk.presenter().stepFor(Kind::Section, text("what-is-known"))});
    const auto shown = [&] {
        QApplication::processEvents();
        return testing::shownIn(desk.page()).join(u'\n');
    };
    QVERIFY(shown().contains(text("The content note for this is in “Before you begin”")));
    for (QPushButton *button : desk.page()->findChildren<QPushButton *>()) {
        if (button->text() == text("Put it before"))
            testing::click(button);
    }
    QCOMPARE(targets(desk.plan()), (QStringList{text("before-you-begin"), text("what-is-known")}));
    desk.presenter().choose(1);
    QVERIFY(!shown().contains(text("The content note")));
}

void TestPlanPage::showsWhatAnotherWindowDid()
{
    const QTemporaryDir folder;
    Desk here(folder.path());
    here.presenter().beginFrom(oneHour());
    desk::PlanPresenter there(testing::shipped().course);
    there.keepIn(folder.path());
    there.open(here.plan().id);
    there.setMinutes(3, 20);
    there.begin();
    here.presenter().reload();
    QCOMPARE(here.plan().minutes, 70);
    QCOMPARE(here.words("length"), text("70 minutes, 09:00 to 10:10"));
    here.presenter().close();
    QApplication::processEvents();
    QCOMPARE(testing::shownIn(here.page()).filter(text("Take it away")).size(), 2);
}

void TestPlanPage::printsWhatIsOpen()
{
    Desk desk{QString()};
    QSignalSpy printed(desk.page(), &desk::PlanPage::printWanted);
    desk.press(Qt::Key_P, Qt::ControlModifier);
    desk.presenter().begin();
    desk.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(printed.size(), 0); // there is nothing on it yet
    desk.presenter().beginFrom(oneHour());
    desk.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(printed.size(), 1);
    QCOMPARE(printed.front().front().value<Plan>(), desk.plan());
}

void TestPlanPage::everythingHasANameAndCanBeReached()
{
    Desk desk{QString()};
    desk.presenter().beginFrom(oneHour());
    QApplication::processEvents();
    const QWidget *first = QApplication::focusWidget();
    QStringList names;
    do {
        const QString name = testing::nameOf(QApplication::focusWidget());
        QVERIFY2(!name.isEmpty(), QApplication::focusWidget()->metaObject()->className());
        if (names.value(names.size() - 1) != name) // hours and minutes are two stops in one field
            names.append(name);
        desk.press(Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && names.size() < 60);
    for (const char *name : {"The plan’s title", "When it begins", "Minutes that you have", "Find in the course",
                             "What the course has", "The steps of the plan", "Add the whole module", "Let it be cut",
                             "Down", "Take out", "All plans", "Undo", "Run sheet…"})
        QVERIFY2(names.contains(text(name)), name);
    const QString all = names.join(u'|');
    QVERIFY2(names.removeDuplicates() == 0, qUtf8Printable(all)); // and comes round again
    const QModelIndex step = desk.table()->model()->index(0, static_cast<int>(PlanModel::Column::Step));
    QCOMPARE(step.data(Qt::AccessibleTextRole).toString(),
             text("Welcome, and what we agree, Before the day begins, 4 minutes, must keep, at 09:00"));
}

DESK_TEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
