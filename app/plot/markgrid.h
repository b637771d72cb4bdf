// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/columns.h"
#include "plot/figurelayout.h"

namespace plot {

/// The marks of one cell in lines, with their bracket and their ragged edge.
struct MarkGrid {
    std::vector<Mark> marks;
    Bracket bracket;         ///< empty paths where the cell has none
    QPainterPath raggedEdge; ///< empty where the cell has none
    qreal bottom = 0;
};

/// Places `cell`'s marks in `column`, the centres of the first line at `firstCentre`.
[[nodiscard]] MarkGrid gridFor(const figures::Cell &cell, const PanelColumn &column, const Measures &measures,
                               qreal firstCentre);

} // namespace plot
