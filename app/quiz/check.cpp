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

Check::Check(QString objectPrefix, QString moduleId, std::vector<items::Item> items, QUuid attempt, Conduct conduct)
    : m_objectPrefix(std::move(objectPrefix)), m_moduleId(std::move(moduleId)), m_conduct(std::move(conduct)),
      m_items(arranged(std::move(items), m_conduct, m_moduleId)), m_states(m_items.size()), m_attempt(attempt)
{
    std::ranges::transform(m_items, std::back_inserter(m_versions), &items::itemVersion);
}

bool Check::isComplete() const
{
    return std::ranges::none_of(m_states, [](const ItemState &state) { return state.phase == Phase::Open; });
}

bool Check::isRevealed(qsizetype at) const
{
    return state(at).phase == Phase::Answered && (m_conduct.feedback != Conduct::Feedback::AtEnd || isComplete());
}

bool Check::canAnswer(qsizetype at) const
{
    return state(at).phase != Phase::Answered || !isRevealed(at);
}

bool Check::asksCertainty(qsizetype at) const
{
    return m_conduct.asksCertainty && isMarked(item(at));
}

std::vector<qsizetype> Check::optionOrder(qsizetype at) const
{
    const items::Item &asked = item(at);
    const bool mayMove = asked.type == items::ItemType::Choice || asked.type == items::ItemType::MissingWord;
    return shuffled(static_cast<qsizetype>(asked.options.size()), mayMove ? m_conduct.seed : 0, asked.id);
}

Statement Check::start() const
{
    Statement statement;
    statement.verb = Verb::Started;
    statement.object = m_objectPrefix + m_moduleId;
    statement.attempt = m_attempt;
    statement.result = resultOf(m_conduct);
    return statement;
}

std::optional<Statement> Check::open(qsizetype at) const
{
    return at < 0 || at >= size() ? std::nullopt : std::optional(about(Verb::Opened, at));
}

std::optional<Statement> Check::answer(qsizetype at, const Response &response, int sure) const
{
    if (at < 0 || at >= size() || !canAnswer(at) || !quiz::isComplete(item(at), response))
        return std::nullopt;
    const bool needsCertainty = asksCertainty(at) && !isDontKnow(response);
    if (needsCertainty && (sure < leastSure || sure > mostSure))
        return std::nullopt;
    const bool countsTries = m_conduct.feedback == Conduct::Feedback::AfterTries;
    Statement statement = about(Verb::Answered, at);
    statement.result = {
        {QStringLiteral("response"), QJsonArray::fromStringList(response)},
        {QStringLiteral("fraction"), mark(item(at), response).fraction},
        {QStringLiteral("sure"), needsCertainty ? QJsonValue(sure) : QJsonValue()},
        {QStringLiteral("try"), countsTries ? state(at).tries + 1 : 1},
    };
    if (m_conduct.seed != 0)
        statement.result.insert(QLatin1String("seed"), static_cast<qint64>(m_conduct.seed));
    if (!m_conduct.form.isEmpty())
        statement.result.insert(QLatin1String("form"), m_conduct.form);
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
    statement.result = {};
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
    if (statement.verb == Verb::Answered && sameVersion && canAnswer(at)) {
        acceptAnswer(at, statement.result);
    } else if (statement.verb == Verb::Skipped && state.phase == Phase::Open) {
        state.phase = Phase::Skipped;
    }
}

void Check::acceptAnswer(qsizetype at, const QJsonObject &result)
{
    ItemState &state = m_states[static_cast<std::size_t>(at)];
    state.response = responseOf(result);
    state.fraction = mark(item(at), state.response).fraction;
    state.sure = std::clamp(result.value(QLatin1String("sure")).toInt(), 0, mostSure);
    ++state.tries;
    const bool isSettled = m_conduct.feedback != Conduct::Feedback::AfterTries || state.fraction >= 1.0 ||
                           state.tries >= mostTries || isDontKnow(state.response) || !isMarked(item(at));
    state.phase = isSettled ? Phase::Answered : Phase::Open;
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
