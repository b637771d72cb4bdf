// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

namespace exchange {

/// A sheet that a trainer fills in with a spreadsheet: one row a question, a line of column names first. Columns: `id`,
/// `type`, `title`, `category`, `tags` (between semicolons), `question`, `format`, `single`, `feedback` (for
/// everybody), `feedback_format`; then for each option, by its key: `a`, `a_mark` (percent of the mark; empty is 0),
/// `a_feedback`, `a_match` (matching), `a_tolerance` (numbers), `a_format`, `a_feedback_format`.
/// resources/docs/questions.md tells the same to authors. Only columns that hold something are written, in UTF-8 with a
/// mark, with CRLF (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
/// reading takes off. Carries all but images.
[[nodiscard]] Writing writeSheet(const Questions &questions);

/// The reverse. Commas, semicolons or tabs may stand between cells, as the line of names has them; UTF-8 or
/// Windows-1252. A row with a fault is named by its place and left out, and the others are kept.
[[nodiscard]] Reading readSheet(const QByteArray &bytes, const QString &file);

} // namespace exchange
