// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewpresenter.h"

#include "desk/deskhelpers.h"
#include "desk/room.h"

using desk::Projection;
using desk::ReviewPresenter;
using desk::ReviewView;
using testing::text;
using Kind = Projection::Kind;

namespace {

const items::Item &itemCalled(const QString &id)
{
    const items::Item *item = course::findItem(testing::shipped().course, id);
    if (item == nullptr)
        qFatal("no item %s", qPrintable(id));
    return *item;
}

/// Single choices of module 5, in its order, whose wrong options show a belief.
QStringList choices()
{
    QStringList ids;
    for (const items::Item &item : course::findModule(testing::shipped().course, text("what-happened-next"))->items) {
        const auto shows = [&](const course::Misconception &one) {
            return std::ranges::any_of(one.shownBy, [&](const auto &sign) { return sign.item == item.id; });
        };
        if (item.type == items::ItemType::Choice && item.single && !item.tags.contains(text("sensitive")) &&
            std::ranges::any_of(testing::shipped().course.misconceptions, shows))
            ids.append(item.id);
    }
    return ids;
}

QString keyThatHolds(const QString &id)
{
    const items::Item &item = itemCalled(id);
    const auto right = std::ranges::find_if(item.options, [](const auto &one) { return one.fraction >= 1; });
    return items::optionKey(right - item.options.begin());
}

/// An option of the item that shows a belief.
QString keyThatShows(const QString &id)
{
    for (const course::Misconception &misconception : testing::shipped().course.misconceptions) {
        for (const auto &sign : misconception.shownBy) {
            if (sign.item == id)
                return sign.options.front();
        }
    }
    qFatal("nothing shows a belief in %s", qPrintable(id));
}

/// A workshop of twelve people, and its review.
class Reviewing
{
public:
    explicit Reviewing(int people = 12)
        : journal(testing::journalInMemory()),
          m_room(testing::shipped().course, *journal, base::fixedClock(testing::eightOClock)), review(m_room)
    {
        if (m_room.begin({testing::shipped().course.plans.front(), people, false}))
            qFatal("cannot begin");
        session = m_room.session().id();
    }

    /// So many chose what holds, and so many what shows a belief.
    void ask(const QString &id, int had, int believed)
    {
        tally(id, {{keyThatHolds(id), had}, {keyThatShows(id), believed}});
    }

    void tally(const QString &id, const QMap<QString, int> &counts)
    {
        take(m_room.session().ask(itemCalled(id), workshop::Way::Hands));
        take(m_room.session().tally(id, counts, true));
    }

    void open() { review.open({.title = text("A morning"), .session = session, .filter = {}}); }

    /// The workshop is over, and nobody holds its session.
    void end()
    {
        take(m_room.session().end());
        m_room.leave();
    }

    [[nodiscard]] bool isRoomOpen() const { return m_room.isOpen(); }

    std::unique_ptr<journal::Journal> journal;
    QUuid session;

private:
    void take(const std::optional<base::Statement> &statement)
    {
        if (!m_room.record(statement))
            qFatal("not recorded");
    }

    desk::Room m_room;

public:
    ReviewPresenter review;
};

} // namespace

/// Going through what a room believed.
class TestReviewPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksASiblingAtOnce();
    void keepsWhatWasCountedOfASibling();
    void initTestCase() { testing::beginDesk(); }

    void beginsWithTheMostMissed();
    void tellsNothingThatHoldsBeforeItIsRevealed();
    void goesOnAndBackThroughAll();
    void namesTheBeliefBehind();
    void changeTellsWhatTalkingDid();
    void handsForSeveralOptionsAreNoPeople();
    void handsOfARoomThatNobodyCounted();
    void bothRoundsStandSideBySide();
    void showsWhereAndBlank();
    void ordersKeepTheItem();
    void hidesSmallNumbers();
    void nothingWasAnswered();
    void papersOfTheWorkshopAreInIt();
    void offersSiblingsThatWereNotAsked();
};

void TestReviewPresenter::beginsWithTheMostMissed()
{
    const QStringList ids = choices();
    QVERIFY(ids.size() >= 3);
    Reviewing room;
    room.ask(ids[0], 9, 3);
    room.ask(ids[1], 3, 8);
    room.ask(ids[2], 6, 6);
    room.open();
    const ReviewView &view = room.review.view();
    QCOMPARE(view.title, text("A morning"));
    QCOMPARE(view.people, 12);
    QCOMPARE(room.review.item()->id, ids[1]);
    QStringList told;
    for (const insight::Reviewed &one : view.items)
        told.append(room.review.resultText(one));
    QCOMPARE(told.join(u'|'), text("3 of 11 had it|6 of 12 had it|9 of 12 had it"));
}

void TestReviewPresenter::tellsNothingThatHoldsBeforeItIsRevealed()
{
    Reviewing room;
    room.ask(choices()[0], 4, 8);
    room.open();
    Projection shown = room.review.projection();
    QCOMPARE(shown.kind, Kind::Question);
    QCOMPARE(shown.asked.rounds.size(), 1U);
    QVERIFY(shown.asked.holding.isEmpty() && shown.asked.remarks.empty());
    room.review.reveal();
    shown = room.review.projection();
    QCOMPARE(shown.asked.holding, QStringList(keyThatHolds(choices()[0])));
    QCOMPARE(shown.asked.rounds.size(), 1U);
    room.review.goOn();
    QCOMPARE(room.review.projection().kind, Kind::Explanation);
    QVERIFY(!room.review.projection().asked.remarks.empty());
}

void TestReviewPresenter::goesOnAndBackThroughAll()
{
    const QStringList ids = choices();
    Reviewing room;
    room.ask(ids[0], 4, 8);
    room.ask(ids[1], 5, 7);
    room.open();
    std::vector<ReviewView> seen{room.review.view()};
    for (room.review.goOn(); !(room.review.view() == seen.back()); room.review.goOn())
        seen.push_back(room.review.view());
    QCOMPARE(room.review.item()->id, ids[1]);
    QVERIFY(seen.size() >= 6);
    for (int back = 0; back < 20; ++back)
        room.review.goBack();
    QCOMPARE(room.review.view(), seen.front());
}

void TestReviewPresenter::namesTheBeliefBehind()
{
    const QString id = choices()[0];
    Reviewing room;
    room.ask(id, 4, 8);
    room.open();
    const auto behind = room.review.behind();
    QVERIFY(!behind.empty());
    QVERIFY(behind[0].heading.contains(keyThatShows(id).toUpper()));
    QVERIFY(behind[0].heading.startsWith(text("Behind ")) && behind[0].heading.endsWith(text(", 8 of 12")));
    QVERIFY(!behind[0].statement.isEmpty());
    QVERIFY(room.review.certaintyText().isEmpty()); // hands tell nothing of it
}

/// The room had talked already: that step is told apart from the one to the sibling.
void TestReviewPresenter::changeTellsWhatTalkingDid()
{
    const QString id = choices()[0];
    Reviewing room;
    room.ask(id, 3, 9);
    room.ask(id, 8, 4);
    room.end();
    room.open();
    const auto siblings = room.review.siblings();
    const auto counted = std::ranges::find_if(siblings, [](const items::Item *one) {
        return items::isChosenFrom(*one) && one->single && !items::isSensitive(*one);
    });
    QVERIFY(counted != siblings.end());
    room.review.ask((*counted)->id);
    desk::RoomCount &counting = room.review.counting();
    const qsizetype right = items::optionPosition(keyThatHolds((*counted)->id));
    counting.moveField(static_cast<int>(right));
    counting.type(9);
    room.review.goOn();
    QCOMPARE(room.review.changeText(),
             text("Now 9 of 9 had it. Of the question before, 3 of 12 had it, and after talking 8 of 12 had it."));
}

/// A hand for each option: they are more than people, and none of them may be told of more people than there are.
void TestReviewPresenter::handsForSeveralOptionsAreNoPeople()
{
    const QString id = text("documented-reasons");
    QVERIFY(!itemCalled(id).single);
    Reviewing room;
    room.tally(id, {{text("a"), 11}, {text("b"), 9}, {text("c"), 3}, {text("d"), 1}});
    room.open();
    const insight::Occasion &occasion = room.review.current()->first();
    QCOMPARE(occasion.spread.answered, 12);
    const auto figure = room.review.figureOf(occasion);
    QVERIFY(figure.has_value());
    const auto &lines = std::get<figures::Shelf>(figure->diagram).lines;
    QCOMPARE(base::render(lines[0].cell.label), text("11 of 12"));
    QCOMPARE(lines[0].cell.marks(), 12);
    for (const auto &one : room.review.behind())
        QVERIFY2(one.heading.endsWith(text(" of 12")), qPrintable(one.heading));
}

/// Forty hands can be those of twenty people: of a room that nobody counted no number has a denominator.
void TestReviewPresenter::handsOfARoomThatNobodyCounted()
{
    const QString id = text("documented-reasons");
    Reviewing room(0);
    room.tally(id, {{text("a"), 20}, {text("b"), 12}, {text("c"), 8}});
    room.ask(choices()[0], 15, 5);
    room.open();
    const auto choose = [&room](const QString &item) {
        const auto &items = room.review.view().items;
        room.review.choose(std::ranges::find(items, item, &insight::Reviewed::item) - items.begin());
    };
    choose(id);
    const auto figure = room.review.figureOf(room.review.current()->first());
    QVERIFY(!figure.has_value());
    QCOMPARE(figure.error().reason.id, text("refused-uncounted"));
    QVERIFY(room.review.behind().empty());
    QCOMPARE(room.review.resultText(*room.review.current()), text("how many answered is not known"));
    choose(choices()[0]);
    QCOMPARE(room.review.resultText(*room.review.current()), text("15 of 20 had it"));
}

void TestReviewPresenter::bothRoundsStandSideBySide()
{
    const QString id = choices()[0];
    Reviewing room;
    room.ask(id, 4, 8);
    room.ask(id, 10, 2);
    room.open();
    QCOMPARE(room.review.current()->occasions.size(), 2U);
    QCOMPARE(room.review.projection().asked.rounds.size(), 2U);
    QCOMPARE(room.review.projection().asked.roundNames,
             QStringList({text("The room, at first"), text("The room, after talking")}));
    QCOMPARE(room.review.resultText(*room.review.current()), text("4 of 12 had it"));
    const auto figure = room.review.figureOf(room.review.current()->occasions[1]);
    QVERIFY(figure.has_value());
    QCOMPARE(insight::nameOf(room.review.current()->occasions[1]), text("The room, after talking"));
}

void TestReviewPresenter::showsWhereAndBlank()
{
    Reviewing room;
    room.ask(choices()[0], 4, 8);
    room.open();
    room.review.showWhere();
    QCOMPARE(room.review.projection().kind, Kind::Where);
    QVERIFY(!room.review.projection().title.isEmpty());
    room.review.goOn(); // uncovers, and goes no further
    QCOMPARE(room.review.projection().kind, Kind::Question);
    QCOMPARE(room.review.view().step, ReviewView::Step::Answers);
    room.review.blank();
    QCOMPARE(room.review.projection().kind, Kind::Blank);
    room.review.escape();
    QCOMPARE(room.review.projection().kind, Kind::Question);
}

void TestReviewPresenter::ordersKeepTheItem()
{
    const QStringList ids = choices();
    Reviewing room;
    room.ask(ids[2], 9, 3);
    room.ask(ids[0], 3, 9);
    room.open();
    QCOMPARE(room.review.view().at, 0);
    room.review.setOrder(insight::Order::AsAsked);
    QCOMPARE(room.review.item()->id, ids[0]);
    QCOMPARE(room.review.view().at, 1);
    room.review.setOrder(insight::Order::ByObjective);
    QCOMPARE(room.review.view().at, 0);
}

void TestReviewPresenter::hidesSmallNumbers()
{
    Reviewing room;
    room.ask(choices()[0], 1, 3);
    room.open();
    QCOMPARE(room.review.resultText(*room.review.current()), text("fewer than 5 answered"));
    QVERIFY(!room.review.figureOf(room.review.current()->first()).has_value());
    QVERIFY(room.review.behind().empty());
}

void TestReviewPresenter::nothingWasAnswered()
{
    Reviewing room;
    room.open();
    QVERIFY(room.review.item() == nullptr && room.review.current() == nullptr);
    QCOMPARE(room.review.projection().kind, Kind::Nothing);
    room.review.goOn();
    room.review.goBack();
    room.review.reveal();
    room.review.showWhere();
    QCOMPARE(room.review.view().at, -1);
    QVERIFY(room.review.siblings().empty() && room.review.behind().empty());
}

void TestReviewPresenter::papersOfTheWorkshopAreInIt()
{
    const QString id = choices()[0];
    Reviewing room;
    const workshop::PileSetting setting{
        .id = QUuid::createUuid(), .target = text("what-happened-next"), .only = {id}, .session = room.session};
    workshop::Pile pile(text("after-the-raid/"), setting, {itemCalled(id)});
    for (int paper = 0; paper < 6; ++paper) {
        const workshop::PaperIds fresh{room.journal->addActor(journal::ActorKind::Paper).value(), QUuid::createUuid()};
        const QString key = paper < 2 ? keyThatHolds(id) : keyThatShows(id);
        for (const base::Statement &statement : pile.put({paper, 0}, {workshop::Entry::Kind::Answer, {key}}, fresh))
            room.journal->append(statement, [&](const auto &reply) { pile.accept(reply.value()); });
    }
    room.open();
    QCOMPARE(room.review.item()->id, id);
    QCOMPARE(room.review.resultText(*room.review.current()), text("2 of 6 had it"));
    QCOMPARE(insight::nameOf(room.review.current()->first()), text("On paper"));
}

void TestReviewPresenter::offersSiblingsThatWereNotAsked()
{
    const QStringList ids = choices();
    Reviewing room;
    room.ask(ids[0], 4, 8);
    room.open();
    const auto all = room.review.siblings();
    QVERIFY(!all.empty());
    Reviewing both;
    both.ask(ids[0], 4, 8);
    both.ask(all.front()->id, 4, 8);
    both.open();
    both.review.setOrder(insight::Order::AsAsked);
    for (const items::Item *one : both.review.siblings())
        QVERIFY(one->id != all.front()->id);
}

void TestReviewPresenter::asksASiblingAtOnce()
{
    const QString id = choices()[0];
    Reviewing room;
    room.ask(id, 3, 9);
    room.end();
    room.open();
    QVERIFY(std::ranges::any_of(room.review.siblings(), [&](const auto *one) { return room.review.canAsk(*one); }));
    const auto siblings = room.review.siblings();
    const auto counted = std::ranges::find_if(siblings, [](const items::Item *one) {
        return items::isChosenFrom(*one) && one->single && !one->tags.contains(text("sensitive"));
    });
    QVERIFY(counted != siblings.end());
    const items::Item &sibling = **counted;
    room.review.ask(sibling.id);
    QCOMPARE(room.review.askedNow(), &sibling);
    QCOMPARE(room.review.projection().title, sibling.title);
    QCOMPARE(room.review.projection().kind, Kind::Question);
    QVERIFY(room.review.changeText().isEmpty());
    // Twelve have it: the right option's count, and nothing in the others.
    desk::RoomCount &counting = room.review.counting();
    const qsizetype right = items::optionPosition(keyThatHolds(sibling.id));
    for (qsizetype option = 0; option < std::ssize(sibling.options) + 1; ++option) {
        for (const QChar digit : option == right ? text("12") : text("0"))
            counting.type(digit.digitValue());
        counting.enter();
    }
    QVERIFY(room.review.projection().asked.holding.isEmpty());
    room.review.goOn();
    QVERIFY(!room.review.projection().asked.holding.isEmpty());
    QCOMPARE(room.review.changeText(), text("Now 12 of 12 had it. Of the question before, 3 of 12 had it."));
    QCOMPARE(room.review.projection().asked.remark, room.review.changeText());
    room.review.goOn();
    QCOMPARE(room.review.projection().kind, Kind::Explanation);
    for (int parts = desk::explanationParts(sibling); parts > 0; --parts)
        room.review.goOn();
    QVERIFY(room.review.askedNow() == nullptr);
    QVERIFY(!room.isRoomOpen());
    QCOMPARE(room.review.current()->item, id); // where the review was
    QVERIFY(std::ranges::find(room.review.view().items, sibling.id, &insight::Reviewed::item) !=
            room.review.view().items.end());
}

void TestReviewPresenter::keepsWhatWasCountedOfASibling()
{
    Reviewing room;
    room.ask(choices()[0], 3, 9);
    room.end();
    room.open();
    const auto siblings = room.review.siblings();
    const auto counted =
        std::ranges::find_if(siblings, [](const items::Item *one) { return items::isChosenFrom(*one); });
    const QString sibling = (*counted)->id;
    room.review.ask(sibling);
    room.review.counting().type(7);
    room.review.escape(); // in the middle of it
    QVERIFY(room.review.askedNow() == nullptr);
    room.open();
    room.review.ask(sibling);
    QCOMPARE(room.review.counting().fields().front().typed, text("7"));
}

DESK_TEST_MAIN(TestReviewPresenter)
#include "tst_reviewpresenter.moc"
