// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/connection.h"

#include "journal/sqlstatement.h"

#include <QSqlError>

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

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, const OpenOptions &options)
{
    std::unique_ptr<Connection> connection(new Connection(path, options));
    if (!connection->m_database.open())
        return tl::unexpected(errorFrom(connection->m_database.lastError(), path));
    return connection;
}

Connection::Connection(const QString &path, const OpenOptions &options)
    : m_name(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::Id128)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QLatin1String(options.readOnly ? "QSQLITE_OPEN_READONLY;" : "") +
                                 QLatin1String("QSQLITE_BUSY_TIMEOUT=") + QString::number(options.busyTimeoutMs));
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase(); // Qt warns about a connection that somebody still holds
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> configure(const QSqlDatabase &database)
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
