// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pairing.h"

#include "support/testing.h"

#include <cmath>

using insight::Answer;
using insight::AnswerSet;
using insight::Gain;
using insight::Pairing;
using testing::text;
using workshop::When;

namespace {

items::Item itemOf(const char *id, const char *pair)
{
    items::Item item;
    item.id = text(id);
    item.tags = {text("pair:") + text(pair)};
    return item;
}

/// Two forms of two questions.
std::vector<course::Form> forms()
{
    return {{text("a"), {itemOf("a-1", "one"), itemOf("a-2", "two")}},
            {text("b"), {itemOf("b-1", "one"), itemOf("b-2", "two")}}};
}

/// Papers with what is on them: for each question 1 right, 0 not, - left out.
class Papers
{
public:
    void add(When when, const char *form, const char *code, const char *marks)
    {
        const auto person = static_cast<int>(set.people.size());
        set.people.push_back({.form = text(form), .when = when, .code = text(code)});
        const int first = form[0] == 'a' ? 0 : 2;
        for (int pair = 0; pair < 2; ++pair) {
            if (marks[pair] != '-')
                set.answers.push_back({person, first + pair, 1, marks[pair] == '1' ? 1.0F : 0.0F, 0});
        }
    }

    [[nodiscard]] Pairing paired() const { return insight::paired(forms(), set, When::Before, When::After); }

    AnswerSet set{{text("a-1"), text("a-2"), text("b-1"), text("b-2")}, {}, {}, {}};
};

/// Somebody whose first question went from `marks[0]` to `marks[1]`, and whose second stayed right.
void addCouple(Papers &papers, int number, const char *marks, const char *codeAfter = nullptr)
{
    const QByteArray code = "P" + QByteArray::number(number);
    const bool isCrossed = number % 2 != 0;
    const char before[3] = {marks[0], '1', '\0'};
    const char after[3] = {marks[1], '1', '\0'};
    papers.add(When::Before, isCrossed ? "b" : "a", code.constData(), before);
    papers.add(When::After, isCrossed ? "a" : "b", codeAfter != nullptr ? codeAfter : code.constData(), after);
}

bool isClose(double ours, double theirs)
{
    return std::abs(ours - theirs) < 1e-9;
}

} // namespace

/// Before and after, paired by code.
class TestPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twentyFourPeople();
    void theSameCodeInTwoWorkshops();
    void codesThatTwoPeopleMadeUp();
    void whatIsLeftOut();
    void gainOfEach_data();
    void gainOfEach();
    void nobody();
    void otherTimesAreNobodysBusiness();
};

/// Two strangers who made up the same code, each in a workshop of their own.
void TestPairing::theSameCodeInTwoWorkshops()
{
    const QUuid first = QUuid::createUuid();
    const QUuid second = QUuid::createUuid();
    Papers papers;
    const auto add = [&papers](When when, const QUuid &session) {
        papers.add(when, when == When::Before ? "a" : "b", "M12", "11");
        papers.set.people.back().session = session;
    };
    for (const QUuid &session : {first, second}) {
        add(When::Before, session);
        add(When::After, session);
    }
    QCOMPARE(papers.paired().matched, 2);
    QCOMPARE(papers.paired().ambiguous, 0);
    // Without a workshop it could be either's.
    add(When::Before, QUuid::createUuid());
    add(When::After, QUuid());
    QCOMPARE(papers.paired().matched, 3);
    add(When::Before, QUuid::createUuid());
    QCOMPARE(papers.paired().matched, 2);
    QCOMPARE(papers.paired().ambiguous, 3);
}

/// Forms crossed, three codes forgotten: one left blank, two written otherwise. Of the first question 6 had it both
/// times, 2 only before, 9 only after, 4 never: 8 of 21 before, 15 of 21 after.
void TestPairing::twentyFourPeople()
{
    Papers papers;
    int number = 0;
    for (const auto &[marks, times] :
         {std::pair("11", 6), std::pair("10", 2), std::pair("01", 9), std::pair("00", 4)}) {
        for (int time = 0; time < times; ++time)
            addCouple(papers, number++, marks);
    }
    addCouple(papers, number++, "01", "");
    addCouple(papers, number++, "01", "OTHER");
    addCouple(papers, number++, "01", "P99");
    const Pairing pairing = papers.paired();
    QCOMPARE(pairing.before, 24);
    QCOMPARE(pairing.after, 24);
    QCOMPARE(pairing.matched, 21);
    QCOMPARE(pairing.unmatchedBefore, 3);
    QCOMPARE(pairing.unmatchedAfter, 2);
    QCOMPARE(pairing.withoutCode, 1);
    QCOMPARE(pairing.ambiguous, 0);
    const insight::PairChange &first = pairing.pairs[0];
    QCOMPARE(first.pair, text("one"));
    QCOMPARE(first.matched, (insight::Matched{6, 2, 9, 4}));
    // (15 - 8) / 21; Newcombe's bounds as in tst_change; 2 (1 + 11) + 55 of 2 to the 11th.
    QVERIFY(isClose(first.difference->value, 7.0 / 21));
    QVERIFY(std::abs(first.difference->low - 0.0334311157) < 1e-9);
    QVERIFY(std::abs(first.difference->high - 0.5610629853) < 1e-9);
    QVERIFY(isClose(*first.midP, 79.0 / 2048));
    QCOMPARE(pairing.pairs[1].matched, (insight::Matched{21, 0, 0, 0}));
    QVERIFY(!pairing.pairs[1].midP);
    // Means of 2: (8 + 21) / 21 and (15 + 21) / 21. Of what was left to gain, 13 / 21, they gained 7 / 21.
    const Gain &gain = pairing.gain;
    QVERIFY(gain.mayBeShown());
    QCOMPARE(gain.n, 21);
    QCOMPARE(gain.most, 2);
    QVERIFY(isClose(gain.before, 29.0 / 21));
    QVERIFY(isClose(gain.after, 36.0 / 21));
    QVERIFY(isClose(*gain.ofGroup, 7.0 / 13));
    // Thirteen had one of two before: nine gained all of the rest, four nothing.
    QCOMPARE(gain.ofEachN, 13);
    QVERIFY(isClose(*gain.ofEach, 9.0 / 13));
    // Six had both, both times, and are out; two lost half of what they had.
    QCOMPARE(gain.changeN, 15);
    QVERIFY(isClose(*gain.change, (9 - 2 * 0.5) / 15));
}

void TestPairing::codesThatTwoPeopleMadeUp()
{
    Papers papers;
    papers.add(When::Before, "a", "X", "11");
    papers.add(When::Before, "b", "X", "11");
    papers.add(When::After, "b", "X", "11");
    papers.add(When::After, "a", "Y", "11");
    papers.add(When::After, "b", "Y", "11");
    const Pairing pairing = papers.paired();
    QCOMPARE(pairing.matched, 0);
    QCOMPARE(pairing.ambiguous, 5);
    QCOMPARE(pairing.unmatchedBefore + pairing.unmatchedAfter, 0);
}

void TestPairing::whatIsLeftOut()
{
    Papers papers;
    papers.add(When::Before, "a", "X", "1-");
    papers.add(When::After, "b", "X", "10");
    papers.add(When::Before, "a", "Y", "00");
    papers.add(When::After, "b", "Y", "11");
    const Pairing pairing = papers.paired();
    QCOMPARE(pairing.matched, 2);
    QCOMPARE(pairing.incomplete, 1);
    QCOMPARE(pairing.pairs[0].matched, (insight::Matched{1, 0, 1, 0}));
    QCOMPARE(pairing.pairs[1].matched, (insight::Matched{0, 0, 1, 0}));
    QCOMPARE(pairing.pairs[1].unanswered, 1);
    QCOMPARE(pairing.gain.n, 1);
    QVERIFY(!pairing.gain.mayBeShown());
}

void TestPairing::gainOfEach_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<double>("ofGroup");
    QTest::addColumn<double>("ofEach");
    QTest::addColumn<double>("change");
    constexpr double none = -9;
    QTest::newRow("all of it gained") << QByteArray("00") << QByteArray("11") << 1.0 << 1.0 << 1.0;
    QTest::newRow("half of the rest lost") << QByteArray("10") << QByteArray("00") << -1.0 << -1.0 << -1.0;
    QTest::newRow("nothing, twice") << QByteArray("00") << QByteArray("00") << 0.0 << 0.0 << none;
    QTest::newRow("all, twice") << QByteArray("11") << QByteArray("11") << none << none << none;
    QTest::newRow("half, twice") << QByteArray("10") << QByteArray("01") << 0.0 << 0.0 << 0.0;
    QTest::newRow("all, then half") << QByteArray("11") << QByteArray("10") << none << none << -0.5;
}

void TestPairing::gainOfEach()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(double, ofGroup);
    QFETCH(double, ofEach);
    QFETCH(double, change);
    Papers papers;
    papers.add(When::Before, "a", "X", before.constData());
    papers.add(When::After, "b", "X", after.constData());
    const Gain gain = papers.paired().gain;
    QVERIFY(isClose(gain.ofGroup.value_or(-9), ofGroup));
    QVERIFY(isClose(gain.ofEach.value_or(-9), ofEach));
    QVERIFY(isClose(gain.change.value_or(-9), change));
}

void TestPairing::nobody()
{
    const Pairing pairing = insight::paired(forms(), {}, When::Before, When::After);
    QCOMPARE(pairing.matched, 0);
    QCOMPARE(pairing.pairs.size(), 2U);
    QVERIFY(!pairing.pairs[0].difference && !pairing.pairs[0].midP);
    QVERIFY(!pairing.gain.ofGroup && !pairing.gain.ofEach && !pairing.gain.change);
    QVERIFY(insight::paired({}, {}, When::Before, When::After).pairs.empty());
}

void TestPairing::otherTimesAreNobodysBusiness()
{
    Papers papers;
    addCouple(papers, 1, "01");
    papers.add(When::Alone, "a", "P1", "11");
    QCOMPARE(papers.paired().matched, 1);
    QCOMPARE(papers.paired().before, 1);
}

TEST_MAIN_GUILESS(TestPairing)
#include "tst_pairing.moc"
