// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <vector>

namespace figures {

/// The rows of one case; they point into the figure's data.
struct Case {
    std::vector<const course::FigureRow *> rows; ///< never empty, in the file's order
    bool sameNumber = false; ///< the source gives no number of its own, but says that it is the one of the case before

    [[nodiscard]] const course::FigureRow &first() const { return *rows.front(); }
    /// The row that answers `question`; null where nothing does.
    [[nodiscard]] const course::FigureRow *rowFor(course::Question question) const;
};

/// The cases in the order in which the file first names them.
[[nodiscard]] std::vector<Case> casesOf(const course::FigureData &data);

/// The questions in the order in which the file first asks them.
[[nodiscard]] std::vector<course::Question> questionsOf(const course::FigureData &data);

} // namespace figures
