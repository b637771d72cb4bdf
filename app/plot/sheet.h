// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurechart.h"

#include <QImage>
#include <QStringList>

class QPainter;

namespace plot {

/// A figure with all that it needs to stand alone, outside the program: its title, what cannot be told from it, the key
/// to its badges, and its sources. Drawings that mislead wear their badge here, always.
struct Sheet {
    figures::PreparedFigure figure;
    QStringList lines; ///< under the picture, each a paragraph: limits, sources, whose numbers these are
};

/// How large the sheet is at this layout, in logical pixels, margins included; `layout.width` is its whole width.
[[nodiscard]] QSizeF sheetSize(const Sheet &sheet, const Layout &layout);

/// Paints it from the painter's origin, on a ground of the palette's surface.
void paintSheet(QPainter &painter, const Sheet &sheet, const Layout &layout, const Palette &palette);

/// `scale` device pixels a logical one.
[[nodiscard]] QImage sheetImage(const Sheet &sheet, const Layout &layout, const Palette &palette, qreal scale);

/// As a drawing: letters are shapes, so that they look the same everywhere, and its description has all words.
[[nodiscard]] QByteArray sheetSvg(const Sheet &sheet, const Layout &layout, const Palette &palette);

/// As a page as large as the sheet: text is text, in its own faces, and lines are lines.
[[nodiscard]] QByteArray sheetPdf(const Sheet &sheet, const Layout &layout, const Palette &palette);

} // namespace plot
