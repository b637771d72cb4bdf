// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "base/ids.h"
#include "journal/backupfile.h"
#include "journal/database.h"
#include "journal/forgetting.h"
#include "journal/journalfile.h"
#include "journal/merging.h"
#include "journal/rows.h"
#include "journal/schema.h"
#include "journal/scopedtransaction.h"
#include "journal/selection.h"
#include "journal/sqlstatement.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace journal {

namespace {

/// Asked for at each write rather than remembered: another program, or `adopt`, may have written a greater one.
Result<QUuid> greatestId(const Database &database)
{
    SqlStatement statement(database, QStringLiteral("SELECT max(id) FROM statement"));
    return statement.run().and_then([&] { return statement.next(); }).map([&](bool) { return statement.uuid(0); });
}

/// The first person of the file that is not forgotten; null where there is none yet.
Result<QUuid> findPerson(const Database &database)
{
    SqlStatement statement(database, QStringLiteral("SELECT id FROM actor WHERE kind = 'person' AND NOT EXISTS"
                                                    " (SELECT 1 FROM tombstone WHERE tombstone.actor = actor.id)"
                                                    " ORDER BY rowid LIMIT 1"));
    return statement.run().and_then([&] { return statement.next(); }).map([&](bool found) {
        return found ? statement.uuid(0) : QUuid();
    });
}

Result<QUuid> makePerson(const Database &database)
{
    ScopedTransaction transaction(database);
    return transaction.begin()
        .and_then([&] { return findPerson(database); }) // again, now that nobody else can write
        .and_then([&](const QUuid &found) -> Result<QUuid> {
            const QUuid person = found.isNull() ? QUuid::createUuid() : found;
            return insertActor(database, person, kindName(ActorKind::Person))
                .and_then([&] { return transaction.commit(); })
                .map([&] { return person; });
        });
}

Result<void> bringUpToDate(const Database &database)
{
    return identify(database).and_then([&](int version) {
        return configure(database).and_then(
            [&] { return version < currentVersion ? migrate(database, shippedMigrations()) : Result<void>(); });
    });
}

class SqliteJournal final : public Journal
{
public:
    SqliteJournal(Database database, base::Clock clock, const QUuid &person)
        : m_database(std::move(database)), m_clock(std::move(clock)), m_person(person)
    {
    }

    /// Opens `path`, where `inMemoryName` is one too, once its file is there.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> openAt(const QString &path, base::Clock clock,
                                                                 const OpenOptions &options);

    void append(base::Statement statement, const Reply &then) override;
    [[nodiscard]] Result<void> adopt(const std::vector<base::Statement> &statements,
                                     const std::vector<Actor> &others) override;
    [[nodiscard]] Result<std::vector<base::Statement>> read(const Query &query) const override;
    [[nodiscard]] Result<void> visit(const Query &query,
                                     const std::function<void(const base::Statement &)> &take) const override;
    [[nodiscard]] Result<void> visitAnswers(const std::function<bool(const AnswerRow &)> &take) const override;
    [[nodiscard]] Result<std::vector<QString>> objects(const Query &query) const override;
    [[nodiscard]] QUuid person() const override { return m_person; }
    [[nodiscard]] Result<std::vector<Person>> persons() const override;
    [[nodiscard]] Result<QUuid> addPerson() override { return addActor(ActorKind::Person); }
    [[nodiscard]] Result<QUuid> addActor(ActorKind kind) override;
    [[nodiscard]] Result<std::vector<Actor>> others() const override;
    [[nodiscard]] Result<void> choosePerson(const QUuid &person) override;
    [[nodiscard]] Result<void> exportTo(const QString &path) override;
    [[nodiscard]] Result<void> exportSession(const QUuid &session, const QString &path) override;
    [[nodiscard]] Result<MergeOutcome> merge(const QString &path) override;
    [[nodiscard]] Result<void> forget(const QUuid &actor) override;
    [[nodiscard]] Result<void> purgeNow(const QUuid &actor) override;
    [[nodiscard]] Result<void> purgeOverdue() override;
    [[nodiscard]] Result<bool> hasForgotten(const QUuid &actor) const override
    {
        return isForgotten(m_database, actor);
    }
    [[nodiscard]] Result<qint64> countBefore(int days) const override { return countOlder(m_database, daysAgo(days)); }
    [[nodiscard]] Result<void> purgeAfter(int days) override;
    [[nodiscard]] Result<QString> backUp() override;
    [[nodiscard]] Result<void> verify() const override;
    [[nodiscard]] Result<bool> wasChangedElsewhere() override;
    [[nodiscard]] QString path() const override { return m_database.path(); }

private:
    [[nodiscard]] Result<base::Statement> write(base::Statement statement);
    [[nodiscard]] Result<void> exportCut(const QString &path,
                                         const std::function<Result<void>(const QString &part)> &cut);
    [[nodiscard]] Result<void> purgeEverywhere(const std::vector<QUuid> &actors);
    [[nodiscard]] Result<void> findNextPerson();
    [[nodiscard]] Result<void> insertAll(const std::vector<base::Statement> &statements,
                                         const std::vector<Actor> &others);
    [[nodiscard]] Result<qint64> dataVersion() const;
    [[nodiscard]] qint64 daysAgo(int days) const;

    Database m_database;
    base::Clock m_clock;
    QUuid m_person;
    qint64 m_dataVersion = 0;
};

Result<std::unique_ptr<Journal>> SqliteJournal::openAt(const QString &path, base::Clock clock,
                                                       const OpenOptions &options)
{
    const Result<Database> database = Database::open(path, options);
    if (!database)
        return tl::unexpected(database.error());
    const Result<QUuid> person =
        bringUpToDate(*database).and_then([&] { return findPerson(*database); }).and_then([&](const QUuid &found) {
            return found.isNull() ? makePerson(*database) : Result<QUuid>(found);
        });
    if (!person)
        return tl::unexpected(person.error());
    auto journal = std::make_unique<SqliteJournal>(*database, std::move(clock), *person);
    if (const Result<bool> asked = journal->wasChangedElsewhere(); !asked)
        return tl::unexpected(asked.error());
    return journal;
}

void SqliteJournal::append(base::Statement statement, const Reply &then)
{
    const Result<base::Statement> written = write(std::move(statement));
    if (then)
        then(written); // last of all, because it may append again
}

Result<base::Statement> SqliteJournal::write(base::Statement statement)
{
    ScopedTransaction transaction(m_database);
    return transaction.begin()
        .and_then([&] { return greatestId(m_database); })
        .and_then([&](const QUuid &greatest) {
            statement.at = m_clock();
            statement.id = base::UuidSource(greatest).next(statement.at);
            if (statement.actor.isNull())
                statement.actor = m_person;
            return insertNew(m_database, statement);
        })
        .and_then([&] { return transaction.commit(); })
        .map([&] { return statement; });
}

Result<void> SqliteJournal::adopt(const std::vector<base::Statement> &statements, const std::vector<Actor> &others)
{
    ScopedTransaction transaction(m_database);
    return transaction.begin().and_then([&] { return insertAll(statements, others); }).and_then([&] {
        return transaction.commit();
    });
}

Result<void> SqliteJournal::insertAll(const std::vector<base::Statement> &statements, const std::vector<Actor> &others)
{
    for (const Actor &other : others) {
        if (Result<void> inserted = insertActor(m_database, other.id, kindName(other.kind)); !inserted)
            return inserted;
    }
    for (base::Statement statement : statements) {
        if (std::ranges::find(others, statement.actor, &Actor::id) == others.end())
            statement.actor = m_person;
        if (Result<void> inserted = insertUnlessThere(m_database, statement); !inserted)
            return inserted;
    }
    return {};
}

Result<std::vector<base::Statement>> SqliteJournal::read(const Query &query) const
{
    std::vector<base::Statement> statements;
    return visit(query, [&](const base::Statement &statement) { statements.push_back(statement); }).map([&] {
        return std::move(statements);
    });
}

Result<void> SqliteJournal::visit(const Query &query, const std::function<void(const base::Statement &)> &take) const
{
    SqlStatement select(m_database, selectStatements(query));
    bindSelection(select, query);
    if (Result<void> run = select.run(); !run)
        return run;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        const Result<base::Statement> statement = row.and_then([&](bool) { return statementFrom(select, path()); });
        if (!statement)
            return tl::unexpected(statement.error());
        take(*statement);
    }
    return {};
}

Result<void> SqliteJournal::visitAnswers(const std::function<bool(const AnswerRow &)> &take) const
{
    const Result<qint64> voided =
        readNumber(m_database, QStringLiteral("SELECT EXISTS (SELECT 1 FROM statement INDEXED BY statement_voided"
                                              " WHERE verb = 'voided')"));
    if (!voided)
        return tl::unexpected(voided.error());
    SqlStatement select(m_database, selectAnswers(*voided != 0));
    if (Result<void> run = select.run(); !run)
        return run;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        if (!take({select.view(0), select.view(1), select.view(2), select.view(3)}))
            break;
    }
    return {};
}

Result<std::vector<QString>> SqliteJournal::objects(const Query &query) const
{
    SqlStatement select(m_database, selectObjects(query));
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

Result<std::vector<Person>> SqliteJournal::persons() const
{
    SqlStatement select(m_database,
                        QStringLiteral("SELECT actor.id, count(statement.id), coalesce(max(statement.at), 0) FROM actor"
                                       " LEFT JOIN statement ON statement.actor = actor.id"
                                       " WHERE actor.kind = 'person' AND NOT EXISTS"
                                       " (SELECT 1 FROM tombstone WHERE tombstone.actor = actor.id)"
                                       " GROUP BY actor.id ORDER BY actor.rowid"));
    if (const Result<void> run = select.run(); !run)
        return tl::unexpected(run.error());
    std::vector<Person> persons;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        persons.push_back({select.uuid(0), select.number(1), select.number(2)});
    }
    return persons;
}

Result<QUuid> SqliteJournal::addActor(ActorKind kind)
{
    const QUuid actor = QUuid::createUuid();
    return insertActor(m_database, actor, kindName(kind)).map([&] { return actor; });
}

Result<std::vector<Actor>> SqliteJournal::others() const
{
    SqlStatement select(m_database, QStringLiteral("SELECT id, kind FROM actor WHERE kind NOT IN ('person', 'guest')"
                                                   " AND NOT EXISTS"
                                                   " (SELECT 1 FROM tombstone WHERE tombstone.actor = actor.id)"
                                                   " ORDER BY rowid"));
    if (const Result<void> run = select.run(); !run)
        return tl::unexpected(run.error());
    std::vector<Actor> others;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        others.push_back({select.uuid(0), kindNamed(select.text(1))});
    }
    return others;
}

Result<void> SqliteJournal::choosePerson(const QUuid &person)
{
    return persons().and_then([&](const std::vector<Person> &known) -> Result<void> {
        if (std::ranges::find(known, person, &Person::id) == known.end())
            return tl::unexpected(Error{ErrorCode::NoSuchActor, path(), person.toString(QUuid::WithoutBraces)});
        m_person = person;
        return {};
    });
}

Result<void> SqliteJournal::findNextPerson()
{
    return findPerson(m_database)
        .and_then([&](const QUuid &found) { return found.isNull() ? makePerson(m_database) : Result<QUuid>(found); })
        .map([&](const QUuid &person) { m_person = person; });
}

/// A copy, from which those who are only hidden here are taken out before it gets its name.
Result<void> SqliteJournal::exportTo(const QString &path)
{
    return exportCut(path, purgeHidden);
}

Result<void> SqliteJournal::exportSession(const QUuid &session, const QString &path)
{
    return exportCut(path, [&](const QString &part) {
        return purgeHidden(part).and_then([&] { return keepSession(part, session); });
    });
}

/// A copy takes its name only once all that does not belong in it is cut out.
Result<void> SqliteJournal::exportCut(const QString &path, const std::function<Result<void>(const QString &part)> &cut)
{
    if (QFileInfo::exists(path))
        return tl::unexpected(Error{ErrorCode::AlreadyThere, path, {}});
    const QString part = path + QLatin1String(".part");
    QFile::remove(part);
    const Result<void> written = copyInto(m_database, part).and_then([&] { return cut(part); });
    if (written && QFile::rename(part, path))
        return {};
    QFile::remove(part);
    return written ? tl::unexpected(Error{ErrorCode::CannotOpen, path, QStringLiteral("cannot be renamed")}) : written;
}

Result<MergeOutcome> SqliteJournal::merge(const QString &path)
{
    Result<MergeOutcome> outcome = mergeFrom(m_database, QFileInfo(path).absoluteFilePath());
    if (!outcome)
        return outcome;
    return isForgotten(m_database, m_person)
        .and_then([&](bool gone) { return gone ? findNextPerson() : Result<void>(); })
        .and_then([&] { return purgeOverdue(); })
        .map([&] { return *outcome; });
}

Result<void> SqliteJournal::forget(const QUuid &actor)
{
    return bury(m_database, actor, m_clock()).and_then([&] {
        return actor == m_person ? findNextPerson() : Result<void>();
    });
}

Result<void> SqliteJournal::purgeNow(const QUuid &actor)
{
    // Hidden first: what follows may be cut off, and is then gone on with as if it were overdue.
    return bury(m_database, actor, 0)
        .and_then([&] { return actor == m_person ? findNextPerson() : Result<void>(); })
        .and_then([&] { return purgeEverywhere({actor}); });
}

Result<void> SqliteJournal::purgeOverdue()
{
    return buriedUntil(m_database, m_clock() - untilPurged).and_then([&](const std::vector<QUuid> &actors) {
        return actors.empty() ? Result<void>() : purgeEverywhere(actors);
    });
}

/// The copies first: as long as one of them is left, the tombstone stays in the file, and says that there is something
/// to do. All else goes.
Result<void> SqliteJournal::purgeEverywhere(const std::vector<QUuid> &actors)
{
    const auto purgeIn = [&](const Database &file) { return purge(file, actors, m_clock()); };
    if (!path().isEmpty())
        removeCarried(QFileInfo(path()).absolutePath());
    const Result<void> copies = path().isEmpty() ? Result<void>() : rewriteCopies(path(), purgeIn);
    if (copies)
        return purgeIn(m_database);
    return clearOut(m_database, actors).and_then([&] { return copies; });
}

qint64 SqliteJournal::daysAgo(int days) const
{
    constexpr qint64 msPerDay = 86'400'000;
    return m_clock() - days * msPerDay;
}

Result<void> SqliteJournal::purgeAfter(int days)
{
    const qint64 before = daysAgo(days);
    return purgeOlder(m_database, before).and_then([&](qint64) {
        if (path().isEmpty())
            return Result<void>();
        return rewriteCopies(path(),
                             [before](const Database &copy) { return purgeOlder(copy, before).map([](qint64) {}); });
    });
}

Result<QString> SqliteJournal::backUp()
{
    if (path().isEmpty())
        return QString();
    const std::vector<Backup> backups = backupsOf(path());
    return contentOf(m_database).and_then([&](const BackupContent &content) -> Result<QString> {
        const auto newest =
            backups.empty() ? Result<BackupContent>(BackupContent{-1, 0}) : lookInto(backups.front().path);
        if (content.statements == 0 || (newest && *newest == content))
            return QString();
        return makeBackup(m_database, path(), m_clock());
    });
}

Result<void> SqliteJournal::verify() const
{
    return checkPages(m_database).and_then([&] { return visit({}, [](const base::Statement &) {}); });
}

/// SQLite counts what other connections commit, and only that.
Result<qint64> SqliteJournal::dataVersion() const
{
    SqlStatement version(m_database, QStringLiteral("PRAGMA data_version"));
    return version.run().and_then([&] { return version.next(); }).map([&](bool) { return version.number(0); });
}

Result<bool> SqliteJournal::wasChangedElsewhere()
{
    return dataVersion().map([&](qint64 now) { return std::exchange(m_dataVersion, now) != now; });
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
