// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QLatin1String>

#include <memory>

struct sqlite3;

namespace journal {

/// The path that stands for a database in memory.
constexpr QLatin1String inMemoryName(":memory:");

/// A file that SQLite has open. Copies stand for the same connection, which is closed with the last of them and of the
/// statements on it. Nothing is read or written until the first statement.
class Database
{
public:
    [[nodiscard]] static Result<Database> open(const QString &path, const OpenOptions &options);

    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }
    /// Empty for one in memory.
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Database(std::shared_ptr<sqlite3> handle, const QString &path);

    std::shared_ptr<sqlite3> m_handle;
    QString m_path;
};

/// How the connection writes: log ahead where the file system can, on disk before it says so, rules enforced. To be
/// called after it is known that the file is ours, since the kind of log is kept in the file.
[[nodiscard]] Result<void> configure(const Database &database);

} // namespace journal
