// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/hatching.h"

#include <cmath>
#include <numbers>

namespace plot {

namespace {

// A rising diagonal is where x + y has one value, y pointing down.
qreal sum(const QPointF &point)
{
    return point.x() + point.y();
}

// Where the diagonal of `value` crosses the outline: two points, or none where it passes by.
std::vector<QPointF> crossings(const QPolygonF &outline, qreal value)
{
    std::vector<QPointF> points;
    for (qsizetype index = 0; index < outline.size(); ++index) {
        const QPointF from = outline[index];
        const QPointF to = outline[(index + 1) % outline.size()];
        // Half open, so that a corner belongs to one edge only.
        if ((sum(from) < value) == (sum(to) < value))
            continue;
        const qreal share = (value - sum(from)) / (sum(to) - sum(from));
        points.push_back(from + (to - from) * share);
    }
    return points;
}

} // namespace

std::vector<QLineF> hatching(const QPolygonF &outline, qreal spacing)
{
    std::vector<QLineF> lines;
    const QRectF bounds = outline.boundingRect();
    const qreal step = spacing * std::numbers::sqrt2;
    const qreal reach = (bounds.width() + bounds.height()) / 2;
    const int each = static_cast<int>(std::floor(reach / step));
    for (int index = -each; index <= each; ++index) {
        const std::vector<QPointF> points = crossings(outline, sum(bounds.center()) + index * step);
        if (points.size() == 2)
            lines.emplace_back(points.front(), points.back());
    }
    return lines;
}

} // namespace plot
