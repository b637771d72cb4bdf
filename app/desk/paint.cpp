// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paint.h"

#include "type/tokens.h"

#include <QStyle>

#include <algorithm>
#include <cmath>

namespace desk {

void paintCard(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    const type::Colours colours = type::coloursIn(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), type::sized(10), type::sized(10));
    painter.restore();
}

void paintRing(QPainter &painter, const QRectF &rect, double share, const QPalette &palette)
{
    const type::Colours colours = type::coloursIn(palette);
    const qreal thick = std::max(2.0, rect.width() / 7);
    const QRectF inner = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.line, thick));
    painter.drawEllipse(inner);
    painter.setPen(QPen(colours.accent, thick, Qt::SolidLine, Qt::FlatCap));
    constexpr int sixteenths = 16 * 360;
    painter.drawArc(inner, 16 * 90, -static_cast<int>(std::lround(sixteenths * std::clamp(share, 0.0, 1.0))));
    painter.restore();
}

void paintBar(QPainter &painter, const QRectF &rect, double share, const QPalette &palette,
              Qt::LayoutDirection direction)
{
    const type::Colours colours = type::coloursIn(palette);
    const qreal radius = rect.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(rect, radius, radius);
    QRectF done = rect;
    done.setWidth(rect.width() * std::clamp(share, 0.0, 1.0));
    if (direction == Qt::RightToLeft)
        done.moveRight(rect.right());
    painter.setBrush(colours.accent);
    if (done.width() > 0)
        painter.drawRoundedRect(done, radius, radius);
    painter.restore();
}

void paintTick(QPainter &painter, const QRectF &rect)
{
    const QPolygonF tick{rect.topLeft() + QPointF(0, rect.height() * 0.55),
                         rect.topLeft() + QPointF(rect.width() * 0.36, rect.height() * 0.9),
                         rect.topLeft() + QPointF(rect.width(), rect.height() * 0.1)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(painter.pen().color(), type::sized(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(tick);
    painter.restore();
}

void paintWords(QPainter &painter, const QRect &rect, Qt::Alignment alignment, Qt::LayoutDirection window,
                const QString &words)
{
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Qt::Alignment at = QStyle::visualAlignment(window, alignment) | Qt::AlignAbsolute;
    painter.drawText(rect, static_cast<int>(at) | Qt::TextWordWrap, words);
    painter.setLayoutDirection(before);
}

} // namespace desk
