// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/selection.h"

#include "journal/sqlstatement.h"

#include <QStringList>

namespace journal {

namespace {

// The file is without statistics, so the planner is told where it guesses badly: what is voided lies in a small index
// of its own, and an attempt, or a session, has fewer statements than any verb.
constexpr QLatin1String notVoided("NOT EXISTS (SELECT 1 FROM statement AS voiding INDEXED BY statement_voided"
                                  " WHERE voiding.verb = 'voided' AND voiding.object = lower(hex(s.id)))");
constexpr QLatin1String notForgotten("NOT EXISTS (SELECT 1 FROM tombstone WHERE tombstone.actor = s.actor)");
constexpr QLatin1String fromStatements(" FROM statement AS s WHERE ");
constexpr QLatin1String fromAttempts(" FROM statement AS s INDEXED BY statement_attempt WHERE ");
constexpr QLatin1String fromSessions(" FROM statement AS s INDEXED BY statement_session WHERE ");

/// The newest few stand at the end of the tree: walking it backwards finds them without sorting all of a verb. And who
/// wants a good part of all there is walks it whole.
bool walksTheTree(const Query &query)
{
    const bool wantsNewest = query.newestFirst && query.limit >= 0;
    return (wantsNewest || query.wantsMuch) && query.object.isEmpty() && !query.attempt && !query.session;
}

/// A column behind a plus is looked up in no index (https://www.sqlite.org/optoverview.html, 2.1); NOT INDEXED does not
/// keep the planner from one in a table without row ids.
QString column(const Query &query, QLatin1String name)
{
    return QLatin1String(walksTheTree(query) ? "+s." : "s.") + name;
}

QString verbCondition(const Query &query)
{
    if (query.verbs.empty())
        return QStringLiteral("s.verb <> 'voided'");
    QStringList placeholders;
    placeholders.fill(QStringLiteral("?"), static_cast<qsizetype>(query.verbs.size()));
    return column(query, QLatin1String("verb")) + QLatin1String(" IN (") + placeholders.join(QLatin1String(", ")) +
           QLatin1Char(')');
}

QString conditions(const Query &query)
{
    QStringList all{verbCondition(query)};
    if (query.actor)
        all << QStringLiteral("s.actor = ?");
    if (!query.object.isEmpty())
        all << QStringLiteral("s.object = ?");
    if (!query.objectPrefix.isEmpty()) {
        const QString object = column(query, QLatin1String("object"));
        all << object + QLatin1String(" >= ?") << object + QLatin1String(" < ?");
    }
    if (query.attempt)
        all << QStringLiteral("s.attempt = ?");
    if (query.session)
        all << QStringLiteral("s.session = ?");
    all << notVoided << notForgotten;
    return (query.attempt   ? fromAttempts
            : query.session ? fromSessions
                            : fromStatements) +
           all.join(QLatin1String(" AND "));
}

QString ordered(const Query &query)
{
    return conditions(query) + QLatin1String(query.newestFirst ? " ORDER BY s.id DESC" : " ORDER BY s.id") +
           QLatin1String(query.limit < 0 ? "" : " LIMIT ?");
}

/// What sorts after every text that starts with `prefix`: SQLite compares UTF-8 by bytes, and U+10FFFF is in no id.
QString prefixEnd(const QString &prefix)
{
    constexpr char32_t last = 0x10FFFF;
    return prefix + QString::fromUcs4(&last, 1);
}

} // namespace

QString selectStatements(const Query &query)
{
    return QLatin1String("SELECT s.id, s.at, s.actor, s.verb, s.object, s.version, s.attempt, s.session, s.result") +
           ordered(query);
}

QString selectObjects(const Query &query)
{
    if (query.limit < 0) // without a limit the order is of no effect, and would cost a sort
        return QLatin1String("SELECT DISTINCT s.object") + conditions(query);
    return QLatin1String("SELECT DISTINCT object FROM (SELECT s.object") + ordered(query) + QLatin1Char(')');
}

QString selectAnswers(bool isAnythingVoided)
{
    // Most of what there is are answers: the whole tree is walked in its own order, by the plus, and nothing is sorted.
    return QLatin1String("SELECT s.attempt, s.object, s.version, s.result FROM statement AS s"
                         " WHERE +s.verb = 'answered'") +
           (isAnythingVoided ? QLatin1String(" AND ") + notVoided : QString()) + QLatin1String(" ORDER BY s.id");
}

void bindSelection(SqlStatement &statement, const Query &query)
{
    for (const base::Verb verb : query.verbs)
        statement.bind(base::verbName(verb));
    if (query.actor)
        statement.bind(*query.actor);
    if (!query.object.isEmpty())
        statement.bind(query.object);
    if (!query.objectPrefix.isEmpty())
        statement.bind(query.objectPrefix).bind(prefixEnd(query.objectPrefix));
    if (query.attempt)
        statement.bind(*query.attempt);
    if (query.session)
        statement.bind(*query.session);
    if (query.limit >= 0)
        statement.bind(query.limit);
}

} // namespace journal
