// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/layouts.h"
#include "plot/typesetter.h"

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

/// A table of boxes: what is told stands in one, what is blank stays an empty place.
class BoardComposer
{
public:
    BoardComposer(const figures::Board &board, const Layout &layout)
        : m_board(board), m_setter(layout), m_measures(m_setter.measures()), m_gap(m_measures.of(8))
    {
        m_names = {0, std::floor(layout.width * 0.24)};
        const auto count = static_cast<qreal>(std::max<qsizetype>(1, board.columns.size()));
        m_width = std::floor((layout.width - m_names.width - count * m_gap) / count);
    }

    FigureLayout compose()
    {
        qreal y = header();
        for (const figures::Board::Line &line : m_board.lines)
            y = wholeLine(line, y);
        return m_setter.finished(y - m_gap);
    }

private:
    [[nodiscard]] Column column(qsizetype index) const
    {
        return {m_names.width + m_gap + static_cast<qreal>(index) * (m_width + m_gap), m_width};
    }

    qreal header()
    {
        qreal lowest = 0;
        std::vector<TextBlock> blocks;
        for (const QString &title : m_board.columns) {
            blocks.push_back(broken(title, m_measures.title, m_width));
            lowest = std::max(lowest, blocks.back().height());
        }
        for (std::size_t index = 0; index < blocks.size(); ++index)
            m_setter.place(blocks[index], {m_measures.title, Tone::Ink, {}}, column(static_cast<qsizetype>(index)).left,
                           lowest - blocks[index].height() + blocks[index].ascent);
        return lowest + m_measures.of(6);
    }

    qreal wholeLine(const figures::Board::Line &line, qreal top)
    {
        const qreal inside = m_measures.of(8);
        const TextBlock name = broken(line.name, m_measures.name, m_names.width);
        qreal height = std::max(name.height(), m_measures.of(18));
        std::vector<TextBlock> cells;
        for (const QString &text : line.cells) {
            cells.push_back(broken(text, m_measures.small, m_width - 2 * inside));
            height = std::max(height, cells.back().height());
        }
        height += 2 * m_measures.of(7);
        m_setter.place(name, {m_measures.name, Tone::Ink, {}}, m_names.left, top + m_measures.of(7) + name.ascent);
        for (std::size_t index = 0; index < cells.size(); ++index) {
            const Column place = column(static_cast<qsizetype>(index));
            const QRectF area(place.left, top, place.width, height);
            m_setter.result().boxes.push_back({area, cells[index].lines.isEmpty() ? BoxKind::Blank : BoxKind::Filled});
            m_setter.place(cells[index], {m_measures.small, Tone::Ink, {}}, place.left + inside,
                           top + m_measures.of(7) + cells[index].ascent);
            m_setter.markSpot(area);
        }
        return top + height + m_gap;
    }

    const figures::Board &m_board;
    Typesetter m_setter;
    const Measures &m_measures;
    qreal m_gap;
    Column m_names;
    qreal m_width = 0;
};

} // namespace

FigureLayout layOutBoard(const figures::Board &board, const Layout &layout)
{
    return BoardComposer(board, layout).compose();
}

} // namespace plot
