// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QSqlDatabase>
#include <QSqlQuery>

class QSqlError;

namespace journal {

/// One statement of SQL: prepared at construction, read forwards only, every value bound. What is wrong with it from
/// the start is told by `run`.
class SqlStatement
{
public:
    /// `text` is a constant, or put together from constants; no value ever stands in it.
    SqlStatement(const QSqlDatabase &database, const QString &text);

    /// Each binds the next placeholder. A null id is bound as NULL, a null text as the empty text.
    SqlStatement &bind(const QUuid &id);
    SqlStatement &bind(const QByteArray &bytes);
    SqlStatement &bind(qint64 number);
    SqlStatement &bind(const QString &text);

    /// Runs it; what it finds is then read with `next`.
    [[nodiscard]] Result<void> run();

    /// Steps to the next row: true where there is one, false after the last.
    [[nodiscard]] Result<bool> next();

    /// The value of a column of the row, counted from 0. What is NULL or of another type reads as null, 0 or empty.
    [[nodiscard]] QUuid uuid(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;

private:
    void bindNext(const QVariant &value);
    [[nodiscard]] tl::unexpected<Error> failure() const;

    QSqlQuery m_query;
    QString m_path;
    bool m_prepared = false;
    int m_bound = 0;
};

/// Runs a statement that binds nothing and whose rows nobody reads.
[[nodiscard]] Result<void> execute(const QSqlDatabase &database, const QString &text);

/// The first column of the first row as a number; `Damaged` where there is no row.
[[nodiscard]] Result<qint64> readNumber(const QSqlDatabase &database, const QString &text);

/// The database's error as the journal's.
[[nodiscard]] Error errorFrom(const QSqlError &error, const QString &path);

/// The file of a connection; empty for one in memory.
[[nodiscard]] QString pathOf(const QSqlDatabase &database);

} // namespace journal
