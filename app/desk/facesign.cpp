// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/facesign.h"

#include "keep/people.h"
#include "type/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>

namespace desk {

namespace {

constexpr std::array<const char *, keep::pictures> names{
    QT_TRANSLATE_NOOP("desk::FaceSign", "circle"),   QT_TRANSLATE_NOOP("desk::FaceSign", "square"),
    QT_TRANSLATE_NOOP("desk::FaceSign", "triangle"), QT_TRANSLATE_NOOP("desk::FaceSign", "diamond"),
    QT_TRANSLATE_NOOP("desk::FaceSign", "star"),     QT_TRANSLATE_NOOP("desk::FaceSign", "ring"),
    QT_TRANSLATE_NOOP("desk::FaceSign", "hexagon"),  QT_TRANSLATE_NOOP("desk::FaceSign", "cross"),
};

/// A polygon of so many corners, the first at the top; every second one drawn in where `inner` is below 1.
QPainterPath polygon(int corners, double inner = 1.0, double turn = 0.0)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners - std::numbers::pi / 2.0 + turn;
        const double far = i % 2 == 0 ? 1.0 : inner;
        points.append(QPointF(far * std::cos(angle), far * std::sin(angle)));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath shapeOf(int picture)
{
    QPainterPath path;
    switch (picture) {
    case 1:
        return polygon(4, 1.0, std::numbers::pi / 4.0);
    case 2:
        return polygon(3);
    case 3:
        return polygon(4);
    case 4:
        return polygon(10, 0.45);
    case 5:
        path.addEllipse(QPointF(), 0.9, 0.9);
        path.addEllipse(QPointF(), 0.45, 0.45);
        return path;
    case 6:
        return polygon(6);
    case 7:
        path.setFillRule(Qt::WindingFill);
        path.addRect(QRectF(-0.28, -0.9, 0.56, 1.8));
        path.addRect(QRectF(-0.9, -0.28, 1.8, 0.56));
        return path;
    default:
        path.addEllipse(QPointF(), 0.9, 0.9);
        return path;
    }
}

} // namespace

FaceSign::FaceSign(int picture, QWidget *parent) : QWidget(parent), m_picture(picture)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(nameOf(picture));
}

void FaceSign::setPicture(int picture)
{
    m_picture = picture;
    setAccessibleName(nameOf(picture));
    update();
}

QString FaceSign::nameOf(int picture)
{
    return tr(names[static_cast<std::size_t>(picture)]);
}

QSize FaceSign::sizeHint() const
{
    return {type::sized(28), type::sized(28)};
}

void FaceSign::paint(QPainter &painter, const QRectF &place, int picture, const QPalette &palette)
{
    const double half = place.width() / 2.0 - type::sized(4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.center());
    painter.scale(half, half);
    painter.fillPath(shapeOf(picture), type::coloursIn(palette).accent);
    painter.restore();
}

void FaceSign::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint(painter, rect(), m_picture, palette());
}

QIcon iconOf(int picture, const QPalette &palette)
{
    QPixmap pixmap(type::sized(28), type::sized(28));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    FaceSign::paint(painter, pixmap.rect(), picture, palette);
    painter.end();
    return pixmap;
}

} // namespace desk
