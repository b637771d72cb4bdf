// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/badge.h"

#include "figures/figure.h"
#include "plot/textblock.h"

#include <QFontMetricsF>
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

qreal setBadgeKey(QPainter *painter, const std::vector<course::Status> &statuses, const QRectF &column,
                  const QFont &font, const QColor &colour, bool mirrored, bool outlined)
{
    if (statuses.empty())
        return 0;
    const QFontMetricsF metrics(font);
    const qreal size = metrics.height() * 0.5;
    const qreal gap = size * 0.75;
    qreal x = column.left();
    qreal y = column.top();
    for (const course::Status status : statuses) {
        const QString words = base::render(figures::wordsFor(status));
        const qreal width = size + gap + metrics.horizontalAdvance(words);
        if (x > column.left() && x + width > column.right()) {
            x = column.left();
            y += metrics.height();
        }
        if (painter != nullptr) {
            const qreal left = mirrored ? column.left() + column.right() - x - width : x;
            const qreal sign = mirrored ? left + width - size : left;
            paintBadge(*painter, status, QRectF(sign, y + (metrics.height() - size) / 2, size, size), colour);
            const QPointF corner(mirrored ? left : left + size + gap, y);
            painter->setFont(font);
            painter->setPen(colour);
            if (outlined)
                painter->fillPath(outlineOf(words, font, corner), colour);
            else
                painter->drawText(corner + QPointF(0, metrics.ascent()), words);
        }
        x += width + 2 * gap;
    }
    return y + metrics.height() - column.top();
}

} // namespace plot
