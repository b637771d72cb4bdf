// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"
#include "base/ids.h"
#include "workshop/pile.h"

namespace workshop {

/// What one person answered elsewhere.
struct CollectedPaper {
    QString code;
    std::vector<Entry> entries; ///< one for each item of the pile; Blank where nobody answered

    bool operator==(const CollectedPaper &) const = default;
};

/// What a file of responses holds, and what is the matter with the rest of it.
struct Collected {
    std::vector<CollectedPaper> papers;
    base::Faults faults;
};

/// Reads answers that were collected elsewhere: a table with a row a person and a column an item, called by its number
/// in the pile, from 1, or by its id. In a cell stands an option's letter, its number or its whole text; of several
/// options their letters, with or without spaces, commas or semicolons between them; `?` for “I don't know”; nothing
/// where nobody answered. A column `code` has the codes of a pile that bears them, one called `person` is not read, and
/// any other is told. A row that is not so is told with its place and left out; the others stand.
[[nodiscard]] Collected readCollected(const QByteArray &bytes, const QString &file, const Pile &pile);

/// What is to be written for it, behind what the pile has already, and by whom.
struct WrittenDown {
    std::vector<base::Statement> statements; ///< with ids and times
    std::vector<QUuid> actors;
};
[[nodiscard]] WrittenDown writtenDown(Pile pile, const std::vector<CollectedPaper> &papers, qint64 at,
                                      base::UuidSource &ids);

/// What is to be written so that nothing stands on the papers from row `first` on, from 0, with ids and times.
[[nodiscard]] std::vector<base::Statement> takenBack(Pile pile, int first, qint64 at, base::UuidSource &ids);

/// A table to fill in: its first line alone, as `readCollected` reads it.
[[nodiscard]] QByteArray emptyTable(const Pile &pile);

} // namespace workshop
