// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/typesetter.h"

#include <algorithm>
#include <cmath>

namespace plot {

Typesetter::Typesetter(const Layout &layout) : m_measures(layout.font)
{
    m_result.size.setWidth(layout.width);
    m_result.markSize = m_measures.markSize();
    m_result.thinLine = m_measures.thinLine();
    m_result.outlineWidth = m_measures.outlineWidth();
}

Placed Typesetter::textAt(const QString &text, const Style &style, const Column &column, qreal baseline)
{
    return place(broken(text, style.font, column.width), style, column.left, baseline);
}

Placed Typesetter::textUnder(const QString &text, const Style &style, const Column &column, qreal bottom)
{
    const TextBlock block = broken(text, style.font, column.width);
    return place(block, style, column.left, bottom + block.ascent);
}

Placed Typesetter::place(const TextBlock &block, const Style &style, qreal left, qreal firstBaseline)
{
    Placed placed{firstBaseline, left, firstBaseline - block.ascent, block.lines.size()};
    for (qsizetype line = 0; line < block.lines.size(); ++line) {
        const qreal width = block.widths[static_cast<std::size_t>(line)];
        if (!m_withholds)
            m_result.texts.push_back({block.lines[line], QRectF(left, placed.bottom, width, block.lineHeight),
                                      style.font, style.tone, style.question});
        placed.baseline = placed.bottom + block.ascent;
        placed.right = left + width;
        placed.bottom += block.lineHeight;
    }
    return placed;
}

Placed Typesetter::centred(const TextBlock &block, const Style &style, const Column &column, qreal firstBaseline)
{
    const std::size_t first = m_result.texts.size();
    const Placed placed = place(block, style, column.left, firstBaseline);
    for (std::size_t index = first; index < m_result.texts.size(); ++index) {
        QRectF &area = m_result.texts[index].area;
        area.translate((column.width - area.width()) / 2, 0);
    }
    return placed;
}

qreal Typesetter::rule(qreal y)
{
    const qreal middle = std::floor(y) + m_measures.thinLine() / 2;
    m_result.rules.emplace_back(0, middle, m_result.size.width(), middle);
    return std::floor(y) + m_measures.thinLine();
}

FigureLayout Typesetter::finished(qreal y)
{
    m_result.size.setHeight(std::ceil(y + m_measures.of(1)));
    return std::move(m_result);
}

} // namespace plot
