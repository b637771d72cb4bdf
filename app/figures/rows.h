// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// Rows of marks, one panel a question; `data` is sound (see refusalFor).
[[nodiscard]] PreparedFigure rowsOf(const course::FigureData &data, View view);

} // namespace figures
