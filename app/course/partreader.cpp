// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/partreader.h"

#include "course/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace course {

namespace {

using base::FaultCode;

constexpr std::array columns{"id", "figure", "part", "text", "from", "to", "source", "claim", "status", "note"};

/// What an end of a part may be; nothing where it has no such end.
using EndKinds = std::vector<PartKind>;

struct Ends {
    EndKinds from;
    EndKinds to;
    bool toIsOptional = false;
};

Ends endsOf(PartKind kind)
{
    const EndKinds nodes{PartKind::Node, PartKind::Person, PartKind::People};
    switch (kind) {
    case PartKind::Arrow:
        return {nodes, nodes};
    case PartKind::Cell:
        return {{PartKind::Row}, {PartKind::Column}};
    case PartKind::Gap:
        return {{PartKind::Moment}, {PartKind::Moment}};
    case PartKind::Gate:
        return {{PartKind::Moment}, {PartKind::Moment}, true};
    case PartKind::Node:
    case PartKind::Person:
    case PartKind::People:
    case PartKind::Row:
    case PartKind::Column:
    case PartKind::Moment:
        break;
    }
    return {};
}

bool isDuration(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?)?$"));
    return form.match(text).hasMatch();
}

std::optional<Status> optionalStatus(TableRow &cells)
{
    if (cells.text("status").isEmpty())
        return std::nullopt;
    return cells.word("status", statusNamed, Status::EssayOnly);
}

bool hasPart(const std::vector<FigurePart> &parts, const QString &id, const EndKinds &kinds)
{
    return std::ranges::any_of(parts, [&](const FigurePart &part) {
        return part.id == id && std::ranges::find(kinds, part.kind) != kinds.end();
    });
}

} // namespace

std::span<const char *const> partColumns()
{
    return columns;
}

std::optional<FigurePart> readPart(TableRow &cells)
{
    FigurePart part;
    part.standsAt = cells.place();
    part.id = cells.text("id");
    part.figure = cells.figure();
    part.kind = cells.word("part", partKindNamed, PartKind::Node);
    part.text = cells.text("text");
    part.from = cells.text("from");
    part.to = cells.text("to");
    part.source = cells.text("source");
    part.claim = cells.text("claim");
    part.status = optionalStatus(cells);
    part.note = cells.text("note");
    cells.checkIds();
    if (!part.source.isEmpty())
        cells.checkSource();
    if (part.text.isEmpty() && part.kind != PartKind::Cell)
        cells.tell(FaultCode::KeyMissing, "text", {QStringLiteral("text")});
    if (part.kind == PartKind::Moment && !isDuration(part.from))
        cells.tell(FaultCode::ValueUnknown, "from", {QStringLiteral("from"), part.from});
    return cells.isSound() ? std::optional(part) : std::nullopt;
}

void checkEnds(const std::vector<FigurePart> &parts, base::Faults &faults)
{
    for (const FigurePart &part : parts) {
        const Ends ends = endsOf(part.kind);
        const auto check = [&](const EndKinds &wanted, const char *column, const QString &id) {
            if (!wanted.empty() && !hasPart(parts, id, wanted))
                faults.push_back(
                    figureFault(part.figure, FaultCode::UnknownPart, part.standsAt, {QLatin1String(column), id}));
        };
        check(ends.from, "from", part.from);
        if (!ends.toIsOptional || !part.to.isEmpty())
            check(ends.to, "to", part.to);
    }
}

} // namespace course
