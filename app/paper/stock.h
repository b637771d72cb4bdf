// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "type/measure.h"
#include "type/tokens.h"

#include <QPageSize>
#include <QRectF>
#include <QString>

#include <optional>

namespace paper {

/// What is printed is set in tenths of a point: letters and lines then stand where a printer has them, and a font's
/// size is a whole number.
inline constexpr double unitsPerPoint = 10;
inline constexpr int unitsPerInch = 720;

[[nodiscard]] constexpr double millimetres(double length)
{
    return length * unitsPerInch / 25.4;
}

enum class PaperSize { A4, Letter };

/// The size that is called so, in small letters or large.
[[nodiscard]] std::optional<PaperSize> sizeNamed(const QString &name);

/// What it is printed on, and how large.
struct Stock {
    PaperSize size = PaperSize::A4;
    bool isLarge = false;  ///< all text at 18 points or more, but for the foot
    bool hasMargin = true; ///< a wide one at the right for notes by hand; large print needs the room itself

    /// The page, upright, in units.
    [[nodiscard]] QSizeF page() const;
    /// Where text stands on it.
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] type::Measure measure() const;
    [[nodiscard]] QPageSize pageSize() const;
    /// The sheet that a poster is printed on: A3, or Tabloid beside Letter.
    [[nodiscard]] QPageSize posterSize() const;

    bool operator==(const Stock &) const = default;
};

/// Black on white. Nothing that is printed tells anything by colour alone.
[[nodiscard]] type::Colours printedColours();

} // namespace paper
