// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/cards.h"

#include <QStringList>

namespace practice {

/// What somebody can do in the minutes that they have.
struct Sitting {
    QStringList items;     ///< to be asked, in this order
    QString readOn;        ///< a section that still fits after them; may be empty
    int minutes = 0;       ///< of all that, by the course's own reckoning
    int dueAfterwards = 0; ///< cards that are due and do not fit

    bool operator==(const Sitting &) const = default;
};

/// Minutes that an item takes, as the course reckons.
inline constexpr int minutesPerItem = 1;

/// A sitting of at most `minutes`: of what is due, first what somebody was sure of and that did not hold, then the
/// rest, of each what is least likely to be remembered first. What is not due has its own time: asked again at once it
/// would be read off the feedback, and there would be no end to it. Where nothing is left of those and time is,
/// `nextSection` too, if it takes no longer than what is left. Never more than fits.
[[nodiscard]] Sitting sittingOf(const std::vector<Card> &cards, const Today &today, int minutes,
                                const course::Section *nextSection = nullptr);

/// Everything that is due, as a sitting without end.
[[nodiscard]] Sitting everythingDue(const std::vector<Card> &cards, const Today &today);

} // namespace practice
