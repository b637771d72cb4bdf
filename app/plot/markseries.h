// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurelayout.h"

class QChart;

namespace plot {

/// The colour of what a question asks about.
[[nodiscard]] QColor colourOf(course::Question question, const Palette &palette);

/// The question's word in the names of series.
[[nodiscard]] QString wordFor(course::Question question);

/// `share` of one colour and the rest of another. Mixed and not transparent: paper and projector show the same steps.
[[nodiscard]] QColor mixed(const QColor &one, const QColor &other, qreal share);

/// Adds the marks to `chart` as scatter series: one for every question, kind and degree of fading that occurs, named
/// "left solid", "left fading 1", "left not-reported". A question has one shape in all of them.
void addMarkSeries(QChart &chart, const FigureLayout &layout, const Palette &palette);

/// Hidden axes that span the chart, for all of its series, so that a point's coordinates are logical pixels.
void attachAxes(QChart &chart, const QSizeF &size);

/// The outline of every mark that isn't known, as one path to be stroked: it lies within the mark's own area, so that
/// known and unknown marks are of one size.
[[nodiscard]] QPainterPath outlinesOf(const FigureLayout &layout);

/// The hatching of every mark of which nothing is reported, as one path.
[[nodiscard]] QPainterPath hatchingOf(const FigureLayout &layout);

} // namespace plot
