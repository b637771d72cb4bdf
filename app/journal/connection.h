// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QLatin1String>
#include <QSqlDatabase>

namespace journal {

/// The path that stands for a database in memory.
constexpr QLatin1String inMemoryName(":memory:");

/// A connection to SQLite under a name of its own, closed and taken out of Qt's list with this object. Nothing is read
/// or written until the first statement.
class Connection
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, const OpenOptions &options);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }

private:
    explicit Connection(const QString &path, const OpenOptions &options);

    QString m_name;
    QSqlDatabase m_database;
};

/// How the connection writes: log ahead where the file system can, on disk before it says so, rules enforced. To be
/// called after it is known that the file is ours, since the kind of log is kept in the file.
[[nodiscard]] Result<void> configure(const QSqlDatabase &database);

} // namespace journal
