// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/ownplan.h"

namespace desk {

/// What a step is called.
[[nodiscard]] QString stepTitle(const course::Course &course, const course::PlanStep &step);
/// Where it is from, and what is asked in it.
[[nodiscard]] QString stepNote(const course::Course &course, const course::PlanStep &step);

/// Whether the course still has what the step is about.
[[nodiscard]] bool isThere(const course::Course &course, const course::PlanStep &step);

/// Whether a step of this kind has words of the trainer's own.
[[nodiscard]] bool hasOwnTitle(course::PlanStep::Kind kind);

/// Minutes from the beginning to a step; to the end of the plan where `step` is the number of its steps.
[[nodiscard]] int minutesBefore(const course::Plan &plan, std::size_t step);
[[nodiscard]] int minutesToKeep(const course::Plan &plan);

/// What the clock says so many minutes after the start: "10:45", the next day "00:15 (+1)".
[[nodiscard]] QString clockText(QTime start, int minutes);

/// "90 minutes", from two hours on "180 minutes (3:00)".
[[nodiscard]] QString lengthText(int minutes);

/// How the plan stands to the minutes that there are: "12 minutes over". Empty where nobody said how many there are.
[[nodiscard]] QString fitText(const OwnPlan &own);

/// What is to be said of a plan that is longer than its day; empty where it is not.
[[nodiscard]] QString dayText(const OwnPlan &own);

/// Whether a section begins with a content note of its own.
[[nodiscard]] bool hasCare(const course::Section &section);

/// The section that has the content note for this step and does not come before it in the plan; null where there is
/// none to miss.
[[nodiscard]] const course::Section *noteMissing(const course::Course &course, const course::Plan &plan,
                                                 std::size_t step);

/// The questions that can be voted on in this step: those about its section first, then the others of its module.
[[nodiscard]] std::vector<const items::Item *> itemsFor(const course::Course &course, const course::PlanStep &step);

} // namespace desk
