// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paper {

namespace {

// Percent of the width.
constexpr int all = 100;
constexpr int numbersShare = 20; // of a few columns: numbers then stand below one another from table to table
constexpr int leastHead = 18;
constexpr qsizetype manyColumns = 5;

double longestWord(const QString &text, const QFont &font)
{
    double longest = 0;
    for (const QString &word : text.split(u' '))
        longest = std::max(longest, QFontMetricsF(font).horizontalAdvance(word));
    return longest;
}

/// How wide a column of numbers is to be: no word of it is broken, and most of its cells stand on one line.
double needOf(const insight::ReportBlock &block, qsizetype column, const type::Measure &measure)
{
    const double widest = measure.of(120);
    const QFont plain = measure.sans(14);
    double need = longestWord(block.columns.at(column), measure.sans(14, QFont::Bold));
    for (const insight::ReportRow &row : block.rows) {
        const auto at = static_cast<std::size_t>(column - 1);
        if (at < row.cells.size())
            need = std::max({need, longestWord(row.cells[at].text, plain),
                             std::min(widest, QFontMetricsF(plain).horizontalAdvance(row.cells[at].text))});
    }
    return need + measure.of(12); // what stands around it
}

/// What the rows are has the room that the numbers leave.
std::vector<int> sharesOf(const insight::ReportBlock &block, const Writer &writer)
{
    const qsizetype columns = block.columns.size();
    std::vector<double> needs;
    for (qsizetype column = 1; column < columns; ++column)
        needs.push_back(columns < manyColumns
                            ? numbersShare
                            : all * needOf(block, column, writer.measure()) / writer.stock().area().width());
    const double sum = std::accumulate(needs.begin(), needs.end(), 0.0);
    const double room = all - leastHead;
    std::vector<int> shares{all};
    for (const double need : needs) {
        shares.push_back(static_cast<int>(sum > room ? need * room / sum : std::ceil(need)));
        shares.front() -= shares.back();
    }
    return shares;
}

std::vector<std::vector<TableCell>> rowsOf(const insight::ReportBlock &block)
{
    std::vector<std::vector<TableCell>> rows;
    for (const insight::ReportRow &row : block.rows) {
        std::vector<TableCell> cells{{insight::headText(row)}};
        for (const insight::ReportCell &cell : row.cells)
            cells.push_back({cell.text, cell.share, cell.range});
        while (std::ssize(cells) < block.columns.size())
            cells.push_back({});
        rows.push_back(std::move(cells));
    }
    return rows;
}

void addBlock(Writer &writer, const insight::ReportBlock &block)
{
    Manner heading = writer.subheading();
    heading.above = 18; // from the notes of the block before
    if (!block.heading.isEmpty())
        writer.add(block.heading, heading);
    Manner body = writer.body();
    body.keepsNext = !block.rows.empty(); // words stand with the table that they tell of
    for (const QString &words : block.words)
        writer.add(words, body);
    if (!block.rows.empty())
        writer.addTable(block.columns, rowsOf(block), sharesOf(block, writer));
    Manner small = writer.small();
    for (qsizetype note = 0; note < block.notes.size(); ++note) {
        small.keepsNext = note + 1 < block.notes.size();
        writer.add(block.notes.at(note), small);
    }
}

} // namespace

Part reportPart(const course::Course &course, const insight::Report &report, const Stock &stock)
{
    Writer writer(course, stock);
    writer.add(report.title, writer.title());
    for (const insight::ReportChapter &chapter : report.chapters) {
        writer.add(chapter.heading, writer.heading());
        for (const insight::ReportBlock &block : chapter.blocks)
            addBlock(writer, block);
    }
    return partOf(writer.finished(), course, stock, report.title);
}

} // namespace paper
