// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/merging.h"

#include "journal/forgetting.h"
#include "journal/rows.h"
#include "journal/schema.h"
#include "journal/scopedtransaction.h"
#include "journal/sqlstatement.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>

#include <optional>
#include <utility>

namespace journal {

namespace {

constexpr QLatin1String carriedName("carried-");

/// Runs a query on the other file and hands each row to `take`, until one of them fails.
template<typename Take>
Result<void> forEachRow(const Database &database, const QString &sql, const Take &take)
{
    SqlStatement rows(database, sql);
    if (Result<void> run = rows.run(); !run)
        return run;
    for (Result<bool> row = rows.next(); !row || *row; row = rows.next()) {
        if (!row)
            return tl::unexpected(row.error());
        if (Result<void> taken = take(rows); !taken)
            return taken;
    }
    return {};
}

class Merge
{
public:
    Merge(const Database &ours, const Database &theirs, bool isTolerant)
        : m_ours(ours), m_theirs(theirs), m_isTolerant(isTolerant)
    {
    }

    [[nodiscard]] Result<MergeOutcome> run(int theirVersion)
    {
        ScopedTransaction transaction(m_ours);
        return transaction.begin()
            .and_then([&] { return theirVersion < 2 ? Result<void>() : tolerated(takeDigests()); })
            .and_then([&] { return tolerated(readActors()); })
            .and_then([&] { return tolerated(takeTombstones()); })
            .and_then([&] { return tolerated(takeStatements()); })
            .and_then([&] { return transaction.commit(); })
            .map([&] { return m_outcome; });
    }

private:
    [[nodiscard]] Result<void> tolerated(Result<void> result) const
    {
        return m_isTolerant ? Result<void>() : std::move(result);
    }

    /// Who was purged there is purged here as well: buried long ago, they are due at once.
    [[nodiscard]] Result<void> takeDigests()
    {
        QHash<QByteArray, QUuid> known;
        Result<void> read = forEachRow(m_ours, QStringLiteral("SELECT id FROM actor"), [&](const SqlStatement &row) {
            known.insert(digestOf(row.uuid(0)), row.uuid(0));
            return Result<void>();
        });
        return read.and_then([&] {
            return forEachRow(m_theirs, QStringLiteral("SELECT digest, at FROM forgotten"),
                              [&](const SqlStatement &row) {
                                  const auto actor = known.constFind(row.bytes(0));
                                  return actor != known.constEnd() ? bury(m_ours, *actor, 0) : takeDigest(row);
                              });
        });
    }

    [[nodiscard]] Result<void> takeDigest(const SqlStatement &row)
    {
        return SqlStatement(m_ours, QStringLiteral("INSERT INTO forgotten (digest, at) VALUES (?, ?)"
                                                   " ON CONFLICT (digest) DO NOTHING"))
            .bind(row.bytes(0))
            .bind(row.number(1))
            .run();
    }

    [[nodiscard]] Result<void> readActors()
    {
        return forEachRow(m_theirs, QStringLiteral("SELECT id, kind FROM actor"), [&](const SqlStatement &row) {
            m_kinds.insert(row.uuid(0), row.text(1));
            return Result<void>();
        });
    }

    [[nodiscard]] Result<void> takeTombstones()
    {
        return forEachRow(m_theirs, QStringLiteral("SELECT actor, at FROM tombstone"), [&](const SqlStatement &row) {
            const QUuid actor = row.uuid(0);
            const qint64 at = row.number(1);
            SqlStatement purged(m_ours, QStringLiteral("SELECT 1 FROM forgotten WHERE digest = ?"));
            purged.bind(digestOf(actor));
            return purged.run().and_then([&] { return purged.next(); }).and_then([&](bool isPurged) -> Result<void> {
                if (isPurged)
                    return {};
                return insertActor(m_ours, actor, m_kinds.value(actor, kindName(ActorKind::Person))).and_then([&] {
                    return bury(m_ours, actor, at);
                });
            });
        });
    }

    [[nodiscard]] Result<void> takeStatements()
    {
        return forEachRow(m_theirs, QLatin1String("SELECT ") + statementColumns + QLatin1String(" FROM statement"),
                          [&](const SqlStatement &row) {
                              return tolerated(
                                  statementFrom(row, m_theirs.path()).and_then([&](const base::Statement &theirs) {
                                      return take(theirs);
                                  }));
                          });
    }

    [[nodiscard]] Result<void> take(const base::Statement &theirs)
    {
        const auto there = ours(theirs.id);
        if (!there)
            return tl::unexpected(there.error());
        if (*there) {
            ++m_outcome.known;
            return **there == theirs ? Result<void>() : conflict(theirs.id);
        }
        return isGone(theirs.actor).and_then([&](bool gone) -> Result<void> {
            if (gone) {
                ++m_outcome.forgotten;
                return {};
            }
            return insertActor(m_ours, theirs.actor, m_kinds.value(theirs.actor, kindName(ActorKind::Person)))
                .and_then([&] { return insertNew(m_ours, theirs); })
                .map([&] { ++m_outcome.added; });
        });
    }

    /// Asked once for each actor.
    [[nodiscard]] Result<bool> isGone(const QUuid &actor)
    {
        const auto known = m_gone.constFind(actor);
        if (known != m_gone.constEnd())
            return *known;
        return isForgotten(m_ours, actor).map([&](bool gone) { return *m_gone.insert(actor, gone); });
    }

    [[nodiscard]] Result<std::optional<base::Statement>> ours(const QUuid &id) const
    {
        using Found = std::optional<base::Statement>;
        SqlStatement select(m_ours, QLatin1String("SELECT ") + statementColumns +
                                        QLatin1String(" FROM statement WHERE id = ?"));
        return select.bind(id).run().and_then([&] { return select.next(); }).and_then([&](bool found) -> Result<Found> {
            return found ? statementFrom(select, m_ours.path()).map([](base::Statement &&row) {
                return Found(std::move(row));
            })
                         : Result<Found>(Found());
        });
    }

    [[nodiscard]] Result<void> conflict(const QUuid &id) const
    {
        return tl::unexpected(Error{ErrorCode::Conflict, m_theirs.path(), id.toString(QUuid::WithoutBraces)});
    }

    Database m_ours;
    Database m_theirs;
    bool m_isTolerant;
    QHash<QUuid, QString> m_kinds;
    QHash<QUuid, bool> m_gone;
    MergeOutcome m_outcome;
};

/// Another journal as it was carried here. On a medium that may only be read SQLite cannot make the index that a log
/// needs beside it. Then it is a copy that is opened, in a folder of its own beside ours, which goes with it.
class Carried
{
public:
    Carried(const Database &ours, const QString &path)
    {
        if (!hasLog(path) || QFileInfo(QFileInfo(path).path()).isWritable()) {
            m_database = Database::open(path, {.readOnly = true});
            return;
        }
        const QString ownFolder = QFileInfo(ours.path()).absolutePath();
        removeCarried(ownFolder);
        m_folder.emplace(ownFolder + QLatin1Char('/') + carriedName + QLatin1String("XXXXXX"));
        const QString copy = m_folder->filePath(QStringLiteral("journal.sqlite"));
        const QString log = QStringLiteral("-wal");
        if (copied(path, copy) && (!QFile::exists(path + log) || copied(path + log, copy + log)))
            m_database = Database::open(copy, {});
        else
            m_database = tl::make_unexpected(Error{ErrorCode::CannotOpen, path, QStringLiteral("cannot be copied")});
    }

    [[nodiscard]] const Result<Database> &database() const { return m_database; }

private:
    /// What the file says of itself ("The SQLite Database File Format", sqlite.org, 1.3.3).
    [[nodiscard]] static bool hasLog(const QString &path)
    {
        constexpr qint64 readVersionAt = 19;
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.read(readVersionAt + 1).endsWith('\2');
    }

    /// A copy takes its permissions along, which were to read only.
    [[nodiscard]] static bool copied(const QString &from, const QString &to)
    {
        return QFile::copy(from, to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    }

    std::optional<QTemporaryDir> m_folder; // goes after the connection into it
    Result<Database> m_database = tl::make_unexpected(Error());
};

Result<MergeOutcome> takeIn(const Database &database, const QString &path, bool isTolerant)
{
    const Carried carried(database, path);
    const Result<Database> &theirs = carried.database();
    if (!theirs)
        return tl::unexpected(theirs.error());
    const Database &other = *theirs;
    return identify(other).and_then([&](int version) -> Result<MergeOutcome> {
        if (version == 0)
            return tl::unexpected(Error{ErrorCode::NotAJournal, path, QStringLiteral("an empty file")});
        return Merge(database, other, isTolerant).run(version);
    });
}

} // namespace

void removeCarried(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList({carriedName + QLatin1Char('*')}, QDir::Dirs))
        QDir(folder + QLatin1Char('/') + name).removeRecursively();
}

Result<MergeOutcome> mergeFrom(const Database &database, const QString &path)
{
    return takeIn(database, path, false);
}

Result<MergeOutcome> salvageFrom(const Database &database, const QString &path)
{
    return takeIn(database, path, true);
}

} // namespace journal
