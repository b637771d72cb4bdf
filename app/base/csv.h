// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textfile.h"

namespace base {

struct CsvCell {
    QString text;
    Place place;
};

struct CsvTable {
    std::vector<CsvCell> header;
    std::vector<std::vector<CsvCell>> rows; ///< each as long as the header; blank lines are left out
    bool isWhole = true;                    ///< no row had to be left out
    bool endsEarly = false;                 ///< at a quote that is never closed, or closed in the middle of a cell
};

/// Reads RFC 4180: cells between separators, double quotes doubled inside quotes, line breaks inside quotes. Our own
/// sixty lines because no packaged library keeps the place of a cell. A row with too few or too many cells is told
/// (CsvCellCount) and left out; an unsound quote is told (CsvQuote), and the table ends before its row.
[[nodiscard]] CsvTable readCsv(const TextFile &file, const Fault &scope, Faults &faults, char separator = ',');

/// A cell as it stands in a file: between quotes where it has to be (RFC 4180).
[[nodiscard]] QString csvCell(const QString &text);

} // namespace base
