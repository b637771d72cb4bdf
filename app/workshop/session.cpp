// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/session.h"

#include "items/gift.h"
#include "workshop/planjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <numeric>

namespace workshop {

namespace {

using base::Statement;
using base::Verb;

constexpr int mostCounted = 9999; ///< no hall is larger, and a slip of the finger is

struct WayName {
    Way way = Way::Hands;
    QLatin1String name;
};

constexpr std::array ways{
    WayName{Way::Hands, QLatin1String("hands")},
    WayName{Way::Pairs, QLatin1String("pairs")},
    WayName{Way::Paper, QLatin1String("paper")},
    WayName{Way::ClosedEyes, QLatin1String("closed-eyes")},
};

QString nameOf(Way way)
{
    return std::ranges::find(ways, way, &WayName::way)->name;
}

Way wayNamed(const QString &name)
{
    const auto found = std::ranges::find(ways, name, &WayName::name);
    return found == ways.end() ? Way::Hands : found->way;
}

QJsonArray numbers(const std::vector<int> &steps)
{
    QJsonArray array;
    std::ranges::copy(steps, std::back_inserter(array));
    return array;
}

bool isCount(int count)
{
    return count >= 0 && count <= mostCounted;
}

} // namespace

Way usualWay(const items::Item &item)
{
    return items::isSensitive(item) ? Way::Paper : Way::Hands;
}

int Round::answers() const
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

Session::Session(QString objectPrefix, const QUuid &id) : m_prefix(std::move(objectPrefix)), m_id(id) {}

qint64 Session::elapsed(qint64 now) const
{
    return m_phase == Phase::Running ? m_ran + std::max<qint64>(0, now - m_since) : m_ran;
}

Standing Session::standing(qint64 now) const
{
    const qint64 run = elapsed(now);
    const int step = m_phase == Phase::Over ? static_cast<int>(m_setting.plan.steps.size()) : m_spot.step;
    return {step, run, run - m_ranAtStep, m_cut};
}

bool Session::isIn(const Spot &spot) const
{
    return spot.step >= 0 && spot.step < static_cast<int>(m_setting.plan.steps.size()) && spot.slide >= 0 &&
           spot.build >= 0;
}

QString Session::targetOf(int step) const
{
    return m_setting.plan.steps[static_cast<std::size_t>(step)].target;
}

Statement Session::about(Verb verb, const QString &id) const
{
    Statement statement;
    statement.verb = verb;
    statement.object = m_prefix + id;
    statement.session = m_id;
    return statement;
}

std::optional<Statement> Session::start(const Setting &setting) const
{
    if (m_phase != Phase::Planned || setting.plan.steps.empty() || !isCount(setting.room))
        return std::nullopt;
    Statement statement = about(Verb::Started, setting.plan.id);
    statement.result = {{QStringLiteral("plan"), toJson(setting.plan)},
                        {QStringLiteral("present"), setting.room},
                        {QStringLiteral("rehearsal"), setting.isRehearsal}};
    return statement;
}

std::optional<Statement> Session::show(const Spot &spot) const
{
    if ((m_phase != Phase::Running && m_phase != Phase::Paused) || !isIn(spot))
        return std::nullopt;
    Statement statement = about(Verb::Showed, targetOf(spot.step));
    statement.result = {{QStringLiteral("step"), spot.step},
                        {QStringLiteral("slide"), spot.slide},
                        {QStringLiteral("build"), spot.build}};
    return statement;
}

std::optional<Statement> Session::pause() const
{
    return m_phase == Phase::Running ? std::optional(about(Verb::Paused, m_setting.plan.id)) : std::nullopt;
}

std::optional<Statement> Session::resume() const
{
    return m_phase == Phase::Paused ? std::optional(about(Verb::Resumed, m_setting.plan.id)) : std::nullopt;
}

std::optional<Statement> Session::leaveOut(const std::vector<int> &steps) const
{
    const auto mayGo = [this](int step) {
        return isIn({step, 0, 0}) && !m_setting.plan.steps[static_cast<std::size_t>(step)].mustKeep &&
               !m_shown.contains(step) && !m_cut.contains(step);
    };
    if (m_phase == Phase::Over || steps.empty() || !std::ranges::all_of(steps, mayGo))
        return std::nullopt;
    Statement statement = about(Verb::Cut, m_setting.plan.id);
    statement.result = {{QStringLiteral("steps"), numbers(steps)}};
    return statement;
}

std::optional<Statement> Session::putBack(const std::vector<int> &steps) const
{
    const auto isOut = [this](int step) { return m_cut.contains(step); };
    if (m_phase == Phase::Over || steps.empty() || !std::ranges::all_of(steps, isOut))
        return std::nullopt;
    Statement statement = about(Verb::Cut, m_setting.plan.id);
    statement.result = {{QStringLiteral("steps"), numbers(steps)}, {QStringLiteral("back"), true}};
    return statement;
}

std::optional<Statement> Session::ask(const items::Item &item, Way way) const
{
    const Asking before = asking(item.id);
    const bool isFirst = before.rounds.empty();
    const bool isSecond = before.rounds.size() == 1 && before.rounds.front().isClosed && !before.isRevealed;
    if (!canAsk() || !(isFirst || isSecond))
        return std::nullopt;
    Statement statement = about(Verb::Opened, item.id);
    statement.version = items::itemVersion(item);
    statement.result = {{QStringLiteral("round"), isFirst ? 1 : 2}, {QStringLiteral("way"), nameOf(way)}};
    return statement;
}

std::optional<Statement> Session::tally(const QString &item, const QMap<QString, int> &counts, bool isLast) const
{
    const Asking asked = asking(item);
    if (!canAsk() || asked.rounds.empty() || asked.isRevealed || !std::ranges::all_of(counts, isCount))
        return std::nullopt;
    QJsonObject counted;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        counted.insert(count.key(), count.value());
    Statement statement = about(Verb::Tallied, item);
    statement.version = asked.version;
    statement.result = {{QStringLiteral("round"), static_cast<int>(asked.rounds.size())},
                        {QStringLiteral("counts"), counted},
                        {QStringLiteral("present"), m_setting.room},
                        {QStringLiteral("closed"), isLast || asked.rounds.back().isClosed}};
    return statement;
}

std::optional<Statement> Session::countRoom(int room) const
{
    if (m_phase == Phase::Planned || m_phase == Phase::Over || !isCount(room))
        return std::nullopt;
    Statement statement = about(Verb::Tallied, m_setting.plan.id);
    statement.result = {{QStringLiteral("present"), room}};
    return statement;
}

std::optional<Statement> Session::reveal(const QString &item) const
{
    const Asking asked = asking(item);
    if (!canAsk() || asked.rounds.empty() || !asked.rounds.back().isClosed || asked.isRevealed)
        return std::nullopt;
    Statement statement = about(Verb::Revealed, item);
    statement.version = asked.version;
    return statement;
}

std::optional<Statement> Session::end() const
{
    const bool isOn = m_phase == Phase::Running || m_phase == Phase::Paused;
    return isOn ? std::optional(about(Verb::Completed, m_setting.plan.id)) : std::nullopt;
}

void Session::accept(const Statement &statement)
{
    if (statement.session != m_id || !statement.object.startsWith(m_prefix))
        return;
    if (statement.verb == Verb::Started) {
        acceptStart(statement);
        return;
    }
    const bool isAsked =
        statement.verb == Verb::Opened || statement.verb == Verb::Tallied || statement.verb == Verb::Revealed;
    if (m_phase == Phase::Planned || (m_phase == Phase::Over && !isAsked))
        return;
    const QString id = statement.object.mid(m_prefix.size());
    switch (statement.verb) {
    case Verb::Showed:
        acceptShown(statement);
        break;
    case Verb::Paused:
        stand(statement.at);
        m_phase = Phase::Paused;
        break;
    case Verb::Resumed:
        stand(statement.at);
        m_phase = Phase::Running;
        break;
    case Verb::Cut:
        acceptCut(statement);
        break;
    case Verb::Opened:
        acceptAsked(id, statement);
        break;
    case Verb::Tallied:
        acceptTally(id, statement);
        break;
    case Verb::Revealed:
        if (const auto asked = m_askings.find(id); asked != m_askings.end())
            asked->isRevealed = true;
        break;
    case Verb::Completed:
        stand(statement.at);
        m_phase = Phase::Over;
        break;
    default:
        break;
    }
}

void Session::acceptStart(const Statement &statement)
{
    const auto plan = planFrom(statement.result.value(QLatin1String("plan")).toObject());
    if (m_phase != Phase::Planned || !plan)
        return;
    m_setting.plan = *plan;
    m_setting.room = statement.result.value(QLatin1String("present")).toInt();
    m_setting.isRehearsal = statement.result.value(QLatin1String("rehearsal")).toBool();
    m_since = statement.at;
    m_phase = Phase::Running;
    m_shown.insert(0);
}

/// Adds up what has run until `at`, and goes on counting from there.
void Session::stand(qint64 at)
{
    m_ran = elapsed(at);
    m_since = at;
}

void Session::acceptShown(const Statement &statement)
{
    const Spot spot{statement.result.value(QLatin1String("step")).toInt(-1),
                    statement.result.value(QLatin1String("slide")).toInt(-1),
                    statement.result.value(QLatin1String("build")).toInt(0)};
    if (!isIn(spot))
        return;
    if (spot.step != m_spot.step)
        m_ranAtStep = elapsed(statement.at);
    m_spot = spot;
    m_shown.insert(spot.step);
    m_cut.erase(spot.step); // what is shown all the same is not left out
}

void Session::acceptCut(const Statement &statement)
{
    const bool isBack = statement.result.value(QLatin1String("back")).toBool();
    for (const QJsonValue value : statement.result.value(QLatin1String("steps")).toArray()) {
        const int step = value.toInt(-1);
        if (isBack)
            m_cut.erase(step);
        else if (isIn({step, 0, 0}) && !m_setting.plan.steps[static_cast<std::size_t>(step)].mustKeep)
            m_cut.insert(step);
    }
}

void Session::acceptAsked(const QString &item, const Statement &statement)
{
    const auto round = static_cast<std::size_t>(statement.result.value(QLatin1String("round")).toInt());
    if (round != m_askings.value(item).rounds.size() + 1)
        return;
    if (!m_askings.contains(item))
        m_asked.append(item);
    m_askedLast = item;
    Asking &asked = m_askings[item];
    asked.version = statement.version;
    asked.rounds.push_back(
        {wayNamed(statement.result.value(QLatin1String("way")).toString()), {}, false, m_setting.room});
}

void Session::acceptTally(const QString &item, const Statement &statement)
{
    const QJsonObject &result = statement.result;
    if (!result.contains(QLatin1String("counts"))) {
        acceptRoom(result.value(QLatin1String("present")).toInt(m_setting.room));
        return;
    }
    const auto asked = m_askings.find(item);
    const auto round = static_cast<std::size_t>(result.value(QLatin1String("round")).toInt());
    if (asked == m_askings.end() || round == 0 || round > asked->rounds.size())
        return;
    Round &counted = asked->rounds[round - 1];
    counted.counts.clear();
    const QJsonObject counts = result.value(QLatin1String("counts")).toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        counted.counts.insert(count.key(), count.value().toInt());
    counted.isClosed = result.value(QLatin1String("closed")).toBool();
    counted.room = result.value(QLatin1String("present")).toInt();
}

/// Of the round that was asked last it is mended, until that is revealed; others were answered by those who were there
/// then.
void Session::acceptRoom(int room)
{
    m_setting.room = room;
    for (auto asked = m_askings.begin(); asked != m_askings.end(); ++asked) {
        for (Round &round : asked->rounds) {
            const bool isLast = asked.key() == m_askedLast && !asked->isRevealed && &round == &asked->rounds.back();
            if (isLast || round.room == 0)
                round.room = room;
        }
    }
}

} // namespace workshop
