// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/diagrams.h"
#include "figures/parts.h"
#include "figures/wording.h"

using base::Phrase;
using course::FigureData;
using course::FigurePart;
using course::PartKind;

namespace figures {

namespace {

Phrase nameOf(const FigurePart &part)
{
    if (part.kind == PartKind::Gap)
        return plainly("part-gap");
    if (part.kind == PartKind::Gate)
        return plainly(part.to.isEmpty() ? "part-gate" : "part-gate-shut");
    return plainly("part-moment");
}

Timeline::Span spanOf(const FigurePart &part, const std::vector<const FigurePart *> &moments)
{
    return {indexOf(moments, part.from).value_or(0), indexOf(moments, part.to), part.text};
}

} // namespace

void addTimeline(const FigureData &data, PreparedFigure &figure)
{
    const auto moments = partsOfKind(data, {PartKind::Moment});
    Timeline timeline;
    for (const FigurePart *moment : moments)
        timeline.moments.append(moment->text);
    for (const FigurePart *gap : partsOfKind(data, {PartKind::Gap}))
        timeline.gaps.push_back(spanOf(*gap, moments));
    for (const FigurePart *gate : partsOfKind(data, {PartKind::Gate}))
        timeline.gates.push_back(spanOf(*gate, moments));

    const auto sentenceFor = [](const FigurePart &part) {
        return Phrase{QStringLiteral("told-moment"),
                      {{QStringLiteral("what"), inner(nameOf(part))}, {QStringLiteral("text"), part.text}}};
    };
    figure.table.header = {{}, plainly("column-told"), plainly("column-note")};
    for (const FigurePart &part : data.parts) {
        const Phrase note = part.note.isEmpty() ? Phrase{} : asWritten(part.note);
        figure.table.rows.push_back({nameOf(part), asWritten(part.text), note});
        figure.plain.push_back(sentenceFor(part));
        if (!part.note.isEmpty())
            figure.plain.push_back(note);
    }
    if (timeline.moments.size() > 2)
        figure.caveats.push_back(plainly("caveat-not-to-scale"));
    // In the picture the moments come first, then what lies between them, then who is let in.
    for (const auto kind : {PartKind::Moment, PartKind::Gap, PartKind::Gate}) {
        for (const FigurePart *part : partsOfKind(data, {kind}))
            figure.spots.push_back(spotFor(*part, sentenceFor(*part)));
    }
    figure.diagram = std::move(timeline);
}

} // namespace figures
