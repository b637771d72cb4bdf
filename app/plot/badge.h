// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/figuredata.h"

#include <QPainterPath>

#include <vector>

class QColor;
class QFont;
class QPainter;

namespace plot {

/// The sign of a status: a filled diamond for the essay alone, a hollow one for confirmed elsewhere, one half filled
/// for disputed, a hollow square for not found elsewhere. Shapes of our own, because few fonts have them all.
struct BadgeShape {
    QPainterPath outline; ///< to be stroked
    QPainterPath filling; ///< to be filled; may be empty
};

/// The sign of `status`, fitted into `area`.
[[nodiscard]] BadgeShape badgeShape(course::Status status, const QRectF &area);

/// Paints it in one colour, for the key to the badges under a figure.
void paintBadge(QPainter &painter, course::Status status, const QRectF &area, const QColor &colour);

/// Sets the key to badges from `top` in `column`, the badges of `statuses` each with its words, as many beside one
/// another as fit, `outlined` with letters as shapes; without a painter it only measures. Gives its height.
qreal setBadgeKey(QPainter *painter, const std::vector<course::Status> &statuses, const QRectF &column,
                  const QFont &font, const QColor &colour, bool mirrored, bool outlined = false);

} // namespace plot
