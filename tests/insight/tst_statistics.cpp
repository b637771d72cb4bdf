// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/matrixfile.h"
#include "insight/sample.h"
#include "insight/statistics.h"

#include "support/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cmath>

using insight::ItemStatistics;
using insight::Matrix;
using insight::Statistics;
using insight::Unanswered;
using testing::text;

namespace {

constexpr double none = insight::unanswered;

Matrix matrixOf(const std::vector<std::vector<double>> &rows, const std::vector<double> &most = {})
{
    std::vector<insight::Column> items;
    for (std::size_t item = 0; item < (rows.empty() ? most.size() : rows.front().size()); ++item)
        items.push_back({QStringLiteral("item-%1").arg(item + 1), most.empty() ? 1.0 : most[item]});
    Matrix matrix(items);
    for (const std::vector<double> &row : rows)
        matrix.add(row);
    return matrix;
}

/// Which numbers are there, as letters: those of an item, or of the test.
QString definedIn(const ItemStatistics &item)
{
    QString letters;
    letters += item.facility ? u'f' : u'-';
    letters += item.facilityRange ? u'r' : u'-';
    letters += item.sd ? u's' : u'-';
    letters += item.discrimination ? u'd' : u'-';
    letters += item.discriminativeEfficiency ? u'e' : u'-';
    letters += item.effectiveWeight ? u'w' : u'-';
    letters += item.alphaIfDropped ? u'a' : u'-';
    return letters;
}

QString definedIn(const insight::TestStatistics &test)
{
    QString letters;
    letters += test.mean ? u'm' : u'-';
    letters += test.median ? u'M' : u'-';
    letters += test.sd ? u's' : u'-';
    letters += test.skewness ? u'S' : u'-';
    letters += test.kurtosis ? u'K' : u'-';
    letters += test.alpha ? u'a' : u'-';
    letters += test.errorRatio ? u'e' : u'-';
    letters += test.standardError ? u'E' : u'-';
    return letters;
}

bool isClose(const std::optional<double> &ours, double theirs)
{
    return ours && std::abs(*ours - theirs) <= 1e-9;
}

void allAreFinite(const Statistics &statistics)
{
    const auto check = [](const std::optional<double> &value) { QVERIFY(!value || std::isfinite(*value)); };
    for (const ItemStatistics &item : statistics.items) {
        check(item.facility);
        check(item.sd);
        check(item.discrimination);
        check(item.discriminativeEfficiency);
        check(item.effectiveWeight);
        check(item.alphaIfDropped);
    }
    const insight::TestStatistics &test = statistics.test;
    for (const auto &value : {test.mean, test.median, test.sd, test.skewness, test.kurtosis, test.alpha,
                              test.errorRatio, test.standardError})
        check(value);
}

} // namespace

/// What marks say of items and of a test.
class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithR_data();
    void agreesWithR();
    void byHand();
    void marksOfDifferentWorth();
    void whatIsUndefined_data();
    void whatIsUndefined();
    void anItemThatPullsBackHasNoWeight();
    void unansweredIsNotWrong();
    void unansweredAsZero();
    void whoAnsweredOneItemAlone();
    void nothingIsEverNoNumber();
    void theOrderOfPeopleDoesNotMatter();
    void efficiencyIsOfBothInOneOrder();
};

void TestStatistics::agreesWithR_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(testing::sourcePath(text("tests/golden/r-psych")));
    const QStringList files = folder.entryList({text("*.json")}, QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file.chopped(5));
}

/// tests/golden/r-psych, of which tests/oracle/README.md tells how it was made.
void TestStatistics::agreesWithR()
{
    QFETCH(QString, name);
    const auto reading = insight::readMatrix(testing::bytesOf(name + text(".csv")), name);
    QVERIFY(reading.matrix);
    const Statistics ours = insight::analysed(*reading.matrix, Unanswered::Apart);
    const QJsonObject theirs = QJsonDocument::fromJson(testing::bytesOf(name + text(".json"))).object();
    const auto agrees = [](const std::optional<double> &value, const QJsonValue &expected) {
        QVERIFY2(isClose(value, expected.toDouble()),
                 qPrintable(QStringLiteral("%1, R says %2").arg(value.value_or(none)).arg(expected.toDouble())));
    };
    QCOMPARE(ours.people, theirs[text("n")].toInt());
    const QJsonArray items = theirs[text("items")].toArray();
    QCOMPARE(static_cast<qsizetype>(ours.items.size()), items.size());
    for (const ItemStatistics &item : ours.items) {
        const QJsonValue expected = items.at(&item - ours.items.data());
        QCOMPARE(item.name, expected[text("name")].toString());
        agrees(item.facility, expected[text("facility")]);
        QVERIFY(item.facilityRange);
        agrees(item.facilityRange->low, expected[text("facilityLow")]);
        agrees(item.facilityRange->high, expected[text("facilityHigh")]);
        agrees(item.sd, expected[text("sd")]);
        agrees(item.discrimination, expected[text("discrimination")]);
        agrees(item.alphaIfDropped, expected[text("alphaIfDropped")]);
    }
    const QJsonValue test = theirs[text("test")];
    agrees(ours.test.mean, test[text("mean")]);
    agrees(ours.test.median, test[text("median")]);
    agrees(ours.test.sd, test[text("sd")]);
    agrees(ours.test.skewness, test[text("skewness")]);
    agrees(ours.test.kurtosis, test[text("kurtosis")]);
    agrees(ours.test.alpha, test[text("alpha")]);
}

/// Five people at three items, each number worked out on paper. Totals 3, 2, 2, 1, 0: mean 1.6, variance 1.3.
void TestStatistics::byHand()
{
    const Statistics all =
        insight::analysed(matrixOf({{1, 1, 1}, {1, 1, 0}, {1, 0, 1}, {1, 0, 0}, {0, 0, 0}}), Unanswered::Apart);
    const ItemStatistics &second = all.items[1];
    QCOMPARE(second.n, 5);
    QVERIFY(isClose(second.facility, 0.4));
    QVERIFY(isClose(second.sd, std::sqrt(0.3)));
    // Rest 2, 1, 2, 1, 0: mean 1.2, variance 0.7; covariance with 1, 1, 0, 0, 0 is 0.15.
    QVERIFY(isClose(second.discrimination, 0.15 / std::sqrt(0.3 * 0.7)));
    // Sorted both ways, 0 0 0 1 1 with 0 1 1 2 2: covariance 0.4.
    QVERIFY(isClose(second.discriminativeEfficiency, 0.15 / 0.4));
    // With the totals: 0.4 for the first (1 1 1 1 0), 0.45 for the second and the third.
    const double weights = std::sqrt(0.4) + 2 * std::sqrt(0.45);
    QVERIFY(isClose(second.effectiveWeight, std::sqrt(0.45) / weights));
    QVERIFY(isClose(all.items[0].effectiveWeight, std::sqrt(0.4) / weights));
    // Variances 0.2, 0.3, 0.3.
    QVERIFY(isClose(all.test.alpha, 1.5 * (1 - 0.8 / 1.3)));
    QVERIFY(isClose(second.alphaIfDropped, 2 * (1 - 0.5 / 0.7)));
    QVERIFY(isClose(all.test.errorRatio, std::sqrt(1 - 1.5 * (1 - 0.8 / 1.3))));
    QVERIFY(isClose(all.test.standardError, std::sqrt(1 - 1.5 * (1 - 0.8 / 1.3)) * std::sqrt(1.3)));
    QVERIFY(isClose(all.test.mean, 1.6));
    QVERIFY(isClose(all.test.median, 2));
}

/// Facility, spread and r are shares of what an item can earn; the totals are marks.
void TestStatistics::marksOfDifferentWorth()
{
    const Statistics all = insight::analysed(matrixOf({{4, 1}, {2, 1}, {0, 0}}, {4, 1}), Unanswered::Apart);
    QVERIFY(isClose(all.items[0].facility, 0.5));
    QVERIFY(isClose(all.items[0].sd, 0.5));
    QVERIFY(!all.items[0].facilityRange);
    QVERIFY(all.items[1].facilityRange.has_value());
    QVERIFY(isClose(all.test.mean, 8.0 / 3));
    QVERIFY(isClose(all.test.median, 3));
}

void TestStatistics::whatIsUndefined_data()
{
    using Rows = std::vector<std::vector<double>>;
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QString>("firstItem");
    QTest::addColumn<QString>("test");
    QTest::newRow("nobody") << Rows{} << "-------"
                            << "--------";
    QTest::newRow("one person") << Rows{{1, 0, 1}} << "fr-----"
                                << "mM------";
    QTest::newRow("two people") << Rows{{1, 0, 1}, {0, 0, 0}} << "frsdew-"
                                << "mMs-----";
    QTest::newRow("three people") << Rows{{1, 0, 1}, {0, 0, 0}, {1, 1, 1}} << "frsdewa"
                                  << "mMsS-aeE";
    QTest::newRow("four people") << Rows{{1, 0, 1}, {0, 0, 0}, {1, 1, 1}, {1, 0, 0}} << "frsdewa"
                                 << "mMsSKaeE";
    QTest::newRow("all right") << Rows{{1, 1}, {1, 1}, {1, 1}, {1, 1}} << "frs----"
                               << "mMs-----";
    QTest::newRow("all wrong") << Rows{{0, 0}, {0, 0}, {0, 0}, {0, 0}} << "frs----"
                               << "mMs-----";
    QTest::newRow("a constant item") << Rows{{1, 0, 1}, {1, 1, 0}, {1, 1, 1}, {1, 0, 0}} << "frs--wa"
                                     << "mMsSKaeE";
    QTest::newRow("constant parts of marks") << Rows{{0.1, 0}, {0.1, 1}, {0.1, 1}, {0.1, 0}} << "f-s--w-"
                                             << "mMsSKaeE";
    QTest::newRow("totals that are all the same") << Rows{{1, 0}, {0, 1}, {1, 0}, {0, 1}} << "frsde--"
                                                  << "mMs-----";
    QTest::newRow("one item") << Rows{{1}, {0}, {1}, {1}} << "frs--w-"
                              << "mMsSK---";
    QTest::newRow("nobody answered it") << Rows{{none, 1}, {none, 0}, {none, 1}} << "-------"
                                        << "--------";
    QTest::newRow("nobody answered all") << Rows{{none, 1}, {1, none}, {0, none}} << "frs----"
                                         << "--------";
    QTest::newRow("below nothing") << Rows{{-0.5, 1}, {1, 0}, {0, 1}, {1, 1}} << "f-sdew-"
                                   << "mMsSKaeE";
}

void TestStatistics::whatIsUndefined()
{
    using Rows = std::vector<std::vector<double>>;
    QFETCH(Rows, rows);
    QFETCH(QString, firstItem);
    QFETCH(QString, test);
    const Statistics all = insight::analysed(matrixOf(rows, {1, 1, 1}), Unanswered::Apart);
    QCOMPARE(definedIn(all.items.front()), firstItem);
    QCOMPARE(definedIn(all.test), test);
    allAreFinite(all);
}

void TestStatistics::anItemThatPullsBackHasNoWeight()
{
    const Statistics all = insight::analysed(
        matrixOf({{1, 1, 1, 0}, {1, 1, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 0, 1}}), Unanswered::Apart);
    QVERIFY(*all.items[3].discrimination < 0);
    QVERIFY(!all.items[3].effectiveWeight);
    double sum = 0;
    for (const ItemStatistics &item : all.items)
        sum += item.effectiveWeight.value_or(0);
    QVERIFY(isClose(sum, 1.0));
}

void TestStatistics::unansweredIsNotWrong()
{
    const Statistics all =
        insight::analysed(matrixOf({{1, none, 1}, {1, 1, 0}, {none, 0, 0}, {1, 1, 1}, {0, 0, 1}}), Unanswered::Apart);
    QCOMPARE(all.people, 5);
    QCOMPARE(all.test.n, 3);
    QCOMPARE(all.items[0].n, 4);
    QVERIFY(isClose(all.items[0].facility, 0.75));
    // The share of the rest is of what each answered: 1, 1/2, 1, 1/2 beside 1, 1, 1, 0.
    QVERIFY(isClose(all.items[0].discrimination, 1 / std::sqrt(3.0)));
    QVERIFY(isClose(all.test.mean, 2));
}

void TestStatistics::unansweredAsZero()
{
    const Matrix some = matrixOf({{1, none, 1}, {1, 1, 0}, {none, 0, 0}, {1, 1, 1}, {0, 0, 1}});
    const Matrix filled = matrixOf({{1, 0, 1}, {1, 1, 0}, {0, 0, 0}, {1, 1, 1}, {0, 0, 1}});
    QCOMPARE(insight::analysed(some, Unanswered::Zero), insight::analysed(filled, Unanswered::Apart));
}

/// They count for the item, and in no correlation.
void TestStatistics::whoAnsweredOneItemAlone()
{
    const Matrix with = matrixOf({{1, 1}, {1, 0}, {0, 0}, {0, none}});
    const Matrix without = matrixOf({{1, 1}, {1, 0}, {0, 0}});
    const Statistics all = insight::analysed(with, Unanswered::Apart);
    QCOMPARE(all.items[0].n, 4);
    QCOMPARE(all.items[0].discrimination, insight::analysed(without, Unanswered::Apart).items[0].discrimination);
}

void TestStatistics::nothingIsEverNoNumber()
{
    QRandomGenerator random(20);
    for (int round = 0; round < 2000; ++round) {
        const int items = 1 + random.bounded(5);
        std::vector<std::vector<double>> rows(static_cast<std::size_t>(random.bounded(7)));
        for (auto &row : rows) {
            for (int item = 0; item < items; ++item)
                row.push_back(random.bounded(6) == 0 ? none : (random.bounded(5) - 2) / 2.0);
        }
        const std::vector<double> most(static_cast<std::size_t>(items), 1.0);
        const Statistics all = insight::analysed(matrixOf(rows, most), Unanswered::Apart);
        allAreFinite(all);
        for (const ItemStatistics &item : all.items) {
            QVERIFY(std::abs(item.discrimination.value_or(0)) <= 1);
            QVERIFY(item.effectiveWeight.value_or(0) >= 0 && item.effectiveWeight.value_or(0) <= 1 + 1e-12);
        }
    }
}

void TestStatistics::theOrderOfPeopleDoesNotMatter()
{
    QRandomGenerator random(8);
    std::vector<std::vector<double>> rows;
    for (int person = 0; person < 40; ++person)
        rows.push_back({double(random.bounded(2)), double(random.bounded(2)), random.bounded(4) / 3.0});
    const Statistics before = insight::analysed(matrixOf(rows), Unanswered::Apart);
    std::ranges::shuffle(rows, random);
    const Statistics after = insight::analysed(matrixOf(rows), Unanswered::Apart);
    QVERIFY(isClose(after.test.alpha, *before.test.alpha));
    QVERIFY(isClose(after.test.kurtosis, *before.test.kurtosis));
    for (std::size_t item = 0; item < before.items.size(); ++item) {
        QVERIFY(isClose(after.items[item].discrimination, *before.items[item].discrimination));
        QVERIFY(isClose(after.items[item].discriminativeEfficiency, *before.items[item].discriminativeEfficiency));
    }
}

/// Of items with two marks, and with several.
void TestStatistics::efficiencyIsOfBothInOneOrder()
{
    QRandomGenerator random(9);
    std::vector<std::vector<double>> rows;
    for (int person = 0; person < 60; ++person)
        rows.push_back({double(random.bounded(2)), random.bounded(2) / 2.0, random.bounded(4) / 3.0});
    const Statistics all = insight::analysed(matrixOf(rows), Unanswered::Apart);
    for (std::size_t item = 0; item < 3; ++item) {
        insight::Sample marks;
        insight::Sample rests;
        for (const std::vector<double> &row : rows) {
            marks.push_back(row[item]);
            rests.push_back((row[0] + row[1] + row[2] - row[item]) / 2);
        }
        const double found = *insight::covariance(marks, rests);
        std::ranges::sort(marks);
        std::ranges::sort(rests);
        QVERIFY(isClose(all.items[item].discriminativeEfficiency, found / *insight::covariance(marks, rests)));
    }
}

TEST_MAIN_GUILESS(TestStatistics)
#include "tst_statistics.moc"
