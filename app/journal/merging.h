// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

namespace journal {

/// Takes in, all or nothing, what the journal at `path` has and `database` has not: actors, statements, and who is
/// forgotten. Whoever is forgotten in either of the two is not brought back, and is buried here. Twice is the same as
/// once, and the order of several does not matter. That file is only read. `Conflict` where one id stands for different
/// things in the two.
[[nodiscard]] Result<MergeOutcome> mergeFrom(const Database &database, const QString &path);

/// Takes in what can still be read of a damaged journal, row by row, and passes over the rest.
[[nodiscard]] Result<MergeOutcome> salvageFrom(const Database &database, const QString &path);

/// Takes away what an interrupted merge left in the folder of a journal: it reads from a copy where the other file lies
/// on a medium that may only be read.
void removeCarried(const QString &folder);

} // namespace journal
