// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/table.h"

#include "figures/wording.h"

#include <algorithm>

using base::Phrase;

namespace figures {

namespace {

Phrase statusOf(const Cell &cell)
{
    return hasBadge(cell) ? wordsFor(cell.status) : plainly("no-number");
}

bool sharesStatus(const Row &row)
{
    const Cell *first = nullptr;
    for (const Cell &cell : row.cells) {
        if (!hasBadge(cell))
            continue;
        if (first != nullptr && first->status != cell.status)
            return false;
        first = &cell;
    }
    return true;
}

Phrase sharedStatus(const Row &row)
{
    const auto found = std::ranges::find_if(row.cells, hasBadge);
    return statusOf(found == row.cells.end() ? row.cells.front() : *found);
}

Phrase sourceOf(const Case &one)
{
    std::vector<Phrase> sources;
    for (const course::FigureRow *row : one.rows)
        sources.push_back(asWritten(row->source));
    return onceOrInOrder(sources);
}

std::vector<Phrase> headerFor(const PreparedFigure &figure, bool oneStatus)
{
    std::vector<Phrase> header{plainly("column-case"), plainly("column-who"), plainly("column-when")};
    for (const Panel &panel : figure.panels)
        header.push_back(panel.title);
    header.push_back(plainly("column-after-how-long"));
    if (oneStatus)
        header.push_back(plainly("column-status"));
    for (const Panel &panel : figure.panels) {
        if (!oneStatus)
            header.push_back({QStringLiteral("column-status-of"), {{QStringLiteral("question"), inner(panel.title)}}});
    }
    header.push_back(plainly("column-source"));
    return header;
}

std::vector<Phrase> rowFor(const Row &row, const Case &one, bool oneStatus)
{
    std::vector<Phrase> texts{asWritten(row.caseName), row.who, dateOf(one.first())};
    for (const Cell &cell : row.cells)
        texts.push_back(cell.answer);
    texts.push_back(row.window);
    if (oneStatus)
        texts.push_back(sharedStatus(row));
    for (const Cell &cell : row.cells) {
        if (!oneStatus)
            texts.push_back(statusOf(cell));
    }
    texts.push_back(sourceOf(one));
    return texts;
}

} // namespace

Table tableFor(const PreparedFigure &figure, const std::vector<Case> &cases)
{
    const bool oneStatus = std::ranges::all_of(figure.rows, sharesStatus);
    Table table;
    table.header = headerFor(figure, oneStatus);
    for (std::size_t index = 0; index < figure.rows.size(); ++index)
        table.rows.push_back(rowFor(figure.rows[index], cases[index], oneStatus));
    return table;
}

} // namespace figures
