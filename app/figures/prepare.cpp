// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/caveats.h"
#include "figures/cell.h"
#include "figures/refusal.h"
#include "figures/table.h"
#include "figures/told.h"
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

QStringList sourcesOf(const FigureData &data)
{
    QStringList sources;
    for (const FigureRow &row : data.rows) {
        if (!row.source.isEmpty() && !sources.contains(row.source))
            sources.append(row.source);
    }
    return sources;
}

PreparedFigure drawn(const FigureData &data)
{
    PreparedFigure figure;
    figure.id = data.id;
    figure.title = data.title;
    figure.note = data.description;
    figure.sources = sourcesOf(data);
    for (const Question question : questionsOf(data))
        figure.panels.push_back({question, titleOf(question)});
    const std::vector<Case> cases = casesOf(data);
    for (const Case &one : cases) {
        figure.rows.push_back(rowFor(one, figure.panels, data));
        figure.plain.push_back(plainFor(figure.rows.back()));
    }
    figure.caveats = caveatsFor(figure, data);
    figure.table = tableFor(figure, cases);
    return figure;
}

} // namespace

tl::expected<PreparedFigure, Refusal> prepare(const FigureData &data)
{
    if (isTold(data.form))
        return told(data);
    if (auto refusal = refusalFor(data))
        return tl::unexpected(*std::move(refusal));
    return drawn(data);
}

} // namespace figures
