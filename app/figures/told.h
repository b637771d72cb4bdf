// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// Whether the figure has no marks, and is told in a table and in sentences: an argument, a strip with blanks, a
/// comparison row, whose definition comes before its number.
[[nodiscard]] bool isTold(course::FigureForm form);

/// Such a figure. A blank cell stays blank in the table, and is said to be silence in the sentences. Comparison rows
/// are never added up, and keep whom they count beside each number.
[[nodiscard]] PreparedFigure told(const course::FigureData &data);

} // namespace figures
