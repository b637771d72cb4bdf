// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/celllayout.h"
#include "plot/layouts.h"

#include <QFontMetricsF>

#include <cmath>

using base::render;

namespace plot {

FigureLayout layOutShelf(const figures::Shelf &shelf, const Layout &layout)
{
    Typesetter setter(layout);
    const Measures &measures = setter.measures();
    const Column whole{0, layout.width};
    qreal y = 0;
    for (const figures::Shelf::Line &line : shelf.lines) {
        const qreal top = y;
        if (top > 0)
            y = setter.rule(y) + measures.of(9);
        // The definition stands before the number, so that nobody reads a bar without knowing whom it counts.
        y = setter.textUnder(render(line.definition), {measures.body, Tone::Ink, {}}, whole, y).bottom;
        const qreal baseline =
            std::round(y + measures.of(line.cell.range ? 12 : 6) + QFontMetricsF(measures.name).ascent());
        y = setCell(setter, line.cell, wholeWidth(line.cell, measures, whole), baseline);
        y = setter.textUnder(render(line.where), {measures.small, Tone::Muted, {}}, whole, y + measures.of(1)).bottom;
        y += measures.of(9);
        setter.markSpot(QRectF(0, top, layout.width, y - top));
    }
    return setter.finished(y);
}

} // namespace plot
