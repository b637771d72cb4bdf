// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/cards.h"

#include "items/gift.h"
#include "practice/sitting.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QJsonObject>

using base::Statement;
using base::Verb;
using practice::Card;
using practice::Grade;
using practice::Today;

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;
constexpr qint64 aMorning = 1'767'254'400'000; // 1 January 2026, 08:00 UTC

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// One module of fourteen questions, q1 to q14, and an essay.
course::Course sampleCourse()
{
    QByteArray gift = "// [id:essay]\nWrite. {}\n\n";
    for (int i = 1; i <= 14; ++i)
        gift += "// [id:q" + QByteArray::number(i) + "]\nQuestion? {=a ~b}\n\n";
    course::Course course;
    course.id = text("sample");
    course.modules.emplace_back();
    course.modules.front().id = text("first");
    course.modules.front().items = items::readGift(gift, {}).items;
    return course;
}

Statement answer(const char *item, double fraction, int sure, qint64 at, int attempt = 1)
{
    Statement statement;
    statement.verb = Verb::Answered;
    statement.object = text("sample/") + text(item);
    statement.at = at;
    statement.result = {
        {text("response"), QJsonArray{text("a")}}, {text("fraction"), fraction}, {text("try"), attempt}};
    if (sure > 0)
        statement.result.insert(text("sure"), sure);
    return statement;
}

Today at(qint64 now)
{
    return practice::todayAt(now, 0);
}

/// The same, in a go of its own.
Statement answerIn(const QUuid &go, const char *item, double fraction, int sure, qint64 at, int attempt = 1)
{
    Statement statement = answer(item, fraction, sure, at, attempt);
    statement.attempt = go;
    return statement;
}

std::vector<Card> cardsOf(const std::vector<Statement> &answered)
{
    practice::Deck deck(sampleCourse());
    for (const Statement &statement : answered)
        deck.take(statement);
    return deck.cards();
}

QStringList itemsOf(const std::vector<Card> &cards)
{
    QStringList ids;
    for (const Card &card : cards)
        ids.append(card.item);
    return ids;
}

} // namespace

class TestCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grades_data();
    void grades();
    void aCardIsWhatWasAnswered();
    void onlyTheFirstTryCounts();
    void aChangedMindCountsOnce();
    void aMindChangedAfterPracticeCountsOnce();
    void everyGoCounts();
    void aDayHasMidnightsOfItsOwn();
    void whatHeldIsNotAskedAgainToday();
    void whatDidNotHoldComesBackWithinMinutes();
    void forecastsDays();
    void tenMinutesFit();
    void sureButWrongComesFirst();
    void sureButWrongIsNotAskedBeforeItIsDue();
    void readsOnWhereTimeIsLeft();
};

void TestCards::grades_data()
{
    QTest::addColumn<double>("fraction");
    QTest::addColumn<int>("sure");
    QTest::addColumn<int>("grade");
    QTest::newRow("holds") << 1.0 << 0 << 3;
    QTest::newRow("holds, a guess") << 1.0 << 1 << 2;
    QTest::newRow("holds, fairly sure") << 1.0 << 2 << 3;
    QTest::newRow("holds, sure") << 1.0 << 3 << 4;
    QTest::newRow("half") << 0.5 << 3 << 2;
    QTest::newRow("less than half") << 0.49 << 0 << 1;
    QTest::newRow("does not hold, sure") << 0.0 << 3 << 1;
}

void TestCards::grades()
{
    QFETCH(const double, fraction);
    QFETCH(const int, sure);
    QFETCH(const int, grade);
    QCOMPARE(static_cast<int>(practice::gradeOf(answer("q1", fraction, sure, 0).result)), grade);
}

void TestCards::aCardIsWhatWasAnswered()
{
    QCOMPARE(cardsOf({}), std::vector<Card>());
    Statement elsewhere = answer("q4", 1.0, 0, aMorning);
    elsewhere.object = text("other/q4");
    Statement skipped = answer("q5", 1.0, 0, aMorning);
    skipped.verb = Verb::Skipped;
    const std::vector<Card> cards =
        cardsOf({answer("q3", 0.0, 3, aMorning), answer("essay", 0.0, 0, aMorning), answer("gone", 1.0, 0, aMorning),
                 answer("q1", 1.0, 0, aMorning), elsewhere, skipped, answer("q1", 1.0, 0, aMorning + 2 * msPerDay)});
    QCOMPARE(itemsOf(cards), (QStringList{text("q1"), text("q3")}));
    QCOMPARE(cards[0].memory,
             practice::reviewed(practice::reviewed({}, Grade::Good, aMorning), Grade::Good, aMorning + 2 * msPerDay));
    QVERIFY(!cards[0].sureButWrong);
    QVERIFY(cards[1].sureButWrong);
}

void TestCards::onlyTheFirstTryCounts()
{
    const QUuid go = QUuid::createUuid();
    const std::vector<Card> cards =
        cardsOf({answerIn(go, "q1", 0.0, 3, aMorning), answerIn(go, "q1", 1.0, 3, aMorning + msPerMinute, 2)});
    QCOMPARE(cards.size(), std::size_t(1));
    QCOMPARE(cards[0].last, Grade::Again);
    QVERIFY(cards[0].sureButWrong);
}

/// Where nothing opens before the end each answer is a first try, and the last of them is the one that was given.
void TestCards::aChangedMindCountsOnce()
{
    const QUuid earlier = QUuid::createUuid();
    const QUuid go = QUuid::createUuid();
    const qint64 later = aMorning + 3 * msPerDay;
    const std::vector<Card> cards =
        cardsOf({answerIn(earlier, "q1", 1.0, 0, aMorning), answerIn(earlier, "q2", 1.0, 0, aMorning),
                 answerIn(go, "q1", 0.0, 3, later), answerIn(go, "q2", 1.0, 0, later + msPerMinute),
                 answerIn(go, "q1", 0.0, 0, later + 2 * msPerMinute), answerIn(go, "q1", 1.0, 0, later + msPerHour),
                 answerIn(go, "q2", 0.0, 3, later + msPerHour)});
    const practice::Memory before = practice::reviewed({}, Grade::Good, aMorning);
    QCOMPARE(cards[0].memory, practice::reviewed(before, Grade::Good, later + msPerHour));
    QCOMPARE(cards[0].last, Grade::Good);
    QVERIFY(!cards[0].sureButWrong);
    QCOMPARE(cards[1].memory, practice::reviewed(before, Grade::Again, later + msPerHour));
    QVERIFY(cards[1].sureButWrong);
}

/// A check that is left open for days, and practice in between: what the check gave first is gone, practice is not.
void TestCards::aMindChangedAfterPracticeCountsOnce()
{
    const QUuid check = QUuid::createUuid();
    const QUuid between = QUuid::createUuid();
    const std::vector<Card> cards =
        cardsOf({answerIn(check, "q1", 0.0, 0, aMorning), answerIn(between, "q1", 1.0, 3, aMorning + msPerDay),
                 answerIn(check, "q1", 1.0, 0, aMorning + 2 * msPerDay)});
    QCOMPARE(cards[0].memory, practice::reviewed(practice::reviewed({}, Grade::Easy, aMorning + msPerDay), Grade::Good,
                                                 aMorning + 2 * msPerDay));
}

/// Two goes on one day are two reviews, and so are answers of no go at all.
void TestCards::everyGoCounts()
{
    const practice::Memory twice =
        practice::reviewed(practice::reviewed({}, Grade::Again, aMorning), Grade::Good, aMorning + msPerHour);
    QCOMPARE(cardsOf({answerIn(QUuid::createUuid(), "q1", 0.0, 0, aMorning),
                      answerIn(QUuid::createUuid(), "q1", 1.0, 0, aMorning + msPerHour)})[0]
                 .memory,
             twice);
    QCOMPARE(cardsOf({answer("q1", 0.0, 0, aMorning), answer("q1", 1.0, 0, aMorning + msPerHour)})[0].memory, twice);
}

void TestCards::aDayHasMidnightsOfItsOwn()
{
    QCOMPARE(practice::todayAt(aMorning, 0).start, aMorning - 8 * msPerHour);
    QCOMPARE(practice::todayAt(aMorning, 0).end, aMorning + 16 * msPerHour);
    // In Phnom Penh it is 15:00 then, in Los Angeles midnight.
    QCOMPARE(practice::todayAt(aMorning, 7 * 60).start, aMorning - 15 * msPerHour);
    QCOMPARE(practice::todayAt(aMorning, -8 * 60).start, aMorning);
}

void TestCards::whatHeldIsNotAskedAgainToday()
{
    const std::vector<Card> cards = cardsOf({answer("q1", 1.0, 0, aMorning)});
    QVERIFY(!practice::isDue(cards[0], at(aMorning)));
    QVERIFY(!practice::isDue(cards[0], at(aMorning + 15 * msPerHour)));
    QVERIFY(practice::isDue(cards[0], at(aMorning + 16 * msPerHour)));
    QCOMPARE(practice::daysUntilDue(cards[0], at(aMorning)), 1);
}

void TestCards::whatDidNotHoldComesBackWithinMinutes()
{
    const std::vector<Card> cards = cardsOf({answer("q1", 0.0, 0, aMorning)});
    QVERIFY(!practice::isDue(cards[0], at(aMorning)));
    QVERIFY(practice::isDue(cards[0], at(aMorning + msPerMinute)));
    QCOMPARE(practice::daysUntilDue(cards[0], at(aMorning)), 0);
}

void TestCards::forecastsDays()
{
    const std::vector<Card> cards = cardsOf({answer("q1", 0.0, 0, aMorning), answer("q2", 1.0, 0, aMorning),
                                             answer("q3", 1.0, 3, aMorning)}); // easy: 8 days
    QCOMPARE(practice::forecast(cards, at(aMorning + msPerHour), 10), (std::vector<int>{1, 1, 0, 0, 0, 0, 0, 0, 1, 0}));
    QCOMPARE(practice::forecast(cards, at(aMorning + msPerHour), 3), (std::vector<int>{1, 1, 0}));
    // Whoever comes back after a month finds all of it due, once.
    QCOMPARE(practice::forecast(cards, at(aMorning + 30 * msPerDay), 3), (std::vector<int>{3, 0, 0}));
}

void TestCards::tenMinutesFit()
{
    std::vector<Statement> answered;
    for (int i = 1; i <= 14; ++i)
        answered.push_back(answer(QByteArray("q" + QByteArray::number(i)).constData(), 0.0, 0, aMorning));
    const std::vector<Card> cards = cardsOf(answered);
    const Today later = at(aMorning + msPerHour);
    const practice::Sitting ten = practice::sittingOf(cards, later, 10);
    QCOMPARE(ten.items.size(), 10);
    QCOMPARE(ten.minutes, 10);
    QCOMPARE(ten.dueAfterwards, 4);
    QCOMPARE(practice::everythingDue(cards, later).items.size(), 14);
    QCOMPARE(practice::everythingDue(cards, later).dueAfterwards, 0);
    QCOMPARE(practice::sittingOf({}, later, 10), practice::Sitting());
}

void TestCards::sureButWrongComesFirst()
{
    const std::vector<Card> cards =
        cardsOf({answer("q1", 1.0, 0, aMorning - 9 * msPerDay), answer("q2", 0.0, 3, aMorning),
                 answer("q3", 0.0, 0, aMorning - 90 * msPerDay), answer("q4", 1.0, 3, aMorning)});
    const QStringList expected{text("q2"), text("q3"), text("q1")};
    const Today later = at(aMorning + msPerMinute);
    QCOMPARE(practice::sittingOf(cards, later, 10).items, expected);
    QCOMPARE(practice::sittingOf(cards, later, 2).items, expected.mid(0, 2));
}

/// What was just answered has its own time, however sure somebody was: a sitting comes to an end.
void TestCards::sureButWrongIsNotAskedBeforeItIsDue()
{
    std::vector<Statement> answered{answer("q1", 0.0, 3, aMorning), answer("q2", 1.0, 0, aMorning - 9 * msPerDay)};
    QCOMPARE(practice::sittingOf(cardsOf(answered), at(aMorning), 10).items, QStringList{text("q2")});
    answered.push_back(answer("q2", 0.0, 3, aMorning));
    QCOMPARE(practice::sittingOf(cardsOf(answered), at(aMorning), 10), practice::Sitting());
    QCOMPARE(practice::everythingDue(cardsOf(answered), at(aMorning)), practice::Sitting());
    QCOMPARE(practice::sittingOf(cardsOf(answered), at(aMorning + 10 * msPerMinute), 10).items.size(), 2);
    // It is never lost: the next day it comes first.
    QCOMPARE(practice::sittingOf(cardsOf(answered), at(aMorning + msPerDay), 1).items.size(), 1);
}

void TestCards::readsOnWhereTimeIsLeft()
{
    course::Section section;
    section.id = text("next");
    const int minutes = course::selfMinutes(section);
    QCOMPARE(minutes, 1);
    const std::vector<Card> cards = cardsOf({answer("q1", 0.0, 0, aMorning)});
    const Today later = at(aMorning + msPerHour);
    QCOMPARE(practice::sittingOf(cards, later, 2, &section).readOn, text("next"));
    QCOMPARE(practice::sittingOf(cards, later, 2, &section).minutes, 2);
    QCOMPARE(practice::sittingOf(cards, later, 1, &section).readOn, QString());
    QCOMPARE(practice::sittingOf(cards, later, 0, &section).readOn, QString());
}

TEST_MAIN_GUILESS(TestCards)
#include "tst_cards.moc"
