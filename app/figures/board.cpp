// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/diagrams.h"
#include "figures/parts.h"
#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigurePart;
using course::PartKind;

namespace figures {

namespace {

const FigurePart *cellAt(const FigureData &data, const FigurePart &row, const FigurePart &column)
{
    const auto cell = std::ranges::find_if(data.parts, [&](const FigurePart &part) {
        return part.kind == PartKind::Cell && part.from == row.id && part.to == column.id;
    });
    return cell == data.parts.end() ? nullptr : &*cell;
}

Phrase sentenceFor(const FigurePart &row, const FigurePart &column, const QString &text)
{
    return {
        text.isEmpty() ? QStringLiteral("told-blank") : QStringLiteral("told-cell"),
        {{QStringLiteral("row"), row.text}, {QStringLiteral("column"), column.text}, {QStringLiteral("text"), text}}};
}

// A blank states nothing that could be verified.
Spot spotOf(const FigurePart *cell, const Phrase &sentence)
{
    if (cell != nullptr && !cell->text.isEmpty())
        return spotFor(*cell, sentence);
    Spot spot;
    spot.name = sentence;
    spot.note = cell == nullptr ? QString() : cell->note;
    return spot;
}

} // namespace

void addBoard(const FigureData &data, PreparedFigure &figure)
{
    const auto columns = partsOfKind(data, {PartKind::Column});
    Board board;
    figure.table.header.push_back({});
    for (const FigurePart *column : columns) {
        board.columns.append(column->text);
        figure.table.header.push_back(asWritten(column->text));
    }
    for (const FigurePart *row : partsOfKind(data, {PartKind::Row})) {
        Board::Line line{row->text, {}};
        std::vector<Phrase> texts{asWritten(row->text)};
        for (const FigurePart *column : columns) {
            const FigurePart *cell = cellAt(data, *row, *column);
            const QString text = cell == nullptr ? QString() : cell->text;
            const Phrase sentence = sentenceFor(*row, *column, text);
            line.cells.append(text);
            texts.push_back(text.isEmpty() ? Phrase{} : asWritten(text));
            figure.plain.push_back(sentence);
            figure.spots.push_back(spotOf(cell, sentence));
        }
        board.lines.push_back(std::move(line));
        figure.table.rows.push_back(std::move(texts));
    }
    figure.diagram = std::move(board);
}

} // namespace figures
