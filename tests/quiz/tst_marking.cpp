// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/marking.h"

#include "items/gift.h"
#include "support/testing.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using items::Item;
using items::ItemType;
using quiz::Mark;
using quiz::Response;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Item itemOf(const QByteArray &gift)
{
    const items::GiftReading reading = items::readGift(gift, {});
    if (reading.items.size() != 1)
        qFatal("no question: %s", gift.constData());
    return reading.items.front();
}

/// A response as its parts between bars; empty for none at all.
Response responseOf(const char *parts)
{
    return *parts == '\0' ? Response() : text(parts).split(u'|');
}

constexpr auto single = "Q {=right ~wrong ~%50%half ~%-50%bad}";
constexpr auto several = "Q {~%50%one ~%50%two ~%-100%three ~four}";
constexpr auto thirds = "Q {~%33.33333%one ~%33.33333%two ~%33.33333%three ~%-33.33333%four}";
constexpr auto gap = "Q {=right ~wrong}.";
constexpr auto isTrue = "Q {T}";
constexpr auto isFalse = "Q {F}";
constexpr auto pairs = "Q {=one -> 1 =two -> 2 =three -> 1 = -> 4}";
constexpr auto number = "Q {#=37:2#near =%50%37:5#not far ~#far}";
constexpr auto plainNumber = "Q {#12}";
constexpr auto tenths = "Q {#3:0.1}";
constexpr auto range = "Q {#1..5}";
constexpr auto words = "Q {=new york =%50%york =%25%*old* =\xC3\x89t\xC3\xA9}";
constexpr auto anyWords = "Q {=right =%0%*}";
constexpr auto asterisk = "Q {=2 \\\\* 3 =%50%2 * 4}";

} // namespace

class TestMarking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void marks_data();
    void marks();
    void dontKnow_data();
    void dontKnow();
    void complete_data();
    void complete();
    void whatIsMarked();
    void rightOptions_data();
    void rightOptions();
    void matchChoices();
    void fractionsStayWithinTheMark();
};

void TestMarking::marks_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<Response>("response");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<QList<int>>("told");
    const auto row = [](const char *gift, const char *response, double fraction, const QList<int> &told = {}) {
        QTest::addRow("%s <- %s", gift, response) << QByteArray(gift) << responseOf(response) << fraction << told;
    };
    row(single, "a", 1.0, {0});
    row(single, "b", 0.0, {1});
    row(single, "c", 0.5, {2});
    row(single, "d", 0.0, {3});
    row(single, "e", 0.0);
    row(single, "A", 0.0);
    row(single, "", 0.0);
    // No form of ours lets anyone choose two: a journal from elsewhere does not earn more by it.
    row(single, "b|a", 0.0, {1});

    row(several, "a|b", 1.0, {0, 1});
    row(several, "b|a", 1.0, {1, 0});
    row(several, "a", 0.5, {0});
    row(several, "a|a", 0.5, {0});
    row(several, "a|d", 0.5, {0, 3});
    row(several, "a|b|c", 0.0, {0, 1, 2});
    row(several, "c", 0.0, {2});
    row(several, "a|z|b", 1.0, {0, 1});
    row(thirds, "a|b|c", 1.0, {0, 1, 2});
    row(thirds, "a|b|d", 0.3333333, {0, 1, 3});

    row(gap, "a", 1.0, {0});
    row(gap, "b", 0.0, {1});
    row(isTrue, "a", 1.0, {0});
    row(isTrue, "b", 0.0, {1});
    row(isFalse, "a", 0.0, {0});
    row(isFalse, "b", 1.0, {1});

    row(pairs, "1|2|1|", 1.0);
    row(pairs, "1|2|4|", 2.0 / 3);
    row(pairs, "2|1|4|", 0.0);
    row(pairs, "1||", 1.0 / 3);
    row(pairs, "1", 1.0 / 3);
    row(pairs, "", 0.0);
    row(pairs, "1|2|1|4", 1.0);

    row(number, "37", 1.0, {0});
    row(number, "35", 1.0, {0});
    row(number, "39", 1.0, {0});
    row(number, "39.0", 1.0, {0});
    row(number, " 39 ", 1.0, {0});
    row(number, "3.9e1", 1.0, {0});
    row(number, "39.001", 0.5, {1});
    row(number, "34.999", 0.5, {1});
    row(number, "32", 0.5, {1});
    row(number, "42", 0.5, {1});
    row(number, "42.001", 0.0, {2});
    row(number, "-37", 0.0, {2});
    row(number, "37,0", 0.0);
    row(number, "thirty-seven", 0.0);
    row(number, "nan", 0.0);
    row(number, "inf", 0.0);
    row(plainNumber, "12", 1.0, {0});
    row(plainNumber, "12.0001", 0.0);
    row(tenths, "3.1", 1.0, {0});
    row(tenths, "2.9", 1.0, {0});
    row(tenths, "3.1001", 0.0);
    row(range, "1", 1.0, {0});
    row(range, "5", 1.0, {0});
    row(range, "0.999", 0.0);
    row(range, "5.001", 0.0);

    row(words, "new york", 1.0, {0});
    row(words, "New YORK", 1.0, {0});
    row(words, "  new   york ", 1.0, {0});
    row(words, "newyork", 0.0);
    row(words, "york", 0.5, {1});
    row(words, "yorkshire", 0.0);
    row(words, "an old one", 0.25, {2});
    row(words, "old", 0.25, {2});
    row(words, "\xC3\xA9t\xC3\x89", 1.0, {3});
    row(words, "e\xCC\x81te\xCC\x81", 1.0, {3});
    row(words, "ete", 0.0);
    row(words, "", 0.0);
    row(anyWords, "RIGHT", 1.0, {0});
    row(anyWords, "anything", 0.0, {1});
    row(asterisk, "2 * 3", 1.0, {0});
    row(asterisk, "2 x 3", 0.0);
    row(asterisk, "2 x 4", 0.5, {1});
    row("Q {=a.b =c+}", "axb", 0.0);
    row("Q {=a.b =c+}", "a.b", 1.0, {0});
    row("Q {=a.b =c+}", "C+", 1.0, {1});

    row("Q {}", "", 0.0);
    row("Q {}", "some words", 0.0);
    row("Q", "", 0.0);
}

void TestMarking::marks()
{
    QFETCH(const QByteArray, gift);
    QFETCH(const Response, response);
    QFETCH(const double, fraction);
    QFETCH(const QList<int>, told);
    const Mark mark = quiz::mark(itemOf(gift), response);
    QVERIFY2(std::abs(mark.fraction - fraction) < 1e-6, qPrintable(QString::number(mark.fraction)));
    QCOMPARE(QList<int>(mark.optionsToTell.begin(), mark.optionsToTell.end()), told);
}

void TestMarking::dontKnow_data()
{
    QTest::addColumn<QByteArray>("gift");
    for (const char *gift : {single, several, gap, isTrue, pairs, number, words, anyWords, "Q {=? ~b}", "Q {=?}"})
        QTest::newRow(gift) << QByteArray(gift);
}

/// An honest answer earns nothing, costs nothing and is told no option's feedback; not even `*` catches it.
void TestMarking::dontKnow()
{
    QFETCH(const QByteArray, gift);
    const Item item = itemOf(gift);
    QVERIFY(quiz::mark(item, quiz::dontKnow()) == Mark());
    QVERIFY(quiz::isComplete(item, quiz::dontKnow()));
    QCOMPARE(quiz::dontKnow(), Response(text("?")));
    QVERIFY(quiz::isDontKnow({text("?")}));
    QVERIFY(!quiz::isDontKnow({}));
    QVERIFY(!quiz::isDontKnow({text("?"), text("a")}));
}

void TestMarking::complete_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<Response>("response");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *gift, const char *response, bool expected) {
        QTest::addRow("%s <- %s", gift, response) << QByteArray(gift) << responseOf(response) << expected;
    };
    row(single, "a", true);
    row(single, "", false);
    row(single, "a|b", false);
    row(single, "e", false);
    row(single, "right", false);
    row(several, "a", true);
    row(several, "a|b|c|d", true);
    row(several, "a|a", false);
    row(several, "a|e", false);
    row(several, "", false);
    row(gap, "b", true);
    row(isTrue, "b", true);
    row(isTrue, "c", false);
    row(pairs, "1|2|1|", true);
    row(pairs, "1|2|1|4", true);
    row(pairs, "1|2||", false);
    row(pairs, "1|2|1", false);
    row(pairs, "", false);
    row(number, "12", true);
    row(number, "-1.5e3", true);
    row(number, "12,5", false);
    row(number, "1,000", false);
    row(number, "nan", false);
    row(number, "inf", false);
    row(number, "twelve", false);
    row(number, "", false);
    row(words, "x", true);
    row(words, "   ", false);
    row(words, "", false);
    row("Q {}", "", true);
    row("Q", "", true);
}

void TestMarking::complete()
{
    QFETCH(const QByteArray, gift);
    QFETCH(const Response, response);
    QTEST(quiz::isComplete(itemOf(gift), response), "expected");
}

void TestMarking::whatIsMarked()
{
    for (const char *gift : {single, several, gap, isTrue, pairs, number, words})
        QVERIFY(quiz::isMarked(itemOf(gift)));
    QVERIFY(!quiz::isMarked(itemOf("Q {}")));
    QVERIFY(!quiz::isMarked(itemOf("Q")));
}

void TestMarking::rightOptions_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QString>("right");
    QTest::newRow("single") << QByteArray(single) << text("a");
    QTest::newRow("several") << QByteArray(several) << text("ab");
    QTest::newRow("thirds") << QByteArray(thirds) << text("abc");
    QTest::newRow("gap") << QByteArray(gap) << text("a");
    QTest::newRow("true") << QByteArray(isTrue) << text("a");
    QTest::newRow("false") << QByteArray(isFalse) << text("b");
    QTest::newRow("number") << QByteArray(number) << text("a");
    QTest::newRow("words") << QByteArray(words) << text("ad");
}

void TestMarking::rightOptions()
{
    QFETCH(const QByteArray, gift);
    const Item item = itemOf(gift);
    QString right;
    for (qsizetype i = 0; i < static_cast<qsizetype>(item.options.size()); ++i) {
        if (quiz::isRight(item, i))
            right += items::optionKey(i);
    }
    QTEST(right, "right");
    if (item.type == ItemType::Choice && !item.single) {
        QCOMPARE(quiz::rightCount(item), right.size());
        Response all;
        for (const QChar key : right)
            all.append(key);
        QCOMPARE(quiz::mark(item, all).fraction, 1.0);
    }
}

void TestMarking::matchChoices()
{
    QCOMPARE(quiz::matchChoices(itemOf("Q {=a -> pear =b -> Apple =c -> pear = -> fig}")),
             QStringList({text("Apple"), text("fig"), text("pear")}));
}

/// Whatever is answered to whatever question: nobody gets less than nothing or more than all.
void TestMarking::fractionsStayWithinTheMark()
{
    QRandomGenerator random(20260105);
    const QStringList parts{text("a"), text("b"),  text("c"),        text("d"), text("e"), text("1"), text("2"),
                            text(""),  text("37"), text("new york"), text("?"), text("*"), text("-"), text("1e400")};
    for (const char *gift :
         {single, several, thirds, gap, isTrue, pairs, number, range, words, anyWords, "Q {}", "Q"}) {
        const Item item = itemOf(gift);
        for (int round = 0; round < 200; ++round) {
            Response response;
            for (int length = random.bounded(6); length > 0; --length)
                response.append(parts.at(random.bounded(parts.size())));
            const Mark mark = quiz::mark(item, response);
            QVERIFY2(mark.fraction >= 0.0 && mark.fraction <= 1.0, gift);
            for (const qsizetype told : mark.optionsToTell)
                QVERIFY(told >= 0 && told < static_cast<qsizetype>(item.options.size()));
        }
    }
}

TEST_MAIN_GUILESS(TestMarking)

#include "tst_marking.moc"
