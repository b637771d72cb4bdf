// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/tablerow.h"

#include <span>

namespace course {

/// The columns of a table of numbers.
[[nodiscard]] std::span<const char *const> numberColumns();

/// Reads one row of numbers, or tells of each cell that is wrong. `table` is the row's own: `within` names another row.
[[nodiscard]] std::optional<FigureRow> readNumberRow(TableRow &row, const base::CsvTable &table);

} // namespace course
