// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/readability.h"
#include "support/testing.h"

#include <QRegularExpression>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

class TestReadability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void sentences_data();
    void sentences();
    void words();
    void syllables_data();
    void syllables();
    void grade();
};

void TestReadability::sentences_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *whole, std::initializer_list<const char *> parts) {
        QStringList expected;
        for (const char *part : parts)
            expected.append(text(part));
        QTest::newRow(name) << text(whole) << expected;
    };
    row("none", "", {});
    row("one without a sign", "Just this", {"Just this"});
    row("two", "She asked. He waited!", {"She asked.", "He waited!"});
    row("a mark behind the full stop", "“She asked.” He waited.", {"“She asked.”", "He waited."});
    row("a bracket behind the full stop", "(She asked.) He waited.", {"(She asked.)", "He waited."});
    row("a decimal number", "It fell to 2.2 per cent. Who says so?", {"It fell to 2.2 per cent.", "Who says so?"});
    row("a small letter behind", "“Why?” she asked.", {"“Why?” she asked."});
    row("lines", "One\nTwo", {"One", "Two"});
}

void TestReadability::sentences()
{
    QFETCH(const QString, whole);
    QFETCH(const QStringList, expected);
    QCOMPARE(course::sentencesOf(whole), expected);
}

void TestReadability::words()
{
    QCOMPARE(course::wordsOf(text("“At least” 12 of the essay’s well-known cases…")),
             QStringList({text("At"), text("least"), text("12"), text("of"), text("the"), text("essay’s"),
                          text("well-known"), text("cases")}));
}

void TestReadability::syllables_data()
{
    QTest::addColumn<int>("count");
    const std::pair<const char *, int> known[] = {
        {"raid", 1},  {"shelter", 2}, {"police", 2}, {"made", 1},        {"asked", 1},       {"wanted", 2},
        {"table", 2}, {"the", 1},     {"people", 2}, {"investigate", 4}, {"prosecution", 4}, {"12", 1},
    };
    for (const auto &[word, count] : known)
        QTest::newRow(word) << count;
}

void TestReadability::syllables()
{
    QFETCH(const int, count);
    QCOMPARE(course::syllablesOf(text(QTest::currentDataTag())), count);
}

/// By hand: 10 words and 12 syllables in 2 sentences.
void TestReadability::grade()
{
    const double expected = 0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59;
    QCOMPARE(course::readingGrade({text("She asked for a bed."), text("The shelter had only one.")}), expected);
    QCOMPARE(course::readingGrade({}), 0.0);
    QCOMPARE(course::readingGrade({text("…")}), 0.0);
}

TEST_MAIN_GUILESS(TestReadability)

#include "tst_readability.moc"
