// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "course/figuredata.h"

#include <vector>

namespace figures {

/// Words that are data and stay as their author wrote them.
[[nodiscard]] base::Phrase asWritten(const QString &text);

/// A phrase without arguments.
[[nodiscard]] base::Phrase plainly(const char *id);

/// A phrase within a phrase: rendered in its place.
[[nodiscard]] QVariant inner(const base::Phrase &phrase);

/// The question as the beginning of a sentence.
[[nodiscard]] base::Phrase topicOf(course::Question question);

/// Whom the row counts, "37 girls". `sameNumber`: the source gives no number of its own, but says it is the one before.
[[nodiscard]] base::Phrase peopleOf(const course::FigureRow &row, bool sameNumber);

/// Whom, and in what event: "37 girls · raid".
[[nodiscard]] base::Phrase whoOf(const course::FigureRow &row, bool sameNumber);

/// The denominator as a phrase's argument: a number, or a phrase where it is no plain number.
[[nodiscard]] QVariant totalOf(const course::FigureRow &row);

/// A sentence, and how far what it says has been verified.
[[nodiscard]] base::Phrase withStatus(const base::Phrase &sentence, course::Status status);

[[nodiscard]] base::Phrase dateOf(const course::FigureRow &row);
[[nodiscard]] base::Phrase windowOf(const course::FigureRow &row);

/// The phrases once where they are all the same, else one after the other in their order. Needs at least one.
[[nodiscard]] base::Phrase onceOrInOrder(const std::vector<base::Phrase> &phrases);

} // namespace figures
