// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "workshop/pile.h"

namespace workshop {

/// A pile that was begun.
struct BegunPile {
    PileSetting setting;
    int papers = 0;   ///< that something is typed of
    qint64 begun = 0; ///< when its last paper was, UTC in milliseconds

    bool operator==(const BegunPile &) const = default;
};

/// The piles of a course that a journal has, the latest first.
[[nodiscard]] journal::Result<std::vector<BegunPile>> pilesIn(const journal::Journal &journal,
                                                              const QString &objectPrefix);

/// What `Pile::accept` needs to have the pile as it was left: its papers' beginnings, then what is on them.
[[nodiscard]] journal::Result<std::vector<base::Statement>>
statementsOf(const PileSetting &pile, const journal::Journal &journal, const QString &objectPrefix);

} // namespace workshop
