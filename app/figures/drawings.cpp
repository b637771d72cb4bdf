// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/words.h"
#include "figures/diagrams.h"
#include "figures/parts.h"
#include "figures/rows.h"
#include "figures/wording.h"

#include <algorithm>

using course::DrawingKind;
using course::FigureData;
using course::FigurePart;
using course::PartKind;

namespace figures {

namespace {

QString explanationOf(const FigureData &data, const FigurePart &row)
{
    const auto cell = std::ranges::find_if(
        data.parts, [&row](const FigurePart &part) { return part.kind == PartKind::Cell && part.from == row.id; });
    return cell == data.parts.end() ? QString() : cell->text;
}

} // namespace

void addDrawings(const FigureData &data, PreparedFigure &figure)
{
    const PreparedFigure honest = rowsOf(data, View::Marks);
    Drawings drawings;
    drawings.rows = honest.rows;
    drawings.question = honest.panels.front().title;
    for (const FigurePart *row : partsOfKind(data, {PartKind::Row})) {
        drawings.drawings.push_back({course::drawingKindNamed(row->from).value_or(DrawingKind::UnitRows), row->text,
                                     explanationOf(data, *row)});
        // What a drawing does to the numbers is for the learner to find out: its name says only which it is.
        figure.spots.push_back({{QStringLiteral("spot-drawing"), {{QStringLiteral("title"), row->text}}},
                                row->claim,
                                row->source,
                                {},
                                {}});
    }
    figure.table = honest.table;
    figure.plain = honest.plain;
    figure.caveats = honest.caveats;
    figure.diagram = std::move(drawings);
}

} // namespace figures
