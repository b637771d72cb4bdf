// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/schema.h"

#include "journal/journalfile.h"
#include "journal/scopedtransaction.h"
#include "journal/sqlstatement.h"

#include <QFile>

#include <array>

// Has to stand outside every namespace: what rcc makes for a static library is linked only where somebody asks for it.
static void initializeResources()
{
    Q_INIT_RESOURCE(journal);
}

namespace journal {

namespace {

Result<int> schemaVersion(const Database &database)
{
    return readNumber(database, QStringLiteral("PRAGMA user_version")).map([](qint64 version) {
        return static_cast<int>(version);
    });
}

/// A column of a table, and the first version of the schema that has it.
struct Column {
    QLatin1String name;
    int since = 1;
};

/// All that is ever read or written: a file that lacks one of them is no journal, whatever its mark says.
constexpr std::array columns{
    Column{QLatin1String("actor.id")},          Column{QLatin1String("actor.kind")},
    Column{QLatin1String("tombstone.actor")},   Column{QLatin1String("tombstone.at")},
    Column{QLatin1String("statement.id")},      Column{QLatin1String("statement.at")},
    Column{QLatin1String("statement.actor")},   Column{QLatin1String("statement.verb")},
    Column{QLatin1String("statement.object")},  Column{QLatin1String("statement.version")},
    Column{QLatin1String("statement.attempt")}, Column{QLatin1String("statement.session")},
    Column{QLatin1String("statement.result")},  Column{QLatin1String("forgotten.digest"), 2},
    Column{QLatin1String("forgotten.at"), 2},
};

/// How many columns of that version the file lacks.
Result<qint64> missingColumns(const Database &database, int version)
{
    QStringList needed;
    for (const Column &column : columns) {
        if (column.since <= version)
            needed.append(QLatin1Char('\'') + column.name + QLatin1Char('\''));
    }
    const QString there = QStringLiteral("SELECT count(*) FROM sqlite_schema AS item JOIN pragma_table_info(item.name)"
                                         " AS info WHERE item.type = 'table' AND item.name || '.' || info.name IN (") +
                          needed.join(QLatin1Char(',')) + QLatin1Char(')');
    return readNumber(database, there).map([&](qint64 found) { return needed.size() - found; });
}

Result<void> copyAside(const Database &database, int version)
{
    return copyInto(database, freePath(database.path() + QLatin1String(".version-") + QString::number(version)));
}

Result<void> apply(const Database &database, const Migration &migration)
{
    for (const QString &statement : migration.statements) {
        if (Result<void> done = execute(database, statement); !done)
            return done;
    }
    return {};
}

/// Asks for the version once more, under the write lock: another program may have been here first.
Result<void> applyMissing(const Database &database, const std::vector<Migration> &migrations)
{
    const Result<int> version = schemaVersion(database);
    if (!version)
        return tl::unexpected(version.error());
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (Result<void> applied = apply(database, migration); !applied)
            return applied;
    }
    return {};
}

} // namespace

Result<int> identify(const Database &database, int newest)
{
    const auto refused = [&](ErrorCode code, const char *what, qint64 number) {
        return tl::unexpected(Error{code, database.path(), QLatin1String(what) + QString::number(number)});
    };
    // The schema first: reading it shows a damaged file, which a pragma may answer for from the header alone.
    const Result<qint64> tables = readNumber(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tl::unexpected(tables.error());
    const Result<qint64> application = readNumber(database, QStringLiteral("PRAGMA application_id"));
    if (!application)
        return tl::unexpected(application.error());
    Result<int> version = schemaVersion(database);
    if (!version)
        return version;
    if (*tables == 0 && *application == 0 && *version == 0)
        return version;
    if (*application != applicationId)
        return refused(ErrorCode::NotAJournal, "application_id ", *application);
    if (*version > newest)
        return refused(ErrorCode::NewerVersion, "user_version ", *version);
    if (*version < 1)
        return refused(ErrorCode::NotAJournal, "user_version ", *version);
    const Result<qint64> missing = missingColumns(database, *version);
    if (!missing)
        return tl::unexpected(missing.error());
    if (*missing > 0)
        return refused(ErrorCode::NotAJournal, "columns missing: ", *missing);
    return version;
}

Result<void> migrate(const Database &database, const std::vector<Migration> &migrations)
{
    const Result<int> before = schemaVersion(database);
    if (!before)
        return tl::unexpected(before.error());
    if (*before > 0) {
        if (Result<void> copied = copyAside(database, *before); !copied)
            return copied;
    }
    ScopedTransaction transaction(database);
    return transaction.begin().and_then([&] { return applyMissing(database, migrations); }).and_then([&] {
        return transaction.commit();
    });
}

std::vector<Migration> shippedMigrations()
{
    initializeResources();
    std::vector<Migration> migrations;
    for (int version = 1; version <= currentVersion; ++version) {
        QFile file(QStringLiteral(":/journal/journal-%1.sql").arg(version));
        const bool isThere = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(isThere, "shippedMigrations", "every version has its file in journal.qrc");
        if (isThere)
            migrations.push_back({version, sqlStatements(QString::fromUtf8(file.readAll()))});
    }
    return migrations;
}

/// VACUUM INTO rather than a copy of the bytes: it holds what is still in the log, and opens no second handle on the
/// file (closing one would drop SQLite's locks, https://www.sqlite.org/howtocorrupt.html, 2.2).
Result<void> copyInto(const Database &database, const QString &path)
{
    return createForOwner(path).and_then(
        [&] { return SqlStatement(database, QStringLiteral("VACUUM INTO ?")).bind(path).run(); });
}

QStringList sqlStatements(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(QLatin1String("--")))
            continue;
        current += line + QLatin1Char('\n');
        if (!line.endsWith(QLatin1Char(';')))
            continue;
        statements.append(current);
        current.clear();
    }
    return statements;
}

} // namespace journal
