// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/columns.h"

#include "plot/textblock.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plot {

namespace {

// Beside another panel a line of marks is kept short enough to be counted with the eye.
constexpr int besideMarksPerLine = 19;

// Below this, text gives way to the marks.
constexpr int fewMarksPerLine = 5;

/// What one panel asks for.
struct Need {
    int marks = 0; ///< the most in one of its cells
    bool raggedEdge = false;
    qreal leastText = 0;
    qreal wantedText = 0;
    int marksPerLine = 1;
};

// A bar takes the width that there is.
int marksOf(const figures::Cell &cell)
{
    return cell.form == figures::CellForm::Share || cell.form == figures::CellForm::Count ? 0 : cell.marks();
}

// All lines as long as one another, as far as that goes: 37 make 19 and 18, not 36 and 1.
int balanced(int marks, int mostPerLine)
{
    const int lines = std::max(1, (marks + mostPerLine - 1) / mostPerLine);
    return std::max(1, (marks + lines - 1) / lines);
}

qreal marksWidth(const Need &need, const Measures &measures)
{
    if (need.marks == 0)
        return 0;
    return need.marksPerLine * measures.markPitch() - (measures.markPitch() - measures.markSize()) +
           (need.raggedEdge ? measures.raggedEdge() : 0);
}

int marksThatFit(const Need &need, const Measures &measures, qreal width)
{
    const qreal gap = measures.markPitch() - measures.markSize();
    const qreal room = width + gap - (need.raggedEdge ? measures.raggedEdge() : 0);
    return std::max(1, static_cast<int>(room / measures.markPitch()));
}

qreal leastWidth(const Need &need, const Measures &measures)
{
    return std::max(need.leastText, marksWidth(need, measures));
}

qreal wantedWidth(const Need &need, const Measures &measures)
{
    return std::max(need.wantedText, marksWidth(need, measures));
}

// The width at which nothing of the cell would wrap.
qreal textWidth(const figures::Cell &cell, const Measures &measures)
{
    const qreal label = widthOf(base::render(cell.label), measures.label) + measures.badgeGap() + measures.badgeSize();
    const qreal rest = widthOf(base::render(cell.rest), measures.small);
    return cell.form == figures::CellForm::Marks ? label + measures.labelGap() + rest : std::max(label, rest);
}

Need needOf(const figures::PreparedFigure &figure, std::size_t panel, const Measures &measures)
{
    Need need;
    qreal natural = widthOf(base::render(figure.panels[panel].title), measures.title);
    for (const figures::Row &row : figure.rows) {
        const figures::Cell &cell = row.cells[panel];
        need.marks = std::max(need.marks, marksOf(cell));
        need.raggedEdge = need.raggedEdge || (marksOf(cell) > 0 && cell.openTotal);
        natural = std::max(natural, textWidth(cell, measures));
    }
    need.leastText = std::min(natural, measures.of(118));
    need.wantedText = std::min(natural, measures.of(270));
    return need;
}

qreal sumOf(const std::vector<Need> &needs, const Measures &measures,
            qreal (*widthOfNeed)(const Need &, const Measures &))
{
    return std::accumulate(needs.begin(), needs.end(), 0.0,
                           [&](qreal sum, const Need &need) { return sum + widthOfNeed(need, measures); });
}

int longestLine(const std::vector<Need> &needs)
{
    int most = fewMarksPerLine;
    for (const Need &need : needs)
        most = std::max(most, need.marks);
    return needs.size() > 1 ? std::min(most, besideMarksPerLine) : most;
}

void chooseMarksPerLine(std::vector<Need> &needs, const Measures &measures, qreal available)
{
    for (int perLine = longestLine(needs); perLine >= fewMarksPerLine; --perLine) {
        for (Need &need : needs)
            need.marksPerLine = balanced(need.marks, perLine);
        if (sumOf(needs, measures, leastWidth) <= available)
            return;
    }
}

// Between what a panel cannot do without and what it asks for; what nobody asks for is shared alike.
std::vector<qreal> shared(const std::vector<Need> &needs, const Measures &measures, qreal available)
{
    const qreal least = sumOf(needs, measures, leastWidth);
    const qreal wanted = sumOf(needs, measures, wantedWidth);
    const qreal shrink = least > available ? available / least : 1;
    const qreal share = wanted > least ? std::clamp((available - least) / (wanted - least), 0.0, 1.0) : 0;
    const qreal extra = std::max(0.0, available - wanted) / static_cast<qreal>(needs.size());
    std::vector<qreal> widths;
    for (const Need &need : needs) {
        const qreal leastOfThis = leastWidth(need, measures);
        const qreal asked = wantedWidth(need, measures) - leastOfThis;
        widths.push_back(std::floor((leastOfThis + share * asked) * shrink + extra));
    }
    return widths;
}

qreal afterWidth(const figures::PreparedFigure &figure, const Measures &measures, qreal width)
{
    qreal natural = widthOf(base::render({QStringLiteral("column-after"), {}}), measures.body);
    for (const figures::Row &row : figure.rows)
        natural = std::max(natural, widthOf(base::render(row.window), measures.body));
    return std::ceil(std::min(natural, width * 0.16)) + 1;
}

// A figure with one question has room for the cases' names.
qreal namesWidth(const figures::PreparedFigure &figure, const Measures &measures, qreal width)
{
    qreal natural = measures.of(96);
    for (const figures::Row &row : figure.rows) {
        natural = std::max({natural, widthOf(row.caseName, measures.name),
                            widthOf(base::render(row.people), measures.small), widthOf(row.event, measures.small)});
    }
    const qreal share = figure.panels.size() > 1 ? 0.24 : 0.32;
    return std::floor(std::clamp(width * share, measures.of(96), std::min(natural + 1, measures.of(220))));
}

} // namespace

PanelColumn wholeWidth(const figures::Cell &cell, const Measures &measures, const Column &column)
{
    Need need;
    need.marks = marksOf(cell);
    need.raggedEdge = cell.openTotal;
    return {column, balanced(need.marks, marksThatFit(need, measures, column.width))};
}

Columns columnsFor(const figures::PreparedFigure &figure, const Measures &measures, qreal width)
{
    Columns columns;
    columns.after.width = afterWidth(figure, measures, width);
    columns.after.left = width - columns.after.width;
    columns.names.width = namesWidth(figure, measures, width);

    const qreal gutter = measures.of(width < measures.of(600) ? 12 : 16);
    const qreal available =
        width - columns.names.width - columns.after.width - gutter * static_cast<qreal>(figure.panels.size() + 1);
    std::vector<Need> needs;
    for (std::size_t panel = 0; panel < figure.panels.size(); ++panel)
        needs.push_back(needOf(figure, panel, measures));
    chooseMarksPerLine(needs, measures, available);

    const std::vector<qreal> widths = shared(needs, measures, available);
    qreal left = columns.names.width + gutter;
    for (std::size_t panel = 0; panel < needs.size(); ++panel) {
        const int mostPerLine = std::min(longestLine(needs), marksThatFit(needs[panel], measures, widths[panel]));
        columns.panels.push_back({{left, widths[panel]}, balanced(needs[panel].marks, mostPerLine)});
        left += widths[panel] + gutter;
    }
    return columns;
}

} // namespace plot
