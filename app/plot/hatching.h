// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPolygonF>

#include <vector>

namespace plot {

/// Rising diagonals `spacing` apart within a convex outline, one of them through its centre, in the outline's units.
/// Lines and not a brush pattern: Qt's patterns are device pixels, and turn grey in a PDF.
[[nodiscard]] std::vector<QLineF> hatching(const QPolygonF &outline, qreal spacing);

} // namespace plot
