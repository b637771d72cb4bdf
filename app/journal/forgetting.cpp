// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/forgetting.h"

#include "journal/backups.h"
#include "journal/schema.h"
#include "journal/scopedtransaction.h"
#include "journal/sqlstatement.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace journal {

namespace {

/// Freed pages are overwritten, the file is written anew without gaps, and the log is cut to nothing.
Result<void> leaveNoTrace(const Database &database)
{
    return execute(database, QStringLiteral("VACUUM")).and_then([&] {
        return execute(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    });
}

Result<void> beSecure(const Database &database)
{
    return execute(database, QStringLiteral("PRAGMA secure_delete = ON"));
}

Result<void> removeBy(const Database &database, const char *sql, const QUuid &actor)
{
    return SqlStatement(database, QString::fromLatin1(sql)).bind(actor).run();
}

Result<void> removeStatements(const Database &database, const QUuid &actor)
{
    return removeBy(database,
                    "DELETE FROM statement WHERE verb = 'voided' AND object IN"
                    " (SELECT lower(hex(id)) FROM statement WHERE actor = ?)",
                    actor)
        .and_then([&] { return removeBy(database, "DELETE FROM statement WHERE actor = ?", actor); });
}

Result<void> removeActor(const Database &database, const QUuid &actor, qint64 at)
{
    return removeStatements(database, actor)
        .and_then([&] { return removeBy(database, "DELETE FROM tombstone WHERE actor = ?", actor); })
        .and_then([&] { return removeBy(database, "DELETE FROM actor WHERE id = ?", actor); })
        .and_then([&] { return identify(database); })
        .and_then([&](int version) {
            if (version < 2) // a copy from before there were digests
                return Result<void>();
            return SqlStatement(database, QStringLiteral("INSERT INTO forgotten (digest, at) VALUES (?, ?)"
                                                         " ON CONFLICT (digest) DO NOTHING"))
                .bind(digestOf(actor))
                .bind(at)
                .run();
        });
}

/// The least id of that millisecond or later: a UUID of version 7 begins with 48 bits of it (RFC 9562, 5.7).
QByteArray leastIdAt(qint64 ms)
{
    constexpr int timeBytes = 6;
    constexpr int idBytes = 16;
    QByteArray id(idBytes, '\0');
    const quint64 bigEndian = qToBigEndian(static_cast<quint64>(std::max<qint64>(0, ms)) << 16U);
    std::memcpy(id.data(), &bigEndian, timeBytes);
    return id;
}

/// Runs a change of several statements so that it leaves no trace of what it takes out.
template<typename Change>
Result<void> inSecrecy(const Database &database, const Change &change)
{
    ScopedTransaction transaction(database);
    return beSecure(database)
        .and_then([&] { return transaction.begin(); })
        .and_then(change)
        .and_then([&] { return transaction.commit(); })
        .and_then([&] { return leaveNoTrace(database); });
}

Result<bool> hasRow(SqlStatement &statement)
{
    return statement.run().and_then([&] { return statement.next(); });
}

} // namespace

QByteArray digestOf(const QUuid &actor)
{
    return QCryptographicHash::hash(actor.toRfc4122(), QCryptographicHash::Sha256);
}

Result<bool> isForgotten(const Database &database, const QUuid &actor)
{
    SqlStatement statement(database, QStringLiteral("SELECT 1 FROM tombstone WHERE actor = ?"
                                                    " UNION ALL SELECT 1 FROM forgotten WHERE digest = ?"));
    statement.bind(actor).bind(digestOf(actor));
    return hasRow(statement);
}

Result<void> bury(const Database &database, const QUuid &actor, qint64 at)
{
    SqlStatement known(database, QStringLiteral("SELECT 1 FROM actor WHERE id = ?"));
    known.bind(actor);
    return hasRow(known).and_then([&](bool isKnown) -> Result<void> {
        if (!isKnown)
            return tl::unexpected(Error{ErrorCode::NoSuchActor, database.path(), actor.toString(QUuid::WithoutBraces)});
        return SqlStatement(database, QStringLiteral("INSERT INTO tombstone (actor, at) VALUES (?, ?)"
                                                     " ON CONFLICT (actor) DO UPDATE SET at = min(at, excluded.at)"))
            .bind(actor)
            .bind(at)
            .run();
    });
}

Result<std::vector<QUuid>> buriedUntil(const Database &database, qint64 before)
{
    SqlStatement select(database, QStringLiteral("SELECT actor FROM tombstone WHERE at <= ? ORDER BY actor"));
    if (const Result<void> run = select.bind(before).run(); !run)
        return tl::unexpected(run.error());
    std::vector<QUuid> actors;
    for (Result<bool> row = select.next(); !row || *row; row = select.next()) {
        if (!row)
            return tl::unexpected(row.error());
        actors.push_back(select.uuid(0));
    }
    return actors;
}

Result<void> purge(const Database &database, const std::vector<QUuid> &actors, qint64 at)
{
    return inSecrecy(database, [&] {
        Result<void> done;
        for (const QUuid &actor : actors)
            done = done.and_then([&] { return removeActor(database, actor, at); });
        return done;
    });
}

Result<void> clearOut(const Database &database, const std::vector<QUuid> &actors)
{
    return inSecrecy(database, [&] {
        Result<void> done;
        for (const QUuid &actor : actors)
            done = done.and_then([&] { return removeStatements(database, actor); });
        return done;
    });
}

/// Done with its query once it returns: no file can be written anew while one runs.
Result<qint64> countOlder(const Database &database, qint64 before)
{
    SqlStatement count(database, QStringLiteral("SELECT count(*) FROM statement WHERE id < ?"));
    return count.bind(leastIdAt(before)).run().and_then([&] { return count.next(); }).map([&](bool) {
        return count.number(0);
    });
}

Result<void> purgeHidden(const QString &path)
{
    const Result<Database> open = Database::open(path, {});
    if (!open)
        return tl::unexpected(open.error());
    const Database &database = *open;
    return inSecrecy(database, [&] {
        Result<void> done;
        for (const char *sql : {"DELETE FROM statement WHERE verb = 'voided' AND object IN (SELECT lower(hex(id))"
                                " FROM statement WHERE actor IN (SELECT actor FROM tombstone))",
                                "DELETE FROM statement WHERE actor IN (SELECT actor FROM tombstone)",
                                "DELETE FROM actor WHERE id IN (SELECT actor FROM tombstone)"})
            done = done.and_then([&] { return execute(database, QString::fromLatin1(sql)); });
        return done;
    });
}

Result<void> keepSession(const QString &path, const QUuid &session)
{
    const Result<Database> open = Database::open(path, {});
    if (!open)
        return tl::unexpected(open.error());
    const Database &database = *open;
    return inSecrecy(database, [&] {
        return SqlStatement(database, QStringLiteral("DELETE FROM statement WHERE session IS NOT ?"))
            .bind(session)
            .run()
            .and_then([&] { return execute(database, QStringLiteral("DELETE FROM tombstone")); })
            .and_then([&] { return execute(database, QStringLiteral("DELETE FROM forgotten")); })
            .and_then([&] {
                return execute(database, QStringLiteral("DELETE FROM actor WHERE id NOT IN"
                                                        " (SELECT actor FROM statement)"));
            });
    });
}

Result<qint64> purgeOlder(const Database &database, qint64 before)
{
    Result<qint64> old = countOlder(database, before);
    if (!old || *old == 0)
        return old;
    return inSecrecy(database,
                     [&] {
                         return SqlStatement(database, QStringLiteral("DELETE FROM statement WHERE id < ?"))
                             .bind(leastIdAt(before))
                             .run();
                     })
        .map([&] { return *old; });
}

Result<void> rewriteCopies(const QString &path, const std::function<Result<void>(const Database &copy)> &rewrite)
{
    Result<void> first;
    for (const QString &copy : copiesOf(path)) {
        const Result<Database> open = Database::open(copy, {});
        const Result<void> rewritten =
            !open ? tl::unexpected(open.error()) : identify(*open).and_then([&](int) { return rewrite(*open); });
        if (!rewritten && first)
            first = tl::unexpected(Error{ErrorCode::Remains, copy, rewritten.error().detail});
    }
    return first;
}

} // namespace journal
