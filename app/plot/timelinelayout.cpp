// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/layouts.h"
#include "plot/typesetter.h"

#include <algorithm>
#include <cmath>

using figures::Timeline;

namespace plot {

namespace {

/// Moments on a line; between them the line is drawn only where something is told. Below it, who was let in.
class TimelineComposer
{
public:
    TimelineComposer(const Timeline &timeline, const Layout &layout)
        : m_timeline(timeline), m_setter(layout), m_measures(m_setter.measures()), m_width(layout.width)
    {
        const auto count = static_cast<qreal>(std::max<qsizetype>(1, timeline.moments.size()));
        m_share = (layout.width - 2 * margin()) / std::max(1.0, count - 1);
        m_textWidth = std::min(m_measures.of(220), count > 1 ? m_share * 0.36 + margin() : layout.width);
    }

    FigureLayout compose()
    {
        const qreal lowest = moments();
        m_line = lowest + m_measures.of(14);
        for (qsizetype index = 0; index < m_timeline.moments.size(); ++index)
            dot(x(static_cast<int>(index)));
        stretches();
        qreal y = m_line + m_measures.of(12);
        for (const Timeline::Span &gap : m_timeline.gaps)
            y = std::max(y, gapWords(gap));
        y += m_measures.of(8);
        qreal bottom = y;
        for (const Timeline::Span &gate : m_timeline.gates)
            bottom = std::max(bottom, gateAt(gate, y));
        std::ranges::copy(m_momentAreas, std::back_inserter(m_setter.result().spots));
        std::ranges::copy(m_gapAreas, std::back_inserter(m_setter.result().spots));
        std::ranges::copy(m_gateAreas, std::back_inserter(m_setter.result().spots));
        return m_setter.finished(bottom);
    }

private:
    [[nodiscard]] qreal margin() const { return m_measures.of(10); }
    [[nodiscard]] qreal x(int moment) const { return margin() + m_share * moment; }
    [[nodiscard]] qreal endOf(const Timeline::Span &span) const { return x(span.to.value_or(span.from)); }

    /// Left of the figure the words begin at their moment, at its right end they end there.
    [[nodiscard]] Column wordsAt(int moment) const
    {
        return {std::clamp(x(moment) - m_textWidth / 2, 0.0, m_width - m_textWidth), m_textWidth};
    }

    qreal moments()
    {
        qreal lowest = 0;
        std::vector<TextBlock> blocks;
        for (const QString &moment : m_timeline.moments) {
            blocks.push_back(broken(moment, m_measures.label, m_textWidth));
            lowest = std::max(lowest, blocks.back().height());
        }
        for (std::size_t index = 0; index < blocks.size(); ++index) {
            const Column column = wordsAt(static_cast<int>(index));
            const qreal top = lowest - blocks[index].height();
            setAligned(blocks[index], {m_measures.label, Tone::Ink, {}}, column, top, static_cast<int>(index));
            m_momentAreas.emplace_back(column.left, 0, column.width, lowest + m_measures.of(22));
        }
        return lowest;
    }

    // Words at the last moment end where the line ends.
    void setAligned(const TextBlock &block, const Style &style, const Column &column, qreal top, int moment)
    {
        const std::size_t first = m_setter.result().texts.size();
        m_setter.place(block, style, column.left, top + block.ascent);
        const bool isLast = moment > 0 && moment == static_cast<int>(m_timeline.moments.size()) - 1;
        const bool isMiddle = moment > 0 && !isLast;
        for (std::size_t index = first; index < m_setter.result().texts.size(); ++index) {
            QRectF &area = m_setter.result().texts[index].area;
            const qreal spare = column.width - area.width();
            area.translate(isLast ? spare : isMiddle ? spare / 2 : 0, 0);
        }
    }

    void dot(qreal at)
    {
        QPainterPath path;
        path.addEllipse(QPointF(at, m_line), m_measures.of(5), m_measures.of(5));
        m_setter.result().ink.push_back(path);
    }

    void stretches()
    {
        const qreal clear = m_measures.of(9);
        for (int index = 0; index + 1 < static_cast<int>(m_timeline.moments.size()); ++index) {
            QPainterPath path(QPointF(x(index) + clear, m_line));
            path.lineTo(x(index + 1) - clear, m_line);
            const bool isEmpty = std::ranges::any_of(m_timeline.gaps, [index](const Timeline::Span &gap) {
                return gap.from <= index && gap.to.value_or(gap.from) > index;
            });
            m_setter.result().strokes.push_back({path, isEmpty ? StrokeKind::Faint : StrokeKind::Heavy});
        }
    }

    qreal gapWords(const Timeline::Span &gap)
    {
        const qreal left = x(gap.from) + m_measures.of(16);
        const qreal width = endOf(gap) - m_measures.of(16) - left;
        const TextBlock words = broken(gap.text, m_measures.body, width);
        const qreal top = m_line + m_measures.of(6);
        m_setter.centred(words, {m_measures.body, Tone::Muted, {}}, {left, width}, top + words.ascent);
        m_gapAreas.emplace_back(left, m_line - m_measures.of(8), width,
                                top + words.height() - m_line + m_measures.of(8));
        return top + words.height();
    }

    qreal gateAt(const Timeline::Span &gate, qreal top) { return gate.to ? shutGate(gate, top) : openGate(gate, top); }

    // A barred strip as long as nobody was let in.
    qreal shutGate(const Timeline::Span &gate, qreal top)
    {
        const qreal left = x(gate.from);
        const qreal right = endOf(gate) - m_measures.of(4);
        const QRectF area(left, top, right - left, m_measures.of(14));
        m_setter.result().bars.push_back({area, course::Question::Other, BarPart::NotReported});
        const TextBlock words = broken(gate.text, m_measures.small, area.width() - m_textWidth);
        const Placed placed = m_setter.place(words, {m_measures.small, Tone::Ink, {}}, left,
                                             area.bottom() + m_measures.of(4) + words.ascent);
        m_gateAreas.emplace_back(area.topLeft(), QSizeF(area.width(), placed.bottom - area.top()));
        return placed.bottom;
    }

    // An opening: two posts with nothing between, and an arrow through them.
    qreal openGate(const Timeline::Span &gate, qreal top)
    {
        const qreal at = x(gate.from);
        const qreal height = m_measures.of(14);
        QPainterPath posts(QPointF(at, top));
        posts.lineTo(at, top + m_measures.of(3));
        posts.moveTo(at, top + height - m_measures.of(3));
        posts.lineTo(at, top + height);
        m_setter.result().strokes.push_back({posts, StrokeKind::Heavy});
        const QPointF tip(at + m_measures.of(8), top + height / 2);
        m_setter.result().heads.push_back(QPolygonF({tip, tip + QPointF(-m_measures.of(9), m_measures.of(3.5)),
                                                     tip + QPointF(-m_measures.of(9), -m_measures.of(3.5))}));
        const Column column = wordsAt(gate.from);
        const TextBlock words = broken(gate.text, m_measures.small, column.width);
        const qreal under = top + height + m_measures.of(4);
        setAligned(words, {m_measures.small, Tone::Ink, {}}, column, under, gate.from);
        m_gateAreas.emplace_back(column.left, top, column.width, under + words.height() - top);
        return under + words.height();
    }

    const Timeline &m_timeline;
    Typesetter m_setter;
    const Measures &m_measures;
    qreal m_width;
    qreal m_share = 0;
    qreal m_textWidth = 0;
    qreal m_line = 0;
    std::vector<QRectF> m_momentAreas;
    std::vector<QRectF> m_gapAreas;
    std::vector<QRectF> m_gateAreas;
};

} // namespace

FigureLayout layOutTimeline(const Timeline &timeline, const Layout &layout)
{
    return TimelineComposer(timeline, layout).compose();
}

} // namespace plot
