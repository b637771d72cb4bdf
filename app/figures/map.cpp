// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/diagrams.h"
#include "figures/parts.h"
#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigurePart;
using course::PartKind;

namespace figures {

namespace {

bool touches(const Map &map, int node)
{
    return std::ranges::any_of(map.arrows,
                               [node](const Map::Arrow &arrow) { return arrow.from == node || arrow.to == node; });
}

Phrase sentenceFor(const Map &map, const Map::Arrow &arrow)
{
    return {QStringLiteral("told-arrow"),
            {{QStringLiteral("from"), map.nodes[static_cast<std::size_t>(arrow.from)].text},
             {QStringLiteral("link"), arrow.text},
             {QStringLiteral("to"), map.nodes[static_cast<std::size_t>(arrow.to)].text}}};
}

Phrase aloneSentence(const QString &text)
{
    return {QStringLiteral("told-alone"), {{QStringLiteral("text"), text}}};
}

} // namespace

void addMap(const FigureData &data, PreparedFigure &figure)
{
    const auto nodes = partsOfKind(data, {PartKind::Node, PartKind::Person, PartKind::People});
    const auto arrows = partsOfKind(data, {PartKind::Arrow});
    Map map;
    for (const FigurePart *node : nodes) {
        map.nodes.push_back({node->kind, node->text});
        figure.spots.push_back(spotFor(*node, aloneSentence(node->text)));
    }
    figure.table.header = {plainly("column-from"), plainly("column-link"), plainly("column-to")};
    for (const FigurePart *arrow : arrows) {
        map.arrows.push_back(
            {indexOf(nodes, arrow->from).value_or(0), indexOf(nodes, arrow->to).value_or(0), arrow->text});
        const Map::Arrow &added = map.arrows.back();
        const Phrase sentence = sentenceFor(map, added);
        figure.table.rows.push_back({asWritten(map.nodes[static_cast<std::size_t>(added.from)].text),
                                     asWritten(arrow->text),
                                     asWritten(map.nodes[static_cast<std::size_t>(added.to)].text)});
        figure.plain.push_back(sentence);
        figure.spots.push_back(spotFor(*arrow, sentence));
    }
    for (std::size_t node = 0; node < map.nodes.size(); ++node) {
        if (touches(map, static_cast<int>(node)))
            continue;
        figure.table.rows.push_back({asWritten(map.nodes[node].text), {}, {}});
        figure.plain.push_back(aloneSentence(map.nodes[node].text));
    }
    figure.diagram = std::move(map);
}

} // namespace figures
