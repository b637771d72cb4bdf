// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/past.h"

namespace workshop {

Session replay(const QString &objectPrefix, const QUuid &id, const std::vector<base::Statement> &statements)
{
    Session session(objectPrefix, id);
    for (const base::Statement &statement : statements)
        session.accept(statement);
    return session;
}

std::optional<PastSession> summaryOf(const QString &objectPrefix, const QUuid &id,
                                     const std::vector<base::Statement> &statements)
{
    const Session session = replay(objectPrefix, id, statements);
    if (session.phase() == Session::Phase::Planned)
        return std::nullopt;
    const Setting &setting = session.setting();
    return PastSession{.id = id,
                       .title = setting.plan.title,
                       .beganAt = statements.front().at,
                       .lastAt = statements.back().at,
                       .room = setting.room,
                       .asked = static_cast<int>(session.asked().size()),
                       .isRehearsal = setting.isRehearsal,
                       .isOver = session.phase() == Session::Phase::Over};
}

} // namespace workshop
