// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/rows.h"

#include "journal/sqlstatement.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace journal {

namespace {

constexpr QLatin1String insertion("INSERT INTO statement"
                                  " (id, at, actor, verb, object, version, attempt, session, result)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr QLatin1String unlessThere(" ON CONFLICT (id) DO NOTHING");

Result<void> insert(const Database &database, const QString &sql, const base::Statement &statement)
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

} // namespace

Result<void> insertNew(const Database &database, const base::Statement &statement)
{
    return insert(database, insertion, statement);
}

Result<void> insertUnlessThere(const Database &database, const base::Statement &statement)
{
    return insert(database, insertion + unlessThere, statement);
}

Result<base::Statement> statementFrom(const SqlStatement &row, const QString &path)
{
    const std::optional<base::Verb> verb = base::verbNamed(row.text(3));
    const QJsonDocument result = QJsonDocument::fromJson(row.bytes(8));
    const QUuid id = row.uuid(0);
    if (!verb || !result.isObject() || id.isNull())
        return tl::unexpected(Error{ErrorCode::Damaged, path, id.toString(QUuid::WithoutBraces)});
    base::Statement statement;
    statement.id = id;
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

QString kindName(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Person:
        return QStringLiteral("person");
    case ActorKind::Guest:
        return QStringLiteral("guest");
    case ActorKind::Room:
        return QStringLiteral("room");
    case ActorKind::Paper:
        return QStringLiteral("paper");
    case ActorKind::Simulated:
        return QStringLiteral("simulated");
    }
    return {};
}

ActorKind kindNamed(const QString &name)
{
    using enum ActorKind;
    constexpr std::array kinds{Person, Guest, Room, Paper, Simulated};
    const auto named = [&name](ActorKind kind) { return kindName(kind) == name; };
    const auto *found = std::ranges::find_if(kinds, named);
    return found == kinds.end() ? Guest : *found;
}

Result<void> insertActor(const Database &database, const QUuid &actor, const QString &kind)
{
    return SqlStatement(database,
                        QStringLiteral("INSERT INTO actor (id, kind) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"))
        .bind(actor)
        .bind(kind)
        .run();
}

} // namespace journal
