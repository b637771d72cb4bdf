// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/numberrow.h"

#include "course/words.h"

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::FaultCode;

constexpr std::array columns{
    "id",
    "figure",
    "case",
    "place",
    "country",
    "event",
    "date",
    "date_precision",
    "counted",
    "total",
    "total_qualifier",
    "question",
    "outcome",
    "count",
    "qualifier",
    "window",
    "window_text",
    "within",
    "source",
    "claim",
    "status",
    "confidence",
    "note",
};

FigureRow namesOf(const TableRow &cells)
{
    FigureRow row;
    row.standsAt = cells.place();
    row.id = cells.text("id");
    row.figure = cells.figure();
    row.caseName = cells.text("case");
    row.place = cells.text("place");
    row.country = cells.text("country");
    row.event = cells.text("event");
    row.date = cells.text("date");
    row.counted = cells.text("counted");
    row.outcome = cells.text("outcome");
    row.window = cells.text("window");
    row.windowText = cells.text("window_text");
    row.within = cells.text("within");
    row.source = cells.text("source");
    row.claim = cells.text("claim");
    row.confidence = cells.text("confidence");
    row.note = cells.text("note");
    return row;
}

bool isRow(const base::CsvTable &table, const QString &id)
{
    const std::size_t at = columnOf(table, "id");
    return std::ranges::any_of(table.rows, [&](const auto &cells) { return cells[at].text.trimmed() == id; });
}

void checkNumbers(const FigureRow &row, TableRow &cells)
{
    const bool isWord =
        row.qualifier == Qualifier::Most || row.qualifier == Qualifier::Some || row.qualifier == Qualifier::NotReported;
    // An unknown qualifier has been told, and says nothing about the count.
    const bool isKnown = qualifierNamed(cells.text("qualifier")).has_value();
    if (isKnown && isWord && row.count)
        cells.tell(FaultCode::CountForbidden, "count", {cells.text("qualifier")});
    if (isKnown && !isWord && cells.text("count").isEmpty())
        cells.tell(FaultCode::CountMissing, "count", {cells.text("qualifier")});
    if (row.count && row.total && *row.count > *row.total && row.totalQualifier == Qualifier::Exact)
        cells.tell(FaultCode::CountAboveTotal, "count", {QString::number(*row.count), QString::number(*row.total)});
}

} // namespace

std::span<const char *const> numberColumns()
{
    return columns;
}

std::optional<FigureRow> readNumberRow(TableRow &cells, const base::CsvTable &table)
{
    FigureRow row = namesOf(cells);
    row.total = cells.number("total");
    row.count = cells.number("count");
    row.datePrecision = cells.word("date_precision", datePrecisionNamed, DatePrecision::None);
    row.totalQualifier = cells.word("total_qualifier", qualifierNamed, Qualifier::NotReported);
    row.question = cells.word("question", questionNamed, Question::Other);
    row.qualifier = cells.word("qualifier", qualifierNamed, Qualifier::NotReported);
    row.status = cells.word("status", statusNamed, Status::EssayOnly);
    cells.checkIds();
    if (row.caseName.isEmpty())
        cells.tell(FaultCode::KeyMissing, "case", {QStringLiteral("case")});
    // Every number keeps its source to the screen, so a row without one is no row.
    cells.checkSource();
    if (!row.within.isEmpty() && table.isWhole && !isRow(table, row.within))
        cells.tell(FaultCode::ValueUnknown, "within", {QStringLiteral("within"), row.within});
    checkNumbers(row, cells);
    return cells.isSound() ? std::optional(row) : std::nullopt;
}

} // namespace course
