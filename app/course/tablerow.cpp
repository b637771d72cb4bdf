// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/tablerows.h"

#include "base/ids.h"

#include <algorithm>

namespace course {

using base::FaultCode;

base::Fault figureFault(const QString &id, FaultCode code, const base::Place &place, const QStringList &details)
{
    base::Fault fault;
    fault.scope = base::Scope::Figure;
    fault.scopeId = id;
    fault.code = code;
    fault.place = place;
    fault.details = details;
    return fault;
}

std::size_t columnOf(const base::CsvTable &table, const char *column)
{
    const auto at = std::ranges::find(table.header, QLatin1String(column), &base::CsvCell::text);
    return static_cast<std::size_t>(at - table.header.begin());
}

bool isReadable(const base::CsvTable &table, const QString &id, const base::TextFile &file, base::Faults &faults)
{
    if (table.rows.empty() && table.isWhole)
        faults.push_back(figureFault(id, FaultCode::FigureEmpty, file.placeAt(0), {}));
    else if (table.rows.size() > mostTableRows)
        faults.push_back(figureFault(id, FaultCode::TableTooLong, table.rows[mostTableRows].front().place,
                                     {QString::number(table.rows.size()), QString::number(mostTableRows)}));
    else
        return true;
    return false;
}

TableRow::TableRow(const base::CsvTable &table, const std::vector<base::CsvCell> &cells, const Course &course,
                   base::Faults &faults)
    : m_table(table), m_cells(cells), m_course(course), m_faults(faults)
{
    m_figure = text("figure");
}

const base::CsvCell &TableRow::cell(const char *column) const
{
    return m_cells[columnOf(m_table, column)];
}

QString TableRow::text(const char *column) const
{
    return cell(column).text.trimmed();
}

std::optional<int> TableRow::number(const char *column)
{
    const QString written = text(column);
    if (written.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int value = written.toInt(&isNumber);
    if (isNumber && value >= 0)
        return value;
    tell(FaultCode::NumberExpected, column, {QLatin1String(column), written});
    return std::nullopt;
}

void TableRow::checkIds()
{
    for (const char *column : {"id", "figure"}) {
        if (!base::isId(text(column)))
            tell(FaultCode::IdInvalid, column, {text(column)});
    }
    const QString claim = text("claim");
    if (!claim.isEmpty() && findClaim(m_course, claim) == nullptr)
        tell(FaultCode::UnknownClaim, "claim", {claim});
}

void TableRow::checkSource()
{
    if (findSource(m_course, text("source")) == nullptr)
        tell(FaultCode::UnknownSource, "source", {text("source")});
}

void TableRow::tell(FaultCode code, const char *column, const QStringList &details)
{
    m_sound = false;
    m_faults.push_back(figureFault(m_figure, code, cell(column).place, details));
}

} // namespace course
