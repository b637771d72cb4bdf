// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <QJsonObject>

#include <optional>

namespace workshop {

/// A plan as a session's first statement has it: `{id, title, minutes, steps: [{section | check | form | card | break |
/// discuss, minutes, keep, items}]}`, the words of plans.yaml.
[[nodiscard]] QJsonObject toJson(const course::Plan &plan);

/// The plan in such an object; nothing where a part of it cannot be: no steps, an unknown kind, no minutes, a sum that
/// is not the plan's.
[[nodiscard]] std::optional<course::Plan> planFrom(const QJsonObject &json);

} // namespace workshop
