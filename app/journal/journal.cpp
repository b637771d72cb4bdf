// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "base/ids.h"
#include "journal/connection.h"
#include "journal/journalfile.h"
#include "journal/schema.h"
#include "journal/scopedtransaction.h"
#include "journal/selection.h"
#include "journal/sqlstatement.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <utility>

namespace journal {

namespace {

constexpr QLatin1String insertNew("INSERT INTO statement"
                                  " (id, at, actor, verb, object, version, attempt, session, result)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
// After insertNew. Only an id that is there already is passed over: every other broken rule is still an error.
constexpr QLatin1String unlessThere(" ON CONFLICT (id) DO NOTHING");

Result<void> insert(const QSqlDatabase &database, const QString &sql, const base::Statement &statement)
{
    const QByteArray result = QJsonDocument(statement.result).toJson(QJsonDocument::Compact);
    return SqlStatement(database, sql)
        .bind(statement.id)
        .bind(statement.at)
        .bind(statement.actor)
        .bind(base::verbName(statement.verb))
        .bind(statement.object)
        .bind(statement.version)
        .bind(statement.attempt)
        .bind(statement.session)
        .bind(QString::fromUtf8(result))
        .run();
}

/// A row as `selectStatements` orders its columns. What the schema does not allow can stand there only after damage.
Result<base::Statement> statementFrom(const SqlStatement &row, const QString &path)
{
    const std::optional<base::Verb> verb = base::verbNamed(row.text(3));
    const QJsonDocument result = QJsonDocument::fromJson(row.text(8).toUtf8());
    if (!verb || !result.isObject())
        return tl::unexpected(Error{ErrorCode::Damaged, path, row.uuid(0).toString(QUuid::WithoutBraces)});
    base::Statement statement;
    statement.id = row.uuid(0);
    statement.at = row.number(1);
    statement.actor = row.uuid(2);
    statement.verb = *verb;
    statement.object = row.text(4);
    statement.version = row.text(5);
    statement.attempt = row.uuid(6);
    statement.session = row.uuid(7);
    statement.result = result.object();
    return statement;
}

/// Asked for at each write rather than remembered: another program, or `adopt`, may have written a greater one.
Result<QUuid> greatestId(const QSqlDatabase &database)
{
    SqlStatement statement(database, QStringLiteral("SELECT max(id) FROM statement"));
    return statement.run().and_then([&] { return statement.next(); }).map([&](bool) { return statement.uuid(0); });
}

/// The first person of the file that is not forgotten; null where there is none yet.
Result<QUuid> findPerson(const QSqlDatabase &database)
{
    SqlStatement statement(database, QStringLiteral("SELECT id FROM actor WHERE kind = 'person' AND NOT EXISTS"
                                                    " (SELECT 1 FROM tombstone WHERE tombstone.actor = actor.id)"
                                                    " ORDER BY rowid LIMIT 1"));
    return statement.run().and_then([&] { return statement.next(); }).map([&](bool found) {
        return found ? statement.uuid(0) : QUuid();
    });
}

Result<QUuid> makePerson(const QSqlDatabase &database)
{
    ScopedTransaction transaction(database);
    return transaction.begin()
        .and_then([&] { return findPerson(database); }) // again, now that nobody else can write
        .and_then([&](const QUuid &found) -> Result<QUuid> {
            const QUuid person = found.isNull() ? QUuid::createUuid() : found;
            SqlStatement statement(database, QStringLiteral("INSERT INTO actor (id, kind) VALUES (?, 'person')"
                                                            " ON CONFLICT (id) DO NOTHING"));
            return statement.bind(person).run().and_then([&] { return transaction.commit(); }).map([&] {
                return person;
            });
        });
}

Result<void> bringUpToDate(const QSqlDatabase &database)
{
    return identify(database).and_then([&](int version) {
        return configure(database).and_then(
            [&] { return version < currentVersion ? migrate(database, shippedMigrations()) : Result<void>(); });
    });
}

class SqliteJournal final : public Journal
{
public:
    SqliteJournal(std::unique_ptr<Connection> connection, base::Clock clock, const QUuid &person)
        : m_connection(std::move(connection)), m_clock(std::move(clock)), m_person(person)
    {
    }

    /// Opens `path`, where `inMemoryName` is one too, once its file is there.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> openAt(const QString &path, base::Clock clock,
                                                                 const OpenOptions &options);

    void append(base::Statement statement, const Reply &then) override;
    [[nodiscard]] Result<void> adopt(const std::vector<base::Statement> &statements) override;
    [[nodiscard]] Result<std::vector<base::Statement>> read(const Query &query) const override;
    [[nodiscard]] Result<std::vector<QString>> objects(const Query &query) const override;
    [[nodiscard]] QUuid person() const override { return m_person; }
    [[nodiscard]] QString path() const override { return pathOf(database()); }

private:
    [[nodiscard]] const QSqlDatabase &database() const { return m_connection->database(); }
    [[nodiscard]] Result<base::Statement> write(base::Statement statement);
    [[nodiscard]] Result<void> insertAsPerson(const std::vector<base::Statement> &statements);

    std::unique_ptr<Connection> m_connection;
    base::Clock m_clock;
    QUuid m_person;
};

Result<std::unique_ptr<Journal>> SqliteJournal::openAt(const QString &path, base::Clock clock,
                                                       const OpenOptions &options)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, options);
    if (!connection)
        return tl::unexpected(connection.error());
    const QSqlDatabase &database = (*connection)->database();
    const Result<QUuid> person =
        bringUpToDate(database).and_then([&] { return findPerson(database); }).and_then([&](const QUuid &found) {
            return found.isNull() ? makePerson(database) : Result<QUuid>(found);
        });
    if (!person)
        return tl::unexpected(person.error());
    return std::make_unique<SqliteJournal>(std::move(*connection), std::move(clock), *person);
}

void SqliteJournal::append(base::Statement statement, const Reply &then)
{
    const Result<base::Statement> written = write(std::move(statement));
    if (then)
        then(written); // last of all, because it may append again
}

Result<base::Statement> SqliteJournal::write(base::Statement statement)
{
    ScopedTransaction transaction(database());
    return transaction.begin()
        .and_then([&] { return greatestId(database()); })
        .and_then([&](const QUuid &greatest) {
            statement.at = m_clock();
            statement.id = base::UuidSource(greatest).next(statement.at);
            if (statement.actor.isNull())
                statement.actor = m_person;
            return insert(database(), insertNew, statement);
        })
        .and_then([&] { return transaction.commit(); })
        .map([&] { return statement; });
}

Result<void> SqliteJournal::adopt(const std::vector<base::Statement> &statements)
{
    ScopedTransaction transaction(database());
    return transaction.begin().and_then([&] { return insertAsPerson(statements); }).and_then([&] {
        return transaction.commit();
    });
}

Result<void> SqliteJournal::insertAsPerson(const std::vector<base::Statement> &statements)
{
    for (base::Statement statement : statements) {
        statement.actor = m_person;
        if (Result<void> inserted = insert(database(), insertNew + unlessThere, statement); !inserted)
            return inserted;
    }
    return {};
}

Result<std::vector<base::Statement>> SqliteJournal::read(const Query &query) const
{
    SqlStatement select(database(), selectStatements(query));
    bindSelection(select, query);
    if (const Result<void> run = select.run(); !run)
        return tl::unexpected(run.error());
    std::vector<base::Statement> statements;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        Result<base::Statement> statement = row.and_then([&](bool) { return statementFrom(select, path()); });
        if (!statement)
            return tl::unexpected(statement.error());
        statements.push_back(std::move(*statement));
    }
    return statements;
}

Result<std::vector<QString>> SqliteJournal::objects(const Query &query) const
{
    SqlStatement select(database(), selectObjects(query));
    bindSelection(select, query);
    if (const Result<void> run = select.run(); !run)
        return tl::unexpected(run.error());
    std::vector<QString> objects;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        objects.push_back(select.text(0));
    }
    return objects;
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, base::Clock clock, const OpenOptions &options)
{
    // Absolute, because SQLite would take a name that starts with "file:" for an address.
    const QString absolutePath = QFileInfo(path).absoluteFilePath();
    if (const Result<void> isThere = ensureFile(absolutePath); !isThere)
        return tl::unexpected(isThere.error());
    return SqliteJournal::openAt(absolutePath, std::move(clock), options);
}

Result<std::unique_ptr<Journal>> Journal::inMemory(base::Clock clock)
{
    return SqliteJournal::openAt(inMemoryName, std::move(clock), OpenOptions());
}

} // namespace journal
