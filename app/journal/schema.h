// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

#include <QStringList>

namespace journal {

/// The version of the schema that this program reads and writes (PRAGMA user_version).
constexpr int currentVersion = 3;

/// What says that a SQLite file is a journal (PRAGMA application_id): "AtR1" in ASCII.
constexpr qint64 applicationId = 0x41745231;

/// The step to `version` from the one before it. Its last statement sets PRAGMA user_version.
struct Migration {
    int version = 0;
    QStringList statements;
};

/// The schema version of the file: 0 where it is empty. `NotAJournal` for a database of something else, also where it
/// has a journal's mark but not the tables and columns of its version; `NewerVersion` past `newest`, `Damaged` where
/// the header or the schema cannot be read. Writes nothing.
[[nodiscard]] Result<int> identify(const Database &database, int newest = currentVersion);

/// Takes the file through those of `migrations` that it has not seen yet, all or none; they are in rising order. A file
/// that has a schema already is copied beside itself first, as "NAME.version-1".
[[nodiscard]] Result<void> migrate(const Database &database, const std::vector<Migration> &migrations);

/// The steps of resources/sql.
[[nodiscard]] std::vector<Migration> shippedMigrations();

/// Writes what the file holds now, its log included, into a new one at `path`, for the owner alone and without gaps.
/// `CannotOpen` where something is there already.
[[nodiscard]] Result<void> copyInto(const Database &database, const QString &path);

/// Splits a file of SQL where a line ends with a semicolon; lines of comment are left out.
[[nodiscard]] QStringList sqlStatements(const QString &sql);

} // namespace journal
