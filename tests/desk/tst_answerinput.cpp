// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerinput.h"

#include "desk/deskhelpers.h"
#include "desk/marksstrip.h"
#include "desk/optioncard.h"
#include "desk/shown.h"
#include "items/gift.h"
#include "type/tokens.h"

#include <QAccessible>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using desk::AnswerInput;
using desk::OptionCard;
using quiz::Response;

namespace {

constexpr auto choice = "// [id:x]\n::t::Which? {\n~One#Not one.\n=Two#Two it is.\n~Three#Not three.\n}";
constexpr auto several = "// [id:x]\n::t::Which? {\n~%50%One#Yes, one.\n~%-50%Two#Not two.\n~%50%Three#Yes, three.\n}";
constexpr auto trueFalse = "// [id:x]\n::t::So? {FALSE#It is not so.#It is not so, indeed.}";
constexpr auto missingWord = "// [id:x]\n::t::There is {\n=no news#Indeed.\n~good news#No.\n} of her.";
constexpr auto number = "// [id:x]\n::t::How many? {#\n=%100%3.5:0.1#Three and a half.\n=%0%2:0#Too few.\n}";
constexpr auto words = "// [id:x]\n::t::Where? {\n=shelter#There.\n=%50%house#Nearly.\n}";
constexpr auto pairs = "// [id:x]\n::t::Match. {\n=one -> uno\n=two -> due\n=three -> tre\n}";
constexpr auto essay = "// [id:x]\n::t::What do you think? {}";
constexpr auto description = "// [id:x]\n::t::Look at this.";

items::Item itemOf(const QByteArray &gift)
{
    const items::GiftReading reading = items::readGift(gift, QStringLiteral("items.gift"));
    if (reading.items.size() != 1 || !reading.faults.empty())
        qFatal("the test's own GIFT is not sound: %s", gift.constData());
    return reading.items.front();
}

/// An input on the screen, and the last thing that it told.
struct Fixture {
    explicit Fixture(const char *gift) : Fixture(itemOf(gift)) {}

    explicit Fixture(items::Item asked, desk::InputSetting setting = {})
        : item(std::move(asked)), input(desk::makeAnswerInput(item, inFull(std::move(setting)), &host))
    {
        auto *column = new QVBoxLayout(&host);
        column->addWidget(input);
        column->addStretch(1);
        QObject::connect(input, &AnswerInput::responseChanged, &host, [this](const Response &response) {
            told = response;
            ++tellings;
        });
        host.resize(720, 600);
        host.show();
        if (!QTest::qWaitForWindowActive(&host))
            qFatal("the window does not become active");
    }

    /// Options in the file's order, where a test has no other.
    [[nodiscard]] desk::InputSetting inFull(desk::InputSetting setting) const
    {
        for (std::size_t i = 0; setting.order.size() < item.options.size(); ++i)
            setting.order.push_back(static_cast<qsizetype>(i));
        return setting;
    }

    [[nodiscard]] QList<OptionCard *> cards() const { return input->findChildren<OptionCard *>(); }
    [[nodiscard]] QLineEdit *line() const { return input->findChild<QLineEdit *>(); }
    [[nodiscard]] QList<QComboBox *> boxes() const { return input->findChildren<QComboBox *>(); }

    /// Opens the answer; what is added to a visible window is shown in the next turn.
    void open(const Response &committed) const
    {
        input->open(committed);
        QApplication::processEvents();
    }

    void click(qsizetype card) const { testing::click(cards().at(card)); }

    /// As it looks once its layout has settled.
    [[nodiscard]] QImage picture() const
    {
        QImage before;
        QImage now = input->grab().toImage();
        while (now != before) {
            QApplication::processEvents();
            before = std::exchange(now, input->grab().toImage());
        }
        return now;
    }

    [[nodiscard]] QString shown() const { return testing::shownIn(input).join(QLatin1Char('\n')); }

    /// Types into the line as a person does, with a click into it first.
    void type(const QString &text) const
    {
        testing::click(line());
        QTest::keyClicks(line(), text);
    }

    const items::Item item;
    QWidget host;
    AnswerInput *input;
    Response told;
    int tellings = 0;
};

/// Holds the default locale for a while.
class LocaleFor
{
public:
    explicit LocaleFor(const QString &name) : m_before(QLocale()) { QLocale::setDefault(QLocale(name)); }
    ~LocaleFor() { QLocale::setDefault(m_before); }
    LocaleFor(const LocaleFor &) = delete;
    LocaleFor &operator=(const LocaleFor &) = delete;

private:
    QLocale m_before;
};

Response keys(std::initializer_list<const char *> keys)
{
    Response response;
    for (const char *key : keys)
        response.append(QLatin1String(key));
    return response;
}

/// The full answer to an item of `choice`, `number` or `words`.
Response rightAnswer(const items::Item &item)
{
    if (item.type == items::ItemType::Choice)
        return keys({"b"});
    return item.type == items::ItemType::Numerical ? keys({"3.5"}) : keys({"shelter"});
}

} // namespace

class TestAnswerInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }
    void saysWhetherOneOrSeveral();

    void choosesOneByMouse();
    void choosesOneByKeys();
    void walksThroughOptionsByArrows();
    void choosesSeveralByMouse();
    void choosesSeveralByKeys();
    void answersTrueOrFalse();
    void choosesAMissingWord();
    void leavesOtherKeysToThePage_data();
    void leavesOtherKeysToThePage();
    void restoresADraftWithoutTellingIt_data();
    void restoresADraftWithoutTellingIt();
    void opensAChoice();
    void opensWhatNobodyKnew();
    void opensSeveral();
    void takesNothingMoreOnceOpen();
    void takesANumber_data();
    void takesANumber();
    void stepsANumber();
    void setsANumberOnMarks();
    void showsWhatHoldsBesideTheMarks();
    void showsOptionsInAnotherOrder();
    void tellsTheParts_data();
    void tellsTheParts();
    void showsTheUnit();
    void showsANumberInTheReadersWay();
    void opensANumber();
    void takesWords();
    void opensWords();
    void matchesByKeys();
    void matchesByMouse();
    void opensPairs();
    void keepsAnEssayToItsWriter();
    void givesAnEssayBackToItsWriter();
    void asksNothingInADescription();
    void showsFeedbackAsItIsMarkedUp_data();
    void showsFeedbackAsItIsMarkedUp();
    void namesEveryControl_data();
    void namesEveryControl();
    void saysNeverWrong();
};

void TestAnswerInput::choosesOneByMouse()
{
    Fixture fixture(choice);
    QCOMPARE(fixture.input->response(), Response());
    fixture.click(1);
    QCOMPARE(fixture.told, keys({"b"}));
    fixture.click(2);
    QCOMPARE(fixture.told, keys({"c"}));
    fixture.click(2); // a second click does not take it back
    QCOMPARE(fixture.input->response(), keys({"c"}));
    QCOMPARE(fixture.tellings, 3);
}

void TestAnswerInput::choosesOneByKeys()
{
    Fixture fixture(choice);
    QVERIFY(fixture.input->takeKey(Qt::Key_2));
    QCOMPARE(fixture.told, keys({"b"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_3));
    QCOMPARE(fixture.told, keys({"c"}));
    QVERIFY(fixture.cards().at(2)->hasFocus());
    QVERIFY(fixture.input->takeKey(Qt::Key_B)); // as the card is lettered
    QCOMPARE(fixture.told, keys({"b"}));
    QVERIFY(!fixture.input->takeKey(Qt::Key_D));
    fixture.cards().at(0)->setFocus();
    QTest::keyClick(fixture.cards().at(0), Qt::Key_Space);
    QCOMPARE(fixture.told, keys({"a"}));
}

void TestAnswerInput::walksThroughOptionsByArrows()
{
    Fixture fixture(choice);
    QVERIFY(fixture.input->takeKey(Qt::Key_Down));
    QCOMPARE(fixture.told, keys({"a"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_Down));
    QVERIFY(fixture.input->takeKey(Qt::Key_Down));
    QVERIFY(fixture.input->takeKey(Qt::Key_Down)); // stays at the last
    QCOMPARE(fixture.told, keys({"c"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_Up));
    QCOMPARE(fixture.told, keys({"b"}));
    Fixture another(choice);
    QVERIFY(another.input->takeKey(Qt::Key_Up));
    QCOMPARE(another.told, keys({"c"}));
}

void TestAnswerInput::choosesSeveralByMouse()
{
    Fixture fixture(several);
    fixture.click(0);
    fixture.click(2);
    QCOMPARE(fixture.told, keys({"a", "c"}));
    fixture.click(0);
    QCOMPARE(fixture.told, keys({"c"}));
    fixture.click(2);
    QCOMPARE(fixture.told, Response());
}

void TestAnswerInput::choosesSeveralByKeys()
{
    Fixture fixture(several);
    QVERIFY(fixture.input->takeKey(Qt::Key_3));
    QVERIFY(fixture.input->takeKey(Qt::Key_1));
    QCOMPARE(fixture.told, keys({"a", "c"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_3));
    QCOMPARE(fixture.told, keys({"a"}));
    // The arrows only move here; Space chooses.
    QVERIFY(fixture.input->takeKey(Qt::Key_Up));
    QVERIFY(fixture.input->takeKey(Qt::Key_Down));
    QCOMPARE(fixture.input->response(), keys({"a"}));
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(fixture.cards().contains(qobject_cast<OptionCard *>(focused)));
    const Response before = fixture.input->response();
    QTest::keyClick(focused, Qt::Key_Space);
    QVERIFY(fixture.input->response() != before);
}

void TestAnswerInput::answersTrueOrFalse()
{
    Fixture fixture(trueFalse);
    QCOMPARE(fixture.cards().size(), 2);
    QVERIFY(fixture.shown().contains(QStringLiteral("True")));
    QVERIFY(fixture.shown().contains(QStringLiteral("Not true")));
    fixture.click(1);
    QCOMPARE(fixture.told, keys({"b"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_1));
    QCOMPARE(fixture.told, keys({"a"}));
    QCOMPARE(quiz::mark(fixture.item, keys({"b"})).fraction, 1.0);
}

void TestAnswerInput::choosesAMissingWord()
{
    Fixture fixture(missingWord);
    QCOMPARE(fixture.cards().size(), 2);
    fixture.click(0);
    QCOMPARE(fixture.told, keys({"a"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_2));
    QCOMPARE(fixture.told, keys({"b"}));
}

void TestAnswerInput::leavesOtherKeysToThePage_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<int>("key");
    QTest::newRow("more than there are") << QByteArray(choice) << int(Qt::Key_4);
    QTest::newRow("zero") << QByteArray(choice) << int(Qt::Key_0);
    QTest::newRow("Enter") << QByteArray(choice) << int(Qt::Key_Return);
    QTest::newRow("S") << QByteArray(choice) << int(Qt::Key_S);
    QTest::newRow("number") << QByteArray(number) << int(Qt::Key_1);
    QTest::newRow("words") << QByteArray(words) << int(Qt::Key_1);
    QTest::newRow("pairs") << QByteArray(pairs) << int(Qt::Key_1);
    QTest::newRow("essay") << QByteArray(essay) << int(Qt::Key_1);
    QTest::newRow("description") << QByteArray(description) << int(Qt::Key_1);
}

void TestAnswerInput::leavesOtherKeysToThePage()
{
    QFETCH(const QByteArray, gift);
    QFETCH(const int, key);
    Fixture fixture(gift.constData());
    QVERIFY(!fixture.input->takeKey(key));
    QCOMPARE(fixture.tellings, 0);
}

void TestAnswerInput::restoresADraftWithoutTellingIt_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<Response>("draft");
    QTest::newRow("choice") << QByteArray(choice) << keys({"b"});
    QTest::newRow("several") << QByteArray(several) << keys({"a", "c"});
    QTest::newRow("true or false") << QByteArray(trueFalse) << keys({"a"});
    QTest::newRow("number") << QByteArray(number) << keys({"3.5"});
    QTest::newRow("words") << QByteArray(words) << keys({"a house"});
    QTest::newRow("pairs") << QByteArray(pairs) << keys({"due", "", "uno"});
}

void TestAnswerInput::restoresADraftWithoutTellingIt()
{
    QFETCH(const QByteArray, gift);
    QFETCH(const Response, draft);
    Fixture fixture(gift.constData());
    fixture.input->setResponse(draft);
    QCOMPARE(fixture.input->response(), draft);
    QCOMPARE(fixture.tellings, 0);
}

void TestAnswerInput::opensAChoice()
{
    const Fixture fixture(choice);
    fixture.open(keys({"a"}));
    QVERIFY(fixture.shown().contains(QStringLiteral("Not from what is known. Not one.")));
    QVERIFY(fixture.shown().contains(QStringLiteral("This one holds. Two it is.")));
    QVERIFY(!fixture.shown().contains(QStringLiteral("Not three.")));
    QVERIFY(fixture.cards().at(0)->accessibleDescription().contains(QStringLiteral("Not one.")));
}

void TestAnswerInput::opensWhatNobodyKnew()
{
    const Fixture fixture(choice);
    fixture.open(quiz::dontKnow());
    QVERIFY(fixture.shown().contains(QStringLiteral("This one holds. Two it is.")));
    QVERIFY(!fixture.shown().contains(QStringLiteral("Not from what is known.")));
}

void TestAnswerInput::opensSeveral()
{
    const Fixture fixture(several);
    fixture.open(keys({"a", "b"}));
    QVERIFY(fixture.shown().contains(QStringLiteral("This one holds. Yes, one.")));
    QVERIFY(fixture.shown().contains(QStringLiteral("Not from what is known. Not two.")));
    QVERIFY(fixture.shown().contains(QStringLiteral("This one holds. Yes, three.")));
}

void TestAnswerInput::takesNothingMoreOnceOpen()
{
    Fixture cards(choice);
    cards.open(keys({"a"}));
    const QImage before = cards.picture();
    cards.click(1);
    QCOMPARE(cards.tellings, 0);
    QCOMPARE(cards.picture(), before);
    Fixture line(number);
    line.open(keys({"2"}));
    line.type(QStringLiteral("7"));
    QCOMPARE(line.input->response(), keys({"2"}));
    QCOMPARE(line.tellings, 0);
    Fixture boxes(pairs);
    boxes.open({QStringLiteral("uno"), QStringLiteral("due"), QStringLiteral("tre")});
    for (const QComboBox *box : boxes.boxes())
        QVERIFY(!box->isEnabled());
}

void TestAnswerInput::takesANumber_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("response");
    QTest::addColumn<bool>("complete");
    const auto row = [](const char *name, const char *locale, const char *typed, const char *response, bool complete) {
        QTest::newRow(name) << QString::fromLatin1(locale) << QString::fromLatin1(typed)
                            << QString::fromLatin1(response) << complete;
    };
    row("whole", "C", "37", "37", true);
    row("point", "C", "3.5", "3.5", true);
    row("comma where it is the reader's", "de_DE", "3,5", "3.5", true);
    row("point where a comma is the reader's", "de_DE", "3.5", "3.5", true);
    row("spaces around", "C", " 12 ", "12", true);
    row("below zero", "de_DE", "-0,25", "-0.25", true);
    row("not a number", "C", "3--5", "3--5", false);
    row("nothing", "C", "", "", false);
}

void TestAnswerInput::takesANumber()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const QString, response);
    QFETCH(const bool, complete);
    const LocaleFor held(locale);
    Fixture fixture(number);
    fixture.type(typed);
    QCOMPARE(fixture.input->response(), Response{response});
    QCOMPARE(quiz::isComplete(fixture.item, fixture.input->response()), complete);
    QCOMPARE(fixture.tellings, static_cast<int>(typed.size()));
    if (fixture.tellings > 0)
        QCOMPARE(fixture.told, Response{response});
}

void TestAnswerInput::stepsANumber()
{
    const LocaleFor held(QStringLiteral("de_DE"));
    Fixture fixture(number);
    const QList<QPushButton *> steps = fixture.input->findChildren<QPushButton *>();
    QCOMPARE(steps.size(), 2);
    const auto less = [&] { testing::click(steps.at(0)); };
    const auto more = [&] { testing::click(steps.at(1)); };
    more();
    QCOMPARE(fixture.told, keys({"0"}));
    more();
    QCOMPARE(fixture.told, keys({"1"}));
    less();
    less();
    QCOMPARE(fixture.told, keys({"0"}));
    fixture.input->setResponse(keys({"2.5"}));
    QVERIFY(fixture.input->takeKey(Qt::Key_Up));
    QCOMPARE(fixture.told, keys({"3.5"}));
    QCOMPARE(fixture.line()->text(), QStringLiteral("3,5"));
    QVERIFY(fixture.input->takeKey(Qt::Key_Down));
    QCOMPARE(fixture.told, keys({"2.5"}));
    const int before = fixture.tellings;
    fixture.open(keys({"2.5"}));
    fixture.input->takeKey(Qt::Key_Up);
    QCOMPARE(fixture.tellings, before);
    QVERIFY(steps.at(0)->isHidden());
    const Fixture ofWords(words);
    QVERIFY(ofWords.input->findChildren<QPushButton *>().isEmpty());
}

void TestAnswerInput::showsANumberInTheReadersWay()
{
    const LocaleFor held(QStringLiteral("de_DE"));
    const Fixture fixture(number);
    fixture.input->setResponse(keys({"3.5"}));
    QCOMPARE(fixture.line()->text(), QStringLiteral("3,5"));
    fixture.input->setResponse(keys({"12345.5"}));
    QCOMPARE(fixture.line()->text(), QStringLiteral("12345,5"));
    QCOMPARE(fixture.input->response(), keys({"12345.5"}));
    fixture.input->setResponse(quiz::dontKnow());
    QCOMPARE(fixture.line()->text(), QString());
}

void TestAnswerInput::opensANumber()
{
    const LocaleFor held(QStringLiteral("de_DE"));
    const Fixture right(number);
    right.open(keys({"3.45"}));
    QVERIFY(right.shown().contains(QStringLiteral("This one holds. Three and a half.")));
    const Fixture other(number);
    other.open(keys({"2"}));
    QVERIFY(other.shown().contains(QStringLiteral("Not from what is known. Too few.")));
    QVERIFY(other.shown().contains(QStringLiteral("This one holds: 3,5. Three and a half.")));
    const Fixture unknown(number);
    unknown.open(quiz::dontKnow());
    QVERIFY(unknown.shown().contains(QStringLiteral("This one holds: 3,5. Three and a half.")));
    QVERIFY2(!unknown.shown().contains(QStringLiteral("Not from what is known.")), qPrintable(unknown.shown()));
}

void TestAnswerInput::takesWords()
{
    Fixture fixture(words);
    fixture.type(QStringLiteral("a Shelter"));
    QCOMPARE(fixture.told, keys({"a Shelter"}));
    QCOMPARE(fixture.tellings, 9);
}

void TestAnswerInput::opensWords()
{
    const Fixture right(words);
    right.open(keys({"Shelter"}));
    QVERIFY(right.shown().contains(QStringLiteral("This one holds. There.")));
    const Fixture nearly(words);
    nearly.open(keys({"house"}));
    QVERIFY(nearly.shown().contains(QStringLiteral("Nearly.")));
    QVERIFY(nearly.shown().contains(QStringLiteral("This one holds: shelter. There.")));
}

void TestAnswerInput::matchesByKeys()
{
    Fixture fixture(pairs);
    QCOMPARE(fixture.boxes().size(), 3);
    for (QComboBox *box : fixture.boxes()) {
        QCOMPARE(box->count(), 4); // "Choose…" and the three right sides
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
    }
    // The right sides stand in the order of the alphabet: due, tre, uno.
    QCOMPARE(fixture.told, keys({"due", "due", "due"}));
    QTest::keyClick(fixture.boxes().at(2), Qt::Key_Down);
    QCOMPARE(fixture.told, keys({"due", "due", "tre"}));
    QTest::keyClick(fixture.boxes().at(0), Qt::Key_Up);
    QCOMPARE(fixture.told, keys({"", "due", "tre"}));
    QVERIFY(!quiz::isComplete(fixture.item, fixture.told));
}

void TestAnswerInput::matchesByMouse()
{
    Fixture fixture(pairs);
    QComboBox *box = fixture.boxes().front();
    QApplication::setDoubleClickInterval(0); // else a box takes no click so soon after the one that opened it
    testing::click(box);
    QTRY_VERIFY(box->view()->isVisible());
    const QModelIndex uno = box->model()->index(3, 0);
    QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, box->view()->visualRect(uno).center());
    QTRY_VERIFY(!box->view()->isVisible());
    QCOMPARE(fixture.told, keys({"uno", "", ""}));
}

void TestAnswerInput::opensPairs()
{
    const Fixture fixture(pairs);
    fixture.open({QStringLiteral("uno"), QStringLiteral("tre"), QStringLiteral("due")});
    QCOMPARE(fixture.shown().count(QStringLiteral("This one holds.")), 1);
    QVERIFY(fixture.shown().contains(QStringLiteral("It goes with “due”.")));
    QVERIFY(fixture.shown().contains(QStringLiteral("It goes with “tre”.")));
    const Fixture unknown(pairs);
    unknown.open(quiz::dontKnow());
    QCOMPARE(unknown.shown().count(QStringLiteral("It goes with")), 3);
}

void TestAnswerInput::keepsAnEssayToItsWriter()
{
    Fixture fixture(essay);
    auto *text = fixture.input->findChild<QPlainTextEdit *>();
    QVERIFY(text != nullptr);
    testing::click(text->viewport());
    QTest::keyClicks(text, QStringLiteral("A secret."));
    QCOMPARE(text->toPlainText(), QStringLiteral("A secret."));
    QCOMPARE(fixture.input->response(), Response());
    QCOMPARE(fixture.tellings, 0);
    QVERIFY(quiz::isComplete(fixture.item, fixture.input->response()));
    fixture.open({});
    QVERIFY(text->isReadOnly());
}

void TestAnswerInput::givesAnEssayBackToItsWriter()
{
    const Fixture before(essay);
    before.input->setOwnWords(QStringLiteral("I would listen."));
    QCOMPARE(before.input->ownWords(), QStringLiteral("I would listen."));
    QCOMPARE(before.input->response(), Response());
    QCOMPARE(before.tellings, 0);
    QCOMPARE(Fixture(choice).input->ownWords(), QString());
}

void TestAnswerInput::asksNothingInADescription()
{
    const Fixture fixture(description);
    QCOMPARE(fixture.input->response(), Response());
    QVERIFY(fixture.input->findChildren<QWidget *>().isEmpty());
    fixture.open({});
}

void TestAnswerInput::showsFeedbackAsItIsMarkedUp_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown");
    using enum items::TextFormat;
    const auto row = [](const char *name, items::TextFormat format, const char *written, const char *shown) {
        QTest::newRow(name) << static_cast<int>(format) << QString::fromLatin1(written) << QString::fromLatin1(shown);
    };
    row("plain", Plain, "a < b & *c*", "a < b & *c*");
    row("plain that looks like HTML", Plain, "<b>a</b>", "<b>a</b>");
    row("as Moodle's own", Moodle, "<i>a</i>", "<i>a</i>");
    row("HTML", Html, "<b>a</b> &amp; b", "a & b");
    row("Markdown", Markdown, "a **b** c", "a b c");
}

void TestAnswerInput::showsFeedbackAsItIsMarkedUp()
{
    QFETCH(const int, format);
    QFETCH(const QString, written);
    QFETCH(const QString, shown);
    for (const char *gift : {choice, number, words}) {
        items::Item item = itemOf(gift);
        for (items::Option &option : item.options)
            option.feedback = {written, static_cast<items::TextFormat>(format)};
        const Fixture fixture(item);
        fixture.open(rightAnswer(item));
        const QString expected = QStringLiteral("This one holds. ") + shown;
        QVERIFY2(testing::shownIn(fixture.input).contains(expected), qPrintable(fixture.shown()));
    }
    items::Item item = itemOf(words);
    item.options.front().feedback = {written, static_cast<items::TextFormat>(format)};
    const Fixture other(item);
    other.open(keys({"nowhere"}));
    const QString expected = QStringLiteral("This one holds: shelter. ") + shown;
    QVERIFY2(testing::shownIn(other.input).contains(expected), qPrintable(other.shown()));
}

void TestAnswerInput::namesEveryControl_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::newRow("choice") << QByteArray(choice);
    QTest::newRow("several") << QByteArray(several);
    QTest::newRow("true or false") << QByteArray(trueFalse);
    QTest::newRow("missing word") << QByteArray(missingWord);
    QTest::newRow("number") << QByteArray(number);
    QTest::newRow("words") << QByteArray(words);
    QTest::newRow("pairs") << QByteArray(pairs);
    QTest::newRow("essay") << QByteArray(essay);
}

void TestAnswerInput::namesEveryControl()
{
    QFETCH(const QByteArray, gift);
    const Fixture fixture(gift.constData());
    int count = 0;
    for (QWidget *widget : fixture.input->findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        ++count;
        QVERIFY2(!testing::nameOf(widget).isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(count > 0);
}

void TestAnswerInput::saysNeverWrong()
{
    items::Item item = itemOf(choice);
    const QString evidence = desk::verdict(item, false);
    item.tags = QStringList{QStringLiteral("decision")};
    const QString decision = desk::verdict(item, false);
    QCOMPARE(desk::verdict(item, true), QStringLiteral("This one holds."));
    QCOMPARE(evidence, QStringLiteral("Not from what is known."));
    QCOMPARE(decision, QStringLiteral("A safer first step exists."));
    item.tags = QStringList{QStringLiteral("scenario")};
    QCOMPARE(desk::verdict(item, false), decision);
    item.tags.append(QStringLiteral("wording"));
    QCOMPARE(desk::verdict(item, false), QStringLiteral("Truer words exist."));
}

constexpr auto onMarks = "// [id:x]\n::t::How many of 25? {#=12:0}";

void TestAnswerInput::setsANumberOnMarks()
{
    Fixture fixture(itemOf(onMarks), {{}, 25});
    auto *marks = fixture.input->findChild<desk::MarksStrip *>();
    auto *line = fixture.input->findChild<QLineEdit *>();
    QVERIFY(marks != nullptr && line != nullptr);
    QVERIFY(!marks->value());
    const bool isMirrored = marks->layoutDirection() == Qt::RightToLeft;
    const Qt::Key onwards = isMirrored ? Qt::Key_Left : Qt::Key_Right;
    marks->setFocus();
    QTest::keyClick(marks, onwards);
    QTest::keyClick(marks, Qt::Key_Up);
    QCOMPARE(marks->value(), std::optional(2));
    QCOMPARE(fixture.told, Response{QStringLiteral("2")});
    QCOMPARE(line->text(), QStringLiteral("2"));
    QTest::keyClick(marks, Qt::Key_End);
    QCOMPARE(marks->value(), std::optional(25));
    QTest::keyClick(marks, onwards); // no more people than there are
    QCOMPARE(marks->value(), std::optional(25));
    QTest::keyClick(marks, Qt::Key_Home);
    QTest::keyClick(marks, Qt::Key_Down);
    QCOMPARE(marks->value(), std::optional(0));
    // The first mark of the second line is the twenty-first person.
    const QPoint there(type::sized(4 + 9), type::sized(24 + 18 + 9));
    QTest::mouseClick(marks, Qt::LeftButton, {}, QStyle::visualPos(marks->layoutDirection(), marks->rect(), there));
    QCOMPARE(marks->value(), std::optional(21));
    QCOMPARE(marks->accessibleName(), QStringLiteral("21 of 25 marks filled"));
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("7"));
    QCOMPARE(marks->value(), std::optional(7));
}

void TestAnswerInput::showsWhatHoldsBesideTheMarks()
{
    Fixture fixture(itemOf(onMarks), {{}, 25});
    auto *marks = fixture.input->findChild<desk::MarksStrip *>();
    const int before = marks->sizeHint().height();
    fixture.input->open({QStringLiteral("5")});
    QCOMPARE(marks->value(), std::optional(5));
    QVERIFY(marks->sizeHint().height() > before);
    QTest::keyClick(marks, Qt::Key_Right);
    QCOMPARE(marks->value(), std::optional(5));
    QVERIFY(Fixture(number).input->findChild<desk::MarksStrip *>() == nullptr);
}

void TestAnswerInput::showsOptionsInAnotherOrder()
{
    Fixture fixture(itemOf(choice), {{2, 0, 1}, 0});
    QList<OptionCard *> shown = fixture.cards();
    std::ranges::sort(shown, {}, [](const OptionCard *card) { return card->y(); });
    QTest::mouseClick(shown.front(), Qt::LeftButton);
    QCOMPARE(fixture.told, Response{QStringLiteral("c")}); // the key is the file's
    QVERIFY(fixture.input->takeKey(Qt::Key_3));
    QCOMPARE(fixture.told, Response{QStringLiteral("b")});
    QVERIFY(fixture.input->takeKey(Qt::Key_Up));
    QCOMPARE(fixture.told, Response{QStringLiteral("a")});
    fixture.input->setResponse({QStringLiteral("c")});
    QVERIFY(shown.front()->isChecked());
}

void TestAnswerInput::tellsTheParts_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<Response>("response");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *gift, const char *response, const char *expected) {
        QTest::newRow(name) << QByteArray(gift) << QString::fromUtf8(response).split(u' ')
                            << QString::fromUtf8(expected);
    };
    row("one of two", several, "a", "1 of 2 hold.");
    row("both", several, "a c", "");
    row("none", several, "b", "");
    row("two pairs of three", pairs, "uno due due", "2 of 3 hold.");
    row("no pair", pairs, "due tre uno", "");
    row("half a mark for words", words, "house", "Part of it holds.");
    row("don't know", several, "?", "");
}

void TestAnswerInput::tellsTheParts()
{
    QFETCH(const QByteArray, gift);
    QFETCH(const Response, response);
    QFETCH(const QString, expected);
    QCOMPARE(desk::partsText(itemOf(gift), response), expected);
}

void TestAnswerInput::showsTheUnit()
{
    const Fixture fixture("// [id:x] [tag:unit:per cent]\n::t::How much? {#=50:0}");
    const auto labels = fixture.input->findChildren<QLabel *>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == QLatin1String("per cent"); }));
}

/// As a screen reader does: a radio button is one of several, a check box one by itself.
void TestAnswerInput::saysWhetherOneOrSeveral()
{
    const auto roleOf = [](const Fixture &fixture) {
        return QAccessible::queryAccessibleInterface(fixture.cards().front())->role();
    };
    const Fixture one(choice);
    QCOMPARE(roleOf(one), QAccessible::RadioButton);
    one.input->setResponse({QStringLiteral("b")});
    one.input->setResponse({});
    QCOMPARE(one.input->response(), Response());
    QCOMPARE(roleOf(one), QAccessible::RadioButton);
    QCOMPARE(roleOf(Fixture(several)), QAccessible::CheckBox);
}

DESK_TEST_MAIN(TestAnswerInput)

#include "tst_answerinput.moc"
