// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/columns.h"
#include "plot/figurelayout.h"
#include "plot/measures.h"
#include "plot/textblock.h"

namespace plot {

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
/// What is withheld takes its place and is not drawn, so that nothing moves when it is shown.
class Typesetter
{
public:
    explicit Typesetter(const Layout &layout);

    [[nodiscard]] const Measures &measures() const { return m_measures; }
    [[nodiscard]] FigureLayout &result() { return m_result; }

    void withhold(bool on) { m_withholds = on; }
    [[nodiscard]] bool withholds() const { return m_withholds; }

    /// A text whose first line has this baseline, or stands right under `bottom`.
    Placed textAt(const QString &text, const Style &style, const Column &column, qreal baseline);
    Placed textUnder(const QString &text, const Style &style, const Column &column, qreal bottom);
    Placed place(const TextBlock &block, const Style &style, qreal left, qreal firstBaseline);
    /// The same, each line in the middle of `column`.
    Placed centred(const TextBlock &block, const Style &style, const Column &column, qreal firstBaseline);

    /// A line across the figure; gives where the next thing may begin.
    qreal rule(qreal y);

    void markSpot(const QRectF &area) { m_result.spots.push_back(area); }
    /// The figure ends at `y`.
    [[nodiscard]] FigureLayout finished(qreal y);

private:
    Measures m_measures;
    FigureLayout m_result;
    bool m_withholds = false;
};

} // namespace plot
