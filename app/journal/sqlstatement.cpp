// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlstatement.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>

namespace journal {

namespace {

struct Meaning {
    int sqliteCode;
    ErrorCode code;
};

/// SQLite's primary result codes, as far as the journal tells them apart (https://www.sqlite.org/rescode.html).
constexpr std::array meanings{
    Meaning{SQLITE_PERM, ErrorCode::CannotOpen},
    Meaning{SQLITE_BUSY, ErrorCode::Locked},
    Meaning{SQLITE_LOCKED, ErrorCode::Locked},
    Meaning{SQLITE_READONLY, ErrorCode::ReadOnly},
    Meaning{SQLITE_CORRUPT, ErrorCode::Damaged},
    Meaning{SQLITE_FULL, ErrorCode::DiskFull},
    Meaning{SQLITE_CANTOPEN, ErrorCode::CannotOpen},
    Meaning{SQLITE_PROTOCOL, ErrorCode::Locked}, // gave up on the log's locks
    Meaning{SQLITE_TOOBIG, ErrorCode::Rejected},
    Meaning{SQLITE_CONSTRAINT, ErrorCode::Rejected},
    Meaning{SQLITE_MISMATCH, ErrorCode::Rejected},
    Meaning{SQLITE_AUTH, ErrorCode::CannotOpen},
    Meaning{SQLITE_NOTADB, ErrorCode::Damaged},
};

ErrorCode codeFrom(int sqliteCode)
{
    const auto *found = std::ranges::find(meanings, sqliteCode, &Meaning::sqliteCode);
    return found == meanings.end() ? ErrorCode::Failed : found->code;
}

/// Says that SQLite is to copy what is bound: SQLITE_TRANSIENT, whose cast is one of C.
sqlite3_destructor_type transient()
{
    return reinterpret_cast<sqlite3_destructor_type>(-1); // NOLINT: it is how SQLite defines it
}

} // namespace

void SqlStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqlStatement::SqlStatement(const Database &database, const QString &text) : m_database(database)
{
    const QByteArray sql = text.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    m_code = sqlite3_prepare_v2(database.handle(), sql.constData(), static_cast<int>(sql.size()), &prepared, nullptr);
    m_statement.reset(prepared);
}

SqlStatement &SqlStatement::bind(const QUuid &id)
{
    bindNext(id.isNull() ? QByteArray() : id.toRfc4122(), false);
    return *this;
}

SqlStatement &SqlStatement::bind(const QByteArray &bytes)
{
    bindNext(bytes, false);
    return *this;
}

SqlStatement &SqlStatement::bind(qint64 number)
{
    check(sqlite3_bind_int64(m_statement.get(), ++m_bound, number));
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &text)
{
    bindNext(text.isNull() ? QByteArray("") : text.toUtf8(), true);
    return *this;
}

Result<void> SqlStatement::run()
{
    check(m_bound == sqlite3_bind_parameter_count(m_statement.get()) ? SQLITE_OK : SQLITE_RANGE);
    if (m_code == SQLITE_OK)
        m_code = sqlite3_step(m_statement.get());
    m_isBeforeFirst = m_code == SQLITE_ROW;
    if (m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    return failure();
}

Result<bool> SqlStatement::next()
{
    if (!std::exchange(m_isBeforeFirst, false) && m_code == SQLITE_ROW)
        m_code = sqlite3_step(m_statement.get());
    if (m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return m_code == SQLITE_ROW;
    return failure();
}

QUuid SqlStatement::uuid(int column) const
{
    return QUuid::fromRfc4122(view(column));
}

QByteArray SqlStatement::bytes(int column) const
{
    return view(column).toByteArray();
}

qint64 SqlStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString SqlStatement::text(int column) const
{
    const auto *first = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(first, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArrayView SqlStatement::view(int column) const
{
    const void *first = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(first), sqlite3_column_bytes(m_statement.get(), column)};
}

void SqlStatement::bindNext(const QByteArray &bytes, bool isText)
{
    ++m_bound;
    const auto size = static_cast<sqlite3_uint64>(bytes.size());
    if (isText)
        check(sqlite3_bind_text64(m_statement.get(), m_bound, bytes.constData(), size, transient(), SQLITE_UTF8));
    else if (bytes.isNull())
        check(sqlite3_bind_null(m_statement.get(), m_bound));
    else
        check(sqlite3_bind_blob64(m_statement.get(), m_bound, bytes.constData(), size, transient()));
}

/// The first thing that is wrong is what is told.
void SqlStatement::check(int code)
{
    if (m_code == SQLITE_OK)
        m_code = code;
}

tl::unexpected<Error> SqlStatement::failure() const
{
    return tl::unexpected(errorOf(m_database, m_code));
}

Result<void> execute(const Database &database, const QString &text)
{
    return SqlStatement(database, text).run();
}

Result<qint64> readNumber(const Database &database, const QString &text)
{
    SqlStatement statement(database, text);
    return statement.run().and_then([&] { return statement.next(); }).and_then([&](bool found) -> Result<qint64> {
        if (!found)
            return tl::unexpected(Error{ErrorCode::Damaged, database.path(), text});
        return statement.number(0);
    });
}

Error errorOf(const Database &database, int code)
{
    constexpr int primaryBits = 0xFF; // the bits above tell the occasion, as in SQLITE_READONLY_DIRECTORY
    const bool isItsLast = sqlite3_extended_errcode(database.handle()) == code;
    const QString words = QString::fromUtf8(isItsLast ? sqlite3_errmsg(database.handle()) : sqlite3_errstr(code));
    return {codeFrom(code & primaryBits), database.path(), QStringLiteral("%1 (SQLite %2)").arg(words).arg(code)};
}

} // namespace journal
