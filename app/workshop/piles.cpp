// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/piles.h"

#include "base/ids.h"

#include <QSet>

#include <algorithm>

namespace workshop {

using base::Statement;
using base::Verb;

journal::Result<std::vector<BegunPile>> pilesIn(const journal::Journal &journal, const QString &objectPrefix)
{
    std::vector<BegunPile> piles;
    QSet<QUuid> papers; // one whose code was mended can have begun twice
    const auto take = [&](const Statement &started) {
        const std::optional<PileSetting> setting = pileOf(started, objectPrefix);
        if (!setting)
            return;
        // The one that was typed into last comes to the end, whatever a clock says.
        const auto known =
            std::ranges::find_if(piles, [&](const BegunPile &one) { return one.setting.id == setting->id; });
        BegunPile pile = known == piles.end() ? BegunPile{*setting, 0, 0} : *known;
        if (known != piles.end())
            piles.erase(known);
        pile.papers += papers.contains(started.attempt) ? 0 : 1;
        pile.begun = started.at;
        papers.insert(started.attempt);
        piles.push_back(pile);
    };
    return journal.visit({.verbs = {Verb::Started}, .objectPrefix = objectPrefix}, take).map([&] {
        std::ranges::reverse(piles);
        return std::move(piles);
    });
}

journal::Result<std::vector<Statement>> statementsOf(const PileSetting &pile, const journal::Journal &journal,
                                                     const QString &objectPrefix)
{
    auto started = journal.read({.verbs = {Verb::Started}, .object = objectPrefix + pile.target});
    if (!started)
        return started;
    std::erase_if(*started, [&](const Statement &statement) {
        const std::optional<PileSetting> setting = pileOf(statement, objectPrefix);
        return !setting || setting->id != pile.id;
    });
    std::vector<Statement> entries;
    for (const Statement &statement : *started) {
        auto typed = journal.read({.verbs = {Verb::Answered, Verb::Skipped}, .attempt = statement.attempt});
        if (!typed)
            return typed;
        std::ranges::move(*typed, std::back_inserter(entries));
    }
    std::ranges::sort(entries, base::uuidBefore, &Statement::id);
    std::ranges::move(entries, std::back_inserter(*started));
    return started;
}

} // namespace workshop
