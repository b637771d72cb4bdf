// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/check.h"

#include "items/gift.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

using base::Statement;
using base::Verb;
using items::Item;
using quiz::Check;
using quiz::ItemState;
using quiz::Response;
using Phase = quiz::ItemState::Phase;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::vector<Item> itemsOf(const QByteArray &gift)
{
    return items::readGift(gift, {}).items;
}

constexpr auto fourItems = "// [id:one]\nOne? {=right ~wrong}\n\n"
                           "// [id:two]\nTwo? {~%50%a ~%50%b ~%-100%c}\n\n"
                           "// [id:three]\nThree? {#37:2}\n\n"
                           "// [id:four]\nFour? {}\n";

QUuid anAttempt()
{
    return QUuid::fromString(text("01890a5d-ac96-774b-bcce-b302099a8057"));
}

Check checkOf(const QByteArray &gift = fourItems)
{
    return {text("sample/"), text("first"), itemsOf(gift), anAttempt()};
}

/// What comes back when the statement has been on disk: the result is JSON text there.
Statement recorded(const Statement &statement)
{
    Statement read = statement;
    read.result = QJsonDocument::fromJson(QJsonDocument(statement.result).toJson()).object();
    return read;
}

/// The item's answer as a statement, made by a check of its own.
Statement answerOf(const QByteArray &gift, qsizetype at, const Response &response)
{
    const auto statement = checkOf(gift).answer(at, response);
    if (!statement)
        qFatal("no answer");
    return *statement;
}

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void begins();
    void statements();
    void answerOnlyOnce();
    void answerMustBeComplete();
    void skip();
    void completes();
    void dontKnow();
    void nothingChangesBeforeItIsAccepted();
    void othersArePassedOver_data();
    void othersArePassedOver();
    void marksAnew();
    void goneItems();
    void currentItem();
    void shows();
    void nextOpen();
    void outOfRange_data();
    void outOfRange();
    void withoutItems();
    void replayGivesTheSameState();
};

void TestCheck::begins()
{
    const Check check = checkOf();
    QCOMPARE(check.size(), qsizetype{4});
    QCOMPARE(check.current(), qsizetype{0});
    QCOMPARE(check.attempt(), anAttempt());
    QVERIFY(!check.isComplete());
    QVERIFY(!check.complete());
    QVERIFY(check.states() == std::vector<ItemState>(4));
    QCOMPARE(check.item(2).id, text("three"));
}

void TestCheck::statements()
{
    const Check check = checkOf();
    Statement expected;
    expected.verb = Verb::Started;
    expected.object = text("sample/first");
    expected.attempt = anAttempt();
    QVERIFY(check.start() == expected);

    expected.object = text("sample/two");
    expected.version = items::itemVersion(check.item(1));
    expected.verb = Verb::Opened;
    QVERIFY(check.open(1) == expected);
    expected.verb = Verb::Skipped;
    QVERIFY(check.skip(1) == expected);
    expected.verb = Verb::Answered;
    expected.result = {
        {text("response"), QJsonArray{text("a")}},
        {text("fraction"), 0.5},
        {text("sure"), QJsonValue::Null},
        {text("try"), 1},
    };
    QVERIFY(check.answer(1, {text("a")}) == expected);
}

void TestCheck::answerOnlyOnce()
{
    Check check = checkOf();
    check.accept(*check.answer(0, {text("b")}));
    const ItemState wrong{Phase::Answered, {text("b")}, 0.0, 1};
    QVERIFY(check.state(0) == wrong);
    QVERIFY(!check.answer(0, {text("a")}));
    QVERIFY(!check.skip(0));
    // Nor does a second answer count that was written down all the same.
    check.accept(answerOf(fourItems, 0, {text("a")}));
    QVERIFY(check.state(0) == wrong);
    Statement skipped = *checkOf().skip(0);
    check.accept(skipped);
    QVERIFY(check.state(0) == wrong);
}

void TestCheck::answerMustBeComplete()
{
    const Check check = checkOf();
    QVERIFY(!check.answer(0, {}));
    QVERIFY(!check.answer(0, {text("c")}));
    QVERIFY(!check.answer(0, {text("a"), text("b")}));
    QVERIFY(!check.answer(2, {text("many")}));
    QVERIFY(check.answer(2, {text("36")}));
    QVERIFY(check.answer(3, {}));
}

void TestCheck::skip()
{
    Check check = checkOf();
    check.accept(*check.skip(0));
    QCOMPARE(check.state(0).phase, Phase::Skipped);
    QVERIFY(!check.skip(0));
    // What was skipped can still be answered.
    const auto answer = check.answer(0, {text("a")});
    QVERIFY(answer);
    check.accept(*answer);
    QVERIFY(check.state(0) == (ItemState{Phase::Answered, {text("a")}, 1.0, 1}));
}

void TestCheck::completes()
{
    Check check = checkOf();
    check.accept(*check.answer(0, {text("a")}));
    check.accept(*check.answer(1, {text("a"), text("b")}));
    check.accept(*check.skip(2));
    QVERIFY(!check.isComplete());
    QVERIFY(!check.complete());
    check.accept(*check.answer(3, {}));
    QVERIFY(check.isComplete());
    Statement expected = check.start();
    expected.verb = Verb::Completed;
    QVERIFY(check.complete() == expected);
}

void TestCheck::dontKnow()
{
    Check check = checkOf();
    check.accept(recorded(*check.answer(0, quiz::dontKnow())));
    QVERIFY(check.state(0) == (ItemState{Phase::Answered, quiz::dontKnow(), 0.0, 1}));
    QVERIFY(!check.answer(0, {text("a")}));
}

void TestCheck::nothingChangesBeforeItIsAccepted()
{
    const Check check = checkOf();
    static_cast<void>(check.answer(0, {text("a")}));
    static_cast<void>(check.skip(1));
    static_cast<void>(check.open(2));
    QVERIFY(check.states() == std::vector<ItemState>(4));
    QCOMPARE(check.current(), qsizetype{0});
}

void TestCheck::othersArePassedOver_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("another attempt") << text("attempt");
    QTest::newRow("no attempt") << text("no attempt");
    QTest::newRow("another version") << text("version");
    QTest::newRow("no version") << text("no version");
    QTest::newRow("another course") << text("course");
    QTest::newRow("another item") << text("item");
    QTest::newRow("an item whose name begins alike") << text("longer");
    QTest::newRow("the module") << text("module");
    QTest::newRow("another verb") << text("verb");
}

void TestCheck::othersArePassedOver()
{
    QFETCH(const QString, change);
    Statement statement = answerOf(fourItems, 2, {text("37")});
    if (change == text("attempt"))
        statement.attempt = QUuid::fromString(text("01890a5d-ac96-774b-bcce-b302099a8058"));
    else if (change == text("no attempt"))
        statement.attempt = {};
    else if (change == text("version"))
        statement = answerOf(QByteArray(fourItems).replace("37:2", "37:3"), 2, {text("37")});
    else if (change == text("no version"))
        statement.version.clear();
    else if (change == text("course"))
        statement.object = text("other/three");
    else if (change == text("item"))
        statement.object = text("sample/five");
    else if (change == text("longer"))
        statement.object = text("sample/three-2");
    else if (change == text("module"))
        statement.object = text("sample/first");
    else
        statement.verb = Verb::Experienced;
    Check check = checkOf();
    check.accept(statement);
    QVERIFY(check.states() == std::vector<ItemState>(4));
    QVERIFY(check.answer(2, {text("37")}));
}

/// The journal's fraction is a reading of its day; what counts is the response.
void TestCheck::marksAnew()
{
    Statement statement = answerOf(fourItems, 1, {text("a")});
    statement.result.insert(text("fraction"), 1.0);
    Check check = checkOf();
    check.accept(statement);
    QCOMPARE(check.state(1).fraction, 0.5);

    // Other feedback, another title or other tags make no other version.
    const QByteArray reworded =
        QByteArray(fourItems).replace("~%50%a", "~%50%a#Half of it.").replace("Two?", "::T::Two?");
    check = checkOf(reworded);
    check.accept(statement);
    QCOMPARE(check.state(1).phase, Phase::Answered);

    statement.result = {};
    check = checkOf();
    check.accept(statement);
    QVERIFY(check.state(1) == (ItemState{Phase::Answered, {}, 0.0, 1}));
}

void TestCheck::goneItems()
{
    Check check = checkOf("// [id:one]\nOne? {=right ~wrong}\n\n// [id:four]\nFour? {}\n");
    check.accept(answerOf(fourItems, 0, {text("a")}));
    check.accept(answerOf(fourItems, 1, {text("a")}));
    check.accept(answerOf(fourItems, 3, {}));
    QCOMPARE(check.size(), qsizetype{2});
    QVERIFY(check.isComplete());
    QCOMPARE(check.state(0).fraction, 1.0);
}

void TestCheck::currentItem()
{
    Check check = checkOf();
    const Statement opened = *check.open(2);
    check.accept(opened);
    QCOMPARE(check.current(), qsizetype{2});
    QVERIFY(check.states() == std::vector<ItemState>(4));
    check.accept(*check.skip(1));
    QCOMPARE(check.current(), qsizetype{1});
    check.accept(*check.answer(3, {}));
    QCOMPARE(check.current(), qsizetype{3});
    check.accept(*check.open(3));
    check.accept(check.start());
    QCOMPARE(check.current(), qsizetype{3});
    // An item that has been answered can be looked at again.
    check.accept(*check.open(1));
    QCOMPARE(check.current(), qsizetype{1});
    Statement other = opened;
    other.attempt = {};
    check.accept(other);
    QCOMPARE(check.current(), qsizetype{1});
}

void TestCheck::shows()
{
    Check check = checkOf();
    check.show(3);
    QCOMPARE(check.current(), qsizetype{3});
    check.show(4);
    QCOMPARE(check.current(), check.size());
    check.show(99);
    QCOMPARE(check.current(), check.size());
    check.show(-1);
    QCOMPARE(check.current(), qsizetype{0});
    QVERIFY(check.states() == std::vector<ItemState>(4));
}

void TestCheck::nextOpen()
{
    Check check = checkOf();
    QCOMPARE(check.nextOpen(0), qsizetype{0});
    QCOMPARE(check.nextOpen(3), qsizetype{3});
    QCOMPARE(check.nextOpen(4), qsizetype{0});
    check.accept(*check.answer(0, {text("a")}));
    check.accept(*check.skip(2));
    QCOMPARE(check.nextOpen(0), qsizetype{1});
    QCOMPARE(check.nextOpen(1), qsizetype{1});
    QCOMPARE(check.nextOpen(2), qsizetype{3});
    QCOMPARE(check.nextOpen(4), qsizetype{1});
    check.accept(*check.answer(3, {}));
    QCOMPARE(check.nextOpen(2), qsizetype{1});
    check.accept(*check.skip(1));
    for (qsizetype from = 0; from <= check.size(); ++from)
        QCOMPARE(check.nextOpen(from), check.size());
}

void TestCheck::outOfRange_data()
{
    QTest::addColumn<qsizetype>("at");
    QTest::newRow("before the first") << qsizetype{-1};
    QTest::newRow("behind the last") << qsizetype{4};
    QTest::newRow("far behind") << qsizetype{1000};
}

void TestCheck::outOfRange()
{
    QFETCH(const qsizetype, at);
    const Check check = checkOf();
    QVERIFY(!check.open(at));
    QVERIFY(!check.answer(at, quiz::dontKnow()));
    QVERIFY(!check.skip(at));
}

void TestCheck::withoutItems()
{
    Check check = checkOf("");
    QCOMPARE(check.size(), qsizetype{0});
    QVERIFY(check.isComplete());
    QVERIFY(check.complete());
    QCOMPARE(check.nextOpen(0), qsizetype{0});
    check.show(1);
    QCOMPARE(check.current(), qsizetype{0});
    QVERIFY(!check.open(0));
}

Response randomResponse(QRandomGenerator &random)
{
    static const QStringList parts{text("a"), text("b"), text("c"), text("?"), text("37"), text("39.5")};
    Response response;
    for (int length = random.bounded(3); length > 0; --length)
        response.append(parts.at(random.bounded(parts.size())));
    return response;
}

std::optional<Statement> randomIntent(const Check &check, QRandomGenerator &random)
{
    const qsizetype at = random.bounded(-1, 5);
    switch (random.bounded(5)) {
    case 0:
        return check.open(at);
    case 1:
        return check.skip(at);
    case 2:
        return check.complete();
    default:
        return check.answer(at, randomResponse(random));
    }
}

/// Whatever anyone does: the statements that were written, read back in their order, give the same check, also where
/// some come twice and others' stand between them.
void TestCheck::replayGivesTheSameState()
{
    QRandomGenerator random(20260106);
    for (int round = 0; round < 500; ++round) {
        Check live = checkOf();
        std::vector<Statement> journal{live.start()};
        for (int step = random.bounded(20); step > 0; --step) {
            const auto statement = randomIntent(live, random);
            if (!statement)
                continue;
            live.accept(*statement);
            journal.push_back(recorded(*statement));
            if (random.bounded(4) == 0)
                journal.push_back(journal.back());
            if (random.bounded(4) == 0) {
                Statement other = journal.back();
                other.attempt = {};
                other.object = text("sample/one");
                journal.push_back(other);
            }
        }
        Check replayed = checkOf();
        for (const Statement &statement : journal)
            replayed.accept(statement);
        QVERIFY(replayed.states() == live.states());
        QCOMPARE(replayed.current(), live.current());
        QCOMPARE(replayed.isComplete(), live.isComplete());
        QCOMPARE(replayed.nextOpen(0), live.nextOpen(0));
    }
}

TEST_MAIN_GUILESS(TestCheck)

#include "tst_check.moc"
