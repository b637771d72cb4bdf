// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

class QSqlDatabase;

namespace journal {

/// Reads the four columns of bytes that `select` finds, row by row; false from `take` ends it. Straight from SQLite
/// where Qt speaks to the same library: by way of QVariant a million rows take twice as long and more.
[[nodiscard]] Result<void> visitBytes(const QSqlDatabase &database, const QString &select,
                                      const std::function<bool(const AnswerRow &)> &take);

} // namespace journal
