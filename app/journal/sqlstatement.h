// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

#include <QByteArrayView>

struct sqlite3_stmt;

namespace journal {

/// One statement of SQL: prepared at construction, read forwards only, every value bound. What is wrong with it from
/// the start is told by `run`.
class SqlStatement
{
public:
    /// `text` is a constant, or put together from constants; no value ever stands in it.
    SqlStatement(const Database &database, const QString &text);

    /// Each binds the next placeholder. A null id or null bytes are bound as NULL, a null text as the empty text.
    SqlStatement &bind(const QUuid &id);
    SqlStatement &bind(const QByteArray &bytes);
    SqlStatement &bind(qint64 number);
    SqlStatement &bind(const QString &text);

    /// Runs it; what it finds is then read with `next`. A placeholder that nothing is bound to is an error.
    [[nodiscard]] Result<void> run();

    /// Steps to the next row: true where there is one, false after the last.
    [[nodiscard]] Result<bool> next();

    /// The value of a column of the row, counted from 0. What is NULL or of another type reads as null, 0 or empty.
    [[nodiscard]] QUuid uuid(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// The bytes of the row itself, of a text in UTF-8: good until the next step.
    [[nodiscard]] QByteArrayView view(int column) const;

private:
    void bindNext(const QByteArray &bytes, bool isText);
    void check(int code);
    [[nodiscard]] tl::unexpected<Error> failure() const;

    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    Database m_database; // outlives what runs on it
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_code = 0; ///< what SQLite answered last
    int m_bound = 0;
    bool m_isBeforeFirst = false; ///< `run` has stepped to the first row, which nobody has read yet
};

/// Runs a statement that binds nothing and whose rows nobody reads.
[[nodiscard]] Result<void> execute(const Database &database, const QString &text);

/// The first column of the first row as a number; `Damaged` where there is no row.
[[nodiscard]] Result<qint64> readNumber(const Database &database, const QString &text);

/// What SQLite answered with last as the journal's error.
[[nodiscard]] Error errorOf(const Database &database, int code);

} // namespace journal
