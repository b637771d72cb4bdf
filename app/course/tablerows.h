// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/tablerow.h"

#include <QSet>

namespace course {

/// The most rows of a table of figures: beyond, it is raw data, and no table for a page.
inline constexpr std::size_t mostTableRows = 2000;

/// Whether the table has rows, and no more than mostTableRows; tells of it where it hasn't.
[[nodiscard]] bool isReadable(const base::CsvTable &table, const QString &id, const base::TextFile &file,
                              base::Faults &faults);

/// Rows of the table that are sound, read by `readRow`; `broken` gets the figures that have one that isn't.
template<typename Row, typename ReadRow>
std::vector<Row> readRows(const base::CsvTable &table, const Course &course, const ReadRow &readRow,
                          QStringList &broken, base::Faults &faults)
{
    std::vector<Row> rows;
    QSet<QString> ids;
    for (const auto &cells : table.rows) {
        const std::size_t before = faults.size();
        TableRow tableRow(table, cells, course, faults);
        const std::optional<Row> row = readRow(tableRow);
        if (row && ids.contains(row->id))
            faults.push_back(figureFault(row->figure, base::FaultCode::IdDuplicate, row->standsAt, {row->id}));
        for (std::size_t i = before; i < faults.size(); ++i)
            broken.append(faults[i].scopeId);
        if (!row || faults.size() != before)
            continue;
        ids.insert(row->id);
        rows.push_back(*row);
    }
    return rows;
}

} // namespace course
