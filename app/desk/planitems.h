// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <optional>

class QWidget;

namespace desk {

/// Asks which questions the room is asked in a step; nothing where it stays as it is. What was asked in it and is not
/// among those that the course offers for it stays.
[[nodiscard]] std::optional<QStringList> askItems(QWidget *parent, const course::Course &course,
                                                  const course::PlanStep &step);

} // namespace desk
