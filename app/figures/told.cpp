// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/told.h"

#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigureForm;
using course::FigurePart;
using course::FigureRow;
using course::PartKind;
using course::Qualifier;

namespace figures {

namespace {

using Row = std::vector<Phrase>;

Phrase joined(const char *id, const Phrase &first, const Phrase &second)
{
    return {QString::fromLatin1(id),
            {{QStringLiteral("first"), inner(first)}, {QStringLiteral("second"), inner(second)}}};
}

QString textOf(const FigureData &data, const QString &id)
{
    const auto found = std::ranges::find(data.parts, id, &FigurePart::id);
    return found == data.parts.end() ? QString() : found->text;
}

std::vector<const FigurePart *> partsOfKind(const FigureData &data, PartKind kind)
{
    std::vector<const FigurePart *> parts;
    for (const FigurePart &part : data.parts) {
        if (part.kind == kind)
            parts.push_back(&part);
    }
    return parts;
}

QString cellText(const FigureData &data, const FigurePart &row, const FigurePart &column)
{
    const auto cell = std::ranges::find_if(data.parts, [&](const FigurePart &part) {
        return part.kind == PartKind::Cell && part.from == row.id && part.to == column.id;
    });
    return cell == data.parts.end() ? QString() : cell->text;
}

/// Rows by columns: a board or a strip.
void tellGrid(const FigureData &data, PreparedFigure &figure)
{
    const auto columns = partsOfKind(data, PartKind::Column);
    figure.table.header.push_back({});
    for (const FigurePart *column : columns)
        figure.table.header.push_back(asWritten(column->text));
    for (const FigurePart *row : partsOfKind(data, PartKind::Row)) {
        Row cells{asWritten(row->text)};
        for (const FigurePart *column : columns) {
            const QString text = cellText(data, *row, *column);
            cells.push_back(text.isEmpty() ? Phrase{} : asWritten(text));
            figure.plain.push_back({text.isEmpty() ? QStringLiteral("told-blank") : QStringLiteral("told-cell"),
                                    {{QStringLiteral("row"), row->text},
                                     {QStringLiteral("column"), column->text},
                                     {QStringLiteral("text"), text}}});
        }
        figure.table.rows.push_back(std::move(cells));
    }
}

bool hasArrow(const FigureData &data, const FigurePart &node)
{
    return std::ranges::any_of(data.parts, [&node](const FigurePart &part) {
        return part.kind == PartKind::Arrow && (part.from == node.id || part.to == node.id);
    });
}

/// From, link, to: a map. What no arrow touches stands alone at its end.
void tellMap(const FigureData &data, PreparedFigure &figure)
{
    figure.table.header = {plainly("column-from"), plainly("column-link"), plainly("column-to")};
    for (const FigurePart *arrow : partsOfKind(data, PartKind::Arrow)) {
        const QString from = textOf(data, arrow->from);
        const QString to = textOf(data, arrow->to);
        figure.table.rows.push_back({asWritten(from), asWritten(arrow->text), asWritten(to)});
        figure.plain.push_back(
            {QStringLiteral("told-arrow"),
             {{QStringLiteral("from"), from}, {QStringLiteral("link"), arrow->text}, {QStringLiteral("to"), to}}});
    }
    for (const FigurePart *node : partsOfKind(data, PartKind::Node)) {
        if (hasArrow(data, *node))
            continue;
        figure.table.rows.push_back({asWritten(node->text), {}, {}});
        figure.plain.push_back({QStringLiteral("told-alone"), {{QStringLiteral("text"), node->text}}});
    }
}

const char *nameOf(PartKind kind)
{
    switch (kind) {
    case PartKind::Gap:
        return "part-gap";
    case PartKind::Gate:
        return "part-gate";
    case PartKind::Node:
    case PartKind::Arrow:
    case PartKind::Row:
    case PartKind::Column:
    case PartKind::Cell:
    case PartKind::Moment:
        break;
    }
    return "part-moment";
}

void tellTimeline(const FigureData &data, PreparedFigure &figure)
{
    figure.table.header = {{}, plainly("column-told"), plainly("column-note")};
    for (const FigurePart &part : data.parts) {
        const Phrase what = plainly(nameOf(part.kind));
        const Phrase note = part.note.isEmpty() ? Phrase{} : asWritten(part.note);
        figure.table.rows.push_back({what, asWritten(part.text), note});
        figure.plain.push_back({QStringLiteral("told-moment"),
                                {{QStringLiteral("what"), inner(what)}, {QStringLiteral("text"), part.text}}});
        if (!part.note.isEmpty())
            figure.plain.push_back(note);
    }
}

/// Words of the author's that stand beside one another, not a sentence: place and country, event and date.
Phrase listed(QStringList words)
{
    words.removeAll(QString());
    return words.isEmpty() ? plainly("not-said") : asWritten(words.join(QStringLiteral(", ")));
}

Phrase numberOf(const FigureRow &row)
{
    if (!row.count)
        return plainly("no-number");
    if (!row.total)
        return {QStringLiteral("number-alone"), {{QStringLiteral("count"), *row.count}}};
    return {QStringLiteral("number-of"),
            {{QStringLiteral("count"), *row.count},
             {QStringLiteral("total"), totalOf(row)},
             {QStringLiteral("counted"), row.counted}}};
}

Phrase outcomeOf(const FigureRow &row)
{
    return row.outcome.isEmpty() ? joined("in-order", asWritten(row.caseName), peopleOf(row, false))
                                 : asWritten(row.outcome);
}

void tellComparison(const FigureData &data, PreparedFigure &figure)
{
    figure.table.header = {plainly("column-counted"), plainly("column-number"), plainly("column-where-when"),
                           plainly("column-status")};
    for (const FigureRow &row : data.rows) {
        const Phrase where = listed({row.place, row.country, row.event, row.date, row.windowText});
        const Phrase trust =
            row.note.isEmpty() ? wordsFor(row.status) : joined("told-trust", wordsFor(row.status), asWritten(row.note));
        figure.table.rows.push_back({outcomeOf(row), numberOf(row), where, trust});
        figure.plain.push_back({QStringLiteral("told-number"),
                                {{QStringLiteral("outcome"), inner(outcomeOf(row))},
                                 {QStringLiteral("number"), inner(numberOf(row))},
                                 {QStringLiteral("status"), inner(wordsFor(row.status))}}});
    }
    figure.caveats.push_back(plainly("caveat-never-pooled"));
}

void tell(const FigureData &data, PreparedFigure &figure)
{
    switch (data.form) {
    case FigureForm::Strip:
    case FigureForm::Board:
    case FigureForm::Drawings:
        tellGrid(data, figure);
        return;
    case FigureForm::Map:
    case FigureForm::CauseMap:
    case FigureForm::Sketch:
        tellMap(data, figure);
        return;
    case FigureForm::Timeline:
        tellTimeline(data, figure);
        return;
    case FigureForm::ComparisonRow:
        tellComparison(data, figure);
        return;
    case FigureForm::UnitRows:
        break;
    }
}

void addSource(const QString &source, PreparedFigure &figure)
{
    if (!source.isEmpty() && !figure.sources.contains(source))
        figure.sources.append(source);
}

} // namespace

bool isTold(FigureForm form)
{
    return form != FigureForm::UnitRows;
}

PreparedFigure told(const FigureData &data)
{
    PreparedFigure figure;
    figure.id = data.id;
    figure.title = data.title;
    figure.note = data.description;
    figure.isTold = true;
    figure.isArgument = data.isArgument;
    for (const FigureRow &row : data.rows)
        addSource(row.source, figure);
    for (const FigurePart &part : data.parts)
        addSource(part.source, figure);
    tell(data, figure);
    return figure;
}

} // namespace figures
