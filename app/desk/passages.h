// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/notes.h"
#include "type/tokens.h"

#include <QTextCursor>
#include <QTextEdit>

namespace desk {

// Where in the text of a section something stands: a reader's own marks and notes, and what a claim is told by.

/// What a link to a note begins with; its id follows.
inline constexpr QLatin1String ownNoteLink("note:");
[[nodiscard]] QString linkTo(const keep::Note &note);
[[nodiscard]] QUuid noteIn(const QString &link);

/// The passage that a note is about; null where the text has changed since.
[[nodiscard]] QTextCursor passageOf(QTextDocument &document, const keep::Note &note);

/// What is selected, or else the paragraph that the cursor is in, as a note that has no id and no section yet. It lies
/// in one paragraph: what runs over several is taken to the end of the first.
[[nodiscard]] keep::Note noteOn(const QTextCursor &selected);

/// The passages of all of them in a faint colour.
[[nodiscard]] QList<QTextEdit::ExtraSelection>
markedPassages(QTextDocument &document, const std::vector<keep::Note> &notes, const type::Colours &colours);

/// The paragraphs that refer to one of these claims, in a faint colour.
[[nodiscard]] QList<QTextEdit::ExtraSelection> passagesOn(const QTextDocument &document, const QStringList &claims,
                                                          const type::Colours &colours);

/// Sets each note that has words under its paragraph, or at the head of the section where its passage is gone: for a
/// window that has no margin.
void foldInto(QTextDocument &document, const std::vector<keep::Note> &notes, const type::Colours &colours);

} // namespace desk
