// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/change.h"

#include "support/testing.h"

#include <cmath>

using insight::Matched;

/// What people answered before and after.
class TestChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newcombesTable_data();
    void newcombesTable();
    void theIntervalHoldsWhatIsSeen();
    void theOtherWayRoundIsItsMirror();
    void midP_data();
    void midP();
    void nobodyIsNoNumber();
};

/// Worked out again from the definitions, Wilson's bounds as roots of their equation. Published to four digits: the
/// first in Altman and others, "Statistics with confidence", 2000; the second in Newcombe's own paper; the third in
/// Fagerland, Lydersen and Laake, "Recommended tests and confidence intervals for paired binomial proportions", 2014.
void TestChange::newcombesTable_data()
{
    QTest::addColumn<Matched>("matched");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("14, 5, 0, 22") << Matched{14, 5, 0, 22} << -0.2264926844 << -0.0114832414;
    QTest::newRow("36, 12, 2, 0") << Matched{36, 12, 2, 0} << -0.3404276030 << -0.0569295840;
    QTest::newRow("1, 1, 7, 12") << Matched{1, 1, 7, 12} << 0.0255591242 << 0.5069202267;
    QTest::newRow("21 matched") << Matched{6, 2, 9, 4} << 0.0334311157 << 0.5610629853;
    QTest::newRow("everybody right both times") << Matched{10, 0, 0, 0} << -0.2775327999 << 0.2775327999;
    QTest::newRow("everybody gained") << Matched{0, 0, 10, 0} << 0.6075093504 << 1.0;
    QTest::newRow("everybody lost") << Matched{0, 10, 0, 0} << -1.0 << -0.6075093504;
    QTest::newRow("nobody right ever") << Matched{0, 0, 0, 5} << -0.4344824648 << 0.4344824648;
    QTest::newRow("alike") << Matched{3, 3, 3, 3} << -0.3482054039 << 0.3482054039;
    QTest::newRow("most stay") << Matched{20, 3, 3, 20} << -0.1082985950 << 0.1082985950;
}

void TestChange::newcombesTable()
{
    QFETCH(Matched, matched);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto difference = insight::differenceOf(matched);
    QVERIFY(difference);
    QVERIFY(std::abs(difference->value - double(matched.gained - matched.lost) / matched.n()) < 1e-12);
    QVERIFY2(std::abs(difference->low - low) < 1e-9, qPrintable(QString::number(difference->low, 'g', 12)));
    QVERIFY2(std::abs(difference->high - high) < 1e-9, qPrintable(QString::number(difference->high, 'g', 12)));
}

void TestChange::theIntervalHoldsWhatIsSeen()
{
    for (int both = 0; both <= 6; ++both) {
        for (int lost = 0; lost <= 6; ++lost) {
            for (int gained = 0; gained <= 6; ++gained) {
                const auto difference = insight::differenceOf({both, lost, gained, 2});
                QVERIFY(difference->low <= difference->value && difference->value <= difference->high);
                QVERIFY(difference->low >= -1 && difference->high <= 1);
            }
        }
    }
}

void TestChange::theOtherWayRoundIsItsMirror()
{
    const auto there = insight::differenceOf({6, 2, 9, 4});
    const auto back = insight::differenceOf({6, 9, 2, 4});
    QVERIFY(std::abs(there->low + back->high) < 1e-12);
    QVERIFY(std::abs(there->high + back->low) < 1e-12);
    QCOMPARE(insight::midP({6, 2, 9, 4}), insight::midP({6, 9, 2, 4}));
}

void TestChange::midP_data()
{
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("gained");
    QTest::addColumn<double>("p");
    // Sums of coin tosses in whole numbers: 2 and 9 are 2 (1 + 11) + 55 of 2048.
    QTest::newRow("2 and 9") << 2 << 9 << 79.0 / 2048;
    QTest::newRow("1 and 7, as published") << 1 << 7 << 0.0390625;
    QTest::newRow("one alone") << 0 << 1 << 0.5;
    QTest::newRow("as many") << 3 << 3 << 0.84375;
    QTest::newRow("5 and none") << 5 << 0 << 0.03125;
    QTest::newRow("hundreds") << 1000 << 1100 << 0.029110633685909038;
}

void TestChange::midP()
{
    QFETCH(int, lost);
    QFETCH(int, gained);
    QFETCH(double, p);
    QVERIFY(std::abs(*insight::midP({4, lost, gained, 4}) - p) < 1e-10);
}

void TestChange::nobodyIsNoNumber()
{
    QVERIFY(!insight::differenceOf({}));
    QVERIFY(!insight::midP({}));
    QVERIFY(!insight::midP({5, 0, 0, 2}));
}

TEST_MAIN_GUILESS(TestChange)
#include "tst_change.moc"
