// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"

namespace paper {

namespace {

constexpr int headShare = 40; // of the width, for what the rows are
constexpr int all = 100;

/// What the rows are takes more room than each number.
std::vector<int> sharesOf(qsizetype columns)
{
    std::vector<int> shares{columns > 3 ? headShare - 10 : headShare};
    const int rest = all - shares.front();
    for (qsizetype column = 1; column < columns; ++column)
        shares.push_back(rest / static_cast<int>(columns - 1));
    return shares;
}

std::vector<QStringList> rowsOf(const insight::ReportBlock &block)
{
    std::vector<QStringList> rows;
    for (const insight::ReportRow &row : block.rows) {
        QStringList cells{insight::headText(row)};
        for (const insight::ReportCell &cell : row.cells)
            cells.append(cell.text);
        while (cells.size() < block.columns.size())
            cells.append(QString());
        rows.push_back(cells);
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
        writer.addTable(block.columns, rowsOf(block), sharesOf(block.columns.size()));
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
