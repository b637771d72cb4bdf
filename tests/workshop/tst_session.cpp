// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/session.h"

#include "items/gift.h"
#include "support/testing.h"
#include "workshop/planjson.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

using base::Statement;
using base::Verb;
using workshop::Session;
using workshop::Way;
using Phase = workshop::Session::Phase;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 eightOClock = 1767254400000;
const QUuid sessionId = QUuid::fromString(QStringLiteral("0192f000-0000-7000-8000-000000000001"));

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

course::PlanStep step(course::PlanStep::Kind kind, const char *target, int minutes, bool mustKeep)
{
    course::PlanStep made;
    made.kind = kind;
    made.target = text(target);
    made.minutes = minutes;
    made.mustKeep = mustKeep;
    return made;
}

workshop::Setting usual()
{
    using Kind = course::PlanStep::Kind;
    workshop::Setting setting;
    setting.plan.id = text("one-hour");
    setting.plan.title = text("One hour");
    setting.plan.minutes = 60;
    setting.plan.steps = {step(Kind::Section, "what-we-agree", 10, true),
                          step(Kind::Section, "two-questions", 20, true), step(Kind::Break, "break", 10, false),
                          step(Kind::Section, "what-lies-underneath", 10, false),
                          step(Kind::Section, "last-round", 10, true)};
    setting.plan.steps[1].items = {text("sentence")};
    setting.room = 30;
    return setting;
}

items::Item itemOf(const char *id, bool isSensitive = false)
{
    const QByteArray gift = QByteArray("// [id:") + id + "]" + (isSensitive ? " [tag:sensitive]" : "") +
                            "\n::t::Which? {\n=One\n~Two\n~Three\n}";
    const items::GiftReading reading = items::readGift(gift, text("items.gift"));
    if (reading.items.size() != 1)
        qFatal("the test's own GIFT is not sound");
    return reading.items.front();
}

/// A session and the clock and the paper that it is written on.
struct Room {
    Session session{text("course/"), sessionId};
    qint64 now = eightOClock;
    std::vector<Statement> written;

    /// Writes what an intent gave, at the time that it is; whether it gave anything.
    bool take(std::optional<Statement> statement)
    {
        if (!statement)
            return false;
        statement->at = now;
        written.push_back(*statement);
        session.accept(*statement);
        return true;
    }

    [[nodiscard]] Session replayed() const
    {
        Session again(text("course/"), sessionId);
        for (const Statement &statement : written)
            again.accept(statement);
        return again;
    }
};

Room running()
{
    Room room;
    if (!room.take(room.session.start(usual())))
        qFatal("the session does not begin");
    return room;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAsPlanned();
    void beginsWithNothingBroken_data();
    void beginsWithNothingBroken();
    void keepsTheClock();
    void aClockThatGoesBackAddsNothing();
    void knowsHowLongAStepTakes();
    void leavesOutAndPutsBack();
    void neverLeavesOutWhatMustStay();
    void asksInTwoRounds();
    void mendsACount();
    void asksQuietlyWhatIsSensitive();
    void countsTheRoomAnew();
    void aRoundKeepsItsRoom();
    void onlyTheLastRoundIsMended();
    void isOnlyAskedOnceItIsOver();
    void passesOverWhatIsNotItsOwn();
    void replayGivesTheSame();
    void readsThePlanBack();
};

void TestSession::beginsAsPlanned()
{
    const Room room = running();
    QCOMPARE(room.session.phase(), Phase::Running);
    QCOMPARE(room.session.setting(), usual());
    QCOMPARE(room.session.spot(), workshop::Spot());
    const Statement &started = room.written.front();
    QCOMPARE(started.verb, Verb::Started);
    QCOMPARE(started.object, text("course/one-hour"));
    QCOMPARE(started.session, sessionId);
    QVERIFY(!room.session.start(usual()).has_value()); // once
}

void TestSession::beginsWithNothingBroken_data()
{
    QTest::addColumn<QString>("broken");

    for (const char *name : {"no steps", "no minutes", "another sum", "an unknown kind"})
        QTest::newRow(name) << text(name);
}

/// A first statement that was tampered with, or comes from elsewhere.
void TestSession::beginsWithNothingBroken()
{
    QFETCH(const QString, broken);
    QJsonObject plan = workshop::toJson(usual().plan);
    QJsonArray steps = plan.value(QLatin1String("steps")).toArray();
    QJsonObject first = steps.first().toObject();
    if (broken == QLatin1String("no minutes"))
        first.remove(text("minutes"));
    if (broken == QLatin1String("an unknown kind"))
        first.remove(text("section"));
    if (broken == QLatin1String("another sum"))
        first.insert(text("minutes"), 11);
    steps.replace(0, first);
    plan.insert(text("steps"), broken == QLatin1String("no steps") ? QJsonArray() : steps);
    Statement started = running().written.front();
    started.result.insert(text("plan"), plan);
    Session session(text("course/"), sessionId);
    session.accept(started);
    QCOMPARE(session.phase(), Phase::Planned);
    QVERIFY(!session.show({1, 0}).has_value());
    workshop::Setting none = usual();
    none.plan.steps.clear();
    QVERIFY(!session.start(none).has_value());
}

void TestSession::keepsTheClock()
{
    Room room = running();
    room.now += 10 * minute;
    QCOMPARE(room.session.elapsed(room.now), 10 * minute);
    QVERIFY(room.take(room.session.pause()));
    QVERIFY(!room.session.pause().has_value());
    room.now += 7 * minute;
    QCOMPARE(room.session.elapsed(room.now), 10 * minute);
    QVERIFY(room.take(room.session.show({1, 0}))); // looking ahead while the room rests
    QVERIFY(room.take(room.session.resume()));
    room.now += 5 * minute;
    QCOMPARE(room.session.elapsed(room.now), 15 * minute);
    // A power cut of three minutes: the day went on.
    Session again = room.replayed();
    QCOMPARE(again.elapsed(room.now + 3 * minute), 18 * minute);
    QVERIFY(room.take(room.session.end()));
    QCOMPARE(room.session.elapsed(room.now + 60 * minute), 15 * minute);
    QCOMPARE(room.session.standing(room.now).step, 5);
}

void TestSession::aClockThatGoesBackAddsNothing()
{
    Room room = running();
    room.now += 10 * minute;
    QVERIFY(room.take(room.session.pause()));
    room.now -= 60 * minute;
    QVERIFY(room.take(room.session.resume()));
    QCOMPARE(room.session.elapsed(room.now - minute), 10 * minute);
    room.now += 4 * minute;
    QCOMPARE(room.session.elapsed(room.now), 14 * minute);
}

void TestSession::knowsHowLongAStepTakes()
{
    Room room = running();
    room.now += 12 * minute;
    QVERIFY(room.take(room.session.show({0, 3})));
    QCOMPARE(room.session.standing(room.now).inStep, 12 * minute);
    QVERIFY(room.take(room.session.show({1, 0})));
    room.now += 2 * minute;
    QVERIFY(room.take(room.session.show({1, 1})));
    const workshop::Standing standing = room.session.standing(room.now);
    QCOMPARE(standing, (workshop::Standing{1, 14 * minute, 2 * minute, {}}));
    QCOMPARE(workshop::paceOf(room.session.setting().plan, standing).late, 2 * minute);
    QVERIFY(!room.session.show({5, 0}).has_value());
    QVERIFY(!room.session.show({1, -1}).has_value());
}

void TestSession::leavesOutAndPutsBack()
{
    Room room = running();
    QVERIFY(room.take(room.session.leaveOut({2, 3})));
    QCOMPARE(room.session.cut(), (std::set<int>{2, 3}));
    QVERIFY(!room.session.leaveOut({2}).has_value()); // it is out already
    QVERIFY(room.take(room.session.putBack({3})));
    QCOMPARE(room.session.cut(), std::set<int>{2});
    QVERIFY(!room.session.putBack({3}).has_value());
    QVERIFY(room.take(room.session.show({2, 0}))); // shown all the same
    QCOMPARE(room.session.cut(), std::set<int>());
    QVERIFY(!room.session.leaveOut({2}).has_value());
}

void TestSession::neverLeavesOutWhatMustStay()
{
    Room room = running();
    QVERIFY(!room.session.leaveOut({}).has_value());
    QVERIFY(!room.session.leaveOut({2, 4}).has_value());
    QVERIFY(!room.session.leaveOut({5}).has_value());
    Statement forced = *room.session.leaveOut({2});
    forced.result = {{text("steps"), QJsonArray{1, 4, 77, -1, text("x")}}};
    room.take(forced);
    QCOMPARE(room.session.cut(), std::set<int>());
}

void TestSession::asksInTwoRounds()
{
    Room room = running();
    const items::Item item = itemOf("sentence");
    QVERIFY(!room.session.tally(text("sentence"), {{text("a"), 3}}, true).has_value()); // nothing is on the table
    QVERIFY(room.take(room.session.ask(item, Way::Hands)));
    QVERIFY(!room.session.ask(item, Way::Hands).has_value()); // the round is open
    QVERIFY(!room.session.reveal(text("sentence")).has_value());
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 4}}, false)));
    QVERIFY(room.take(
        room.session.tally(text("sentence"), {{text("a"), 4}, {text("b"), 18}, {text("c"), 5}, {text("?"), 2}}, true)));
    QCOMPARE(room.session.asking(text("sentence")).rounds.front().answers(), 29);
    QVERIFY(room.take(room.session.ask(item, Way::Pairs)));
    QVERIFY(!room.session.reveal(text("sentence")).has_value());
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 21}, {text("b"), 8}}, true)));
    QVERIFY(room.take(room.session.reveal(text("sentence"))));
    QVERIFY(!room.session.reveal(text("sentence")).has_value());
    QVERIFY(!room.session.ask(item, Way::Hands).has_value()); // what is open cannot be asked again
    const workshop::Asking asked = room.session.asking(text("sentence"));
    QCOMPARE(asked.version, items::itemVersion(item));
    QCOMPARE(asked.rounds.size(), std::size_t(2));
    QCOMPARE(asked.rounds[0].counts.value(text("b")), 18);
    QCOMPARE(asked.rounds[1].way, Way::Pairs);
    QCOMPARE(asked.rounds[1].counts.value(text("a")), 21);
    QVERIFY(asked.isRevealed);
    for (const Statement &statement : room.written) {
        if (statement.verb == Verb::Tallied)
            QCOMPARE(statement.version, items::itemVersion(item));
    }
}

void TestSession::mendsACount()
{
    Room room = running();
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(!room.session.tally(text("sentence"), {{text("a"), -1}}, true).has_value());
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 40}}, true))); // a slip: forty of thirty
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 4}}, false)));
    const workshop::Asking asked = room.session.asking(text("sentence"));
    QCOMPARE(asked.rounds.size(), std::size_t(1));
    QCOMPARE(asked.rounds.front().answers(), 4);
    QVERIFY(asked.rounds.front().isClosed); // mending does not open it again
}

void TestSession::asksQuietlyWhatIsSensitive()
{
    QCOMPARE(workshop::usualWay(itemOf("sentence")), Way::Hands);
    QCOMPARE(workshop::usualWay(itemOf("sentence", true)), Way::Paper);
}

void TestSession::countsTheRoomAnew()
{
    Room room = running();
    QVERIFY(room.take(room.session.countRoom(28)));
    QCOMPARE(room.session.setting().room, 28);
    QVERIFY(!room.session.countRoom(-1).has_value());
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 28}}, true)));
    QCOMPARE(room.written.back().result.value(QLatin1String("present")).toInt(), 28);
}

/// Who leaves later was there when the question was asked; a count that was wrong is mended until it is revealed.
void TestSession::aRoundKeepsItsRoom()
{
    Room room = running();
    const auto roomOf = [&room](std::size_t round) {
        return room.session.asking(text("sentence")).rounds.at(round).room;
    };
    QVERIFY(room.take(room.session.countRoom(0)));
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 12}}, true)));
    QCOMPARE(roomOf(0), 0);
    QVERIFY(room.take(room.session.countRoom(42)));
    QVERIFY(room.take(room.session.countRoom(24)));
    QCOMPARE(roomOf(0), 24);
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 12}}, true)));
    QVERIFY(room.take(room.session.countRoom(20)));
    QCOMPARE(roomOf(0), 24);
    QCOMPARE(roomOf(1), 20);
    QVERIFY(room.take(room.session.reveal(text("sentence"))));
    QVERIFY(room.take(room.session.countRoom(10)));
    QCOMPARE(roomOf(0), 24);
    QCOMPARE(roomOf(1), 20);
    QCOMPARE(room.session.setting().room, 10);
}

/// What was never revealed keeps its people, too, once something else was asked.
void TestSession::onlyTheLastRoundIsMended()
{
    Room room = running();
    QVERIFY(room.take(room.session.countRoom(40)));
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 12}}, true)));
    QVERIFY(room.take(room.session.ask(itemOf("another"), Way::Hands)));
    QVERIFY(room.take(room.session.countRoom(22)));
    QCOMPARE(room.session.asking(text("sentence")).rounds.front().room, 40);
    QCOMPARE(room.session.asking(text("another")).rounds.front().room, 22);
}

void TestSession::isOnlyAskedOnceItIsOver()
{
    Room room = running();
    QVERIFY(room.take(room.session.end()));
    QVERIFY(!room.session.end().has_value());
    QVERIFY(!room.session.show({1, 0}).has_value());
    QVERIFY(!room.session.resume().has_value());
    QVERIFY(!room.session.leaveOut({2}).has_value());
    QVERIFY(!room.session.countRoom(3).has_value());
    // In the review after it.
    QVERIFY(room.take(room.session.ask(itemOf("sentence"), Way::Hands)));
    QVERIFY(room.take(room.session.tally(text("sentence"), {{text("a"), 5}}, true)));
    QVERIFY(room.take(room.session.reveal(text("sentence"))));
    QCOMPARE(room.session.asking(text("sentence")).rounds.front().counts.value(text("a")), 5);
    QCOMPARE(room.session.phase(), Session::Phase::Over);
}

void TestSession::passesOverWhatIsNotItsOwn()
{
    Room room = running();
    const Session before = room.session;
    Statement other = *room.session.show({1, 0});
    other.session = QUuid::createUuid();
    room.session.accept(other);
    Statement elsewhere = *room.session.show({1, 0});
    elsewhere.object = text("another/two-questions");
    room.session.accept(elsewhere);
    Statement nowhere = *room.session.show({1, 0});
    nowhere.result = {{text("step"), 9}, {text("slide"), 0}};
    room.session.accept(nowhere);
    Statement late = room.written.front();
    late.at += minute;
    room.session.accept(late); // it has begun
    QCOMPARE(room.session, before);
}

/// Whatever a trainer does, and wherever the power fails, the statements alone give the session back.
void TestSession::replayGivesTheSame()
{
    QRandomGenerator random(20'260'102);
    const std::array items{itemOf("sentence"), itemOf("donor"), itemOf("letter", true)};
    qsizetype taken = 0;
    for (int round = 0; round < 200; ++round) {
        Room room = running();
        for (int act = 0; act < 40; ++act) {
            room.now += random.bounded(-2, 240) * 1000LL;
            const items::Item &item = items.at(static_cast<std::size_t>(random.bounded(3)));
            const QMap<QString, int> counts{{text("a"), random.bounded(20)}, {text("b"), random.bounded(12)}};
            switch (random.bounded(9)) {
            case 0:
            case 1:
                room.take(room.session.show({random.bounded(-1, 6), random.bounded(-1, 4)}));
                break;
            case 2:
                room.take(room.session.phase() == Phase::Paused ? room.session.resume() : room.session.pause());
                break;
            case 3:
                room.take(room.session.leaveOut({random.bounded(5)}));
                break;
            case 4:
                room.take(room.session.putBack({random.bounded(5)}));
                break;
            case 5:
                room.take(room.session.ask(item, random.bounded(2) == 0 ? Way::Hands : Way::Paper));
                break;
            case 6:
                room.take(room.session.tally(item.id, counts, random.bounded(2) == 0));
                break;
            case 7:
                room.take(room.session.reveal(item.id));
                break;
            default:
                room.take(random.bounded(20) == 0 ? room.session.end() : room.session.countRoom(random.bounded(40)));
                break;
            }
            QCOMPARE(room.replayed(), room.session);
        }
        taken += std::ssize(room.written);
    }
    QVERIFY2(taken > 2000, qPrintable(QString::number(taken)));
}

void TestSession::readsThePlanBack()
{
    const course::Plan plan = usual().plan;
    QCOMPARE(workshop::planFrom(workshop::toJson(plan)), std::optional(plan));
    QVERIFY(!workshop::planFrom({}).has_value());
}

TEST_MAIN_GUILESS(TestSession)
#include "tst_session.moc"
