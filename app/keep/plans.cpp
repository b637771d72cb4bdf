// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/plans.h"

#include "keep/jsonfile.h"

#include <QJsonArray>

#include <algorithm>

namespace keep {

namespace {

constexpr qint64 mostBytes = 8LL * 1024 * 1024; // some thousand plans of a full day

QString idOf(const QJsonObject &plan)
{
    return plan.value(QLatin1String("id")).toString();
}

QString pathIn(const QString &folder)
{
    return folder + QLatin1String("/plans.json");
}

void setIn(std::vector<QJsonObject> &plans, const QJsonObject &plan)
{
    const auto found = std::ranges::find(plans, idOf(plan), idOf);
    if (found == plans.end())
        plans.push_back(plan);
    else
        *found = plan;
}

} // namespace

Plans::Plans(const QString &folder) : m_folder(folder)
{
    reload();
}

QJsonObject Plans::plan(const QString &id) const
{
    const auto found = std::ranges::find(m_plans, id, idOf);
    return found == m_plans.end() ? QJsonObject() : *found;
}

void Plans::reload()
{
    if (m_folder.isEmpty() || !m_isWritten)
        return;
    m_plans.clear();
    for (const QJsonValue value : readJson(pathIn(m_folder), mostBytes).value(QLatin1String("plans")).toArray()) {
        const QJsonObject plan = value.toObject();
        if (!idOf(plan).isEmpty())
            setIn(m_plans, plan);
    }
}

tl::expected<void, Error> Plans::set(const QJsonObject &plan)
{
    return add({plan});
}

tl::expected<void, Error> Plans::remove(const QString &id)
{
    reload();
    std::erase_if(m_plans, [&](const QJsonObject &plan) { return idOf(plan) == id; });
    return write();
}

tl::expected<void, Error> Plans::add(const std::vector<QJsonObject> &plans)
{
    reload();
    for (const QJsonObject &plan : plans)
        setIn(m_plans, plan);
    return write();
}

tl::expected<void, Error> Plans::write()
{
    if (m_folder.isEmpty())
        return {};
    QJsonArray array;
    for (const QJsonObject &plan : m_plans)
        array.append(plan);
    const auto written = writeJson(pathIn(m_folder), {{QStringLiteral("plans"), array}});
    m_isWritten = written.has_value();
    return written;
}

} // namespace keep
