// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// What a cell has to know beyond its own row.
struct Surroundings {
    const course::FigureRow *within = nullptr; ///< the row whose people this row counts among, if the figure has it
    bool sameNumber = false; ///< the source says "the same number" as in the case before, and gives none of its own
};

/// How the row's answer may be shown.
[[nodiscard]] CellForm formOf(const course::FigureRow &row);

/// The cell that answers `row`, which is sound (see refusalFor).
[[nodiscard]] Cell cellFor(const course::FigureRow &row, const Surroundings &around);

/// The cell of a case that the question was never put to.
[[nodiscard]] Cell unaskedCell(course::Question question);

} // namespace figures
