// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gift.h"
#include "quiz/check.h"
#include "support/testing.h"

#include <QJsonDocument>

#include <array>

using quiz::Check;
using quiz::Conduct;
using quiz::Response;
using Feedback = quiz::Conduct::Feedback;
using Phase = quiz::ItemState::Phase;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

constexpr auto fiveItems = "// [id:one]\nOne? {=right ~wrong ~other ~fourth}\n\n"
                           "// [id:two]\nTwo? {~%50%a ~%50%b ~%-100%c}\n\n"
                           "// [id:three]\nThree? {#=37:2}\n\n"
                           "// [id:four]\nFour? {=l -> r =m -> s =n -> t}\n\n"
                           "// [id:five]\nFive? {}\n";

std::vector<items::Item> fiveItemsRead()
{
    return items::readGift(fiveItems, {}).items;
}

Check checkOf(const Conduct &conduct)
{
    return {text("sample/"), text("first"), fiveItemsRead(),
            QUuid::fromString(text("01890a5d-ac96-774b-bcce-b302099a8057")), conduct};
}

Conduct opening(Feedback feedback)
{
    Conduct conduct;
    conduct.feedback = feedback;
    return conduct;
}

/// Gives an answer and takes it in, as if it had been on disk; false where the check has no use for it.
bool give(Check &check, qsizetype at, const Response &response, int sure = 0)
{
    auto statement = check.answer(at, response, sure);
    if (!statement)
        return false;
    statement->result = QJsonDocument::fromJson(QJsonDocument(statement->result).toJson()).object();
    check.accept(*statement);
    return true;
}

Response words(const char *list)
{
    const QString all = text(list);
    return all.isEmpty() ? Response() : all.split(u' ');
}

QStringList idsOf(const Check &check)
{
    QStringList ids;
    for (const items::Item &item : check.items())
        ids.append(item.id);
    return ids;
}

/// What a go shows after some answers to one item: answers by bars, words by spaces.
struct Timing {
    const char *name;
    Feedback feedback;
    int item;
    const char *answers;
    const char *taken; ///< y or n for each
    Phase phase;
    int tries;
    double fraction;
    bool isRevealed;
};

constexpr std::array timings{
    Timing{"at once, right", Feedback::AtOnce, 0, "a", "y", Phase::Answered, 1, 1.0, true},
    Timing{"at once, not right", Feedback::AtOnce, 0, "b", "y", Phase::Answered, 1, 0.0, true},
    Timing{"at once, no second answer", Feedback::AtOnce, 0, "b|a", "yn", Phase::Answered, 1, 0.0, true},
    Timing{"at once, in part", Feedback::AtOnce, 1, "a", "y", Phase::Answered, 1, 0.5, true},
    Timing{"at once, the parts and a wrong one", Feedback::AtOnce, 1, "a b c", "y", Phase::Answered, 1, 0.0, true},
    Timing{"at once, don't know", Feedback::AtOnce, 2, "?", "y", Phase::Answered, 1, 0.0, true},
    Timing{"at once, a number", Feedback::AtOnce, 2, "39", "y", Phase::Answered, 1, 1.0, true},
    Timing{"at once, pairs in part", Feedback::AtOnce, 3, "r t t", "y", Phase::Answered, 1, 2.0 / 3, true},
    Timing{"at once, an essay", Feedback::AtOnce, 4, "", "y", Phase::Answered, 1, 0.0, true},
    Timing{"tries, right at once", Feedback::AfterTries, 0, "a", "y", Phase::Answered, 1, 1.0, true},
    Timing{"tries, one not right", Feedback::AfterTries, 0, "b", "y", Phase::Open, 1, 0.0, false},
    Timing{"tries, right at the second", Feedback::AfterTries, 0, "b|a", "yy", Phase::Answered, 2, 1.0, true},
    Timing{"tries, neither right", Feedback::AfterTries, 0, "b|c", "yy", Phase::Answered, 2, 0.0, true},
    Timing{"tries, no third", Feedback::AfterTries, 0, "b|c|a", "yyn", Phase::Answered, 2, 0.0, true},
    Timing{"tries, don't know ends them", Feedback::AfterTries, 0, "?", "y", Phase::Answered, 1, 0.0, true},
    Timing{"tries, don't know at the second", Feedback::AfterTries, 0, "b|?", "yy", Phase::Answered, 2, 0.0, true},
    Timing{"tries, in part, then whole", Feedback::AfterTries, 1, "a|a b", "yy", Phase::Answered, 2, 1.0, true},
    Timing{"tries, in part is not the end", Feedback::AfterTries, 1, "a", "y", Phase::Open, 1, 0.5, false},
    Timing{"tries, the last one counts", Feedback::AfterTries, 1, "a|c", "yy", Phase::Answered, 2, 0.0, true},
    Timing{"tries, a number out, then in", Feedback::AfterTries, 2, "40|38", "yy", Phase::Answered, 2, 1.0, true},
    Timing{"tries, pairs in part", Feedback::AfterTries, 3, "r t t|r s s", "yy", Phase::Answered, 2, 2.0 / 3, true},
    Timing{"tries, an essay has one", Feedback::AfterTries, 4, "", "y", Phase::Answered, 1, 0.0, true},
    Timing{"at the end, noted", Feedback::AtEnd, 0, "b", "y", Phase::Answered, 1, 0.0, false},
    Timing{"at the end, changed before it", Feedback::AtEnd, 0, "b|a", "yy", Phase::Answered, 2, 1.0, false},
    Timing{"at the end, changed for the worse", Feedback::AtEnd, 0, "a|b", "yy", Phase::Answered, 2, 0.0, false},
    Timing{"at the end, don't know is noted", Feedback::AtEnd, 0, "?", "y", Phase::Answered, 1, 0.0, false},
};

} // namespace

class TestConduct : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timing_data();
    void timing();
    void openAtTheEnd();
    void certaintyComesFirst();
    void certaintyChangesNoMark();
    void orderIsForEver();
    void orderIsAPermutation();
    void aSeedGivesTheSameGo();
    void optionsMoveAndKeepTheirKeys();
    void asksOnlyWhatIsWanted();
    void conductIsKept_data();
    void conductIsKept();
    void statements();
    void replays();
};

void TestConduct::timing_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(timings.size()); ++i)
        QTest::newRow(timings[static_cast<std::size_t>(i)].name) << i;
}

void TestConduct::timing()
{
    QFETCH(const int, row);
    const Timing &timing = timings[static_cast<std::size_t>(row)];
    Check check = checkOf(opening(timing.feedback));
    QString taken;
    for (const QString &answer : text(timing.answers).split(u'|'))
        taken += give(check, timing.item, words(qUtf8Printable(answer))) ? u'y' : u'n';
    QCOMPARE(taken, text(timing.taken));
    const quiz::ItemState &state = check.state(timing.item);
    QCOMPARE(state.phase, timing.phase);
    QCOMPARE(state.tries, timing.tries);
    QCOMPARE(state.fraction, timing.fraction);
    QCOMPARE(check.isRevealed(timing.item), timing.isRevealed);
}

void TestConduct::openAtTheEnd()
{
    Check check = checkOf(opening(Feedback::AtEnd));
    const std::array answers{"a", "a b", "37", "r s t", ""};
    for (qsizetype at = 0; at < check.size(); ++at) {
        QVERIFY(!check.isRevealed(0) && check.canAnswer(0));
        QVERIFY(!check.complete());
        QVERIFY(give(check, at, words(answers[static_cast<std::size_t>(at)])));
    }
    QVERIFY(check.complete());
    for (qsizetype at = 0; at < check.size(); ++at)
        QVERIFY(check.isRevealed(at) && !check.canAnswer(at));
    QVERIFY(!give(check, 0, words("b")));
    QCOMPARE(check.state(0).fraction, 1.0);
}

void TestConduct::certaintyComesFirst()
{
    Conduct conduct;
    conduct.asksCertainty = true;
    Check check = checkOf(conduct);
    QVERIFY(check.asksCertainty(0));
    QVERIFY(!check.asksCertainty(4)); // an essay is not marked
    for (const int sure : {-1, 0, 4})
        QVERIFY(!check.answer(0, words("a"), sure));
    QVERIFY(give(check, 0, words("a"), 2));
    QCOMPARE(check.state(0).sure, 2);
    QVERIFY(!give(check, 0, words("a"), 3)); // fixed
    QCOMPARE(check.state(0).sure, 2);
    QVERIFY(give(check, 1, quiz::dontKnow())); // nobody is sure of not knowing
    QCOMPARE(check.state(1).sure, 0);
    QVERIFY(give(check, 4, {}));
}

void TestConduct::certaintyChangesNoMark()
{
    for (int sure = quiz::leastSure; sure <= quiz::mostSure; ++sure) {
        Conduct conduct;
        conduct.asksCertainty = true;
        Check check = checkOf(conduct);
        QVERIFY(give(check, 1, words("a"), sure));
        QCOMPARE(check.state(1).fraction, 0.5);
        QCOMPARE(check.answer(0, words("a"), sure)->result.value(text("sure")).toInt(), sure);
    }
    QVERIFY(checkOf({}).answer(0, words("a"))->result.value(text("sure")).isNull());
}

/// Goes of long ago are shown by these numbers: they must never change. Worked out apart, with an implementation of
/// SplitMix64 that gives the published numbers of the seed 1234567.
void TestConduct::orderIsForEver()
{
    using Order = std::vector<qsizetype>;
    QCOMPARE(quiz::shuffled(5, 0, text("x")), (Order{0, 1, 2, 3, 4}));
    QCOMPARE(quiz::shuffled(8, 42, text("what-happened-next")), (Order{3, 5, 7, 2, 1, 0, 6, 4}));
    QCOMPARE(quiz::shuffled(8, 43, text("what-happened-next")), (Order{4, 5, 3, 6, 1, 0, 7, 2}));
    QCOMPARE(quiz::shuffled(4, 42, text("fading-marks")), (Order{0, 3, 2, 1}));
    QVERIFY(quiz::shuffled(0, 42, text("x")).empty());
}

void TestConduct::orderIsAPermutation()
{
    std::array<int, 4> firsts{};
    for (quint32 seed = 1; seed <= 4000; ++seed) {
        std::vector<qsizetype> order = quiz::shuffled(4, seed, text("item"));
        ++firsts[static_cast<std::size_t>(order.front())];
        std::ranges::sort(order);
        QCOMPARE(order, (std::vector<qsizetype>{0, 1, 2, 3}));
    }
    for (const int count : firsts) // a thousand each, give or take five standard deviations of 27
        QVERIFY(count > 860 && count < 1140);
}

void TestConduct::aSeedGivesTheSameGo()
{
    Conduct conduct;
    conduct.seed = 1234;
    QCOMPARE(idsOf(checkOf(conduct)), idsOf(checkOf(conduct)));
    QStringList sorted = idsOf(checkOf(conduct));
    sorted.sort();
    QCOMPARE(sorted, QStringList({text("five"), text("four"), text("one"), text("three"), text("two")}));
    int moved = 0;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        conduct.seed = seed;
        moved += idsOf(checkOf(conduct)) == idsOf(checkOf({})) ? 0 : 1;
    }
    QVERIFY(moved > 15);
}

void TestConduct::optionsMoveAndKeepTheirKeys()
{
    bool moved = false;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        Conduct conduct;
        conduct.seed = seed;
        Check check = checkOf(conduct);
        const qsizetype one = idsOf(check).indexOf(text("one"));
        moved = moved || check.optionOrder(one) != std::vector<qsizetype>{0, 1, 2, 3};
        QVERIFY(give(check, one, words("a")));
        QCOMPARE(check.state(one).fraction, 1.0);
        const qsizetype four = idsOf(check).indexOf(text("four"));
        QCOMPARE(check.optionOrder(four), (std::vector<qsizetype>{0, 1, 2})); // pairs stay
    }
    QVERIFY(moved);
}

void TestConduct::asksOnlyWhatIsWanted()
{
    Conduct conduct;
    conduct.only = {text("three"), text("one"), text("gone")};
    QCOMPARE(idsOf(checkOf(conduct)), QStringList({text("three"), text("one")}));
}

void TestConduct::conductIsKept_data()
{
    QTest::addColumn<Conduct>("conduct");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("as usual") << Conduct() << QByteArray("{}");
    QTest::newRow("all of it") << Conduct{Feedback::AtEnd, true, 4'000'000'000U, {text("one")}}
                               << QByteArray(
                                      R"({"certainty":true,"feedback":"at-end","only":["one"],"seed":4000000000})");
    QTest::newRow("tries") << opening(Feedback::AfterTries) << QByteArray(R"({"feedback":"after-tries"})");
}

void TestConduct::conductIsKept()
{
    QFETCH(const Conduct, conduct);
    QFETCH(const QByteArray, json);
    QCOMPARE(QJsonDocument(quiz::resultOf(conduct)).toJson(QJsonDocument::Compact), json);
    QCOMPARE(quiz::conductFrom(QJsonDocument::fromJson(json).object()), conduct);
    const QJsonObject strange{{text("feedback"), 7}, {text("seed"), -3}, {text("only"), text("one")}};
    QCOMPARE(quiz::conductFrom(strange), Conduct());
}

void TestConduct::statements()
{
    Conduct conduct = opening(Feedback::AfterTries);
    conduct.seed = 77;
    Check check = checkOf(conduct);
    QCOMPARE(quiz::conductFrom(check.start().result), conduct);
    const qsizetype one = idsOf(check).indexOf(text("one"));
    QVERIFY(give(check, one, words("b")));
    const QJsonObject second = check.answer(one, words("c"))->result;
    QCOMPARE(second.value(text("try")).toInt(), 2);
    QCOMPARE(second.value(text("seed")).toInt(), 77);
}

/// The statements of a go give the same go, in whatever way it runs.
void TestConduct::replays()
{
    for (const Feedback feedback : {Feedback::AtOnce, Feedback::AfterTries, Feedback::AtEnd}) {
        Conduct conduct{feedback, true, 5, {}};
        Check check = checkOf(conduct);
        Check again(text("sample/"), text("first"), fiveItemsRead(), check.attempt(),
                    quiz::conductFrom(check.start().result));
        for (qsizetype at = 0; at < check.size(); ++at) {
            for (const char *response : {"b", "a"}) {
                const auto statement = check.answer(at, words(response), 3);
                if (!statement)
                    continue;
                check.accept(*statement);
                again.accept(*statement);
            }
        }
        QVERIFY(check.states() == again.states());
        QCOMPARE(idsOf(check), idsOf(again));
    }
}

QTEST_GUILESS_MAIN(TestConduct)

#include "tst_conduct.moc"
