// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QColor>
#include <QFont>
#include <QRectF>

#include <memory>
#include <vector>

class QChart;

namespace plot {

/// The colours of a figure; the desk fills it from its theme, paper from its own. Outcomes are close in lightness:
/// shape and pattern always go with them.
struct Palette {
    QColor surface;
    QColor ink;
    QColor muted;
    QColor line;
    QColor left; ///< left the shelter without leave: circles
    QColor back; ///< known to be back: squares
    QColor family;
    QColor detained;
    QColor notReported; ///< outline and hatching; never text

    bool operator==(const Palette &) const = default;
};

/// How a figure is laid out: everything hangs on the font, so that the system's scale and the reader's size apply.
struct Layout {
    qreal width = 680;     ///< logical pixels
    QFont font;            ///< interface face at its normal size
    bool mirrored = false; ///< right to left

    bool operator==(const Layout &) const = default;
};

/// The height that `figure` needs at this layout, in logical pixels.
[[nodiscard]] qreal heightFor(const figures::PreparedFigure &figure, const Layout &layout);

/// One answer's place in the picture, for walking through the figure with the keys and for pointing at it.
struct CellPlace {
    int row = 0;   ///< index into PreparedFigure::rows
    int panel = 0; ///< index into PreparedFigure::panels
    QRectF area;   ///< logical pixels from the figure's top left

    bool operator==(const CellPlace &) const = default;
};

/// Where each answer of `figure` stands at this layout, row by row.
[[nodiscard]] std::vector<CellPlace> cellPlaces(const figures::PreparedFigure &figure, const Layout &layout);

/// Pours a prepared figure into a chart: the marks are scatter series, one a kind of outcome and degree of fading;
/// words, brackets, rules between rows and hatching are items of the chart's scene. Computes nothing of what it shows.
/// The chart is transparent, has no margins, and stands at its size: its data coordinates are logical pixels from the
/// top left, so it may be put in a larger view but must not be made smaller.
[[nodiscard]] std::unique_ptr<QChart> makeChart(const figures::PreparedFigure &figure, const Layout &layout,
                                                const Palette &palette);

} // namespace plot
