// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/room.h"

#include <algorithm>
#include <utility>

namespace desk {

using base::Statement;
using journal::Error;
using workshop::PastSession;

Room::Room(const course::Course &course, journal::Journal &journal, base::Clock clock, QObject *parent)
    : QObject(parent), m_course(course), m_journal(journal), m_clock(std::move(clock))
{
}

journal::Result<std::vector<Statement>> Room::statementsOf(const QUuid &session) const
{
    return m_journal.read({.objectPrefix = prefix(), .session = session});
}

journal::Result<std::vector<PastSession>> Room::sessions() const
{
    const auto held = workshop::sessionsIn(m_journal, prefix());
    if (!held)
        return tl::unexpected(held.error());
    std::vector<PastSession> sessions;
    std::ranges::transform(*held, std::back_inserter(sessions), workshop::summaryOf);
    return sessions;
}

std::optional<Error> Room::begin(const workshop::Setting &setting)
{
    const auto actor =
        m_journal.addActor(setting.isRehearsal ? journal::ActorKind::Simulated : journal::ActorKind::Room);
    if (!actor)
        return actor.error();
    workshop::Session session(prefix(), QUuid::createUuid());
    const auto started = session.start(setting);
    if (!started)
        return Error{journal::ErrorCode::Rejected, m_journal.path(), QStringLiteral("a plan without steps")};
    m_session = std::move(session);
    m_actor = *actor;
    if (auto error = write(*started)) {
        leave();
        return error;
    }
    m_stages = workshop::stagesOf(m_course, m_session->setting().plan);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> Room::goOn(const QUuid &session)
{
    const auto statements = statementsOf(session);
    if (!statements)
        return statements.error();
    if (statements->empty())
        return Error{journal::ErrorCode::NoSuchActor, m_journal.path(), QStringLiteral("no such session")};
    m_session = workshop::replay(prefix(), session, *statements);
    m_actor = statements->front().actor;
    m_stages = workshop::stagesOf(m_course, m_session->setting().plan);
    Q_EMIT changed();
    return std::nullopt;
}

void Room::leave()
{
    m_session.reset();
    m_stages.clear();
}

bool Room::record(const std::optional<Statement> &statement)
{
    if (!m_session || !statement)
        return false;
    if (const auto error = write(*statement)) {
        Q_EMIT failed(*error);
        return false;
    }
    Q_EMIT changed();
    return true;
}

std::optional<Error> Room::write(Statement statement)
{
    std::optional<Error> error;
    statement.actor = m_actor;
    m_journal.append(std::move(statement), [&](const journal::Result<Statement> &written) {
        if (written)
            m_session->accept(*written);
        else
            error = written.error();
    });
    return error;
}

} // namespace desk
