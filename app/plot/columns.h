// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "plot/measures.h"

#include <vector>

namespace plot {

/// A column of the figure, before any mirroring.
struct Column {
    qreal left = 0;
    qreal width = 0;
};

/// A panel's column, and how many marks stand in one of its lines.
struct PanelColumn {
    Column column;
    int marksPerLine = 1;
};

/// The figure's columns from the leading edge to the trailing one.
struct Columns {
    Column names;
    std::vector<PanelColumn> panels;
    Column after;
};

/// Shares out `width`: marks come first, in lines as equal as can be, because text can wrap and still say the same.
[[nodiscard]] Columns columnsFor(const figures::PreparedFigure &figure, const Measures &measures, qreal width);

/// A cell that has `column` for itself.
[[nodiscard]] PanelColumn wholeWidth(const figures::Cell &cell, const Measures &measures, const Column &column);

} // namespace plot
