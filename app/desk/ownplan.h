// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "keep/plans.h"

#include <QJsonObject>
#include <QTime>

#include <optional>

namespace desk {

/// A plan that a trainer made, and what they said of the day.
struct OwnPlan {
    course::Plan plan; ///< it may have no steps yet; its minutes are always the sum of theirs
    QTime start = QTime(9, 0);
    int wished = 0; ///< minutes that they have; 0: they have not said

    bool operator==(const OwnPlan &) const = default;
};

inline constexpr int mostStepMinutes = 999;
inline constexpr qsizetype longestPlanTitle = 80;

/// As `keep::Plans` has it: the words of plans.yaml, the course that it is made of, and what was said of the day.
[[nodiscard]] QJsonObject toJson(const OwnPlan &own, const QString &course);
/// The plan in such an object; nothing where it cannot be one.
[[nodiscard]] std::optional<OwnPlan> ownPlanFrom(const QJsonObject &json);

/// A trainer's own plans for this course, in the order in which they were made.
[[nodiscard]] std::vector<OwnPlan> ownPlans(const course::Course &course, const keep::Plans &plans);
/// All that a workshop can be held by: the course's plans, then those of one's own that have steps.
[[nodiscard]] std::vector<course::Plan> allPlans(const course::Course &course, const keep::Plans &plans);

} // namespace desk
