// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/celllayout.h"
#include "plot/layouts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using base::render;

namespace plot {

namespace {

/// Rows of cases under the titles of their questions.
class RowsComposer
{
public:
    RowsComposer(const figures::PreparedFigure &figure, const Layout &layout)
        : m_figure(figure), m_layout(layout), m_setter(layout), m_measures(m_setter.measures()),
          m_columns(columnsFor(figure, m_measures, layout.width))
    {
    }

    FigureLayout compose()
    {
        qreal y = header();
        for (std::size_t row = 0; row < m_figure.rows.size(); ++row)
            y = wholeRow(row, y);
        return m_setter.finished(y);
    }

private:
    // Titles stand on one baseline, their last: in a narrow figure one of them has more lines than its neighbour.
    qreal header()
    {
        qreal lowest = 0;
        std::vector<TextBlock> blocks;
        for (std::size_t panel = 0; panel < m_figure.panels.size(); ++panel) {
            blocks.push_back(
                broken(render(m_figure.panels[panel].title), m_measures.title, m_columns.panels[panel].column.width));
            lowest = std::max(lowest, blocks.back().height());
        }
        for (std::size_t panel = 0; panel < blocks.size(); ++panel)
            m_setter.place(blocks[panel], {m_measures.title, Tone::Ink, {}}, m_columns.panels[panel].column.left,
                           lowest - blocks[panel].height() + blocks[panel].ascent);
        const TextBlock after =
            broken(render({QStringLiteral("column-after"), {}}), m_measures.body, m_columns.after.width);
        m_setter.place(after, {m_measures.body, Tone::Muted, {}}, m_columns.after.left,
                       lowest - after.height() + after.ascent);
        return m_setter.rule(lowest + m_measures.of(5));
    }

    qreal wholeRow(std::size_t index, qreal top)
    {
        const figures::Row &row = m_figure.rows[index];
        const qreal baseline = std::round(top + m_measures.of(7) + QFontMetricsF(m_measures.name).ascent());
        qreal bottom = caseName(row, baseline);
        m_setter.withhold(static_cast<int>(index) >= m_layout.rowsShown);
        for (std::size_t panel = 0; panel < row.cells.size(); ++panel)
            bottom = std::max(
                bottom, setCell(m_setter, row.cells[panel], m_columns.panels[panel], baseline, guessFor(index, panel)));
        const Placed window =
            m_setter.textAt(render(row.window), {m_measures.body, Tone::Muted, {}}, m_columns.after, baseline);
        m_setter.withhold(false);
        bottom = std::max(bottom, window.bottom) + m_measures.of(9);
        for (std::size_t panel = 0; panel < row.cells.size(); ++panel) {
            const Column &column = m_columns.panels[panel].column;
            m_setter.markSpot(QRectF(column.left, top, column.width, bottom - top));
        }
        return m_setter.rule(bottom);
    }

    [[nodiscard]] std::optional<int> guessFor(std::size_t row, std::size_t panel) const
    {
        const int spot = static_cast<int>(row * m_figure.panels.size() + panel);
        const auto found = std::ranges::find(m_layout.guesses, spot, &Guess::spot);
        return found == m_layout.guesses.end() ? std::nullopt : std::optional(found->count);
    }

    qreal caseName(const figures::Row &row, qreal baseline)
    {
        const Placed name = m_setter.textAt(row.caseName, {m_measures.name, Tone::Ink, {}}, m_columns.names, baseline);
        const Style style{m_measures.small, Tone::Muted, {}};
        const QString who = render(row.who);
        if (widthOf(who, style.font) <= m_columns.names.width)
            return m_setter.textUnder(who, style, m_columns.names, name.bottom).bottom;
        const Placed people = m_setter.textUnder(render(row.people), style, m_columns.names, name.bottom);
        return m_setter.textUnder(row.event, style, m_columns.names, people.bottom).bottom;
    }

    const figures::PreparedFigure &m_figure;
    const Layout &m_layout;
    Typesetter m_setter;
    const Measures &m_measures;
    const Columns m_columns;
};

} // namespace

FigureLayout layOutRows(const figures::PreparedFigure &figure, const Layout &layout)
{
    return RowsComposer(figure, layout).compose();
}

} // namespace plot
