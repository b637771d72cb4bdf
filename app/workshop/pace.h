// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <set>
#include <vector>

namespace workshop {

/// How far a group has come in its plan. Times are in milliseconds, pauses not counted.
struct Standing {
    int step = 0;       ///< the one that they are in, from 0; the number of steps when all are done
    qint64 elapsed = 0; ///< since the beginning
    qint64 inStep = 0;  ///< since the step began
    std::set<int> cut;  ///< steps that were taken out

    bool operator==(const Standing &) const = default;
};

/// What that means for the end of the day. Times are in milliseconds.
struct Pace {
    qint64 left = 0; ///< until the planned end; negative after it
    qint64 need = 0; ///< what is left of the step and all that is still to come
    qint64 late = 0; ///< how much later than planned it will end if nothing is cut; negative: earlier

    bool operator==(const Pace &) const = default;
};

[[nodiscard]] Pace paceOf(const course::Plan &plan, const Standing &standing);

/// What to leave out so that the rest fits the time that is left.
struct Cuts {
    std::vector<int> steps; ///< in the plan's order; never one that must be kept, never the one that they are in
    int minutes = 0;        ///< that they take in the plan
    qint64 stillOver = 0;   ///< by how many milliseconds it is too long even so; 0 where it fits

    bool operator==(const Cuts &) const = default;
};

/// The least to leave out: what stays takes as many of the minutes that are left as can be, so nothing that is cut
/// would still fit. Of two ways to do that, the one with fewer cuts; of those, the one that cuts later.
[[nodiscard]] Cuts proposeCuts(const course::Plan &plan, const Standing &standing);

} // namespace workshop
