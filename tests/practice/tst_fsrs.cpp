// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/fsrs.h"

#include "support/testing.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>

using practice::Grade;
using practice::Memory;
using practice::State;

namespace {

constexpr qint64 msPerSecond = 1000;
constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 aMorning = 1'767'254'400'000; // 1 January 2026, 08:00 UTC

constexpr std::array grades{Grade::Again, Grade::Hard, Grade::Good, Grade::Easy};

State stateNamed(const QByteArray &name)
{
    if (name == "learning")
        return State::Learning;
    return name == "relearning" ? State::Relearning : State::Review;
}

bool isClose(double ours, double theirs)
{
    return std::abs(ours - theirs) <= 1e-4 * std::max(1.0, std::abs(theirs));
}

/// A card after a random life of up to a dozen reviews.
Memory randomCard(QRandomGenerator &random, qint64 &now)
{
    Memory card;
    for (int left = random.bounded(12); left >= 0; --left) {
        card = practice::reviewed(card, grades[static_cast<std::size_t>(random.bounded(4))], now);
        now += random.bounded(3) == 0 ? random.bounded(1200) * msPerSecond : random.bounded(200) * msPerDay;
    }
    return card;
}

} // namespace

class TestFsrs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference();
    void aNewCardIsLearnedInSteps();
    void whatIsForgottenIsLearnedAgain();
    void recallAtItsStabilityIsNineInTen();
    void aBetterGradeNeverShortens();
    void aClockThatWentBackIsTheSameDay();
    void everythingStaysInItsRange();
};

/// tests/golden/ts-fsrs, of which tests/oracle/README.md tells how it was made.
void TestFsrs::agreesWithTheReference()
{
    const QList<QByteArray> lines =
        testing::bytesOf(testing::sourcePath(QStringLiteral("tests/golden/ts-fsrs/histories.tsv"))).split('\n');
    QByteArray history;
    Memory card;
    int histories = 0;
    for (const QByteArray &line : lines.mid(1)) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() < 9)
            continue;
        if (cells[0] != history) {
            history = cells[0];
            card = Memory();
            ++histories;
        }
        card = practice::reviewed(card, static_cast<Grade>(cells[2].toInt()), cells[3].toLongLong() * msPerSecond,
                                  cells[1].toDouble());
        const QByteArray told = line + " -- here " + QByteArray::number(card.stability, 'f', 6) + ' ' +
                                QByteArray::number(card.difficulty, 'f', 6) + ' ' +
                                QByteArray::number(card.due / msPerSecond);
        QVERIFY2(card.state == stateNamed(cells[4]), told.constData());
        QVERIFY2(isClose(card.stability, cells[5].toDouble()), told.constData());
        QVERIFY2(isClose(card.difficulty, cells[6].toDouble()), told.constData());
        QVERIFY2(card.due == cells[7].toLongLong() * msPerSecond, told.constData());
        QVERIFY2(card.intervalDays == cells[8].toInt(), told.constData());
    }
    QCOMPARE(histories, 1000);
}

void TestFsrs::aNewCardIsLearnedInSteps()
{
    Memory card = practice::reviewed({}, Grade::Good, aMorning);
    QCOMPARE(card.state, State::Learning);
    QCOMPARE(card.due, aMorning + 10 * msPerMinute);
    QCOMPARE(card.intervalDays, 0);
    card = practice::reviewed(card, Grade::Good, card.due);
    QCOMPARE(card.state, State::Review);
    QCOMPARE(card.due, card.at + card.intervalDays * msPerDay);
    QCOMPARE(card.intervalDays, 2);
    QCOMPARE(practice::reviewed({}, Grade::Again, aMorning).due, aMorning + msPerMinute);
    QCOMPARE(practice::reviewed({}, Grade::Hard, aMorning).due, aMorning + 6 * msPerMinute);
    QCOMPARE(practice::reviewed({}, Grade::Easy, aMorning).intervalDays, 8);
}

void TestFsrs::whatIsForgottenIsLearnedAgain()
{
    const Memory known = practice::reviewed({}, Grade::Easy, aMorning);
    const Memory forgotten = practice::reviewed(known, Grade::Again, known.due);
    QCOMPARE(forgotten.state, State::Relearning);
    QCOMPARE(forgotten.due, known.due + 10 * msPerMinute);
    QVERIFY(forgotten.stability < known.stability);
    QCOMPARE(practice::reviewed(forgotten, Grade::Hard, forgotten.due).due, forgotten.due + 15 * msPerMinute);
    QCOMPARE(practice::reviewed(forgotten, Grade::Good, forgotten.due).state, State::Review);
}

void TestFsrs::recallAtItsStabilityIsNineInTen()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 1000; ++i) {
        const double stability = std::pow(10.0, random.generateDouble() * 7.0 - 3.0);
        QVERIFY(std::abs(practice::recall(stability, stability) - 0.9) < 1e-9);
        QVERIFY(practice::recall(0.0, stability) == 1.0);
        QVERIFY(practice::recall(stability * 2.0, stability) < 0.9);
        const int interval = practice::intervalFor(stability);
        QCOMPARE(interval, static_cast<int>(std::clamp(std::round(stability), 1.0, 36500.0)));
        QVERIFY(practice::intervalFor(stability, 0.95) <= interval);
        QVERIFY(practice::intervalFor(stability, 0.8) >= interval);
    }
}

void TestFsrs::aBetterGradeNeverShortens()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 2000; ++i) {
        qint64 now = aMorning;
        const Memory card = randomCard(random, now);
        Memory worse = practice::reviewed(card, Grade::Again, now);
        for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
            const Memory better = practice::reviewed(card, grade, now);
            QVERIFY(better.due >= worse.due);
            QVERIFY(better.stability >= worse.stability);
            QVERIFY(better.difficulty <= worse.difficulty);
            worse = better;
        }
    }
}

void TestFsrs::aClockThatWentBackIsTheSameDay()
{
    const Memory card = practice::reviewed({}, Grade::Easy, aMorning);
    const Memory earlier = practice::reviewed(card, Grade::Good, aMorning - 40 * msPerDay);
    const Memory sameDay = practice::reviewed(card, Grade::Good, aMorning);
    QCOMPARE(earlier.stability, sameDay.stability);
    QCOMPARE(earlier.intervalDays, sameDay.intervalDays);
    QCOMPARE(earlier.due, earlier.at + earlier.intervalDays * msPerDay);
}

void TestFsrs::everythingStaysInItsRange()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2000; ++i) {
        qint64 now = aMorning;
        const Memory card = randomCard(random, now);
        QVERIFY(card.stability >= 0.001 && card.stability <= practice::longestInterval);
        QVERIFY(card.difficulty >= 1.0 && card.difficulty <= 10.0);
        QVERIFY(card.intervalDays >= 0 && card.intervalDays <= practice::longestInterval);
        QVERIFY(card.due > card.at);
        QCOMPARE(card.intervalDays == 0, card.state != State::Review);
    }
}

TEST_MAIN_GUILESS(TestFsrs)
#include "tst_fsrs.moc"
