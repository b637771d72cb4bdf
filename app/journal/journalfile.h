// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

namespace journal {

/// Makes the file, empty and for the owner alone (0600), where it is missing, and its folder too (0700); an existing
/// one is looked at but not opened. `CannotOpen` where it cannot be made or read, `ReadOnly` where it or its folder
/// cannot be written.
[[nodiscard]] Result<void> ensureFile(const QString &path);

/// Makes the folder, for the owner alone (0700), where it is missing.
[[nodiscard]] Result<void> ensureFolder(const QString &path);

/// Makes an empty file of mode 0600. `CannotOpen` where there is one already or where it cannot be made.
[[nodiscard]] Result<void> createForOwner(const QString &path);

/// `wanted`, or where that is taken `wanted`-2, -3, … A path is taken also where SQLite's companions of it are there.
[[nodiscard]] QString freePath(const QString &wanted);

} // namespace journal
