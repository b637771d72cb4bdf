// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/layouts.h"
#include "plot/measures.h"
#include "plot/textblock.h"

#include <QTransform>

#include <cmath>

namespace plot {

namespace {

QRectF mirrored(const QRectF &area, qreal width)
{
    return {width - area.right(), area.top(), area.width(), area.height()};
}

void mirror(FigureLayout &layout)
{
    const qreal width = layout.size.width();
    const QTransform flip(-1, 0, 0, 1, width, 0);
    const auto mirrorAreas = [width](auto &things) {
        for (auto &thing : things)
            thing.area = mirrored(thing.area, width);
    };
    mirrorAreas(layout.texts);
    mirrorAreas(layout.bars);
    mirrorAreas(layout.badges);
    mirrorAreas(layout.boxes);
    mirrorAreas(layout.stamps);
    for (QRectF &spot : layout.spots)
        spot = mirrored(spot, width);
    for (Mark &mark : layout.marks)
        mark.centre = flip.map(mark.centre);
    const auto flipAll = [&flip](auto &shapes) {
        for (auto &shape : shapes)
            shape = flip.map(shape);
    };
    flipAll(layout.raggedEdges);
    flipAll(layout.heads);
    flipAll(layout.ink);
    layout.trend = flip.map(layout.trend);
    for (Stroke &stroke : layout.strokes)
        stroke.path = flip.map(stroke.path);
    for (Bracket &bracket : layout.brackets) {
        bracket.closed = flip.map(bracket.closed);
        bracket.open = flip.map(bracket.open);
    }
}

/// Sends each form to its composer.
struct Composer {
    const figures::PreparedFigure &figure;
    const Layout &layout;

    FigureLayout operator()(std::monostate) const { return layOutRows(figure, layout); }
    FigureLayout operator()(const figures::Board &board) const { return layOutBoard(board, layout); }
    FigureLayout operator()(const figures::Map &map) const { return layOutMap(map, layout); }
    FigureLayout operator()(const figures::Timeline &timeline) const { return layOutTimeline(timeline, layout); }
    FigureLayout operator()(const figures::Shelf &shelf) const { return layOutShelf(shelf, layout); }
    FigureLayout operator()(const figures::Drawings &drawings) const { return layOutDrawings(drawings, layout); }
};

/// At the picture's foot, so that it goes wherever the picture goes.
void addArgumentBadge(FigureLayout &result, const Layout &layout)
{
    const Measures measures(layout.font);
    const TextBlock words = broken(base::render({QStringLiteral("argument"), {}}), measures.label, layout.width);
    const qreal top = result.size.height() + measures.of(12);
    const qreal air = measures.of(8);
    const qreal height = words.height() + measures.of(6);
    result.boxes.push_back({QRectF(0, top, words.widths.front() + 2 * air, height), BoxKind::Badge});
    result.texts.push_back({words.lines.front(),
                            QRectF(air, top + measures.of(3), words.widths.front(), words.height()),
                            measures.label,
                            Tone::Ink,
                            {}});
    result.size.setHeight(std::ceil(top + height + measures.of(1)));
}

} // namespace

FigureLayout layOut(const figures::PreparedFigure &figure, const Layout &layout)
{
    FigureLayout result = std::visit(Composer{figure, layout}, figure.diagram);
    if (figure.isArgument)
        addArgumentBadge(result, layout);
    if (layout.mirrored)
        mirror(result);
    return result;
}

} // namespace plot
