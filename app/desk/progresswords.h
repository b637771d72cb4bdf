// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"

namespace desk {

/// How somebody stands towards one objective of a module: by the questions on the sections that it is met in.
struct ObjectiveProgress {
    QString text;
    int items = 0; ///< questions on it that can be marked
    int met = 0;   ///< of which so many were answered
    int held = 0;  ///< of which the last answer held

    bool operator==(const ObjectiveProgress &) const = default;
};

[[nodiscard]] std::vector<ObjectiveProgress> objectivesOf(const course::Module &module,
                                                          const std::vector<practice::Card> &cards);

/// "understood", "well on the way: 3 of 4 held", "not asked yet": words before numbers.
[[nodiscard]] QString heldWords(const ObjectiveProgress &objective);

/// "read", "3 of 6 sections read", "not begun".
[[nodiscard]] QString readingWords(const ModuleProgress &progress);

} // namespace desk
