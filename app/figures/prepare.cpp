// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/diagrams.h"
#include "figures/refusal.h"
#include "figures/rows.h"
#include "figures/wording.h"

#include <algorithm>

using course::FigureData;
using course::FigureForm;

namespace figures {

namespace {

void addSource(const QString &source, QStringList &sources)
{
    if (!source.isEmpty() && !sources.contains(source))
        sources.append(source);
}

QStringList sourcesOf(const FigureData &data)
{
    QStringList sources;
    for (const course::FigureRow &row : data.rows)
        addSource(row.source, sources);
    for (const course::FigurePart &part : data.parts)
        addSource(part.source, sources);
    return sources;
}

PreparedFigure drawn(const FigureData &data, View view)
{
    if (data.form == FigureForm::UnitRows)
        return rowsOf(data, view);
    PreparedFigure figure;
    switch (data.form) {
    case FigureForm::Strip:
    case FigureForm::Board:
        addBoard(data, figure);
        break;
    case FigureForm::Map:
    case FigureForm::CauseMap:
    case FigureForm::Sketch:
        addMap(data, figure);
        break;
    case FigureForm::Timeline:
        addTimeline(data, figure);
        break;
    case FigureForm::ComparisonRow:
        addShelf(data, figure);
        break;
    case FigureForm::Drawings:
        addDrawings(data, figure);
        break;
    case FigureForm::UnitRows:
        break;
    }
    return figure;
}

/// Every cell of a figure that has cells.
std::vector<const Cell *> cellsOf(const PreparedFigure &figure)
{
    std::vector<const Cell *> cells;
    const auto addRows = [&cells](const std::vector<Row> &rows) {
        for (const Row &row : rows) {
            for (const Cell &cell : row.cells)
                cells.push_back(&cell);
        }
    };
    addRows(figure.rows);
    if (const auto *shelf = std::get_if<Shelf>(&figure.diagram)) {
        for (const Shelf::Line &line : shelf->lines)
            cells.push_back(&line.cell);
    }
    if (const auto *drawings = std::get_if<Drawings>(&figure.diagram))
        addRows(drawings->rows);
    return cells;
}

} // namespace

std::vector<course::Status> statusesOf(const PreparedFigure &figure)
{
    std::vector<course::Status> statuses;
    for (const Cell *cell : cellsOf(figure)) {
        if (hasBadge(*cell) && std::ranges::find(statuses, cell->status) == statuses.end())
            statuses.push_back(cell->status);
    }
    std::ranges::sort(statuses);
    return statuses;
}

tl::expected<PreparedFigure, Refusal> prepare(const FigureData &data, View view)
{
    if (auto refusal = refusalFor(data, view))
        return tl::unexpected(*std::move(refusal));
    PreparedFigure figure = drawn(data, view);
    figure.id = data.id;
    figure.title = data.title;
    figure.note = data.description;
    figure.sources = sourcesOf(data);
    figure.isArgument = data.isArgument;
    figure.isOwn = data.isOwn;
    figure.verdict = figure.caveats.empty() && figure.note.isEmpty() ? Verdict::Good : Verdict::WithCaveat;
    return figure;
}

Judgement judge(const FigureData &data, View view)
{
    const auto figure = prepare(data, view);
    if (!figure)
        return {Verdict::Refused, figure.error().reason};
    if (figure->verdict == Verdict::Good)
        return {};
    return {Verdict::WithCaveat, figure->caveats.empty() ? asWritten(figure->note) : figure->caveats.front()};
}

} // namespace figures
