// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/celllayout.h"

#include "plot/markgrid.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using base::render;
using figures::Cell;
using figures::CellForm;

namespace plot {

namespace {

/// One cell on its way to the paper.
class CellSetter
{
public:
    CellSetter(Typesetter &setter, const Cell &cell, const PanelColumn &column)
        : m_setter(setter), m_measures(setter.measures()), m_cell(cell), m_panel(column), m_column(column.column)
    {
    }

    qreal set(qreal baseline, std::optional<int> guess)
    {
        switch (m_cell.form) {
        case CellForm::Marks:
            return marks(baseline, guess);
        case CellForm::Share:
        case CellForm::Count:
            return bar(baseline);
        case CellForm::Words:
            return m_cell.hollow > 0 ? marks(baseline, guess) : words(baseline);
        case CellForm::NotReported:
        case CellForm::DoesNotApply:
            break;
        }
        return silence(baseline);
    }

private:
    qreal silence(qreal baseline)
    {
        const Placed label =
            m_setter.textAt(render(m_cell.label), {m_measures.body, Tone::Muted, {}}, m_column, baseline);
        return m_setter.textUnder(render(m_cell.rest), {m_measures.small, Tone::Ink, {}}, m_column, label.bottom)
            .bottom;
    }

    qreal words(qreal baseline)
    {
        const Placed label = labelWithBadge(baseline);
        return m_setter.textUnder(render(m_cell.rest), {m_measures.small, Tone::Muted, {}}, m_column, label.bottom)
            .bottom;
    }

    qreal marks(qreal baseline, std::optional<int> guess)
    {
        const qreal centre = baseline - QFontMetricsF(m_measures.name).capHeight() / 2;
        MarkGrid grid = gridFor(m_cell, m_panel, m_measures, centre);
        if (!m_setter.withholds())
            draw(grid);
        const qreal bottom = labelUnder(grid.bottom);
        return guess ? guessUnder(*guess, grid, bottom) : bottom;
    }

    void draw(MarkGrid &grid)
    {
        FigureLayout &result = m_setter.result();
        result.marks.insert(result.marks.end(), grid.marks.begin(), grid.marks.end());
        if (!grid.bracket.closed.isEmpty() || !grid.bracket.open.isEmpty())
            result.brackets.push_back(std::move(grid.bracket));
        if (!grid.raggedEdge.isEmpty())
            result.raggedEdges.push_back(std::move(grid.raggedEdge));
    }

    // A bar of its own height, whatever the number: only its length says something.
    qreal bar(qreal baseline)
    {
        const qreal height = m_measures.of(14);
        const QRectF whole(std::round(m_column.left), std::round(baseline - height + m_measures.of(2)),
                           std::round(m_column.width), height);
        if (!m_setter.withholds())
            drawBar(whole);
        return labelUnder(whole.bottom());
    }

    void drawBar(const QRectF &whole)
    {
        const bool isShare = m_cell.form == CellForm::Share;
        const qreal people = isShare ? m_cell.marks() : m_cell.scale;
        qreal left = whole.left();
        const auto add = [&](qreal count, BarPart part) {
            const qreal width = people > 0 ? whole.width() * count / people : 0;
            if (width > 0)
                m_setter.result().bars.push_back(
                    {QRectF(left, whole.top(), width, whole.height()), m_cell.question, part});
            left += width;
        };
        add(m_cell.solid, BarPart::Known);
        if (m_cell.range)
            drawRange(whole, *m_cell.range);
        if (!isShare)
            return;
        // Wide enough to be seen to fade; what is faded is no count.
        const qreal rest = m_cell.fading + m_cell.notReported + m_cell.hollow;
        const qreal fading = m_cell.openEnd ? std::min<qreal>(rest, std::max<qreal>(m_cell.fading, people * 0.08)) : 0;
        add(fading, BarPart::Fading);
        add(rest - fading, m_cell.hollow > 0 ? BarPart::Hollow : BarPart::NotReported);
    }

    // A thin line over the bar with a stroke at each end.
    void drawRange(const QRectF &whole, const figures::ShareRange &range)
    {
        const qreal y = whole.top() - m_measures.of(4);
        const qreal low = whole.left() + whole.width() * range.low;
        const qreal high = whole.left() + whole.width() * range.high;
        QPainterPath path(QPointF(low, y));
        path.lineTo(high, y);
        for (const qreal x : {low, high}) {
            path.moveTo(x, y - m_measures.of(2.5));
            path.lineTo(x, y + m_measures.of(2.5));
        }
        m_setter.result().strokes.push_back({path, StrokeKind::Line});
    }

    qreal labelUnder(qreal top)
    {
        const qreal ascent = QFontMetricsF(m_measures.label).ascent();
        return restOf(labelWithBadge(std::round(top + m_measures.of(3) + ascent)));
    }

    // Beside the label where there is room for it, else under it.
    qreal restOf(const Placed &label)
    {
        const QString text = render(m_cell.rest);
        const Style style{m_measures.small, Tone::Muted, {}};
        const qreal left = label.right + m_measures.labelGap();
        const qreal room = m_column.left + m_column.width - left;
        if (label.lines > 1 || widthOf(text, style.font) > room)
            return m_setter.textUnder(text, style, m_column, label.bottom).bottom;
        return std::max(label.bottom, m_setter.textAt(text, style, {left, room}, label.baseline).bottom);
    }

    Placed labelWithBadge(qreal baseline)
    {
        const qreal forBadge = m_measures.badgeGap() + m_measures.badgeSize();
        Placed label = m_setter.textAt(render(m_cell.label), {m_measures.label, Tone::Outcome, m_cell.question},
                                       {m_column.left, m_column.width - forBadge}, baseline);
        const qreal middle = label.baseline - QFontMetricsF(m_measures.label).xHeight() / 2;
        const qreal size = m_measures.badgeSize();
        if (!m_setter.withholds() && figures::hasBadge(m_cell))
            m_setter.result().badges.push_back(
                {QRectF(label.right + m_measures.badgeGap(), middle - size / 2, size, size), m_cell.status});
        label.right += forBadge;
        return label;
    }

    // The guess points at the mark that it ended with, and says its number.
    qreal guessUnder(int guess, const MarkGrid &grid, qreal bottom)
    {
        const Style style{m_measures.small, Tone::Muted, {}};
        const base::Phrase words{QStringLiteral("guess"),
                                 {{QStringLiteral("count"), guess}, {QStringLiteral("total"), m_cell.marks()}}};
        if (guess > 0 && guess <= static_cast<int>(grid.marks.size())) {
            const QPointF centre = grid.marks[static_cast<std::size_t>(guess - 1)].centre;
            QPainterPath ring;
            const qreal radius = m_measures.markSize() / 2 + m_measures.of(2);
            ring.addEllipse(centre, radius, radius);
            m_setter.result().strokes.push_back({ring, StrokeKind::Line});
        }
        return m_setter.textUnder(render(words), style, m_column, bottom).bottom;
    }

    Typesetter &m_setter;
    const Measures &m_measures;
    const Cell &m_cell;
    const PanelColumn &m_panel;
    const Column &m_column;
};

} // namespace

qreal setCell(Typesetter &setter, const Cell &cell, const PanelColumn &column, qreal baseline, std::optional<int> guess)
{
    return CellSetter(setter, cell, column).set(baseline, guess);
}

} // namespace plot
