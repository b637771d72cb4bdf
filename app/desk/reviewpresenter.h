// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/projection.h"
#include "desk/roomcount.h"
#include "insight/beliefs.h"
#include "insight/gathering.h"
#include "insight/review.h"

#include <QObject>

namespace desk {

/// What is reviewed: one workshop with the papers that were handed out in it, or everybody whom a filter takes.
struct ReviewSubject {
    QString title; ///< empty: what the workshop's plan is called
    QUuid session; ///< null: no workshop, the filter alone
    insight::Filter filter;

    bool operator==(const ReviewSubject &) const = default;
};

/// What the page of a review shows.
struct ReviewView {
    /// How far the item on the table is opened: what was believed, then what holds, then why.
    enum class Step { Answers, Revealed, Explained };

    QString title;
    insight::Order order = insight::Order::MostMissed;
    std::vector<insight::Reviewed> items; ///< in that order
    qsizetype at = -1;                    ///< the item on the table; -1 where nothing was answered
    Step step = Step::Answers;
    int part = 0;             ///< of the explanation, from 0
    std::optional<int> where; ///< which screen of the passage lies over the answers
    bool isBlank = false;
    QString asking;                        ///< id of the item that the room is asked meanwhile; empty: none
    int people = 0;                        ///< who took part in the workshop; 0 where nobody counted
    std::optional<journal::Error> problem; ///< why there is nothing to show

    bool operator==(const ReviewView &) const = default;
};

/// Goes through what a room answered, item by item: what it believed, the belief behind each option, what holds and
/// why, where it is told, and what else could be asked about the same; asks that at once, and tells what changed. Holds
/// no widget.
class ReviewPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `room` must outlive the presenter.
    explicit ReviewPresenter(Room &room, QObject *parent = nullptr);

    [[nodiscard]] const course::Course &course() const { return m_room.course(); }
    [[nodiscard]] const ReviewView &view() const { return m_view; }
    [[nodiscard]] const insight::AnswerSet &answers() const { return m_answers; }

    /// Reads what there is, and puts the first item on the table.
    void open(const ReviewSubject &subject);

    /// What is on the table; null where nothing was answered.
    [[nodiscard]] const insight::Reviewed *current() const;
    [[nodiscard]] const items::Item *item() const;

    // What is told of an item, by the table of small numbers.
    /// How many had it the first time: "3 of 12 had it", or why that is not said.
    [[nodiscard]] QString resultText(const insight::Reviewed &reviewed) const;
    /// The same of one occasion, of the item on the table.
    [[nodiscard]] QString resultText(const insight::Occasion &occasion) const;
    /// What was answered on one occasion, to be drawn; or why it may not be. Nothing where nothing is chosen.
    [[nodiscard]] tl::expected<figures::PreparedFigure, figures::Refusal>
    figureOf(const insight::Occasion &occasion) const;
    /// A belief that options of the item on the table show, and how many chose one of these the first time.
    struct Behind {
        QString statement;
        QString heading; ///< "Behind B, 6 of 12"
    };
    /// The most chosen first. None where fewer answered than may be shown by option.
    [[nodiscard]] std::vector<Behind> behind() const;
    /// Of those who were asked how sure they are, the first time: "Of the 9 who did not have it, 4 were sure."
    [[nodiscard]] QString certaintyText() const;
    [[nodiscard]] std::vector<const items::Item *> siblings() const;

    // Asking the room something else about the same.
    /// Hands for several options are told of a room that somebody counted, and are not asked for else.
    [[nodiscard]] bool canAsk(const items::Item &sibling) const;
    /// What the room is asked meanwhile; null: nothing.
    [[nodiscard]] const items::Item *askedNow() const { return m_counting.item(); }
    [[nodiscard]] RoomCount &counting() { return m_counting; }
    [[nodiscard]] const RoomCount &counting() const { return m_counting; }
    /// How many had it, and how many had the item on the table before; empty until it is revealed.
    [[nodiscard]] QString changeText() const;

    /// Where the item on the table is told, whole.
    [[nodiscard]] Projection told() const;
    /// What the room sees.
    [[nodiscard]] Projection projection() const;

    // What the trainer does.
    void choose(qsizetype at);
    void goOn(); ///< to what holds, to why, and to the next item
    void goBack();
    void reveal();
    void showWhere(); ///< its next screen; after the last the answers again
    void blank();
    void setOrder(insight::Order order);
    void ask(const QString &item);
    void stopAsking(); ///< back to the review, of which it is a part now
    void escape();     ///< whatever lies over the answers

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] journal::Result<void> read(const ReviewSubject &subject);
    [[nodiscard]] journal::Result<std::vector<base::Statement>> statementsOf(const QUuid &session) const;
    void arrange();
    [[nodiscard]] QString resultOf(const items::Item &item, const insight::Spread &spread) const;
    [[nodiscard]] Projection askedProjection() const;
    void goOnAsking();
    void onRoomChanged();

    Room &m_room;
    RoomCount m_counting;
    ReviewSubject m_subject;
    bool m_hasOpened = false; ///< the room, to ask something
    int m_askedPart = -1;     ///< of the explanation of what was asked; before it -1
    std::optional<workshop::Session> m_session;
    insight::AnswerSet m_answers;
    ReviewView m_view;
};

} // namespace desk
