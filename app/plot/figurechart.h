// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QColor>
#include <QFont>
#include <QRectF>

#include <limits>
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
    QColor soft;        ///< behind what is told in a diagram
    QColor outline;     ///< of what is blank, and of arrows

    bool operator==(const Palette &) const = default;
};

/// A number that somebody set before the figure opened.
struct Guess {
    int spot = 0; ///< index into PreparedFigure::spots
    int count = 0;

    bool operator==(const Guess &) const = default;
};

/// How a figure is laid out: everything hangs on the font, so that the system's scale and the reader's size apply.
struct Layout {
    qreal width = 680;       ///< logical pixels
    QFont font;              ///< interface face at its normal size
    bool mirrored = false;   ///< right to left
    int rowsShown = allRows; ///< of rows of marks: the answers of later rows keep their place and are not drawn
    std::vector<Guess> guesses{};
    bool outlinedText = false; ///< letters as shapes, for files that are opened where the faces are missing
    bool stamped = true;       ///< drawings that mislead say so; without it only while somebody chooses among them

    static constexpr int allRows = std::numeric_limits<int>::max();
    bool operator==(const Layout &) const = default;
};

/// The height that `figure` needs at this layout, in logical pixels.
[[nodiscard]] qreal heightFor(const figures::PreparedFigure &figure, const Layout &layout);

/// Where each of the figure's spots stands at this layout, in logical pixels from its top left.
[[nodiscard]] std::vector<QRectF> spotAreas(const figures::PreparedFigure &figure, const Layout &layout);

/// Pours a prepared figure into a chart: the marks are scatter series, one a kind of outcome and degree of fading, the
/// lengths of bars area series; words, brackets, rules, hatching and diagrams are items of the chart's scene. Computes
/// nothing of what it shows. The chart is transparent, has no margins, and stands at its size: its data coordinates are
/// logical pixels from the top left, so it may be put in a larger view but must not be made smaller.
[[nodiscard]] std::unique_ptr<QChart> makeChart(const figures::PreparedFigure &figure, const Layout &layout,
                                                const Palette &palette);

} // namespace plot
