// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/ownfigures.h"

#include "course/numberrow.h"
#include "course/tablerows.h"
#include "course/textfile.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::CsvCell;
using base::CsvTable;
using base::FaultCode;

constexpr std::array needed{"case", "counted", "total", "count", "qualifier", "source"};
constexpr int mostSingleMarks = 150; // as figures::mostMarks: beyond, a person cannot be seen as a mark

bool hasColumn(const CsvTable &table, const char *column)
{
    return columnOf(table, column) < table.header.size();
}

bool checkHeader(const CsvTable &table, const TextFile &file, const QString &id, base::Faults &faults)
{
    bool sound = true;
    for (const char *column : needed) {
        if (hasColumn(table, column))
            continue;
        sound = false;
        faults.push_back(figureFault(id, FaultCode::CsvColumnMissing, file.placeAt(0), {QLatin1String(column)}));
    }
    return sound;
}

/// What a cell means that its author left out.
QString usual(const QString &column, const QString &id, std::size_t row, const QString &total)
{
    if (column == QLatin1String("id"))
        return QStringLiteral("%1-row-%2").arg(id).arg(row + 1);
    if (column == QLatin1String("figure"))
        return id;
    if (column == QLatin1String("date_precision"))
        return QStringLiteral("none");
    if (column == QLatin1String("question"))
        return QStringLiteral("other");
    if (column == QLatin1String("status"))
        return QStringLiteral("not-found");
    if (column == QLatin1String("total_qualifier"))
        return total.isEmpty() ? QStringLiteral("not-reported") : QStringLiteral("exact");
    return {};
}

/// Gives the table every column of a course's numbers. All rows are of one figure, whatever they call it.
void complete(CsvTable &table, const QString &id)
{
    for (const char *column : numberColumns()) {
        if (hasColumn(table, column))
            continue;
        table.header.push_back({QLatin1String(column), table.header.front().place});
        for (auto &cells : table.rows)
            cells.push_back({{}, cells.front().place});
    }
    const std::size_t total = columnOf(table, "total");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t at = 0; at < table.header.size(); ++at) {
            CsvCell &cell = table.rows[row][at];
            const bool isFigure = table.header[at].text == QLatin1String("figure");
            if (cell.text.trimmed().isEmpty() || isFigure)
                cell.text = usual(table.header[at].text, id, row, table.rows[row][total].text.trimmed());
        }
    }
}

/// Each line that a row gives as its source is one: its own words are its id.
std::vector<Source> sourcesOf(const CsvTable &table)
{
    QSet<QString> seen;
    std::vector<Source> sources;
    const std::size_t at = columnOf(table, "source");
    for (const auto &cells : table.rows) {
        const QString words = cells[at].text.trimmed();
        if (words.isEmpty() || seen.contains(words))
            continue;
        seen.insert(words);
        sources.push_back({words, words, {}, {}, {}, {}});
    }
    return sources;
}

FigureData figureOf(const QString &id, const QString &title, std::vector<FigureRow> rows)
{
    FigureData figure;
    figure.id = id;
    figure.title = title;
    figure.isOwn = true;
    const bool isLarge =
        std::ranges::any_of(rows, [](const FigureRow &row) { return row.total.value_or(0) > mostSingleMarks; });
    figure.form = isLarge ? FigureForm::ComparisonRow : FigureForm::UnitRows;
    figure.rows = std::move(rows);
    return figure;
}

} // namespace

OwnFigure readOwnFigure(const QString &path, const QString &id)
{
    OwnFigure own;
    base::Fault scope;
    scope.scope = base::Scope::Figure;
    scope.scopeId = id;
    const QFileInfo info(path);
    const auto file = CourseFolder(info.path()).open(info.fileName(), scope, own.faults);
    if (!file)
        return own;
    CsvTable table = base::readCsv(*file, scope, own.faults, base::separatorOf(*file));
    if (table.endsEarly || !table.isWhole || !checkHeader(table, *file, id, own.faults))
        return own;
    if (!isReadable(table, id, *file, own.faults))
        return own;
    complete(table, id);
    own.course.sources = sourcesOf(table);
    QStringList broken;
    auto rows = readRows<FigureRow>(
        table, own.course, [&table](TableRow &cells) { return readNumberRow(cells, table); }, broken, own.faults);
    if (broken.isEmpty())
        own.course.figures.push_back(figureOf(id, info.completeBaseName(), std::move(rows)));
    return own;
}

} // namespace course
