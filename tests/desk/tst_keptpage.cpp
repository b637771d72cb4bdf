// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptpage.h"

#include "desk/person.h"

#include <QDateTime>

using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

/// That hour, by this computer's clock, so many days before the first of January 2026.
qint64 momentOf(int daysBefore, int hour)
{
    return QDateTime(QDate(2026, 1, 1).addDays(-daysBefore), QTime(hour, 0)).toMSecsSinceEpoch();
}

/// A folder with a journal and backups of it.
struct Computer {
    QTemporaryDir folder;

    [[nodiscard]] QString journal() const { return folder.filePath(text("journal.sqlite")); }

    /// A backup is known by its name alone.
    void backUpAt(qint64 at) const
    {
        const QString stamp = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(text("yyyyMMdd'T'HHmmss'Z'"));
        testing::write(folder.filePath(text("backups/journal-%1.sqlite").arg(stamp)), "a backup");
    }

    [[nodiscard]] std::unique_ptr<desk::Window> open() const
    {
        return testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()));
    }
};

/// The buttons on the page that put a backup back, those that are folded among them.
QList<QAbstractButton *> restoring(const desk::Window &window)
{
    QList<QAbstractButton *> buttons = window.currentPage()->findChildren<QAbstractButton *>();
    buttons.removeIf([](const QAbstractButton *button) { return button->text() != text("Put it back…"); });
    return buttons;
}

int shown(const QList<QAbstractButton *> &buttons)
{
    return static_cast<int>(std::ranges::count_if(buttons, &QAbstractButton::isVisible));
}

} // namespace

class TestKeptPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void sortsBackupsByDay();
    void listsEveryBackup();
    void opensADayByKey();
    void listsThemForAGuestToo();
    void saysNothingOfBackupsWhereThereAreNone();
};

void TestKeptPage::sortsBackupsByDay()
{
    QCOMPARE(desk::byDay({}).size(), std::size_t(0));
    const auto days = desk::byDay({{text("a"), momentOf(0, 9)},
                                   {text("b"), momentOf(0, 1)},
                                   {text("c"), momentOf(1, 23)},
                                   {text("d"), momentOf(8, 12)}});
    QCOMPARE(days.size(), std::size_t(3));
    QCOMPARE(days[0].size(), std::size_t(2));
    QCOMPARE(days[0].front().path, text("a"));
    QCOMPARE(days[1].front().path, text("c"));
    QCOMPARE(days[2].front().path, text("d"));
}

void TestKeptPage::listsEveryBackup()
{
    const Computer computer;
    for (int hour = 8; hour < 14; ++hour)
        computer.backUpAt(momentOf(0, hour));
    for (int day = 1; day < 10; ++day)
        computer.backUpAt(momentOf(day, 12));
    const auto window = computer.open();
    const Person person(*window);
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return shown(restoring(*window)) == 7; })); // of the last seven days the newest each
    QCOMPARE(restoring(*window).size(), 15);
    QVERIFY(person.clickButton(text("3 older days")));
    QVERIFY(settled([&] { return shown(restoring(*window)) == 10; }));
    QVERIFY(person.clickButton(text("5 earlier that day")));
    QVERIFY(settled([&] { return shown(restoring(*window)) == 15; }));
    // Each is called by its own time.
    QStringList names;
    for (const QAbstractButton *button : restoring(*window))
        names.append(button->accessibleName());
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestKeptPage::opensADayByKey()
{
    const Computer computer;
    computer.backUpAt(momentOf(0, 8));
    computer.backUpAt(momentOf(0, 9));
    const auto window = computer.open();
    const Person person(*window);
    window->go({Page::Kept, {}});
    QVERIFY(settled([&] { return person.button(text("1 earlier that day")) != nullptr; }));
    QAbstractButton *day = person.button(text("1 earlier that day"));
    QVERIFY(day->accessibleName().startsWith(text("1 earlier that day: ")));
    QVERIFY((day->focusPolicy() & Qt::TabFocus) != 0);
    day->setFocus(Qt::TabFocusReason);
    person.press(Qt::Key_Space);
    QVERIFY(settled([&] { return shown(restoring(*window)) == 2; }));
    // Tab leads from the day to its newest backup, and on to the other.
    person.press(Qt::Key_Tab);
    person.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), restoring(*window).last());
    day->setFocus(Qt::TabFocusReason);
    person.press(Qt::Key_Space);
    QVERIFY(settled([&] { return shown(restoring(*window)) == 1; }));
}

/// As the program starts on a file that cannot be opened.
void TestKeptPage::listsThemForAGuestToo()
{
    const Computer computer;
    computer.backUpAt(momentOf(0, 8));
    desk::WindowParts parts = testing::partsOf(testing::shippedCourse());
    parts.keptPath = computer.journal();
    parts.problem = journal::Error{journal::ErrorCode::Damaged, computer.journal(), {}};
    const auto window = testing::makeWindow(std::move(parts));
    const Person person(*window);
    window->go({Page::Kept, {}});
    QVERIFY(!window->study().isKept());
    QVERIFY(settled([&] { return shown(restoring(*window)) == 1; }));
    QVERIFY(person.button(text("Make one now")) == nullptr);
}

void TestKeptPage::saysNothingOfBackupsWhereThereAreNone()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->go({Page::Kept, {}});
    QApplication::processEvents();
    QVERIFY(!testing::shownIn(window->currentPage()).contains(text("Backups")));
}

DESK_TEST_MAIN(TestKeptPage)
#include "tst_keptpage.moc"
