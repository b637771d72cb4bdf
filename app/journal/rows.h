// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

namespace journal {

class SqlStatement;

/// The columns of a statement in the order in which `statementFrom` reads them.
inline constexpr QLatin1String statementColumns("id, at, actor, verb, object, version, attempt, session, result");

/// Writes a statement. One whose id is there already breaks a rule of the schema.
[[nodiscard]] Result<void> insertNew(const Database &database, const base::Statement &statement);

/// The same, but an id that is there already is passed over: every other broken rule is still an error.
[[nodiscard]] Result<void> insertUnlessThere(const Database &database, const base::Statement &statement);

/// The statement in a row with those columns. What the schema does not allow can stand there only after damage.
[[nodiscard]] Result<base::Statement> statementFrom(const SqlStatement &row, const QString &path);

[[nodiscard]] QString kindName(ActorKind kind);
/// The reverse, for a spelling that the schema allows.
[[nodiscard]] ActorKind kindNamed(const QString &name);

/// Puts an actor in, unless they are there.
[[nodiscard]] Result<void> insertActor(const Database &database, const QUuid &actor, const QString &kind);

} // namespace journal
