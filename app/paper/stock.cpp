// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/stock.h"

namespace paper {

namespace {

constexpr double bodyPixels = 17; // of a lesson's text, in the drawings that the sizes come from

} // namespace

std::optional<PaperSize> sizeNamed(const QString &name)
{
    if (name.compare(QLatin1String("A4"), Qt::CaseInsensitive) == 0)
        return PaperSize::A4;
    if (name.compare(QLatin1String("Letter"), Qt::CaseInsensitive) == 0)
        return PaperSize::Letter;
    return std::nullopt;
}

QPageSize Stock::pageSize() const
{
    return QPageSize(size == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter);
}

QPageSize Stock::posterSize() const
{
    return QPageSize(size == PaperSize::A4 ? QPageSize::A3 : QPageSize::Tabloid);
}

QSizeF Stock::page() const
{
    return pageSize().size(QPageSize::Point) * unitsPerPoint;
}

QRectF Stock::area() const
{
    const double right = hasMargin && !isLarge ? 42 : 22;
    return QRectF(QPointF(), page())
        .adjusted(millimetres(22), millimetres(18), -millimetres(right), -millimetres(isLarge ? 28 : 23));
}

type::Measure Stock::measure() const
{
    const double body = (isLarge ? 18 : 11) * unitsPerPoint;
    return {.unit = body / bodyPixels, .smallest = isLarge ? body : 9 * unitsPerPoint};
}

type::Colours printedColours()
{
    type::Colours colours = type::coloursOf(type::Tone::Light);
    colours.paper = colours.surface = Qt::white;
    colours.ink = colours.accent = Qt::black;
    colours.muted = QColor(0x40, 0x40, 0x40);
    colours.line = QColor(0xA0, 0xA0, 0xA0);
    return colours;
}

} // namespace paper
