// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

#include "desk/checkpresenter.h"
#include "desk/contents.h"
#include "desk/figurecard.h"
#include "desk/keeper.h"
#include "desk/person.h"
#include "type/lessondocument.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextDocument>

using desk::Location;
using testing::Person;
using Page = Location::Page;

namespace {

/// The shipped course with something to mend, so that every page has something to show.
course::Reading shippedWithFaults()
{
    const QTemporaryDir folder;
    testing::copyFolder(testing::shippedCoursePath(), folder.path());
    const QString items = folder.filePath(QStringLiteral("05-what-happened-next/items.gift"));
    testing::write(items, testing::bytesOf(items) + "\n\n// [id:broken]\n::Broken::No end {=a\n");
    return course::read(folder.path());
}

const course::Reading &reading()
{
    static const course::Reading shipped = shippedWithFaults();
    return shipped;
}

std::unique_ptr<desk::Window> makeWindow(QSize size, double text)
{
    desk::WindowParts parts = testing::partsOf(reading());
    keep::Settings settings;
    settings.textScale = text;
    settings.trainerNotes = true;
    static_cast<void>(parts.store.setSettings(settings)); // in memory: cannot fail
    parts.asks = true;
    return testing::makeWindow(std::move(parts), size);
}

quiz::Response responseTo(const items::Item &item, qsizetype option)
{
    if (item.type == items::ItemType::Numerical)
        return {QString::number(option)};
    return {items::optionKey(option % std::ssize(item.options))};
}

/// Shows every page of the window, one after the other, and calls `visit` with its name at each. In the check, option
/// number `option` is chosen.
template<typename Visit>
void visitPages(desk::Window &window, const Visit &visit, qsizetype option = 0)
{
    const auto stop = [&](const QString &name) {
        QApplication::processEvents();
        visit(name);
        return QTest::currentTestFailed();
    };
    window.go({});
    if (stop(QStringLiteral("start")))
        return;
    window.go({Page::Faults, {}});
    if (stop(QStringLiteral("faults")))
        return;
    for (const course::Module &module : window.study().course().modules) {
        for (const course::Section &section : module.sections) {
            window.go({Page::Section, section.id});
            if (stop(section.id))
                return;
        }
        window.go({Page::Check, module.id});
        window.check().openAgain(module);
        for (qsizetype i = 0; i < window.check().view().count; ++i) {
            window.check().show(i);
            if (stop(window.check().item(i).id))
                return;
            window.check().choose(responseTo(window.check().item(i), option));
            window.check().commit();
            if (stop(window.check().item(i).id + QStringLiteral(", answered")))
                return;
        }
        window.check().next();
        if (stop(module.id + QStringLiteral(", summary")))
            return;
    }
    window.go({Page::Practice, {}});
    if (stop(QStringLiteral("practice")))
        return;
    const QTemporaryDir folder;
    if (!window.study().moveTo(testing::openJournal(folder.filePath(QStringLiteral("journal.sqlite")))))
        qFatal("cannot be kept");
    window.keeper().backUp();
    window.go({Page::Kept, {}});
    if (stop(QStringLiteral("kept")))
        return;
    window.go({});
}

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget->metaObject()->className()),
                                         testing::nameOf(const_cast<QWidget *>(widget)));
}

/// Whether any of it can be seen in the window, past all that its parents cut off.
bool isInSight(const QWidget *widget)
{
    QRect seen = widget->rect();
    for (const QWidget *at = widget; !at->isWindow(); at = at->parentWidget())
        seen = seen.translated(at->pos()) & at->parentWidget()->rect();
    return widget->isVisible() && !seen.isEmpty();
}

/// What gets the focus when Tab (or Shift+Tab) is pressed until it is back where it was.
struct Walk {
    Walk(const Person &person, Qt::KeyboardModifiers modifiers)
    {
        constexpr int most = 600;
        person.press(Qt::Key_Tab, modifiers);
        const QWidget *first = QApplication::focusWidget();
        bool hasLeft = false;
        for (int presses = 0; presses < most && !isClosed; ++presses) {
            QWidget *now = QApplication::focusWidget();
            if (now == nullptr)
                return;
            if (!visited.contains(now))
                visited.append(now);
            if (!isInSight(now) && !outOfSight.contains(now))
                outOfSight.append(now);
            hasLeft = hasLeft || now != first;
            person.press(Qt::Key_Tab, modifiers);
            isClosed = hasLeft && QApplication::focusWidget() == first;
        }
    }

    QList<QWidget *> visited;
    QList<QWidget *> outOfSight;
    bool isClosed = false;
};

QStringList describedAll(QList<QWidget *> widgets)
{
    QStringList all;
    for (const QWidget *widget : widgets)
        all.append(described(widget));
    all.sort();
    return all;
}

/// Where a word of the label does not fit its width, or its lines not its height.
bool isCut(const QLabel *label)
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(label->font());
    const QString text = testing::shownText(label);
    if (label->textFormat() == Qt::RichText)
        document.setHtml(label->text());
    else
        document.setPlainText(text);
    const QRect room = label->contentsRect();
    document.setTextWidth(label->wordWrap() ? room.width() : -1);
    constexpr double tolerance = 1.5; // of rounding
    return document.idealWidth() > room.width() + tolerance || document.size().height() > room.height() + tolerance;
}

bool isCut(const QAbstractButton *button)
{
    const bool paintsItself = qobject_cast<const QPushButton *>(button) == nullptr;
    return !paintsItself && button->fontMetrics().horizontalAdvance(button->text()) > button->width();
}

/// Whether a parent of it hides its left or right end.
bool reachesOutside(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        const QPoint left = widget->mapTo(parent, QPoint(0, 0));
        if (left.x() < 0 || left.x() + widget->width() > parent->width())
            return true;
        if (parent->isWindow())
            break;
    }
    return false;
}

/// Labels and buttons of which something can't be seen, whatever is scrolled.
QStringList cutIn(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!widget->isVisible() || (label == nullptr && button == nullptr))
            continue;
        if (reachesOutside(widget) || (label != nullptr ? isCut(label) : isCut(button)))
            found.append(label != nullptr ? testing::shownText(label) : button->text());
    }
    return found;
}

void addWords(QStringList &words, const QObject *object)
{
    if (const auto *widget = qobject_cast<const QWidget *>(object)) {
        if (!widget->isVisible())
            return;
        words << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->windowTitle();
    }
    if (const auto *action = qobject_cast<const QAction *>(object))
        words << action->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(object))
        words << line->placeholderText();
    if (const auto *view = qobject_cast<const desk::LessonView *>(object))
        words << type::plainTextOf(*view->document(), 0, view->document()->characterCount());
    if (const auto *list = qobject_cast<const QListView *>(object)) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            words << list->model()->index(row, 0).data().toString();
    }
}

/// Every word that the window shows or says.
QStringList wordsOf(const desk::Window &window)
{
    QStringList words = testing::shownIn(&window);
    addWords(words, &window);
    for (const QObject *child : window.findChildren<QObject *>())
        addWords(words, child);
    return words;
}

} // namespace

class TestWindowWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testing::failOnWarnings(); }

    void namesEverythingThatHasTheFocus_data();
    void namesEverythingThatHasTheFocus();
    void leadsBackFromEverything();
    void keepsTheFocusInSight();
    void leadsUpToTheWindow();
    void cutsNothingOff_data();
    void cutsNothingOff();
    void describesFiguresInSentences();
    void saysNothingOfTests_data();
    void saysNothingOfTests();
};

void TestWindowWalk::initTestCase()
{
    QCOMPARE(reading().faults.size(), 1U);
    QVERIFY(reading().isOpen());
}

void TestWindowWalk::namesEverythingThatHasTheFocus_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366x768") << QSize(1366, 768);
    QTest::newRow("1000x700") << QSize(1000, 700);
}

void TestWindowWalk::namesEverythingThatHasTheFocus()
{
    QFETCH(const QSize, size);
    const auto window = makeWindow(size, 1.0);
    const Person person(*window);
    visitPages(*window, [&](const QString &page) {
        const Walk walk(person, {});
        QVERIFY2(walk.visited.size() >= 5, qPrintable(page));
        for (QWidget *widget : walk.visited)
            QVERIFY2(!testing::nameOf(widget).isEmpty(), qPrintable(page + QStringLiteral(": ") + described(widget)));
    });
}

void TestWindowWalk::leadsBackFromEverything()
{
    const auto window = makeWindow({1366, 768}, 1.0);
    const Person person(*window);
    visitPages(*window, [&](const QString &page) {
        const Walk forth(person, {});
        QVERIFY2(forth.isClosed, qPrintable(page));
        const Walk back(person, Qt::ShiftModifier);
        QVERIFY2(back.isClosed, qPrintable(page));
        const QStringList there = describedAll(forth.visited);
        const QStringList andBack = describedAll(back.visited);
        QVERIFY2(there == andBack, qPrintable(page + QStringLiteral("\nTab: ") + there.join(QStringLiteral(", ")) +
                                              QStringLiteral("\nShift+Tab: ") + andBack.join(QStringLiteral(", "))));
    });
}

void TestWindowWalk::keepsTheFocusInSight()
{
    const auto window = makeWindow({1366, 768}, 1.0);
    const Person person(*window);
    visitPages(*window, [&](const QString &page) {
        const Walk walk(person, {});
        QVERIFY2(walk.outOfSight.isEmpty(),
                 qPrintable(page + QStringLiteral(": ") + describedAll(walk.outOfSight).join(QStringLiteral(", "))));
    });
}

void TestWindowWalk::leadsUpToTheWindow()
{
    const auto window = makeWindow({1366, 768}, 1.0);
    const Person person(*window);
    visitPages(*window, [&](const QString &page) {
        const Walk walk(person, {});
        for (QWidget *widget : walk.visited) {
            const QAccessibleInterface *top = QAccessible::queryAccessibleInterface(widget);
            while (top != nullptr && top->object() != window.get())
                top = top->parent();
            QVERIFY2(top != nullptr, qPrintable(page + QStringLiteral(": ") + described(widget)));
        }
    });
}

void TestWindowWalk::cutsNothingOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::newRow("1366x768, usual text") << QSize(1366, 768) << 1.0;
    QTest::newRow("1366x768, larger text") << QSize(1366, 768) << 1.5;
    QTest::newRow("1366x768, text twice as large") << QSize(1366, 768) << 2.0;
    QTest::newRow("1000x700, usual text") << QSize(1000, 700) << 1.0;
    QTest::newRow("1000x700, larger text") << QSize(1000, 700) << 1.5;
}

void TestWindowWalk::cutsNothingOff()
{
    QFETCH(const QSize, size);
    QFETCH(const double, text);
    constexpr int patienceMs = 500;
    const auto window = makeWindow(size, text);
    QStringList cut;
    visitPages(*window, [&](const QString &page) {
        QStringList found;
        // A layout settles in a few turns.
        static_cast<void>(QTest::qWaitFor(
            [&] {
                found = cutIn(*window);
                return found.isEmpty();
            },
            patienceMs));
        if (!found.isEmpty())
            cut.append(page + QStringLiteral(": “") + found.join(QStringLiteral("”, “")) + QStringLiteral("”"));
    });
    QVERIFY2(cut.isEmpty(), qPrintable(QLatin1Char('\n') + cut.join(QLatin1Char('\n'))));
}

void TestWindowWalk::describesFiguresInSentences()
{
    const auto window = makeWindow({1366, 768}, 1.0);
    int figures = 0;
    visitPages(*window, [&](const QString &page) {
        if (window->location().page != Page::Section)
            return;
        for (desk::FigureCard *card : window->lessonPage()->view()->figures()) {
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(card);
            QVERIFY2(interface->text(QAccessible::Name).startsWith(QStringLiteral("Figure: ")), qPrintable(page));
            QVERIFY2(interface->text(QAccessible::Description).contains(QLatin1Char('.')), qPrintable(page));
            ++figures;
        }
    });
    QCOMPARE(figures, 3);
}

void TestWindowWalk::saysNothingOfTests_data()
{
    QTest::addColumn<int>("option");
    for (int option = 0; option < 4; ++option)
        QTest::addRow("option %d", option) << option;
}

void TestWindowWalk::saysNothingOfTests()
{
    QFETCH(const int, option);
    const QRegularExpression words(
        QStringLiteral("\\b(tests?|tested|testing|fail(s|ed|ure|ures|ing)?|scor(e|es|ed|ing)|wrong(ly)?)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto window = makeWindow({1366, 768}, 1.0);
    visitPages(
        *window,
        [&](const QString &page) {
            const QStringList said = wordsOf(*window);
            QVERIFY(said.size() > 10);
            const QStringList found = said.filter(words);
            QVERIFY2(found.isEmpty(), qPrintable(page + QStringLiteral(": ") + found.join(QStringLiteral(" | "))));
        },
        option);
}

DESK_TEST_MAIN(TestWindowWalk)

#include "tst_windowwalk.moc"
