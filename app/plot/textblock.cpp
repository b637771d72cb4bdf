// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/textblock.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

constexpr qreal unbroken = 1e6; // wider than any figure

/// A text set in lines of one width.
class SetText
{
public:
    SetText(const QString &text, const QFont &font) : m_layout(text, font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
    }

    void setTo(qreal width)
    {
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine())
            line.setLineWidth(width);
        m_layout.endLayout();
    }

    [[nodiscard]] int lineCount() const { return m_layout.lineCount(); }

    [[nodiscard]] QString words(int index) const
    {
        const QTextLine line = m_layout.lineAt(index);
        return m_layout.text().mid(line.textStart(), line.textLength()).trimmed();
    }

    // With what the last letter leans out by, which its advance leaves out.
    [[nodiscard]] qreal width(int index) const { return m_layout.lineAt(index).naturalTextWidth(); }

private:
    QTextLayout m_layout;
};

// As narrow as the same number of lines allows: no last line of one word. Never so narrow that a word breaks which
// would not have to.
void balance(SetText &text, qreal width, qreal widestWord)
{
    const int lines = text.lineCount();
    qreal enough = width;
    qreal tooNarrow = std::min(widestWord, width);
    for (int step = 0; step < 8 && lines > 1; ++step) {
        const qreal middle = (enough + tooNarrow) / 2;
        text.setTo(middle);
        (text.lineCount() > lines ? tooNarrow : enough) = middle;
    }
    text.setTo(enough);
}

qreal widestWordOf(const QString &text, const QFont &font)
{
    qreal widest = 0;
    for (const QString &word : text.split(u' '))
        widest = std::max(widest, widthOf(word, font));
    return std::ceil(widest);
}

} // namespace

qreal widthOf(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QPainterPath outlineOf(const QString &text, const QFont &font, const QPointF &corner)
{
    QPainterPath path;
    path.addText(corner + QPointF(0, QFontMetricsF(font).ascent()), font, text);
    return path;
}

TextBlock broken(const QString &text, const QFont &font, qreal width)
{
    TextBlock block;
    const QFontMetricsF metrics(font);
    block.ascent = metrics.ascent();
    // Qt sets a line on whole pixels: what is less would let a line's box reach into the next one's.
    block.lineHeight = std::ceil(metrics.height());
    if (text.isEmpty())
        return block;

    SetText set(text, font);
    set.setTo(width);
    balance(set, width, widestWordOf(text, font));
    for (int line = 0; line < set.lineCount(); ++line) {
        block.lines.append(set.words(line));
        // By itself: within the whole text a last letter that leans out leans over the space behind it.
        SetText alone(block.lines.back(), font);
        alone.setTo(unbroken);
        block.widths.push_back(alone.width(0));
    }
    return block;
}

} // namespace plot
