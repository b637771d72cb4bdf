// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/answerrow.h"
#include "insight/gathering.h"

#include "base/ids.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using base::Statement;
using base::Verb;
using insight::AnswerSet;
using insight::Filter;
using insight::Goes;
using testing::text;

namespace {

constexpr qint64 eightOClock = 1767254400000;

/// A journal that people answer in. Each call is a statement.
class People
{
public:
    People() : journal(std::move(*journal::Journal::inMemory([this] { return now += 1000; }))) {}

    QUuid begin(const char *target, const QUuid &actor, const QJsonObject &result = {}, const QUuid &session = {})
    {
        Statement statement;
        statement.verb = Verb::Started;
        statement.actor = actor;
        statement.object = text("course/") + text(target);
        statement.attempt = QUuid::createUuid();
        statement.session = session;
        statement.result = result;
        return write(statement).attempt;
    }

    QUuid answer(const QUuid &attempt, const char *item, const char *keys, double fraction, int sure = 0,
                 const char *version = "1")
    {
        Statement statement;
        statement.verb = Verb::Answered;
        statement.object = text("course/") + text(item);
        statement.version = text(version);
        statement.attempt = attempt;
        QJsonArray response;
        for (const char *key = keys; *key != '\0'; ++key)
            response.append(QString(QLatin1Char(*key)));
        statement.result = {{text("response"), response},
                            {text("fraction"), fraction},
                            {text("sure"), sure == 0 ? QJsonValue() : QJsonValue(sure)},
                            {text("try"), 1}};
        return write(statement).id;
    }

    void takeBack(const QUuid &statement)
    {
        Statement voiding;
        voiding.verb = Verb::Voided;
        voiding.object = statement.toString(QUuid::Id128);
        write(voiding);
    }

    QUuid somebody(journal::ActorKind kind = journal::ActorKind::Paper) { return journal->addActor(kind).value(); }

    [[nodiscard]] AnswerSet gathered(const Filter &filter = {}) const
    {
        return **insight::answersIn(*journal, text("course/"), filter);
    }

    qint64 now = eightOClock;
    std::unique_ptr<journal::Journal> journal;

private:
    Statement write(const Statement &statement)
    {
        Statement written;
        journal->append(statement, [&](const auto &reply) { written = reply.value(); });
        return written;
    }
};

/// Each answer as person, item, options, mark and certainty.
QStringList shown(const AnswerSet &set)
{
    QStringList lines;
    for (const insight::Answer &answer : set.answers) {
        QString keys;
        for (qsizetype option = 0; option < insight::mostOptions; ++option)
            keys += (answer.chosen & insight::optionBit(option)) != 0 ? items::optionKey(option) : QString();
        lines.append(QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(answer.person)
                         .arg(set.items[answer.item], answer.chosen == insight::dontKnow ? text("?") : keys)
                         .arg(double(answer.fraction))
                         .arg(answer.sure));
    }
    return lines;
}

} // namespace

/// What people answered, as the journal has it.
class TestGathering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerOfAGo();
    void firstAndLast();
    void firstTryAndLastTry();
    void severalAtOnce();
    void whatWasTakenBackIsGone();
    void papersAreSomebodyEach();
    void madeUpPeopleAreNobody();
    void onlyWhomTheFilterTakes_data();
    void onlyWhomTheFilterTakes();
    void anotherWordingIsCountedApart();
    void anEmptyJournal();
    void canBeCancelled();
    void resultsReadAlike();
    void theFirstTimeAlone();
    void spreadsAndMarks();
};

void TestGathering::everyAnswerOfAGo()
{
    People people;
    const QUuid go = people.begin("module", {});
    people.answer(go, "one", "b", 1, 3);
    people.answer(go, "two", "ac", 0.5, 1);
    people.answer(go, "three", "?", 0);
    people.answer({}, "one", "a", 0); // of no go
    people.answer(people.begin("practice", {}), "one", "a", 0);
    const AnswerSet set = people.gathered();
    QCOMPARE(set.people.size(), 1U);
    QCOMPARE(set.people[0].target, text("module"));
    QCOMPARE(set.people[0].at, eightOClock + 1000);
    QCOMPARE(shown(set), (QStringList{text("0 one b 1 3"), text("0 two ac 0.5 1"), text("0 three ? 0 0")}));
}

void TestGathering::firstAndLast()
{
    People people;
    people.begin("module", {}); // nothing was answered in it
    const QUuid first = people.begin("module", {});
    people.answer(first, "one", "a", 0);
    const QUuid other = people.begin("elsewhere", {});
    people.answer(other, "two", "a", 0);
    const QUuid last = people.begin("module", {});
    people.answer(last, "one", "b", 1);
    people.begin("module", {});
    QCOMPARE(shown(people.gathered()), (QStringList{text("0 one a 0 0"), text("1 two a 0 0")}));
    QCOMPARE(shown(people.gathered({.goes = Goes::Last})), (QStringList{text("0 two a 0 0"), text("1 one b 1 0")}));
}

void TestGathering::firstTryAndLastTry()
{
    People people;
    const QUuid go = people.begin("module", {});
    people.answer(go, "one", "a", 0);
    people.answer(go, "one", "b", 1);
    QCOMPARE(shown(people.gathered()), QStringList(text("0 one a 0 0")));
    QCOMPARE(shown(people.gathered({.goes = Goes::Last})), QStringList(text("0 one b 1 0")));
}

/// On several computers, or papers of a pile: their answers mingle, and some answer twice.
void TestGathering::severalAtOnce()
{
    People people;
    const QUuid first = people.begin("module", {});
    const QUuid second = people.begin("elsewhere", {});
    people.answer(second, "one", "a", 0);
    people.answer(first, "two", "b", 1);
    people.answer(second, "two", "b", 1);
    people.answer(first, "one", "a", 0);
    people.answer(first, "two", "a", 0);
    people.answer(second, "one", "b", 1);
    QCOMPARE(shown(people.gathered()),
             (QStringList{text("0 two b 1 0"), text("0 one a 0 0"), text("1 one a 0 0"), text("1 two b 1 0")}));
    QCOMPARE(shown(people.gathered({.goes = Goes::Last})),
             (QStringList{text("0 two a 0 0"), text("0 one a 0 0"), text("1 one b 1 0"), text("1 two b 1 0")}));
}

void TestGathering::whatWasTakenBackIsGone()
{
    People people;
    const QUuid go = people.begin("module", {});
    people.takeBack(people.answer(go, "one", "a", 0));
    people.answer(go, "one", "c", 0);
    QCOMPARE(shown(people.gathered()), QStringList(text("0 one c 0 0")));
}

/// A paper whose code was mended has begun twice; one that nothing was answered on is there all the same.
void TestGathering::papersAreSomebodyEach()
{
    People people;
    const QUuid pile = QUuid::createUuid();
    const auto paper = [&](const char *code) {
        return QJsonObject{{text("pile"), pile.toString(QUuid::WithoutBraces)},
                           {text("form"), text("a")},
                           {text("when"), text("before")},
                           {text("code"), text(code)}};
    };
    const QUuid first = people.begin("form-a", people.somebody(), paper("x1"));
    people.answer(first, "one", "a", 1);
    people.begin("form-a", people.somebody(), paper("y2"));
    const AnswerSet set = people.gathered({.pile = pile});
    QCOMPARE(set.people.size(), 2U);
    QCOMPARE(set.people[0].code, text("X1"));
    QCOMPARE(set.people[1].form, text("a"));
    QCOMPARE(set.people[1].when, workshop::When::Before);
    QCOMPARE(set.people[1].pile, pile);
    QCOMPARE(shown(set), QStringList(text("0 one a 1 0")));
}

void TestGathering::madeUpPeopleAreNobody()
{
    People people;
    people.answer(people.begin("module", people.somebody(journal::ActorKind::Simulated)), "one", "a", 1);
    QVERIFY(people.gathered().answers.empty());
}

void TestGathering::onlyWhomTheFilterTakes_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("only");
    QTest::newRow("everybody") << 0 << "one two three";
    QTest::newRow("a module") << 1 << "one";
    QTest::newRow("a workshop") << 2 << "two";
    QTest::newRow("from a day on, and what a workshop chooses") << 3 << "two three";
    QTest::newRow("up to a day") << 4 << "one two";
    QTest::newRow("outside of workshops, up to a day") << 5 << "one";
    QTest::newRow("of no workshop at all") << 6 << "";
    QTest::newRow("before") << 7 << "";
}

void TestGathering::onlyWhomTheFilterTakes()
{
    QFETCH(int, which);
    QFETCH(QString, only);
    People people;
    const QUuid session = QUuid::createUuid();
    people.answer(people.begin("first", {}), "one", "a", 1);
    people.answer(people.begin("second", {}, {}, session), "two", "a", 1);
    const qint64 nextDay = people.now += 86'400'000;
    people.answer(people.begin("third", {}), "three", "a", 1);
    const std::vector<Filter> filters{{},
                                      {.target = text("first")},
                                      {.sessions = std::vector{session}},
                                      {.from = nextDay},
                                      {.until = nextDay},
                                      {.sessions = std::vector{QUuid()}, .until = nextDay},
                                      {.sessions = std::vector<QUuid>()},
                                      {.when = workshop::When::Before}};
    const AnswerSet set = people.gathered(filters[static_cast<std::size_t>(which)]);
    QStringList found;
    for (const insight::Answer &answer : set.answers)
        found.append(set.items[answer.item]);
    QCOMPARE(found.join(u' '), only);
}

void TestGathering::anotherWordingIsCountedApart()
{
    People people;
    const QUuid go = people.begin("module", {});
    people.answer(go, "one", "a", 1, 0, "old");
    people.answer(go, "two", "a", 1, 0, "new");
    people.answer(go, "gone", "a", 1, 0, "old");
    const AnswerSet set = people.gathered({.versions = {{text("one"), text("new")}, {text("two"), text("new")}}});
    QCOMPARE(shown(set), (QStringList{text("0 two a 1 0"), text("0 gone a 1 0")}));
    QCOMPARE(set.reworded[static_cast<std::size_t>(set.items.indexOf(text("one")))], 1);
}

void TestGathering::anEmptyJournal()
{
    const AnswerSet set = People().gathered();
    QVERIFY(set.people.empty() && set.answers.empty() && set.items.isEmpty());
    QVERIFY(set.to(text("one")).empty());
}

void TestGathering::canBeCancelled()
{
    People people;
    const QUuid go = people.begin("module", {});
    for (int i = 0; i < 20'000; ++i)
        people.answer(go, "one", "a", 1);
    const auto whole = insight::answersIn(*people.journal, text("course/"), {}, [](qint64) { return true; });
    QCOMPARE((*whole)->answers.size(), 1U);
    const auto cut = insight::answersIn(*people.journal, text("course/"), {}, [](qint64) { return false; });
    QVERIFY(cut.has_value() && !cut->has_value());
}

/// The quick way and the way through JSON say the same of whatever the program writes.
void TestGathering::resultsReadAlike()
{
    QRandomGenerator random(3);
    const QStringList words{text("a"),   text("b"), text("e"),         text("?"), text("aa"), text("\"fraction\":7,"),
                            text("3.5"), text("}"), text("détention"), text("")};
    for (int round = 0; round < 3000; ++round) {
        QJsonArray response;
        for (int left = random.bounded(4); left > 0; --left)
            response.append(words[random.bounded(words.size())]);
        const int sure = random.bounded(4);
        QJsonObject result{{text("response"), response},
                           {text("fraction"), random.bounded(4) / 3.0},
                           {text("sure"), sure == 0 ? QJsonValue() : QJsonValue(sure)},
                           {text("try"), 1 + random.bounded(2)}};
        if (random.bounded(3) == 0)
            result.insert(text("seed"), double(random.generate()));
        const insight::Outcome quick = insight::outcomeFrom(QJsonDocument(result).toJson(QJsonDocument::Compact));
        const insight::Outcome whole = insight::outcomeFrom(QJsonDocument(result).toJson(QJsonDocument::Indented));
        QVERIFY2(quick == whole, QJsonDocument(result).toJson().constData());
        QCOMPARE(quick.fraction, static_cast<float>(result[text("fraction")].toDouble()));
    }
    QCOMPARE(insight::outcomeFrom("not JSON"), insight::Outcome());
    QCOMPARE(insight::outcomeFrom("{}"), insight::Outcome());
}

void TestGathering::theFirstTimeAlone()
{
    using workshop::When;
    const QUuid session = QUuid::createUuid();
    const QUuid pile = QUuid::createUuid();
    AnswerSet set;
    set.items = {text("one"), text("two")};
    set.people = {{.when = When::Later, .session = session, .pile = pile},
                  {.when = When::Before, .session = session, .pile = pile},
                  {.when = When::Later, .pile = pile}, // another place
                  {.when = When::Alone},               // and the screen another
                  {.when = When::After, .session = session, .pile = pile}};
    set.answers = {{0, 0, 1, 0, 0}, {1, 0, 1, 0, 0}, {2, 0, 1, 0, 0}, {3, 0, 1, 0, 0}, {4, 1, 1, 0, 0}};
    const AnswerSet once = insight::atOneTime(set);
    QList<int> people;
    for (const insight::Answer &answer : once.answers)
        people.append(answer.person);
    QCOMPARE(people, (QList<int>{1, 2, 3, 4}));
    QCOMPARE(once.people.size(), 5U);
}

void TestGathering::spreadsAndMarks()
{
    People people;
    for (const char *keys : {"a", "b", "b", "?"}) {
        const QUuid go = people.begin("module", people.somebody());
        people.answer(go, "one", keys, keys[0] == 'b' ? 1 : 0);
        if (keys[0] == 'a')
            people.answer(go, "two", "a", 0.5);
    }
    people.begin("module", people.somebody(), {{text("pile"), QUuid::createUuid().toString()}});
    const AnswerSet set = people.gathered();
    items::Item item;
    item.type = items::ItemType::Choice;
    item.options.resize(3);
    const insight::Spread spread = insight::spreadOf(item, set.to(text("one")), static_cast<int>(set.people.size()));
    QCOMPARE(spread.options, (std::vector<int>{1, 2, 0}));
    QCOMPARE(spread.dontKnow, 1);
    QCOMPARE(spread.right, std::optional(2));
    QCOMPARE(spread.answered, 4);
    QCOMPARE(spread.unanswered, 1);
    const insight::Matrix matrix = insight::matrixOf(set, {text("two"), text("gone"), text("one")});
    QCOMPARE(matrix.people(), 5U);
    QCOMPARE(matrix.mark(0, 0), 0.5);
    QVERIFY(std::isnan(matrix.mark(0, 1)));
    QCOMPARE(matrix.mark(1, 2), 1.0);
    QVERIFY(std::isnan(matrix.mark(4, 2)));
}

TEST_MAIN_GUILESS(TestGathering)
#include "tst_gathering.moc"
