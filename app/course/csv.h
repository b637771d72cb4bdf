// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/textfile.h"

#include <optional>

namespace course {

struct CsvCell {
    QString text;
    base::Place place;
};

struct CsvTable {
    std::vector<CsvCell> header;
    std::vector<std::vector<CsvCell>> rows; ///< each as long as the header; blank lines are left out
    bool isWhole = true;                    ///< no row had to be left out
};

/// Reads RFC 4180: commas, double quotes doubled inside quotes, line breaks inside quotes. Our own sixty lines because
/// no packaged library keeps the place of a cell. A row with too few or too many cells is told (CsvCellCount) and left
/// out; a quote that is never closed, or closed in the middle of a cell, ends the table (CsvQuote) and nothing is
/// returned.
[[nodiscard]] std::optional<CsvTable> readCsv(const TextFile &file, const base::Fault &scope, base::Faults &faults);

} // namespace course
