// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// The part of the review that looks at items: feedback, the length of right options, coverage.
void reviewItems(const Course &course, base::Faults &faults);

} // namespace course
