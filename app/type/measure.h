// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace type {

/// How large things are set. Sizes are given as they are at a 14 px interface font; in a window they grow with the
/// application's font, on paper they are a fixed number of the document's units each.
struct Measure {
    double unit = 0;     ///< document units a pixel; 0: the application's font decides
    double smallest = 0; ///< no letters are smaller, in document units

    /// A length in document units.
    [[nodiscard]] int of(double pixels) const;

    /// Faces at a size.
    [[nodiscard]] QFont sans(double pixels, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QFont serif(double pixels, QFont::Weight weight = QFont::Normal) const;

    bool operator==(const Measure &) const = default;
};

} // namespace type
