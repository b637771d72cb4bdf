// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include "journal/sqlstatement.h"

#include <sqlite3.h>

#include <array>

namespace journal {

namespace {

// The cache is in KiB (hence negative): the journal is read once from end to end, which a larger one doesn't speed up.
// Sorting stays in memory, so that no answer ever lies in the system's temporary folder.
constexpr std::array pragmas{
    QLatin1String("PRAGMA synchronous = FULL"),  QLatin1String("PRAGMA foreign_keys = ON"),
    QLatin1String("PRAGMA cache_size = -512"),   QLatin1String("PRAGMA mmap_size = 0"),
    QLatin1String("PRAGMA temp_store = MEMORY"),
};

} // namespace

Result<Database> Database::open(const QString &path, const OpenOptions &options)
{
    const int access = options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    // A connection belongs to one thread, so nothing of it has to be locked.
    constexpr int locksNothing = SQLITE_OPEN_NOMUTEX;
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, access | locksNothing, nullptr);
    // There is something to close, and to ask for the reason, also where it failed. What is still running on it at its
    // end is finished first.
    const Database database(std::shared_ptr<sqlite3>(opened, &sqlite3_close_v2),
                            path == inMemoryName ? QString() : path);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(database, code));
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, options.busyTimeoutMs);
    return database;
}

Database::Database(std::shared_ptr<sqlite3> handle, const QString &path) : m_handle(std::move(handle)), m_path(path) {}

Result<void> configure(const Database &database)
{
    for (const QLatin1String pragma : pragmas) {
        if (Result<void> done = execute(database, pragma); !done)
            return done;
    }
    // Where the file system cannot, SQLite answers with the mode that it keeps, which is as durable, or with an error.
    Result<void> logAhead = execute(database, QStringLiteral("PRAGMA journal_mode = WAL"));
    if (logAhead || logAhead.error().code == ErrorCode::Locked)
        return logAhead;
    return execute(database, QStringLiteral("PRAGMA journal_mode = DELETE"));
}

} // namespace journal
