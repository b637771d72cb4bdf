// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"
#include "plot/sheet.h"

namespace plot {

/// Where the figure's numbers come from, or whose argument it is, in one line.
[[nodiscard]] QString sourceText(const course::Course &course, const figures::PreparedFigure &figure);

/// What the figure cannot tell, a line each.
[[nodiscard]] QStringList limitLines(const figures::PreparedFigure &figure);

/// The whole figure in sentences.
[[nodiscard]] QString plainText(const figures::PreparedFigure &figure);

/// What there is to know of one spot, as rich text: its value, what was worked out of it and by which rule, the
/// author's remark, its claim and its source.
[[nodiscard]] QString spotHtml(const course::Course &course, const figures::Spot &spot);

/// The figure as it leaves the program.
[[nodiscard]] Sheet sheetOf(const course::Course &course, const figures::PreparedFigure &figure);

} // namespace plot
