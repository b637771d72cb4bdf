// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/cardreader.h"

#include "base/ids.h"
#include "course/frontmatter.h"
#include "course/markdown.h"
#include "course/words.h"
#include "course/yaml.h"

namespace course {

namespace {

using base::FaultCode;

/// A box to tick, where the author wrote `[ ]`: CommonMark knows none.
void drawBoxes(std::vector<Block> &blocks)
{
    const QString box = QStringLiteral("[ ] ");
    for (Block &block : blocks) {
        if (!block.spans.empty() && block.spans.front().text.startsWith(box))
            block.spans.front().text.replace(0, box.size(), QStringLiteral("☐ "));
        drawBoxes(block.children);
    }
}

} // namespace

std::optional<Card> readCard(const TextFile &file, const QString &id, base::Faults &faults)
{
    base::Fault scope;
    scope.scope = base::Scope::Entry;
    scope.scopeId = id;
    const auto tell = [&](FaultCode code, const QStringList &details) {
        base::Fault fault = scope;
        fault.code = code;
        fault.place = file.placeAt(0);
        fault.details = details;
        faults.push_back(fault);
    };
    if (!base::isId(id)) {
        tell(FaultCode::IdInvalid, {id});
        return std::nullopt;
    }
    const auto frontMatter = frontMatterOf(file.bytes());
    if (!frontMatter) {
        tell(FaultCode::FrontMatterMissing, {});
        return std::nullopt;
    }
    const auto root = yaml::parse(file, frontMatter->begin, frontMatter->end, scope, faults);
    if (!root)
        return std::nullopt;
    yaml::MapReader map(*root, scope, faults);
    if (!map.isMap())
        return std::nullopt;
    Card card;
    card.id = id;
    card.place = file.placeAt(frontMatter->body);
    card.title = map.text(QStringLiteral("title"));
    card.audience = map.text(QStringLiteral("for"));
    const QString kind = map.text(QStringLiteral("kind"));
    const auto known = cardKindNamed(kind);
    if (!kind.isEmpty() && !known)
        map.tell(FaultCode::ValueUnknown, root->placeOf(QStringLiteral("kind")), {QStringLiteral("kind"), kind});
    card.kind = known.value_or(CardKind::JobAid);
    map.finish();
    card.blocks = readMarkdown(file, frontMatter->body, file.bytes().size(), scope, faults);
    drawBoxes(card.blocks);
    return map.isSound() ? std::optional(card) : std::nullopt;
}

} // namespace course
