// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "insight/answers.h"
#include "insight/certainty.h"
#include "workshop/session.h"

#include <optional>
#include <vector>

namespace insight {

/// How answers were given: by a room together, or by people one by one.
enum class Given { InTheRoom, OnPaper, OnScreen };

/// One time that an item was answered.
struct Occasion {
    Given given = Given::InTheRoom;
    int round = 1;                               ///< of a room: the second is the one after they talked
    workshop::When when = workshop::When::Alone; ///< of paper
    Spread spread = {};
    Boxes boxes = {}; ///< empty where nobody was asked how sure they are

    bool operator==(const Occasion &) const = default;
};

/// What it is called: "The room, at first", "On paper, before".
[[nodiscard]] QString nameOf(const Occasion &occasion);

/// An item, and every time that it was answered, the earliest kind first: the room's rounds, then paper, then screen.
struct Reviewed {
    QString item;
    QString place; ///< id of its module or form
    std::vector<Occasion> occasions;

    /// What people believed before they talked, or were told.
    [[nodiscard]] const Occasion &first() const { return occasions.front(); }
    bool operator==(const Reviewed &) const = default;
};

enum class Order {
    MostMissed, ///< by the share who had it the first time; those that too few answered come last
    AsAsked,    ///< as the room was asked, then in the course's order
    ByObjective ///< in the course's order: module by module, and section by section
};

/// What a room answered in a round that is closed. Of items of which several options may be chosen hands go up for each
/// by itself: how many had it is not known, and all of the room is taken to have answered; where nobody had counted it,
/// nothing is told.
[[nodiscard]] Spread spreadOf(const items::Item &item, const workshop::Round &round);

/// Everything that was answered in some sessions, taken together, and of a set of people, item by item; items that the
/// course no longer has, or that a room was asked in another wording, are left out. Without sessions only people's own
/// answers are looked at.
[[nodiscard]] std::vector<Reviewed> reviewed(const course::Course &course,
                                             const std::vector<const workshop::Session *> &sessions,
                                             const AnswerSet &set, Order order);

/// Other items that ask about the same: its partner on the parallel form, then those that rest on the same section,
/// then those that ask about one of its claims; each once, and none of `asked`.
[[nodiscard]] std::vector<const items::Item *> siblingsOf(const course::Course &course, const items::Item &item,
                                                          const QStringList &asked);

} // namespace insight
