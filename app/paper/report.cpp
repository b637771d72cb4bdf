// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"

#include <algorithm>

namespace paper {

namespace {

constexpr int headShare = 40; // of the width, for what the rows are
constexpr int headOfMany = 21;
constexpr qsizetype manyColumns = 5;
constexpr int all = 100;

int longestWord(const QString &text)
{
    qsizetype longest = 0;
    for (const QString &word : text.split(u' '))
        longest = std::max(longest, word.size());
    return static_cast<int>(longest);
}

/// How many letters a column of numbers needs: no word of it is broken, and most of its cells stand on one line.
int lettersOf(const insight::ReportBlock &block, qsizetype column)
{
    constexpr int most = 18;
    constexpr int bold = 2; // a heading's letters are wider
    int letters = longestWord(block.columns.at(column)) + bold;
    for (const insight::ReportRow &row : block.rows) {
        const auto at = static_cast<std::size_t>(column - 1);
        if (at < row.cells.size())
            letters = std::max({letters, std::min(most, static_cast<int>(row.cells[at].text.size())),
                                longestWord(row.cells[at].text)});
    }
    constexpr int gutter = 2;
    return letters + gutter;
}

/// What the rows are takes more room than each number; where there are many these have it by what stands in them.
std::vector<int> sharesOf(const insight::ReportBlock &block)
{
    const qsizetype columns = block.columns.size();
    std::vector<int> shares{columns > manyColumns ? headOfMany : columns > 3 ? headShare - 10 : headShare};
    const int rest = all - shares.front();
    int letters = 0;
    for (qsizetype column = 1; column < columns; ++column)
        letters += lettersOf(block, column);
    for (qsizetype column = 1; column < columns; ++column)
        shares.push_back(columns > manyColumns ? rest * lettersOf(block, column) / std::max(1, letters)
                                               : rest / static_cast<int>(columns - 1));
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
    if (!block.heading.isEmpty())
        writer.add(block.heading, writer.subheading());
    for (const QString &words : block.words)
        writer.add(words, writer.body());
    if (!block.rows.empty())
        writer.addTable(block.columns, rowsOf(block), sharesOf(block));
    for (const QString &note : block.notes)
        writer.add(note, writer.small());
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
