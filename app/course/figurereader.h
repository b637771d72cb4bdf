// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

namespace course {

/// Reads `figures/datapackage.json` and the tables that it names into `course.figures`: one figure a resource, and one
/// for each value of its column `figure`. Sources and claims must have been read before, since each row names its own.
/// A fault in a row closes the figures that the row belongs to; a fault in a table's header closes all of its figures.
/// Gives the ids of the figures that are closed.
[[nodiscard]] QStringList readFigures(const CourseFolder &folder, Course &course, base::Faults &faults);

} // namespace course
