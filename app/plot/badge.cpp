// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/badge.h"

#include <QPainter>
#include <QPen>

namespace plot {

namespace {

QPainterPath diamond(const QRectF &area)
{
    const QPointF centre = area.center();
    QPainterPath path(QPointF(centre.x(), area.top()));
    path.lineTo(area.right(), centre.y());
    path.lineTo(centre.x(), area.bottom());
    path.lineTo(area.left(), centre.y());
    path.closeSubpath();
    return path;
}

QPainterPath lowerHalf(const QRectF &area)
{
    const QPointF centre = area.center();
    QPainterPath path(QPointF(area.left(), centre.y()));
    path.lineTo(area.right(), centre.y());
    path.lineTo(centre.x(), area.bottom());
    path.closeSubpath();
    return path;
}

// Smaller than its area, so that it looks as large as a diamond.
QPainterPath square(const QRectF &area)
{
    const qreal inset = area.width() / 8;
    QPainterPath path;
    path.addRect(area.adjusted(inset, inset, -inset, -inset));
    return path;
}

} // namespace

BadgeShape badgeShape(course::Status status, const QRectF &area)
{
    switch (status) {
    case course::Status::EssayOnly:
        return {diamond(area), diamond(area)};
    case course::Status::Corroborated:
        return {diamond(area), {}};
    case course::Status::Disputed:
        return {diamond(area), lowerHalf(area)};
    case course::Status::NotFound:
        break;
    }
    return {square(area), {}};
}

void paintBadge(QPainter &painter, course::Status status, const QRectF &area, const QColor &colour)
{
    const BadgeShape shape = badgeShape(status, area);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape.filling, colour);
    painter.strokePath(shape.outline, QPen(colour, area.width() / 8));
    painter.restore();
}

} // namespace plot
