// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/csv.h"
#include "course/course.h"

#include <optional>

namespace course {

/// A fault of a figure.
[[nodiscard]] base::Fault figureFault(const QString &id, base::FaultCode code, const base::Place &place,
                                      const QStringList &details);

/// One row of a table of figures, cell by cell by the names of its columns. What is the matter with a cell is told of
/// the figure that the row names.
class TableRow
{
public:
    TableRow(const base::CsvTable &table, const std::vector<base::CsvCell> &cells, const Course &course,
             base::Faults &faults);

    [[nodiscard]] const QString &figure() const { return m_figure; }
    [[nodiscard]] const base::Place &place() const { return m_cells.front().place; }
    [[nodiscard]] QString text(const char *column) const;

    /// A whole number from 0, or nothing where the cell is empty.
    [[nodiscard]] std::optional<int> number(const char *column);

    /// One of an enumeration's words, or `otherwise` where the cell holds none of them.
    template<typename T>
    [[nodiscard]] T word(const char *column, std::optional<T> (*named)(const QString &), T otherwise)
    {
        const QString written = text(column);
        const auto known = named(written);
        if (!known)
            tell(base::FaultCode::ValueUnknown, column, {QLatin1String(column), written});
        return known.value_or(otherwise);
    }

    /// Tells of an id that cannot be one, and of a claim that the course does not have. An empty claim is none.
    void checkIds();

    /// Tells of a source that course.yaml does not list.
    void checkSource();

    void tell(base::FaultCode code, const char *column, const QStringList &details);
    [[nodiscard]] bool isSound() const { return m_sound; }

private:
    [[nodiscard]] const base::CsvCell &cell(const char *column) const;

    const base::CsvTable &m_table;
    const std::vector<base::CsvCell> &m_cells;
    const Course &m_course;
    base::Faults &m_faults;
    QString m_figure;
    bool m_sound = true;
};

/// Where a column stands in the table's header; past its end where it is missing.
[[nodiscard]] std::size_t columnOf(const base::CsvTable &table, const char *column);

} // namespace course
