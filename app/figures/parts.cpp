// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts.h"

#include "figures/wording.h"

#include <algorithm>

using course::FigurePart;

namespace figures {

std::vector<const FigurePart *> partsOfKind(const course::FigureData &data,
                                            std::initializer_list<course::PartKind> kinds)
{
    std::vector<const FigurePart *> parts;
    for (const FigurePart &part : data.parts) {
        if (std::ranges::find(kinds, part.kind) != kinds.end())
            parts.push_back(&part);
    }
    return parts;
}

std::optional<int> indexOf(const std::vector<const FigurePart *> &parts, const QString &id)
{
    const auto found = std::ranges::find(parts, id, [](const FigurePart *part) { return part->id; });
    if (found == parts.end())
        return {};
    return static_cast<int>(found - parts.begin());
}

Spot spotFor(const FigurePart &part, const base::Phrase &sentence)
{
    Spot spot;
    spot.name = part.status ? withStatus(sentence, *part.status) : sentence;
    spot.claim = part.claim;
    spot.source = part.source;
    spot.note = part.note;
    return spot;
}

} // namespace figures
