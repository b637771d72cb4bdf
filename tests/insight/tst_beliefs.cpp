// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/beliefs.h"
#include "insight/certainty.h"

#include "support/testing.h"

using insight::AnswerSet;
using insight::Belief;
using insight::Boxes;
using insight::optionBit;
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

} // namespace

/// Which beliefs a room holds, and how surely.
class TestBeliefs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countedByPeopleAndAnswers();
    void handsAreNobodys();
    void theMostShownComesFirst();
    void nothingAnswered();
    void fourBoxes();
    void sureAndNotRight();
    void tooFewAreNotNamed();
};

void TestBeliefs::countedByPeopleAndAnswers()
{
    // The first shows it twice, the second once and not once, the third says that they do not know.
    const AnswerSet set = peopleWho({{0, 0, optionBit(0)},
                                     {0, 1, optionBit(0)},
                                     {1, 0, optionBit(1)},
                                     {1, 2, optionBit(0)},
                                     {2, 0, insight::dontKnow}});
    const Belief common = insight::beliefsIn(twoBeliefs(), set, {}).front();
    QCOMPARE(common.id, text("common"));
    QCOMPARE(common.all, (insight::Signs{5, 3, 3}));
    QCOMPARE(common.modules.value(text("first")), (insight::Signs{3, 2, 3}));
    QCOMPARE(common.modules.value(text("second")), (insight::Signs{1, 1, 1}));
    QCOMPARE(common.modules.value(text("a")), (insight::Signs{1, 0, 1}));
    QCOMPARE(common.people, 3);
    QCOMPARE(common.holders, 2);
}

void TestBeliefs::handsAreNobodys()
{
    const insight::Tally tally{text("one"), {{text("a"), 4}, {text("b"), 2}, {text("c"), 5}, {text("?"), 1}}};
    const auto beliefs = insight::beliefsIn(twoBeliefs(), {}, {tally});
    QCOMPARE(beliefs.size(), 1U);
    QCOMPARE(beliefs[0].all, (insight::Signs{12, 6, 12}));
    QCOMPARE(beliefs[0].people, 0);
    QCOMPARE(beliefs[0].holders, 0);
}

void TestBeliefs::theMostShownComesFirst()
{
    const AnswerSet set = peopleWho({{0, 1, optionBit(3)}, {1, 1, optionBit(3)}, {2, 1, optionBit(0)}});
    const auto beliefs = insight::beliefsIn(twoBeliefs(), set, {});
    QCOMPARE(beliefs.size(), 2U);
    QCOMPARE(beliefs[0].id, text("rare"));
    QCOMPARE(beliefs[1].id, text("common"));
}

void TestBeliefs::nothingAnswered()
{
    QVERIFY(insight::beliefsIn(twoBeliefs(), {}, {}).empty());
    QVERIFY(insight::beliefsIn(twoBeliefs(), {}, {{text("one"), {}}}).empty());
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
