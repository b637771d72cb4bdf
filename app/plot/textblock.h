// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainterPath>
#include <QStringList>

#include <vector>

namespace plot {

/// A text broken into lines that fit a width.
struct TextBlock {
    QStringList lines;
    std::vector<qreal> widths; ///< of each line
    qreal lineHeight = 0;
    qreal ascent = 0; ///< from a line's top to its baseline

    [[nodiscard]] qreal height() const { return lineHeight * static_cast<qreal>(lines.size()); }
};

/// `text` in lines of `width` at most: broken between words, and within a word only where it alone is wider.
[[nodiscard]] TextBlock broken(const QString &text, const QFont &font, qreal width);

/// The width of `text` on one line.
[[nodiscard]] qreal widthOf(const QString &text, const QFont &font);

/// One line of text as shapes, the top left corner of its line at `corner`.
[[nodiscard]] QPainterPath outlineOf(const QString &text, const QFont &font, const QPointF &corner);

} // namespace plot
