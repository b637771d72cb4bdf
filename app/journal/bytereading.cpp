// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/bytereading.h"

#include "journal/sqlstatement.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <sqlite3.h>

namespace journal {

namespace {

/// Finalizes it at its end.
class RawStatement
{
public:
    RawStatement(sqlite3 *connection, const QByteArray &text)
    {
        m_code = sqlite3_prepare_v2(connection, text.constData(), static_cast<int>(text.size()), &m_statement, nullptr);
    }
    ~RawStatement() { sqlite3_finalize(m_statement); }
    RawStatement(const RawStatement &) = delete;
    RawStatement &operator=(const RawStatement &) = delete;

    /// True where there is a row.
    [[nodiscard]] bool step()
    {
        if (m_statement != nullptr)
            m_code = sqlite3_step(m_statement);
        return m_code == SQLITE_ROW;
    }

    /// Good until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const
    {
        const void *first = sqlite3_column_blob(m_statement, column);
        return {static_cast<const char *>(first), sqlite3_column_bytes(m_statement, column)};
    }

    [[nodiscard]] bool isDone() const { return m_code == SQLITE_DONE || m_code == SQLITE_ROW; }
    [[nodiscard]] int code() const { return m_code; }

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_code = SQLITE_OK;
};

/// Qt's own connection, where its driver uses the library that this program links: one that Qt brought along would not
/// know what another one made.
sqlite3 *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    SqlStatement source(database, QStringLiteral("SELECT sqlite_source_id()"));
    const bool isSame =
        source.run() && source.next().value_or(false) && source.text(0) == QLatin1String(sqlite3_sourceid());
    return isSame ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

Result<void> visitByQt(const QSqlDatabase &database, const QString &text,
                       const std::function<bool(const AnswerRow &)> &take)
{
    SqlStatement select(database, text);
    if (Result<void> run = select.run(); !run)
        return run;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        const QByteArray attempt = select.bytes(0);
        const QByteArray object = select.bytes(1);
        const QByteArray version = select.bytes(2);
        const QByteArray result = select.bytes(3);
        if (!take({attempt, object, version, result}))
            break;
    }
    return {};
}

} // namespace

Result<void> visitBytes(const QSqlDatabase &database, const QString &select,
                        const std::function<bool(const AnswerRow &)> &take)
{
    sqlite3 *connection = connectionOf(database);
    if (connection == nullptr)
        return visitByQt(database, select, take);
    RawStatement statement(connection, select.toUtf8());
    while (statement.step()) {
        if (!take({statement.bytes(0), statement.bytes(1), statement.bytes(2), statement.bytes(3)}))
            break;
    }
    if (statement.isDone())
        return {};
    return tl::unexpected(errorFrom(QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(connection)),
                                              QSqlError::StatementError, QString::number(statement.code())),
                                    pathOf(database)));
}

} // namespace journal
