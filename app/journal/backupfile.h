// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/backups.h"
#include "journal/database.h"

namespace journal {

/// What an open journal holds.
[[nodiscard]] Result<BackupContent> contentOf(const Database &database);

/// `Damaged` where a page or a reference of the file is not sound; looks at each of them.
[[nodiscard]] Result<void> checkPages(const Database &database);

/// Writes a backup of the open journal at `path`, named after its time, and takes out those that are not worth keeping.
/// After an error there is no half of one.
[[nodiscard]] Result<QString> makeBackup(const Database &database, const QString &path, qint64 now);

} // namespace journal
