// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/pile.h"

#include "base/ids.h"
#include "items/gift.h"
#include "support/testing.h"
#include "workshop/edits.h"
#include "workshop/piles.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using base::Statement;
using base::Verb;
using workshop::Address;
using workshop::Edit;
using workshop::Entry;
using workshop::Pile;
using workshop::PileSetting;
using Kind = workshop::Entry::Kind;

namespace {

constexpr qint64 eightOClock = 1767254400000;
constexpr int code = workshop::codeColumn;
const QUuid pileId = QUuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000001"));
const QUuid otherPileId = QUuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000002"));

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// A single choice, one of several, a number, true or not, a gap, a matching item, and one with more options than keys.
constexpr auto gift = R"(// [id:one]
::One::How many? {
~None
=Two
~%50%Three
~Four
}

// [id:some]
::Some::Which? {
~%50%Hard
~%-50%Wet
~%50%Heavy
~%-100%Blue
}

// [id:number]
::Number::How many? {#3}

// [id:true]
::True::There are two. {TRUE}

// [id:gap]
::Gap::A stone is {=hard ~wet ~loud} to the touch.

// [id:match]
::Match::Match. {
=a stone -> hard
=rain -> wet
=a bell -> loud
}

// [id:long]
::Long::Which letter? {
=a
~b
~c
~d
~e
~f
~g
~h
~i
}
)";

constexpr int one = 0;
constexpr int some = 1;
constexpr int number = 2;
constexpr int trueOrNot = 3;
constexpr int gap = 4;

std::vector<items::Item> paperItems()
{
    const items::GiftReading reading = items::readGift(gift, text("items.gift"));
    if (reading.items.size() != 7)
        qFatal("the test's own GIFT is not sound");
    return reading.items;
}

PileSetting ofModule()
{
    return {.id = pileId, .target = text("first")};
}

PileSetting ofForm(workshop::When when = workshop::When::Before)
{
    return {.id = pileId, .target = text("form-a"), .form = text("a"), .when = when};
}

Entry answer(const quiz::Response &response)
{
    return {Kind::Answer, response};
}

Entry answer(const char *keys)
{
    return answer(text(keys).split(u' '));
}

const Entry blank{Kind::Blank, {}};

/// A pile, the hand that types, and what it is written on.
struct Desk {
    explicit Desk(PileSetting setting = ofModule())
        : pile(text("course/"), std::move(setting), paperItems()), fresh(pile)
    {
    }

    Pile pile;
    Pile fresh; ///< as it was before anything was typed
    base::UuidSource ids;
    std::vector<Statement> written;
    std::vector<Pile> states; ///< after each statement

    void take(const std::vector<Statement> &statements)
    {
        for (Statement statement : statements) {
            statement.id = ids.next(eightOClock);
            statement.at = eightOClock;
            written.push_back(statement);
            pile.accept(statement);
            states.push_back(pile);
        }
    }

    /// Whether anything was written.
    bool put(const Address &spot, const Entry &entry)
    {
        const auto statements = pile.put(spot, entry, {QUuid::createUuid(), QUuid::createUuid()});
        take(statements);
        return !statements.empty();
    }

    /// Presses a key there; false where it cannot be an answer.
    bool press(const Address &spot, char key)
    {
        const std::optional<Entry> entry = pile.typed(spot, QChar::fromLatin1(key));
        return entry && (put(spot, *entry) || pile.entry(spot) == *entry);
    }

    [[nodiscard]] Pile replayed(const std::vector<Statement> &statements) const
    {
        Pile again = fresh;
        std::ranges::for_each(statements, [&again](const Statement &statement) { again.accept(statement); });
        return again;
    }

    /// What a journal gives: nothing that is voided, and no voiding.
    [[nodiscard]] std::vector<Statement> standing(std::size_t count) const
    {
        const auto end = written.begin() + static_cast<std::ptrdiff_t>(count);
        QSet<QString> voided;
        for (auto statement = written.begin(); statement != end; ++statement) {
            if (statement->verb == Verb::Voided)
                voided.insert(statement->object);
        }
        std::vector<Statement> left;
        std::copy_if(written.begin(), end, std::back_inserter(left), [&voided](const Statement &statement) {
            return statement.verb != Verb::Voided && !voided.contains(statement.id.toString(QUuid::Id128));
        });
        // Beginnings first, as `statementsOf` gives them.
        std::stable_partition(left.begin(), left.end(),
                              [](const Statement &statement) { return statement.verb == Verb::Started; });
        return left;
    }
};

QList<Verb> verbsOf(const std::vector<Statement> &statements)
{
    QList<Verb> verbs;
    std::ranges::transform(statements, std::back_inserter(verbs), &Statement::verb);
    return verbs;
}

} // namespace

class TestPile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatAScreenWrites_data();
    void writesWhatAScreenWrites();
    void thePaperIsSomebodyWithoutAName();
    void aFormAndAWorkshopAreWrittenDown();
    void keepsApartBlankAndUnknown();
    void takesLettersAndDigits();
    void knowsWhichKeysAreNoAnswer();
    void severalMayBeChosen();
    void aChangeVoidsWhatStoodThere();
    void theLastThingTakesThePaperAlong();
    void walksOnlyWhereOneTypes();
    void asksForCodesOnlyWhereTheyPair();
    void keepsCodesInOneShape();
    void tellsTwoPapersWithOneCode();
    void aCodeCanBeMended();
    void twoPilesNeverMix();
    void keepsBothOfTwoPapersWithOneNumber();
    void keepsAnAnswerToAnotherWording();
    void passesOverWhatIsNotItsOwn();
    void undoesAndDoesAgain();
    void replaysAtEveryStep();
    void continuesWhereTypingStopped();
    void aRoomTypedInHasTheStatisticsOfTheScreen();
    void findsPilesInAJournal();
};

void TestPile::writesWhatAScreenWrites_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("keys");

    QTest::newRow("holds") << one << text("b");
    QTest::newRow("does not hold") << one << text("a");
    QTest::newRow("half of it") << one << text("c");
    QTest::newRow("unknown") << one << text("?");
    QTest::newRow("both that hold") << some << text("ac");
    QTest::newRow("one that holds") << some << text("c");
    QTest::newRow("holds and does not") << some << text("ab");
    QTest::newRow("less than nothing") << some << text("bd");
    QTest::newRow("true") << trueOrNot << text("a");
    QTest::newRow("not true") << trueOrNot << text("b");
    QTest::newRow("gap") << gap << text("a");
}

void TestPile::writesWhatAScreenWrites()
{
    QFETCH(const int, column);
    QFETCH(const QString, keys);
    Desk desk;
    for (const QChar key : keys)
        QVERIFY(desk.press({0, column}, key.toLatin1()));
    const Statement &typed = desk.written.back();

    const quiz::Check check(text("course/"), text("first"), paperItems(), typed.attempt);
    quiz::Response response;
    for (const QChar key : keys)
        response.append(QString(key));
    std::optional<Statement> clicked = check.answer(column, response);
    QVERIFY(clicked.has_value());
    clicked->id = typed.id;
    clicked->at = typed.at;
    clicked->actor = typed.actor;
    QCOMPARE(typed, *clicked);
}

void TestPile::thePaperIsSomebodyWithoutAName()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, 'b'));
    QVERIFY(desk.press({0, gap}, 'a'));
    QVERIFY(desk.press({1, one}, 'b'));
    QCOMPARE(verbsOf(desk.written),
             (QList{Verb::Started, Verb::Answered, Verb::Answered, Verb::Started, Verb::Answered}));
    QCOMPARE(desk.written[0].object, text("course/first"));
    QCOMPARE(desk.written[0].result,
             (QJsonObject{{text("pile"), pileId.toString(QUuid::WithoutBraces)}, {text("paper"), 1}}));
    for (const std::size_t at : {1U, 2U}) {
        QCOMPARE(desk.written[at].actor, desk.written[0].actor);
        QCOMPARE(desk.written[at].attempt, desk.written[0].attempt);
    }
    QVERIFY(desk.written[3].actor != desk.written[0].actor);
    QVERIFY(desk.written[3].attempt != desk.written[0].attempt);
    QCOMPARE(desk.written[4].actor, desk.written[3].actor);
    QCOMPARE(desk.pile.paperCount(), 2);
    QCOMPARE(desk.pile.answerCount(), 3);
}

void TestPile::aFormAndAWorkshopAreWrittenDown()
{
    PileSetting setting = ofForm(workshop::When::After);
    setting.session = otherPileId;
    setting.only = {text("gap"), text("one")};
    Desk desk(setting);
    QCOMPARE(desk.pile.columns(), 2);
    QVERIFY(desk.press({0, 0}, 'a'));
    QVERIFY(desk.press({0, 0}, 'b'));
    QCOMPARE(workshop::pileOf(desk.written[0], text("course/")), std::optional(setting));
    QCOMPARE(desk.written[1].object, text("course/gap")); // in the order of the list
    QCOMPARE(desk.written[1].result.value(text("form")).toString(), text("a"));
    for (const Statement &statement : desk.written)
        QCOMPARE(statement.session, otherPileId);
}

void TestPile::keepsApartBlankAndUnknown()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, '-'));
    QVERIFY(desk.press({0, some}, '?'));
    QVERIFY(desk.press({0, gap}, '0'));
    QCOMPARE(verbsOf(desk.written), (QList{Verb::Started, Verb::Skipped, Verb::Answered, Verb::Answered}));
    QCOMPARE(desk.written[2].result.value(text("response")).toArray(), QJsonArray{text("?")});
    QCOMPARE(desk.pile.entry({0, one}), blank);
    QCOMPARE(desk.pile.entry({0, some}), answer(quiz::dontKnow()));
    QCOMPARE(desk.pile.entry({0, trueOrNot}), Entry());
    QCOMPARE(desk.pile.answerCount(), 2);
    QCOMPARE(desk.pile.paperCount(), 1);
}

void TestPile::takesLettersAndDigits()
{
    const Desk desk;
    for (const char key : {'b', 'B', '2'})
        QCOMPARE(desk.pile.typed({0, one}, QChar::fromLatin1(key)), std::optional(answer("b")));
}

void TestPile::knowsWhichKeysAreNoAnswer()
{
    const Desk desk;
    for (const char key : {'e', '5', 'z', '9', ',', ' '})
        QCOMPARE(desk.pile.typed({0, one}, QChar::fromLatin1(key)), std::nullopt);
    QCOMPARE(desk.pile.typed({0, trueOrNot}, u'c'), std::nullopt);
    QCOMPARE(desk.pile.typed({0, one}, QChar(0x0431)), std::nullopt); // a letter, of another script
    QCOMPARE(desk.pile.typed({0, number}, u'3'), std::nullopt);
    QCOMPARE(desk.pile.typed({0, code}, u'a'), std::nullopt);
    const workshop::PaperIds fresh{QUuid::createUuid(), QUuid::createUuid()};
    QVERIFY(desk.pile.put({0, one}, answer("e"), fresh).empty());
    QVERIFY(desk.pile.put({0, one}, answer("a b"), fresh).empty());
    QVERIFY(desk.pile.put({0, number}, answer("3"), fresh).empty());
    QVERIFY(desk.pile.put({1, one}, answer("a"), fresh).empty()); // no paper lies between
    QVERIFY(desk.pile.put({-1, one}, answer("a"), fresh).empty());
    QVERIFY(desk.pile.put({0, one}, Entry(), fresh).empty());
}

void TestPile::severalMayBeChosen()
{
    Desk desk;
    QVERIFY(desk.press({0, some}, 'c'));
    QVERIFY(desk.press({0, some}, 'a'));
    QCOMPARE(desk.pile.entry({0, some}), answer("a c"));
    QVERIFY(desk.press({0, some}, 'c'));
    QCOMPARE(desk.pile.entry({0, some}), answer("a"));
    QVERIFY(desk.press({0, some}, '?'));
    QCOMPARE(desk.pile.entry({0, some}), answer(quiz::dontKnow()));
    QVERIFY(desk.press({0, some}, 'd'));
    QCOMPARE(desk.pile.entry({0, some}), answer("d"));
    QVERIFY(desk.press({0, some}, 'd'));
    QCOMPARE(desk.pile.entry({0, some}), Entry());
    QVERIFY(desk.pile.takesSeveral(some));
    QVERIFY(!desk.pile.takesSeveral(one));
    QVERIFY(!desk.pile.takesSeveral(trueOrNot));
}

void TestPile::aChangeVoidsWhatStoodThere()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, 'a'));
    const Statement first = desk.written.back();
    QVERIFY(desk.press({0, one}, 'b'));
    QCOMPARE(verbsOf(desk.written), (QList{Verb::Started, Verb::Answered, Verb::Voided, Verb::Answered}));
    QCOMPARE(desk.written[2].object, first.id.toString(QUuid::Id128));
    QCOMPARE(desk.written[2].actor, first.actor);
    QVERIFY(!desk.put({0, one}, answer("b"))); // the same once more is nothing new
    QVERIFY(desk.press({0, one}, '-'));
    QCOMPARE(desk.pile.entry({0, one}), blank);
    QCOMPARE(desk.standing(desk.written.size()).size(), std::size_t(2));
}

void TestPile::theLastThingTakesThePaperAlong()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, 'a'));
    QVERIFY(desk.press({1, one}, 'a'));
    QVERIFY(desk.press({1, gap}, '-'));
    QVERIFY(desk.put({1, one}, {}));
    QVERIFY(desk.pile.isMade(1)); // the blank is typed too
    QVERIFY(desk.put({1, gap}, {}));
    QCOMPARE(desk.pile.rows(), 1);
    QVERIFY(desk.press({1, one}, 'b'));
    QVERIFY(desk.put({0, one}, {})); // between others its number stays its own
    QCOMPARE(desk.pile.rows(), 2);
    QCOMPARE(desk.pile.paperCount(), 1);
    QVERIFY(desk.press({0, one}, 'c'));
    QCOMPARE(desk.written.back().result.value(text("response")).toArray(), QJsonArray{text("c")});
    QCOMPARE(desk.pile.paperCount(), 2);
    QVERIFY(desk.pile == desk.replayed(desk.standing(desk.written.size())));
}

void TestPile::walksOnlyWhereOneTypes()
{
    Desk desk;
    QVERIFY(Pile::isTyped(paperItems()[one]));
    QVERIFY(!Pile::isTyped(paperItems()[number]));
    QVERIFY(!Pile::isTyped(paperItems()[6])); // nine options, eight keys
    QCOMPARE(desk.pile.firstIn(0), (Address{0, one}));
    QCOMPARE(desk.pile.after({0, some}), (Address{0, trueOrNot}));
    QCOMPARE(desk.pile.before({0, trueOrNot}), (Address{0, some}));
    QCOMPARE(desk.pile.before({0, one}), (Address{0, one}));
    QCOMPARE(desk.pile.lastIn(0), (Address{0, gap}));
    QCOMPARE(desk.pile.after({0, gap}), (Address{0, gap})); // nothing is typed of this paper yet
    QVERIFY(desk.press({0, gap}, 'a'));
    QCOMPARE(desk.pile.after({0, gap}), (Address{1, one}));
    QCOMPARE(desk.pile.before({1, one}), (Address{0, gap}));
    const Pile onlyOthers(text("course/"), ofModule(), {paperItems()[number]});
    QVERIFY(onlyOthers.isEmpty());
    QVERIFY(!desk.pile.isEmpty());
}

void TestPile::asksForCodesOnlyWhereTheyPair()
{
    QVERIFY(ofForm().hasCodes());
    QVERIFY(ofForm(workshop::When::After).hasCodes());
    QVERIFY(!ofForm(workshop::When::Alone).hasCodes());
    PileSetting check = ofModule();
    check.when = workshop::When::Before;
    QVERIFY(!check.hasCodes());

    Desk alone(ofForm(workshop::When::Alone));
    QVERIFY(!alone.put({0, code}, answer("AB12")));
    Desk paired(ofForm());
    QCOMPARE(paired.pile.firstIn(0), (Address{0, code}));
    QCOMPARE(paired.pile.after({0, code}), (Address{0, one}));
    QCOMPARE(paired.pile.before({0, one}), (Address{0, code}));
    QVERIFY(paired.put({0, code}, answer("AB12")));
    QCOMPARE(paired.written.back().result, (QJsonObject{{text("pile"), pileId.toString(QUuid::WithoutBraces)},
                                                        {text("paper"), 1},
                                                        {text("form"), text("a")},
                                                        {text("when"), text("before")},
                                                        {text("code"), text("AB12")}}));
    QVERIFY(paired.press({0, one}, 'b'));
    QVERIFY(paired.press({1, one}, 'b')); // without a code
    QVERIFY(!paired.written[2].result.contains(text("code")));
}

void TestPile::keepsCodesInOneShape()
{
    QCOMPARE(workshop::codeFrom(text(" ab-1 2 ")), text("AB12"));
    QCOMPARE(workshop::codeFrom(text("\u00e9a\u0301")), text("\u00c9\u00c1"));
    QCOMPARE(workshop::codeFrom(text("1234567890123456")).size(), qsizetype(workshop::longestCode));
    QCOMPARE(workshop::codeFrom(text("-- ")), QString());
    Desk desk(ofForm());
    QVERIFY(desk.put({0, code}, answer(quiz::Response{text("ab 12")})));
    QCOMPARE(desk.pile.entry({0, code}), answer("AB12"));
    QVERIFY(!desk.put({0, code}, answer("aB12")));
}

void TestPile::tellsTwoPapersWithOneCode()
{
    Desk desk(ofForm());
    for (const int row : {0, 1, 2})
        QVERIFY(desk.put({row, code}, answer(row == 1 ? "CD34" : "AB12")));
    QCOMPARE(desk.pile.papersWithCode(text("AB12")), (std::vector{1, 3}));
    QCOMPARE(desk.pile.papersWithCode(text("CD34")), std::vector{2});
    QCOMPARE(desk.pile.papersWithCode({}), std::vector<int>());
}

void TestPile::aCodeCanBeMended()
{
    Desk desk(ofForm());
    QVERIFY(desk.put({0, code}, answer("AB12")));
    QVERIFY(desk.press({0, one}, 'b'));
    QVERIFY(desk.put({0, code}, answer("AB13")));
    QCOMPARE(verbsOf(desk.written), (QList{Verb::Started, Verb::Answered, Verb::Started, Verb::Voided}));
    QCOMPARE(desk.written[2].attempt, desk.written[0].attempt);
    QCOMPARE(desk.pile.papers().front().code, text("AB13"));
    QCOMPARE(desk.pile.paperCount(), 1);
    // A power cut between the two leaves the paper, with the new code; mending it again voids both beginnings.
    Desk cut(ofForm());
    cut.take({desk.written[0], desk.written[1], desk.written[2]});
    QCOMPARE(cut.pile.papers().front().code, text("AB13"));
    QVERIFY(cut.put({0, code}, {}));
    QCOMPARE(std::ranges::count(cut.written, Verb::Voided, &Statement::verb), 2);
    QCOMPARE(cut.pile.entry({0, code}), Entry());
    QCOMPARE(cut.pile.entry({0, one}), answer("b"));
    QVERIFY(cut.put({0, one}, {}));
    QCOMPARE(cut.pile.rows(), 0);
    QVERIFY(cut.standing(cut.written.size()).empty());
}

void TestPile::twoPilesNeverMix()
{
    Desk before(ofForm());
    PileSetting after = ofForm(workshop::When::After);
    after.id = otherPileId;
    Desk later(after);
    QVERIFY(before.press({0, one}, 'a'));
    QVERIFY(later.press({0, one}, 'b'));
    const Pile alone = before.pile;
    for (const Statement &statement : later.written)
        before.pile.accept(statement);
    QVERIFY(before.pile == alone);
}

void TestPile::keepsBothOfTwoPapersWithOneNumber()
{
    Desk here;
    Desk there;
    there.ids = base::UuidSource(here.ids.next(eightOClock + 1));
    QVERIFY(here.press({0, one}, 'a'));
    QVERIFY(there.press({0, one}, 'b'));
    here.take(there.written);
    QCOMPARE(here.pile.paperCount(), 2);
    QCOMPARE(here.pile.entry({0, one}), answer("a"));
    QCOMPARE(here.pile.entry({1, one}), answer("b"));
    Statement wild = here.written.front();
    wild.attempt = QUuid::createUuid();
    wild.result.insert(text("paper"), 2'000'000'000);
    here.take({wild});
    QCOMPARE(here.pile.rows(), 3);
}

void TestPile::keepsAnAnswerToAnotherWording()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, 'a'));
    std::vector<Statement> older = desk.written;
    older.back().version = text("0123456789abcdef");
    QCOMPARE(desk.replayed(older).entry({0, one}), answer("a"));
}

void TestPile::passesOverWhatIsNotItsOwn()
{
    Desk desk;
    QVERIFY(desk.press({0, one}, 'a'));
    const Pile before = desk.pile;
    Statement stray = desk.written.back();
    stray.object = text("course/gone");
    desk.pile.accept(stray);
    stray = desk.written.back();
    stray.attempt = QUuid();
    stray.object = text("course/gap");
    desk.pile.accept(stray);
    stray = desk.written.front();
    stray.object = text("other/first");
    stray.attempt = QUuid::createUuid();
    desk.pile.accept(stray);
    stray = {};
    stray.verb = Verb::Voided;
    stray.object = text("no id");
    desk.pile.accept(stray);
    stray.object = QUuid().toString(QUuid::Id128);
    desk.pile.accept(stray);
    QVERIFY(desk.pile == before);
}

void TestPile::undoesAndDoesAgain()
{
    Desk desk;
    workshop::Edits edits;
    QCOMPARE(edits.undoing(), std::nullopt);
    QCOMPARE(edits.redoing(), std::nullopt);
    const auto type = [&](const Address &at, const Entry &entry) {
        edits.note({at, desk.pile.entry(at), entry});
        return desk.put(at, entry);
    };
    QVERIFY(type({0, one}, answer("a")));
    QVERIFY(type({0, one}, answer("b")));
    QVERIFY(type({0, gap}, blank));
    const Pile full = desk.pile;
    const std::size_t typed = desk.written.size();

    for (const Entry &left : {Entry(), answer("a"), Entry()}) {
        const std::optional<Edit> undoing = edits.undoing();
        QVERIFY(undoing.has_value());
        QCOMPARE(desk.pile.entry(undoing->at), undoing->before);
        QVERIFY(desk.put(undoing->at, undoing->after));
        QCOMPARE(desk.pile.entry(undoing->at), left);
        edits.stepBack();
    }
    QCOMPARE(edits.undoing(), std::nullopt);
    QCOMPARE(desk.pile.rows(), 0);
    // Nothing was lost on the way: what was typed is in the ledger, and beside it that it was voided.
    QCOMPARE(std::ranges::count(desk.written, Verb::Answered, &Statement::verb), 3); // the third by undoing the second
    QVERIFY(desk.written.size() > typed);

    while (const std::optional<Edit> redoing = edits.redoing()) {
        QVERIFY(desk.put(redoing->at, redoing->after));
        edits.stepOn();
    }
    QCOMPARE(desk.pile.entry({0, one}), full.entry({0, one}));
    QCOMPARE(desk.pile.entry({0, gap}), full.entry({0, gap}));

    edits.stepBack();
    edits.note({{0, trueOrNot}, Entry(), answer("a")}); // something new takes the place of what was undone
    QCOMPARE(edits.redoing(), std::nullopt);
    QCOMPARE(edits.undoing()->at, (Address{0, trueOrNot}));
    edits.clear();
    QCOMPARE(edits.undoing(), std::nullopt);
}

/// Any walk of anybody's hand, cut off after any of its statements.
void TestPile::replaysAtEveryStep()
{
    QRandomGenerator random(20260101);
    Desk desk(ofForm());
    const QList<Entry> entries{Entry(), blank, answer("a"), answer("b"), answer("c"), answer("?"), answer("a c")};
    for (int step = 0; step < 300; ++step) {
        const int row = random.bounded(desk.pile.rows() < 6 ? desk.pile.rows() + 1 : 6);
        const Address at{row, QList{code, one, some, trueOrNot}[random.bounded(4)]};
        const Entry someCode = random.bounded(3) == 0 ? Entry() : answer(random.bounded(2) == 0 ? "AB12" : "CD34");
        desk.put(at, at.column == code ? someCode : entries[random.bounded(entries.size())]);
    }
    QVERIFY(desk.written.size() > 300);
    for (std::size_t count = 1; count <= desk.written.size(); ++count) {
        const auto end = desk.written.begin() + static_cast<std::ptrdiff_t>(count);
        const Pile &state = desk.states[count - 1];
        QVERIFY(desk.replayed({desk.written.begin(), end}) == state);
        QVERIFY(desk.replayed(desk.standing(count)) == state);
    }
}

void TestPile::continuesWhereTypingStopped()
{
    Desk desk(ofForm());
    const auto resumes = [&desk](const Address &spot) {
        return desk.pile.resumeAt() == spot && desk.replayed(desk.standing(desk.written.size())).resumeAt() == spot;
    };
    QVERIFY(resumes({0, code}));
    QVERIFY(desk.put({0, code}, answer("AB12")));
    QVERIFY(resumes({0, one}));
    QVERIFY(desk.press({0, one}, 'a'));
    QVERIFY(desk.press({0, some}, '-'));
    QVERIFY(resumes({0, trueOrNot}));
    QVERIFY(desk.press({0, gap}, 'a'));
    QVERIFY(resumes({1, code}));
    QVERIFY(desk.put({0, gap}, {})); // emptied again: it is to be typed
    QVERIFY(resumes({0, trueOrNot}));
    QVERIFY(desk.press({0, one}, 'b')); // mended further up
    QVERIFY(resumes({0, some}));
}

/// Thirty people, the same answers once on screen and once on paper: each item as easy, each person as far.
void TestPile::aRoomTypedInHasTheStatisticsOfTheScreen()
{
    QRandomGenerator random(30);
    Desk desk;
    const std::vector<items::Item> items = paperItems();
    std::map<QString, double> onScreen;
    std::map<QUuid, double> onScreenByPerson;
    for (int row = 0; row < 30; ++row) {
        quiz::Check check(text("course/"), text("first"), items, QUuid::createUuid());
        for (int column = 0; column < desk.pile.columns(); ++column) {
            if (!desk.pile.isTyped(column))
                continue;
            quiz::Response response;
            const auto options = static_cast<int>(items[static_cast<std::size_t>(column)].options.size());
            const int picks = desk.pile.takesSeveral(column) ? random.bounded(1, options) : 1;
            while (response.size() < picks) {
                const QString key = items::optionKey(random.bounded(options));
                if (!response.contains(key))
                    response.append(key);
            }
            if (random.bounded(6) == 0)
                response = quiz::dontKnow();
            for (const QString &key : response)
                QVERIFY(desk.press({row, column}, key.front().toLatin1()));
            const std::optional<Statement> answered = check.answer(column, response);
            QVERIFY(answered.has_value());
            const double fraction = answered->result.value(text("fraction")).toDouble();
            onScreen[answered->object] += fraction;
            onScreenByPerson[desk.pile.papers()[static_cast<std::size_t>(row)].attempt] += fraction;
        }
    }
    std::map<QString, double> onPaper;
    std::map<QUuid, double> onPaperByPerson;
    for (const Statement &statement : desk.standing(desk.written.size())) {
        if (statement.verb != Verb::Answered)
            continue;
        onPaper[statement.object] += statement.result.value(text("fraction")).toDouble();
        onPaperByPerson[statement.attempt] += statement.result.value(text("fraction")).toDouble();
    }
    QCOMPARE(onPaper.size(), std::size_t(4));
    QVERIFY(onPaper == onScreen);
    QVERIFY(onPaperByPerson == onScreenByPerson);
}

void TestPile::findsPilesInAJournal()
{
    const std::unique_ptr<journal::Journal> journal = journal::Journal::inMemory(base::fixedClock(eightOClock)).value();
    const QString prefix = text("course/");
    const auto append = [&](const std::vector<Statement> &statements, Pile &pile) {
        for (const Statement &statement : statements)
            journal->append(statement, [&pile](const journal::Result<Statement> &written) {
                QVERIFY(written.has_value());
                pile.accept(*written);
            });
    };
    const auto put = [&](Pile &pile, const Address &spot, const Entry &entry) {
        append(pile.put(spot, entry, {journal->addActor(journal::ActorKind::Paper).value(), QUuid::createUuid()}),
               pile);
    };
    PileSetting after = ofForm(workshop::When::After);
    after.id = otherPileId;
    Pile first(prefix, ofForm(), paperItems());
    Pile second(prefix, after, paperItems());
    put(first, {0, code}, answer("AB12"));
    put(first, {0, one}, answer("a"));
    put(second, {0, one}, answer("b"));
    put(first, {0, code}, answer("AB13"));
    put(first, {1, one}, blank);
    put(first, {0, one}, answer("c"));
    append({quiz::Check(prefix, text("form-a"), paperItems(), QUuid::createUuid()).start()}, first); // a learner's own

    const auto piles = workshop::pilesIn(*journal, prefix);
    QVERIFY(piles.has_value());
    QCOMPARE(piles->size(), std::size_t(2));
    QCOMPARE((*piles)[0], (workshop::BegunPile{ofForm(), 2, eightOClock}));
    QCOMPARE((*piles)[1], (workshop::BegunPile{after, 1, eightOClock}));
    for (const Pile *pile : {&first, &second}) {
        Pile again(prefix, pile->setting(), paperItems());
        const auto statements = workshop::statementsOf(pile->setting(), *journal, prefix);
        QVERIFY(statements.has_value());
        std::ranges::for_each(*statements, [&again](const Statement &statement) { again.accept(statement); });
        QVERIFY(again == *pile);
        QCOMPARE(again.resumeAt(), pile->resumeAt());
    }
    QVERIFY(workshop::pilesIn(*journal, text("other/"))->empty());
}

TEST_MAIN_GUILESS(TestPile)

#include "tst_pile.moc"
