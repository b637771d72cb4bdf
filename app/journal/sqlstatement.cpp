// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqlstatement.h"

#include "journal/connection.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <array>

namespace journal {

namespace {

struct Meaning {
    int sqliteCode;
    ErrorCode code;
};

/// SQLite's primary result codes, as far as the journal tells them apart (https://www.sqlite.org/rescode.html).
constexpr std::array meanings{
    Meaning{3, ErrorCode::CannotOpen},  // SQLITE_PERM
    Meaning{5, ErrorCode::Locked},      // SQLITE_BUSY
    Meaning{6, ErrorCode::Locked},      // SQLITE_LOCKED
    Meaning{8, ErrorCode::ReadOnly},    // SQLITE_READONLY
    Meaning{11, ErrorCode::Damaged},    // SQLITE_CORRUPT
    Meaning{13, ErrorCode::DiskFull},   // SQLITE_FULL
    Meaning{14, ErrorCode::CannotOpen}, // SQLITE_CANTOPEN
    Meaning{15, ErrorCode::Locked},     // SQLITE_PROTOCOL: gave up on the log's locks
    Meaning{18, ErrorCode::Rejected},   // SQLITE_TOOBIG
    Meaning{19, ErrorCode::Rejected},   // SQLITE_CONSTRAINT
    Meaning{20, ErrorCode::Rejected},   // SQLITE_MISMATCH
    Meaning{23, ErrorCode::CannotOpen}, // SQLITE_AUTH
    Meaning{26, ErrorCode::Damaged},    // SQLITE_NOTADB
};

ErrorCode codeFrom(int sqliteCode)
{
    const auto *found = std::ranges::find(meanings, sqliteCode, &Meaning::sqliteCode);
    return found == meanings.end() ? ErrorCode::Failed : found->code;
}

/// To be prepared later: a query that learns only then that it reads forwards keeps every row in memory.
QSqlQuery forwardQuery(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    return query;
}

} // namespace

SqlStatement::SqlStatement(const QSqlDatabase &database, const QString &text)
    : m_query(forwardQuery(database)), m_path(pathOf(database)), m_prepared(m_query.prepare(text))
{
}

SqlStatement &SqlStatement::bind(const QUuid &id)
{
    bindNext(id.isNull() ? QVariant() : QVariant(id.toRfc4122()));
    return *this;
}

SqlStatement &SqlStatement::bind(const QByteArray &bytes)
{
    bindNext(bytes);
    return *this;
}

SqlStatement &SqlStatement::bind(qint64 number)
{
    bindNext(number);
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &text)
{
    bindNext(text.isNull() ? QStringLiteral("") : text);
    return *this;
}

Result<void> SqlStatement::run()
{
    if (m_prepared && m_query.exec())
        return {};
    return failure();
}

Result<bool> SqlStatement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return failure();
    return false;
}

QUuid SqlStatement::uuid(int column) const
{
    return QUuid::fromRfc4122(m_query.value(column).toByteArray());
}

QByteArray SqlStatement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 SqlStatement::number(int column) const
{
    return m_query.value(column).toLongLong();
}

QString SqlStatement::text(int column) const
{
    return m_query.value(column).toString();
}

void SqlStatement::bindNext(const QVariant &value)
{
    m_query.bindValue(m_bound, value);
    ++m_bound;
}

tl::unexpected<Error> SqlStatement::failure() const
{
    return tl::unexpected(errorFrom(m_query.lastError(), m_path));
}

Result<void> execute(const QSqlDatabase &database, const QString &text)
{
    return SqlStatement(database, text).run();
}

Result<qint64> readNumber(const QSqlDatabase &database, const QString &text)
{
    SqlStatement statement(database, text);
    return statement.run().and_then([&] { return statement.next(); }).and_then([&](bool found) -> Result<qint64> {
        if (!found)
            return tl::unexpected(Error{ErrorCode::Damaged, pathOf(database), text});
        return statement.number(0);
    });
}

Error errorFrom(const QSqlError &error, const QString &path)
{
    constexpr int primaryBits = 0xFF; // the bits above tell the occasion, as in SQLITE_READONLY_DIRECTORY
    const int code = error.nativeErrorCode().toInt();
    const QString detail = error.text() + QLatin1String(" (SQLite ") + QString::number(code) + QLatin1Char(')');
    return {codeFrom(code & primaryBits), path, detail};
}

QString pathOf(const QSqlDatabase &database)
{
    const QString name = database.databaseName();
    return name == inMemoryName ? QString() : name;
}

} // namespace journal
