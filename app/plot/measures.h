// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace plot {

/// The sizes of a figure, all of them hanging on the interface font: the drawings' pixels are for a font of 14.
struct Measures {
    explicit Measures(const QFont &font);

    qreal unit;  ///< the font's height in pixels
    QFont name;  ///< a case's name
    QFont title; ///< a panel's title
    QFont label; ///< a number in words
    QFont body;
    QFont small;

    /// `pixels` of the drawing at this font.
    [[nodiscard]] qreal of(qreal pixels) const;

    [[nodiscard]] qreal markSize() const { return of(10); }
    [[nodiscard]] qreal markPitch() const { return of(13); }
    [[nodiscard]] qreal labelGap() const { return of(16); } ///< between a label and the rest beside it
    [[nodiscard]] qreal badgeSize() const { return of(8); }
    [[nodiscard]] qreal badgeGap() const { return of(6); }
    [[nodiscard]] qreal thinLine() const { return of(1); }
    [[nodiscard]] qreal outlineWidth() const { return of(1.25); }
    [[nodiscard]] qreal raggedEdge() const { return of(8); }
};

} // namespace plot
