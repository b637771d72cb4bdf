// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papergridpage.h"

#include "desk/deskhelpers.h"
#include "desk/dialogs.h"
#include "desk/papergridtable.h"
#include "desk/room.h"
#include "desk/shown.h"
#include "items/gift.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <map>

using base::Statement;
using base::Verb;
using desk::PaperGridPage;
using desk::PaperGridView;
using desk::Study;
using testing::FakeJournal;
using workshop::Address;
using workshop::Entry;
using Told = PaperGridView::Told;

namespace {

constexpr int people = 30;
constexpr int questions = 12;
constexpr int code = workshop::codeColumn;

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::vector<items::Item> itemsFrom(const QString &gift)
{
    items::GiftReading reading = items::readGift(gift.toUtf8(), text("items.gift"));
    if (reading.items.empty())
        qFatal("the test's own GIFT is not sound");
    return std::move(reading.items);
}

std::vector<items::Item> formItems(const QString &form)
{
    QString gift;
    for (int i = 1; i <= questions; ++i) {
        const char *options = i % 2 == 0 ? "~One\n=Two\n~%50%Three\n~Four" : "=One\n~Two\n~Three\n~%-50%Four";
        gift += text("// [id:%1-%2]\n// [tag:pair:p%2]\n::Q%2::Which is it? {\n").arg(form).arg(i) + text(options) +
                text("\n}\n\n");
    }
    return itemsFrom(gift);
}

/// The tiny course with two forms of twelve questions.
course::Course paperCourse()
{
    course::Course course = testing::readTinyCourse().course;
    course.forms = {{text("a"), formItems(text("a"))}, {text("b"), formItems(text("b"))}};
    return course;
}

workshop::PileSetting formA(workshop::When when = workshop::When::Alone)
{
    return {.id = {}, .target = text("form-a"), .form = text("a"), .when = when};
}

workshop::PileSetting check()
{
    return {.id = {}, .target = text("first")};
}

/// Somebody at the page, with a keyboard.
struct Typist {
    explicit Typist(std::unique_ptr<journal::Journal> journal)
        : study(std::make_unique<Study>(paperCourse(), std::move(journal), base::fixedClock(testing::eightOClock))),
          page(std::make_unique<PaperGridPage>(*study))
    {
        page->resize(1102, 712);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page does not become active");
    }

    explicit Typist(const QString &path) : Typist(testing::openJournal(path)) {}

    std::unique_ptr<Study> study;
    std::unique_ptr<PaperGridPage> page;

    [[nodiscard]] desk::PaperGridPresenter &presenter() const { return page->presenter(); }
    [[nodiscard]] const workshop::Pile &pile() const { return presenter().pile(); }
    [[nodiscard]] const PaperGridView &view() const { return presenter().view(); }

    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(page->windowHandle(), static_cast<Qt::Key>(key), modifiers);
    }

    void type(const char *keys) const
    {
        for (const QChar key : text(keys))
            QTest::keyClick(page->windowHandle(), key.toLatin1());
    }

    [[nodiscard]] QString response(int row, int column) const
    {
        return pile().entry({row, column}).response.join(u' ');
    }

    [[nodiscard]] QString label(const char *name) const
    {
        return testing::shownText(page->findChild<QLabel *>(text(name)));
    }

    [[nodiscard]] QAbstractButton *button(const char *words) const
    {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && (button->text() == text(words) || button->objectName() == text(words)))
                return button;
        }
        return nullptr;
    }

    [[nodiscard]] std::vector<Statement> statements(const std::vector<Verb> &verbs) const
    {
        return study->ledger().read({.verbs = verbs}).value();
    }
};

FakeJournal *fakeOf(const Typist &typist)
{
    return static_cast<FakeJournal *>(&typist.study->ledger());
}

Typist withFake()
{
    return Typist(std::make_unique<FakeJournal>(text("/the/journal")));
}

} // namespace

class TestPaperGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void typesThirtyPapersByKeysAlone();
    void goesOnWhereTypingStopped();
    void beginsFromTheChooser();
    void aKeyThatIsNoAnswerIsHeardAndSaid();
    void aKeyThatIsHeldDownIsOneAnswer();
    void keepsApartBlankAndUnknown();
    void severalAreTypedUntilSpace();
    void backspaceGoesBackAndEmpties();
    void walksByKeys();
    void goesToAPaperByItsNumber();
    void typesCodesWhereFormsArePaired();
    void tellsACodeThatIsThereTwice();
    void undoesAndDoesAgain();
    void showsNothingThatWasNotSaved();
    void leavesWhatCouldNotBeSaved();
    void keysWaitWhileTheDiskIsSlow();
    void doesNotUndoWhatAnotherWindowTyped();
    void keepsOutOfACellThatAnotherWindowTypedInto();
    void isNotWhatTheLearnerDid();
    void aGuestTakesPapersAlong();
    void closesWhereTheJournalHasThePileNoMore();
    void speaksEveryCell();
    void takesNoShortcutFromTheWindow();
    void belongsToAWorkshop();
    void takesInAFile();
    void leavesAFileThatHasNothing();
};

void TestPaperGrid::typesThirtyPapersByKeysAlone()
{
    const QTemporaryDir folder;
    const Typist typist(folder.filePath(text("journal.sqlite")));
    typist.page->open(formA());
    QRandomGenerator random(30);
    std::map<QString, double> facility;
    for (int row = 0; row < people; ++row) {
        const quiz::Check onScreen(text("tiny/"), text("form-a"), formItems(text("a")), QUuid::createUuid());
        for (int column = 0; column < questions; ++column) {
            const QString key = random.bounded(8) == 0 ? text("?") : items::optionKey(random.bounded(4));
            QTest::keyClick(typist.page->windowHandle(), key.front().toLatin1());
            const auto answered = onScreen.answer(column, {key});
            facility[answered->object] += answered->result.value(text("fraction")).toDouble();
        }
    }
    QCOMPARE(typist.pile().paperCount(), people);
    QCOMPARE(typist.label("counts"), text("30 papers · 360 answers"));
    QCOMPARE(typist.view().cursor, (Address{people, 0}));
    QCOMPARE(typist.label("saving"), text("Saved"));

    const std::vector<Statement> answered = typist.statements({Verb::Answered});
    QCOMPARE(answered.size(), std::size_t(people * questions));
    const auto others = typist.study->ledger().others().value();
    QCOMPARE(others.size(), std::size_t(people));
    std::map<QString, double> typed;
    for (const Statement &statement : answered) {
        const journal::Actor paper{statement.actor, journal::ActorKind::Paper};
        QVERIFY(std::ranges::find(others, paper) != others.end());
        QCOMPARE(statement.result.value(text("form")).toString(), text("a"));
        typed[statement.object] += statement.result.value(text("fraction")).toDouble();
    }
    QVERIFY(typed == facility);
    QVERIFY(typist.statements({Verb::Voided}).empty());
}

void TestPaperGrid::goesOnWhereTypingStopped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("journal.sqlite"));
    std::optional<workshop::Pile> left;
    Address cursor;
    {
        const Typist typist(path);
        typist.page->open(formA());
        typist.type("abcdabcdabcd");
        typist.type("ab-?");
        left = typist.pile();
        cursor = typist.view().cursor;
        QCOMPARE(cursor, (Address{1, 4}));
    }
    const Typist again(path);
    QVERIFY(testing::shownIn(again.page.get()).contains(text("Form A")));
    QVERIFY(again.button("Go on") != nullptr);
    testing::click(again.button("Go on"));
    QTRY_VERIFY(again.presenter().isOpen());
    QVERIFY(again.pile() == *left);
    QCOMPARE(again.view().cursor, cursor);
    again.type("d");
    QCOMPARE(again.response(1, 4), text("d"));
}

void TestPaperGrid::beginsFromTheChooser()
{
    const Typist typist(testing::journalInMemory());
    QVERIFY(testing::shownIn(typist.page.get()).join(u'\n').contains(text("You are a guest")));
    auto *what = typist.page->findChild<QComboBox *>(text("what"));
    auto *when = typist.page->findChild<QComboBox *>(text("when"));
    QVERIFY(what->hasFocus());
    QCOMPARE(what->currentText(), text("Form A"));
    QVERIFY(when->isVisible());
    what->setCurrentIndex(what->findData(text("first")));
    QVERIFY(!when->isVisible()); // a check is not paired
    what->setCurrentIndex(what->findData(text("form-b")));
    when->setCurrentIndex(1);
    testing::click(typist.button("begin"));
    QTRY_VERIFY(typist.presenter().isOpen());
    QCOMPARE(typist.pile().setting().target, text("form-b"));
    QCOMPARE(typist.pile().setting().form, text("b"));
    QCOMPARE(typist.pile().setting().when, workshop::When::After);
    QVERIFY(typist.page->table()->hasFocus());
    QVERIFY(testing::shownIn(typist.page.get()).contains(text("Form B, after")));
    QVERIFY(typist.statements({}).empty()); // nothing happened yet
    typist.press(Qt::Key_Return);
    typist.type("a");
    QCOMPARE(typist.label("saving"), text("Kept until you close the window"));

    const QSignalSpy back(typist.page.get(), &PaperGridPage::backWanted);
    testing::click(typist.button("other"));
    QTRY_VERIFY(!typist.presenter().isOpen());
    QVERIFY(testing::shownIn(typist.page.get()).join(u'\n').contains(text("1 paper, ")));
    testing::click(typist.button("Back"));
    QTRY_COMPARE(back.count(), 1);
}

void TestPaperGrid::aKeyThatIsNoAnswerIsHeardAndSaid()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    typist.type("a");
    const std::size_t written = typist.statements({}).size();
    const QSignalSpy refused(&typist.presenter(), &desk::PaperGridPresenter::refused);
    typist.type("e7.");
    QCOMPARE(refused.count(), 3);
    QCOMPARE(typist.label("told"), text("This question has a to d. Nothing was typed."));
    QCOMPARE(typist.view().cursor, (Address{0, 1}));
    QCOMPARE(typist.statements({}).size(), written);
    typist.type("4");
    QCOMPARE(refused.count(), 3);
    QCOMPARE(typist.label("told"), QString());
    QCOMPARE(typist.response(0, 1), text("d"));
}

void TestPaperGrid::aKeyThatIsHeldDownIsOneAnswer()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    const auto repeat = [&typist](Qt::Key key, const QString &sign = {}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, sign, true);
        QCoreApplication::sendEvent(typist.page->table(), &event);
    };
    typist.type("ab");
    repeat(Qt::Key_B, text("b"));
    repeat(Qt::Key_Space, text(" "));
    repeat(Qt::Key_Backspace);
    repeat(Qt::Key_Return, text("\r"));
    QCOMPARE(typist.view().cursor, (Address{0, 2}));
    QCOMPARE(typist.pile().answerCount(), 2);
    repeat(Qt::Key_Home);
    QCOMPARE(typist.view().cursor, (Address{0, 0}));
}

void TestPaperGrid::keepsApartBlankAndUnknown()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    typist.type("?0- ");
    QCOMPARE(typist.response(0, 0), text("?"));
    QCOMPARE(typist.response(0, 1), text("?"));
    QCOMPARE(typist.pile().entry({0, 2}).kind, Entry::Kind::Blank);
    QCOMPARE(typist.pile().entry({0, 3}).kind, Entry::Kind::Blank);
    QCOMPARE(typist.view().cursor, (Address{0, 4}));
    QCOMPARE(typist.label("counts"), text("1 paper · 2 answers"));
    QCOMPARE(typist.statements({Verb::Answered}).size(), std::size_t(2));
    QCOMPARE(typist.statements({Verb::Skipped}).size(), std::size_t(2));
}

/// A choice, one of several, and a number, which is not typed.
void TestPaperGrid::severalAreTypedUntilSpace()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(check());
    typist.type("bca");
    QCOMPARE(typist.view().cursor, (Address{0, 1}));
    QVERIFY(typist.view().isPicking);
    QCOMPARE(typist.response(0, 1), text("a c"));
    QCOMPARE(typist.statements({Verb::Answered}).back().result.value(text("fraction")).toDouble(), 1.0);
    typist.type(" ");
    QCOMPARE(typist.view().cursor, (Address{1, 0})); // past the number
    typist.type("bc");
    typist.press(Qt::Key_Return);
    QCOMPARE(typist.view().cursor, (Address{2, 0}));
    QCOMPARE(typist.response(1, 1), text("c"));
    const QAbstractItemModel *model = typist.page->table()->model();
    QVERIFY(model->headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString().startsWith(text("Not typed here")));
    QCOMPARE(model->index(0, 1).data().toString(), text("ac"));
    typist.presenter().moveTo({0, 2}); // as a click there
    QCOMPARE(typist.view().cursor, (Address{2, 0}));
}

void TestPaperGrid::backspaceGoesBackAndEmpties()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    typist.type("abc");
    typist.press(Qt::Key_Backspace);
    QCOMPARE(typist.view().cursor, (Address{0, 2}));
    QCOMPARE(typist.pile().entry({0, 2}), Entry());
    typist.press(testing::isMirroredRun() ? Qt::Key_Right : Qt::Key_Left);
    typist.press(Qt::Key_Delete);
    QCOMPARE(typist.view().cursor, (Address{0, 1}));
    QCOMPARE(typist.pile().entry({0, 1}), Entry());
    typist.press(Qt::Key_Backspace);
    QCOMPARE(typist.pile().paperCount(), 0);
    QVERIFY(typist.statements({}).empty());
    QVERIFY(!typist.statements({Verb::Voided}).empty());
    typist.press(Qt::Key_Backspace); // before the first there is nothing
    QCOMPARE(typist.view().cursor, (Address{0, 0}));
}

void TestPaperGrid::walksByKeys()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    const QSignalSpy refused(&typist.presenter(), &desk::PaperGridPresenter::refused);
    typist.press(Qt::Key_Return);
    QCOMPARE(refused.count(), 1); // nothing is typed of the first paper
    QCOMPARE(typist.view().told, Told::PaperIsUntouched);
    for (int row = 0; row < 3; ++row) {
        typist.type("ab");
        typist.press(Qt::Key_Return);
    }
    QCOMPARE(typist.view().cursor, (Address{3, 0}));
    const auto isAt = [&](int key, const Address &spot, Qt::KeyboardModifiers modifiers = {}) {
        typist.press(key, modifiers);
        return typist.view().cursor == spot;
    };
    const bool isMirrored = testing::isMirroredRun();
    const int onwards = isMirrored ? Qt::Key_Left : Qt::Key_Right;
    const int backwards = isMirrored ? Qt::Key_Right : Qt::Key_Left;
    QVERIFY(isAt(Qt::Key_Down, {3, 0}));
    QVERIFY(isAt(Qt::Key_Up, {2, 0}));
    QVERIFY(isAt(onwards, {2, 1}));
    QVERIFY(isAt(Qt::Key_End, {2, questions - 1}));
    QVERIFY(isAt(onwards, {3, 0}));
    QVERIFY(isAt(backwards, {2, questions - 1}));
    QVERIFY(isAt(Qt::Key_Home, {2, 0}));
    QVERIFY(isAt(Qt::Key_PageUp, {0, 0}));
    QVERIFY(isAt(Qt::Key_PageDown, {3, 0}));
    QVERIFY(isAt(Qt::Key_Home, {0, 0}, Qt::ControlModifier));
    QVERIFY(isAt(Qt::Key_End, {3, 0}, Qt::ControlModifier));
    testing::clickAt(typist.page->table()->viewport(),
                     typist.page->table()->visualRect(typist.page->table()->model()->index(1, 1)).center());
    QCOMPARE(typist.view().cursor, (Address{1, 1}));
    typist.type("d");
    QCOMPARE(typist.response(1, 1), text("d"));
    QCOMPARE(typist.statements({Verb::Answered}).size(), std::size_t(6));
}

void TestPaperGrid::goesToAPaperByItsNumber()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    for (int row = 0; row < 5; ++row) {
        typist.type("a");
        typist.press(Qt::Key_Return);
    }
    auto *field = typist.page->findChild<QLineEdit *>(text("paper"));
    QVERIFY(!field->isVisible());
    typist.press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    typist.type("2");
    typist.press(Qt::Key_Return);
    QCOMPARE(typist.view().cursor, (Address{1, 0}));
    QVERIFY(!field->isVisible());
    QVERIFY(typist.page->table()->hasFocus());
    typist.press(Qt::Key_G, Qt::ControlModifier);
    typist.type("99");
    typist.press(Qt::Key_Return);
    QCOMPARE(typist.view().told, Told::NoSuchPaper);
    QCOMPARE(typist.view().cursor, (Address{1, 0}));
    typist.press(Qt::Key_G, Qt::ControlModifier);
    typist.press(Qt::Key_Escape);
    QVERIFY(typist.page->table()->hasFocus());
    QVERIFY(!field->isVisible());
}

void TestPaperGrid::typesCodesWhereFormsArePaired()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA(workshop::When::Before));
    QCOMPARE(typist.view().cursor, (Address{0, code}));
    typist.type("ab 1");
    QCOMPARE(typist.view().code, std::optional(text("AB1")));
    QVERIFY(typist.statements({}).empty()); // while it is being typed it is nobody's
    const QSignalSpy refused(&typist.presenter(), &desk::PaperGridPresenter::refused);
    typist.type("-");
    QCOMPARE(typist.view().told, Told::NotInACode);
    typist.press(Qt::Key_Backspace);
    typist.type("2");
    typist.press(Qt::Key_Return);
    QCOMPARE(typist.view().cursor, (Address{0, 0}));
    QCOMPARE(typist.response(0, code), text("AB2"));
    QCOMPARE(typist.statements({Verb::Started}).back().result.value(text("code")).toString(), text("AB2"));
    typist.type("abcdabcdabcd");
    QCOMPARE(typist.view().cursor, (Address{1, code}));
    typist.press(Qt::Key_Return); // none on this one
    typist.type("b");
    QCOMPARE(typist.response(1, code), QString());
    QCOMPARE(typist.response(1, 0), text("b"));
    // Mended by going back to it; one way or another it is kept, or given up.
    typist.presenter().moveTo({0, code});
    typist.press(Qt::Key_Backspace);
    typist.type("9");
    typist.press(Qt::Key_Down);
    QCOMPARE(typist.response(0, code), text("AB9"));
    typist.type("xyz");
    typist.press(Qt::Key_Escape);
    QCOMPARE(typist.view().code, std::nullopt);
    typist.press(Qt::Key_Down);
    QCOMPARE(typist.response(1, code), QString());
    typist.type("1234567890123");
    QCOMPARE(typist.view().told, Told::CodeIsFull);
    typist.press(Qt::Key_Tab); // the keys go elsewhere
    QCOMPARE(typist.response(2, code), text("123456789012"));
    QCOMPARE(refused.count(), 2);
}

void TestPaperGrid::tellsACodeThatIsThereTwice()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA(workshop::When::After));
    for (const char *one : {"ab12", "cd34", "AB 12"}) {
        typist.type(one);
        typist.press(Qt::Key_Return);
        QCOMPARE(typist.view().told, text(one) == text("AB 12") ? Told::CodeTwice : Told::Nothing);
        typist.type("a");
        typist.press(Qt::Key_Return);
    }
    QCOMPARE(typist.response(2, code), text("AB12")); // told, not refused
    const QModelIndex first = typist.page->table()->model()->index(0, 0);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), text("Paper 1, code: AB12, which another paper has too"));
}

void TestPaperGrid::undoesAndDoesAgain()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    typist.type("ab");
    typist.presenter().moveTo({0, 0});
    typist.type("d");
    QCOMPARE(typist.response(0, 0), text("d"));
    const std::size_t written = typist.statements({Verb::Voided}).size();
    typist.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(typist.response(0, 0), text("a"));
    QCOMPARE(typist.view().cursor, (Address{0, 0}));
    QCOMPARE(typist.statements({Verb::Voided}).size(), written + 1);
    QCOMPARE(typist.statements({Verb::Answered}).size(), std::size_t(2)); // as they stand
    typist.press(Qt::Key_Z, Qt::ControlModifier);
    typist.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(typist.pile().paperCount(), 0);
    QVERIFY(typist.statements({}).empty());
    const QSignalSpy refused(&typist.presenter(), &desk::PaperGridPresenter::refused);
    typist.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(typist.view().told, Told::NothingToUndo);
    QCOMPARE(refused.count(), 1);
    for (int i = 0; i < 3; ++i)
        typist.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(typist.response(0, 0), text("d"));
    QCOMPARE(typist.response(0, 1), text("b"));
    typist.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(typist.view().told, Told::NothingToRedo);
}

void TestPaperGrid::showsNothingThatWasNotSaved()
{
    const Typist typist = withFake();
    typist.page->open(formA());
    typist.type("ab");
    fakeOf(typist)->refusal = journal::ErrorCode::DiskFull;
    const QSignalSpy refused(&typist.presenter(), &desk::PaperGridPresenter::refused);
    typist.type("c");
    QCOMPARE(refused.count(), 1);
    QCOMPARE(typist.pile().entry({0, 2}), Entry());
    QCOMPARE(typist.view().cursor, (Address{0, 2}));
    QCOMPARE(typist.label("saving"), text("Not saved"));
    QVERIFY(typist.label("told").contains(text("is full. What was saved before is safe.")));
    // Whoever does not look goes on typing; none of that may land in the wrong cell once there is room again.
    fakeOf(typist)->refusal.reset();
    typist.type("dab");
    typist.press(Qt::Key_Right);
    typist.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(refused.count(), 6);
    QCOMPARE(typist.pile().answerCount(), 2);
    QCOMPARE(typist.view().cursor, (Address{0, 2}));
    typist.press(Qt::Key_Return);
    QCOMPARE(typist.response(0, 2), text("c"));
    QCOMPARE(typist.view().cursor, (Address{0, 3}));
    QCOMPARE(typist.label("saving"), text("Saved"));
    QCOMPARE(typist.label("told"), QString());
    typist.type("d");
    QCOMPARE(typist.response(0, 3), text("d"));
}

void TestPaperGrid::leavesWhatCouldNotBeSaved()
{
    const Typist typist = withFake();
    fakeOf(typist)->refusal = journal::ErrorCode::Locked; // not even the paper can be begun
    typist.page->open(formA());
    typist.type("a");
    QCOMPARE(typist.pile().rows(), 0);
    QCOMPARE(typist.view().saving, PaperGridView::Saving::Failed);
    typist.press(Qt::Key_Return); // still
    QCOMPARE(typist.view().saving, PaperGridView::Saving::Failed);
    typist.press(Qt::Key_Escape);
    QCOMPARE(typist.label("told"), QString());
    fakeOf(typist)->refusal.reset();
    typist.type("b");
    QCOMPARE(typist.response(0, 0), text("b"));
    QCOMPARE(fakeOf(typist)->written().size(), std::size_t(2));
}

void TestPaperGrid::keysWaitWhileTheDiskIsSlow()
{
    const Typist typist = withFake();
    typist.page->open(formA());
    fakeOf(typist)->isSlow = true;
    typist.type("abcd");
    QCOMPARE(typist.pile().rows(), 0);
    for (int turn = 0; fakeOf(typist)->waiting() > 0; ++turn) {
        QVERIFY(turn < 10);
        fakeOf(typist)->replyAll();
    }
    QCOMPARE(typist.pile().answerCount(), 4);
    QCOMPARE(typist.response(0, 3), text("d"));
    QCOMPARE(typist.view().cursor, (Address{0, 4}));
    QCOMPARE(typist.pile().paperCount(), 1);
}

void TestPaperGrid::doesNotUndoWhatAnotherWindowTyped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("journal.sqlite"));
    const Typist here(path);
    here.page->open(formA());
    here.type("ab");
    const Typist there(path);
    there.page->open(here.pile().setting());
    there.type("c");
    QCOMPARE(there.response(0, 2), text("c"));
    here.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(here.view().told, Told::ChangedElsewhere);
    QVERIFY(here.pile() == there.pile());
    here.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(here.view().told, Told::NothingToUndo);
    QCOMPARE(here.pile().answerCount(), 3);
    // What the learner does meanwhile in this window has nothing to do with it.
    here.presenter().moveTo({0, 3});
    here.type("d");
    here.study->openSection(text("one"));
    here.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(here.view().told, Told::Nothing);
    QCOMPARE(here.pile().entry({0, 3}), Entry());
}

void TestPaperGrid::keepsOutOfACellThatAnotherWindowTypedInto()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("journal.sqlite"));
    const Typist here(path);
    here.page->open(formA());
    here.type("a");
    const Typist there(path);
    there.page->open(here.pile().setting());
    there.type("b");
    here.type("c");
    QCOMPARE(here.view().told, Told::ChangedElsewhere);
    QCOMPARE(here.response(0, 1), text("b"));
    QCOMPARE(here.view().cursor, (Address{0, 1}));
    // Nor into a paper that another window began under the same number.
    here.press(Qt::Key_Return);
    there.press(Qt::Key_Return);
    there.presenter().moveTo({1, 5});
    there.type("d");
    here.type("a");
    QCOMPARE(here.view().told, Told::ChangedElsewhere);
    QCOMPARE(here.response(1, 0), QString());
    QVERIFY(here.pile() == there.pile());
}

void TestPaperGrid::isNotWhatTheLearnerDid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("journal.sqlite"));
    const Typist typist(path);
    const course::Module &module = typist.study->course().modules.front();
    const desk::ModuleProgress before = typist.study->progressOf(module);
    QVERIFY(typist.study->cards().empty());
    typist.page->open(check());
    typist.type("bac -");
    QCOMPARE(typist.study->progressOf(module), before);
    QVERIFY(typist.study->cards().empty());
    QVERIFY(!typist.study->latestCheck(module).has_value());
    typist.study->reload();
    QCOMPARE(typist.study->progressOf(module), before);
    QVERIFY(typist.study->cards().empty());
    QVERIFY(!typist.study->latestCheck(module).has_value());
}

void TestPaperGrid::aGuestTakesPapersAlong()
{
    const QTemporaryDir folder;
    const Typist typist(testing::journalInMemory());
    const course::Module &module = typist.study->course().modules.front();
    typist.page->open(check());
    typist.type("b?a");
    const workshop::Pile typed = typist.pile();
    QVERIFY(typist.study->moveTo(testing::openJournal(folder.filePath(text("journal.sqlite")))));
    typist.type("b");
    QVERIFY(typist.study->isKept());
    QCOMPARE(typist.response(0, 0), text("b"));
    QCOMPARE(typist.response(1, 1), text("b"));
    QCOMPARE(typist.pile().papers()[0], typed.papers()[0]);
    QCOMPARE(typist.study->ledger().others()->size(), std::size_t(2));
    QCOMPARE(typist.study->progressOf(module).itemsSeen, 0);
}

void TestPaperGrid::closesWhereTheJournalHasThePileNoMore()
{
    const Typist typist(testing::journalInMemory());
    typist.page->open(formA());
    typist.type("ab");
    typist.page->hide();
    typist.study->resume([] { return testing::journalInMemory(); });
    typist.page->show();
    QVERIFY(!typist.presenter().isOpen());
    QVERIFY(typist.page->findChild<QComboBox *>(text("what"))->isVisible());
}

void TestPaperGrid::speaksEveryCell()
{
    const Typist typist(testing::journalInMemory());
    desk::PaperGridPresenter presenter(*typist.study);
    desk::PaperGridModel model(presenter);
    const QAbstractItemModelTester tester(&model);
    presenter.open(check());
    for (const char key : {'b', 'a', 'c'})
        presenter.type(QChar::fromLatin1(key));
    presenter.enter();
    presenter.type(u'?');
    presenter.type(u'-');
    const auto spoken = [&model](int row, int column) {
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0, 0), text("Paper 1, question 1: b"));
    QCOMPARE(spoken(0, 1), text("Paper 1, question 2: a, c"));
    QCOMPARE(spoken(0, 2), text("Paper 1, question 3: not typed here"));
    QCOMPARE(spoken(1, 0), text("Paper 2, question 1: I don't know"));
    QCOMPARE(spoken(1, 1), text("Paper 2, question 2: not answered"));
    QCOMPARE(spoken(2, 0), text("Paper 3, question 1: nothing typed yet"));
    QCOMPARE(model.rowCount(), 3);
    presenter.undo();
    presenter.undo();
    QCOMPARE(model.rowCount(), 2);
    presenter.close();
    QCOMPARE(model.rowCount(), 0);

    typist.page->open(check());
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(typist.page->table());
    QVERIFY(table != nullptr && table->tableInterface() != nullptr);
    QCOMPARE(table->tableInterface()->cellAt(0, 0)->text(QAccessible::Name),
             text("Paper 1, question 1: nothing typed yet"));
}

void TestPaperGrid::belongsToAWorkshop()
{
    auto journal = testing::journalInMemory();
    course::Plan plan;
    plan.id = text("hour");
    plan.title = text("One hour");
    plan.minutes = 60;
    plan.steps.resize(1);
    plan.steps[0].minutes = 60;
    const course::Course course = paperCourse();
    desk::Room room(course, *journal, base::fixedClock(testing::eightOClock));
    QVERIFY(!room.begin({plan, 12, false}));
    const QUuid session = room.session().id();
    const Typist typist(std::move(journal));
    auto *of = typist.page->findChild<QComboBox *>(text("session"));
    QVERIFY(of->currentText().startsWith(text("of One hour, ")));
    testing::click(typist.button("begin"));
    QTRY_VERIFY(typist.presenter().isOpen());
    QCOMPARE(typist.pile().setting().session, session);
    typist.press(Qt::Key_Return);
    typist.type("a");
    QCOMPARE(typist.statements({Verb::Answered}).front().session, session);
}

void TestPaperGrid::takesInAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("answers.csv"));
    QByteArray table = "person,a-1,a-2\n";
    table += "1,a,b\n2,nonsense,b\n3,?,\n4,Three,1\n";
    testing::write(path, table);
    const Typist typist(testing::journalInMemory());
    typist.presenter().open(formA());
    typist.type("c");
    testing::answerNext({}, text("Take them in"));
    typist.page->takeIn(path);
    QCOMPARE(typist.pile().paperCount(), 4); // one was there; the row that cannot be read is left out
    QCOMPARE(typist.response(0, 0), text("c"));
    QCOMPARE(typist.response(1, 0), text("a"));
    QCOMPARE(typist.response(1, 1), text("b"));
    QCOMPARE(typist.response(2, 0), text("?"));
    QCOMPARE(typist.response(3, 0), text("c"));
    QCOMPARE(typist.response(3, 1), text("a"));
    // Each of them is somebody else, and typing goes on behind them.
    QSet<QUuid> actors;
    for (const Statement &statement : typist.statements({Verb::Answered}))
        actors.insert(statement.actor);
    QCOMPARE(actors.size(), 4);
    QVERIFY(typist.view().cursor.row >= 3);
    QCOMPARE(typist.view().told, desk::PaperGridView::Told::TakenIn);
    QCOMPARE(typist.view().papers, 3);
    // What was typed since is undone first, then the file as a whole, then what was typed before it.
    typist.presenter().moveTo({4, 0});
    typist.type("b");
    QCOMPARE(typist.pile().paperCount(), 5);
    typist.presenter().undo();
    QCOMPARE(typist.pile().paperCount(), 4);
    typist.presenter().undo();
    QCOMPARE(typist.pile().paperCount(), 1);
    QCOMPARE(typist.response(0, 0), text("c"));
    QCOMPARE(typist.view().told, desk::PaperGridView::Told::TakenBack);
    typist.presenter().undo();
    QCOMPARE(typist.pile().paperCount(), 0);
    typist.presenter().redo();
    QCOMPARE(typist.response(0, 0), text("c"));
    typist.presenter().undo();
    typist.presenter().undo();
    QCOMPARE(typist.view().told, desk::PaperGridView::Told::NothingToUndo);
}

void TestPaperGrid::leavesAFileThatHasNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("answers.csv"));
    testing::write(path, "name,age\nx,1\n");
    const Typist typist(testing::journalInMemory());
    typist.presenter().open(formA());
    testing::answerNext({}, text("Close"));
    typist.page->takeIn(path);
    QCOMPARE(typist.pile().paperCount(), 0);
    testing::answerNext({}, text("OK"));
    typist.page->takeIn(folder.filePath(text("no-such.csv")));
    QVERIFY(typist.statements({}).empty());
}

void TestPaperGrid::takesNoShortcutFromTheWindow()
{
    auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    auto *page = new PaperGridPage(window->study(), window.get());
    page->setGeometry(window->rect());
    page->show();
    const std::vector<course::Module> &modules = window->study().course().modules;
    page->open({.id = {}, .target = modules.front().id});
    page->table()->setFocus();
    const auto press = [&window](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window->windowHandle(), key, modifiers);
    };
    // N, P, T and W are keys of the pages beneath; here they are no answers, and are heard.
    const QSignalSpy refused(&page->presenter(), &desk::PaperGridPresenter::refused);
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_P, Qt::Key_W})
        press(key);
    QCOMPARE(refused.count(), 3);
    press(Qt::Key_A);
    QCOMPARE(page->presenter().pile().answerCount(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page->presenter().pile().answerCount(), 0);
    press(Qt::Key_4, Qt::ControlModifier); // what is the window's stays the window's
    QCOMPARE(window->location().page, desk::Location::Page::Practice);
}

DESK_TEST_MAIN(TestPaperGrid)

#include "tst_papergrid.moc"
