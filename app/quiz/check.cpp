// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/check.h"

#include "items/gift.h"

#include <QJsonArray>

#include <algorithm>

namespace quiz {

namespace {

using Phase = ItemState::Phase;
using base::Statement;
using base::Verb;

Response responseOf(const QJsonObject &result)
{
    Response response;
    for (const QJsonValue value : result.value(QLatin1String("response")).toArray())
        response.append(value.toString());
    return response;
}

} // namespace

Check::Check(QString objectPrefix, QString moduleId, std::vector<items::Item> items, QUuid attempt)
    : m_objectPrefix(std::move(objectPrefix)), m_moduleId(std::move(moduleId)), m_items(std::move(items)),
      m_states(m_items.size()), m_attempt(attempt)
{
    std::ranges::transform(m_items, std::back_inserter(m_versions), &items::itemVersion);
}

bool Check::isComplete() const
{
    return std::ranges::none_of(m_states, [](const ItemState &state) { return state.phase == Phase::Open; });
}

Statement Check::start() const
{
    Statement statement;
    statement.verb = Verb::Started;
    statement.object = m_objectPrefix + m_moduleId;
    statement.attempt = m_attempt;
    return statement;
}

std::optional<Statement> Check::open(qsizetype at) const
{
    return at < 0 || at >= size() ? std::nullopt : std::optional(about(Verb::Opened, at));
}

std::optional<Statement> Check::answer(qsizetype at, const Response &response) const
{
    if (at < 0 || at >= size() || state(at).phase == Phase::Answered || !quiz::isComplete(item(at), response))
        return std::nullopt;
    Statement statement = about(Verb::Answered, at);
    statement.result = {
        {QStringLiteral("response"), QJsonArray::fromStringList(response)},
        {QStringLiteral("fraction"), mark(item(at), response).fraction},
        {QStringLiteral("sure"), QJsonValue::Null},
        {QStringLiteral("try"), 1},
    };
    return statement;
}

std::optional<Statement> Check::skip(qsizetype at) const
{
    if (at < 0 || at >= size() || state(at).phase != Phase::Open)
        return std::nullopt;
    return about(Verb::Skipped, at);
}

std::optional<Statement> Check::complete() const
{
    if (!isComplete())
        return std::nullopt;
    Statement statement = start();
    statement.verb = Verb::Completed;
    return statement;
}

void Check::accept(const Statement &statement)
{
    const qsizetype at = statement.attempt == m_attempt ? positionOf(statement.object) : -1;
    if (at < 0)
        return;
    m_current = at;
    ItemState &state = m_states[static_cast<std::size_t>(at)];
    const bool sameVersion = statement.version == m_versions[static_cast<std::size_t>(at)];
    if (statement.verb == Verb::Answered && sameVersion && state.phase != Phase::Answered) {
        state.phase = Phase::Answered;
        state.response = responseOf(statement.result);
        state.fraction = mark(item(at), state.response).fraction;
    } else if (statement.verb == Verb::Skipped && state.phase == Phase::Open) {
        state.phase = Phase::Skipped;
    }
}

void Check::show(qsizetype at)
{
    m_current = std::clamp<qsizetype>(at, 0, size());
}

qsizetype Check::nextOpen(qsizetype from) const
{
    for (qsizetype step = 0; step < size(); ++step) {
        const qsizetype at = (from + step) % size();
        if (state(at).phase == Phase::Open)
            return at;
    }
    return size();
}

Statement Check::about(Verb verb, qsizetype at) const
{
    Statement statement;
    statement.verb = verb;
    statement.object = m_objectPrefix + item(at).id;
    statement.version = m_versions[static_cast<std::size_t>(at)];
    statement.attempt = m_attempt;
    return statement;
}

qsizetype Check::positionOf(const QString &object) const
{
    const auto found = std::ranges::find_if(
        m_items, [&](const items::Item &item) { return object == QString(m_objectPrefix + item.id); });
    return found == m_items.end() ? -1 : found - m_items.begin();
}

} // namespace quiz
