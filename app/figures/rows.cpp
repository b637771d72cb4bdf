// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/rows.h"

#include "figures/caveats.h"
#include "figures/cell.h"
#include "figures/smallnumbers.h"
#include "figures/table.h"
#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigureRow;
using course::Question;

namespace figures {

namespace {

const FigureRow *rowWithId(const FigureData &data, const QString &id)
{
    const auto found = std::ranges::find(data.rows, id, &FigureRow::id);
    return id.isEmpty() || found == data.rows.end() ? nullptr : &*found;
}

// A window that nobody gave, because nobody asked, doesn't differ from the others.
Phrase windowFor(const std::vector<Cell> &cells)
{
    std::vector<Phrase> windows;
    for (const Cell &cell : cells) {
        if (!cell.window.isEmpty())
            windows.push_back(cell.window);
    }
    return onceOrInOrder(windows);
}

Row rowFor(const Case &one, const std::vector<Panel> &panels, const FigureData &data)
{
    Row row;
    row.caseName = one.first().caseName;
    row.who = whoOf(one.first(), one.sameNumber);
    row.people = peopleOf(one.first(), one.sameNumber);
    row.event = one.first().event;
    for (const Panel &panel : panels) {
        const FigureRow *asked = one.rowFor(panel.question);
        row.cells.push_back(asked == nullptr ? unaskedCell(panel.question)
                                             : cellFor(*asked, {rowWithId(data, asked->within), one.sameNumber}));
    }
    row.window = windowFor(row.cells);
    return row;
}

Phrase answersOf(const Row &row)
{
    Phrase answers = row.cells.front().sentence;
    for (std::size_t index = 1; index < row.cells.size(); ++index)
        answers = {
            QStringLiteral("sentences"),
            {{QStringLiteral("first"), inner(answers)}, {QStringLiteral("second"), inner(row.cells[index].sentence)}}};
    return answers;
}

Phrase plainFor(const Row &row)
{
    Phrase plain{QStringLiteral("plain"),
                 {{QStringLiteral("case"), row.caseName},
                  {QStringLiteral("people"), inner(row.people)},
                  {QStringLiteral("answers"), inner(answersOf(row))},
                  {QStringLiteral("window"), inner(row.window)}}};
    if (!row.event.isEmpty()) {
        plain.id = QStringLiteral("plain-event");
        plain.arguments.insert(QStringLiteral("event"), row.event);
    }
    return plain;
}

// A few people stay counts: a share of two would say more than is known.
void showAsShare(Cell &cell)
{
    if (cell.form == CellForm::Marks && !cell.openTotal && cell.marks() >= leastForShare)
        cell.form = CellForm::Share;
}

Spot spotFor(const Row &row, const Cell &cell)
{
    Phrase name{QStringLiteral("spot-cell"),
                {{QStringLiteral("case"), row.caseName}, {QStringLiteral("sentence"), inner(cell.sentence)}}};
    if (!cell.window.isEmpty()) {
        name.id = QStringLiteral("spot-cell-window");
        name.arguments.insert(QStringLiteral("window"), inner(cell.window));
    }
    return {name, cell.claim, cell.source, cell.note, cell.derived};
}

} // namespace

PreparedFigure rowsOf(const FigureData &data, View view)
{
    PreparedFigure figure;
    for (const Question question : questionsOf(data))
        figure.panels.push_back({question, titleOf(question)});
    const std::vector<Case> cases = casesOf(data);
    for (const Case &one : cases) {
        figure.rows.push_back(rowFor(one, figure.panels, data));
        if (view == View::Shares)
            std::ranges::for_each(figure.rows.back().cells, showAsShare);
        for (const Cell &cell : figure.rows.back().cells)
            figure.spots.push_back(spotFor(figure.rows.back(), cell));
        figure.plain.push_back(plainFor(figure.rows.back()));
    }
    figure.caveats = caveatsFor(figure, data);
    if (view == View::Shares)
        figure.caveats.push_back(plainly("caveat-shares"));
    figure.table = tableFor(figure, cases);
    return figure;
}

} // namespace figures
