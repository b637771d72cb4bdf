// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QStringList>

namespace quiz {

/// What somebody answered. Choice, true/false and missing word: the keys of the options chosen. Matching: for each pair
/// in the file's order the right side chosen, empty for none. Numerical and short answer: one text, numbers with a dot.
/// Essay and description: empty, the words stay with their writer. "I don't know" is the one word `?`.
using Response = QStringList;

/// "I don't know": an honest answer that earns nothing and costs nothing.
[[nodiscard]] Response dontKnow();
[[nodiscard]] bool isDontKnow(const Response &response);

/// What an answer is worth and what is to be said about it.
struct Mark {
    double fraction = 0.0;                ///< of the full mark, 0 to 1
    std::vector<qsizetype> optionsToTell; ///< positions of the options whose feedback answers this response
    bool operator==(const Mark &) const = default;
};

/// Marks a response as Moodle does: fractions of the chosen options added up and held between 0 and 1; matching by
/// pair; a number within an answer's tolerance (its bounds included); a short answer without regard to case, `*`
/// standing for any letters. Essay and description are not marked: 0.
[[nodiscard]] Mark mark(const items::Item &item, const Response &response);

/// Whether the item can be right or not at all (an essay cannot).
[[nodiscard]] bool isMarked(const items::Item &item);

/// Whether the response is complete enough to be committed: of a single choice one option, of another at least one.
[[nodiscard]] bool isComplete(const items::Item &item, const Response &response);

/// How many options make up the full answer of a several-answer item.
[[nodiscard]] qsizetype rightCount(const items::Item &item);

/// Whether an option belongs to the full answer.
[[nodiscard]] bool isRight(const items::Item &item, qsizetype option);

/// The right sides of a matching item, each once, in alphabetical order, so that the order gives nothing away.
[[nodiscard]] QStringList matchChoices(const items::Item &item);

} // namespace quiz
