// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/statement.h"
#include "course/course.h"
#include "practice/fsrs.h"

#include <QHash>

#include <vector>

namespace practice {

/// An item that somebody has answered, and how well they are likely to remember what it asks.
struct Card {
    QString item;
    Memory memory;
    Grade last = Grade::Again;
    bool sureButWrong = false; ///< the last answer did not hold, although they were sure of it

    bool operator==(const Card &) const = default;
};

/// The grade of an `answered` statement's result. What holds is good; easy where they were sure, hard where it was a
/// guess. What holds in part is hard from half of the mark on. "I don't know" is as honest as any answer, and comes
/// back like one that did not hold.
[[nodiscard]] Grade gradeOf(const QJsonObject &result);

/// What somebody has met of a course, one statement after another, oldest first.
class Deck
{
public:
    explicit Deck(const course::Course &course);

    /// Takes an `answered` statement in; others, and those of other courses, are passed over. Of several answers to an
    /// item in one go only one counts. Of tries it is the first, since the others follow a hint. Where nothing opens
    /// before the end it is the last: there each is a first try, and a slip that was mended in time is none.
    void take(const base::Statement &statement);

    /// The cards of the items of the course's modules that were answered, in the course's order. What cannot be marked,
    /// and what is gone from the course, is no card.
    [[nodiscard]] std::vector<Card> cards() const;

private:
    /// An answer that counts.
    struct Review {
        QUuid attempt; ///< the go that it was given in; may be null
        qint64 at = 0;
        Grade grade = Grade::Again;
        bool isSure = false;
    };

    struct Met {
        Card card;
        std::vector<Review> reviews; ///< that made it, oldest first
    };

    static void add(Card &card, const Review &review);

    QString m_prefix;
    std::vector<QString> m_items; ///< what can be a card
    QHash<QString, Met> m_met;
};

/// The day that somebody is in: `now`, and the midnights around it by their own clock. UTC, in milliseconds.
struct Today {
    qint64 now = 0;
    qint64 start = 0;
    qint64 end = 0;
};

/// The day of `now` where the clocks are `offsetMinutes` ahead of UTC.
[[nodiscard]] Today todayAt(qint64 now, int offsetMinutes);

/// Whether a card is to be asked today. What is counted in days is due from the morning of its day on. What is still
/// being learned is due after its minutes if it did not hold; if it did, not before the next day: whoever has just
/// finished a check is done with it.
[[nodiscard]] bool isDue(const Card &card, const Today &today);

/// The day a card is due on, in days from today; 0 where it is due or overdue.
[[nodiscard]] int daysUntilDue(const Card &card, const Today &today);

/// How many cards are due today (what is overdue among them) and on each of the days after it; `days` numbers.
[[nodiscard]] std::vector<int> forecast(const std::vector<Card> &cards, const Today &today, int days);

} // namespace practice
