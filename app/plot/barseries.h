// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurelayout.h"

class QChart;

namespace plot {

/// Adds each length of a bar to `chart` as an area series, named as its marks would be: "left known", "other hollow";
/// and the points that a misleading drawing joins as a line series named "trend". Their points are logical pixels.
void addBarSeries(QChart &chart, const FigureLayout &layout, const Palette &palette);

/// The outline of every length that isn't known or fading, as one path.
[[nodiscard]] QPainterPath barOutlines(const FigureLayout &layout);

/// The hatching of every length of which nothing is reported, as one path.
[[nodiscard]] QPainterPath barHatching(const FigureLayout &layout);

} // namespace plot
