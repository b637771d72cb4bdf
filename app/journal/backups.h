// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <vector>

namespace journal {

/// A copy of a journal, made at a time that its name tells.
struct Backup {
    QString path;
    qint64 at = 0; ///< UTC in milliseconds, to the second

    bool operator==(const Backup &) const = default;
};

/// The backups of the journal at `path`, newest first: `backups/NAME-20260101T080000Z.sqlite` beside it.
[[nodiscard]] std::vector<Backup> backupsOf(const QString &path);

/// Every file beside the journal at `path` that is a copy of it: backups, and what was kept before the schema changed
/// or when it was damaged.
[[nodiscard]] std::vector<QString> copiesOf(const QString &path);

/// Of these times, newest first, those whose backups are kept: of each of the last 24 hours, 30 days and 52 weeks the
/// newest, and always the newest of all.
[[nodiscard]] std::vector<qint64> worthKeeping(const std::vector<qint64> &times, qint64 now);

/// What a backup holds.
struct BackupContent {
    qint64 statements = 0;
    qint64 lastAt = 0;

    bool operator==(const BackupContent &) const = default;
};
/// Looks into a backup; an error where it is not sound.
[[nodiscard]] Result<BackupContent> lookInto(const QString &path);

struct Restored {
    QString putAside;     ///< where the journal that was there lies now; empty where there was none
    qint64 recovered = 0; ///< statements of it that the backup had not, and that could still be read
};
/// Puts a backup in the place of the journal at `path`, which must not be open, and takes in what can still be read of
/// that. It is put aside, never overwritten; the backup stays where it is. Without a backup (an empty path) the journal
/// begins anew, with what can still be read.
[[nodiscard]] Result<Restored> restore(const QString &path, const QString &backup, const base::Clock &clock);

} // namespace journal
