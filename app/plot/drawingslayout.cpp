// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/celllayout.h"
#include "plot/layouts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using base::render;
using course::DrawingKind;
using figures::Cell;
using figures::Drawings;

namespace plot {

namespace {

/// The drawings side by side, or one under the other where there is no room.
class DrawingsComposer
{
public:
    DrawingsComposer(const Drawings &drawings, const Layout &layout)
        : m_drawings(drawings), m_layout(layout), m_setter(layout), m_measures(m_setter.measures()),
          m_isBeside(layout.width >= m_measures.of(560)), m_gap(m_measures.of(m_isBeside ? 24 : 14))
    {
        const auto count = static_cast<qreal>(std::max<std::size_t>(1, drawings.drawings.size()));
        m_width = m_isBeside ? std::floor((layout.width - (count - 1) * m_gap) / count) : layout.width;
    }

    FigureLayout compose()
    {
        qreal y =
            m_setter.textUnder(render(m_drawings.question), {m_measures.title, Tone::Ink, {}}, {0, m_layout.width}, 0)
                .bottom;
        y += m_measures.of(10);
        qreal lowest = y;
        for (std::size_t index = 0; index < m_drawings.drawings.size(); ++index) {
            const qreal left = m_isBeside ? static_cast<qreal>(index) * (m_width + m_gap) : 0;
            const qreal top = m_isBeside || index == 0 ? y : lowest + m_gap;
            lowest = std::max(lowest, wholeDrawing(index, {left, m_width}, top));
        }
        if (m_isBeside)
            std::ranges::for_each(m_setter.result().spots, [lowest](QRectF &spot) { spot.setBottom(lowest); });
        return m_setter.finished(lowest);
    }

private:
    qreal wholeDrawing(std::size_t index, const Column &column, qreal top)
    {
        const Drawings::Drawing &drawing = m_drawings.drawings[index];
        const QString letter(QChar(static_cast<char16_t>(u'A' + index)));
        const Placed title = m_setter.textUnder(letter + QStringLiteral("   ") + drawing.title,
                                                {m_measures.label, Tone::Ink, {}}, column, top);
        const qreal begin = title.bottom + m_measures.of(6);
        const qreal bottom = body(drawing.kind, column, begin);
        if (drawing.isMisleading() && m_layout.stamped)
            m_setter.result().stamps.push_back({QRectF(column.left, begin, column.width, bottom - begin),
                                                render({QStringLiteral("drawing-misleads"), {}}), m_measures.title});
        m_setter.markSpot(QRectF(column.left, top, column.width, bottom - top));
        return bottom;
    }

    qreal body(DrawingKind kind, const Column &column, qreal top)
    {
        if (kind == DrawingKind::RisingLine)
            return line(column, top);
        qreal y = top;
        for (const figures::Row &row : m_drawings.rows) {
            y = m_setter.textUnder(row.caseName, {m_measures.small, Tone::Muted, {}}, column, y).bottom;
            y = kind == DrawingKind::FullBars ? fullBar(row.cells.front(), column, y + m_measures.of(4))
                                              : marks(row.cells.front(), column, y + m_measures.of(8));
            y += m_measures.of(10);
        }
        return y;
    }

    qreal marks(const Cell &cell, const Column &column, qreal top)
    {
        const qreal baseline = top + QFontMetricsF(m_measures.name).capHeight();
        return setCell(m_setter, cell, wholeWidth(cell, m_measures, column), baseline);
    }

    // What makes it mislead is drawn, and no number is invented for it: the part that nobody counted is not labelled
    // with one.
    qreal fullBar(const Cell &cell, const Column &column, qreal top)
    {
        const qreal height = m_measures.of(18);
        const qreal known = column.width * cell.solid / std::max(1, cell.marks());
        m_setter.result().bars.push_back({QRectF(column.left, top, known, height), cell.question, BarPart::Known});
        const qreal rest = column.width - known;
        if (rest > 0.5)
            m_setter.result().bars.push_back(
                {QRectF(column.left + known, top, rest, height), cell.question, BarPart::Claimed});
        const qreal under = top + height + m_measures.of(2);
        const Style style{m_measures.small, Tone::Ink, {}};
        const Placed number =
            m_setter.textUnder(QString::number(cell.solid), style, {column.left, column.width}, under);
        if (rest > 0.5)
            m_setter.textUnder(render({QStringLiteral("drawing-stayed"), {}}), style,
                               {column.left + std::max(known, m_measures.of(24)), rest}, under);
        return number.bottom;
    }

    qreal line(const Column &column, qreal top)
    {
        const qreal height = m_measures.of(96);
        int most = 1;
        for (const figures::Row &row : m_drawings.rows)
            most = std::max(most, row.cells.front().solid);
        const QRectF area(column.left + m_measures.of(4), top + m_measures.of(18), column.width - m_measures.of(8),
                          height);
        QPainterPath axes(area.topLeft());
        axes.lineTo(area.bottomLeft());
        axes.lineTo(area.bottomRight());
        m_setter.result().strokes.push_back({axes, StrokeKind::Line});
        qreal lowest = area.bottom();
        const auto count = static_cast<qreal>(m_drawings.rows.size());
        for (std::size_t index = 0; index < m_drawings.rows.size(); ++index) {
            const Cell &cell = m_drawings.rows[index].cells.front();
            const QPointF point(area.left() + area.width() * (static_cast<qreal>(index) + 0.5) / count,
                                area.bottom() - area.height() * cell.solid / most);
            m_setter.result().trend.append(point);
            const Column words{area.left() + area.width() * static_cast<qreal>(index) / count + m_measures.of(2),
                               area.width() / count - m_measures.of(4)};
            const Style style{m_measures.small, Tone::Muted, {}};
            const TextBlock number = broken(QString::number(cell.solid), m_measures.label, words.width);
            m_setter.centred(number, {m_measures.label, Tone::Outcome, cell.question}, words,
                             point.y() - m_measures.of(8));
            const TextBlock name = broken(m_drawings.rows[index].caseName, style.font, words.width);
            lowest = std::max(
                lowest, m_setter.centred(name, style, words, area.bottom() + m_measures.of(4) + name.ascent).bottom);
        }
        return lowest;
    }

    const Drawings &m_drawings;
    const Layout &m_layout;
    Typesetter m_setter;
    const Measures &m_measures;
    bool m_isBeside;
    qreal m_gap;
    qreal m_width = 0;
};

} // namespace

FigureLayout layOutDrawings(const Drawings &drawings, const Layout &layout)
{
    return DrawingsComposer(drawings, layout).compose();
}

} // namespace plot
