// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// A trainer's own numbers, as a course of one figure and its sources: what shows a course's figures shows these.
struct OwnFigure {
    Course course;
    base::Faults faults; ///< with an error, the course has no figure

    [[nodiscard]] bool isOpen() const { return !course.figures.empty(); }
    [[nodiscard]] const FigureData &figure() const { return course.figures.front(); }
};

/// Reads a table of numbers for one session (CSV, commas or semicolons, UTF-8). Its columns are those of a course's
/// numbers; `case`, `counted`, `total`, `count`, `qualifier` and `source` have to be there, any other may be left out.
/// A source is one line in the author's words, and no row is without one. Totals of more than 150 people make it rows
/// of comparison. `id` is the figure's, and the file's name its title.
[[nodiscard]] OwnFigure readOwnFigure(const QString &path, const QString &id);

} // namespace course
