// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/past.h"

#include <algorithm>

namespace workshop {

Session replay(const QString &objectPrefix, const QUuid &id, const std::vector<base::Statement> &statements)
{
    Session session(objectPrefix, id);
    for (const base::Statement &statement : statements)
        session.accept(statement);
    return session;
}

journal::Result<std::vector<HeldSession>> sessionsIn(const journal::Journal &journal, const QString &objectPrefix,
                                                     const std::optional<std::vector<QUuid>> &only)
{
    const auto begun =
        journal.read({.verbs = {base::Verb::Started}, .objectPrefix = objectPrefix, .newestFirst = true});
    if (!begun)
        return tl::unexpected(begun.error());
    std::vector<HeldSession> sessions;
    for (const base::Statement &started : *begun) {
        // A go at a check begins with the same verb, and what is typed from paper carries the session's id.
        if (started.session.isNull() || !started.attempt.isNull())
            continue;
        if (only && std::ranges::find(*only, started.session) == only->end())
            continue;
        const auto statements = journal.read({.objectPrefix = objectPrefix, .session = started.session});
        if (!statements)
            return tl::unexpected(statements.error());
        Session session = replay(objectPrefix, started.session, *statements);
        if (session.phase() != Session::Phase::Planned)
            sessions.push_back({std::move(session), statements->front().at, statements->back().at});
    }
    return sessions;
}

PastSession summaryOf(const HeldSession &held)
{
    const Session &session = held.session;
    const Setting &setting = session.setting();
    return {.id = session.id(),
            .title = setting.plan.title,
            .beganAt = held.beganAt,
            .lastAt = held.lastAt,
            .room = setting.room,
            .asked = static_cast<int>(session.asked().size()),
            .isRehearsal = setting.isRehearsal,
            .isOver = session.phase() == Session::Phase::Over};
}

} // namespace workshop
