// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QString>

namespace journal {

class SqlStatement;

/// The SQL that finds the statements of `query`, with the columns id, at, actor, verb, object, version, attempt,
/// session and result, in the order asked for. Put together from constants: only `bindSelection` brings in values.
[[nodiscard]] QString selectStatements(const Query &query);

/// The SQL that finds the different objects of the statements of `query`.
[[nodiscard]] QString selectObjects(const Query &query);

/// The SQL that finds every answer that is not voided, in the order of the ids: attempt, object, version and result,
/// all as bytes. Where nothing is voided, no row has to be asked whether it is.
[[nodiscard]] QString selectAnswers(bool isAnythingVoided);

/// Binds the values of `query` to the placeholders of either.
void bindSelection(SqlStatement &statement, const Query &query);

} // namespace journal
