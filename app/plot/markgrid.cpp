// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/markgrid.h"

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

Mark markAt(const figures::Cell &cell, int index)
{
    Mark mark;
    mark.question = cell.question;
    if (index < cell.solid)
        return mark;
    const int degree = index - cell.solid + 1;
    if (degree <= cell.fading) {
        mark.kind = MarkKind::Fading;
        mark.degree = degree;
    } else {
        mark.kind = degree <= cell.fading + cell.notReported ? MarkKind::NotReported : MarkKind::Hollow;
    }
    return mark;
}

/// Turns a mark's number into its place.
class Grid
{
public:
    Grid(const figures::Cell &cell, const PanelColumn &column, const Measures &measures, qreal firstCentre)
        : m_cell(cell), m_measures(measures), m_left(std::round(column.column.left)),
          m_top(std::round(firstCentre - measures.markSize() / 2)), m_perLine(column.marksPerLine)
    {
    }

    [[nodiscard]] int count() const { return m_cell.marks(); }
    [[nodiscard]] int perLine() const { return m_perLine; }

    [[nodiscard]] QRectF box(int index) const
    {
        const int line = index / m_perLine;
        const qreal top = m_top + line * m_measures.markPitch() + roomAbove(line);
        const qreal left = m_left + (index % m_perLine) * m_measures.markPitch();
        return {left, top, m_measures.markSize(), m_measures.markSize()};
    }

    /// The last index of the line that `index` stands in, but before `end`.
    [[nodiscard]] int lastInLine(int index, int end) const
    {
        return std::min(end, (index / m_perLine + 1) * m_perLine) - 1;
    }

private:
    // A bracket over a further line stands between two lines of marks, and needs its own room there.
    [[nodiscard]] qreal roomAbove(int line) const
    {
        if (!m_cell.openEnd)
            return 0;
        const int lastWithBracket = std::max(0, (m_cell.solid + m_cell.fading - 1) / m_perLine);
        return std::min(line, lastWithBracket) * m_measures.of(4);
    }

    const figures::Cell &m_cell;
    const Measures &m_measures;
    qreal m_left;
    qreal m_top;
    int m_perLine;
};

// Lines over the marks from `from` to before `end`, one over each line of marks.
QPainterPath lineOver(const Grid &grid, const Measures &measures, int from, int end)
{
    QPainterPath path;
    for (int index = from; index < end;) {
        const int last = grid.lastInLine(index, end);
        const qreal above = grid.box(index).top() - measures.of(3.25);
        path.moveTo(grid.box(index).left(), above);
        path.lineTo(grid.box(last).right(), above);
        index = last + 1;
    }
    return path;
}

// Over "most" of a whole: it begins, and has no end that could be counted.
Bracket bracketWithoutEnd(const figures::Cell &cell, const Grid &grid, const Measures &measures)
{
    Bracket bracket;
    bracket.question = cell.question;
    bracket.open = lineOver(grid, measures, 0, std::min(cell.hollow, grid.perLine()));
    const QPointF start = QPointF(bracket.open.elementAt(0)) + QPointF(measures.of(0.75), 0);
    bracket.closed.moveTo(start);
    bracket.closed.lineTo(start + QPointF(0, measures.of(3)));
    return bracket;
}

Bracket bracketOver(const figures::Cell &cell, const Grid &grid, const Measures &measures)
{
    Bracket bracket;
    bracket.question = cell.question;
    if (cell.form == figures::CellForm::Words && cell.hollow > 0)
        return bracketWithoutEnd(cell, grid, measures);
    if (!cell.openEnd)
        return bracket;
    bracket.closed = lineOver(grid, measures, 0, cell.solid);
    bracket.open = lineOver(grid, measures, cell.solid, cell.solid + cell.fading);
    if (cell.solid > 0) {
        const QPointF start = QPointF(bracket.closed.elementAt(0)) + QPointF(measures.of(0.75), 0);
        bracket.closed.moveTo(start);
        bracket.closed.lineTo(start + QPointF(0, measures.of(3)));
    }
    return bracket;
}

// A torn edge after the last mark: there are more people than marks.
QPainterPath tornEdge(const figures::Cell &cell, const Grid &grid, const Measures &measures)
{
    QPainterPath path;
    if (!cell.openTotal || grid.count() == 0)
        return path;
    const QRectF last = grid.box(grid.count() - 1);
    const qreal left = last.right() + measures.of(3.5);
    path.moveTo(left, last.top() - measures.of(1));
    for (int tooth = 1; tooth <= 4; ++tooth)
        path.lineTo(left + (tooth % 2 == 1 ? measures.of(3) : 0), last.top() + last.height() * tooth / 4);
    return path;
}

} // namespace

MarkGrid gridFor(const figures::Cell &cell, const PanelColumn &column, const Measures &measures, qreal firstCentre)
{
    const Grid grid(cell, column, measures, firstCentre);
    MarkGrid result;
    for (int index = 0; index < grid.count(); ++index) {
        result.marks.push_back(markAt(cell, index));
        result.marks.back().centre = grid.box(index).center();
    }
    result.bracket = bracketOver(cell, grid, measures);
    result.raggedEdge = tornEdge(cell, grid, measures);
    result.bottom = grid.box(std::max(0, grid.count() - 1)).bottom();
    return result;
}

} // namespace plot
