// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/tablerow.h"

#include <span>

namespace course {

/// The columns of a table of parts.
[[nodiscard]] std::span<const char *const> partColumns();

/// Reads one part, or tells of each cell that is wrong.
[[nodiscard]] std::optional<FigurePart> readPart(TableRow &row);

/// Holds the ends of every part to what its kind asks for: an arrow runs between two nodes, a cell lies in a row and a
/// column, a gap between two moments, a gate at one or from one to another. All parts are of one figure.
void checkEnds(const std::vector<FigurePart> &parts, base::Faults &faults);

} // namespace course
