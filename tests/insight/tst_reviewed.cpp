// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/review.h"

#include "support/testing.h"

using insight::AnswerSet;
using insight::Given;
using insight::Occasion;
using insight::optionBit;
using insight::Order;
using insight::Reviewed;
using testing::text;
using workshop::When;

namespace {

/// A choice of three, of which the first holds.
items::Item choice(const char *id, const QStringList &tags = {})
{
    items::Item item;
    item.id = text(id);
    item.type = items::ItemType::Choice;
    item.tags = tags;
    item.options.resize(3);
    item.options[0].fraction = 1;
    return item;
}

course::Course smallCourse()
{
    course::Course course;
    course.id = text("course");
    course.claims.resize(1);
    course.claims[0].id = text("P1.1");
    course.modules.resize(2);
    course.modules[0].id = text("first");
    course.modules[0].items = {choice("one", {text("section:s"), text("P1.1")}), choice("two", {text("section:t")})};
    course.modules[1].id = text("second");
    course.modules[1].items = {choice("three", {text("section:s")}), choice("four", {text("P1.1")}), choice("several")};
    course.modules[1].items.back().single = false;
    course.forms = {{text("a"), {choice("form-a", {text("pair:p")})}},
                    {text("b"), {choice("form-b", {text("pair:p")})}}};
    return course;
}

/// A session in which items were asked and counted, in that order.
class Room
{
public:
    explicit Room(int people = 12)
    {
        workshop::Setting setting;
        setting.room = people;
        setting.plan.id = text("plan");
        setting.plan.minutes = 10;
        setting.plan.steps.resize(1);
        setting.plan.steps[0].minutes = 10;
        accept(session.start(setting));
    }

    void ask(const char *id, const QMap<QString, int> &counts, bool isClosed = true)
    {
        if (session.asking(text(id)).rounds.empty() || session.asking(text(id)).rounds.back().isClosed)
            accept(session.ask(*course::findItem(smallCourse(), text(id)), workshop::Way::Hands));
        accept(session.tally(text(id), counts, isClosed));
    }

    workshop::Session session{text("course/"), QUuid::createUuid()};

private:
    void accept(const std::optional<base::Statement> &statement)
    {
        if (!statement)
            qFatal("the session refuses");
        session.accept(*statement);
    }
};

/// People, each with one answer to each of some items.
AnswerSet people(When when, const QStringList &items, const std::vector<std::vector<int>> &options, bool onPaper = true)
{
    AnswerSet set;
    set.items = items;
    for (const std::vector<int> &row : options) {
        const auto person = static_cast<int>(set.people.size());
        set.people.push_back({.when = when, .pile = onPaper ? QUuid::createUuid() : QUuid()});
        for (int item = 0; item < static_cast<int>(row.size()); ++item) {
            const int option = row[static_cast<std::size_t>(item)];
            if (option >= 0)
                set.answers.push_back({person, item, optionBit(option), option == 0 ? 1.0F : 0.0F, 0});
        }
    }
    return set;
}

QStringList idsOf(const std::vector<Reviewed> &all)
{
    QStringList ids;
    for (const Reviewed &one : all)
        ids.append(one.item);
    return ids;
}

} // namespace

/// What a review goes through.
class TestReviewed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsOfARoom();
    void papersAndScreens();
    void whoLeftItOutIsCounted();
    void orders();
    void tooFewAreNotRanked();
    void anotherWordingIsLeftOut();
    void aCountThatIsNotClosedIsLeftOut();
    void severalOptionsByHands();
    void oneUncountedRoomOfTwo();
    void blankPapersAndOlderWordings();
    void whatIsNotChosenHasNoOptions();
    void nothingAnswered();
    void siblings();
};

void TestReviewed::roundsOfARoom()
{
    Room room;
    room.ask("one", {{text("a"), 3}, {text("b"), 6}, {text("?"), 1}});
    room.ask("one", {{text("a"), 9}, {text("b"), 1}});
    const auto all = insight::reviewed(smallCourse(), {&room.session}, {}, Order::MostMissed);
    QCOMPARE(idsOf(all), QStringList(text("one")));
    QCOMPARE(all[0].place, text("first"));
    QCOMPARE(all[0].occasions.size(), 2U);
    const Occasion &first = all[0].first();
    QCOMPARE(first.given, Given::InTheRoom);
    QCOMPARE(first.spread.options, (std::vector<int>{3, 6, 0}));
    QCOMPARE(first.spread.dontKnow, 1);
    QCOMPARE(first.spread.right, std::optional(3));
    QCOMPARE(first.spread.answered, 10);
    QCOMPARE(first.spread.unanswered, 2);
    QCOMPARE(all[0].occasions[1].round, 2);
    QCOMPARE(all[0].occasions[1].spread.right, std::optional(9));
}

void TestReviewed::papersAndScreens()
{
    AnswerSet set = people(When::Before, {text("form-a")}, {{0}, {1}});
    for (const auto &[when, onPaper] : {std::pair(When::After, true), std::pair(When::Alone, false)}) {
        set.answers.push_back({static_cast<int>(set.people.size()), 0, 1, 1, 3});
        set.people.push_back({.when = when, .pile = onPaper ? QUuid::createUuid() : QUuid()});
    }
    const auto all = insight::reviewed(smallCourse(), {}, set, Order::ByObjective);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].place, text("a"));
    QCOMPARE(all[0].occasions.size(), 3U);
    QCOMPARE(all[0].occasions[0].when, When::Before);
    QCOMPARE(all[0].occasions[0].spread.answered, 2);
    QCOMPARE(all[0].occasions[1].when, When::After);
    QCOMPARE(all[0].occasions[2].given, Given::OnScreen);
    QCOMPARE(all[0].occasions[2].boxes.sureRight, 1);
}

/// Who answered another item of the module had this one before them as well.
void TestReviewed::whoLeftItOutIsCounted()
{
    const AnswerSet set = people(When::Alone, {text("one"), text("two")}, {{0, 1}, {-1, 1}, {1, -1}});
    const auto all = insight::reviewed(smallCourse(), {}, set, Order::ByObjective);
    QCOMPARE(all[0].first().spread.answered, 2);
    QCOMPARE(all[0].first().spread.unanswered, 1);
}

void TestReviewed::orders()
{
    Room room;
    room.ask("three", {{text("a"), 6}, {text("b"), 6}});
    room.ask("one", {{text("a"), 9}, {text("b"), 3}});
    room.ask("two", {{text("a"), 2}, {text("b"), 10}});
    const course::Course course = smallCourse();
    const auto inOrder = [&](Order order) {
        return idsOf(insight::reviewed(course, {&room.session}, {}, order)).join(u' ');
    };
    QCOMPARE(inOrder(Order::MostMissed), text("two three one"));
    QCOMPARE(inOrder(Order::AsAsked), text("three one two"));
    QCOMPARE(inOrder(Order::ByObjective), text("one two three"));
}

void TestReviewed::tooFewAreNotRanked()
{
    Room room;
    room.ask("one", {{text("b"), 4}}); // nobody had it, of four
    room.ask("two", {{text("a"), 4}, {text("b"), 1}});
    QCOMPARE(idsOf(insight::reviewed(smallCourse(), {&room.session}, {}, Order::MostMissed)).join(u' '),
             text("two one"));
}

void TestReviewed::anotherWordingIsLeftOut()
{
    Room room;
    room.ask("one", {{text("a"), 9}, {text("b"), 3}});
    course::Course course = smallCourse();
    QCOMPARE(insight::reviewed(course, {&room.session}, {}, Order::MostMissed).size(), 1U);
    course.modules[0].items[0].options[1].text.content = text("Reworded since");
    QVERIFY(insight::reviewed(course, {&room.session}, {}, Order::MostMissed).empty());
}

/// A count that nobody closed tells nothing: neither the half of it nor a slip of the keys.
void TestReviewed::aCountThatIsNotClosedIsLeftOut()
{
    Room room;
    room.ask("one", {{text("a"), 5}, {text("b"), 30}}, false);
    QVERIFY(insight::reviewed(smallCourse(), {&room.session}, {}, Order::MostMissed).empty());
    room.ask("one", {{text("a"), 5}, {text("b"), 3}});
    const auto all = insight::reviewed(smallCourse(), {&room.session}, {}, Order::MostMissed);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].first().spread.answered, 8);
}

void TestReviewed::severalOptionsByHands()
{
    items::Item item = choice("several");
    item.single = false;
    workshop::Round round{workshop::Way::Hands, {{text("a"), 5}, {text("b"), 7}}, true};
    // Twelve hands of anything between seven and twelve people.
    const insight::Spread uncounted = insight::spreadOf(item, round);
    QVERIFY(uncounted.isUncounted() && !uncounted.isTold() && !uncounted.right);
    QCOMPARE(uncounted.options, (std::vector<int>{0, 0, 0}));
    round.room = 10;
    const insight::Spread counted = insight::spreadOf(item, round);
    QVERIFY(!counted.right && counted.isTold());
    QCOMPARE(counted.options, (std::vector<int>{5, 7, 0}));
    QCOMPARE(counted.answered, 10);
    QCOMPARE(counted.unanswered, 0);
    round.room = 6;
    QCOMPARE(insight::spreadOf(item, round).answered, 7);
    round.room = 0;
    item.single = true;
    QVERIFY(insight::spreadOf(item, round).isTold());
}

/// What one of two rooms answered is no part of it where nobody counted that room.
void TestReviewed::oneUncountedRoomOfTwo()
{
    Room counted;
    Room uncounted(0);
    for (Room *room : {&counted, &uncounted}) {
        room->ask("several", {{text("a"), 6}, {text("b"), 7}});
        room->ask("one", {{text("a"), 6}, {text("b"), 1}});
    }
    const auto all = insight::reviewed(smallCourse(), {&counted.session, &uncounted.session}, {}, Order::ByObjective);
    QCOMPARE(idsOf(all), (QStringList{text("one"), text("several")}));
    QCOMPARE(all[0].first().spread.answered, 14);
    const insight::Spread &several = all[1].first().spread;
    QCOMPARE(several.options, (std::vector<int>{6, 7, 0}));
    QCOMPARE(several.answered, 12);
    QCOMPARE(several.uncounted, 1);
    QVERIFY(several.isTold());
}

/// Who left a whole paper blank had its questions before them; who answered an older wording has answered.
void TestReviewed::blankPapersAndOlderWordings()
{
    AnswerSet set = people(When::Before, {text("form-a")}, {{0}, {1}, {0}});
    for (const char *form : {"a", "b", "a", "a"})
        set.people.push_back({.target = text("form-") + text(form),
                              .form = text(form),
                              .when = When::Before,
                              .pile = QUuid::createUuid()});
    set.people.push_back(
        {.target = text("form-a"), .form = text("a"), .when = When::After, .pile = QUuid::createUuid()});
    // One of them answered the older wording, one of those who are told did so as well, and one some other time.
    set.older = {{.person = 5, .item = 0}, {.person = 0, .item = 0}, {.person = 7, .item = 0}};
    const auto all = insight::reviewed(smallCourse(), {}, set, Order::ByObjective);
    QCOMPARE(all[0].first().spread.answered, 3);
    QCOMPARE(all[0].first().spread.unanswered, 2);
}

/// Pairs and numbers are not chosen from options: none of these stands at nothing.
void TestReviewed::whatIsNotChosenHasNoOptions()
{
    items::Item item = choice("pairs");
    item.type = items::ItemType::Matching;
    const insight::Spread spread = insight::spreadOf(item, {{0, 0, 0, 1, 0}, {1, 0, 0, 0, 0}}, 3);
    QVERIFY(spread.options.empty());
    QCOMPARE(spread.answered, 2);
    QCOMPARE(spread.right, std::optional(1));
}

void TestReviewed::nothingAnswered()
{
    QVERIFY(insight::reviewed(smallCourse(), {}, {}, Order::MostMissed).empty());
    const AnswerSet gone = people(When::Alone, {text("gone")}, {{0}});
    QVERIFY(insight::reviewed(smallCourse(), {}, gone, Order::MostMissed).empty());
    Room room;
    QVERIFY(insight::reviewed(smallCourse(), {&room.session}, {}, Order::AsAsked).empty());
}

void TestReviewed::siblings()
{
    const course::Course course = smallCourse();
    const auto of = [&](const char *id, const QStringList &asked) {
        QStringList ids;
        for (const items::Item *one : insight::siblingsOf(course, *course::findItem(course, text(id)), asked))
            ids.append(one->id);
        return ids.join(u' ');
    };
    QCOMPARE(of("one", {}), text("three four"));
    QCOMPARE(of("one", {text("three")}), text("four"));
    QCOMPARE(of("two", {}), QString());
    QCOMPARE(of("form-a", {}), text("form-b"));
}

TEST_MAIN_GUILESS(TestReviewed)
#include "tst_reviewed.moc"
