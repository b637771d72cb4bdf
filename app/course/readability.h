// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace course {

/// The sentences of a running text, trimmed: cut behind . ! ? (and closing quotation marks) where a space and then no
/// small letter follows, and at line ends.
[[nodiscard]] QStringList sentencesOf(const QString &text);

/// The words of a text: runs of letters and digits, with apostrophes and hyphens inside.
[[nodiscard]] QStringList wordsOf(const QString &text);

/// Syllables of an English word, at least 1: runs of vowels, less a silent e at its end. An estimate, right for about
/// nine words in ten.
[[nodiscard]] int syllablesOf(const QString &word);

/// School grade of an English text: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers and
/// Chissom 1975, Research Branch Report 8-75). 0 for a text without words.
[[nodiscard]] double readingGrade(const QStringList &sentences);

} // namespace course
