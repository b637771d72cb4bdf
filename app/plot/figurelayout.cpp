// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figurelayout.h"

#include "plot/columns.h"
#include "plot/markgrid.h"
#include "plot/textblock.h"

#include <QFontMetricsF>
#include <QTransform>

#include <algorithm>
#include <cmath>

using base::render;
using figures::Cell;
using figures::CellForm;

namespace plot {

namespace {

/// How a text is set.
struct Style {
    QFont font;
    Tone tone = Tone::Ink;
    course::Question question = course::Question::Other;
};

/// Where a text came to stand.
struct Placed {
    qreal baseline = 0; ///< of its last line
    qreal right = 0;    ///< of its last line
    qreal bottom = 0;
    qsizetype lines = 0;
};

/// Sets a figure from top to bottom, left to right; what reads from right to left is mirrored afterwards, as a whole.
class Composer
{
public:
    Composer(const figures::PreparedFigure &figure, const Layout &layout)
        : m_figure(figure), m_measures(layout.font), m_columns(columnsFor(figure, m_measures, layout.width))
    {
        m_result.size.setWidth(layout.width);
        m_result.markSize = m_measures.markSize();
        m_result.thinLine = m_measures.thinLine();
        m_result.outlineWidth = m_measures.outlineWidth();
    }

    FigureLayout compose()
    {
        qreal y = header();
        for (std::size_t row = 0; row < m_figure.rows.size(); ++row)
            y = wholeRow(row, y);
        m_result.size.setHeight(std::ceil(y + m_measures.of(1)));
        return m_result;
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
            place(blocks[panel], {m_measures.title, Tone::Ink, {}}, m_columns.panels[panel].column.left,
                  lowest - blocks[panel].height() + blocks[panel].ascent);
        const TextBlock after =
            broken(render({QStringLiteral("column-after"), {}}), m_measures.body, m_columns.after.width);
        place(after, {m_measures.body, Tone::Muted, {}}, m_columns.after.left, lowest - after.height() + after.ascent);
        return rule(lowest + m_measures.of(5));
    }

    qreal wholeRow(std::size_t index, qreal top)
    {
        const figures::Row &row = m_figure.rows[index];
        const qreal baseline = std::round(top + m_measures.of(7) + QFontMetricsF(m_measures.name).ascent());
        qreal bottom = caseName(row, baseline);
        for (std::size_t panel = 0; panel < row.cells.size(); ++panel)
            bottom = std::max(bottom, oneCell(row.cells[panel], m_columns.panels[panel], baseline));
        const Placed window = textAt(render(row.window), {m_measures.body, Tone::Muted, {}}, m_columns.after, baseline);
        bottom = std::max(bottom, window.bottom) + m_measures.of(9);
        for (std::size_t panel = 0; panel < row.cells.size(); ++panel) {
            const Column &column = m_columns.panels[panel].column;
            m_result.cells.push_back({static_cast<int>(index), static_cast<int>(panel),
                                      QRectF(column.left, top, column.width, bottom - top)});
        }
        return rule(bottom);
    }

    qreal caseName(const figures::Row &row, qreal baseline)
    {
        const Placed name = textAt(row.caseName, {m_measures.name, Tone::Ink, {}}, m_columns.names, baseline);
        const Style style{m_measures.small, Tone::Muted, {}};
        const QString who = render(row.who);
        if (widthOf(who, style.font) <= m_columns.names.width)
            return textUnder(who, style, m_columns.names, name.bottom).bottom;
        const Placed people = textUnder(render(row.people), style, m_columns.names, name.bottom);
        return textUnder(row.event, style, m_columns.names, people.bottom).bottom;
    }

    qreal oneCell(const Cell &cell, const PanelColumn &column, qreal baseline)
    {
        switch (cell.form) {
        case CellForm::Marks:
            return marks(cell, column, baseline);
        case CellForm::Words:
            return words(cell, column.column, baseline);
        case CellForm::NotReported:
        case CellForm::DoesNotApply:
            break;
        }
        return silence(cell, column.column, baseline);
    }

    qreal silence(const Cell &cell, const Column &column, qreal baseline)
    {
        const Placed label = textAt(render(cell.label), {m_measures.body, Tone::Muted, {}}, column, baseline);
        return textUnder(render(cell.rest), {m_measures.small, Tone::Ink, {}}, column, label.bottom).bottom;
    }

    qreal words(const Cell &cell, const Column &column, qreal baseline)
    {
        const Placed label = labelWithBadge(cell, column, baseline);
        return textUnder(render(cell.rest), {m_measures.small, Tone::Muted, {}}, column, label.bottom).bottom;
    }

    qreal marks(const Cell &cell, const PanelColumn &column, qreal baseline)
    {
        const qreal centre = baseline - QFontMetricsF(m_measures.name).capHeight() / 2;
        MarkGrid grid = gridFor(cell, column, m_measures, centre);
        m_result.marks.insert(m_result.marks.end(), grid.marks.begin(), grid.marks.end());
        if (cell.openEnd)
            m_result.brackets.push_back(std::move(grid.bracket));
        if (!grid.raggedEdge.isEmpty())
            m_result.raggedEdges.push_back(std::move(grid.raggedEdge));
        const qreal ascent = QFontMetricsF(m_measures.label).ascent();
        const Placed label = labelWithBadge(cell, column.column, std::round(grid.bottom + m_measures.of(3) + ascent));
        return restOf(cell, column.column, label);
    }

    // Beside the label where there is room for it, else under it.
    qreal restOf(const Cell &cell, const Column &column, const Placed &label)
    {
        const QString text = render(cell.rest);
        const Style style{m_measures.small, Tone::Muted, {}};
        const qreal left = label.right + m_measures.labelGap();
        const qreal room = column.left + column.width - left;
        if (label.lines > 1 || widthOf(text, style.font) > room)
            return textUnder(text, style, column, label.bottom).bottom;
        return std::max(label.bottom, textAt(text, style, {left, room}, label.baseline).bottom);
    }

    Placed labelWithBadge(const Cell &cell, const Column &column, qreal baseline)
    {
        const qreal forBadge = m_measures.badgeGap() + m_measures.badgeSize();
        Placed label = textAt(render(cell.label), {m_measures.label, Tone::Outcome, cell.question},
                              {column.left, column.width - forBadge}, baseline);
        const qreal middle = label.baseline - QFontMetricsF(m_measures.label).xHeight() / 2;
        const qreal size = m_measures.badgeSize();
        m_result.badges.push_back(
            {QRectF(label.right + m_measures.badgeGap(), middle - size / 2, size, size), cell.status});
        label.right += forBadge;
        return label;
    }

    Placed textAt(const QString &text, const Style &style, const Column &column, qreal baseline)
    {
        return place(broken(text, style.font, column.width), style, column.left, baseline);
    }

    Placed textUnder(const QString &text, const Style &style, const Column &column, qreal bottom)
    {
        const TextBlock block = broken(text, style.font, column.width);
        return place(block, style, column.left, bottom + block.ascent);
    }

    Placed place(const TextBlock &block, const Style &style, qreal left, qreal firstBaseline)
    {
        Placed placed{firstBaseline, left, firstBaseline - block.ascent, block.lines.size()};
        for (qsizetype line = 0; line < block.lines.size(); ++line) {
            const qreal width = block.widths[static_cast<std::size_t>(line)];
            m_result.texts.push_back({block.lines[line], QRectF(left, placed.bottom, width, block.lineHeight),
                                      style.font, style.tone, style.question});
            placed.baseline = placed.bottom + block.ascent;
            placed.right = left + width;
            placed.bottom += block.lineHeight;
        }
        return placed;
    }

    qreal rule(qreal y)
    {
        const qreal middle = std::floor(y) + m_measures.thinLine() / 2;
        m_result.rules.emplace_back(0, middle, m_result.size.width(), middle);
        return std::floor(y) + m_measures.thinLine();
    }

    const figures::PreparedFigure &m_figure;
    const Measures m_measures;
    const Columns m_columns;
    FigureLayout m_result;
};

QRectF mirrored(const QRectF &area, qreal width)
{
    return {width - area.right(), area.top(), area.width(), area.height()};
}

void mirror(FigureLayout &layout)
{
    const qreal width = layout.size.width();
    const QTransform flip(-1, 0, 0, 1, width, 0);
    for (TextLine &text : layout.texts)
        text.area = mirrored(text.area, width);
    for (Badge &badge : layout.badges)
        badge.area = mirrored(badge.area, width);
    for (CellPlace &cell : layout.cells)
        cell.area = mirrored(cell.area, width);
    for (Mark &mark : layout.marks)
        mark.centre = flip.map(mark.centre);
    for (QPainterPath &edge : layout.raggedEdges)
        edge = flip.map(edge);
    for (Bracket &bracket : layout.brackets) {
        bracket.closed = flip.map(bracket.closed);
        bracket.open = flip.map(bracket.open);
    }
}

} // namespace

FigureLayout layOut(const figures::PreparedFigure &figure, const Layout &layout)
{
    FigureLayout result = Composer(figure, layout).compose();
    if (layout.mirrored)
        mirror(result);
    return result;
}

} // namespace plot
