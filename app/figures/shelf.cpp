// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/cell.h"
#include "figures/diagrams.h"
#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigureRow;

namespace figures {

namespace {

/// Words of the author's that stand beside one another, not a sentence: place and country, event and date.
Phrase listed(QStringList words)
{
    words.removeAll(QString());
    return words.isEmpty() ? plainly("not-said") : asWritten(words.join(QStringLiteral(", ")));
}

Phrase whereOf(const FigureRow &row)
{
    return {QStringLiteral("where-after"),
            {{QStringLiteral("where"), inner(listed({row.place, row.country, row.event, row.date}))},
             {QStringLiteral("window"), inner(windowOf(row))}}};
}

Phrase definitionOf(const FigureRow &row)
{
    if (!row.outcome.isEmpty())
        return asWritten(row.outcome);
    return {QStringLiteral("in-order"),
            {{QStringLiteral("first"), inner(asWritten(row.caseName))},
             {QStringLiteral("second"), inner(peopleOf(row, false))}}};
}

bool isCountAlone(const FigureRow &row)
{
    return row.count && !row.total &&
           (row.qualifier == course::Qualifier::Exact || row.qualifier == course::Qualifier::AtLeast ||
            row.qualifier == course::Qualifier::MoreThan);
}

// The scale of counts without a whole: one for the whole figure, which is of one source.
int scaleOf(const FigureData &data)
{
    int scale = 0;
    for (const FigureRow &row : data.rows) {
        if (isCountAlone(row))
            scale = std::max(scale, *row.count);
    }
    return scale;
}

Phrase numberOf(const FigureRow &row, const Cell &cell)
{
    if (!row.count && cell.form == CellForm::Words)
        return {QStringLiteral("answer-rest"),
                {{QStringLiteral("label"), inner(cell.label)}, {QStringLiteral("rest"), inner(plainly("no-number"))}}};
    if (!row.count)
        return plainly("no-number");
    if (!row.total)
        return {QStringLiteral("number-alone"), {{QStringLiteral("count"), *row.count}}};
    if (cell.form == CellForm::Marks || cell.form == CellForm::Share)
        return {QStringLiteral("number-of"),
                {{QStringLiteral("number"), inner(cell.label)}, {QStringLiteral("counted"), row.counted}}};
    return cell.label;
}

// Those of whom the number says nothing are counted elsewhere on the shelf, or not told apart: no silence of a source.
void leaveRestHollow(Cell &cell)
{
    cell.hollow += cell.notReported;
    cell.notReported = 0;
}

Cell cellOf(const FigureRow &row, int scale)
{
    FigureRow bare = row;
    bare.outcome.clear(); // it stands in the definition, before the number
    Cell cell = cellFor(bare, {});
    if (cell.form == CellForm::Marks && *row.total > mostMarks)
        cell.form = CellForm::Share;
    if (isCountAlone(row)) {
        cell.form = CellForm::Count;
        cell.solid = *row.count;
        cell.scale = scale;
        cell.openEnd = row.qualifier != course::Qualifier::Exact;
    }
    leaveRestHollow(cell);
    cell.label = numberOf(row, cell);
    cell.rest = {};
    return cell;
}

Phrase sentenceFor(const FigureRow &row, const Cell &cell)
{
    return {QStringLiteral("told-number"),
            {{QStringLiteral("outcome"), inner(definitionOf(row))},
             {QStringLiteral("number"), inner(cell.label)},
             {QStringLiteral("status"), inner(wordsFor(row.status))}}};
}

Spot spotFor(const FigureRow &row, const Cell &cell)
{
    return {
        {QStringLiteral("spot-shelf"),
         {{QStringLiteral("sentence"), inner(sentenceFor(row, cell))}, {QStringLiteral("where"), inner(whereOf(row))}}},
        row.claim,
        row.source,
        row.note,
        cell.derived};
}

} // namespace

void addShelf(const FigureData &data, PreparedFigure &figure)
{
    figure.table.header = {plainly("column-counted"), plainly("column-number"), plainly("column-where-when"),
                           plainly("column-status")};
    const int scale = scaleOf(data);
    Shelf shelf;
    for (const FigureRow &row : data.rows) {
        const Cell cell = cellOf(row, scale);
        const Phrase trust = row.note.isEmpty() ? wordsFor(row.status)
                                                : Phrase{QStringLiteral("told-trust"),
                                                         {{QStringLiteral("first"), inner(wordsFor(row.status))},
                                                          {QStringLiteral("second"), inner(asWritten(row.note))}}};
        figure.table.rows.push_back({definitionOf(row), cell.label, whereOf(row), trust});
        figure.plain.push_back(sentenceFor(row, cell));
        figure.spots.push_back(spotFor(row, cell));
        shelf.lines.push_back({definitionOf(row), cell, whereOf(row)});
    }
    figure.diagram = std::move(shelf);
    figure.caveats.push_back(plainly("caveat-never-pooled"));
}

} // namespace figures
