// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/beliefs.h"
#include "insight/certainty.h"

#include "support/testing.h"

#include <numeric>

using insight::AnswerSet;
using insight::Belief;
using insight::Boxes;
using insight::Reviewed;
using insight::Signs;
using testing::text;

namespace {

course::Misconception misconception(const char *id, const std::vector<std::pair<const char *, QStringList>> &signs)
{
    course::Misconception made;
    made.id = text(id);
    for (const auto &[item, options] : signs)
        made.shownBy.push_back({text(item), options, {}});
    return made;
}

items::Item item(const char *id)
{
    items::Item made;
    made.id = text(id);
    return made;
}

/// Two modules with an item each and one form; two beliefs, of which one shows in all three.
course::Course twoBeliefs()
{
    course::Course course;
    course.modules.resize(2);
    course.modules[0].id = text("first");
    course.modules[0].items = {item("one")};
    course.modules[1].id = text("second");
    course.modules[1].items = {item("two")};
    course.forms = {{text("a"), {item("three")}}};
    course.misconceptions = {
        misconception("rare", {{"two", {text("d")}}}),
        misconception("common", {{"one", {text("a"), text("b")}}, {"two", {text("a")}}, {"three", {text("c")}}}),
        misconception("never-asked", {{"gone", {text("a")}}})};
    return course;
}

AnswerSet peopleWho(const std::vector<std::tuple<int, int, insight::Chosen>> &answers)
{
    AnswerSet set;
    set.items = {text("one"), text("two"), text("three")};
    for (const auto &[person, item, chosen] : answers) {
        set.people.resize(static_cast<std::size_t>(person) + 1);
        set.answers.push_back({person, item, chosen, 0, 0});
    }
    return set;
}

/// So many people at each option of an item, and behind the last who said that they do not know.
insight::Spread spread(const std::vector<int> &counts)
{
    insight::Spread made;
    made.options.assign(counts.begin(), counts.end() - 1);
    made.dontKnow = counts.back();
    made.answered = std::accumulate(counts.begin(), counts.end(), 0);
    return made;
}

Reviewed answered(const char *id, const char *place, const std::vector<insight::Spread> &spreads)
{
    Reviewed made{text(id), text(place), {}};
    for (const insight::Spread &one : spreads)
        made.occasions.push_back({.spread = one});
    return made;
}

} // namespace

/// Which beliefs a room holds, and how surely.
class TestBeliefs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countedItemByItem();
    void onlyWhatIsTold();
    void whatASumWouldTell();
    void ofSeveralAtLeast();
    void theMostShownComesFirst();
    void nothingAnswered();
    void fourBoxes();
    void sureAndNotRight();
    void tooFewAreNotNamed();
};

void TestBeliefs::countedItemByItem()
{
    const auto beliefs =
        insight::beliefsIn(twoBeliefs(), {answered("one", "first", {spread({3, 1, 2, 0, 1}), spread({9, 9, 9, 9, 0})}),
                                          answered("two", "second", {spread({5, 4, 2, 1, 0})}),
                                          answered("three", "a", {spread({2, 1, 1, 1, 1})})});
    QCOMPARE(beliefs.size(), 2U);
    QCOMPARE(beliefs[0].id, text("common"));
    QCOMPARE(beliefs[0].all, (Signs{25, 10, 12, false, 3, true}));
    QCOMPARE(beliefs[0].modules.value(text("first")), (Signs{7, 4, 7, false, 1, true}));
    QCOMPARE(beliefs[0].modules.value(text("second")), (Signs{12, 5, 12, false, 1, true}));
    QCOMPARE(beliefs[0].modules.value(text("a")), (Signs{6, 1, 6, false, 1, false}));
    QCOMPARE(beliefs[1].id, text("rare"));
    QCOMPARE(beliefs[1].all, (Signs{12, 1, 12, false, 1, false}));
}

/// Where four answered first, they could be had back from the sum: the first time that may be told counts.
void TestBeliefs::onlyWhatIsTold()
{
    const auto of = [](const std::vector<insight::Spread> &spreads) {
        return insight::beliefsIn(twoBeliefs(), {answered("one", "first", spreads)});
    };
    QVERIFY(of({spread({4, 0, 0, 0, 0})}).empty());
    QCOMPARE(of({spread({4, 0, 0, 0, 0}), spread({1, 1, 4, 0, 0})}).front().all, (Signs{6, 2, 6, false, 1, false}));
}

/// The sum of one question that stands in words, and of others that do not, would be that one's number.
void TestBeliefs::whatASumWouldTell()
{
    QVERIFY((Signs{20, 8, 20, false, 1, true}).givesBack());
    QVERIFY((Signs{40, 3, 20, false, 2, false}).givesBack()); // two and one
    QVERIFY(!(Signs{40, 9, 20, false, 2, true}).givesBack());
    QVERIFY(!(Signs{40, 9, 20, false, 0, false}).givesBack());
}

/// Somebody may have chosen both options that show it.
void TestBeliefs::ofSeveralAtLeast()
{
    course::Course course = twoBeliefs();
    course.modules[0].items[0].single = false;
    insight::Spread room = spread({7, 4, 9, 0, 0});
    room.answered = 10;
    QCOMPARE(insight::beliefsIn(course, {answered("one", "first", {room})}).front().all,
             (Signs{10, 7, 10, true, 0, false}));
}

void TestBeliefs::theMostShownComesFirst()
{
    const auto beliefs = insight::beliefsIn(twoBeliefs(), {answered("two", "second", {spread({1, 1, 1, 4, 0})})});
    QCOMPARE(beliefs.size(), 2U);
    QCOMPARE(beliefs[0].id, text("rare"));
    QCOMPARE(beliefs[1].id, text("common"));
}

void TestBeliefs::nothingAnswered()
{
    QVERIFY(insight::beliefsIn(twoBeliefs(), {}).empty());
    QVERIFY(insight::beliefsIn(twoBeliefs(), {answered("one", "first", {})}).empty());
}

void TestBeliefs::fourBoxes()
{
    const Boxes boxes = insight::boxesOf({{0, 0, 1, 1, 3},
                                          {1, 0, 2, 0, 3},
                                          {2, 0, 1, 1, 2},
                                          {3, 0, 2, 0.5F, 1},
                                          {4, 0, 2, 0, 0},
                                          {5, 0, insight::dontKnow, 0, 0}});
    QCOMPARE(boxes, (Boxes{.sureRight = 1, .sureNot = 1, .unsureRight = 1, .unsureNot = 1}));
    QCOMPARE(boxes.n(), 4);
    QCOMPARE(insight::boxesOf({}).n(), 0);
}

void TestBeliefs::sureAndNotRight()
{
    AnswerSet set = peopleWho({});
    for (int person = 0; person < 12; ++person) {
        set.people.emplace_back();
        set.answers.push_back({person, 0, 1, person < 3 ? 0.0F : 1.0F, 3}); // a quarter
        set.answers.push_back({person, 1, 1, person < 5 ? 0.0F : 1.0F, 3});
        set.answers.push_back({person, 2, 1, person < 9 ? 0.0F : 1.0F, 2}); // nobody is sure
    }
    const auto missed = insight::surelyMissedIn(set);
    QCOMPARE(missed.size(), 2U);
    QCOMPARE(missed[0].item, text("two"));
    QCOMPARE(missed[0].boxes, (Boxes{.sureRight = 7, .sureNot = 5}));
    QCOMPARE(missed[1].item, text("one"));
}

void TestBeliefs::tooFewAreNotNamed()
{
    AnswerSet set = peopleWho({});
    for (int person = 0; person < 4; ++person) {
        set.people.emplace_back();
        set.answers.push_back({person, 0, 1, 0, 3});
    }
    QVERIFY(insight::surelyMissedIn(set).empty());
    set.people.emplace_back();
    set.answers.push_back({4, 0, 1, 1, 3});
    QCOMPARE(insight::surelyMissedIn(set).size(), 1U);
}

TEST_MAIN_GUILESS(TestBeliefs)
#include "tst_beliefs.moc"
