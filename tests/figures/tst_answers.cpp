// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/answers.h"
#include "support/testing.h"

#include <cmath>

using figures::Answers;
using figures::CellForm;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Answers answers(std::vector<int> counts, int dontKnow = 0, bool isSensitive = false)
{
    Answers made;
    made.id = text("who-left");
    made.question = text("What does “12 or more” say?");
    for (const int count : counts)
        made.options.push_back({QStringLiteral("Option %1").arg(made.options.size() + 1), count});
    made.dontKnow = dontKnow;
    made.unanswered = 2;
    made.isSensitive = isSensitive;
    return made;
}

QStringList labelsOf(const Answers &given)
{
    const auto figure = figures::prepareAnswers(given);
    if (!figure)
        return {figure.error().reason.id};
    QStringList labels;
    for (const auto &row : figure->table.rows)
        labels.append(base::render(row[1]));
    return labels;
}

} // namespace

/// A room's answers, by the table of small numbers.
class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallNumbers_data();
    void smallNumbers();
    void choicesAreNoPeople();
    void theOrderIsTheQuestions();
    void nobodysSilenceIsABar();
    void aHiddenCountHasNoLength();
    void wilsonsBounds_data();
    void wilsonsBounds();
};

void TestAnswers::smallNumbers_data()
{
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<int>("dontKnow");
    QTest::addColumn<bool>("isSensitive");
    QTest::addColumn<QStringList>("labels");
    const QString refused = text("refused-few-answers");
    QTest::newRow("nobody") << QList<int>{0, 0} << 0 << false << QStringList(refused);
    QTest::newRow("four") << QList<int>{3, 1} << 0 << false << QStringList(refused);
    QTest::newRow("five") << QList<int>{3, 1} << 1 << false
                          << QStringList({text("three of five"), text("one of five"), text("one of five")});
    QTest::newRow("nineteen") << QList<int>{12, 7} << 0 << false
                              << QStringList({text("12 of 19"), text("7 of 19"), text("0 of 19")});
    QTest::newRow("twenty") << QList<int>{12, 7} << 1 << false
                            << QStringList({text("12 of 20 (60 %)"), text("7 of 20 (35 %)"), text("1 of 20 (5 %)")});
    QTest::newRow("sensitive") << QList<int>{17, 2} << 1 << true
                               << QStringList({text("17 of 20 (85 %)"), text("a few"), text("a few")});
    QTest::newRow("below zero") << QList<int>{9, -1} << 0 << false << QStringList(text("refused-negative"));
}

void TestAnswers::smallNumbers()
{
    QFETCH(const QList<int>, counts);
    QFETCH(const int, dontKnow);
    QFETCH(const bool, isSensitive);
    QFETCH(const QStringList, labels);
    QCOMPARE(labelsOf(answers({counts.begin(), counts.end()}, dontKnow, isSensitive)), labels);
}

/// Where several options may be chosen, people are told of and not choices.
void TestAnswers::choicesAreNoPeople()
{
    figures::Answers several = answers({4, 3, 1}, 0);
    several.people = 4;
    QVERIFY(!figures::prepareAnswers(several)); // eight choices of four people
    several = answers({10, 9, 1}, 0);
    several.people = 10;
    QCOMPARE(labelsOf(several),
             QStringList({text("ten of ten"), text("nine of ten"), text("one of ten"), text("zero of ten")}));
    several.isUncounted = true;
    QCOMPARE(labelsOf(several), QStringList(text("refused-uncounted")));
}

void TestAnswers::theOrderIsTheQuestions()
{
    const auto figure = figures::prepareAnswers(answers({1, 9, 4}, 3));
    QVERIFY(figure);
    QStringList options;
    for (const auto &row : figure->table.rows)
        options.append(base::render(row[0]));
    QCOMPARE(options, QStringList({text("Option 1"), text("Option 2"), text("Option 3"), text("I don’t know")}));
    QCOMPARE(figure->spots.size(), 4U);
    QCOMPARE(base::render(figure->spots[1].name), text("Option 2: 9 of 17."));
}

void TestAnswers::nobodysSilenceIsABar()
{
    const auto figure = figures::prepareAnswers(answers({6, 4}));
    QVERIFY(figure);
    for (const auto &line : std::get<figures::Shelf>(figure->diagram).lines) {
        QCOMPARE(line.cell.form, CellForm::Share);
        QCOMPARE(line.cell.marks(), 10); // of those who answered
        QVERIFY(line.cell.range.has_value());
        QVERIFY(!figures::hasBadge(line.cell));
    }
    QVERIFY(base::render(figure->caveats.front()).contains(text("did not answer: 2")));
}

void TestAnswers::aHiddenCountHasNoLength()
{
    const auto figure = figures::prepareAnswers(answers({17, 2}, 1, true));
    QVERIFY(figure);
    const auto &hidden = std::get<figures::Shelf>(figure->diagram).lines[1].cell;
    QCOMPARE(hidden.form, CellForm::Words);
    QCOMPARE(hidden.marks(), 0);
    QVERIFY(!hidden.range);
}

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I,
// method 3.
void TestAnswers::wilsonsBounds_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
    QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
}

void TestAnswers::wilsonsBounds()
{
    QFETCH(const int, count);
    QFETCH(const int, total);
    QFETCH(const double, low);
    QFETCH(const double, high);
    const figures::ShareRange range = figures::wilson(count, total);
    QVERIFY2(std::abs(range.low - low) <= 5e-5, qUtf8Printable(QString::number(range.low, 'g', 9)));
    QVERIFY2(std::abs(range.high - high) <= 5e-5, qUtf8Printable(QString::number(range.high, 'g', 9)));
}

TEST_MAIN_GUILESS(TestAnswers)

#include "tst_answers.moc"
